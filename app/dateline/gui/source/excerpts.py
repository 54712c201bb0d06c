"""Where the excerpts of events stand in a document now: anchors resolved to places of its text. It knows no widget."""

from collections.abc import Iterable
from typing import NamedTuple

from dateline.model.anchors import resolve
from dateline.model.documents import SourceDocument
from dateline.model.events import Event, Excerpt
from dateline.model.spans import Span


class Standing(NamedTuple):
    """An excerpt's place in the text, and that of its phrase, if it has one."""

    excerpt: Span
    phrase: Span | None


def standing(document: SourceDocument, excerpt: Excerpt) -> Standing | None:
    """Where an excerpt stands; None where its words are no longer in the text."""
    place = resolve(document.text, excerpt.anchor).span
    if place is None:
        return None
    if excerpt.phrase is None:
        return Standing(place, None)
    moved = place.start - excerpt.start
    phrase = Span(excerpt.phrase.start + moved, excerpt.phrase.end + moved)
    return Standing(place, phrase if place.contains(phrase) else None)


def standings(document: SourceDocument, events: Iterable[Event]) -> tuple[Standing, ...]:
    """Where all excerpts of events that are in this document stand, each once, in the order of the events."""
    found = (
        standing(document, excerpt) for event in events for excerpt in event.excerpts if excerpt.document == document.id
    )
    return tuple(dict.fromkeys(place for place in found if place is not None))


def excerpt_index(event: Event, document: str, span: Span) -> int:
    """Which of an event's excerpts has its phrase, or itself, at a place; the first where none has."""
    for index, excerpt in enumerate(event.excerpts):
        if excerpt.document == document and (excerpt.phrase or excerpt.anchor.span) == span:
            return index
    return 0
