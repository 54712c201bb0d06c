"""An event: a title, a time, exact excerpts, and the chain that answers "why this date?"."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.anchors import Anchor
from dateline.model.dates import Certainty, Interval, Precision
from dateline.model.edtf import format_edtf
from dateline.model.group import Group
from dateline.model.spans import Span
from dateline.model.values import Value


class Factuality(StrEnum):
    """How real an event is, by its text."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


class ReviewState(StrEnum):
    """What a person said of an event."""

    TO_REVIEW = "to review"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class EventOrigin(StrEnum):
    """Who made an event: the reading, or a person."""

    READ = "read"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Attribution(Value):
    """Who says what a passage tells: the words that name them, and where these stand in the passage's document.

    Not `named`: the text says only that it is told ("reportedly", "is said"), and the words are those that say so.
    """

    span: Span
    quote: str
    named: bool = True


@dataclass(frozen=True, slots=True)
class Excerpt(Value):
    """A clause or a sentence of one document; `phrase` is the date expression in it, or None.

    `sources` are those who say so by the document's own words, in the order of the text; none: the document itself.
    """

    document: str
    anchor: Anchor
    phrase: Span | None = None
    sources: tuple[Attribution, ...] = ()

    @property
    def start(self) -> int:
        """First code point."""
        return self.anchor.start

    @property
    def end(self) -> int:
        """One beyond the last code point."""
        return self.anchor.end

    @property
    def quote(self) -> str:
        """Its exact words."""
        return self.anchor.quote


@dataclass(frozen=True, slots=True)
class Step(Value):
    """One link of a derivation: a sentence for a person, and the place in a text that it speaks of, where there is one.

    `name` is a stable word for machines: "phrase", "signal", "reference", "published", "rule", "interval",
    "inherited", "merged", "inferred", "person".
    """

    name: str
    text: str
    document: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Alternative(Value):
    """Another reading, or the rival date of another source, with the excerpt it rests on (None: the same excerpt)."""

    interval: Interval
    precision: Precision
    excerpt: Excerpt | None = None

    @property
    def edtf(self) -> str:
        """In EDTF."""
        return format_edtf(self.interval, self.precision)


@dataclass(frozen=True, slots=True)
class EventTime(Value):
    """When an event was: its interval, how fine and how sure it is.

    `only_published`: the only bound is "before the document's date", so the event waits in the undated tray.
    `zone` is the zone or offset as written; None is none, not UTC.
    """

    interval: Interval
    precision: Precision
    certainty: Certainty = Certainty.STATED
    zone: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    only_published: bool = False

    @property
    def edtf(self) -> str:
        """In EDTF."""
        return format_edtf(self.interval, self.precision, self.certainty)


@dataclass(frozen=True, slots=True)
class Event(Value):
    """One event as the views show it. `time` is None where no bound is known.

    `edited` names the fields a person has set ("title", "time", "kind", ...). `salience` from 0 to 1 decides which
    labels stay when space is short.
    """

    id: str
    title: str
    time: EventTime | None
    kind: str
    group: Group
    factuality: Factuality
    excerpts: tuple[Excerpt, ...]
    why: tuple[Step, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    salience: float = 0.5
    review: ReviewState = ReviewState.TO_REVIEW
    tags: tuple[str, ...] = ()
    notes: str = ""
    origin: EventOrigin = EventOrigin.READ
    edited: frozenset[str] = frozenset()

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that back it, in the order of its excerpts, each once."""
        return tuple(dict.fromkeys(excerpt.document for excerpt in self.excerpts))

    @property
    def on_timeline(self) -> bool:
        """Whether it has a place on the line; otherwise it waits in the undated tray."""
        return self.time is not None and not self.time.only_published


class Fate(StrEnum):
    """What became of a date-like phrase; every one of them has a fate."""

    EVENT = "event"
    UNDATED = "undated"
    PUBLISHED = "published"
    DURATION = "duration"
    RECURRING = "recurring"
    REFERENCE = "reference"
    NOT_A_DATE = "not-a-date"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class LedgerEntry(Value):
    """The fate of one phrase of one document, the events it serves, and a reason in words."""

    document: str
    span: Span
    quote: str
    fate: Fate
    events: tuple[str, ...] = ()
    reason: str = ""
