"""The events of the open project and which of them pass the filter: what is computed from a project and a filter, kept
up to date at the cost of what changes.

It knows values only: no file, no stack, no signal.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from dateline.model.events import Event
from dateline.model.filters import WITHOUT_REJECTED, EventFilter, Facet
from dateline.model.project import Project
from dateline.model.shown import Difference, Shown, rearranged
from dateline.session.changes import Changes, Counts
from dateline.session.outcome import ShownAhead
from dateline.session.words import WordIndex

if TYPE_CHECKING:
    from dateline.session.facets import FacetCount, FacetIndex

_MANY: Final = 64  # from one changed event in so many on it is quicker to filter all than to move each


class Listing:
    """What there is and what passes."""

    def __init__(self) -> None:
        self._filter = WITHOUT_REJECTED
        self._start(Shown())

    def _start(self, shown: Shown) -> None:
        self._shown = shown
        self._facets: FacetIndex | None = None
        self._words = WordIndex()
        self._passing: tuple[Event, ...] | None = None
        self._undated: tuple[Event, ...] | None = None

    def read(self, project: Project, ahead: ShownAhead | None = None) -> None:
        """Take another project, whose events may have been put together `ahead`."""
        self._start(Shown().after(project, (*project.reading, *project.own_event))[0] if ahead is None else ahead.shown)
        if ahead is not None:
            self._facets = ahead.facets

    def update(self, project: Project, changes: Changes, ahead: ShownAhead | None = None) -> Changes:
        """Take the project after a change; what of it is different for the views. The events may have been put together
        `ahead`.
        """
        if not changes.events:
            return changes
        if ahead is not None and ahead.base is self._shown:
            self._shown, difference, self._facets = ahead.shown, ahead.difference, ahead.facets
        else:
            self._shown, difference = self._shown.after(project, changes.events)
            if self._facets is not None:
                self._facets.update(self._shown.events, difference)
        self._words.update(difference)
        changes = changes._replace(events=difference.ids, shown=difference)
        if changes.sweeping or len(difference) * _MANY > len(self.events):
            self._passing = self._undated = None  # found anew when they are asked for
        if not changes.sweeping:
            changes = changes._replace(passing=difference.among(self._filter.passes))
            self._rearrange(changes.passing)
        return changes

    def _rearrange(self, passing: Difference) -> None:
        if self._passing is not None:
            self._passing = rearranged(self._passing, passing)
        if self._undated is not None:
            self._undated = rearranged(self._undated, passing.among(_is_undated))

    def set_filter(self, event_filter: EventFilter) -> None:
        """Let other events pass."""
        self._filter = event_filter
        self._passing = self._undated = None

    @property
    def shown(self) -> Shown:
        """All events, as a value."""
        return self._shown

    @property
    def filter(self) -> EventFilter:
        """What passes."""
        return self._filter

    @property
    def events(self) -> tuple[Event, ...]:
        """All events in the order of time; those without time come last."""
        return self._shown.events

    @property
    def ids(self) -> Collection[str]:
        """The ids of all events."""
        return self._shown.by_id.keys()

    def event(self, event_id: str) -> Event | None:
        """An event by its id."""
        return self._shown.by_id.get(event_id)

    @property
    def passing(self) -> tuple[Event, ...]:
        """The events that pass the filter, in the order of time."""
        if self._passing is None:
            self._passing = self._index().passing(self._filter)
        return self._passing

    @property
    def undated(self) -> tuple[Event, ...]:
        """Those that pass and have no place on the timeline."""
        if self._undated is None:
            self._undated = tuple(filter(_is_undated, self.passing))
        return self._undated

    def counts(self) -> Counts:
        """How many events there are, and what hides them."""
        total, passing, undated = len(self.events), len(self.passing), len(self.undated)
        return Counts(total, total - passing, undated, passing - undated)

    def facet_counts(self, facet: Facet) -> "tuple[FacetCount, ...]":
        """Of each value of a facet: how many events with it pass the other facets, how many there are."""
        return self._index().counts(facet, self._filter)

    def _index(self) -> "FacetIndex":
        if self._facets is None:
            from dateline.session.facets import FacetIndex  # noqa: PLC0415 - numpy must not keep the window from its paint

            self._facets = FacetIndex(self.events)
        return self._facets

    def matching(self, words: str) -> tuple[str, ...]:
        """Ids of the events that pass and have these words, in the order of time."""
        return self._words.matching(self.passing, words)


def _is_undated(event: Event) -> bool:
    return not event.on_timeline
