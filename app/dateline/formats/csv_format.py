"""CSV as RFC 4180 has it: one row an event, quoted where needed, lines ending in CRLF."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.formats.rows import Row, rows
from dateline.model.timeline import Timeline

_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")
_DATE_COLUMNS: Final = frozenset({"start", "end", "edtf"})  # only digits, but a year before 0 begins with a minus


def write_csv(timeline: Timeline) -> Iterator[str]:
    """A heading line, then a row an event."""
    yield _line(Row._fields)
    for row in rows(timeline):
        yield _line(_harmless(name, value) for name, value in row._asdict().items())


def _harmless(name: str, value: str) -> str:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection)."""
    return f"'{value}" if value.startswith(_FORMULA_SIGNS) and name not in _DATE_COLUMNS else value


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
