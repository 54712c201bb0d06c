"""What a reading of documents gives: the documents, their events, what became of every date-like phrase, and the
phrases.

It knows nothing of how events are found, stored or drawn.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from dateline.model.documents import SourceDocument
from dateline.model.events import Event, LedgerEntry
from dateline.model.timex import Timex3


@dataclass(frozen=True, slots=True)
class Timeline:
    """One timeline of one or several documents.

    `events` are in the order of time, those without any bound last; `timexes` has a document's id as key and its time
    expressions in the order of the text as value; `parts` has, by document, the events as read in it alone that became
    one with those of another.
    """

    documents: tuple[SourceDocument, ...] = ()
    events: tuple[Event, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    timexes: Mapping[str, tuple[Timex3, ...]] = field(default_factory=lambda: MappingProxyType({}))
    parts: Mapping[str, tuple[Event, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[Callable[..., "Timeline"], tuple[Any, ...]]:
        """As pickle asks for it, which takes no read-only mappings."""
        return _timeline, (self.documents, self.events, self.ledger, dict(self.timexes))

    @property
    def dated(self) -> tuple[Event, ...]:
        """The events with at least one bound."""
        return tuple(event for event in self.events if event.time is not None)

    @property
    def undated(self) -> tuple[Event, ...]:
        """The events without any bound."""
        return tuple(event for event in self.events if event.time is None)

    def document(self, document_id: str) -> SourceDocument | None:
        """The document of that id, or None."""
        return next((document for document in self.documents if document.id == document_id), None)


def _timeline(
    documents: tuple[SourceDocument, ...],
    events: tuple[Event, ...],
    ledger: tuple[LedgerEntry, ...],
    timexes: dict[str, tuple[Timex3, ...]],
) -> Timeline:
    return Timeline(documents, events, ledger, MappingProxyType(timexes))
