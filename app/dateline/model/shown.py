"""The events of a project as a person sees them: the reading, with decisions laid over it, and the events they made.

It is computed from a project and kept beside it, brought up to date after a change at the cost of what has changed.
`Shown().after(project, everything)` and any number of small steps give the same value. It must not know what filters
are.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from dateline.model.events import Alternative, Event, EventTime
from dateline.model.project import Project, copied, time_order

# Up to one event in so many is taken out and put in singly; beyond, sorting anew is quicker (measured).
_FEW: Final = 64


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sets of events compared: those that are there no more (`gone`, as they were) and those that are new.

    One that is there in another form is in both.
    """

    gone: tuple[Event, ...] = ()
    come: tuple[Event, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all of them."""
        return frozenset(event.id for events in (self.gone, self.come) for event in events)

    def among(self, passes: Callable[[Event], bool]) -> "Difference":
        """The difference as it is among those events that pass."""
        return Difference(tuple(filter(passes, self.gone)), tuple(filter(passes, self.come)))

    def __len__(self) -> int:
        return len(self.gone) + len(self.come)


NO_DIFFERENCE: Final = Difference()


@dataclass(frozen=True, slots=True)
class Shown:
    """All events, rejected ones too, in the order of time, those without time last; `by_id` holds the same.

    `merged_into` holds the merges that a person decided, of events that are there: id and the id it was merged into.
    """

    events: tuple[Event, ...] = ()
    by_id: Mapping[str, Event] = field(default_factory=lambda: MappingProxyType({}))
    merged_into: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def after(self, project: Project, changed: Collection[str]) -> tuple["Shown", Difference]:
        """What is shown once the records of some events are as in the project, and what is different then.

        `changed` are the ids of all events whose reading, override or own record is not what it was here.
        """
        merges = _merges(self.merged_into, project, changed)
        touched = _joined(changed, (self.merged_into, merges))
        now = {event.id: event for event in _as_shown(project, touched, merges)}
        before = self.by_id
        gone = [before[id_] for id_ in touched if id_ in before and before[id_] != now.get(id_)]
        come = [event for id_, event in now.items() if before.get(id_) != event]
        by_id = copied(before)
        for event in gone:
            del by_id[event.id]
        by_id.update((event.id, event) for event in come)
        difference = Difference(tuple(gone), tuple(come))
        events = rearranged(self.events, difference)
        return Shown(events, MappingProxyType(by_id), MappingProxyType(merges)), difference


def shown_events(project: Project) -> tuple[Event, ...]:
    """All events that a project shows."""
    return Shown().after(project, (*project.reading, *project.own_event))[0].events


def rearranged(events: tuple[Event, ...], difference: Difference) -> tuple[Event, ...]:
    """Events in the order of time, without those that are gone and with those that came."""
    if not difference:
        return events
    if len(difference) * _FEW > len(events):
        ids = {event.id for event in difference.gone}
        return tuple(sorted((*(e for e in events if e.id not in ids), *difference.come), key=time_order))
    result = list(events)
    for event in difference.gone:
        del result[bisect_left(result, time_order(event), key=time_order)]
    for event in difference.come:
        insort(result, event, key=time_order)
    return tuple(result)


def shown_event(project: Project, event_id: str) -> Event:
    """One event as it is shown, without a look at the others. KeyError where there is none."""
    merges = _merges({}, project, project.override)
    events = _as_shown(project, _joined((event_id,), (merges,)), merges)
    found = next((event for event in events if event.id == event_id), None)
    if found is None:
        raise KeyError(event_id)
    return found


def _merges(before: Mapping[str, str], project: Project, changed: Iterable[str]) -> dict[str, str]:
    """The merges brought up to date."""
    merges = dict(before)
    for id_ in changed:
        override = project.override.get(id_)
        if override is not None and override.merged_into is not None and _base(project, id_) is not None:
            merges[id_] = override.merged_into
        else:
            merges.pop(id_, None)
    return merges


def _joined(ids: Iterable[str], graphs: Iterable[Mapping[str, str]]) -> dict[str, None]:
    """The ids, and all that are tied to them by merges, whichever way."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for graph in graphs:
        for one, other in graph.items():
            neighbours[one].add(other)
            neighbours[other].add(one)
    found = dict.fromkeys(ids)
    waiting = [id_ for id_ in found if id_ in neighbours]
    while waiting:
        for id_ in neighbours[waiting.pop()]:
            if id_ not in found:
                found[id_] = None
                waiting.append(id_)
    return found


def _as_shown(project: Project, ids: Iterable[str], merges: Mapping[str, str]) -> Iterator[Event]:
    """Those of the ids that stand for themselves, with what was merged into them; the ids are closed under merges."""
    alone, merged = [], defaultdict[str, list[Event]](list)
    for id_ in ids:
        event = _base(project, id_)
        if event is None:
            continue
        override = project.override.get(id_)
        if override is not None:
            event = override.laid_over(event)
        target = _target(project, id_, merges) if id_ in merges else None
        if target is None:
            alone.append(event)
        else:
            merged[target].append(event)
    return (_with_mentions(event, merged[event.id]) if event.id in merged else event for event in alone)


def _base(project: Project, event_id: str) -> Event | None:
    event = project.reading.get(event_id)
    return project.own_event.get(event_id) if event is None else event


def _target(project: Project, event_id: str, merges: Mapping[str, str]) -> str | None:
    """Where a merged event's excerpts go in the end; None when its target is gone or it is merged into itself."""
    seen, at = {event_id}, event_id
    while (following := merges.get(at)) is not None and _base(project, following) is not None:
        if following in seen:
            return None if following == event_id else at
        seen.add(following)
        at = following
    return None if at == event_id else at


def _with_mentions(event: Event, others: Sequence[Event]) -> Event:
    """An event with the excerpts, actors, places and tags of those merged into it; their other dates stay as rivals."""
    for other in sorted(others, key=time_order):
        event = replace(
            event,
            time=_with_rival(event.time, other),
            excerpts=tuple(dict.fromkeys((*event.excerpts, *other.excerpts))),
            actors=tuple(dict.fromkeys((*event.actors, *other.actors))),
            places=tuple(dict.fromkeys((*event.places, *other.places))),
            tags=tuple(dict.fromkeys((*event.tags, *other.tags))),
            edited=event.edited | {"excerpts"},
        )
    return event


def _with_rival(time: EventTime | None, other: Event) -> EventTime | None:
    """A time with that of another event as an alternative, where it says something else."""
    if time is None or other.time is None or other.time.interval == time.interval:
        return time
    rival = Alternative(other.time.interval, other.time.precision, other.excerpts[0] if other.excerpts else None)
    return replace(time, alternatives=tuple(dict.fromkeys((*time.alternatives, rival))))
