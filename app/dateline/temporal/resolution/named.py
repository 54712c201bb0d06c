"""Dates by their names to places on the calendar: which year, which week, which century."""

from dataclasses import replace
from typing import Final

from dateline.model.dates import weekday
from dateline.model.timex import TimexType
from dateline.temporal.cells import Cell, Unit, day_cell, weekday_on_or_before, year_cell, years_cell
from dateline.temporal.meanings import Accounts, Block, Calendar, ShortDecade, ShortYear, Way
from dateline.temporal.resolution.nearness import (
    cell_in_story,
    cell_in_year,
    day_of_month,
    directed,
    nearest_year,
    weekday_cell,
)
from dateline.temporal.resolution.southern import northern, southern
from dateline.temporal.resolved import NOTHING, Resolved, dated, undated
from dateline.temporal.story import Anchor, Story, Tense
from dateline.temporal.value import cell_value

_LAST_SHORT_YEAR: Final = 1100  # stories of later times write years of four digits
_TODAY: Final = 1999  # short years of a text without any date


def resolve_named(
    meaning: Calendar | ShortDecade | ShortYear | Block, year: Resolved | None, story: Story, tense: Tense
) -> Resolved:
    """What a name comes to; `year` is the expression that tells the year, resolved, where there is one."""
    match meaning:
        case Block():
            return dated(meaning.cell)
        case ShortDecade():
            return _short_decade(meaning, story)
        case ShortYear():
            return _short_year(meaning, story)
        case Calendar(austral=True):
            return southern(meaning, resolve_named(northern(meaning), year, story, tense))
        case Calendar(year_from=None, year=None):
            return _without_year(meaning, story, tense)
        case Calendar(year_from=ShortYear()) if year is None or year.cell is None:
            return _without_year(replace(meaning, year_from=None), story, tense)
        case Calendar():
            return _with_year(meaning, year)


def _with_year(date: Calendar, told: Resolved | None) -> Resolved:
    """A date whose year is written, or told by another expression."""
    year = date.year
    if told is not None:
        year = None if told.cell is None else told.cell.year
    cell = None if year is None else cell_in_year(date, year)
    if told is not None and told.cell is not None and told.cell.unit is Unit.WEEK and date.weekday is not None:
        cell = Cell(Unit.DAY, told.cell.first_day + date.weekday)
    if cell is None or year is None:
        return undated(TimexType.DATE, unresolved_value(date))
    other = () if date.swapped is None else (day_cell(year, *date.swapped),)
    return dated(cell, reference=None if told is None else told.reference, alternatives=other)


def _without_year(date: Calendar, story: Story, tense: Tense) -> Resolved:
    if story.opened is not None and date == Calendar(weekday=date.weekday) and story.opened.cell.unit is Unit.DAY:
        return _end_of_days(date.weekday or 0, story.opened)
    if story.opened_month is not None and (end := _end_of_months(date, story.opened_month)) is not None:
        return end
    if date.closes_accounts and story.antecedent is None:
        anchor = story.document or story.running()
        tense = Tense.TOLD if date.closes_accounts is Accounts.OVER else tense
    else:
        anchor = _counted_from(date, story)
    if anchor is not None and story.document is not None and _names_day_of_coarse(date, anchor, story):
        anchor = story.document
    cell = None if anchor is None else _relative_cell(date, anchor, tense, telling=anchor is not story.document)
    if anchor is not story.document and story.document is not None and _is_on_other_weekday(date, cell):
        near = _relative_cell(date, story.document, tense, telling=False)
        anchor, cell = (anchor, cell) if _is_on_other_weekday(date, near) else (story.document, near)
    counted = anchor is not story.document and date.way is None
    if cell is not None and counted and _is_past_to_come(cell, story, tense):
        anchor, cell = story.document, _before_now(date, story)
    if anchor is None or cell is None:
        return undated(TimexType.DATE, unresolved_value(date))
    found = dated(cell, reference=anchor.reference)
    if date.season == "WI":  # a winter without a year is named by its January
        return replace(found, value=cell_value(cell.shifted(4)))
    return found


def _names_day_of_coarse(date: Calendar, anchor: Anchor, story: Story) -> bool:
    """ "On Tuesday" where the paragraphs before told only a month or a year: no week but that of writing is known."""
    alone = date.weekday is not None and date.day is None and date.way is None
    return alone and not story.in_paragraph and anchor.cell.unit.rank >= Unit.MONTH.rank


def _is_on_other_weekday(date: Calendar, cell: Cell | None) -> bool:
    """Whether the weekday that is told with a day is not that of the cell: "Friday, 25 November" is of another year."""
    told = date.weekday is not None and date.day is not None and cell is not None
    return told and cell is not None and weekday(cell.first_day) != date.weekday


def _counted_from(date: Calendar, story: Story) -> Anchor | None:
    """What tells the year: the direction's base, the heading of a chronicle's year, or what the stretch of text counts
    from.
    """
    if date.way is not None:
        return story.pointed_at() if date.way is Way.THAT else story.anchor(date.way.base)
    if _is_day_alone(date) and story.told_just_now:
        return story.latest
    by_name = date.month is not None or date.season is not None
    return (story.heading() if by_name else None) or story.running()


def _is_past_to_come(cell: Cell, story: Story, tense: Tense) -> bool:
    """Whether a date told as past would lie behind the day of writing."""
    document = story.document
    past = tense in (Tense.PAST, Tense.TOLD) and document is not None and document.name == "published"
    return past and document is not None and cell.first_day >= document.cell.end_day


def _before_now(date: Calendar, story: Story) -> Cell | None:
    """The last such date before the day of writing."""
    assert story.document is not None
    here = story.document.at(Unit.DAY)
    if _is_day_alone(date):
        return day_of_month(date.day or 1, here, Tense.PAST)
    cells = (cell_in_year(date, here.year - back) for back in (0, 1))
    return next((cell for cell in cells if cell is not None and cell.first_day < here.end_day), None)


def _end_of_days(wanted: int, opened: Anchor) -> Resolved:
    """The weekday that closes a range is the next one behind its beginning: "from Monday to Friday"."""
    return dated(Cell(Unit.DAY, weekday_on_or_before(opened.cell.first_day + 7, wanted)), reference=opened.reference)


def _end_of_months(date: Calendar, opened: Anchor) -> Resolved | None:
    """The month or the day that closes a range is the next one behind its beginning: "November to February"."""
    if date.month is None or date.way is not None or opened.cell.unit is not date.finest:
        return None
    cells = [cell_in_year(date, opened.cell.year + later) for later in (0, 1)]
    cell = next((cell for cell in cells if cell is not None and cell.first_day > opened.cell.first_day), None)
    return None if cell is None else dated(cell, reference=opened.reference)


def _relative_cell(date: Calendar, anchor: Anchor, tense: Tense, *, telling: bool) -> Cell | None:
    if date.day is not None and _is_day_alone(date):
        return _day_alone(date.day, anchor, Tense.OPEN if telling else tense)
    coarse = anchor.cell.unit.rank >= Unit.MONTH.rank
    if coarse and date.weekday is not None and date.day is None:
        return None  # "on Tuesday" in a story that last told a year or a month
    if telling and date.way is None and (date.weekday is None or date.day or anchor.cell.unit.rank <= Unit.WEEK.rank):
        return cell_in_story(date, anchor.cell)
    here = anchor.at(Unit.DAY)
    if date.way is not None:
        whole = date.way is Way.FOLLOWING and date.weekday is None and anchor.cell.unit is Unit.YEAR
        return directed(date, date.way, anchor.cell if whole else here)
    if date.weekday is not None and date.day is None:
        return weekday_cell(date.weekday, here, tense)
    return nearest_year(date, here, tense)


def _is_day_alone(date: Calendar) -> bool:
    """ "The 13th"."""
    return date.day is not None and date.month is None and date.weekday is None


def _day_alone(day: int, anchor: Anchor, tense: Tense) -> Cell | None:
    """ "On the 13th" of the month that was told, or near the day; nothing behind a bare year."""
    if anchor.cell.unit is Unit.MONTH:
        return cell_in_year(Calendar(month=anchor.cell.index % 12 + 1, day=day), anchor.cell.year)
    return None if anchor.cell.unit.rank > Unit.MONTH.rank else day_of_month(day, anchor.at(Unit.DAY), tense)


def unresolved_value(date: Calendar) -> str:
    """The value of a date of which the year is not known."""
    if date.month is not None:
        return f"XXXX-{date.month:02d}" + (f"-{date.day:02d}" if date.day is not None else "")
    if date.weekday is not None:
        return f"XXXX-WXX-{date.weekday + 1}"
    if date.season is not None:
        return f"XXXX-{date.season}"
    if date.week is not None:
        return f"XXXX-W{date.week:02d}"
    if date.quarter is not None:
        return f"XXXX-Q{date.quarter}"
    if date.half is not None:
        return f"XXXX-H{date.half}"
    return "XXXX-XX-XX" if date.finest is Unit.DAY else "XXXX"


def _short_decade(decade: ShortDecade, story: Story) -> Resolved:
    """The nearest such decade that had begun when the document was written; of the twentieth century where there is
    nothing to count from.
    """
    anchor = story.base()
    year = _TODAY if anchor is None else anchor.cell.year
    written = year if story.document is None else story.document.cell.year
    century = max(year, written) // 100 * 100
    decades = [begin + decade.year for begin in range(century - 200, century + 101, 100)]
    if anchor is None or anchor is story.document or anchor.cell.unit.rank > Unit.DECADE.rank:
        return dated(years_cell(Unit.DECADE, max(begin for begin in decades if begin <= max(year, written))))
    begun = [begin for begin in decades if story.document is None or begin <= max(year, written)]
    return dated(years_cell(Unit.DECADE, min(begun, key=lambda begin: abs(begin - year))))


def _short_year(year: ShortYear, story: Story) -> Resolved:
    """The year nearest to the time spoken of, one behind it rather than one ahead: it is the known past that is spoken
    of shortly. Three digits are a year only where antiquity is spoken of.
    """
    anchor = story.base()
    told = _TODAY if anchor is None else anchor.cell.year
    if year.digits < 100:
        years = (100 * (told // 100 + offset) + year.digits for offset in (0, -1, 1))
        return dated(year_cell(min(years, key=lambda near: told - near if near <= told else 2 * (near - told))))
    if anchor is None or told > _LAST_SHORT_YEAR:
        return undated(TimexType.DATE, NOTHING)
    return dated(year_cell(1 - year.digits if told <= 0 else year.digits))
