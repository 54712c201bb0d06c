"""Footnotes, and what stands below a heading such as "References"."""

import re
from typing import Final

from dateline.ingest.lexicon import bare, layout_words
from dateline.ingest.page import Page, without_bullet
from dateline.model.documents import LineClass

_NOTE: Final = re.compile(
    r"\s*(?:\[\d{1,3}\]|\^|\d{1,3}[.)]?\s*\^|[¹²³⁴-⁹†‡]|\(\d{1,3}\)\s|\*(?:\*{1,2}\s?)?(?=[A-ZÄÖÜ(]))\s*\S"
)
_NUMBERED: Final = re.compile(r"\s*\d{1,3}[.)]?\s+\S")
_MARKUP: Final = re.compile(r"^[#=\s]+|[=\s]+$|\[(?:edit|Bearbeiten)[^\]]*\]")
_RULE: Final = re.compile(r"\s*[_—–-]{3,}\s*")
_CITATION: Final = re.compile(
    r"""(?ix) \b(?:retrieved|accessed|abgerufen|zugriff|consulté|consultado)\b .{0,20} \d{4}
      | \bpp?\.\s?\d | \bS\.\s?\d+[.,;–-] | \bdoi: | \bISBN\b | \bISSN\b | \bet\ al\b | \bibid\b | \beds?\.\)
      | ^\W*(?:\d+\W+)?(?:see|cf\.|vgl\.|siehe|s\.)\s(?:also\s|auch\s)?[A-ZÄÖÜ]\w+ .{0,30} \d{4}
      | ^\W*(?:\d+\W+)?[A-ZÄÖÜ]\w+(?:\s(?:and|und|&)\s[A-ZÄÖÜ]\w+)? ,? \s \(?(?:1[6-9]|20)\d\d\)? [,.:;]
      | ["“”„][^"”“]+["”“] ,? \s [A-ZÄÖÜ][\w\ ]+ , \s (?:\d{1,2}\.?\s)? \w+ \s \d{4} \.? $"""
)
_WORK: Final = re.compile(r"\bet al\b.*\b(?:19|20)\d\d\b|\bdoi\b|\bISSN\b", re.IGNORECASE)
_LONGEST_CITATION: Final = 300
_LONGEST_HEADING: Final = 60
_MOST_SPACES: Final = 6


def decide_notes(page: Page) -> None:
    """Decide footnotes in the second half of a text, numbered ones below a rule, and lists below a notes' heading."""
    rows = list(page.rows_of(None, LineClass.HEADING))
    half = len(page.rows) // 2
    ruled = False
    for row in page.watched(rows):
        line = page.rows[row]
        ruled = ruled or (row > half and _RULE.fullmatch(line) is not None)
        if row < half or page.kinds[row] is not None or line.lstrip()[0].isalpha():
            continue
        if _NOTE.match(line) or (ruled and _NUMBERED.match(line)):
            page.kinds[row] = LineClass.FOOTNOTE
    for row in rows:
        if _is_notes_heading(page, row):
            page.kinds[row] = LineClass.HEADING
            _decide_below(page, row)
    page.decide([row for row in page.rows_of(LineClass.FOOTNOTE) if _cites(page.rows[row])], LineClass.CITATION)
    surely = [row for row in rows if row > half and page.kinds[row] is None and _cites_surely(page.rows[row])]
    page.decide(surely, LineClass.CITATION)


def _cites(line: str) -> bool:
    """Whether a note does nothing but name another work."""
    return len(line) <= _LONGEST_CITATION and _CITATION.search(line) is not None


def _cites_surely(line: str) -> bool:
    """Whether a numbered line names a work as only a list of references does: "1. Lee, A. et al. (2024). ... doi:"."""
    return _NUMBERED.match(line) is not None and _cites(line) and _WORK.search(line) is not None


def _is_notes_heading(page: Page, row: int) -> bool:
    line = page.rows[row]
    if (
        len(line) > _LONGEST_HEADING
        or line.count(" ") > _MOST_SPACES
        or page.kinds[row] not in (None, LineClass.HEADING)
    ):
        return False
    return bare(without_bullet(_MARKUP.sub("", line))) in layout_words().notes_headings


def _decide_below(page: Page, heading: int) -> None:
    """Everything up to the next heading, the next notes' heading included."""
    for row in range(heading + 1, len(page.rows)):
        if page.kinds[row] is LineClass.HEADING or _is_notes_heading(page, row):
            return
        if page.is_text(row):
            page.kinds[row] = LineClass.FOOTNOTE
