"""Cells of the calendar: the day, week, month, quarter, season, year ... that has a number, and its neighbours.

A cell is a unit and a serial number, so that "three months earlier" is a subtraction in any unit and any year. It
must not know words, documents or languages.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from dateline.model.dates import (
    DAY_SECONDS,
    HOUR_SECONDS,
    MINUTE_SECONDS,
    Interval,
    Precision,
    civil,
    day_number,
    weekday,
)


class Unit(StrEnum):
    """Units of the calendar and the clock; the value is the name used in language files."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @property
    def rank(self) -> int:
        """0 for the finest."""
        return _RANKS[self]


_RANKS: Final = {unit: rank for rank, unit in enumerate(Unit)}
SEASON_CODES: Final = ("SP", "SU", "FA", "WI")
PRECISIONS: Final = {
    Unit.SECOND: Precision.SECOND,
    Unit.MINUTE: Precision.MINUTE,
    Unit.HOUR: Precision.HOUR,
    Unit.DAY: Precision.DAY,
    Unit.WEEK: Precision.WEEK,
    Unit.WEEKEND: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.SEASON: Precision.SEASON,
    Unit.HALF: Precision.QUARTER,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.CENTURY,
    Unit.MILLENNIUM: Precision.LONGER,
}
_PER_YEAR: Final = {Unit.MONTH: 12, Unit.QUARTER: 4, Unit.HALF: 2, Unit.YEAR: 1}
_YEARS: Final = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_CLOCK_SECONDS: Final = {Unit.SECOND: 1, Unit.MINUTE: MINUTE_SECONDS, Unit.HOUR: HOUR_SECONDS}
_REMEMBERED: Final = 4096  # cells: a text tells of the same days again and again, which then share one interval
FARTHEST_DAY: Final = 73_000_000_000_000  # 200 billion years; beyond it an instant no longer fits 64 bits
MONTHS_IN: Final = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
    Unit.MILLENNIUM: 12_000,
}
DAYS_IN: Final = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the calendar: the `index`-th of its unit.

    Days count from 1970-01-01, weeks from the one that holds it, clock units from its midnight. Months, quarters,
    halves and seasons count through the years (a season belongs to the year it begins in, spring first). A decade or
    century counts away from year 0 as EDTF does: century 19 is 1900 to 1999, century -3 the third before Christ, -299
    to -200.
    """

    unit: Unit
    index: int

    def shifted(self, count: int) -> "Cell":
        """The cell that many units later (earlier where negative)."""
        return Cell(self.unit, self.index + count)

    @property
    def start_seconds(self) -> int:
        """Its first instant."""
        if self.unit in _CLOCK_SECONDS:
            return self.index * _CLOCK_SECONDS[self.unit]
        return self.first_day * DAY_SECONDS

    @property
    def end_seconds(self) -> int:
        """Its end, exclusive."""
        if self.unit in _CLOCK_SECONDS:
            return (self.index + 1) * _CLOCK_SECONDS[self.unit]
        return self.end_day * DAY_SECONDS

    @property
    def first_day(self) -> int:
        """The day number of its first day (of the day it lies in, for clock units)."""
        if self.unit is Unit.WEEKEND:
            return self.index * 7 + 2
        return _first_day(self.unit, self.index)

    @property
    def end_day(self) -> int:
        """The day number after its last day."""
        return _first_day(Unit.WEEK if self.unit is Unit.WEEKEND else self.unit, self.index + 1)

    @property
    def interval(self) -> Interval:
        """Once, somewhere in it."""
        return _interval(self)

    @property
    def precision(self) -> Precision:
        """The precision of a date that is known to this cell."""
        return PRECISIONS[self.unit]

    @property
    def year(self) -> int:
        """The astronomical year it begins in (a week: the year of its Thursday, as ISO 8601 counts)."""
        if self.unit in (Unit.WEEK, Unit.WEEKEND):
            return civil(self.index * 7)[0]
        return civil(self.first_day)[0]

    @property
    def usable(self) -> bool:
        """Whether its instants fit 64 bits."""
        return abs(self.first_day) < FARTHEST_DAY


@lru_cache(maxsize=_REMEMBERED)
def _interval(cell: Cell) -> Interval:
    return Interval.within(cell.start_seconds, cell.end_seconds)


def _first_day(unit: Unit, index: int) -> int:
    if unit in _PER_YEAR:
        year, part = divmod(index, _PER_YEAR[unit])
        return day_number(year, part * (12 // _PER_YEAR[unit]) + 1)
    if unit in _YEARS:
        return day_number(first_year(unit, index))
    match unit:
        case Unit.DAY:
            return index
        case Unit.WEEK:
            return index * 7 - 3
        case Unit.SEASON:
            year, part = divmod(index, 4)
            return day_number(year, part * 3 + 3)
        case _:
            return index * _CLOCK_SECONDS[unit] // DAY_SECONDS


def first_year(unit: Unit, index: int) -> int:
    """The first astronomical year of a decade, century or millennium."""
    return index * _YEARS[unit] + (index < 0)


def cell_at(unit: Unit, seconds: int) -> Cell:
    """The cell of a unit that holds an instant.

    >>> cell_at(Unit.MONTH, instant(2014, 10, 28)) == month_cell(2014, 10)
    True
    """
    if unit in _CLOCK_SECONDS:
        return Cell(unit, seconds // _CLOCK_SECONDS[unit])
    day = seconds // DAY_SECONDS
    if unit in (Unit.DAY, Unit.WEEK, Unit.WEEKEND):
        return Cell(unit, day if unit is Unit.DAY else (day + 3) // 7)
    year, month, _ = civil(day)
    if unit in _PER_YEAR:
        return Cell(unit, year * _PER_YEAR[unit] + (month - 1) * _PER_YEAR[unit] // 12)
    if unit is Unit.SEASON:
        return Cell(unit, (year * 12 + month - 3) // 3)
    return years_cell(unit, year)


def years_cell(unit: Unit, year: int) -> Cell:
    """The decade, century or millennium of an astronomical year."""
    size = _YEARS[unit]
    return Cell(unit, year // size if year >= 0 else -((size - year) // size))


def day_cell(year: int, month: int, day: int) -> Cell:
    """A day of the calendar."""
    return Cell(Unit.DAY, day_number(year, month, day))


def month_cell(year: int, month: int) -> Cell:
    """A month of a year."""
    return Cell(Unit.MONTH, year * 12 + month - 1)


def year_cell(year: int) -> Cell:
    """A year, astronomical."""
    return Cell(Unit.YEAR, year)


def quarter_cell(year: int, quarter: int) -> Cell:
    """A quarter, 1 to 4, of a calendar year."""
    return Cell(Unit.QUARTER, year * 4 + quarter - 1)


def week_cell(year: int, week: int) -> Cell:
    """A week of a year by its number in ISO 8601: the first is the one with 4 January.

    >>> week_cell(2014, 44)
    Cell(unit=<Unit.WEEK: 'week'>, index=2339)
    """
    return cell_at(Unit.WEEK, day_number(year, 1, 4) * DAY_SECONDS).shifted(week - 1)


def season_cell(year: int, code: str) -> Cell:
    """A season by its TIMEX3 code."""
    return Cell(Unit.SEASON, year * 4 + SEASON_CODES.index(code))


def weekday_on_or_before(day: int, wanted: int) -> int:
    """The last day that is the wanted day of the week (0 is Monday), the given day counting."""
    return day - (weekday(day) - wanted) % 7
