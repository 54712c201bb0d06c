"""From a file or a text to a SourceDocument: read once, every line classified, its own date found where the text
shows it.

What a person or an option says of a document is stronger than what its format says, and that is stronger than what
stands in the text.
"""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import EmptyDocument, UnreadableDocument
from dateline.ingest.layout import classify
from dateline.ingest.masthead import read_masthead
from dateline.ingest.plain_text import normalised
from dateline.ingest.published import find_published
from dateline.ingest.reader import Extracted, IsCancelled, Progress, Watch
from dateline.ingest.readers import reader_for
from dateline.model.dates import day_number
from dateline.model.documents import Published, SourceDocument, document_id, text_hash

_HEAD_BYTES: Final = 4096
_CHUNK_BYTES: Final = 4 << 20


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a document beside its text."""

    name: str
    published: Published | None
    language: str | None
    suggested_day: int | None = None


def read_file(
    path: Path | str,
    *,
    published: Published | None = None,
    language: str | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> SourceDocument:
    """Read a file. Raises UnreadableDocument (or a child of it) with a sentence for a person, and Cancelled.

    `published` and `language` overrule what the file says. `progress` is told shares from 0 to 1.
    """
    path = Path(path)
    watch = Watch(progress, cancelled)
    data = _bytes_of(path, watch.part(0.0, 0.1))
    extracted = reader_for(path, data[:_HEAD_BYTES]).extract(path, data, watch.part(0.1, 0.3))
    if not extracted.text or extracted.text.isspace():
        raise EmptyDocument(path, f"“{path.name}” holds no text.", "Check that it is the file you meant.")
    known = _Known(_shown_name(path), published, language, _modified_day(path))
    return _document(extracted, known, watch.part(0.3, 1.0))


def read_text(
    text: str,
    name: str,
    *,
    published: Published | None = None,
    language: str | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> SourceDocument:
    """A document from text that is at hand (the clipboard, another program); its lines are made to end at LF.

    Raises EmptyDocument where there is nothing but space, and Cancelled.
    """
    text = normalised(text)
    if not text or text.isspace():
        raise EmptyDocument(Path(name), f"“{name}” holds no text.", "Copy some text first.")
    return _document(Extracted(text), _Known(name, published, language), Watch(progress, cancelled))


def _document(extracted: Extracted, known: _Known, watch: Watch) -> SourceDocument:
    text = extracted.text
    lines = classify(text, watch.part(0.0, 0.9))
    watch.reached(0.92)
    sha256 = text_hash(text)
    watch.reached(0.95)
    masthead = read_masthead(text, lines)
    watch.reached(0.96)
    published = known.published or extracted.published or find_published(text, lines)
    watch.reached(1.0)
    return SourceDocument(
        id=document_id(sha256),
        name=known.name,
        text=text,
        sha256=sha256,
        lines=lines,
        language=known.language or extracted.language,
        published=published,
        title=extracted.title or masthead.title,
        author=extracted.author or masthead.author,
        address=extracted.address or masthead.address,
        suggested_day=known.suggested_day,
    )


def _bytes_of(path: Path, watch: Watch) -> bytes:
    """All bytes of a file, read in chunks so that it can be stopped."""
    if path.is_dir():
        raise UnreadableDocument(path, f"“{path.name}” is a folder.", "Open the files in it instead.")
    try:
        size = max(1, path.stat().st_size)
        with path.open("rb") as file:
            chunks: list[bytes] = []
            while chunk := file.read(_CHUNK_BYTES):
                chunks.append(chunk)
                watch.reached(len(chunks) * _CHUNK_BYTES / size)
    except FileNotFoundError:
        raise UnreadableDocument(path, f"There is no file “{path}”.", "Check its name and its folder.") from None
    except PermissionError:
        remedy = "Ask whoever owns it for it."
        raise UnreadableDocument(path, f"You have no right to read “{path.name}”.", remedy) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise UnreadableDocument(path, f"“{path.name}” cannot be read: {reason}.") from error
    return b"".join(chunks)


def _shown_name(path: Path) -> str:
    """A file's name as text. A byte that the system's encoding does not have is shown as it is in file managers."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _modified_day(path: Path) -> int | None:
    """Day number of the file's modification, by the clock of this place: only ever a suggestion to a person."""
    try:
        modified = time.localtime(path.stat().st_mtime)
    except (OSError, OverflowError, ValueError):
        return None
    return day_number(modified.tm_year, modified.tm_mon, modified.tm_mday)
