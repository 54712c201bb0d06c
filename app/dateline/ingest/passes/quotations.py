"""Pull quotes: lines that stand by themselves and repeat words of the text."""

import re
from collections import Counter
from typing import Final

from dateline.ingest.page import Page
from dateline.model.documents import LineClass

_OPENING: Final = "\"'“”„‘’«»‚›"
_QUOTED: Final = re.compile(
    rf"(?:[^{_OPENING}.?!]{{2,60}}:\s*)?[{_OPENING}](?P<quote>.{{15,300}}?)[.,!?]?[{_OPENING}](?:\s*[–—-]?\s*[^.?!]{{0,80}})?$"
)
_GLUED_CREDIT: Final = re.compile(r"(?P<line>.*[\"'”’»«])\s?[A-Z][a-z]+\s?(?::|©).{0,100}$")
_LONGEST: Final = 300
_SHORTEST: Final = 25
_SEARCHED_CHARACTERS: Final = 300_000  # pull quotes belong to articles; a book is not searched for repetitions
_MOST_CANDIDATES: Final = 300
_NOT_A_WORD: Final = re.compile(r"\W+")


def decide_pull_quotes(page: Page) -> None:
    """Decide rows whose words, in quotation marks or not, stand in another row as well."""
    if page.is_wrapped or sum(map(len, page.rows)) > _SEARCHED_CHARACTERS:
        return
    candidates = [row for row in page.rows_of(None, LineClass.CAPTION) if _may_repeat(page, row)]
    if not candidates or len(candidates) > _MOST_CANDIDATES:
        return
    body = [row for row in range(len(page.rows)) if page.is_text(row)]
    words = {row: _plain(page.rows[row]) for row in body}
    everything, alike = "\n".join(words.values()), Counter(words.values())
    for row in candidates:
        quote = _quote_in(page.rows[row].strip())
        repeated = _plain(quote or page.rows[row])
        own = words.get(row, "")
        # What stands there itself, and lines that are the same as a whole, repeat nothing.
        itself = alike[repeated] + (own.count(repeated) if own != repeated else 0)
        if len(repeated) >= _SHORTEST and everything.count(repeated) > itself:
            page.kinds[row] = LineClass.PULL_QUOTE


def _may_repeat(page: Page, row: int) -> bool:
    line = page.rows[row].strip()
    if not _SHORTEST <= len(line) <= _LONGEST:
        return False
    if page.kinds[row] is LineClass.CAPTION:
        return _quote_in(line) is not None
    return page.kinds[row] is None


def _quote_in(line: str) -> str | None:
    """The words between the quotation marks of a line that is a quotation, perhaps with a name before or after it."""
    glued = _GLUED_CREDIT.match(line)
    match = _QUOTED.match(glued["line"] if glued else line)
    return match["quote"] if match else None


def _plain(text: str) -> str:
    """A text's words in small letters with single spaces, and one space at both ends so that only whole words agree."""
    return f" {_NOT_A_WORD.sub(' ', text.casefold()).strip()} "
