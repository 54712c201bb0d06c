"""What the timeline is about at the moment: the events that pass, their lanes and folds, as columns.

It turns the session's events into columns once per change, never per frame. It must not know pixels or widgets.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple

from dateline.model.documents import SourceDocument
from dateline.model.events import Event
from dateline.model.filters import EventFilter, Facet
from dateline.model.shown import Difference, rearranged
from dateline.model.yearstyle import YearStyle
from dateline.scene.columns import EventColumns, build_columns, building_columns, changed_columns, lie_the_same
from dateline.scene.folds import Fold, find_folds
from dateline.scene.lanes import LaneBy, assign_lanes
from dateline.scene.options import Publication


class Arrangement(NamedTuple):
    """How a person wants the timeline arranged; remembered per project."""

    lane_by: LaneBy = LaneBy.GROUP
    lane_order: tuple[str, ...] = ()
    collapsed: frozenset[str] = frozenset()
    folding: bool = True
    unfolded: tuple[Fold, ...] = ()
    show_open: bool = False

    def with_lane_moved(self, keys: Sequence[str], key: str, place: int) -> "Arrangement":
        """The lane put above the one at `place` (or at the end); `keys` are the lanes as they stand."""
        above = [other for other in keys[:place] if other != key]
        below = [other for other in keys[place:] if other != key]
        return self._replace(lane_order=(*above, key, *below))

    def with_lane_toggled(self, key: str) -> "Arrangement":
        """The lane collapsed, or opened again."""
        return self._replace(collapsed=self.collapsed ^ {key})

    def with_unfolded(self, fold: Fold) -> "Arrangement":
        """The fold laid open."""
        return self._replace(unfolded=(*self.unfolded, fold))


_AS_READ: Final = Arrangement()


@dataclass(frozen=True)
class Content:
    """Events to draw, in an arrangement. `dimmed` are ids drawn faintly because they do not pass, `silent` documents
    that the filters leave out: they have no line.
    """

    events: tuple[Event, ...] = ()
    documents: tuple[SourceDocument, ...] = ()
    arrangement: Arrangement = _AS_READ
    year_style: YearStyle = YearStyle.ERA
    dimmed: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()

    @cached_property
    def drawn(self) -> tuple[Event, ...]:
        """The events with a place on the line; those only known to be before their document where that is asked for."""
        return tuple(filter(self._is_drawn, self.events))

    def after(self, events: tuple[Event, ...], difference: Difference, dimmed: frozenset[str]) -> "Content":
        """The same arrangement of the same documents, when some events are different. With 100,000 events it costs a
        hundredth of making it anew.
        """
        drawn = difference.among(self._is_drawn)
        after = replace(self, events=events, dimmed=dimmed)
        how, before = self.arrangement, self.columns
        columns = changed_columns(before, drawn, how.lane_order, self._names, how.collapsed, self.year_style)
        vars(after).update(drawn=rearranged(self.drawn, drawn), columns=columns)  # what these properties would compute
        if lie_the_same(before, columns):
            vars(after).update(publications=self.publications, foldable=self.foldable)
        return after

    def is_like(self, other: "Content") -> bool:
        """Whether it is the same, and all that was computed of the other holds for it."""
        same = self.events is other.events and self.documents == other.documents and self.dimmed == other.dimmed
        same = same and self.silent == other.silent
        return same and (self.arrangement, self.year_style) == (other.arrangement, other.year_style)

    def lies_as(self, other: "Content") -> bool:
        """Whether everything lies in time where it does in another content: then the view may stay."""
        if self is other:
            return True
        same = lie_the_same(self.columns, other.columns) and self.publications == other.publications
        return same and self.folds == other.folds

    def _is_drawn(self, event: Event) -> bool:
        return event.time is not None if self.arrangement.show_open else event.on_timeline

    @property
    def _names(self) -> dict[str, str]:
        return {document.id: document.title or document.name for document in self.documents}

    @cached_property
    def columns(self) -> EventColumns:
        """The drawn events as arrays."""
        how = self.arrangement
        lanes = assign_lanes(self.drawn, how.lane_by, self._names, how.lane_order, how.collapsed)
        return build_columns(self.drawn, lanes, self.year_style)

    def preparing(self) -> Iterator[None]:
        """Work out, in steps of some milliseconds each, what is drawn; otherwise it is when it is first asked for."""
        if "columns" in vars(self):
            return
        how = self.arrangement
        drawn = self.drawn
        yield
        lanes = assign_lanes(drawn, how.lane_by, self._names, how.lane_order, how.collapsed)
        columns = yield from building_columns(drawn, lanes, self.year_style)
        vars(self)["columns"] = columns  # what the property would compute
        yield from columns.indexing()
        self.folds  # noqa: B018 - works them out
        yield

    @cached_property
    def publications(self) -> tuple[Publication, ...]:
        """The own dates of the documents that the filters let through, where they are known from both sides."""
        told = (document for document in self.documents if document.id not in self.silent)
        return tuple(line for line in map(_publication, told) if line is not None)

    @cached_property
    def foldable(self) -> tuple[Fold, ...]:
        """Every long empty stretch, whether it is folded now or not."""
        return find_folds(self.columns, [(line.start, line.end) for line in self.publications])

    @cached_property
    def folds(self) -> tuple[Fold, ...]:
        """The stretches that are folded now; one that was laid open stays open as long as it is that stretch."""
        if not self.arrangement.folding:
            return ()
        return tuple(fold for fold in self.foldable if not _among(fold, self.arrangement.unfolded))

    @cached_property
    def lane_keys(self) -> tuple[str, ...]:
        """The lanes from top to bottom."""
        return tuple(lane.key for lane in self.columns.lanes.lanes)

    def ids_between(self, start_seconds: int, end_seconds: int) -> tuple[str, ...]:
        """The drawn events that touch a range of time, in the order of time."""
        columns = self.columns
        inside = (columns.earliest_start < end_seconds) & (columns.latest_end > start_seconds)
        return tuple(columns.ids[index] for index in inside.nonzero()[0])

    def span_of(self, ids: Collection[str]) -> tuple[int, int] | None:
        """First and last known bound of some of the events, or None where none of them is drawn."""
        found = (self.columns.events[index] for index in self.columns.indexes(ids))
        return _hull(event.time.interval.sort_key for event in found if event.time is not None)


def silent_documents(event_filter: EventFilter, documents: Iterable[SourceDocument]) -> frozenset[str]:
    """The ids of the documents that a filter leaves out as documents, whatever else it asks for."""
    choice = event_filter.choice(Facet.DOCUMENT)
    return frozenset(document.id for document in documents if not choice.shows(document.id))


def _publication(document: SourceDocument) -> Publication | None:
    if document.published is None:
        return None
    interval = document.published.interval
    if interval.earliest_start is None or interval.latest_end is None:
        return None
    return Publication(document.id, document.title or document.name, interval.earliest_start, interval.latest_end)


def _among(fold: Fold, unfolded: Iterable[Fold]) -> bool:
    return any(other.start < fold.end and fold.start < other.end for other in unfolded)


def _hull(spans: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    known = list(spans)
    if not known:
        return None
    return min(start for start, _ in known), max(end for _, end in known)
