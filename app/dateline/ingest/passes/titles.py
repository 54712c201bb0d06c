"""The title, and the kickers above it: a section's name, an institution, a few words in capitals."""

import re
from typing import Final

from dateline.ingest.bylines import FIELD, is_other_field
from dateline.ingest.date_lines import other_words
from dateline.ingest.header_dates import read_dates
from dateline.ingest.lexicon import bare, header_words, layout_words
from dateline.ingest.page import Page
from dateline.model.documents import LineClass

_LONGEST: Final = 250
_MOST_SENTENCE_WORDS: Final = 10  # a title may end in a full stop when it is short
_MOST_KICKER_WORDS: Final = 3
_MOST_INSTITUTION_WORDS: Final = 5
_SYMBOL: Final = re.compile(r"[A-Z0-9]+(?:[/.:-][A-Z0-9()]+)+")  # "A/RC/25/63", "09PORTO412"


def decide_title(page: Page) -> None:
    """The title is the first row above the running text that reads like one. A mail has its subject instead."""
    rows = _rows_above_text(page)
    for place, row in enumerate(rows):
        following = rows[place + 1] if place + 1 < len(rows) else None
        kicker = _kicker(page, row, following)
        if kicker is not None:
            page.kinds[row] = kicker
        elif _is_title(page, row):
            page.kinds[row] = LineClass.TITLE
            if _goes_on(page, row):
                page.kinds[row + 1] = LineClass.TITLE
            return


def _rows_above_text(page: Page) -> list[int]:
    """The open rows of the head down to the first that can only be running text."""
    rows: list[int] = []
    for row in page.head:
        kind = page.kinds[row]
        if kind is LineClass.MAIL_HEADER:
            page.decide(
                [above for above in rows if bare(page.rows[above]) in layout_words().kickers], LineClass.NAVIGATION
            )
            return []
        if kind in (LineClass.BODY, LineClass.LOG) or len(page.rows[row]) > _LONGEST:
            break
        if kind is LineClass.TITLE:
            return []
        if kind is None:
            rows.append(row)
    return rows


def _kicker(page: Page, row: int, following: int | None) -> LineClass | None:
    """What a row is that stands directly above one that reads like a title and says less; None when it is no kicker."""
    if following is None or not _is_title(page, following):
        return None
    line = page.rows[row].strip()
    words, label = len(line.split()), bare(line)
    if label in layout_words().kickers:
        return LineClass.NAVIGATION
    names_institution = not layout_words().institutions.isdisjoint(label.split())
    if names_institution and words <= _MOST_INSTITUTION_WORDS and (line.isupper() or words <= _MOST_KICKER_WORDS):
        return LineClass.HEADING
    is_longer = len(page.rows[following].split()) > 2 * words
    if line.isupper() and words <= _MOST_KICKER_WORDS and is_longer and page.next_row(row) == following:
        return LineClass.NAVIGATION
    return None


def _is_title(page: Page, row: int) -> bool:
    line = page.rows[row].strip()
    if len(line) > _LONGEST or len(line) < 3 or line[0].islower() or line.endswith((":", ",")):
        return False
    field = FIELD.match(line)
    if field is not None and field["label"].casefold() in header_words().title_labels:
        return True
    if _is_sentence(line) or _SYMBOL.fullmatch(line) or is_other_field(line):
        return False
    if page.is_wrapped and page.is_text(row + 1) and page.is_text(row + 2):
        return False
    dates = read_dates(line, month_first=True)
    return bool(other_words(line, dates)) and any(map(str.isalpha, line))


def _is_sentence(line: str) -> bool:
    return line[-1] == "." and (len(line.split()) > _MOST_SENTENCE_WORDS or ". " in line)


def _goes_on(page: Page, row: int) -> bool:
    """Whether a wrapped title has a second line."""
    return page.is_wrapped and page.is_open(row + 1) and page.is_blank(row + 2) and page.is_blank(row - 1)
