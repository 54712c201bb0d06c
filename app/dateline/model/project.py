"""A project as a value: documents, what the machine read, what a person decided, and the one form in which anything
changes.

What it shows is computed from it (`model.shown`): the reading, with a person's overrides laid over it, and the events
that a person made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeVar

from dateline.model.documents import SourceDocument
from dateline.model.events import Event, EventTime, Excerpt, Factuality, LedgerEntry, ReviewState, Step
from dateline.model.filters import EventFilter
from dateline.model.group import Group
from dateline.model.timex import Timex3

Value = TypeVar("Value")


class Table(StrEnum):
    """What a project is made of; the key of a record is unique in its table."""

    DOCUMENT = "document"  # key: document id; value: SourceDocument
    TIMEXES = "timexes"  # key: document id; value: tuple of Timex3
    LEDGER = "ledger"  # key: document id; value: tuple of LedgerEntry
    READING = "reading"  # key: event id; value: Event as the machine read it
    PART = "part"  # key: document id; value: tuple of Event as read in it alone, where others tell of the same
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
        changes: dict[str, Any] = {name: value for name in _EVENT_FIELDS if (value := getattr(self, name)) is not None}
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
    part: Mapping[str, tuple[Event, ...]] = field(default_factory=_empty)
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
            if (table := tables.get(put.table)) is None:
                table = tables[put.table] = copied(getattr(self, put.table))
            inverse.append(Put(put.table, put.key, table.get(put.key)))
            if put.value is None:
                table.pop(put.key, None)
            else:
                table[put.key] = put.value
        changed: dict[str, Any] = {name: MappingProxyType(table) for name, table in tables.items()}
        return replace(self, **changed), Change(change.label, tuple(reversed(inverse)))


def copied(table: Mapping[str, Value]) -> dict[str, Value]:
    """A mapping as a dictionary of its own. Of a read-only view of one, `dict` would look up every key: ten times as
    slow.
    """
    return table.copy() if isinstance(table, MappingProxyType) else dict(table)


PROJECT_TABLES: Final = tuple(item.name for item in fields(Project))


def time_order(event: Event) -> tuple[bool, tuple[int, int], int, str]:
    """Sorts events by time, then by their first place in a text; what has no time comes last."""
    first = event.excerpts[0].start if event.excerpts else 0
    if event.time is None:
        return True, (0, 0), first, event.id
    return False, event.time.interval.sort_key, first, event.id
