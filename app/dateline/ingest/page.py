"""The lines of a text while they are being classified.

A pass reads the rows, and the kinds that earlier passes gave them, and decides some of those that are still open. It
knows nothing of what the kinds mean.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from dateline.ingest.reader import UNWATCHED, Watch
from dateline.model.documents import LineClass

ROWS_PER_LOOK: Final = 20_000
"""Rows between two looks at Cancel: some hundredths of a second."""

WRAP_WIDTHS: Final = range(45, 101)
"""Columns at which mail programs and old archives break lines."""

_WRAP_SAMPLE_ROWS: Final = 3000
_WRAPPED_SHARE: Final = 0.2  # wrapped prose has four lines in ten that go on in small letters, unwrapped prose none
_HEAD_PARAGRAPHS: Final = 3  # a byline may stand below a teaser and its first lines, no lower
_HEAD_ROWS: Final = 60
_PARAGRAPH_CHARACTERS: Final = 120


@dataclass
class Page:
    """`rows` are the lines without their LF, `kinds` what is known of each; None is open.

    `examined` are the numbers of the rows that were looked at closely, in order. The others are blank or were taken
    for body text at first sight: long, or going on from a line of body text. `watch` is that of the pass at work.
    """

    rows: list[str]
    kinds: list[LineClass | None] = field(default_factory=list)
    examined: list[int] = field(default_factory=list)
    watch: Watch = UNWATCHED

    def open_rows(self) -> Iterator[int]:
        """The numbers of the rows that are still undecided, in order. Raises Cancelled when the work was stopped."""
        return self.rows_of(None)

    def rows_of(self, *kinds: LineClass | None) -> Iterator[int]:
        """The numbers of the examined rows of some kinds, in order; None is open. Raises Cancelled."""
        return (row for row in self.watched(self.examined) if self.kinds[row] in kinds)

    def watched(self, rows: Iterable[int]) -> Iterator[int]:
        """Some rows, with a look at Cancel now and then. Raises Cancelled."""
        for count, row in enumerate(rows):
            if count % ROWS_PER_LOOK == 0:
                self.watch.reached(0.0)
            yield row

    def is_open(self, row: int) -> bool:
        """Whether a row exists and is still undecided."""
        return 0 <= row < len(self.rows) and self.kinds[row] is None

    def is_text(self, row: int) -> bool:
        """Whether a row is undecided or body text."""
        return 0 <= row < len(self.rows) and self.kinds[row] in (None, LineClass.BODY)

    def is_blank(self, row: int) -> bool:
        """Whether a row is blank, or lies outside the text."""
        return not 0 <= row < len(self.rows) or self.kinds[row] is LineClass.BLANK

    def decide(self, rows: list[int] | range, kind: LineClass) -> None:
        """Give some rows their kind."""
        for row in rows:
            self.kinds[row] = kind

    def next_row(self, row: int, step: int = 1) -> int | None:
        """The nearest row below (or above, with step -1) that is not blank."""
        row += step
        while 0 <= row < len(self.rows):
            if self.kinds[row] is not LineClass.BLANK:
                return row
            row += step
        return None

    @cached_property
    def is_wrapped(self) -> bool:
        """Whether paragraphs are broken into lines of a fixed width."""
        filled = broken = 0
        for row, following in zip(self.rows[:_WRAP_SAMPLE_ROWS], self.rows[1:], strict=False):
            if row and not row.isspace():
                filled += 1
                goes_on = following[:1].islower() and row.rstrip()[-1] not in ".!?:"
                broken += goes_on and len(row) in WRAP_WIDTHS
        return broken > filled * _WRAPPED_SHARE

    @cached_property
    def has_gaps(self) -> bool:
        """Whether blank lines stand between paragraphs (as against one paragraph a line)."""
        sample = self.kinds[:_WRAP_SAMPLE_ROWS]
        blank = sum(kind is LineClass.BLANK for kind in sample)
        return blank * 4 > len(sample)

    def paragraphs(self, first: int = 0, last: int | None = None) -> Iterator[range]:
        """The runs of text rows that make one paragraph each: a row, or where lines are wrapped all up to a gap."""
        end = len(self.rows) if last is None else last
        row = first
        looked = 0
        while row < end:
            start = row
            if row >= looked:
                self.watch.reached(0.0)
                looked = row + ROWS_PER_LOOK
            while self.is_text(row) and (row == start or self.is_wrapped):
                row += 1
            if row > start:
                yield range(start, row)
            else:
                row += 1

    def words_of(self, paragraph: range) -> str:
        """A paragraph's text on one line."""
        if len(paragraph) == 1:
            return self.rows[paragraph.start].strip()
        return " ".join(self.rows[row].strip() for row in paragraph)

    @property
    def head(self) -> range:
        """The rows in which a masthead may stand: up to the third paragraph of running text."""
        seen = paragraphs = 0
        row = 0
        while row < len(self.rows) and seen < _HEAD_ROWS:
            kind = self.kinds[row]
            if kind not in (LineClass.BLANK, LineClass.NAVIGATION):
                seen += 1
            if kind in (None, LineClass.BODY) and self._is_running_text(row):
                paragraphs += 1
                row = self._end_of_run(row) if self.is_wrapped else row
            row += 1
            if paragraphs == _HEAD_PARAGRAPHS:
                break
        return range(row)

    def _end_of_run(self, row: int) -> int:
        while row + 1 < len(self.rows) and self.is_text(row + 1):
            row += 1
        return row

    def _is_running_text(self, row: int) -> bool:
        if self.is_wrapped:
            length = sum(len(self.rows[each]) for each in range(row, self._end_of_run(row) + 1))
        else:
            length = len(self.rows[row])
        return length >= _PARAGRAPH_CHARACTERS


_ITEM: Final = re.compile(r"\s*(?:\d{1,2}[.)]|[-•*–·▪◦])\s+")


def without_bullet(row: str) -> str:
    """A row without its indentation and the number or bullet of a list."""
    match = _ITEM.match(row)
    return row[match.end() :].strip() if match else row.strip()
