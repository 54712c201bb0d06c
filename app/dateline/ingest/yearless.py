"""Datelines that leave the year out, "LONDON, March 3 (Reuters) –", where the document tells its year elsewhere.

The year comes from a copyright line or from the document's web address, and only when all of those name the same one.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from dateline.ingest.header import Candidate, Header, Trust
from dateline.ingest.header_dates import HeaderDate
from dateline.ingest.lexicon import header_words
from dateline.model.dates import month_length
from dateline.model.documents import LineClass

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST_PLACE: Final = 100


def complete_datelines(
    header: Header, begins_with_place: Callable[[str], bool], text_follows: Callable[[str, int], bool]
) -> list[Candidate]:
    """The yearless datelines of the head, with the document's year; what makes a dateline is handed in."""
    year = _year_of(header)
    if year is None:
        return []
    found = []
    for number in header.head:
        words = header.words(number)
        match = _pattern().search(words, 0, _LONGEST_PLACE)
        if match is None or not begins_with_place(words[: match.start()]) or not text_follows(words, match.end()):
            continue
        month = header_words().months[(match["month"] or match["month2"]).casefold()]
        day = int(match["day"] or match["day2"])
        if 1 <= day <= month_length(year, month):
            start = header.lines[number].start
            date = HeaderDate(match.start(), match.end(), year, month, day)
            found.append(Candidate(date, start + date.start, start + date.end, number, Trust.DATELINE, Trust.DATELINE))
    return found


def _year_of(header: Header) -> int | None:
    """The one year that copyright lines (their last year) and link lines name, or None."""
    years: set[int] = set()
    for number in (*range(header.head[-1] + 1 if header.head else 0), *header.tail):
        line = header.lines[number]
        if line.kind in (LineClass.LEGAL, LineClass.NAVIGATION):
            found = _YEAR.findall(header.words(number))
            years.update(map(int, found[-1:]))
    return years.pop() if len(years) == 1 else None


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(header_words().months, key=len, reverse=True)))
    return re.compile(
        rf"\b(?:(?P<month>{names})\.?\s(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\.?\s(?P<month2>{names})\b\.?)(?![\d:])",
        re.IGNORECASE,
    )
