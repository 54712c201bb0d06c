"""Lengths of time that tell an event's time: "stayed for fourteen months", "will report within ninety days".

What lasted so long begins at the date the text has reached; what is to come within it, or came, lies so near behind.
It must not look for that date.
"""

import re
from dataclasses import dataclass
from typing import Final

from dateline.events.clauses import Clause
from dateline.events.groups import Tense
from dateline.events.passages import Passage
from dateline.events.times import counted_from
from dateline.model.dates import DAY_SECONDS, Certainty, Interval, Precision
from dateline.model.events import EventTime
from dateline.model.timex import Timex3, TimexType

_WITHIN: Final = frozenset({"within", "inside"})
_FOR: Final = frozenset({"for"})
_FILLED: Final = frozenset({"spend", "stay", "last", "serve"})  # verbs that have a length as their object
_FURTHER: Final = frozenset("a an the another further next full whole some about nearly almost just over only".split())
_WEEKS_OR_MORE: Final = re.compile(r"P\d+(?:\.\d+)?(?:[YMWQ]|DE|CE)$|P(?:[2-9]\d|\d{3,})D$")
_COUNTED: Final = re.compile(r"P(?:T?\d)")
_LONGEST_SECONDS: Final = 400 * DAY_SECONDS  # a date wider than a year begins nothing that can be measured


@dataclass(frozen=True, slots=True)
class Length:
    """A length that a clause tells: its words, and whether the event filled it or lies somewhere in it."""

    timex: Timex3
    within: bool


def length_of(passage: Passage, clause: Clause) -> Length | None:
    """The length of time that dates a clause, or None."""
    words, verb = passage.words, clause.verb
    if verb is None:
        return None
    for timex in passage.timexes:
        first = words.index_at(timex.start)
        if timex.type is not TimexType.DURATION or not verb.last <= first < clause.last:
            continue
        lead = first - 1
        while lead > verb.head and words.lowers[lead] in _FURTHER:
            lead -= 1
        if words.lowers[lead] in _WITHIN and _COUNTED.match(timex.value):
            return Length(timex, within=True)
        filled = words.lowers[lead] in _FOR or (lead == verb.head and verb.stem in _FILLED)
        if filled and _WEEKS_OR_MORE.match(timex.value) and verb.tense in _TOLD and not verb.negated:
            return Length(timex, within=False)
    return None


_TOLD: Final = frozenset({Tense.PAST, Tense.PLUPERFECT, Tense.PRESENT})


def measured(start: EventTime, length: Length) -> EventTime | None:
    """The time of what lasted a length from a date on, or came within it."""
    end = counted_from(start, length.timex.value, 1) or _within_day(start, length)
    first, known = start.interval.earliest_start, start.interval.length_seconds
    if end is None or first is None or end.interval.latest_end is None or known is None or known > _LONGEST_SECONDS:
        return None
    if length.within:
        return EventTime(Interval.within(first, end.interval.latest_end), end.precision, Certainty.INFERRED)
    return EventTime(Interval.from_to(start.interval, end.interval), end.precision, Certainty.INFERRED)


def _within_day(start: EventTime, length: Length) -> EventTime | None:
    """ "Within half an hour": on the day it is counted from."""
    clock = length.within and length.timex.value.startswith("PT")
    first, last = start.interval.earliest_start, start.interval.latest_end
    if not clock or first is None or last is None or start.precision.rank > Precision.DAY.rank:
        return None
    day = first // DAY_SECONDS * DAY_SECONDS
    return EventTime(Interval.within(first, max(last, day + DAY_SECONDS)), Precision.DAY, Certainty.INFERRED)
