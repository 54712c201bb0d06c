"""Captions: a sentence that stands directly beside a picture's credit, and quotations that repeat the text."""

import re
from typing import Final

from dateline.ingest.page import Page
from dateline.model.documents import LineClass

_FULL_STOP: Final = re.compile(r"[^\W\dA-ZÄÖÜ]{3}[.!][\"”»]?\s+[^\W\da-zäöü]")  # between sentences, not after "Gov."
_LONGEST_CAPTION: Final = 320
_LONGEST_ALONE: Final = (
    200  # where paragraphs have no gaps between them, only a short line beside a credit is its caption
)


def decide_captions(page: Page) -> None:
    """Decide the open row directly above a credit, or below a BBC-style credit, as its caption."""
    for row in page.rows_of(LineClass.CREDIT):
        above, below = row - 1, row + 1
        if _may_be_caption(page, above):
            page.kinds[above] = LineClass.CAPTION
        elif page.has_gaps and page.is_blank(above) and _may_be_caption(page, below) and page.is_blank(below + 1):
            page.kinds[below] = LineClass.CAPTION


def _may_be_caption(page: Page, row: int) -> bool:
    if not page.is_text(row) or page.is_wrapped:
        return False
    line = page.rows[row].strip()
    if line.endswith("?") or ": " in line[:30]:
        return False
    stops = len(_FULL_STOP.findall(line))
    if page.has_gaps:
        return len(line) <= _LONGEST_CAPTION and stops <= 1 and page.is_blank(row - 1)
    return len(line) <= _LONGEST_ALONE and stops == 0
