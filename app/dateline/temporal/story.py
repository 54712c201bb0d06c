"""What is known while a text is read from its beginning to its end: the document's date and the times that were
spoken of.

The only thing in the tagger that changes while it runs; one is made for each text.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from dateline.model.dates import Interval
from dateline.model.spans import Span
from dateline.model.timex import Reference
from dateline.temporal.cells import Cell, Unit, cell_at


class Tense(StrEnum):
    """Which way the words around an expression look."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place on the calendar that others count from, and its words (None for the document's date)."""

    name: str
    cell: Cell
    span: Span | None = None

    @property
    def reference(self) -> Reference:
        """As the model tells it."""
        return Reference(self.name, self.cell.interval, self.span)

    def at(self, unit: Unit) -> Cell:
        """The cell of a unit that this place lies in, by its beginning."""
        return self.cell if self.cell.unit is unit else cell_at(unit, self.cell.start_seconds)


@dataclass(slots=True)
class Story:
    """The running state: `document` is where "today" is, `latest` the last date that was told."""

    document: Anchor | None
    latest: Anchor | None = None
    seen: dict[Unit, Anchor] = field(default_factory=dict)

    def base(self) -> Anchor | None:
        """What "later" and "the following year" count from: the last date told, else the document's."""
        return self.latest or self.document

    def tell(self, cell: Cell, span: Span) -> None:
        """Remember a date that was told."""
        self.latest = Anchor("timex", cell, span)
        self.seen[cell.unit] = self.latest


def document_anchor(interval: Interval, unit: Unit, span: Span | None) -> Anchor | None:
    """The document's date as an anchor."""
    start = interval.earliest_start
    return None if start is None else Anchor("published", cell_at(unit, start), span)
