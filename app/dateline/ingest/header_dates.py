"""Full dates as mastheads, mail headers and signatures write them: a small reader of its own.

It reads day, month and year in the usual orders, ISO 8601, numbers, a month with its year, a military date-time group
and the date in a web address. It resolves nothing that is relative or lacks its year, and knows nothing of where in a
document it looks.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dateline.ingest.lexicon import header_words
from dateline.model.dates import day_number, month_length, weekday

_TWO_DIGIT_PIVOT: Final = 40  # 40 to 99 are of the 1900s: documents have been written then, and none after 2039 yet
# Every form in figures begins with a digit and looks back only behind it: then the search leaps from digit to digit,
# which is ten times as fast as asking at every character what stands before it.
_YEAR: Final = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
# A year may be glued to a clock time or to a word: "2014Updated", "30.10.201412:15 Uhr".
_YEAR_END: Final = r"(?!\.\d)(?=\D|$|\d{1,2}[:.]\d\d)"
_DAY: Final = r"(?P<day>\d(?<![\d/]\d)(?<!\d[.,-]\d)(?:(?<=[0-3])\d)?)(?:st|nd|rd|th|er|d(?!e)|º|\.)?"
_NUMBER: Final = r"\d(?<![\d./-]\d)\d?"


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """A date and its place in the text it was read from. `day` is None where only the month is given, `month` too where
    only the year is.

    `swapped`: month and day of a numeric date may change places.
    """

    start: int
    end: int
    year: int
    month: int | None
    day: int | None
    swapped: bool = False

    @property
    def day_number(self) -> int:
        """Its day, or the first of its month or year."""
        return day_number(self.year, self.month or 1, self.day or 1)


@cache
def _patterns() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """The name of each form, whether it names the month, and its pattern, over text in small letters."""
    month = rf"(?P<month>{_any_of(header_words().months)})(?![^\W\d_])\.?"
    ordinal = _any_of(header_words().ordinals)
    sources = (
        ("named", True, rf"{_DAY}[\s-]*(?:day\s+of|of|de|d')?\s*{month}[\s,./-]*(?:de\s+)?{_YEAR}{_YEAR_END}"),
        ("worded", True, rf"\b(?P<day>{ordinal})\s+(?:day\s+)?of\s+{month},?\s*{_YEAR}{_YEAR_END}"),
        ("named", True, rf"{month}\s*{_DAY},?\s*{_YEAR}{_YEAR_END}"),
        # A military date-time group, its zone's letter left out by agencies: "141412Z MAR 06", "031412 Mai 21".
        ("group", True, rf"(?P<day>\d\d)(?<!\w..)(?:[01]\d|2[0-4])[0-5]\d[a-z]?\s+{month}\s*(?P<year>\d{{4}}|\d\d)\b"),
        # What `date` and mail archives print: "Sat Mar 9 11:02:44 CET 2019".
        (
            "named",
            True,
            rf"{month}\s+{_DAY}\s+\d\d:\d\d(?::\d\d)?\s+(?:[a-z]{{2,5}}\s+|[+-]\d{{4}}\s+)?{_YEAR}{_YEAR_END}",
        ),
        ("short", True, rf"{_DAY}[\s-]{month}[\s-](?P<year>['’]?\d\d)\b(?![:.]\d)"),
        (
            "iso",
            False,
            rf"{_YEAR}(?<!\d{{5}})(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
        ),
        ("iso", False, r"(?P<year>(?:19|20)\d\d)(?<!\d{5})年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日"),
        (
            "numeric",
            False,
            rf"(?P<day>{_NUMBER})(?P<mark>[./-])\s?(?P<month>\d{{1,2}})(?P=mark)\s?{_YEAR}{_YEAR_END}",
        ),
        (
            "numeric",
            False,
            rf"(?P<day>{_NUMBER})(?P<mark>[./])(?P<month>\d\d?)(?P=mark)(?P<year>\d\d)(?![\d/]|[.:]\d)",
        ),
        ("month", True, rf"{month}\s*,?\s*{_YEAR}{_YEAR_END}"),
        ("month", False, rf"(?P<month>0[1-9]|1[0-2])(?<![\d/.-]..)/{_YEAR}(?![\d/-])"),
    )
    return tuple((form, is_named, re.compile(source)) for form, is_named, source in sources)


def _any_of(names: Iterable[str]) -> str:
    """A regular expression for any of some names, the longest first, which is told by the first letter which to try."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        by_letter[name[0]].append(re.escape(name[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


@cache
def _beginnings_of_months() -> tuple[str, ...]:
    """Letters one of which stands wherever a month is named: all names that hold no shorter one."""
    names = header_words().months
    return tuple(name for name in names if not any(other in name for other in names if other != name))


_MAY_HOLD_DATE: Final = re.compile(
    r"\d(?:(?<=1)[5-9]\d\d|(?<=2)[01]\d\d|[./]\d\d?[./]\d\d|\d{5}Z|[ -][A-Za-z]{3}[ -]['’]?\d\d)"
)
"""What every form holds; most lines are sorted out by it."""


def may_hold_date(text: str) -> bool:
    """Whether a look at the figures of a text leaves it possible that it holds a date."""
    return _MAY_HOLD_DATE.search(text) is not None


def read_dates(text: str, *, month_first: bool) -> tuple[HeaderDate, ...]:
    """The dates in a short text, in order and without overlaps; `month_first` says how 03/04/2014 is read.

    >>> [(d.year, d.month, d.day) for d in read_dates("Interview: Esther FeldenOctober 30, 2014", month_first=True)]
    [(2014, 10, 30)]
    """
    return _read_dates(text, month_first) if may_hold_date(text) else ()


@lru_cache(maxsize=256)  # several rules look at one line
def _read_dates(text: str, month_first: bool) -> tuple[HeaderDate, ...]:
    small = text.replace("İ", "I").lower()  # the one letter that lower() makes two of; offsets must hold
    names_month = any(name in small for name in _beginnings_of_months())
    found: list[HeaderDate] = []
    for form, is_named, pattern in _patterns():
        if is_named and not names_month:
            continue
        for match in pattern.finditer(small):
            date = _date(form, match, text, month_first)
            if date is not None:
                _insert(found, date)
    return tuple(found)


def _insert(found: list[HeaderDate], date: HeaderDate) -> None:
    """Puts a date at its place among others that do not overlap, unless it overlaps one: only its neighbours can."""
    at = bisect_left(found, date.start, key=lambda other: other.start)
    is_free = at == len(found) or date.end <= found[at].start
    if is_free and (at == 0 or found[at - 1].end <= date.start):
        found.insert(at, date)


def _date(form: str, match: re.Match[str], text: str, month_first: bool) -> HeaderDate | None:
    if not _begins_well(text, match.start()):
        return None
    year = _full_year(match["year"])
    if form == "month":
        if text[: match.start()].rstrip(" .")[-1:].isdigit():  # "31 June 2020" is a day that does not exist, no June
            return None
        month = _month(match["month"])
        return HeaderDate(match.start(), match.end("year"), year, month, None)
    day = header_words().ordinals[" ".join(match["day"].split())] if form == "worded" else int(match["day"])
    month = _month(match["month"])
    swapped = False
    if form == "numeric":
        day, month, swapped = _ordered(day, month, year, match, text, month_first)
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    return HeaderDate(match.start(), max(match.end("year"), match.end("day")), year, month, day, swapped)


def _begins_well(text: str, start: int) -> bool:
    """A date begins a word, or is glued to a name: a capital or a digit after a small letter."""
    before = text[start - 1 : start]
    return not before.isalnum() or (before.islower() and not text[start].islower())


def _full_year(digits: str) -> int:
    digits = digits.lstrip("'’")
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= _TWO_DIGIT_PIVOT else 2000)


def _month(name: str) -> int:
    return int(name) if name.isdigit() else header_words().months[name.casefold()]


def _ordered(
    first: int, second: int, year: int, match: re.Match[str], text: str, month_first: bool
) -> tuple[int, int, bool]:
    """Day and month of two numbers, and whether the other order was possible too."""
    if first > 12 or second > 12:
        return (first, second, False) if first > 12 else (second, first, False)
    if match["mark"] == ".":  # with full stops the day comes first in every country that writes so
        return first, second, False
    named = _weekday_before(text[: match.start()])
    for day, month in ((first, second), (second, first)):
        if named is not None and weekday(day_number(year, month, day)) == named:
            return day, month, False
    return (second, first, True) if month_first else (first, second, True)


_LAST_WORD: Final = re.compile(r"(\w+)[.,]*\s*$")


def _weekday_before(text: str) -> int | None:
    match = _LAST_WORD.search(text)
    return header_words().weekdays.get(match[1].casefold()) if match else None


_ORDER_EVIDENCE: Final = re.compile(r"(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)?\d\d(?![\d/-])")
_EVIDENCE_CHARACTERS: Final = 200_000  # a masthead's order shows early; a long text is not searched to its end


def month_comes_first(text: str) -> bool:
    """How this text orders numeric dates: by those that can be read in one way only, else by how it writes dates with
    names.

    Where it shows nothing, month first, as in the documents that write dates with strokes most: those of US courts
    and offices.
    """
    votes = 0
    for match in _ORDER_EVIDENCE.finditer(text, 0, _EVIDENCE_CHARACTERS):
        votes += (int(match[2]) > 12) - (int(match[1]) > 12)
    if votes:
        return votes > 0
    day_first, month_first = _named_orders()
    head = text[:_EVIDENCE_CHARACTERS]
    return len(month_first.findall(head)) >= len(day_first.findall(head))


@cache
def _named_orders() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Dates with the day before, and with the day after the name of the month."""
    names = "|".join(name for name in sorted(header_words().months, key=len, reverse=True) if len(name) > 2)
    return (
        re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th|\.|er)?\s(?:de\s)?(?:{names})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{names})\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!:)", re.IGNORECASE),
    )


_ADDRESS_DATE: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-/])(?P<month>\d{1,2}|[a-z]{3})(?:(?P=mark)(?P<day>\d{1,2}))?(?!\d)",
    re.IGNORECASE,
)
_COMPACT_DATE: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)


def date_in_address(address: str) -> HeaderDate | None:
    """The date in the path of a web address (/2021/03/04/, /2021/mar/04/, 2021-03-04, 20210304); offsets count in the
    address.
    """
    for match in _address_matches(address):
        name = match["month"].casefold()
        month = int(name) if name.isdigit() else header_words().months.get(name, 0)
        day = int(match["day"]) if match["day"] else None
        year = int(match["year"])
        if 1 <= month <= 12 and (day is None or 1 <= day <= month_length(year, month)):
            return HeaderDate(match.start(), match.end(), year, month, day)
    return None


def _address_matches(address: str) -> Iterator[re.Match[str]]:
    yield from _ADDRESS_DATE.finditer(address)
    yield from _COMPACT_DATE.finditer(address)
