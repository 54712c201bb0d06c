"""Cells of the calendar and their TIMEX3 values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.dates import DAY_SECONDS
from dateline.temporal.cells import Cell, Unit, cell_at, day_cell, season_cell, years_cell
from dateline.temporal.value import cell_value, duration_value


@given(st.sampled_from(list(Unit)), st.integers(-(10**13), 10**13))
def test_a_cell_holds_the_instant_it_was_asked_for(unit: Unit, seconds: int) -> None:
    cell = cell_at(unit, seconds)
    if unit is Unit.WEEKEND:
        assert cell.end_seconds - cell.start_seconds == 2 * DAY_SECONDS
    else:
        assert cell.start_seconds <= seconds < cell.end_seconds


@given(st.sampled_from(list(Unit)), st.integers(-4000, 4000))
def test_neighbours_touch(unit: Unit, index: int) -> None:
    if unit is not Unit.WEEKEND:
        assert Cell(unit, index).end_seconds == Cell(unit, index).shifted(1).start_seconds


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (day_cell(2014, 10, 28), "2014-10-28"),
        (day_cell(-43, 3, 15), "BC0044-03-15"),
        (cell_at(Unit.WEEK, day_cell(2014, 10, 30).start_seconds), "2014-W44"),
        (cell_at(Unit.WEEK, day_cell(2010, 1, 1).start_seconds), "2009-W53"),
        (cell_at(Unit.WEEKEND, day_cell(2014, 10, 30).start_seconds), "2014-W44-WE"),
        (season_cell(1994, "WI"), "1994-WI"),
        (years_cell(Unit.DECADE, 1987), "198"),
        (Cell(Unit.CENTURY, 19), "19"),
        (Cell(Unit.CENTURY, -3), "BC02"),
        (Cell(Unit.YEAR, -498), "BC0499"),
    ],
)
def test_values(cell: Cell, value: str) -> None:
    assert cell_value(cell) == value


def test_lengths() -> None:
    assert duration_value(None, Unit.DAY) == "PXD"
    assert duration_value(1.5, Unit.MINUTE) == "PT1M30S"
    assert duration_value(2, Unit.DECADE) == "P2DE"


@pytest.mark.parametrize(
    ("year", "decade", "century"), [(-299, -30, -3), (-200, -21, -3), (-199, -20, -2), (-1, -1, -1)]
)
def test_decades_and_centuries_before_christ_end_where_the_next_begins(year: int, decade: int, century: int) -> None:
    assert years_cell(Unit.DECADE, year) == Cell(Unit.DECADE, decade)
    assert years_cell(Unit.CENTURY, year) == Cell(Unit.CENTURY, century)
    assert (
        years_cell(Unit.CENTURY, year).first_day <= day_cell(year, 7, 1).index < years_cell(Unit.CENTURY, year).end_day
    )
