"""Which places of a document's text are marked, and for which events: phrases to underline, excerpts without a phrase.

Made from the events and the ledger of a document; it knows neither widgets nor how a mark is drawn. Marks are made when
they are asked for, since of a hundred thousand some twenty are to be seen.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.events import Event, Fate, LedgerEntry
from dateline.model.group import Group
from dateline.model.spans import Span

Passes = Callable[[Event], bool]
"""Whether an event passes the filters."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked place, in code points of the document.

    `events` are the ids of the events it belongs to, first the one whose `group` gives the colour; none for a date-like
    phrase that made no event, of which `reason` says why. `is_phrase` is false for an excerpt without a phrase, which
    gets a sign in the margin. `passes` is false where all its events are filtered out.
    """

    start: int
    end: int
    group: Group | None = None
    events: tuple[str, ...] = ()
    is_phrase: bool = True
    passes: bool = True
    reason: str = ""

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)


_Place = tuple[int, int, bool]  # start, end, whether it is a phrase
_A_STEP: Final = 1_000  # events or entries: some four milliseconds


class MarkIndex:
    """All marks of one document in the order of its text, with quick answers to where and what."""

    def __init__(self, document: str = "", events: Sequence[Event] = (), ledger: Sequence[LedgerEntry] = ()) -> None:
        self.document = document
        self._events: dict[str, Event] = {}
        self._owners: dict[_Place, list[str]] = {}
        self._reasons: dict[_Place, str] = {}
        self._passes: Passes = _all_pass
        self.phrase_count = 0  # how many phrases of events there are
        self._sort()
        for _ in self.filling(events, ledger):
            pass

    def filling(self, events: Sequence[Event], ledger: Sequence[LedgerEntry]) -> Iterator[None]:
        """Take the marks of a document in, in steps of some milliseconds; before the last it must not be asked."""
        for at in range(0, len(events), _A_STEP):
            for event in events[at : at + _A_STEP]:
                self._add_event(event)
            yield
        self.phrase_count = sum(is_phrase for _, _, is_phrase in self._owners)
        self._sort()
        yield
        for at in range(0, len(ledger), _A_STEP):
            self._add_ledger(ledger[at : at + _A_STEP])
            yield
        self._sort()

    def _add_event(self, event: Event) -> None:
        for place in _places(event, self.document):
            self._events[event.id] = event
            owners = self._owners.setdefault(place, [])
            if not owners or owners[-1] != event.id:  # an event comes once for each of its excerpts
                owners.append(event.id)

    def __len__(self) -> int:
        return len(self._order)

    def set_filter(self, passes: Passes) -> None:
        """What passes from now on."""
        self._passes = passes

    def take(self, events: Iterable[Event]) -> bool:
        """Take changed events over; False where their places changed too, so that a new index has to be made."""
        for event in events:
            known = self._events.get(event.id)
            if (known.excerpts if known else ()) != event.excerpts and (known or _has_place(event, self.document)):
                return False
            if known:
                self._events[event.id] = event
        return True

    def overlapping(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that share a character with [start, end), in the order of the text."""
        return tuple(map(self._mark, self._places_in(start, end)))

    def _places_in(self, start: int, end: int) -> Iterator[_Place]:
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return (place for place in self._order[first:last] if place[1] > start)

    def phrases_at(self, offset: int) -> tuple[Mark, ...]:
        """The phrases a code point lies in; the shortest first, being the most exact."""
        found = (mark for mark in self.overlapping(offset, offset + 1) if mark.is_phrase)
        return tuple(sorted(found, key=lambda mark: mark.end - mark.start))

    def step(self, offset: int, direction: int) -> Mark | None:
        """The next phrase of an event after (`direction` 1) or before (-1) a code point, or None at the end."""
        at = bisect_left(self._starts, offset + 1 if direction > 0 else offset)
        places = self._order[at:] if direction > 0 else reversed(self._order[:at])
        return next((self._mark(place) for place in places if place[2] and place in self._owners), None)

    def sampled(self, count: int) -> Iterator[Mark]:
        """The marks of events; of more than `count` so many, spread over them all."""
        step = max(1, len(self._order) // count)
        return (self._mark(place) for place in self._order[::step] if place in self._owners)

    def _sort(self) -> None:
        self._order = sorted({**self._owners, **self._reasons})
        self._starts = [place[0] for place in self._order]
        self._longest = max((place[1] - place[0] for place in self._order), default=0)

    def _add_ledger(self, ledger: Iterable[LedgerEntry]) -> None:
        """The phrases that belong to no event."""
        for entry in ledger:
            if not any(is_phrase for _, _, is_phrase in self._places_in(*entry.span)):
                self._reasons[*entry.span, True] = entry.reason or _FATE_WORDS[entry.fate]

    def _mark(self, place: _Place) -> Mark:
        """Events that pass come first: the colour is that of an event one can see."""
        start, end, is_phrase = place
        owners = [self._events[id_] for id_ in self._owners.get(place, ())]
        if not owners:
            return Mark(start, end, reason=self._reasons[place])
        if len(owners) == 1:  # as almost always
            (event,) = owners
            return Mark(start, end, event.group, (event.id,), is_phrase, passes=self._passes(event))
        hidden = {event.id: not self._passes(event) for event in owners}
        owners.sort(key=lambda event: hidden[event.id])
        ids = tuple(event.id for event in owners)
        return Mark(start, end, owners[0].group, ids, is_phrase, passes=not hidden[ids[0]])


def _places(event: Event, document: str) -> Iterator[_Place]:
    for excerpt in event.excerpts:
        if excerpt.document == document:
            start, end = excerpt.phrase or excerpt.anchor.span
            yield start, end, excerpt.phrase is not None


def _has_place(event: Event, document: str) -> bool:
    return next(_places(event, document), None) is not None


def _all_pass(_event: Event) -> bool:
    return True


_FATE_WORDS: Final = {
    Fate.EVENT: "Dates an event.",
    Fate.UNDATED: "Belongs to an event without a usable date.",
    Fate.PUBLISHED: "The document’s own date.",
    Fate.DURATION: "A length of time, no date.",
    Fate.RECURRING: "Something that recurs, no single date.",
    Fate.REFERENCE: "Points to another date.",
    Fate.NOT_A_DATE: "Looks like a date but is none.",
    Fate.REJECTED: "Its event was rejected.",
}
