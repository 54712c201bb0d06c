"""Names the formats that are no text, so that a refusal can say what the file is and what to do with it.

It only recognises; it reads none of them.
"""

from dataclasses import dataclass
from typing import Final

_EXPORT: Final = "Open it in the program that made it, save it as plain text, and open that file."
_COPY: Final = "Open it in its viewer, copy the text, and paste it into the window."


@dataclass(frozen=True, slots=True)
class ForeignFormat:
    """A format Dateline has no reader for: its name in a sentence, and what a person can do."""

    name: str
    remedy: str


_WEB_PAGE: Final = ForeignFormat(
    "a web page", "Save the page as text from the browser, or copy its text and paste it into the window."
)
_MAGIC: Final = (
    (b"%PDF", ForeignFormat("a PDF file", _COPY)),
    (b"{\\rtf", ForeignFormat("a Rich Text file", _EXPORT)),
    (b"PK\x03\x04", ForeignFormat("a packed file, such as a Word or OpenDocument text", _EXPORT)),
    (b"\xd0\xcf\x11\xe0", ForeignFormat("an old Office file", _EXPORT)),
    (b"\x89PNG", ForeignFormat("a picture", "Dateline reads text only.")),
    (b"\xff\xd8\xff", ForeignFormat("a picture", "Dateline reads text only.")),
    (b"GIF8", ForeignFormat("a picture", "Dateline reads text only.")),
    (b"\x1f\x8b", ForeignFormat("a packed file", "Unpack it and open what is in it.")),
    (b"SQLite format 3\0", ForeignFormat("a database", "If it is a Dateline project, open it as a project.")),
)
_WEB_STARTS: Final = (b"<!doctype html", b"<html")


def foreign_format(head: bytes) -> ForeignFormat | None:
    """The format by its first bytes, or None when it may be text. A file's name counts for nothing."""
    known = next((form for magic, form in _MAGIC if head.startswith(magic)), None)
    if known is not None:
        return known
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].lower()
    return _WEB_PAGE if start.startswith(_WEB_STARTS) else None
