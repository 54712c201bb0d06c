"""Times told by an age: "at 14 he left school", "when she was 24", "aged 31", counted from a date of birth in the text.

Only a birth that has a date is counted from, and only for the person whose birth it is. It must not look for events.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.events.groups import Tense
from dateline.events.mentions import Mention
from dateline.events.passages import Passage
from dateline.model.dates import DAY_SECONDS, Certainty, Interval, Precision, civil, instant, month_length
from dateline.model.events import EventTime
from dateline.model.spans import Span

_NUMBERS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_TENS: Final = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_DECADES: Final = {"teens": 13, "twenties": 20} | {word[:-1] + "ies": tens for word, tens in _TENS.items()}
_COUNT: Final = r"(?P<{}>\d{{1,3}}|[a-z]+(?:-[a-z]+)?)"
_ENDS: Final = r"(?=[,.;)]|$| (?:he|she|they|and|to|in|for|with|after|when)\b)"
_AGE: Final = re.compile(
    r"\b(?:[Aa]t|[Aa]ged|[Bb]y|at the age of|by the age of|[Tt]urned|turning) "
    + _COUNT.format("age")
    + _ENDS
    + r"|\b[Aa]t (?:the|an) age of "
    + _COUNT.format("told")
    + r"\b"
    r"|\b[Ww]hen (?P<owner>(?:[A-Z][\w’']+ ?){1,3}|he |she )was (?:only |just |barely )?"
    + _COUNT.format("past")
    + r"(?: years old)?(?=[,.;)]|$| (?:he|she|they|his|her|their|the|a)\b)"
    r"|\b(?:on|for|around|by) (?:what would have been )?(?:his|her) "
    r"(?P<birthday>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?) birthday\b"
    r"|\b[Ii]n (?:his|her|their) (?:early |mid-?|late )?(?P<decade>teens|[a-z]+ties|\d0s)\b"
)
_ORDINALS: Final = {
    "first": "one",
    "second": "two",
    "third": "three",
    "fifth": "five",
    "eighth": "eight",
    "ninth": "nine",
    "twelfth": "twelve",
}
_OLDEST: Final = 110
_PRONOUNS: Final = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Age:
    """An age told in a sentence: the first and the last year of life it may be, and its words. `owner` is whose it is,
    where the words say so ("when Ann was six"); `birthday` is whether the very day is told."""

    first: int
    last: int
    span: Span
    owner: str = ""
    birthday: bool = False


@dataclass(frozen=True, slots=True)
class Birth:
    """A birth with its date: the words of the name, in small letters, and the earliest and latest day."""

    names: frozenset[str]
    first_day: int
    last_day: int
    span: Span


def births(mentions: Sequence[Mention]) -> list[Birth]:
    """The births that the mentions tell with a date."""
    found = list[Birth]()
    for mention in mentions:
        time = mention.time
        if mention.kind != "birth" or time is None or mention.phrase is None:
            continue
        start, end = time.interval.earliest_start, time.interval.latest_end
        if start is not None and end is not None:
            found.append(Birth(_names(mention), start // DAY_SECONDS, (end - 1) // DAY_SECONDS, mention.phrase))
    return found


def _names(mention: Mention) -> frozenset[str]:
    """The words of the name; none where the line leaves it out: "Born Galway, 19 March 1931."."""
    if not mention.subject:
        return frozenset()
    return frozenset(word.lower() for name in (mention.subject, *mention.company.actors) for word in name.split())


def ages(passage: Passage) -> list[Age]:
    """The ages that a sentence tells."""
    start, end = passage.sentence.start, passage.sentence.end
    found = list[Age]()
    for match in _AGE.finditer(passage.words.text, start, end):
        years = _years(match)
        if years is not None:
            span, birthday = Span(match.start(), match.end()), match["birthday"] is not None
            found.append(Age(*years, span, (match["owner"] or "").strip(), birthday))
    return found


def _years(match: re.Match[str]) -> tuple[int, int] | None:
    """The first and last age that the words stand for."""
    if match["decade"]:
        word = match["decade"]
        first = int(word[:-1]) if word[0].isdigit() else _DECADES.get(word)
        return None if first is None else (first, first + 9 - first % 10)
    age = _number(match["age"] or match["told"] or match["past"] or _cardinal(match["birthday"]))
    return None if age is None or age > _OLDEST else (age, age)


def _cardinal(ordinal: str) -> str:
    """ "40th", "fortieth", "eighty-first" as a number."""
    if ordinal[0].isdigit():
        return ordinal[:-2]
    head, dash, last = ordinal.rpartition("-")
    plain = _ORDINALS.get(last) or (last[:-4] + "y" if last.endswith("tieth") else last.removesuffix("th"))
    return head + dash + plain


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if word in _NUMBERS:
        return _NUMBERS.index(word)
    tens, _, ones = word.partition("-")
    if tens not in (*_TENS, "twenty") or (ones and ones not in _NUMBERS):
        return None
    return _TENS.get(tens, 20) + (_NUMBERS.index(ones) if ones else 0)


def at_age(passage: Passage, mention: Mention, known: Sequence[Birth]) -> tuple[EventTime, Age, Birth] | None:
    """The time of a mention told by an age of somebody whose birth is known, that age and that birth."""
    if not known or mention.kind in {"birth", "death"} or not mention.tense.is_finite or mention.tense is Tense.PRESENT:
        return None
    for age in ages(passage):
        if not _belongs(passage, age, mention):
            continue
        birth = _born(age.owner or mention.subject, known)
        if birth is not None:
            return _time(age, birth), age, birth
    return None


def _belongs(passage: Passage, age: Age, mention: Mention) -> bool:
    """Whether an age dates the clause of a mention: it stands in it, or in a clause "when she was 24" beside it."""
    clauses = passage.clauses
    at = next((index for index, clause in enumerate(clauses) if clause.span(passage.words).overlaps(age.span)), None)
    if at is None:
        return False
    told = clauses[at].verb
    if age.birthday and at and told is not None and told.copular:
        at -= 1  # "on what would have been her 80th birthday"
    if not age.owner:
        return clauses[at] == mention.clause
    return mention.clause in (clauses[max(0, at - 1) : at] or clauses[at + 1 : at + 2])


def _born(owner: str, known: Sequence[Birth]) -> Birth | None:
    """Whose birth it is counted from: that of the only one born, or of the one of that name."""
    if owner.lower() in _PRONOUNS or not owner or not known[0].names:
        return known[0] if len({birth.names for birth in known}) == 1 else None
    words = {word.lower() for word in owner.split() if not word.endswith(("'s", "’s"))}  # "Ann's brother" is not Ann
    return next(
        (birth for birth in known if any(same_name(word, name) for word in words for name in birth.names)), None
    )


def same_name(one: str, other: str) -> bool:
    """Whether two words may be one name: the same, or a short form of it ("len", "leonard")."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST_NAME and long[: len(short) - 1] == short[:-1])


_SHORTEST_NAME: Final = 3


def _time(age: Age, birth: Birth) -> EventTime:
    start = _birthday(birth.first_day, age.first)
    if age.birthday:
        last = _birthday(birth.last_day, age.first) + DAY_SECONDS
        precision = Precision.DAY if birth.first_day == birth.last_day else Precision.YEAR
        return EventTime(Interval.within(start, last), precision, Certainty.INFERRED)
    end = _birthday(birth.last_day, age.last + 1)
    return EventTime(Interval.within(start, max(end, start + DAY_SECONDS)), Precision.YEAR, Certainty.INFERRED)


def _birthday(day: int, years: int) -> int:
    """The instant at which somebody born on a day becomes that old."""
    year, month, of_month = civil(day)
    return instant(year + years, month, min(of_month, month_length(year + years, month)))
