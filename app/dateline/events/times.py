"""The time of a clause from the expressions in it, and what an expression says when it dates nothing.

It must not read dates: values come with the expressions.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.events.lexicon import Lexicon
from dateline.events.tagging import Words
from dateline.model.dates import DAY_SECONDS, Certainty, Interval, Precision, add_months, civil, instant
from dateline.model.events import Alternative, EventTime
from dateline.model.timex import Signal, Timex3, TimexType

_DURATION: Final = re.compile(r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")
_CLOCK_UNITS: Final = frozenset(
    "second seconds minute minutes hour hours moment moments stunden minuten sekunden".split()
)
_COMPARED_WORDS: Final = 8
_BETWEEN_STATEMENTS: Final = frozenset(",;:SRQWBdhFM")
_JOINED: Final = re.compile(r",?CJ*(?:P(?:D?[oA#gz]+)*)*[PDJ]*")
_FARTHEST_YEAR: Final = 100_000
_WEEK_SLACK_DAYS: Final = 3  # "three weeks after" may be a day or two more or less
_INDEFINITE: Final = frozenset({"a", "an", "one"})
_RANKS: Final = frozenset("first second third last only most least best worst".split())
# "24/02  2350", "10 Feb 1800", "Nov 5, 16:48"
_SERIAL: Final = re.compile(r"/\d{3,}(?!\d*/)")
_DAY_IN_FIGURES: Final = re.compile(r"\d/\d|\d\.\s?\d\d?\.|\d\s[A-Z][a-z]{2}|[A-Z][a-z]{2,8}\.?\s\d\d?(?![\d:.])")
# A bare clock time has none of these: it says no day of its own.
_DAY_WORDS: Final = frozenset("today tonight yesterday tomorrow this last next ago now heute gestern morgen".split())
_ARTICLES: Final = frozenset({"The", "That", "Der", "Die", "Das"})
_OTHER_UNITS: Final = re.compile(r"P(\d+)(DE|CE|Q)$")
_MONTHS_IN: Final = {"Q": 3, "DE": 120, "CE": 1200}


def is_datable(timex: Timex3) -> bool:
    """Whether an expression can give an event a time."""
    return timex.interval is not None and timex.type is not TimexType.SET


def within_its_day(timex: Timex3) -> Timex3:
    """ "Shortly before 7 a.m.": a clock time with an open side stays within its day. The midnight of a day that is
    told ends it, so what came before midnight is all of that day.
    """
    interval, denoted = timex.interval, timex.denoted
    if timex.precision is None or not timex.precision.has_clock or interval is None or denoted is None:
        return timex
    start, end = denoted.earliest_start, denoted.latest_end
    if start is None or end is None or (interval.earliest_start is not None and interval.latest_end is not None):
        return timex
    day = start // DAY_SECONDS * DAY_SECONDS
    if interval.earliest_start is None:
        last = interval.latest_end
        until = last if last is not None and last > day else day + DAY_SECONDS
        return replace(timex, interval=Interval.within(min(day, end - 1), until))
    first = interval.earliest_start
    return replace(timex, interval=Interval.within(first, max(day + DAY_SECONDS, first + 1)))


def event_time(timex: Timex3) -> EventTime | None:
    """The time an event has that one expression dates."""
    if timex.interval is None:
        return None
    precision = timex.precision or Precision.DAY
    others = tuple(Alternative(interval, precision) for interval in timex.alternatives)
    return EventTime(timex.interval, precision, timex.certainty, timex.zone, others)


def told_times(words: Words, timexes: Sequence[Timex3]) -> list[tuple[Timex3, ...]]:
    """The expressions of one clause, parted where it tells of the same at several times: "in Italy in April and in the
    west in May", "in 1950 and again in 1962". What only names a thing ("his 1983 concert") is left out where something
    else gives a time.
    """
    usable = [timex for timex in timexes if is_datable(timex)]
    beside = [timex for timex in usable if not _is_prenominal(words, timex)]
    parts = list[tuple[Timex3, ...]]()
    for timex in beside or usable:
        if parts and not _is_told_apart(words, parts[-1][-1], timex):
            parts[-1] = (*parts[-1], timex)
        else:
            parts.append((timex,))
    return parts


def _is_prenominal(words: Words, timex: Timex3) -> bool:
    """ "His 1983 concert", "last October's vote": between an article or owner and a noun, or owning it."""
    first, last = words.index_at(timex.start), words.index_at(timex.end - 1) + 1
    if last >= len(words.tags):
        return False
    owns = words.tags[last] == "z"
    return owns or (first > 0 and words.tags[first - 1] in "Dz" and words.tags[last] in "oAg")


def _is_told_apart(words: Words, one: Timex3, other: Timex3) -> bool:
    """Whether two expressions are joined by "and", with at most places between, and are two times, not one stretch."""
    first, last = words.index_at(one.end - 1) + 1, words.index_at(other.start)
    listed = words.tags[first:last] == "," and one.precision is other.precision  # "in 1950, 1962 and 1971"
    joined = listed or _JOINED.fullmatch(words.tags, first, last) is not None
    if not joined or one.interval is None or other.interval is None or _range(one, other) is not None:
        return False
    apart = not one.interval.overlaps(other.interval)
    return apart and not (last - first == 1 and _follow_each_other(one, other))


def _follow_each_other(one: Timex3, other: Timex3) -> bool:
    """Whether one time ends where the other begins: "May and June 1990"."""
    first, last = one.denoted, other.denoted
    return first is not None and last is not None and first.latest_end == last.earliest_start


def combined_time(timexes: Sequence[Timex3]) -> tuple[EventTime, tuple[Timex3, ...]] | None:
    """The time several expressions of one clause give together, and those it rests on.

    A range joins its two ends, and so does "and" between two that follow each other; of a day and a clock time in it
    the narrower counts; otherwise the first expression does.
    """
    usable = [timex for timex in timexes if is_datable(timex)]
    if not usable:
        return None
    for one, other in pairwise(usable):
        joined = _range(one, other) or _stretch(one, other)
        if joined is not None:
            return joined, (one, other)
    best, used = usable[0], [usable[0]]
    for timex in usable[1:]:
        if (_holds(best, timex) and not _holds(timex, best)) or _is_day_of_season(best, timex):
            best = timex
            used.append(timex)
        elif _holds(timex, best):
            used.append(timex)
    time = event_time(best)
    return None if time is None else (time, tuple(used))


def _is_day_of_season(season: Timex3, day: Timex3) -> bool:
    """ "In the summer of 1967, on 7 February": where it is summer then, nobody needs to say."""
    if season.precision is not Precision.SEASON or day.precision is not Precision.DAY:
        return False
    return season.value[:4] == day.value[:4]


def _stretch(one: Timex3, other: Timex3) -> EventTime | None:
    """The time "in May and June" where both are of one precision and follow each other."""
    if one.precision is not other.precision or one.signal is not None or other.signal is not None:
        return None
    first, last = one.denoted, other.denoted
    if first is None or last is None or not _follow_each_other(one, other) or one.precision is None:
        return None
    return EventTime(Interval.from_to(first, last), one.precision, _weaker(one.certainty, other.certainty))


def _holds(wider: Timex3, narrower: Timex3) -> bool:
    return wider.interval is not None and narrower.interval is not None and wider.interval.contains(narrower.interval)


def _range(one: Timex3, other: Timex3) -> EventTime | None:
    """The time "from 1990 to 1995" where both ends are expressions of their own."""
    if one.signal not in {Signal.FROM, Signal.BETWEEN, Signal.SINCE} or other.signal not in {
        Signal.UNTIL,
        Signal.BETWEEN,
        None,
    }:
        return None
    first, last = one.denoted, other.denoted
    if first is None or last is None or first.earliest_start is None or last.latest_end is None:
        return None
    if other.signal is None and other.start - one.end > 12:
        return None
    if first.earliest_start >= last.latest_end:
        return None
    precision = max(one.precision or Precision.DAY, other.precision or Precision.DAY, key=lambda known: known.rank)
    return EventTime(Interval.from_to(first, last), precision, _weaker(one.certainty, other.certainty))


def _weaker(one: Certainty, other: Certainty) -> Certainty:
    order = list(Certainty)
    return max(one, other, key=order.index)


def inferred(time: EventTime) -> EventTime:
    """The same time, told as inferred."""
    return replace(time, certainty=Certainty.INFERRED)


def duration_months(value: str) -> float | None:
    """Length of a TIMEX3 duration in months, or None where it has none ("PXY").

    >>> duration_months("P10Y"), duration_months("P1DE"), duration_months("P2W"), duration_months("PXM")
    (120.0, 120.0, 0.46, None)
    """
    match = _OTHER_UNITS.match(value)
    if match:
        return float(match[1]) * _MONTHS_IN[match[2]]
    match = _DURATION.match(value)
    if not match or not any(match.groups()):
        return None
    years, months, weeks, days = (float(part or 0) for part in match.groups())
    return years * 12 + months + round((weeks * 7 + days) / 30.44, 2)


def ending_at(end_seconds: int, value: str) -> EventTime | None:
    """All the time of a duration's length before an instant; its start is only about known."""
    months = duration_months(value)
    if months is None or months > 120_000:
        return None
    year, month, day = civil(end_seconds // DAY_SECONDS - 1)
    whole = int(months)
    year, month = add_months(year, month, -whole)
    start = instant(year, month, min(day, 28)) - int((months - whole) * 30) * DAY_SECONDS
    precision = Precision.YEAR if months >= 24 else Precision.MONTH if months >= 2 else Precision.DAY
    if start >= end_seconds:
        return None
    return EventTime(Interval.throughout(start, end_seconds), precision, Certainty.INFERRED)


def counted_from(time: EventTime, value: str, direction: int) -> EventTime | None:
    """The time that lies a duration before (-1) or after (+1) another: to the day where it is told in days, else about
    so, by the unit it is told in.
    """
    match = _DURATION.match(value)
    start, end = time.interval.earliest_start, time.interval.latest_end
    if match is None or not any(match.groups()) or start is None or end is None:
        return None
    years, months, weeks, days = (direction * int(float(part or 0)) for part in match.groups())
    first, last = (_moved_by(day // DAY_SECONDS, 12 * years + months, 7 * weeks + days) for day in (start, end - 1))
    if first is None or last is None:
        return None
    unit = Precision.YEAR if years else Precision.MONTH if months else Precision.WEEK if weeks else Precision.DAY
    if unit.rank < time.precision.rank:
        unit = time.precision
    return EventTime(_rounded(first, last, unit), unit, Certainty.INFERRED)


def _moved_by(day: int, months: int, days: int) -> int | None:
    """The number of a day some months and days on; None where no calendar reaches."""
    year, month, of_month = civil(day)
    year, month = add_months(year, month, months)
    if abs(year) > _FARTHEST_YEAR:
        return None
    return instant(year, month, min(of_month, 28) if months else of_month) // DAY_SECONDS + days


def _rounded(first: int, last: int, unit: Precision) -> Interval:
    """The days from first to last, widened to what a unit leaves open."""
    if unit.rank >= Precision.YEAR.rank:
        return Interval.within(instant(civil(first)[0]), instant(civil(last)[0] + 1))
    if unit.rank >= Precision.MONTH.rank:
        (year, month, _), (last_year, last_month, _) = civil(first), civil(last)
        return Interval.within(instant(year, month), instant(*add_months(last_year, last_month, 1)))
    slack = _WEEK_SLACK_DAYS if unit is Precision.WEEK else 0
    return Interval.within((first - slack) * DAY_SECONDS, (last + 1 + slack) * DAY_SECONDS)


def is_clock_step(timex: Timex3) -> bool:
    """ "Two minutes later": a step of the clock, whatever day it was counted to."""
    coarse = timex.precision is not None and timex.precision.rank > Precision.DAY.rank  # "the second quarter"
    return not coarse and not _CLOCK_UNITS.isdisjoint(timex.text.lower().split())


def is_bare_clock(timex: Timex3) -> bool:
    """Whether an expression is a clock time that names no day."""
    if is_clock_step(timex):
        return "ago" not in timex.text.lower().split()
    if timex.type is not TimexType.TIME or timex.precision is None or not timex.precision.has_clock:
        return False
    if _DAY_IN_FIGURES.search(timex.text):
        return False
    words = timex.text.split()
    named = any(word[0].isupper() for word in words if word not in _ARTICLES)
    names_day = timex.precision is Precision.PART_OF_DAY and named
    return timex.reference is not None and not names_day and not _DAY_WORDS & set(timex.text.lower().split())


def is_baseline(words: Words, timex: Timex3) -> bool:
    """Whether an expression only sets what something is compared with: "more than in the past ten years", "the first
    since 2005", "the largest of its kind since 1998".
    """
    first = words.index_at(timex.start)
    if "than" in words.lowers[max(0, first - 3) : first] or _is_likened(words, first):
        return True
    return timex.signal is Signal.SINCE and _follows_superlative(words, first)


def _is_likened(words: Words, first: int) -> bool:
    """ "Taken for a fault, as on 3 May": a date that something else is likened to."""
    return first > 1 and words.lowers[first - 2] == "as" and words.lowers[first - 1] in {"on", "in", "at", "during"}


def _follows_superlative(words: Words, first: int) -> bool:
    """Whether "the first", "the worst" stands before a word, with no verb or comma between."""
    at = first - 1
    while at > 0 and first - at <= _COMPARED_WORDS and words.tags[at] not in _BETWEEN_STATEMENTS:
        word = words.lowers[at]
        ranks = word in _RANKS or (word.endswith("est") and len(word) > 4)
        if ranks and words.tags[at - 1] in "Dz":
            return True
        at -= 1
    return False


def dates_nothing(words: Words, timex: Timex3, lexicon: Lexicon) -> bool:
    """Whether an expression stands for no time of an event: it names, compares, or belongs to an identifier."""
    return (
        not is_datable(timex)
        or is_modifier(words, timex, lexicon)
        or is_baseline(words, timex)
        or _is_daily(words, timex)
        or _is_any_part_of_day(words, timex)
        or _is_part_of_number(words.text, timex)
    )


def _is_any_part_of_day(words: Words, timex: Timex3) -> bool:
    """ "Lay there for a night", "one morning": no day is told by it."""
    first = words.index_at(timex.start)
    if first >= len(words.lowers):
        return False
    indefinite = words.lowers[first] in _INDEFINITE or (first > 0 and words.lowers[first - 1] in _INDEFINITE)
    return indefinite and timex.precision is Precision.PART_OF_DAY


def _is_daily(words: Words, timex: Timex3) -> bool:
    """ "Opened at 0700 daily": a time of day that comes every day."""
    last = words.index_at(timex.end - 1) + 1
    clock = timex.precision is not None and timex.precision.rank < Precision.DAY.rank
    return clock and words.lowers[last : last + 1] in (["daily"], ["nightly"], ["weekdays"])


def _is_part_of_number(text: str, timex: Timex3) -> bool:
    """ "Case 417/2010": a year behind a slash or a hyphen and a number."""
    before = text[max(0, timex.start - 2) : timex.start]
    if _SERIAL.match(text, timex.end) is not None and timex.precision is Precision.YEAR:
        return True  # "Press release 2026/011"
    glued = text[timex.end : timex.end + 1] == "_" or before[-1:] == "_"  # a file's name
    return glued or (len(before) == 2 and before[1] in "/-" and before[0].isalnum())


def is_modifier(words: Words, timex: Timex3, lexicon: Lexicon) -> bool:
    """Whether an expression only names a thing: "the 1996 Act", "the 2014 report", "Article 5 of the 1949
    Convention"."""
    first = words.index_at(timex.start)
    last = words.index_at(timex.end - 1) + 1
    if _follows_thing(words, first, timex, lexicon) or _is_part_of_day_of(words, last, timex):
        return True
    if last >= len(words.tags) or words.tags[last] not in "oA":
        return False
    before = words.tags[first - 1] if first else ""
    # "The 1996 Act", but not "in the past six months Norway has": a name behind a number belongs to it.
    named = (words.tags[last] == "A" and timex.text[-1:].isdigit()) or lexicon.has_any(
        "things.dated", words.lowers[last : last + 4]
    )
    return (before in {"D", "o", "A", "z"} or "the" in timex.text.lower().split()) and named


def _is_part_of_day_of(words: Words, last: int, timex: Timex3) -> bool:
    """ "Night rest", "the morning paper": a part of the day in front of a noun."""
    bare = timex.precision is Precision.PART_OF_DAY and " " not in timex.text.lower().removeprefix("the ")
    return bare and last < len(words.tags) and words.tags[last] == "o"


def _follows_thing(words: Words, first: int, timex: Timex3, lexicon: Lexicon) -> bool:
    """ "The Harbours Act 1987", "the Manning Regulations of 2009": the year is part of the name."""
    year = timex.precision is Precision.YEAR and timex.text.isdigit()
    if year and first > 1 and words.lowers[first - 1] == "of" and words.tags[first - 2] == "A":
        return lexicon.has("things.statutes", words.lowers[first - 2])
    if year and first > 2 and words.lowers[first - 1] == "of" and words.tags[first - 2] == "#":
        return lexicon.has_any("things.statutes", words.lowers[max(0, first - 4) : first - 2])  # "Law 13.055 of 2009"
    if year and first > 1 and words.lowers[first - 1] == "of" and lexicon.has("things.valued", words.lowers[first - 2]):
        return True
    return year and first > 0 and words.tags[first - 1] == "A" and lexicon.has("things.dated", words.lowers[first - 1])
