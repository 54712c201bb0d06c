"""Aligned columns for a terminal: date, event, kind, and how it is known."""

from collections.abc import Iterator
from typing import Final
from unicodedata import combining, east_asian_width

from dateline.formats.rows import rows
from dateline.model.timeline import Timeline

_HEADINGS: Final = ("Date", "Event", "Kind", "Certainty", "Reality")
_WIDEST: Final = 60  # a title is no longer; a date hardly ever


def write_table(timeline: Timeline) -> Iterator[str]:
    """A line of headings, a rule, a line an event; or one sentence where there is none."""
    cells = [(row.date, row.title, row.kind, row.certainty, row.factuality) for row in rows(timeline)]
    if not cells:
        yield "No events.\n"
        return
    widths = [min(_WIDEST, max(map(_columns, column))) for column in zip(_HEADINGS, *cells, strict=True)]
    yield _line(_HEADINGS, widths)
    yield "  ".join("─" * width for width in widths) + "\n"
    yield from (_line(row, widths) for row in cells)


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    padded = (cell + " " * (width - _columns(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"


def _columns(text: str) -> int:
    """Columns a text takes on a terminal: none for combining marks, two for wide characters."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
