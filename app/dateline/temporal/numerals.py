"""Shapes of numbers: what a chunk that begins with a digit, or holds one, can be.
It must not know any language but its digits.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dateline.model.dates import month_length
from dateline.temporal.kinds import Kind, Payload

LONGEST_CHUNK: Final = 40  # longer ones are identifiers; this also keeps every expression below linear in the text


@dataclass(frozen=True, slots=True)
class NumericDate:
    """Three numbers that are a date: either ISO's order, or the two readings of day and month,
    and the year as written.
    """

    first: int
    second: int
    year: int
    iso: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day as written."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day with a time of day in ISO 8601's form."""

    date: NumericDate
    clock: ClockTime


Piece = tuple[int, int, Payload]
_JUNK: Final[Payload] = {Kind.JUNK: None}
_STAMP: Final = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[T _](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)
# "2022.02.1" is a version: who writes the month with two digits writes the day so.
_ISO_DATE: Final = re.compile(r"(\d{4})([-/.])(?!0\d\2\d(?!\d))(\d\d?)\2(\d\d?)", re.ASCII)
_DATE: Final = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(\d{4}|\d\d)", re.ASCII)
_CLOCK: Final = re.compile(r"(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d{1,6})?)?", re.ASCII)
_HOUR_AND_MINUTE: Final = re.compile(r"(\d\d?)[hH](\d\d)", re.ASCII)
_PART_AND_YEAR: Final = re.compile(r"([1-4]Q|[12]H)(\d\d|(?:19|20)\d\d)", re.ASCII)  # "3Q13", as analysts write
_DOTTED: Final = re.compile(r"(\d\d?)\.(\d\d?)", re.ASCII)
_RANGE: Final = re.compile(r"([\d.:,]+)([-–—/])([\d.:,]+)", re.ASCII)
_YEAR_AND_MONTH: Final = re.compile(r"(1[5-9]\d\d|20\d\d)-(0[1-9]|1[0-2])", re.ASCII)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[,.]\d{3})+", re.ASCII)
_DECIMAL: Final = re.compile(r"\d{1,9}[.,]\d{1,6}", re.ASCII)
_LETTERED: Final = re.compile(r"(q|h|fy)['’]?(\d{1,4})", re.ASCII)
_SUFFIXED: Final = re.compile(r"(.*\d)([^\W\d_](?:\.?[^\W\d_])*)\.?")
_SIGNS: Final = {"-": Kind.DASH, "–": Kind.DASH, "—": Kind.DASH, "/": Kind.SLASH}


def integer_payload(digits: str) -> Payload:
    """What a plain run of digits can be.

    >>> sorted(kind.name for kind in integer_payload("28"))
    ['DAYNUM', 'NUM', 'YEAR2']
    """
    value, length = int(digits), len(digits)
    payload: dict[Kind, object] = {Kind.NUM: value}
    if length <= 2:
        kinds = ((Kind.DAYNUM, 1, 31), (Kind.MONTHNUM, 1, 12), (Kind.HOURNUM, 0, 24))
        payload |= {kind: value for kind, low, high in kinds if low <= value <= high}
        if length == 2:
            payload[Kind.YEAR2] = value
    elif length == 4 and 1000 <= value <= 2999:
        payload[Kind.YEAR] = value
    if 3 <= length <= 4 and value // 100 <= 24 and value % 100 < 60:
        payload[Kind.HHMM] = value
    return payload


def _clock(hour: str, minute: str | None, second: str | None = None, zone: str | None = None) -> ClockTime | None:
    clock = ClockTime(int(hour), minute and int(minute), second and int(second), zone)  # type: ignore[arg-type]
    fits = clock.hour <= 24 and (clock.minute or 0) < 60 and (clock.second or 0) < 61
    return clock if fits and (clock.hour < 24 or not clock.minute) else None


def _numeric_date(first: int, second: int, year: int, *, iso: bool, dotted: bool = False) -> NumericDate | None:
    """A date if any of its readings exists."""
    readings = [(first, second)] if iso else [(first, second), (second, first)]
    exists = any(1 <= month <= 12 and 1 <= day <= month_length(year, month) for month, day in readings)
    return NumericDate(first, second, year, iso, dotted) if exists else None


def _whole(chunk: str) -> Payload | None:
    """The payload of a chunk that is one thing, or None."""
    if match := _STAMP.fullmatch(chunk):
        date = _numeric_date(int(match[2]), int(match[3]), int(match[1]), iso=True)
        clock = _clock(match[4], match[5], match[6], match[7])
        return {Kind.STAMP: Stamp(date, clock)} if date and clock else _JUNK
    if match := _ISO_DATE.fullmatch(chunk):
        date = _numeric_date(int(match[3]), int(match[4]), int(match[1]), iso=True)
        return {Kind.DATE: date} if date else _JUNK
    if match := _DATE.fullmatch(chunk):
        date = _numeric_date(int(match[1]), int(match[3]), _full_year(match[4]), iso=False, dotted=match[2] == ".")
        return {Kind.DATE: date} if date else _JUNK
    if match := _CLOCK.fullmatch(chunk):
        clock = _clock(match[1], match[2], match[3])
        return {Kind.CLOCK: clock} if clock else _JUNK
    if match := _HOUR_AND_MINUTE.fullmatch(chunk):
        clock = _clock(match[1], match[2])
        return {Kind.CLOCK: clock} if clock else _JUNK
    return _amount(chunk)


def _amount(chunk: str) -> Payload | None:
    """Numbers with signs in them."""
    if _THOUSANDS.fullmatch(chunk):
        return {Kind.NUM: int(re.sub(r"\D", "", chunk))}
    if _DECIMAL.fullmatch(chunk):
        payload: dict[Kind, object] = {Kind.DECIMAL: float(chunk.replace(",", "."))}
        if match := _DOTTED.fullmatch(chunk):
            day, month = int(match[1]), int(match[2])
            if len(match[2]) == 2 and (clock := _clock(match[1], match[2])):
                payload[Kind.DOTTED] = clock
            if 1 <= month <= 12 and 1 <= day <= month_length(2000, month):
                payload[Kind.DAY_MONTH] = (day, month)
        return payload
    if chunk in ("1/2", "1/4", "3/4"):
        return {Kind.FRACTION: int(chunk[0]) / int(chunk[2])}
    return None


def _full_year(digits: str) -> int:
    """A year of two digits as people write it in dates: 70 to 99 in the twentieth century,
    below in the twenty-first.
    """
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 70 else 2000)


def _parts(chunk: str) -> list[Piece] | None:
    """The pieces of `26-27`, `1980/81`, `14.30-18`, or None."""
    match = _RANGE.fullmatch(chunk)
    if match is None:
        return None
    sides = [_side(match[1]), _side(match[3])]
    if None in sides:
        return None
    return [
        (0, match.end(1), sides[0] or _JUNK),
        (match.start(2), match.end(2), {_SIGNS[match[2]]: None}),
        (match.start(3), match.end(3), sides[1] or _JUNK),
    ]


def _side(chunk: str) -> Payload | None:
    return integer_payload(chunk) if chunk.isdecimal() and len(chunk) <= 4 else _whole(chunk)


@lru_cache(maxsize=4096)
def classify(chunk: str, suffixes: frozenset[str]) -> tuple[Piece, ...]:
    """The tokens in a chunk: (start, end, payload) each, relative to it.

    `suffixes` are the words that may stand at once behind a number ("7pm", "22nd", "2weeks"); their payload is left
    empty here, to be looked up. What has letters and is none of the known shapes is junk: an identifier.
    """
    if len(chunk) > LONGEST_CHUNK:
        return ((0, len(chunk), _JUNK),)
    if chunk.isdecimal() and chunk.isascii():
        return ((0, len(chunk), integer_payload(chunk)),)
    if match := _PART_AND_YEAR.fullmatch(chunk):
        kind = Kind.QUARTER if match[1][1] == "Q" else Kind.HALFYEAR
        return ((0, 2, {kind: int(chunk[0])}), (2, len(chunk), {Kind.YEAR: _full_year(match[2])}))
    if (payload := _lettered(chunk.lower()) or _whole(chunk)) is not None:
        return ((0, len(chunk), payload),)
    if (parts := _parts(chunk)) is not None:
        return tuple(parts)
    return _suffixed(chunk, suffixes)


def _suffixed(chunk: str, suffixes: frozenset[str]) -> tuple[Piece, ...]:
    match = _SUFFIXED.fullmatch(chunk)
    if match is None:
        return ((0, len(chunk), _JUNK),)
    head, tail = match[1], match[2].lower().replace(".", "")
    if tail not in suffixes:
        return ((0, len(chunk), _JUNK),)
    pieces = classify(head, suffixes)
    if Kind.JUNK in pieces[-1][2]:
        return ((0, len(chunk), _JUNK),)
    return (*pieces, (len(head), len(chunk), {}))


def _lettered(chunk: str) -> Payload | None:
    """`Q3`, `3Q`, `H1`, `FY2012`."""
    if len(chunk) == 2 and chunk[1] == "q" and chunk[0] in "1234":
        return {Kind.QUARTER: int(chunk[0])}
    match = _LETTERED.fullmatch(chunk)
    if match is None:
        return None
    letter, number = match[1], int(match[2])
    if letter == "q" and 1 <= number <= 4:
        return {Kind.QUARTER: number}
    if letter == "h" and 1 <= number <= 2:
        return {Kind.HALFYEAR: number}
    if letter == "fy" and len(match[2]) in (2, 4):
        return {Kind.FISCAL_YEAR: _full_year(match[2])}
    return None


@cache
def shapes() -> frozenset[frozenset[Kind]]:
    """Every combination of kinds that `classify` can give to a token.

    What longer integers are depends on hundreds and on the minutes behind them: two of these stand for all.
    """
    short = ((width, value) for width in (1, 2) for value in range(100))
    long = ((width, 100 * hundreds + rest) for width in (3, 4) for hundreds in range(100) for rest in (0, 60))
    integers = (integer_payload(f"{value:0{width}d}") for width, value in (*short, *long))
    combined = {frozenset(payload) for payload in integers}
    single = (Kind.NUM, Kind.DECIMAL, Kind.FRACTION, Kind.CLOCK, Kind.DATE, Kind.STAMP, Kind.QUARTER)
    others = (Kind.HALFYEAR, Kind.FISCAL_YEAR, Kind.JUNK, Kind.DASH, Kind.SLASH)
    decimals = (
        {Kind.DECIMAL, Kind.DOTTED},
        {Kind.DECIMAL, Kind.DAY_MONTH},
        {Kind.DECIMAL, Kind.DOTTED, Kind.DAY_MONTH},
    )
    return frozenset(combined | {frozenset({kind}) for kind in single + others} | {*map(frozenset, decimals)})
