"""Live counts: which events pass a filter, and how many have each value of a facet. It knows events and filters only.

Sets of events are integers, one bit for each event: with 10,000 events an intersection and its count take a
microsecond, so that every facet can be counted anew at every click. Each event keeps its bit while it lives; when some
events change, only their bits are set anew.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from dateline.model.events import Event
from dateline.model.filters import EventFilter, Facet, facet_values

FacetCount = tuple[str, int, int]
"""A value, how many events with it pass the other facets, how many events have it at all."""

_BITS: Final = 8
_MANY: Final = 8  # when more than one event in so many changes, sorting all anew is quicker (measured with 10,000)


class FacetIndex:
    """The events of a moment, by the values of their facets. A facet is sorted out when it is first asked for."""

    def __init__(self, events: Sequence[Event] = ()) -> None:
        self._start(tuple(events))

    def _start(self, events: tuple[Event, ...]) -> None:
        self.events = events
        self._slots = {event.id: slot for slot, event in enumerate(events)}
        self._by_slot: list[Event | None] = list(events)
        self._sets: dict[Facet, dict[str, int]] = {}
        self._all = (1 << len(events)) - 1
        self._rest: tuple[EventFilter, int] = (EventFilter(), self._all)

    def update(self, events: Sequence[Event], changed: Collection[str]) -> None:
        """Take over the events as they are now; `changed` are the ids of those that came, went or are different."""
        events = tuple(events)
        if len(changed) * _MANY > len(events) or len(self._by_slot) > 2 * len(events):
            self._start(events)
            return
        self.events = events
        now = {event.id: event for event in events if event.id in changed}
        for event_id in changed:
            self._forget(event_id)
        for event in now.values():
            self._add(event)

    def _forget(self, event_id: str) -> None:
        slot = self._slots.pop(event_id, None)
        event = self._by_slot[slot] if slot is not None else None
        if slot is None or event is None:
            return
        bit = 1 << slot
        self._by_slot[slot] = None
        self._all &= ~bit
        self._rest = self._rest[0], self._rest[1] & ~bit
        for facet, sets in self._sets.items():
            for value in facet_values(event, facet):
                sets[value] &= ~bit
                if not sets[value]:
                    del sets[value]

    def _add(self, event: Event) -> None:
        slot = self._slots[event.id] = len(self._by_slot)
        bit = 1 << slot
        self._by_slot.append(event)
        self._all |= bit
        if self._rest[0].passes(event):
            self._rest = self._rest[0], self._rest[1] | bit
        for facet, sets in self._sets.items():
            for value in facet_values(event, facet):
                sets[value] = sets.get(value, 0) | bit

    def passing(self, event_filter: EventFilter) -> tuple[Event, ...]:
        """The events that pass, in their order; the same as asking `EventFilter.passes` of each."""
        bits = self._passing_rest(event_filter)
        for facet, _ in event_filter.choices:
            bits &= self._let_through(facet, event_filter)
        if bits == self._all:
            return self.events
        octets = bits.to_bytes(len(self._by_slot) // _BITS + 1, "little")
        slots = self._slots
        return tuple(e for e in self.events if octets[(slot := slots[e.id]) // _BITS] >> slot % _BITS & 1)

    def counts(self, facet: Facet, event_filter: EventFilter) -> tuple[FacetCount, ...]:
        """Of each value: how many events with it pass all the other facets, how many there are. The most frequent
        first.
        """
        others = self._passing_rest(event_filter)
        for other, _ in event_filter.choices:
            if other is not facet:
                others &= self._let_through(other, event_filter)
        sets = self._by_value(facet).items()
        found = ((value, (bits & others).bit_count(), bits.bit_count()) for value, bits in sets)
        return tuple(sorted(found, key=lambda count: (-count[2], count[0])))

    def _by_value(self, facet: Facet) -> dict[str, int]:
        if facet not in self._sets:
            slots: dict[str, list[int]] = {}
            for event in self.events:
                for value in facet_values(event, facet):
                    slots.setdefault(value, []).append(self._slots[event.id])
            self._sets[facet] = {value: _bits_of(places, len(self._by_slot)) for value, places in slots.items()}
        return self._sets[facet]

    def _let_through(self, facet: Facet, event_filter: EventFilter) -> int:
        choice = event_filter.choice(facet)
        bits = 0
        for value, having in self._by_value(facet).items():
            if choice.shows(value):
                bits |= having
        return bits

    def _passing_rest(self, event_filter: EventFilter) -> int:
        """The events that pass what is no facet (words, time); the last answer is kept, since facets change one by
        one.
        """
        rest = replace(event_filter, choices=(), dim=False)
        if rest != self._rest[0]:
            slots = [self._slots[event.id] for event in self.events if rest.passes(event)]
            self._rest = rest, self._all if rest.is_empty else _bits_of(slots, len(self._by_slot))
        return self._rest[1]


def _bits_of(slots: Iterable[int], size: int) -> int:
    """The set of slots as an integer; linear in its size, unlike setting bit after bit."""
    octets = bytearray(size // _BITS + 1)
    for slot in slots:
        octets[slot // _BITS] |= 1 << slot % _BITS
    return int.from_bytes(octets, "little")
