"""The formats that can be read, in the order in which they are asked. A new format is one file and one line here."""

from pathlib import Path
from typing import Final

from dateline.errors import UnsupportedFormat
from dateline.ingest.plain_text import PLAIN_TEXT
from dateline.ingest.reader import Reader
from dateline.ingest.signatures import foreign_format

READERS: Final[tuple[Reader, ...]] = (
    PLAIN_TEXT,  # last: it takes whatever may be text
)


def reader_for(path: Path, head: bytes) -> Reader:
    """The first reader that recognises a file by its first bytes. Raises UnsupportedFormat with the format's name."""
    for reader in READERS:
        if reader.recognises(path, head):
            return reader
    known = foreign_format(head)
    name, remedy = (known.name, known.remedy) if known else ("in a format that Dateline does not know", "")
    raise UnsupportedFormat(path, f"“{path.name}” is {name}, which Dateline cannot read yet.", remedy)
