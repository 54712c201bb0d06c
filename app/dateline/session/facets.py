"""Live counts: which events pass a filter, and how many have each value of a facet. It knows events and filters only.

Each event has a slot while it lives; one that changes gets a new slot at the end. A facet is two columns of numbers,
slot and value, so that it takes eight bytes for each value that an event has, however many values there are, and is
counted in a millisecond with 100,000 events.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.model.events import Event
from dateline.model.filters import VALUES_OF, EventFilter, Facet, facet_values
from dateline.model.shown import Difference

FacetCount = tuple[str, int, int]
"""A value, how many events with it pass the other facets, how many events have it at all."""

Mask = NDArray[np.bool_]

_MANY: Final = 8  # when more than one event in so many changes, sorting all anew is quicker


class FacetIndex:
    """The events of a moment, by the values of their facets. A facet is sorted out when it is first asked for."""

    def __init__(self, events: Sequence[Event] = ()) -> None:
        self._start(tuple(events))

    def _start(self, events: tuple[Event, ...]) -> None:
        self.events = events
        self._by_slot: list[Event | None] = list(events)
        self._slots = {event.id: slot for slot, event in enumerate(events)}
        self._alive = bytearray(b"\1" * len(events))
        self._facets: dict[Facet, _Column] = {}
        self._rest: tuple[EventFilter, bytearray] = EventFilter(), bytearray(self._alive)
        self._masks: tuple[EventFilter, dict[Facet | None, Mask]] = EventFilter(), {}

    def sort_out(self) -> None:
        """Sort out all facets now: in a worker, before anybody asks."""
        for facet in Facet:
            self._column(facet)

    def update(self, events: tuple[Event, ...], difference: Difference) -> None:
        """Take over the events as they are now, and what is different."""
        if len(difference) * _MANY > len(events) or len(self._by_slot) > 2 * len(events):
            self._start(events)
            return
        self.events = events
        self._masks[1].clear()
        for event in difference.gone:
            self._forget(event)
        for event in difference.come:
            self._add(event)

    def _forget(self, event: Event) -> None:
        slot = self._slots.pop(event.id)
        self._by_slot[slot] = None
        self._alive[slot] = 0

    def _add(self, event: Event) -> None:
        slot = self._slots[event.id] = len(self._by_slot)
        self._by_slot.append(event)
        self._alive.append(1)
        self._rest[1].append(self._rest[0].passes(event))
        for facet, column in self._facets.items():
            column.add(slot, facet_values(event, facet))

    def passing(self, event_filter: EventFilter) -> tuple[Event, ...]:
        """The events that pass, in their order; the same as asking `EventFilter.passes` of each."""
        mask = self._mask(event_filter)
        if int(mask.sum()) == len(self.events):
            return self.events
        passes, slots = mask.tolist(), self._slots
        return tuple(event for event in self.events if passes[slots[event.id]])

    def counts(self, facet: Facet, event_filter: EventFilter) -> tuple[FacetCount, ...]:
        """Of each value: how many events with it pass all the other facets, how many there are. The most frequent
        first.
        """
        column = self._column(facet)
        return column.counts(self._mask(event_filter, besides=facet), _as_mask(self._alive))

    def _mask(self, event_filter: EventFilter, besides: Facet | None = None) -> Mask:
        """The slots whose events pass, without a look at the choice of one facet. Most facets have none: theirs is the
        same mask, and is worked out once.
        """
        if event_filter != self._masks[0]:
            self._masks = event_filter, {}
        known, left_out = self._masks[1], besides if besides in dict(event_filter.choices) else None
        if left_out not in known:
            known[left_out] = self._computed_mask(event_filter, left_out)
        return known[left_out]

    def _computed_mask(self, event_filter: EventFilter, besides: Facet | None) -> Mask:
        passes = _as_mask(self._alive) & _as_mask(self._passing_rest(event_filter))
        for facet, choice in event_filter.choices:
            if facet is not besides:
                passes &= self._column(facet).having(choice.shows, len(passes))
        return passes

    def _column(self, facet: Facet) -> "_Column":
        if facet not in self._facets:
            none: tuple[str, ...] = ()
            values_of = VALUES_OF[facet]
            self._facets[facet] = _Column([none if event is None else values_of(event) for event in self._by_slot])
        return self._facets[facet]

    def _passing_rest(self, event_filter: EventFilter) -> bytearray:
        """The slots of what passes all that is no facet (words, time); the last answer is kept, since facets change
        one by one.
        """
        rest = replace(event_filter, choices=(), dim=False)
        if rest != self._rest[0]:
            passing = (event is not None and rest.passes(event) for event in self._by_slot)
            self._rest = rest, bytearray(self._alive) if rest.is_empty else bytearray(passing)
        return self._rest[1]


class _Column:
    """One facet: the names of its values, and pairs of a slot and the number of a value that its event has."""

    def __init__(self, names_of: Sequence[tuple[str, ...]]) -> None:
        """`names_of` are the values of the event in each slot."""
        self._numbers = {name: at for at, name in enumerate(dict.fromkeys(chain.from_iterable(names_of)))}
        lengths = np.fromiter(map(len, names_of), np.int32, len(names_of))
        self._slots = array("i", np.repeat(np.arange(len(names_of), dtype=np.int32), lengths).tobytes())
        self._values = array("i", map(self._numbers.__getitem__, chain.from_iterable(names_of)))
        self._by_name: NDArray[np.int64] = np.empty(0, np.int64)  # the numbers of the values, by name

    def add(self, slot: int, names: Iterable[str]) -> None:
        """Take an event's values in."""
        for name in names:
            self._slots.append(slot)
            self._values.append(self._numbers.setdefault(name, len(self._numbers)))

    def counts(self, passing: Mask, alive: Mask) -> tuple[FacetCount, ...]:
        """How many of the slots in each of two masks have each value that occurs in the second."""
        slots, values = np.array(self._slots, np.int32), np.array(self._values, np.int32)
        found = np.bincount(values[passing[slots]], minlength=len(self._numbers))
        total = np.bincount(values[alive[slots]], minlength=len(self._numbers))
        names = list(self._numbers)
        if len(self._by_name) != len(names):
            self._by_name = np.array(sorted(range(len(names)), key=names.__getitem__), np.int64)
        order = self._by_name[np.argsort(-total[self._by_name], kind="stable")]
        order = order[total[order] > 0]
        return tuple(zip((names[at] for at in order), found[order].tolist(), total[order].tolist(), strict=True))

    def having(self, shows: Callable[[str], bool], size: int) -> Mask:
        """bool (size,), true for the slots that have one of the values that are let through."""
        shown = np.fromiter(map(shows, self._numbers), np.bool_, len(self._numbers))
        result = np.zeros(size, np.bool_)
        result[np.array(self._slots, np.int32)[shown[np.array(self._values, np.int32)]]] = True
        return result


def _as_mask(octets: bytearray) -> Mask:
    """bool (N,), a copy: what grows must not be looked into meanwhile."""
    return np.frombuffer(octets, np.bool_).copy()
