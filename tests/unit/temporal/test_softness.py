"""Mods and signals make intervals."""

import pytest

from dateline.model.dates import Extent, Interval, Precision, instant, iso_day
from dateline.model.timex import Signal
from dateline.temporal.cells import Cell, Unit, day_cell, month_cell, year_cell
from dateline.temporal.holidays import holiday_cell
from dateline.temporal.softness import part_of, with_signal

MAY = month_cell(2010, 5).interval


@pytest.mark.parametrize(
    ("cell", "mod", "first", "end"),
    [
        (month_cell(2010, 5), "START", "2010-05-01", "2010-05-11"),
        (month_cell(2010, 5), "MID", "2010-05-11", "2010-05-21"),
        (month_cell(2010, 5), "END", "2010-05-21", "2010-06-01"),
        (year_cell(2010), "END", "2010-09-01", "2011-01-01"),
        (Cell(Unit.CENTURY, 19), "START", "1900-01-01", "1933-01-01"),
    ],
)
def test_thirds(cell: Cell, mod: str, first: str, end: str) -> None:
    part = part_of(cell, mod)
    assert part is not None
    bounds = (part[0].earliest_start, part[0].latest_end)
    assert [bound is not None and iso_day(bound) for bound in bounds] == [first, end]


def test_the_thirds_cover_their_unit() -> None:
    for cell in (month_cell(2011, 2), year_cell(2012), Cell(Unit.DECADE, 199), Cell(Unit.WEEK, 2000)):
        parts = [part for mod in ("START", "MID", "END") if (part := part_of(cell, mod)) is not None]
        assert parts[0][0].earliest_start == cell.start_seconds
        assert parts[0][0].latest_end == parts[1][0].earliest_start
        assert parts[1][0].latest_end == parts[2][0].earliest_start
        assert parts[2][0].latest_end == cell.end_seconds


def test_days_have_no_parts() -> None:
    assert part_of(day_cell(2010, 5, 3), "START") is None
    assert part_of(month_cell(2010, 5), "APPROX") is None


@pytest.mark.parametrize(
    ("signal", "start", "end", "extent"),
    [
        (Signal.BEFORE, None, instant(2010, 5), Extent.WITHIN),
        (Signal.AFTER, instant(2010, 6), None, Extent.WITHIN),
        (Signal.BY, None, instant(2010, 6), Extent.WITHIN),
        (Signal.SINCE, instant(2010, 5), None, Extent.THROUGHOUT),
        (Signal.UNTIL, None, instant(2010, 6), Extent.THROUGHOUT),
        (None, instant(2010, 5), instant(2010, 6), Extent.WITHIN),
    ],
)
def test_signals(signal: Signal | None, start: int | None, end: int | None, extent: Extent) -> None:
    interval = with_signal(signal, MAY)
    assert (interval.earliest_start, interval.latest_end, interval.extent) == (start, end, extent)


@pytest.mark.parametrize(
    ("signal", "start", "end"),
    [(Signal.AFTER, 22, None), (Signal.BY, None, 22), (Signal.UNTIL, None, 22), (Signal.BEFORE, None, 22)],
)
def test_an_hour_by_the_clock_is_a_moment(signal: Signal, start: int | None, end: int | None) -> None:
    day = instant(2010, 5, 3)
    ten = Interval.within(day + 22 * 3600, day + 23 * 3600)
    interval = with_signal(signal, ten, Precision.HOUR)
    bounds = [None if hour is None else day + hour * 3600 for hour in (start, end)]
    assert [interval.earliest_start, interval.latest_end] == bounds


def test_an_open_side_stays_open() -> None:
    open_start = Interval.within(None, instant(2010))
    assert with_signal(Signal.BEFORE, open_start) == open_start


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 1914, "1914-12-25"),
        ("easter+0", 2014, "2014-04-20"),
        ("easter-2", 1998, "1998-04-10"),
        ("4-3@11", 2013, "2013-11-28"),
        ("-1-0@05", 2010, "2010-05-31"),
    ],
)
def test_holidays(rule: str, year: int, day: str) -> None:
    cell = holiday_cell(rule, year)
    assert cell is not None
    assert iso_day(cell.start_seconds) == day


def test_easter_is_unknown_before_its_rule() -> None:
    assert holiday_cell("easter+0", 1200) is None


def test_precisions_become_finer() -> None:
    part = part_of(month_cell(2010, 5), "END")
    assert part is not None
    assert part[1] is Precision.DAY
