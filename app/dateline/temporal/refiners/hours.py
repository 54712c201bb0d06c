"""Hours that stand together and the day they are of: "Friday 9 a.m. to 5 p.m., Saturday 10 a.m."."""

from dataclasses import replace
from itertools import pairwise

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Draft
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Calendar, Meaning, Recurring, Shift, TimeOfDay
from dateline.temporal.refiners.context import between
from dateline.temporal.tokens import Tokens

_HABITS = "COMMA?[AT SIGNAL OF INSIDE]?"
_JOINT = "[DASH TO AND OR]"
_OVER_MIDNIGHT = "DASH|TO"
_MOST_HOURS = 2  # of one day in a row
_IN_ROW = "[DASH TO AND OR COMMA SIGNAL AT OF]{0,2}"


def names_day(meaning: Meaning) -> bool:
    """Whether an expression tells a day."""
    match meaning:
        case Calendar():
            return meaning.finest is Unit.DAY
        case Shift(unit=Unit.DAY):
            return True
        case _:
            return False


def day_of(meaning: Meaning) -> Meaning | None:
    """The day that an expression tells or lies on."""
    if isinstance(meaning, TimeOfDay):
        return meaning.day
    return meaning if names_day(meaning) else None


def on_day(draft: Draft, day: Meaning | None, *, eve: bool = False) -> Draft:
    """A time of day without a day of its own, put on a day, or before the midnight with which that begins."""
    time = draft.meaning
    if day is None or not isinstance(time, TimeOfDay) or time.day is not None:
        return draft
    return replace(draft, meaning=replace(time, day=day, eve=eve))


def are_hours(left: Draft, right: Draft, tokens: Tokens) -> bool:
    """Whether two times by the clock are joined: "9 a.m. to 5 p.m."."""
    clocks = all(isinstance(draft.meaning, TimeOfDay) and draft.meaning.hour is not None for draft in (left, right))
    return clocks and between(tokens, left.last, right.first, _JOINT)


def is_later(left: Draft, right: Draft) -> bool:
    """Whether the first of two hours is no earlier on the clock."""
    first, last = left.meaning, right.meaning
    assert isinstance(first, TimeOfDay)
    assert isinstance(last, TimeOfDay)
    return (first.hour or 0, first.minute or 0) >= (last.hour or 0, last.minute or 0)


def behind_hour(left: Draft, right: Draft, tokens: Tokens) -> Draft:
    """The second of two hours, on the day of the first; one that is earlier on the clock lies behind midnight."""
    time, first = right.meaning, left.meaning
    assert isinstance(time, TimeOfDay)
    assert isinstance(first, TimeOfDay)
    if time.day is not None:
        return right
    over = is_later(left, right) and between(tokens, left.last, right.first, _OVER_MIDNIGHT)
    told = replace(time, day=first.day, eve=first.eve, morrow=over or first.morrow, habit=first.habit)
    return replace(right, meaning=told)


def of_habit(left: Draft, right: Draft, tokens: Tokens) -> Draft | None:
    """An hour behind a time that recurs, of no day: "every Friday at 9 p.m."."""
    time = right.meaning
    if not isinstance(left.meaning, Recurring) or not isinstance(time, TimeOfDay) or time.hour is None or time.day:
        return None
    beside = left.last == right.first or between(tokens, left.last, right.first, _HABITS)
    return replace(right, meaning=replace(time, habit=True)) if beside else None


def is_of_day_before(drafts: list[Draft], right: Draft, tokens: Tokens) -> bool:
    """Whether the last of the drafts is an hour of the day told before it, not of the one behind a comma: "Friday
    9 a.m. to 5 p.m., Saturday 10 a.m.".
    """
    if not between(tokens, drafts[-1].last, right.first, "COMMA THE?"):
        return False
    for hour, before in pairwise(drafts[: -_MOST_HOURS - 2 : -1]):
        if not isinstance(hour.meaning, TimeOfDay) or hour.meaning.hour is None or hour.meaning.day is not None:
            return False
        if not between(tokens, before.last, hour.first, _IN_ROW):
            return False
        if day_of(before.meaning) is not None:
            return True
    return False


def is_bare_hour(draft: Draft, tokens: Tokens) -> bool:
    """Whether a time of day is only a number, the first of two hours that are told together."""
    token = tokens.items[draft.last - 1]
    hour = isinstance(draft.meaning, TimeOfDay) and draft.meaning.hour is not None
    return hour and draft.last - draft.first == 1 and token.has(Kind.HOURNUM)
