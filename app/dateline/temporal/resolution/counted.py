"""Expressions that are counted from something to places on the calendar: "three days ago", "that year", "the
quarter".
"""

import math
from dataclasses import replace
from typing import Final

from dateline.model.dates import (
    DAY_SECONDS,
    HOUR_SECONDS,
    MINUTE_SECONDS,
    Certainty,
    Interval,
    Precision,
    add_months,
    civil,
    day_number,
    month_length,
)
from dateline.model.timex import Reference, TimexType
from dateline.temporal.cells import DAYS_IN, MONTHS_IN, Cell, Unit, cell_at, day_cell, year_cell
from dateline.temporal.meanings import Base, Period, Shift
from dateline.temporal.resolved import NOTHING, Resolved, dated, undated
from dateline.temporal.story import Anchor, Story, Tense
from dateline.temporal.value import FUTURE, PAST, duration_value, unknown_part

_HALVED: Final = {
    Unit.CENTURY: (Unit.DECADE, 10),
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.DAY: (Unit.HOUR, 24),
    Unit.WEEK: (Unit.DAY, 7),
}
_SECONDS: Final = {Unit.SECOND: 1, Unit.MINUTE: MINUTE_SECONDS, Unit.HOUR: HOUR_SECONDS}
_DAYS: Final = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.MONTH: 31, Unit.QUARTER: 92, Unit.YEAR: 366}
_WEEKS_SLACK_DAYS: Final = 3  # who counts in weeks may be so many days off; "a week later" is mostly meant to the day
_SOON_DAYS: Final = 2  # from Thursday on a weekend is near
_UNKNOWN: Final = {Unit.MONTH: "XXXX-XX", Unit.WEEK: "XXXX-WXX", Unit.WEEKEND: "XXXX-WXX-WE"}


def resolve_shift(shift: Shift, story: Story, tense: Tense) -> Resolved:
    """Some units away from the document or from the story, or from something that the text dated."""
    anchor = _anchor(shift, story) if shift.beside is None else story.mentioned
    if shift.beside is not None and (anchor is None or anchor.cell.unit.rank > shift.unit.rank):
        return undated(TimexType.DATE, NOTHING)
    if shift.planned and tense is not Tense.FUTURE:
        return undated(TimexType.DURATION, duration_value(shift.count, shift.unit))
    if shift.count is None or anchor is None:
        return _vaguely(shift, anchor)
    if shift.unit.rank < Unit.DAY.rank:
        return _within_day(shift, anchor)
    alike = shift.unit is Unit.YEAR and not shift.exact and (shift.count < 0 or story.antecedent is None)
    if alike and (quarter := story.quarter_compared()):
        return dated(quarter.cell.shifted(int(4 * shift.count)), reference=quarter.reference)
    if shift.same_day:
        return dated(same_day(shift.unit, shift.count, anchor), reference=anchor.reference)
    if shift.unit.rank < anchor.cell.unit.rank:
        return _behind_coarse(shift, anchor)
    cell = shifted(shift.unit, shift.count, anchor)
    if shift.tensed and _is_over(cell, anchor, tense):
        cell = cell.shifted(-1)
    return _placed(shift, cell, anchor)


def _whole_years(shift: Shift) -> float | None:
    """How many years some months make: "twelve months later"."""
    months = shift.count or 0
    return months // 12 if shift.unit is Unit.MONTH and months and months % 12 == 0 else None


def _is_over(cell: Cell, anchor: Anchor, tense: Tense) -> bool:
    """Whether "the weekend" is the one before: in the past, and where nothing tells the tense up to Wednesday."""
    days = cell.first_day - anchor.cell.first_day
    return days > 0 and (tense in (Tense.PAST, Tense.TOLD) or (tense is Tense.OPEN and days > _SOON_DAYS))


def counted_from(shift: Shift, anchor: Anchor) -> Resolved:
    """A known number of units of at least the anchor's size away from it."""
    return _placed(shift, shifted(shift.unit, shift.count or 0, anchor), anchor)


def _placed(shift: Shift, cell: Cell, anchor: Anchor) -> Resolved:
    if not cell.usable:
        return undated(TimexType.DATE, PAST if (shift.count or 0) < 0 else FUTURE)
    within = _edge(shift, cell, anchor) or _about_day(shift, anchor)
    return dated(cell, reference=anchor.reference, certainty=_sureness(shift), within=within)


def _vaguely(shift: Shift, anchor: Anchor | None) -> Resolved:
    """An unknown number of units; "a few hours later" behind a day lies on that day."""
    if shift.unit.rank >= Unit.DAY.rank or shift.base is not Base.STORY:
        return undated(TimexType.DATE, _vague_shift(shift))
    unknown = undated(TimexType.DURATION, duration_value(None, shift.unit))
    if anchor is None or anchor.cell.unit is not Unit.DAY:
        return unknown
    day = anchor.at(Unit.DAY)
    return replace(
        unknown,
        within=day.interval,
        precision=Precision.DAY,
        certainty=Certainty.APPROXIMATE,
        reference=anchor.reference,
    )


def _anchor(shift: Shift, story: Story) -> Anchor | None:
    """What it is counted from; "the end of the month" behind a bare year, in what is no story, is the document's."""
    anchor = story.told_near(shift.unit) if shift.base is Base.STORY else story.anchor(shift.base)
    if shift.unit is Unit.YEAR and shift.exact and not shift.count and shift.base is Base.STORY:
        return story.year_before_now or anchor
    if shift.unit is Unit.YEAR and shift.base is Base.STORY and not shift.exact and _compares_years(shift, story):
        return story.document
    coarse = anchor is not None and shift.unit.rank < anchor.cell.unit.rank
    if coarse and shift.base is Base.RUNNING and not story.narrative:
        return story.document or anchor
    return anchor


def _compares_years(shift: Shift, story: Story) -> bool:
    """Whether a report compares its nine months or its year with those before: "a year earlier" is no year before
    what was compared last.
    """
    return story.in_longer_period and not story.telling and (shift.count or 0) < 0 and story.antecedent is None


def _within_day(shift: Shift, anchor: Anchor) -> Resolved:
    """Hours and minutes from a day of which the hour is not known: within the same day, more or less."""
    if abs(shift.count or 0) * _SECONDS[shift.unit] > DAY_SECONDS:
        return undated(TimexType.DATE, _vague_shift(shift))
    return dated(anchor.at(Unit.DAY), reference=anchor.reference, certainty=Certainty.APPROXIMATE)


def _behind_coarse(shift: Shift, anchor: Anchor) -> Resolved:
    """Units from a longer one: "twelve months later" than a year is the next."""
    years = _whole_years(shift)
    if years is None:
        return _within_coarse(shift, anchor)
    return _placed(shift, shifted(Unit.YEAR, years, anchor), anchor)


def _within_coarse(shift: Shift, anchor: Anchor) -> Resolved:
    """ "The next day" of a story that last told a month or a year: some day of that time, nobody says which."""
    near = anchor.cell.interval
    size = math.ceil(abs(shift.count or 0) * _DAYS.get(shift.unit, 0)) * DAY_SECONDS
    if near.latest_end is None or near.earliest_start is None:
        return undated(TimexType.DATE, _vague_shift(shift))
    ahead, back = (size, 0) if (shift.count or 0) > 0 else (0, size)
    within = Interval.within(near.earliest_start - back, near.latest_end + ahead)
    return Resolved(
        TimexType.DATE,
        unknown_part(anchor.cell, shift.unit),
        within=within,
        precision=anchor.cell.precision,
        certainty=Certainty.APPROXIMATE,
        reference=anchor.reference,
    )


def shifted(unit: Unit, count: float, anchor: Anchor) -> Cell:
    """The cell some units away; a half unit moves by its finer parts."""
    if count % 1 and unit in _HALVED:
        finer, size = _HALVED[unit]
        return anchor.at(finer).shifted(round(count * size))
    return anchor.at(unit).shifted(int(count))


def same_day(unit: Unit, count: float, anchor: Anchor) -> Cell:
    """The day some units away, its number in the month kept: "fifty years ago today"."""
    here = anchor.at(Unit.DAY)
    if unit not in MONTHS_IN:
        return here.shifted(int(count * DAYS_IN.get(unit, 0)))
    year, month, day = civil(here.index)
    year, month = add_months(year, month, int(count * MONTHS_IN[unit]))
    return day_cell(year, month, min(day, month_length(year, month)))


def _sureness(shift: Shift) -> Certainty:
    """Counted lengths of weeks and more are rounded by whoever speaks: "ten years ago"."""
    rounded = not shift.exact and shift.unit.rank > Unit.DAY.rank
    return Certainty.APPROXIMATE if rounded else Certainty.STATED


def _vague_shift(shift: Shift) -> str:
    if shift.count is None:
        return FUTURE if shift.ahead else PAST
    if shift.unit is Unit.DAY or shift.unit.rank < Unit.DAY.rank:
        return "XXXX-XX-XX"
    return _UNKNOWN.get(shift.unit, "XXXX")


def _edge(shift: Shift, cell: Cell, anchor: Anchor) -> Interval | None:
    """ "earlier this week" ends with the reference, "later this year" begins with it."""
    here = anchor.at(Unit.DAY)
    inside = cell.first_day <= here.first_day < cell.end_day
    if shift.edge is None or not inside:
        return None
    if shift.edge == "EARLIER":
        return Interval.within(cell.start_seconds, here.end_seconds)
    return Interval.within(here.start_seconds, cell.end_seconds)


def _about_day(shift: Shift, anchor: Anchor) -> Interval | None:
    """ "Three weeks later" than a day is about so many days on, whatever day its week begins with."""
    count = shift.count or 0
    told = shift.unit is Unit.WEEK and not shift.exact
    if not told or anchor.cell.unit is not Unit.DAY or count % 1:
        return None
    day = anchor.cell.shifted(int(count) * DAYS_IN[Unit.WEEK])
    to_the_day = abs(count) == 1 and shift.base is Base.STORY
    slack_seconds = (1 if to_the_day else _WEEKS_SLACK_DAYS) * DAY_SECONDS
    return Interval.within(day.start_seconds - slack_seconds, day.end_seconds + slack_seconds)


def _quarter_until(end: Cell, reference: Reference | None, story: Story) -> Resolved:
    """ "The quarter ended July 31": the three months up to then."""
    story.speak_of_quarter()
    year, month, day = civil(end.end_day)
    begin = day_number(*add_months(year, month, -3), day)
    cell = cell_at(Unit.QUARTER, (begin + end.end_day) // 2 * DAY_SECONDS)
    within = Interval.within(begin * DAY_SECONDS, end.end_day * DAY_SECONDS)
    story.quarter = story.quarter or Anchor("timex", cell)
    return dated(cell, reference=reference, within=within)


def resolve_period(period: Period, end: Resolved | None, story: Story) -> Resolved:
    """The last quarter that was named, else the last that ended before the document, moved by years.

    Without a quarter to compare with, "the year-ago results" are those of a whole year. A quarter that is told by its
    `end` is named by its middle.
    """
    if end is not None and end.cell is not None:
        return _quarter_until(end.cell, end.reference, story)
    story.settle_quarter()
    named = story.quarter
    if story.document is not None and (named is None or (story.in_longer_period and (period.years or period.year))):
        if period.year is not None:
            return dated(year_cell(period.year))
        if period.years:
            return dated(story.document.at(Unit.YEAR).shifted(period.years), reference=story.document.reference)
        named = Anchor(story.document.name, story.document.at(Unit.QUARTER).shifted(-1), story.document.span)
    if named is None:
        return undated(TimexType.DATE, "XXXX-QX")
    story.speak_of_quarter()
    years = period.years if period.year is None else period.year - named.cell.year
    return dated(named.cell.shifted(4 * years), reference=named.reference)
