"""Named days by their rules: `12-25`, `easter-2`, `advent-11`, `4-3@11` (the fourth Thursday of November, Monday being
0); behind a stroke the week or weekend that holds the day, and how many later: `easter+0/week+1`.
"""

import re
from typing import Final

from dateutil.easter import easter

from dateline.model.dates import day_number, month_length, weekday
from dateline.temporal.cells import Cell, Unit, cell_at, weekday_on_or_before

_FIRST_EASTER: Final = 1583  # the Gregorian computus; dateutil's ends with 4099
_LAST_EASTER: Final = 4099
_FIXED: Final = re.compile(r"(\d\d)-(\d\d)")
_NTH: Final = re.compile(r"(-?\d)-(\d)@(\d\d)")
_MOVABLE: Final = re.compile(r"(easter|advent)([+-]\d+)")
_BESIDE: Final = re.compile(r"(.+)/(day|week|weekend)([+-]\d+)?")
_SUNDAY: Final = 6


def holiday_cell(rule: str, year: int) -> Cell | None:
    """The day of a holiday in a year, or None where its rule says nothing about that year.

    >>> holiday_cell("4-3@11", 1999) == Cell(Unit.DAY, day_number(1999, 11, 25))
    True
    """
    if match := _FIXED.fullmatch(rule):
        return Cell(Unit.DAY, day_number(year, int(match[1]), int(match[2])))
    if match := _NTH.fullmatch(rule):
        return Cell(Unit.DAY, _nth_weekday(year, int(match[3]), int(match[2]), int(match[1])))
    if match := _BESIDE.fullmatch(rule):
        return _beside(holiday_cell(match[1], year), Unit(match[2]), int(match[3] or 0))
    match = _MOVABLE.fullmatch(rule)
    if match is None or not _FIRST_EASTER <= year <= _LAST_EASTER:
        return None
    sunday = _easter(year) if match[1] == "easter" else _advent(year)
    return Cell(Unit.DAY, sunday + int(match[2]))


def _beside(day: Cell | None, unit: Unit, count: int) -> Cell | None:
    """The day, week or weekend some of its kind from the one that holds a day; the weekend of a Monday is before it."""
    if day is None:
        return None
    before = unit is Unit.WEEKEND and weekday(day.index) == 0
    return cell_at(unit, day.start_seconds).shifted(count - before)


def _easter(year: int) -> int:
    sunday = easter(year)
    return day_number(sunday.year, sunday.month, sunday.day)


def _advent(year: int) -> int:
    """The first Sunday of Advent, the fourth before Christmas."""
    return weekday_on_or_before(day_number(year, 12, 24), _SUNDAY) - 21


def _nth_weekday(year: int, month: int, wanted: int, nth: int) -> int:
    """The nth day of the week in a month, counted from its end where negative."""
    if nth > 0:
        first = day_number(year, month)
        return first + (wanted - weekday(first)) % 7 + 7 * (nth - 1)
    last = day_number(year, month, month_length(year, month))
    return last - (weekday(last) - wanted) % 7 + 7 * (nth + 1)
