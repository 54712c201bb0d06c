"""Meanings to places on the calendar, given what is known at that point of the text: one module for each kind of
meaning.
"""

from dateline.model.timex import TimexType
from dateline.temporal.corrected import resolve_given
from dateline.temporal.meanings import (
    Block,
    Calendar,
    Given,
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
)
from dateline.temporal.resolution.counted import resolve_period, resolve_shift
from dateline.temporal.resolution.lengths import resolve_length, resolve_piece
from dateline.temporal.resolution.named import resolve_named
from dateline.temporal.resolution.times import resolve_time
from dateline.temporal.resolved import Resolved, undated
from dateline.temporal.story import Story, Tense
from dateline.temporal.value import SOME_TIME


def resolve(meaning: Meaning, story: Story, tense: Tense) -> Resolved:
    """What a meaning comes to; unresolved parts are X in its value. What it is told by or lies in is resolved before
    it.
    """
    inner = _inner(meaning)
    whole = None if inner is None else resolve(inner, story, tense)
    match meaning:
        case Shift():
            return resolve_shift(meaning, story, tense)
        case Period():
            return resolve_period(meaning, whole, story)
        case TimeOfDay():
            return resolve_time(meaning, whole, story, tense)
        case Length():
            return resolve_length(meaning, whole, story, tense)
        case Piece():
            return resolve_piece(meaning, whole, story)
        case Given():
            return resolve_given(meaning)
        case Vague():
            return undated(TimexType.DURATION if meaning.value == SOME_TIME else TimexType.DATE, meaning.value)
        case Recurring():
            return undated(TimexType.SET, meaning.value)
        case Calendar() | Block() | ShortDecade() | ShortYear():
            return resolve_named(meaning, whole, story, tense)


def _inner(meaning: Meaning) -> Meaning | None:
    match meaning:
        case Calendar():
            return meaning.year_from
        case TimeOfDay():
            return meaning.day
        case Piece():
            return meaning.of
        case Length():
            return meaning.until or meaning.counted_from
        case Period():
            return meaning.until
        case _:
            return None


__all__ = ["resolve"]
