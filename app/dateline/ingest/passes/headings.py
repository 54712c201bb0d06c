"""Headings inside a text: short lines that end no sentence and stand above running text."""

import re
from typing import Final

from dateline.ingest.bylines import is_dateline
from dateline.ingest.header_dates import read_dates
from dateline.ingest.page import Page
from dateline.model.documents import LineClass

_LONGEST: Final = 100
# Above the entries of that year, or of those years.
_YEAR: Final = re.compile(
    r"(?:1\d|20)\d\d(?:s|er)?(?:\s?[-–—/]\s?(?:(?:(?:1\d|20)\d)?\d\d|today|present|heute))?:?", re.IGNORECASE
)
# "c. 2600 BCE", "c. 2150 - c. 1900 v. Chr."
_ABOUT: Final = r"(?:(?:c|ca|circa|um)\.?\s?)?\d{1,4}(?:\s?(?:BCE?|AD|CE|B\.C\.|A\.D\.|[vn]\.\s?Chr\.))?"
_YEARS_ABOUT: Final = re.compile(rf"(?:c|ca|circa|um)\.?\s{_ABOUT}(?:\s?[-–—]\s?{_ABOUT})?:?", re.IGNORECASE)
_LONGEST_DATE: Final = 60
_MOST_WORDS: Final = 14
_ENDS: Final = ".!?:;,”\"'’)»"


def decide_headings(page: Page) -> None:
    """Decide the open rows that are headings; a date by itself above a text is one too, that of an entry."""
    needs_gap = page.has_gaps or page.is_wrapped
    for row in page.open_rows():
        if len(page.rows[row]) > _LONGEST or (needs_gap and not page.is_blank(row - 1)):
            continue
        line = page.rows[row].strip()
        dated = _is_date(line) or _YEAR.fullmatch(line) or _YEARS_ABOUT.fullmatch(line)
        if _stands_alone(page, row) and (dated or _reads_like_heading(line)):
            page.kinds[row] = LineClass.HEADING


def _stands_alone(page: Page, row: int) -> bool:
    """Whether text follows, and a gap or the end of a sentence stands before."""
    below = page.next_row(row)
    if below is None or not (page.is_text(below) or page.kinds[below] in _BELOW):
        return False
    if page.is_blank(row - 1):
        return page.is_blank(row + 1) or not page.is_wrapped or not page.rows[row + 1][:1].islower()
    above = page.rows[row - 1].rstrip()
    return above[-1:] in _ENDS and len(page.rows[below]) > len(page.rows[row])


_BELOW: Final = frozenset(
    {
        LineClass.QUESTION,
        LineClass.ANSWER,
        LineClass.LOG,
        LineClass.TABLE,
        LineClass.CAPTION,
        LineClass.HEADING,
        LineClass.BYLINE,
    }
)


def _reads_like_heading(line: str) -> bool:
    if line[-1] in _ENDS or line[0].islower() or line[0] in "-•*–":
        return False
    label, colon, _ = line.partition(": ")
    if colon and not any(map(str.isdigit, label)):  # "1889–1914: the mill" is a heading, "Status: resolved" is none
        return False
    return len(line.split()) <= _MOST_WORDS and any(map(str.isalpha, line))


def _is_date(line: str) -> bool:
    """Whether a line is a date alone, perhaps with a colon: the head of a chronology's entry."""
    if len(line) > _LONGEST_DATE or not any(map(str.isdigit, line)):
        return False
    line = line.rstrip(":")
    return is_dateline(line, read_dates(line, month_first=True))
