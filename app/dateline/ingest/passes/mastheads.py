"""The masthead: title, byline, dateline and what else stands above the running text.

Which of several dates is the document's own is not decided here.
"""

import re
from typing import Final

from dateline.ingest.date_lines import closes, is_place, label_of, other_words
from dateline.ingest.header_dates import HeaderDate, read_dates
from dateline.ingest.lexicon import bare, header_words, layout_words
from dateline.ingest.page import Page
from dateline.model.documents import LineClass

_LONGEST_TITLE: Final = 250
_LONGEST_BYLINE: Final = 160
_LONGEST_SENTENCE_TITLE: Final = 110  # a title may end in a full stop when it is short
_MOST_BYLINE_WORDS: Final = 14
_OWN_LABELS: Final = frozenset({"published", "issued", "dated", "updated"})
_FIELD: Final = re.compile(r"(?P<label>[^\W\d_][^\W\d_ /-]*(?:[ /-][^\W\d_]+){0,3})\s?:\s")
_WORD: Final = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")


def decide_masthead(page: Page) -> None:
    """Decide title, bylines and datelines among the rows of the head."""
    head = page.head
    dated = {
        row: dates for row in head if page.is_open(row) and (dates := read_dates(page.rows[row], month_first=True))
    }
    for row in head:
        if page.is_open(row):
            kind = _kind_in_head(page, row, dated.get(row, []))
            if kind is not None:
                page.kinds[row] = kind
    _decide_title(page, head)
    _decide_names(page, head)


def _kind_in_head(page: Page, row: int, dates: list[HeaderDate]) -> LineClass | None:
    line = page.rows[row].strip()
    if len(line) > _LONGEST_BYLINE:
        return None
    if any(label_of(line, date) in _OWN_LABELS and closes(line, date) for date in dates) or is_byline(line, dates):
        return LineClass.BYLINE
    if is_dateline(line, dates):
        return LineClass.DATELINE
    return LineClass.BYLINE if _is_field(line) else None


def is_dateline(line: str, dates: list[HeaderDate]) -> bool:
    """Whether a line holds one date and nothing else but a place, a weekday or a time of day."""
    if len(dates) != 1 or len(line) > 100:
        return False
    words = other_words(line, dates)
    return not words or (
        is_place(words) and line.rstrip()[-1] != ":" and dates[0].start > 0 and not _is_titled(line, dates[0])
    )


def _is_titled(line: str, date: HeaderDate) -> bool:
    """Whether what stands before a date is a title that it is set off from, as in "Incident report – 3 March 2021"."""
    return line[: date.start].rstrip()[-1:] in "–—-:|("


def is_byline(line: str, dates: list[HeaderDate]) -> bool:
    """Whether a line names who wrote it: a label and names, perhaps a role, a place and a date."""
    label = layout_words().byline_labels.begins(line.casefold().lstrip("*_•–- "))
    if label is None:
        return False
    words = [word for word in other_words(line, dates) if len(word) > 1][len(label.split()) :]
    rest = line.casefold().partition(label)[2]
    if not words or len(words) > _MOST_BYLINE_WORDS or rest[:1] not in " :\t":
        return False
    return _are_names(words) and not (line.endswith(".") and len(words) > 4)


def _are_names(words: list[str]) -> bool:
    """Whether most words begin with a capital and the others are particles or roles."""
    known = layout_words()
    odd = [w for w in words if not w[0].isupper() and w not in known.particles and w not in known.roles]
    return words[0][0].isupper() and len(odd) <= len(words) // 5


def _is_field(line: str) -> bool:
    """ "Author: ..." and other fields of a masthead that are no title."""
    match = _FIELD.match(line)
    if match is None:
        return False
    known, label = header_words(), match["label"].casefold()
    return label in known.author_labels or label in known.address_labels or known.labels.get(label) in _OWN_LABELS


def _decide_title(page: Page, head: range) -> None:
    """The title is the first open row of the head that reads like one; what stands above it in short words is its
    kicker.
    """
    rows = [row for row in head if page.is_open(row)]
    for place, row in enumerate(rows):
        line = page.rows[row].strip()
        following = rows[place + 1] if place + 1 < len(rows) else None
        if _is_kicker(page, line, following):
            page.kinds[row] = LineClass.NAVIGATION
            continue
        if _is_title(page, row):
            page.kinds[row] = LineClass.TITLE
            if page.is_wrapped and page.is_open(row + 1) and page.is_blank(row + 2) and page.is_blank(row - 1):
                page.kinds[row + 1] = LineClass.TITLE
        return


def _is_kicker(page: Page, line: str, following: int | None) -> bool:
    """A section's name, or a few words in capitals, above a line that is longer and may be the title."""
    if following is None or len(page.rows[following].strip()) > _LONGEST_TITLE:
        return False
    if bare(line) in layout_words().kickers:
        return True
    longer = len(page.rows[following].split()) > 2 * len(line.split())
    return line.isupper() and len(line.split()) <= 3 and longer and _is_title(page, following)


def _is_title(page: Page, row: int) -> bool:
    line = page.rows[row].strip()
    if len(line) > _LONGEST_TITLE or line[0].islower() or len(line) < 3:
        return False
    if len(line) > _LONGEST_SENTENCE_TITLE and line[-1] == ".":
        return False
    if page.is_wrapped and page.is_text(row + 1) and page.is_text(row + 2):
        return False
    field = _FIELD.match(line + " ")
    if field is not None and field["label"].casefold() in header_words().title_labels:
        return True
    return any(map(str.isalpha, line)) and not line.endswith((":", ","))


def _decide_names(page: Page, head: range) -> None:
    """A row of one or two names beside a byline or a dateline is a byline."""
    for row in head:
        if not page.is_open(row) or not is_name(page.rows[row].strip()):
            continue
        beside = [page.next_row(row, step) for step in (-1, 1)]
        kinds = [page.kinds[each] for each in beside if each is not None]
        if LineClass.DATELINE in kinds or LineClass.BYLINE in kinds:
            page.kinds[row] = LineClass.BYLINE


def is_name(line: str) -> bool:
    """Whether a line is nothing but names of people: two to eight words with capitals, no digit, no sentence."""
    words = _WORD.findall(line)
    if not 2 <= len(words) <= 8 or any(map(str.isdigit, line)) or line[-1] in ".!?:;":
        return False
    small = layout_words().particles
    return words[0][0].isupper() and all(w[0].isupper() or w in small for w in words) and not line.isupper()
