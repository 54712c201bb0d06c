"""Plain text: bytes to characters, with lines that end at LF. Nothing else is changed, removed or added.

The encoding is told by a byte order mark, which belongs to the encoding and not to the text; without one it is UTF-8,
and where that does not fit, Windows-1252. Latin-1 is a subset of it in all that is printed.
"""

import codecs
import re
from pathlib import Path
from typing import Final

from dateline.errors import UnreadableDocument
from dateline.ingest.reader import Extracted, Reader, Watch
from dateline.ingest.signatures import foreign_format

_CHUNK_BYTES: Final = 4 << 20  # some milliseconds of decoding: soon enough for Cancel
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16's mark does, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS: Final = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b\x1a\b"})
_CONTROL_CHARACTER: Final = re.compile(r"[\x00-\x07\x0e-\x19\x1c-\x1f\x7f]")
_MOST_CONTROLS: Final = 1 / 1000  # stray ones stand in old mail archives; a binary file has one in ten
_SAVE_AS: Final = "Save it as text in the encoding UTF-8 and open that file."


def _extract(path: Path, data: bytes, watch: Watch) -> Extracted:
    encoding, skip = _encoding_by_mark(data)
    if not skip:
        _refuse_binary(path, data)
    watch.reached(0.1)
    text = _decoded(path, data, encoding, skip, watch.part(0.1, 0.9))
    if skip and _control_share(text) > _MOST_CONTROLS:
        raise _not_text(path)
    return Extracted(normalised(text))


def normalised(text: str) -> str:
    r"""The text with CRLF and CR turned into LF.

    >>> normalised("a\r\nb\rc\n")
    'a\nb\nc\n'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _encoding_by_mark(data: bytes) -> tuple[str, int]:
    """The encoding that a byte order mark tells and the mark's length; UTF-8 and 0 without one."""
    return next(((name, len(mark)) for mark, name in _MARKS if data.startswith(mark)), ("utf-8", 0))


def _refuse_binary(path: Path, data: bytes) -> None:
    if b"\0" in data and _looks_like_utf16(data):
        raise UnreadableDocument(path, f"“{path.name}” looks like UTF-16 text without a byte order mark.", _SAVE_AS)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > len(data) * _MOST_CONTROLS:
        raise _not_text(path)


def _looks_like_utf16(data: bytes) -> bool:
    """Whether every second byte of the beginning is NUL, as in UTF-16 of a Latin script."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    few, many = sorted((even, odd))
    return many > len(head) * 0.4 and few < len(head) * 0.02


def _control_share(text: str) -> float:
    return len(_CONTROL_CHARACTER.findall(text)) / max(1, len(text))


def _not_text(path: Path) -> UnreadableDocument:
    return UnreadableDocument(
        path,
        f"“{path.name}” is not a text file: it holds bytes that no text has.",
        "Open it in the program that made it and save it there as plain text.",
    )


def _decoded(path: Path, data: bytes, encoding: str, skip: int, watch: Watch) -> str:
    try:
        return _decode(data, encoding, skip, watch)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise _strange_encoding(path) from None
    if _is_damaged_utf8(data):
        return data[skip:].decode("utf-8", "replace")
    try:
        return _decode(data, "cp1252", skip, watch)
    except UnicodeDecodeError:
        raise _strange_encoding(path) from None


def _decode(data: bytes, encoding: str, skip: int, watch: Watch) -> str:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    parts = []
    for start in range(skip, len(data), _CHUNK_BYTES):
        watch.reached(start / len(data))
        parts.append(decoder.decode(data[start : start + _CHUNK_BYTES]))
    parts.append(decoder.decode(b"", final=True))
    return "".join(parts)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 stand among more characters that can be nothing else: a damaged file, not
    another encoding.
    """
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore")) - bad
    return beyond_ascii > 2 * bad


def _strange_encoding(path: Path) -> UnreadableDocument:
    return UnreadableDocument(
        path, f"The characters of “{path.name}” are in an encoding that Dateline does not know.", _SAVE_AS
    )


PLAIN_TEXT: Final = Reader(
    name="Plain text",
    suffixes=(".txt", ".text", ".md", ".log", ".eml"),
    recognises=lambda path, head: foreign_format(head) is None,
    extract=_extract,
)
