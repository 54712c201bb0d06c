"""Durations, and where they lie on the calendar if their words say so: "the past six months", "the first weeks of
2021".
"""

from dataclasses import replace
from typing import Final

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
from dateline.temporal.cells import DAYS_IN, FARTHEST_DAY, MONTHS_IN, PRECISIONS, Cell, Unit
from dateline.temporal.meanings import Amount, Base, Length, Piece, Shift, Way
from dateline.temporal.resolution.counted import counted_from
from dateline.temporal.resolved import Resolved, dated, undated
from dateline.temporal.story import Anchor, Story, Tense
from dateline.temporal.value import duration_value, joined_durations

# Reports compare these with the same time a year earlier.
_ACCOUNTS: Final[tuple[Amount, ...]] = ((6, Unit.MONTH), (9, Unit.MONTH), (12, Unit.MONTH), (1, Unit.YEAR))


def resolve_length(length: Length, end: Resolved | None, story: Story, tense: Tense) -> Resolved:
    """A duration, beside the document's date or the story's where it is so told, or before its `end`."""
    value = joined_durations([duration_value(count, unit) for count, unit in length.amounts])
    plain = undated(TimexType.DURATION, value)
    if length.amounts[0] in _ACCOUNTS:
        story.speak_of_longer_period()
    if length.counted_from is not None and end is not None and end.cell is not None:
        return _beside(plain, length.amounts[0], Anchor("timex", end.cell), length.step)
    if end is not None and end.cell is not None and length.amounts[0][0] is not None:
        return _until(plain, length.amounts[0], end)
    if length.beside is not None and story.mentioned is not None:
        return _beside(plain, length.amounts[0], story.mentioned, 1 if length.beside.ahead else -1)
    if length.way is None:
        return plain
    anchor = _counted_from(length, length.way, story, tense)
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


def _beside(plain: Resolved, amount: Amount, anchor: Anchor, step: int) -> Resolved:
    """ "Two days after the ceasefire": a length, and the place on the calendar that far from what happened."""
    count, unit = amount
    if count is None or unit.rank < max(Unit.DAY.rank, anchor.cell.unit.rank):
        return plain
    there = counted_from(Shift(unit, count * step, Base.STORY, exact=False), anchor)
    return replace(
        plain,
        within=there.within or there.denoted,
        precision=there.precision,
        certainty=there.certainty,
        reference=there.reference,
    )


def _until(plain: Resolved, amount: Amount, end: Resolved) -> Resolved:
    """ "The three months to June", "the year ended March 31": from its beginning to the end of that day or month."""
    assert end.cell is not None
    last = Cell(Unit.DAY, end.cell.end_day - 1)
    behind = Cell(Unit.DAY, end.cell.end_day)
    first = _far_day(amount, -1, behind)
    if abs(first - last.index) > FARTHEST_DAY:
        return plain
    within = Interval.throughout(first * DAY_SECONDS, behind.start_seconds)
    return replace(plain, within=within, precision=end.cell.precision, reference=end.reference)


def _counted_from(length: Length, way: Way, story: Story, tense: Tense) -> Anchor | None:
    """The document's date for what people say of now: in news "the next three years" of what is to come are so too."""
    if way.base is Base.DOCUMENT:
        return story.document
    if length.ahead and tense is Tense.FUTURE and story.document is not None and not story.narrative:
        return story.document
    return story.antecedent or (story.base() if way is Way.FOLLOWING else story.document)


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


def resolve_piece(piece: Piece, whole: Resolved | None, story: Story) -> Resolved:
    """Some units within a larger one; without the larger one it is only a length, or a day that nobody dates."""
    if piece.of is None and piece.count == 1 and piece.unit is Unit.DAY:
        return _numbered_day(story)
    length = undated(TimexType.DURATION, duration_value(piece.count, piece.unit))
    if whole is None or whole.cell is None or piece.unit.rank >= whole.cell.unit.rank:
        return length
    if piece.count is None:
        within = whole.cell.interval
    elif piece.unit is Unit.WEEK:
        within = _weeks(piece, piece.count, whole.cell)
    else:
        begin, end = _cells(piece, piece.count, whole.cell)
        if piece.count == 1:
            return dated(begin, reference=whole.reference)
        within = Interval.throughout(begin.start_seconds, end.end_seconds)
    return replace(length, within=within, precision=PRECISIONS[piece.unit], reference=whole.reference)


def _numbered_day(story: Story) -> Resolved:
    """ "On 21 July, the fifth day of the revolt": the day beside it; elsewhere no day of the calendar."""
    named = story.day_named_beside
    return undated(TimexType.DATE, "XXXX-XX-XX") if named is None else dated(named.cell, reference=named.reference)


def _cells(piece: Piece, count: int, whole: Cell) -> tuple[Cell, Cell]:
    """The first and the last cell of a piece."""
    first = Anchor("timex", whole).at(piece.unit)
    last = Anchor("timex", Cell(Unit.DAY, whole.end_day - 1)).at(piece.unit)
    index = first.index + piece.nth - 1 if piece.nth > 0 else last.index - count + 2 + piece.nth
    return Cell(piece.unit, index), Cell(piece.unit, index + count - 1)


def _weeks(piece: Piece, count: int, whole: Cell) -> Interval:
    """Weeks of a month are counted in sevens from its first or its last day, not by the calendar's weeks."""
    if piece.nth > 0:
        first = whole.first_day + 7 * (piece.nth - 1)
        return Interval.throughout(first * DAY_SECONDS, min(first + 7 * count, whole.end_day) * DAY_SECONDS)
    return Interval.throughout((whole.end_day - 7 * count) * DAY_SECONDS, whole.end_day * DAY_SECONDS)
