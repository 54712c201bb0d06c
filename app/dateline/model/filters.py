"""What passes the filters: one pure predicate over events, and the facets it speaks of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dateline.model.dates import Certainty
from dateline.model.events import Event, Factuality, ReviewState
from dateline.model.group import Group
from dateline.model.voices import voice_names

NOTHING: Final = ""  # the facet value of an event that has none ("no place")


class Facet(StrEnum):
    """What events can be filtered by."""

    GROUP = "group"
    KIND = "kind"
    CERTAINTY = "certainty"
    FACTUALITY = "factuality"
    ACTOR = "actor"
    PLACE = "place"
    DOCUMENT = "document"
    REVIEW = "review"
    TAG = "tag"
    SOURCE = "source"


_NONE: Final = (NOTHING,)
# By member: asking one for its value takes as long as all the rest, and this is asked of every event.
_ONE: Final = {member: (member.value,) for kind in (Group, Certainty, Factuality, ReviewState) for member in kind}
VALUES_OF: Final[Mapping[Facet, Callable[[Event], tuple[str, ...]]]] = MappingProxyType(
    {
        Facet.GROUP: lambda event: _ONE[event.group],
        Facet.KIND: lambda event: (event.kind,),
        Facet.CERTAINTY: lambda event: _ONE[event.time.certainty] if event.time else _NONE,
        Facet.FACTUALITY: lambda event: _ONE[event.factuality],
        Facet.ACTOR: lambda event: event.actors or _NONE,
        Facet.PLACE: lambda event: event.places or _NONE,
        Facet.DOCUMENT: lambda event: event.documents or _NONE,
        Facet.REVIEW: lambda event: _ONE[event.review],
        Facet.TAG: lambda event: event.tags or _NONE,
        Facet.SOURCE: lambda event: voice_names(event) or _NONE,
    }
)
"""How the values that an event has for each facet are told; (NOTHING,) where it has none."""


def facet_values(event: Event, facet: Facet) -> tuple[str, ...]:
    """The values an event has for a facet; (NOTHING,) where it has none."""
    return VALUES_OF[facet](event)


@dataclass(frozen=True, slots=True)
class Choice:
    """What one facet lets through: everything but `hidden`, or, where `only` is set, just that.

    An event passes when at least one of its values does.
    """

    hidden: frozenset[str] = frozenset()
    only: frozenset[str] | None = None

    def shows(self, value: str) -> bool:
        """Whether a value is let through."""
        return value in self.only if self.only is not None else value not in self.hidden


@dataclass(frozen=True, slots=True)
class EventFilter:
    """A choice per facet, words to be found in title or excerpts, and a range of time (seconds, end exclusive).

    With `dim`, what does not pass is drawn faintly instead of hidden.
    """

    choices: tuple[tuple[Facet, Choice], ...] = ()
    words: str = ""
    start_seconds: int | None = None
    end_seconds: int | None = None
    dim: bool = False

    def choice(self, facet: Facet) -> Choice:
        """The choice of a facet; one that lets everything through where none was made."""
        return next((choice for known, choice in self.choices if known is facet), Choice())

    def with_choice(self, facet: Facet, choice: Choice) -> "EventFilter":
        """The filter with one facet's choice replaced; a choice that lets everything through is dropped."""
        others = tuple(pair for pair in self.choices if pair[0] is not facet)
        return replace(self, choices=others if choice == Choice() else (*others, (facet, choice)))

    @property
    def is_empty(self) -> bool:
        """Whether everything passes."""
        return not self.choices and not self.words and self.start_seconds is None and self.end_seconds is None

    def passes(self, event: Event) -> bool:
        """Whether an event is shown."""
        return (
            all(any(map(choice.shows, facet_values(event, facet))) for facet, choice in self.choices)
            and self._in_range(event)
            and self._has_words(event)
        )

    def _in_range(self, event: Event) -> bool:
        if self.start_seconds is None and self.end_seconds is None:
            return True
        if event.time is None:
            return False
        first, last = event.time.interval.earliest_start, event.time.interval.latest_end
        after = self.start_seconds is None or last is None or last > self.start_seconds
        before = self.end_seconds is None or first is None or first < self.end_seconds
        return after and before

    def _has_words(self, event: Event) -> bool:
        """All words, in any order, in the title or in one of the excerpts, letter case aside."""
        wanted = self.words.casefold().split()
        if not wanted:
            return True
        texts = (event.title, *(excerpt.quote for excerpt in event.excerpts))
        return any(all(word in text.casefold() for word in wanted) for text in texts)


WITHOUT_REJECTED: Final = EventFilter(
    choices=((Facet.REVIEW, Choice(hidden=frozenset({ReviewState.REJECTED.value}))),)
)
"""The filter a new window starts with."""
