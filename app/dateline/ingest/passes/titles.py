"""The title, and the kickers above it: a section's name, an institution, a few words in capitals."""

import re
from typing import Final

from dateline.ingest.bylines import FIELD, is_other_field
from dateline.ingest.date_lines import other_words
from dateline.ingest.header_dates import read_dates
from dateline.ingest.lexicon import bare, layout_words
from dateline.ingest.page import Page
from dateline.model.documents import LineClass

_LONGEST: Final = 250
_MOST_VALUE_WORDS: Final = 3
_SHORTEST_PROSE: Final = 80
_MOST_SENTENCE_WORDS: Final = 10  # a title may end in a full stop when it is short
_MOST_KICKER_WORDS: Final = 3
_MOST_INSTITUTION_WORDS: Final = 12
_TITLE_LABELS: Final = frozenset({"title", "headline", "titel", "schlagzeile"})
_MOST_SITE_WORDS: Final = 4
_CLOSING_ROWS: Final = 20
_RIGHTS: Final = re.compile(r"©|\(c\)|copyright|all rights|alle rechte", re.IGNORECASE)
_SPACED: Final = re.compile(r"(?:[A-Z] ){4,}")  # "C O N F I D E N T I A L"
_SITE: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,6}")
_NUMBERED: Final = re.compile(
    r"(?:case|docket|file|az|aktenzeichen|no|nr)\.?\s(?:no\.?|nr\.?|number)?\s*\S*\d", re.IGNORECASE
)
_SYMBOL: Final = re.compile(r"[A-Z0-9]+(?:[/.:-][A-Z0-9()]+)+")  # "A/RC/25/63", "09PORTO412"


def decide_title(page: Page) -> None:
    """The title is the first row above the running text that reads like one. A mail has its subject instead."""
    labelled = next((row for row in page.head if page.is_open(row) and _is_labelled(page.rows[row])), None)
    if labelled is not None:
        page.kinds[labelled] = LineClass.TITLE
        return
    rows = _rows_above_text(page)
    for place, row in enumerate(rows):
        kicker = _kicker(page, row, [below for below in rows[place + 1 :] if _is_title(page, below)][:2])
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
        is_prose = kind is LineClass.BODY and (page.is_wrapped or len(page.rows[row]) > _SHORTEST_PROSE)
        if is_prose or kind is LineClass.LOG or len(page.rows[row]) > _LONGEST:
            break
        if kind is LineClass.TITLE:
            return []
        if kind is LineClass.HEADING and not rows:  # "# The title", as Markdown marks it
            return [row]
        if kind is None and _is_sentence(page.rows[row].strip()) and len(page.rows[row].split()) > 1:
            break
        if kind is None:
            rows.append(row)
    return rows


def _is_labelled(row: str) -> bool:
    field = FIELD.match(row.strip())
    return field is not None and field["label"].casefold() in _TITLE_LABELS


def _kicker(page: Page, row: int, following: list[int]) -> LineClass | None:
    """What a row is that stands above one that reads like a title and says less; None when it is no kicker."""
    if not following or page.rows[row].rstrip().endswith("."):
        return None
    line = page.rows[row].strip()
    words, label = len(line.split()), bare(line)
    if label in layout_words().kickers:
        return LineClass.NAVIGATION
    if _is_institution(line, label):
        return LineClass.HEADING
    if _SPACED.match(line) or _SITE.fullmatch(line) or (line.split()[0].isupper() and _names_section(label)):
        return LineClass.NAVIGATION
    if words <= _MOST_SITE_WORDS and _is_site(page, row, label):
        return LineClass.NAVIGATION
    if page.next_row(row) != following[0]:
        return None
    is_longer = any(len(page.rows[below].split()) >= 2 * words for below in following)
    is_label = words == 1 or (line.isupper() and words <= _MOST_KICKER_WORDS and is_longer)
    return LineClass.NAVIGATION if is_label else None


def _is_site(page: Page, row: int, label: str) -> bool:
    """The name of a web site or paper: its menu stands right below it, or the page's last lines claim its rights."""
    below = page.next_row(row)
    if below is not None and page.kinds[below] is LineClass.NAVIGATION and page.next_row(row, -1) is None:
        return True
    closing = page.rows[max(row + 1, len(page.rows) - _CLOSING_ROWS) :]
    return any(label in line.casefold() for line in closing if _RIGHTS.search(line))


def _is_institution(line: str, label: str) -> bool:
    """ "UNITED STATES DISTRICT COURT", "Landgericht Altstadt": a court's name, not a sentence about one."""
    words = label.split()
    if layout_words().institutions.isdisjoint(words):
        return False
    return len(words) <= (_MOST_INSTITUTION_WORDS if line.isupper() else _MOST_KICKER_WORDS)


def _names_section(label: str) -> bool:
    """ "bbc news": a few words the last of which names a section."""
    words = label.split()
    return 1 < len(words) <= _MOST_KICKER_WORDS and words[-1] in layout_words().kickers


def _is_title(page: Page, row: int) -> bool:
    line = page.rows[row].strip()
    if len(line) > _LONGEST or len(line) < 3 or line[0].islower() or line.endswith((":", ",")):
        return False
    if _is_sentence(line) or not _heads_text(page, row, line):
        return False
    if _SYMBOL.fullmatch(line) or _NUMBERED.match(line) or is_other_field(line):
        return False
    if page.is_wrapped and page.is_text(row + 1) and page.is_text(row + 2):
        return False
    field = FIELD.match(line)
    if (
        field is not None
        and len(field["value"].split()) <= _MOST_VALUE_WORDS
        and any(FIELD.match(_line(page, beside)) for beside in (row - 1, row + 1))
    ):
        return False  # one of several fields
    dates = read_dates(line, month_first=True)
    return bool(other_words(line, dates)) and any(map(str.isalpha, line))


def _heads_text(page: Page, row: int, line: str) -> bool:
    """Whether a row has text to head: the only row of a document is its text, and a sentence heads longer ones only."""
    below = page.next_row(row)
    return below is not None and (line[-1] != "." or len(page.rows[below].strip()) > len(line))


def _is_sentence(line: str) -> bool:
    words = line.split()
    return line[-1] == "." and (len(words) > _MOST_SENTENCE_WORDS or ". " in line or len(words) == 1)


def _line(page: Page, row: int) -> str:
    return page.rows[row].strip() if 0 <= row < len(page.rows) else ""


def _goes_on(page: Page, row: int) -> bool:
    """Whether a wrapped title has a second line."""
    return page.is_wrapped and page.is_open(row + 1) and page.is_blank(row + 2) and page.is_blank(row - 1)
