"""Dates by name to cells: "October 28" of which year, "Tuesday" of which week, "winter" of which year."""

from typing import Final

from dateline.model.dates import add_months, civil, month_length
from dateline.temporal.cells import (
    Cell,
    Unit,
    day_cell,
    month_cell,
    quarter_cell,
    season_cell,
    week_cell,
    weekday_on_or_before,
    year_cell,
)
from dateline.temporal.holidays import holiday_cell
from dateline.temporal.meanings import Calendar, Way
from dateline.temporal.story import Tense

# How many days farther a date may lie on the side of the tense than on the other. Chosen on news, where anything from
# 100
# to 200 does about as well for the past; a plan is told of less far ahead.
_PAST_DAYS: Final = {Tense.PAST: 150, Tense.TOLD: 300, Tense.OPEN: 30}  # of two equally near, what has been
_FORWARD_DAYS: Final = 45  # by which a story rather goes on than back; 30 to 60 do as well
# Of these, told as past, those of a year ago are spoken of without one.
_LONG_AGO: Final = (Unit.MONTH, Unit.QUARTER, Unit.HALF)
_OF_ACCOUNTS: Final = (Unit.QUARTER, Unit.HALF)  # told as past, they have begun
_YEAR_DAYS: Final = 366
_WINTER: Final = "WI"
_WINTER_SPOKEN_OF: Final = 4  # the last month in which "this winter" is the one that began the year before
_FUTURE_DAYS: Final = {Tense.FUTURE: 150, Tense.COMING: 300}


def cell_in_year(date: Calendar, year: int) -> Cell | None:
    """The cell of a date in a year, or None where there is none (29 February, no such holiday)."""
    if date.holiday is not None:
        return holiday_cell(date.holiday, year)
    if date.month is not None:
        if date.day is None:
            return month_cell(year, date.month)
        return day_cell(year, date.month, date.day) if date.day <= month_length(year, date.month) else None
    if date.week is not None:
        return week_cell(year, date.week)
    if date.season is not None:
        return season_cell(year, date.season)
    if date.quarter is not None:
        return quarter_cell(year, date.quarter)
    if date.half is not None:
        return Cell(Unit.HALF, year * 2 + date.half - 1)
    return year_cell(year)


def cell_in_story(date: Calendar, told: Cell) -> Cell | None:
    """A date without a year in a story: of the year that was told, or the nearest to the month or day that was told.

    Stories go forward: of two dates about equally near the later one is meant, and a weekday is the next one.
    """
    if date.weekday is not None and date.day is None:
        return Cell(Unit.DAY, weekday_on_or_before(told.first_day + 6, date.weekday))
    if told.unit.rank >= Unit.YEAR.rank:
        return cell_in_year(date, told.year)
    cells = [cell for offset in (1, 0, -1) if (cell := cell_in_year(date, told.year + offset)) is not None]
    forward = _FORWARD_DAYS if date.month is not None else 0
    return min(cells, key=lambda cell: _days_apart(cell, told, forward), default=None)


def _days_apart(cell: Cell, told: Cell, forward: int) -> int:
    """Days between a cell and the one that was told, so many fewer for one that comes after."""
    days = cell.first_day - told.first_day
    return days - forward if days >= 0 else -days


def day_of_month(day: int, here: Cell, tense: Tense) -> Cell | None:
    """The day of that number nearest to a day, on the side of the tense."""
    year, month, _ = civil(here.first_day)
    months = [add_months(year, month, offset) for offset in (0, 1, -1)]
    cells = [day_cell(*where, day) for where in months if day <= month_length(*where)]
    sides = {Tense.PAST: -1, Tense.TOLD: -1, Tense.FUTURE: 1}
    fitting = [cell for cell in cells if (cell.index - here.first_day) * sides.get(tense, 0) >= 0]
    return min(fitting or cells, key=lambda cell: abs(cell.first_day - here.first_day), default=None)


def nearest_year(date: Calendar, reference: Cell, tense: Tense) -> Cell | None:
    """The cell of a date without a year that is nearest to the reference, the side that the tense asks for being
    favoured.

    Papers write the year where the date is not near, whatever the tense: a dividend declared in November is payable on
    Jan. 2. A weekday that is told besides must fit, where it can within ten years.
    """
    year = reference.year
    cells = [cell for offset in range(-1, 2) if (cell := cell_in_year(date, year + offset)) is not None]
    if date.weekday is not None and date.day is not None:
        cells = _on_weekday(date, year) or cells
    if not cells:
        cells = [cell for offset in range(-8, 9) if (cell := cell_in_year(date, year + offset)) is not None]
    if date.quarter is not None and tense is Tense.FUTURE:
        tense = Tense.OPEN  # a company "expects to report third-quarter profit": the quarter is over all the same
    return min(cells, key=lambda cell: _days_away(cell, reference.first_day, tense), default=None)


def _days_away(cell: Cell, here: int, tense: Tense) -> int:
    """Days between a cell and the reference, fewer on the side that the tense looks to."""
    if cell.first_day <= here < cell.end_day:
        return -max(_PAST_DAYS.values())
    if cell.end_day <= here:
        return here - cell.first_day - _PAST_DAYS.get(tense, 0) * (1 + (cell.unit in _LONG_AGO))
    impossible = tense in (Tense.PAST, Tense.TOLD) and cell.unit in _OF_ACCOUNTS
    return cell.first_day - here - _FUTURE_DAYS.get(tense, 0) + impossible * _YEAR_DAYS


def _on_weekday(date: Calendar, year: int) -> list[Cell]:
    """The days of that name near a year that are the wanted weekday."""
    near = (cell_in_year(date, year + offset) for offset in (-1, 0, 1))
    return [cell for cell in near if cell is not None and (cell.index + 3) % 7 == date.weekday]


def weekday_cell(wanted: int, reference: Cell, tense: Tense) -> Cell:
    """The day of the week nearest to a day in the direction of the tense; the day itself counts."""
    day = weekday_on_or_before(reference.first_day, wanted)
    return Cell(Unit.DAY, day + 7 if tense is Tense.FUTURE and day != reference.first_day else day)


def directed(date: Calendar, way: Way, reference: Cell) -> Cell | None:
    """ "last May", "next Tuesday", "this summer": counted from the cell of the same unit that holds the reference."""
    if date.weekday is not None and date.day is None:
        return _directed_weekday(date.weekday, way, reference)
    year = reference.year
    cells = [cell for offset in (-2, -1, 0, 1, 2) if (cell := cell_in_year(date, year + offset)) is not None]
    here = reference.first_day
    if way.step < 0:
        return max((cell for cell in cells if cell.end_day <= here), key=lambda cell: cell.index, default=None)
    if way.step > 0:
        past = reference.end_day - 1  # "in 2017 ... the following spring" is one of 2018
        return min((cell for cell in cells if cell.first_day > past), key=lambda cell: cell.index, default=None)
    begun = date.season == _WINTER and way is Way.THIS and civil(here)[1] <= _WINTER_SPOKEN_OF
    return cell_in_year(date, year - begun)


def _directed_weekday(wanted: int, way: Way, reference: Cell) -> Cell:
    here = reference.first_day
    if way.step < 0:
        return Cell(Unit.DAY, weekday_on_or_before(here - 1, wanted))
    coming = weekday_on_or_before(here + 7, wanted)
    return Cell(Unit.DAY, coming if way.step > 0 or coming != here + 7 else here)


def day_of(cell: Cell) -> tuple[int, int, int]:
    """Year, month and day of a cell's first day."""
    return civil(cell.first_day)
