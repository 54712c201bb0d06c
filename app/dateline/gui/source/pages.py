"""A long text is shown in pages, so that a text of any size opens at once: Qt lays out one page, never the whole.

A page holds at most as many characters and lines as Qt takes in and lays out within a few frames; it ends with a line
where it can.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from dateline.model.documents import Line

# Measured with PySide6 6.11: to fill and style 150,000 characters takes about 40 ms, 4,000 lines about 60 ms.
PAGE_CHARACTERS: Final = 150_000
PAGE_LINES: Final = 4_000


def cut_pages(lines: Sequence[Line], characters: int) -> tuple[int, ...]:
    """The code points at which pages begin, the first being 0, for a text of so many characters and its lines."""
    if characters <= PAGE_CHARACTERS and len(lines) <= PAGE_LINES:
        return (0,)
    starts, at = [0], 0
    while (at := _page_end(lines, at, characters)) < characters:
        starts.append(at)
    return tuple(starts)


def _page_end(lines: Sequence[Line], start: int, characters: int) -> int:
    """Where the page that begins at `start` ends: with a line, or inside one that is longer than a page."""
    furthest = start + PAGE_CHARACTERS
    first = bisect_right(lines, start, key=_line_start)
    by_lines = lines[first + PAGE_LINES - 1].start if first + PAGE_LINES - 1 < len(lines) else characters
    if by_lines <= furthest:
        return by_lines
    last = bisect_right(lines, furthest, key=_line_start) - 1
    return lines[last].start if last >= first else furthest


def page_of(starts: Sequence[int], offset: int) -> int:
    """The number of the page that holds a code point."""
    return max(0, bisect_right(starts, offset) - 1)


def _line_start(line: Line) -> int:
    return line.start
