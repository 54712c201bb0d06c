"""Bylines and datelines among the first rows of a text.

Which of several dates is the document's own is not decided here.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.ingest.bylines import (
    is_byline,
    is_dateline,
    is_label,
    is_masthead_field,
    is_name,
    is_role,
    masthead_dates,
)
from dateline.ingest.header_dates import HeaderDate
from dateline.ingest.page import Page
from dateline.model.documents import LineClass

_CLOSING_ROWS: Final = 12
_SENTENCE_WORDS: Final = 3


def decide_masthead(page: Page) -> None:
    """Decide the rows of the head that tell who wrote the text and when."""
    head = page.head
    open_rows = [row for row in head if page.is_open(row)]
    dated = {row: masthead_dates(page.rows[row].strip()) for row in open_rows}
    for row, dates in dated.items():
        line = page.rows[row].strip()
        if is_byline(line, dates) or is_masthead_field(line):
            page.kinds[row] = LineClass.BYLINE
    _decide_datelines(page, dated)
    for row in head:
        if page.is_open(row) and _belongs_to_byline(page, row):
            page.kinds[row] = LineClass.BYLINE


def decide_closing(page: Page) -> None:
    """Decide the rows below the running text that date it: "Dated this 3rd day of May", "Geneva, 30 October 2014"."""
    for row in _rows_below_text(page):
        line = page.rows[row].strip()
        dates = masthead_dates(line)
        if is_byline(line, dates):
            page.kinds[row] = LineClass.BYLINE
        elif is_dateline(line, dates):
            page.kinds[row] = LineClass.DATELINE


def _rows_below_text(page: Page) -> list[int]:
    """The last rows, up to the first from below that is a sentence and no dated line itself."""
    rows: list[int] = []
    row = page.next_row(len(page.rows), -1)
    while row is not None and len(rows) < _CLOSING_ROWS:
        line = page.rows[row].strip()
        is_dated = page.is_open(row) and is_byline(line, masthead_dates(line))
        if len(line.split()) >= _SENTENCE_WORDS and line[-1] in ".!?" and not is_dated:
            break
        rows.append(row)
        row = page.next_row(row, -1)
    return [row for row in rows if page.is_open(row)]


def _decide_datelines(page: Page, dated: Mapping[int, Sequence[HeaderDate]]) -> None:
    """A date on a row of its own is a dateline; several different ones head the entries of a chronology."""
    rows = [row for row, dates in dated.items() if page.is_open(row) and is_dateline(page.rows[row].strip(), dates)]
    days = {dated[row][0].day_number for row in rows}
    if len(days) == 1 or (rows and _is_latest(rows, dated)):
        page.decide(rows[:1] if len(days) > 1 else rows, LineClass.DATELINE)


def _is_latest(rows: list[int], dated: Mapping[int, Sequence[HeaderDate]]) -> bool:
    """Whether the first of some dates is later than all others, as a publication is later than what it tells."""
    first, *others = (dated[row][0].day_number for row in rows)
    return first > max(others)


def _belongs_to_byline(page: Page, row: int) -> bool:
    """A name, a role, or a label without its date belongs to the byline or dateline that it stands beside."""
    line = page.rows[row].strip()
    beside = [page.next_row(row, step) for step in (-1, 1)]
    kinds = [page.kinds[each] for each in beside if each is not None]
    if is_label(line):
        return kinds[-1:] == [LineClass.DATELINE]
    if LineClass.BYLINE not in kinds and LineClass.DATELINE not in kinds:
        return False
    return is_role(line) or (is_name(line) and not _may_be_title(page, row))


def _may_be_title(page: Page, row: int) -> bool:
    """Whether nothing above could be the title, so that this row, though it looks like a name, is it."""
    return not any(page.is_text(above) for above in range(row))
