"""Which places of a document's text are marked, and for which events: phrases to underline, excerpts without a phrase.

Made from the events and the ledger of a document; it knows neither widgets nor how a mark is drawn.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dateline.model.events import Event, Fate, Group, LedgerEntry
from dateline.model.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked place, in code points of the document.

    `events` are the ids of the events it belongs to, first the one whose `group` gives the colour; none for a
    date-like phrase that made no event, of which `reason` says why. `is_phrase` is false for an excerpt without a
    phrase, which gets a sign in the margin. `passes` is false where all its events are filtered out.
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


class MarkIndex:
    """All marks of one document in the order of its text, with quick answers to where and what."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self.marks = tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))
        self._starts = [mark.start for mark in self.marks]
        self._longest = max((mark.end - mark.start for mark in self.marks), default=0)

    def overlapping(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that share a character with [start, end), in the order of the text."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return tuple(mark for mark in self.marks[first:last] if mark.end > start)

    def phrases_at(self, offset: int) -> tuple[Mark, ...]:
        """The phrases a code point lies in; the shortest first, being the most exact."""
        found = (mark for mark in self.overlapping(offset, offset + 1) if mark.is_phrase)
        return tuple(sorted(found, key=lambda mark: mark.end - mark.start))

    def step(self, offset: int, direction: int) -> Mark | None:
        """The next phrase of an event after (`direction` 1) or before (-1) a code point, or None at the end."""
        if direction > 0:
            later = self.marks[bisect_left(self._starts, offset + 1) :]
            return next((mark for mark in later if mark.is_phrase and mark.events), None)
        earlier = reversed(self.marks[: bisect_left(self._starts, offset)])
        return next((mark for mark in earlier if mark.is_phrase and mark.events), None)


def marks_of(
    document: str, events: Iterable[Event], passing: Collection[str], ledger: Iterable[LedgerEntry] = ()
) -> MarkIndex:
    """The marks of a document: those of its events, and the phrases of its ledger that belong to none of them.

    `passing` holds the ids of the events that pass the filters.
    """
    found: dict[tuple[Span, bool], list[Event]] = {}
    for event in events:
        for excerpt in event.excerpts:
            if excerpt.document == document:
                place = excerpt.phrase or excerpt.anchor.span
                owners = found.setdefault((place, excerpt.phrase is not None), [])
                if event not in owners:
                    owners.append(event)
    marks = [_event_mark(place, is_phrase, owners, passing) for (place, is_phrase), owners in found.items()]
    phrases = MarkIndex(mark for mark in marks if mark.is_phrase)
    return MarkIndex([*marks, *_marks_without_event(ledger, phrases)])


def _event_mark(place: Span, is_phrase: bool, owners: list[Event], passing: Collection[str]) -> Mark:
    """Events that pass come first: the colour is that of an event one can see."""
    ordered = sorted(owners, key=lambda event: event.id not in passing)
    passes = ordered[0].id in passing
    return Mark(place.start, place.end, ordered[0].group, tuple(event.id for event in ordered), is_phrase, passes)


def _marks_without_event(ledger: Iterable[LedgerEntry], phrases: MarkIndex) -> Iterable[Mark]:
    for entry in ledger:
        if not phrases.overlapping(*entry.span):
            yield Mark(entry.span.start, entry.span.end, reason=entry.reason or _FATE_WORDS[entry.fate])


_FATE_WORDS = {
    Fate.EVENT: "Dates an event.",
    Fate.UNDATED: "Belongs to an event without a usable date.",
    Fate.PUBLISHED: "The document’s own date.",
    Fate.DURATION: "A length of time, no date.",
    Fate.RECURRING: "Something that recurs, no single date.",
    Fate.REFERENCE: "Points to another date.",
    Fate.NOT_A_DATE: "Looks like a date but is none.",
    Fate.REJECTED: "Its event was rejected.",
}
