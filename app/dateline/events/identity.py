"""Ids of events, and how a new reading's events are known as the old ones.

An id is a hash of the document's id and the first excerpt's place. It must not know how events are found or kept.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.model.events import Event, Excerpt

_ID_DIGITS: Final = 16


def event_id(document: str, start: int, end: int) -> str:
    """The id of the event whose first excerpt stands there.

    >>> event_id("0123456789abcdef", 10, 20) == event_id("0123456789abcdef", 10, 20)
    True
    """
    return hashlib.sha256(f"{document}:{start}:{end}".encode()).hexdigest()[:_ID_DIGITS]


def reconcile(old_events: Iterable[Event], new_events: Iterable[Event]) -> Mapping[str, str]:
    """New id to old id, for every new event that is an old one: by the id, else by the excerpts they share.

    Each old event answers for one new event at most; where several claim it, the one that shares most characters does.
    """
    old, new = list(old_events), list(new_events)
    known = {event.id for event in old}
    found = {event.id: event.id for event in new if event.id in known}
    free_old = [event for event in old if event.id not in found]
    free_new = [event for event in new if event.id not in found]
    taken = set[str]()
    for _, new_id, old_id in sorted(_claims(free_old, free_new), key=lambda claim: (-claim[0], claim[1], claim[2])):
        if new_id not in found and old_id not in taken:
            found[new_id] = old_id
            taken.add(old_id)
    return found


def _claims(old: Sequence[Event], new: Sequence[Event]) -> Iterable[tuple[int, str, str]]:
    """(characters shared, new id, old id) of every pair that shares any; found by one sweep over each document."""
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for pieces in _by_document(old, new).values():
        open_pieces: list[tuple[int, int, str, bool]] = []
        for piece in sorted(pieces):
            start, end, name, is_new = piece
            open_pieces = [other for other in open_pieces if other[1] > start]
            for _, other_end, other_name, other_is_new in open_pieces:
                if other_is_new != is_new:
                    key = (name, other_name) if is_new else (other_name, name)
                    shared[key] += min(end, other_end) - start
            open_pieces.append(piece)
    return [(count, new_id, old_id) for (new_id, old_id), count in shared.items()]


def _by_document(old: Sequence[Event], new: Sequence[Event]) -> Mapping[str, list[tuple[int, int, str, bool]]]:
    found: dict[str, list[tuple[int, int, str, bool]]] = defaultdict(list)
    for events, is_new in ((old, False), (new, True)):
        for event in events:
            for excerpt in event.excerpts:
                found[excerpt.document].append(_piece(excerpt, event.id, is_new))
    return found


def _piece(excerpt: Excerpt, name: str, is_new: bool) -> tuple[int, int, str, bool]:
    return excerpt.start, excerpt.end, name, is_new
