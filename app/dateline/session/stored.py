"""What a project holds of each document, as reading that document alone gave it: what merges across documents needs.

So a new document is merged with those that are there without reading them again. It knows the project's tables, and not
how documents are read or merged.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.model.documents import SourceDocument
from dateline.model.events import Event, LedgerEntry
from dateline.model.project import Project, time_order
from dateline.model.timeline import Timeline


def stored(project: Project) -> Iterator[Timeline]:
    """The timeline of each document by itself, as far as it can be had.

    An event that several documents tell of is not what any of them gave; those are kept as parts. A file from before
    parts were kept has none: its documents that share an event are left out.
    """
    alone, shared = _by_document(project)
    for id_, document in project.document.items():
        parts = project.part.get(id_, ())
        if parts or not shared[id_]:
            yield _timeline(project, document, (*alone[id_], *parts), _parts_of(shared[id_], parts))


def parts(alone: Sequence[Timeline], merged: Timeline) -> Mapping[str, tuple[Event, ...]]:
    """By document, the events that went into others or took others in."""
    whole = {event.id: event for event in merged.events}
    found = {}
    for timeline in alone:
        gone = tuple(event for event in timeline.events if whole.get(event.id) is not event)
        if gone:
            found[timeline.documents[0].id] = gone
    return MappingProxyType(found)


def _by_document(project: Project) -> tuple[Mapping[str, list[Event]], Mapping[str, list[Event]]]:
    """The events that each document tells of alone, and those that it tells of with others."""
    alone, shared = defaultdict[str, list[Event]](list), defaultdict[str, list[Event]](list)
    for event in project.reading.values():
        documents = event.documents
        for document in documents:
            (alone if len(documents) == 1 else shared)[document].append(event)
    return alone, shared


def _parts_of(shared: Sequence[Event], parts: Sequence[Event]) -> Mapping[str, tuple[str, ...]]:
    """The parts of one document that went into each of its shared events, by id; they are known by their excerpts."""
    owner = {excerpt: part.id for part in parts for excerpt in part.excerpts}
    return {
        event.id: tuple(dict.fromkeys(owner[excerpt] for excerpt in event.excerpts if excerpt in owner))
        for event in shared
    }


def _timeline(
    project: Project, document: SourceDocument, events: Sequence[Event], parts_of: Mapping[str, tuple[str, ...]]
) -> Timeline:
    ledger = tuple(_entry(entry, parts_of) for entry in project.ledger.get(document.id, ()))
    timexes = MappingProxyType({document.id: project.timexes.get(document.id, ())})
    return Timeline((document,), tuple(sorted(events, key=time_order)), ledger, timexes)


def _entry(entry: LedgerEntry, parts_of: Mapping[str, tuple[str, ...]]) -> LedgerEntry:
    """An entry as it was before the events that it serves became one with others."""
    if not any(id_ in parts_of for id_ in entry.events):
        return entry
    return replace(entry, events=tuple(dict.fromkeys(own for id_ in entry.events for own in parts_of.get(id_, (id_,)))))
