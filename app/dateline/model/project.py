"""A project as a value: documents, what the machine read, what a person decided, and the one form in which anything
changes.

A project's events are computed: the reading, with a person's overrides laid over it, plus the events a person made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from dateline.model.documents import SourceDocument
from dateline.model.events import (
    Alternative,
    Event,
    EventTime,
    Excerpt,
    Factuality,
    Group,
    LedgerEntry,
    ReviewState,
    Step,
)
from dateline.model.filters import EventFilter
from dateline.model.timex import Timex3


class Table(StrEnum):
    """What a project is made of; the key of a record is unique in its table."""

    DOCUMENT = "document"  # key: document id; value: SourceDocument
    TIMEXES = "timexes"  # key: document id; value: tuple of Timex3
    LEDGER = "ledger"  # key: document id; value: tuple of LedgerEntry
    READING = "reading"  # key: event id; value: Event as the machine read it
    OVERRIDE = "override"  # key: event id; value: Override
    OWN_EVENT = "own_event"  # key: event id; value: Event a person made (or split off)
    FILTER = "filter"  # key: its name; value: EventFilter
    SETTING = "setting"  # key: its name; value: str
    DECISION = "decision"  # key: a running number as text; value: Decision


@dataclass(frozen=True, slots=True)
class Override:
    """What a person decided of one event; None leaves the reading as it is.

    `excerpts` are the reading's excerpts when the decision was made: a new reading that lost the id is matched by them.
    `merged_into` hides the event and gives its excerpts to another; `removed` are anchors' (document, start, end)
    that were split off or taken away.
    """

    excerpts: tuple[Excerpt, ...] = ()
    title: str | None = None
    time: EventTime | None = None
    undated: bool = False
    kind: str | None = None
    group: Group | None = None
    factuality: Factuality | None = None
    actors: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    notes: str | None = None
    review: ReviewState | None = None
    merged_into: str | None = None
    removed: tuple[tuple[str, int, int], ...] = ()

    @property
    def edited(self) -> frozenset[str]:
        """Names of the event's fields that it sets."""
        names = {name for name in _EVENT_FIELDS if getattr(self, name) is not None}
        return frozenset(names | ({"time"} if self.undated else set()) | ({"excerpts"} if self.removed else set()))

    @property
    def is_empty(self) -> bool:
        """Whether it decides nothing."""
        return not self.edited and self.merged_into is None

    def laid_over(self, event: Event) -> Event:
        """The event as the person wants it."""
        changes: dict[str, Any] = {
            name: value for name in _EVENT_FIELDS if (value := getattr(self, name)) is not None
        }
        if self.undated:
            changes["time"] = None
        if "time" in changes:
            changes["why"] = (*event.why, _TAKEN_AWAY if self.undated else _SET)
        if self.removed:
            removed = set(self.removed)
            changes["excerpts"] = tuple(x for x in event.excerpts if (x.document, x.start, x.end) not in removed)
        return replace(event, **changes, edited=event.edited | self.edited) if changes else event


_SET: Final = Step("person", "The date was set by hand.")
_TAKEN_AWAY: Final = Step("person", "The date was taken away by hand.")
_EVENT_FIELDS: Final = (
    "title",
    "time",
    "kind",
    "group",
    "factuality",
    "actors",
    "places",
    "tags",
    "notes",
    "review",
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log: when (UTC seconds), what was done in words, and the events and documents it was about."""

    at_utc_seconds: int
    text: str
    events: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Put:
    """One record set to a value, or deleted (None)."""

    table: Table
    key: str
    value: Any | None


@dataclass(frozen=True, slots=True)
class Change:
    """A set of puts that happen together or not at all. `label` is what undo shows."""

    label: str
    puts: tuple[Put, ...]


def _empty() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Project:
    """Everything a project holds, as read-only mappings by key."""

    document: Mapping[str, SourceDocument] = field(default_factory=_empty)
    timexes: Mapping[str, tuple[Timex3, ...]] = field(default_factory=_empty)
    ledger: Mapping[str, tuple[LedgerEntry, ...]] = field(default_factory=_empty)
    reading: Mapping[str, Event] = field(default_factory=_empty)
    override: Mapping[str, Override] = field(default_factory=_empty)
    own_event: Mapping[str, Event] = field(default_factory=_empty)
    filter: Mapping[str, EventFilter] = field(default_factory=_empty)
    setting: Mapping[str, str] = field(default_factory=_empty)
    decision: Mapping[str, Decision] = field(default_factory=_empty)

    def applied(self, change: Change) -> tuple["Project", Change]:
        """The project after a change, and the change that takes it back."""
        tables: dict[str, dict[str, Any]] = {}
        inverse = []
        for put in change.puts:
            table = tables.setdefault(put.table.value, dict(getattr(self, put.table.value)))
            inverse.append(Put(put.table, put.key, table.get(put.key)))
            if put.value is None:
                table.pop(put.key, None)
            else:
                table[put.key] = put.value
        changed: dict[str, Any] = {name: MappingProxyType(table) for name, table in tables.items()}
        return replace(self, **changed), Change(change.label, tuple(reversed(inverse)))

    def events(self) -> tuple[Event, ...]:
        """All events as the person sees them, rejected ones too, in the order of time; those without time come last."""
        merged: dict[str, list[Event]] = {}
        shown: list[Event] = []
        for event in (*self.reading.values(), *self.own_event.values()):
            override = self.override.get(event.id)
            event = override.laid_over(event) if override else event
            if override and (target := self._merge_target(event.id)) is not None:
                merged.setdefault(target, []).append(event)
            else:
                shown.append(event)
        return tuple(sorted((_with_mentions(e, merged.get(e.id, ())) for e in shown), key=time_order))

    def _merge_target(self, event_id: str) -> str | None:
        """Where a merged event's excerpts go in the end; None when it is not merged or its target is gone."""
        seen = {event_id}
        target: str | None = None
        override = self.override.get(event_id)
        while override is not None and (following := override.merged_into) is not None and following not in seen:
            if following not in self.reading and following not in self.own_event:
                break
            seen.add(following)
            target, override = following, self.override.get(following)
        return target


PROJECT_TABLES: Final = tuple(item.name for item in fields(Project))


def _with_mentions(event: Event, others: Iterable[Event]) -> Event:
    """An event with the excerpts, actors, places and tags of those merged into it; their other dates stay as rivals."""
    for other in others:
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


def time_order(event: Event) -> tuple[bool, tuple[int, int], int, str]:
    """Sorts events by time, then by their first place in a text; what has no time comes last."""
    first = event.excerpts[0].start if event.excerpts else 0
    if event.time is None:
        return True, (0, 0), first, event.id
    return False, event.time.interval.sort_key, first, event.id
