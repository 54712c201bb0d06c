"""Meanings to places on the calendar, given what is known at that point of the text.
Each kind of meaning has one function.
"""

from dataclasses import replace

from dateline.model.dates import (
    DAY_SECONDS,
    Certainty,
    Extent,
    Interval,
    Precision,
    add_months,
    civil,
    day_number,
    month_length,
)
from dateline.model.timex import TimexType
from dateline.temporal.calendar_dates import (
    cell_in_story,
    cell_in_year,
    day_of_month,
    directed,
    nearest_year,
    weekday_cell,
)
from dateline.temporal.cells import DAYS_IN, FARTHEST_DAY, MONTHS_IN, Cell, Unit, day_cell, year_cell, years_cell
from dateline.temporal.meanings import (
    Amount,
    Base,
    Block,
    Calendar,
    Length,
    Meaning,
    Period,
    Piece,
    Recurring,
    Shift,
    ShortDecade,
    ShortYear,
    TimeOfDay,
    Vague,
    Way,
)
from dateline.temporal.resolved import Resolved, dated, undated
from dateline.temporal.story import Anchor, Story, Tense
from dateline.temporal.times import resolve_time
from dateline.temporal.value import FUTURE, PAST, cell_value, duration_value, joined_durations

_LAST_SHORT_YEAR = 1100  # stories of later times write years of four digits
NOTHING = ""  # the value of what turns out to be no time


def resolve(meaning: Meaning, story: Story, tense: Tense) -> Resolved:
    """What a meaning comes to; unresolved parts are X in its value."""
    if isinstance(meaning, Block):
        return dated(meaning.cell)
    match meaning:
        case Calendar():
            return _calendar(meaning, story, tense)
        case ShortDecade():
            return _short_decade(meaning, story)
        case ShortYear():
            return _short_year(meaning, story)
        case Shift():
            return _shift(meaning, story, tense)
        case Period():
            return _period(meaning, story)
        case TimeOfDay():
            day = resolve(meaning.day, story, tense) if meaning.day is not None else None
            return resolve_time(meaning, day, story)
        case Length():
            return _length(meaning, story)
        case Piece():
            return _piece(meaning, story, tense)
        case Vague() | Recurring():
            return undated(TimexType.SET if isinstance(meaning, Recurring) else TimexType.DATE, meaning.value)


def _calendar(date: Calendar, story: Story, tense: Tense) -> Resolved:
    if date.year_from is not None:
        return _in_told_year(date, date.year_from, story, tense)
    if date.year is not None:
        cell = cell_in_year(date, date.year)
        if cell is None:
            return undated(TimexType.DATE, unresolved_value(date))
        return dated(cell, alternatives=_swapped(date, date.year))
    if date.way is None:
        anchor = story.running()
    else:
        anchor = _anchor(date.way.base, story)
    if anchor is None:
        return undated(TimexType.DATE, unresolved_value(date))
    cell = _relative_cell(date, anchor, tense, telling=anchor is not story.document)
    if cell is None:
        return undated(TimexType.DATE, unresolved_value(date))
    found = dated(cell, reference=anchor.reference)
    if date.season == "WI":  # a winter without a year is named by its January
        return replace(found, value=cell_value(cell.shifted(4)))
    return found


def _relative_cell(date: Calendar, anchor: Anchor, tense: Tense, *, telling: bool) -> Cell | None:
    if date.day is not None and date.month is None and date.weekday is None:
        return day_of_month(date.day, anchor.at(Unit.DAY))
    if telling and date.way is None and (date.weekday is None or date.day or anchor.cell.unit.rank <= Unit.WEEK.rank):
        return cell_in_story(date, anchor.cell)
    here = anchor.at(Unit.DAY)
    if date.way is not None:
        return directed(date, date.way, here)
    if date.weekday is not None and date.day is None:
        return weekday_cell(date.weekday, here, tense)
    return nearest_year(date, here, tense)


def _swapped(date: Calendar, year: int) -> tuple[Cell, ...]:
    return () if date.swapped is None else (day_cell(year, *date.swapped),)


def _in_told_year(date: Calendar, told: Meaning, story: Story, tense: Tense) -> Resolved:
    year = resolve(told, story, tense)
    cell = None if year.cell is None else cell_in_year(date, year.cell.year)
    if cell is None:
        return undated(TimexType.DATE, unresolved_value(date))
    return dated(cell, reference=year.reference)


def unresolved_value(date: Calendar) -> str:
    """The value of a date of which the year is not known."""
    if date.month is not None:
        return f"XXXX-{date.month:02d}" + (f"-{date.day:02d}" if date.day is not None else "")
    if date.weekday is not None:
        return f"XXXX-WXX-{date.weekday + 1}"
    if date.season is not None:
        return f"XXXX-{date.season}"
    if date.quarter is not None:
        return f"XXXX-Q{date.quarter}"
    if date.half is not None:
        return f"XXXX-H{date.half}"
    return "XXXX-XX-XX" if date.finest is Unit.DAY else "XXXX"


def _short_decade(decade: ShortDecade, story: Story) -> Resolved:
    """The last such decade that began before the reference; without one, of the twentieth century."""
    anchor = story.base()
    year = 1999 if anchor is None else anchor.cell.year
    first = year // 100 * 100 + decade.year
    return dated(years_cell(Unit.DECADE, first if first <= year else first - 100))


def _short_year(year: ShortYear, story: Story) -> Resolved:
    """The year nearest to the time spoken of; three digits are a year only where antiquity is spoken of."""
    anchor = story.running()
    told = 1999 if anchor is None else anchor.cell.year
    if year.digits < 100:
        hundreds = (told // 100 + offset for offset in (0, -1, 1))
        return dated(year_cell(min((100 * head + year.digits for head in hundreds), key=lambda near: abs(near - told))))
    if anchor is None or told > _LAST_SHORT_YEAR:
        return undated(TimexType.DATE, NOTHING)
    return dated(year_cell(1 - year.digits if told <= 0 else year.digits))


def _period(period: Period, story: Story) -> Resolved:
    """The last quarter that was named, else the last that ended before the document, moved by years.

    Without a quarter to compare with, "the year-ago results" are those of a whole year.
    """
    named = story.quarter
    if named is None and story.document is not None:
        if period.years:
            return dated(story.document.at(Unit.YEAR).shifted(period.years), reference=story.document.reference)
        named = Anchor(story.document.name, story.document.at(Unit.QUARTER).shifted(-1), story.document.span)
    if named is None:
        return undated(TimexType.DATE, "XXXX-QX")
    years = period.years if period.year is None else period.year - named.cell.year
    return dated(named.cell.shifted(4 * years), reference=named.reference)


def _anchor(base: Base, story: Story) -> Anchor | None:
    match base:
        case Base.DOCUMENT:
            return story.document
        case Base.STORY:
            return story.base()
        case Base.RUNNING:
            return story.running()


def _shift(shift: Shift, story: Story, tense: Tense) -> Resolved:
    anchor = _anchor(shift.base, story)
    if shift.count is None or anchor is None:
        return undated(TimexType.DATE, _vague_shift(shift))
    if shift.unit is Unit.YEAR and not shift.exact and (quarter := story.quarter_near):
        return dated(quarter.cell.shifted(int(4 * shift.count)), reference=quarter.reference)
    cell = shifted(shift, anchor)
    if shift.tensed and tense is not Tense.FUTURE and cell.first_day > anchor.cell.first_day:
        cell = cell.shifted(-1)
    if not cell.usable:
        return undated(TimexType.DATE, PAST if shift.count < 0 else FUTURE)
    if shift.unit.rank < Unit.DAY.rank:
        return replace(dated(cell, reference=anchor.reference, certainty=_sureness(shift)), type=TimexType.TIME)
    return dated(cell, reference=anchor.reference, certainty=_sureness(shift), within=_edge(shift, cell, anchor))


def shifted(shift: Shift, anchor: Anchor) -> Cell:
    """The cell some units away; a half unit moves by its finer parts."""
    assert shift.count is not None
    if shift.count % 1:
        finer = {Unit.YEAR: (Unit.MONTH, 12), Unit.DAY: (Unit.HOUR, 24), Unit.WEEK: (Unit.DAY, 7)}.get(shift.unit)
        if finer is not None:
            return anchor.at(finer[0]).shifted(round(shift.count * finer[1]))
    return anchor.at(shift.unit).shifted(int(shift.count))


def _sureness(shift: Shift) -> Certainty:
    """Counted lengths of weeks and more are rounded by whoever speaks: "ten years ago"."""
    rounded = not shift.exact and shift.unit.rank > Unit.DAY.rank
    return Certainty.APPROXIMATE if rounded else Certainty.STATED


def _vague_shift(shift: Shift) -> str:
    if shift.count is None:
        return PAST if shift.base is Base.DOCUMENT else FUTURE
    if shift.unit is Unit.DAY or shift.unit.rank < Unit.DAY.rank:
        return "XXXX-XX-XX"
    return {Unit.MONTH: "XXXX-XX", Unit.WEEK: "XXXX-WXX", Unit.WEEKEND: "XXXX-WXX-WE"}.get(shift.unit, "XXXX")


def _edge(shift: Shift, cell: Cell, anchor: Anchor) -> Interval | None:
    """ "earlier this week" ends with the reference, "later this year" begins with it."""
    here = anchor.at(Unit.DAY)
    inside = cell.first_day <= here.first_day < cell.end_day
    if shift.edge is None or not inside:
        return None
    if shift.edge == "EARLIER":
        return Interval.within(cell.start_seconds, here.end_seconds)
    return Interval.within(here.start_seconds, cell.end_seconds)


def _length(length: Length, story: Story) -> Resolved:
    value = joined_durations([duration_value(count, unit) for count, unit in length.amounts])
    plain = undated(TimexType.DURATION, value)
    if length.way is None:
        return plain
    anchor = story.document if length.way is not Way.FOLLOWING else story.base()
    count, unit = length.amounts[0]
    if anchor is None or count is None:
        return plain
    return replace(
        plain,
        within=_span_beside(length, anchor),
        precision=anchor.at(unit).precision if unit.rank > Unit.DAY.rank else Precision.DAY,
        certainty=Certainty.APPROXIMATE if unit.rank > Unit.DAY.rank else Certainty.STATED,
        reference=anchor.reference,
        mod="EQUAL_OR_LESS" if length.least else None,
    )


def _span_beside(length: Length, anchor: Anchor) -> Interval | None:
    """The time from some units before the reference to it, or from it to some units after;
    soft between the two lengths.
    """
    assert length.way is not None
    here = anchor.at(Unit.DAY)
    most, least = length.amounts[0], length.least or length.amounts[0]
    far, near = (_far_day(amount, length.way.step, here) for amount in (most, least))
    if abs(far - here.index) > FARTHEST_DAY:
        return None
    if length.way.step < 0:
        far_start, near_start = far * DAY_SECONDS, near * DAY_SECONDS
        return Interval(far_start, near_start, here.start_seconds, here.end_seconds, Extent.THROUGHOUT)
    near_end, far_end = (near + 1) * DAY_SECONDS, (far + 1) * DAY_SECONDS
    return Interval(here.start_seconds, here.end_seconds, near_end, far_end, Extent.THROUGHOUT)


def _far_day(amount: Amount, step: int, here: Cell) -> int:
    """The number of the day some units away; the day of the month is kept, or the last of a shorter month."""
    count, unit = amount
    size = (count or 0) * step
    if unit in MONTHS_IN:
        year, month, day = civil(here.index)
        year, month = add_months(year, month, round(size * MONTHS_IN[unit]))
        return day_number(year, month, min(day, month_length(year, month)))
    return here.index + int(size * DAYS_IN.get(unit, 0))


def _piece(piece: Piece, story: Story, tense: Tense) -> Resolved:
    """Some units within a larger one; without the larger one it is only a length."""
    whole = resolve(piece.of, story, tense) if piece.of is not None else None
    length = undated(TimexType.DURATION, duration_value(piece.count, piece.unit))
    if whole is None or whole.cell is None or piece.unit.rank >= whole.cell.unit.rank:
        return length
    first = Anchor("timex", whole.cell).at(piece.unit)
    last = Anchor("timex", Cell(Unit.DAY, whole.cell.end_day - 1)).at(piece.unit)
    index = first.index + piece.nth - 1 if piece.nth > 0 else last.index - piece.count + 2 + piece.nth
    begin, end = Cell(piece.unit, index), Cell(piece.unit, index + piece.count - 1)
    if piece.count == 1:
        return dated(begin, reference=whole.reference)
    return replace(
        length,
        within=Interval.throughout(begin.start_seconds, end.end_seconds),
        precision=begin.precision,
        reference=whole.reference,
    )
