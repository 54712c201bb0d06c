"""What a person typed in a field for a date: "late October 2014", "2014-10~", "44 BC", "between 3 and 5 May 2010"."""

import datetime
import re
from dataclasses import replace
from typing import Final

from dateline.model.dates import Interval, Precision
from dateline.model.documents import Published
from dateline.model.edtf import parse_edtf
from dateline.model.timex import Timex3, TimexType
from dateline.temporal.cells import Cell, Unit
from dateline.temporal.language import language_codes
from dateline.temporal.tagging import tag_in
from dateline.temporal.value import cell_value

_LONGEST: Final = 200  # characters; nobody types more into a field for a date
_BARE_YEAR: Final = re.compile(r"(-?)(\d{1,4})", re.ASCII)
_LEAST_SHARE: Final = 0.5  # of the letters and digits: what is not understood may be a filler, not the main thing


def read_date(words: str, published: datetime.date | Published | None = None) -> Timex3 | None:
    """The time that words stand for, or None where they stand for none that can be drawn.

    EDTF is read first, then every language there is; the reading that covers most of the words wins. Case does not
    matter. Relative words ("last May") are counted from `published`.
    """
    typed = words.strip()
    if not typed or len(typed) > _LONGEST:
        return None
    return _edtf(typed) or _bare_year(typed) or _in_words(typed, published)


def _edtf(typed: str) -> Timex3 | None:
    try:
        interval, precision, certainty = parse_edtf(typed)
    except ValueError:
        return None
    value = re.sub(r"[~?%]", "", typed)
    return Timex3(
        0, len(typed), typed, TimexType.DATE, value, "EDTF", None, None, interval, interval, precision, certainty
    )


def _bare_year(typed: str) -> Timex3 | None:
    """A year of any number of digits: what is typed in a field for a date is no amount."""
    match = _BARE_YEAR.fullmatch(typed)
    if match is None:
        return None
    cell = Cell(Unit.YEAR, int(match[1] + match[2]))
    interval = cell.interval
    return Timex3(
        0, len(typed), typed, TimexType.DATE, cell_value(cell), "year", None, None, interval, interval, Precision.YEAR
    )


def _in_words(typed: str, published: datetime.date | Published | None) -> Timex3 | None:
    """The best reading in any language; words are given capitals, which fields for dates are typed without."""
    capitals = "".join(_capital(typed, index) for index in range(len(typed)))
    readings = [tag_in(code, capitals, published, trusting=True) for code in language_codes()]
    best = max(
        readings, key=lambda found: (_covered(found), sum(len(timex.alternatives) for timex in found)), default=[]
    )
    total = sum(character.isalnum() for character in typed)
    timex = _reading(best, typed)
    if timex is None or _covered(best) < _LEAST_SHARE * total or _ignored_digits(timex, typed):
        return None
    return timex


def _ignored_digits(timex: Timex3, typed: str) -> bool:
    """Whether a number was left over: it would have changed the date."""
    return any(character.isdigit() for character in typed[: timex.start] + typed[timex.end :])


def _capital(typed: str, index: int) -> str:
    character = typed[index]
    upper = character.upper()
    return upper if len(upper) == 1 and (index == 0 or not typed[index - 1].isalnum()) else character


def _reading(timexes: list[Timex3], typed: str) -> Timex3 | None:
    """One value of all that was found: a range of the first and the last, or the only one."""
    drawn = [timex for timex in timexes if timex.interval is not None]
    if not drawn:
        return None
    first, last = drawn[0], drawn[-1]
    interval = _whole(first, last)
    text = typed[first.start : last.end]
    return replace(
        first, start=first.start, end=last.end, text=text, interval=interval, precision=_coarser(first, last)
    )


def _whole(first: Timex3, last: Timex3) -> Interval | None:
    if first is last or first.interval == last.interval or first.denoted is None or last.denoted is None:
        return first.interval
    if first.denoted.sort_key >= last.denoted.sort_key:
        return first.interval
    return Interval.from_to(first.denoted, last.denoted)


def _coarser(first: Timex3, last: Timex3) -> Precision | None:
    known = [timex.precision for timex in (first, last) if timex.precision is not None]
    return max(known, key=lambda precision: precision.rank, default=None)


def _covered(timexes: list[Timex3]) -> int:
    """Letters and digits of what can be drawn, the signals before it included."""
    drawn = [timex for timex in timexes if timex.interval is not None]
    return sum(character.isalnum() for timex in drawn for character in timex.text + (timex.signal or ""))
