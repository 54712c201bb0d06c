"""What a reader of one file format is, and what it gives.

A reader turns the bytes of a file into text and the few facts the format itself states. It knows nothing of lines,
dates or events.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import Cancelled
from dateline.model.documents import Published

Progress = Callable[[float], None]
"""Is told the share of the work that is done, 0 to 1, never less than before."""

IsCancelled = Callable[[], bool]
"""Answers whether a person has stopped the work."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Progress and cancellation of one piece of work, as a part of a larger one.

    `first` and `last` are the shares of the whole between which this piece moves.
    """

    progress: Progress | None = None
    cancelled: IsCancelled | None = None
    first: float = 0.0
    last: float = 1.0

    def reached(self, share: float) -> None:
        """Tell that a share (0 to 1) of this piece is done. Raises Cancelled when the work was stopped."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        if self.progress is not None:
            self.progress(self.first + (self.last - self.first) * min(1.0, share))

    def part(self, first: float, last: float) -> "Watch":
        """The watch of a part of this piece, from one share of it to another."""
        width = self.last - self.first
        return Watch(self.progress, self.cancelled, self.first + width * first, self.first + width * last)


UNWATCHED = Watch()


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a reader gives: the canonical text (lines end at LF), and what the format says beside the text, where it
    says it.
    """

    text: str
    title: str = ""
    author: str = ""
    address: str = ""
    language: str | None = None
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """One file format. `recognises` sees the path and the first bytes; `extract` the path and all bytes.

    `extract` raises UnreadableDocument where the file is damaged, and Cancelled through its watch.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Path, bytes], bool]
    extract: Callable[[Path, bytes, Watch], Extracted]
