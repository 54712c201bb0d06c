"""The events as read-only arrays, sorted by time, with indexes that find what is visible without a look at the rest.

Times are int64 seconds of wall-clock time since 1970-01-01, proleptic Gregorian. It knows nothing of pixels.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, IntFlag
from functools import cached_property
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from dateline.model.dates import Certainty, Extent, Interval
from dateline.model.events import Event, EventTime, Factuality, ReviewState
from dateline.model.group import Group
from dateline.model.project import time_order
from dateline.model.shown import Difference
from dateline.model.wording import describe_short
from dateline.model.yearstyle import YearStyle
from dateline.scene.lanes import LaneAssignment, rearranged_lanes

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Codes = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Item = TypeVar("Item")

# Open ends: 110 billion years away, beyond every view, and near enough that the difference of two still fits an int64.
OPEN_FUTURE: Final = 2**61 + 2**60
OPEN_PAST: Final = -OPEN_FUTURE
_LAST_KNOWN: Final = OPEN_FUTURE - 1

GROUPS: Final = tuple(Group)
FACTUALITIES: Final = tuple(Factuality)
CERTAINTIES: Final = tuple(Certainty)
REVIEWS: Final = tuple(ReviewState)

LabelSource = Callable[[int], tuple[str, str]]
"""The title and the date words of the event at an index of the columns; asked only for what is labelled."""


class Form(IntEnum):
    """How a time is drawn: POINT is one day or less, ONCE lies somewhere in a longer span, BAR lasted."""

    POINT = 0
    ONCE = 1
    BAR = 2


class Open(IntFlag):
    """Which outer bounds are open."""

    NONE = 0
    PAST = 1
    FUTURE = 2


@dataclass(frozen=True, eq=False)
class EventColumns:
    """N events sorted by `earliest_start` (an open one by its sentinel), all arrays read-only and of length N.

    `earliest_start`, `latest_start`, `earliest_end`, `latest_end`: int64, seconds, ends exclusive, open ones OPEN_PAST
    or OPEN_FUTURE. `lane`: int32, place in `lanes.lanes`. `group`, `certainty`, `factuality`, `review`: uint8, places
    in GROUPS, CERTAINTIES, FACTUALITIES and REVIEWS. `form`: uint8, `Form`. `salience`: float32, 0 to 1. `documents`:
    int32, how many back the event. `events` are what the columns were made of, in the same order.
    """

    ids: tuple[str, ...]
    earliest_start: Ints
    latest_start: Ints
    earliest_end: Ints
    latest_end: Ints
    lane: NDArray[np.int32]
    group: Codes
    certainty: Codes
    factuality: Codes
    review: Codes
    form: Codes
    salience: NDArray[np.float32]
    documents: NDArray[np.int32]
    lanes: LaneAssignment
    labels: LabelSource
    events: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        for array in vars(self).values():
            if isinstance(array, np.ndarray):
                array.flags.writeable = False

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def place(self) -> Ints:
        """Where a point is drawn, int64 (N,), seconds: the middle of its span, or its one known bound."""
        first, last = self.earliest_start, self.latest_end
        middle = first + (last - first) // 2
        return np.where(first == OPEN_PAST, last, np.where(last == OPEN_FUTURE, first, middle))

    @cached_property
    def index_of(self) -> dict[str, int]:
        """The index of each id."""
        return {id_: index for index, id_ in enumerate(self.ids)}

    @cached_property
    def _told(self) -> dict[int, tuple[str, str]]:
        return {}

    def label(self, index: int) -> tuple[str, str]:
        """Title and date words of one event, put together once."""
        if index not in self._told:
            self._told[index] = self.labels(index)
        return self._told[index]

    def indexes(self, ids: Collection[str]) -> Ints:
        """Indexes of those of the ids that are here, int64, ascending."""
        known = self.index_of
        return np.array(sorted(known[id_] for id_ in ids if id_ in known), np.int64)

    def mask(self, ids: Collection[str]) -> Mask:
        """bool (N,), true for the events of these ids."""
        result = np.zeros(len(self), np.bool_)
        result[self.indexes(ids)] = True
        return result

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """First and last known bound in seconds, or None where there is no event."""
        known = self.known_bounds
        return (int(known[0]), int(known[-1])) if len(known) else None

    @cached_property
    def known_bounds(self) -> Ints:
        """All outer bounds that are known, int64 seconds, sorted, each once."""
        bounds = np.concatenate([self.earliest_start, self.latest_end])
        return each_once(bounds[(bounds > OPEN_PAST) & (bounds < OPEN_FUTURE)])

    @cached_property
    def by_lane(self) -> tuple[Ints, ...]:
        """For each lane the indexes of its events, int64, ascending."""
        order = np.argsort(self.lane, kind="stable")
        cuts = np.searchsorted(self.lane[order], np.arange(1, len(self.lanes.lanes)))
        return tuple(np.split(order, cuts)) if len(self.lanes.lanes) else ()

    @cached_property
    def lane_starts(self) -> tuple[Ints, ...]:
        """For each lane the outer starts of its events, int64 seconds, sorted."""
        return tuple(self.earliest_start[indexes] for indexes in self.by_lane)

    @cached_property
    def lane_ends(self) -> tuple[Ints, ...]:
        """For each lane the outer ends of its events, int64 seconds, sorted."""
        return tuple(np.sort(self.latest_end[indexes]) for indexes in self.by_lane)

    @cached_property
    def lane_groups(self) -> tuple[int, ...]:
        """For each lane the code of the group that all its events share, or 255."""
        groups = (self.group[indexes] for indexes in self.by_lane)
        return tuple(int(found[0]) if len(found) and (found == found[0]).all() else 255 for found in groups)

    @cached_property
    def duration_classes(self) -> tuple[tuple["DurationClass", ...], ...]:
        """For each lane its events in classes of like length, so that one that covers the window is found at once."""
        return tuple(
            tuple(_duration_classes(self.earliest_start, self.latest_end, indexes)) for indexes in self.by_lane
        )

    @cached_property
    def most_salient(self) -> Ints:
        """Indexes of the (at most 600) most salient events, int64, ascending: what is labelled in a crowd."""
        if len(self) <= _MOST_SALIENT:
            return np.arange(len(self), dtype=np.int64)
        return np.sort(np.argpartition(-self.salience, _MOST_SALIENT)[:_MOST_SALIENT]).astype(np.int64)

    def indexing(self) -> Iterator[None]:
        """Work out, one by one, what is needed to draw; otherwise each is when it is first asked for."""
        for name in ("index_of", "known_bounds", "lane_starts", "lane_ends", "duration_classes"):
            getattr(self, name)
            yield

    def with_lanes(self, lanes: LaneAssignment) -> "EventColumns":
        """The same events in other lanes; `lanes.lane_of` is in the order of these columns."""
        return replace(self, lanes=lanes, lane=lanes.lane_of)


_MOST_SALIENT: Final = 600
_EVENTS_A_STEP: Final = 1_000  # some four milliseconds


@dataclass(frozen=True, slots=True, eq=False)
class DurationClass:
    """Events of one lane none of which is longer than `longest` seconds: indexes and starts, int64, sorted by start."""

    indexes: Ints
    starts: Ints
    longest: int


def _duration_classes(starts: Ints, ends: Ints, indexes: Ints) -> Iterator[DurationClass]:
    lengths = ends[indexes] - starts[indexes]
    # Powers of 16: at most 16 classes; a search in one looks at most at 16 times what is visible, mostly at far less.
    codes = (np.log2(np.maximum(lengths, 1)) / 4).astype(np.int64)
    for code in each_once(codes):
        members = indexes[codes == code]
        yield DurationClass(members, starts[members], int(lengths[codes == code].max()))


def each_once(numbers: Ints) -> Ints:
    """The different ones among some numbers, int64, ascending. For that `np.unique` would load numpy's masked arrays,
    which takes as long as the whole picture of a small timeline.
    """
    ordered = np.sort(numbers)
    return ordered[np.concatenate([[True], ordered[1:] != ordered[:-1]])] if len(ordered) else ordered


def build_columns(
    events: Sequence[Event], lanes: LaneAssignment, year_style: YearStyle = YearStyle.ERA
) -> EventColumns:
    """The columns of those events that have a time; `lanes` was made of the same sequence.

    Titles and date words are put together only when they are asked for.
    """
    steps = building_columns(events, lanes, year_style)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            columns: EventColumns = end.value
            return columns


def building_columns(
    events: Sequence[Event], lanes: LaneAssignment, year_style: YearStyle = YearStyle.ERA
) -> Generator[None, None, EventColumns]:
    """As `build_columns`, in steps of some milliseconds."""
    dated = [place for place, event in enumerate(events) if event.time is not None]
    parts = []
    for at in range(0, max(1, len(dated)), _EVENTS_A_STEP):
        some = [events[place] for place in dated[at : at + _EVENTS_A_STEP]]
        parts.append(_arrays(some, _bounds([_time(event).interval for event in some])))
        yield
    arrays = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    order = np.lexsort((arrays["latest_end"], arrays["earliest_start"]))
    ordered = tuple(events[dated[place]] for place in order.tolist())
    yield
    lane_of = lanes.lane_of[np.array(dated, np.int64)[order]] if dated else np.empty(0, np.int32)
    return EventColumns(
        ids=tuple(event.id for event in ordered),
        **{name: np.ascontiguousarray(column[order]) for name, column in arrays.items()},
        lane=lane_of,
        lanes=LaneAssignment(lanes.by, lanes.lanes, lane_of),
        labels=_labels(ordered, year_style),
        events=ordered,
    )


def _sorted(events: Sequence[Event]) -> tuple[tuple[Event, ...], Ints, Ints]:
    """Events by their outer bounds, else in the order they had; their bounds, int64 (N, 4); that order, int64 (N,)."""
    bounds = _bounds([_time(event).interval for event in events])
    order = np.lexsort((bounds[:, 3], bounds[:, 0]))
    return tuple(events[place] for place in order), bounds[order], order


def _labels(events: Sequence[Event], year_style: YearStyle) -> LabelSource:
    return lambda index: (events[index].title, describe_short(_time(events[index]), year_style))


def _arrays(events: Sequence[Event], bounds: Ints) -> dict[str, Any]:
    """What is drawn of events that have a time, by the name of the column; `bounds` are theirs, int64 (N, 4)."""
    times = [_time(event) for event in events]
    names = ("earliest_start", "latest_start", "earliest_end", "latest_end")
    return {name: np.ascontiguousarray(bounds[:, place]) for place, name in enumerate(names)} | {
        "group": _codes(GROUPS, [event.group for event in events]),
        "certainty": _codes(CERTAINTIES, [time.certainty for time in times]),
        "factuality": _codes(FACTUALITIES, [event.factuality for event in events]),
        "review": _codes(REVIEWS, [event.review for event in events]),
        "form": np.array([_form(time) for time in times], np.uint8),
        "salience": np.array([event.salience for event in events], np.float32),
        "documents": np.array([len(e.excerpts) if len(e.excerpts) < 2 else len(e.documents) for e in events], np.int32),
    }


def _codes(values: Sequence[Any], found: Sequence[Any]) -> Codes:
    places = {value: place for place, value in enumerate(values)}
    return np.array([places[value] for value in found], np.uint8)


def changed_columns(
    before: EventColumns,
    difference: Difference,
    order: Sequence[str],
    names: Mapping[str, str],
    collapsed: Collection[str],
    year_style: YearStyle,
) -> EventColumns:
    """The columns once some events are gone and others have come, at the cost of copying arrays: as `build_columns`
    and `assign_lanes` would make them of all. `order`, `names` and `collapsed` are as `assign_lanes` takes them.
    """
    come, bounds, _ = _sorted(sorted((event for event in difference.come if event.time is not None), key=time_order))
    gone = before.indexes([event.id for event in difference.gone])
    added = _arrays(come, bounds)
    kept = {name: np.delete(getattr(before, name), gone) for name in added}
    left = _exchanged(before.events, gone, (), ())
    places = [_place(kept, left, event, added, at) for at, event in enumerate(come)]
    lanes, lane = rearranged_lanes(before.lanes, before.lane, gone, come, order, names, collapsed)
    stays = np.array_equal(np.array(places, np.int64) + np.arange(len(places)), gone)  # each in the place of another
    lane_of = np.insert(lane[: len(left)], places, lane[len(left) :]).astype(np.int32)
    merged = {name: np.insert(kept[name], places, added[name]) for name in added}
    events = _exchanged(left, np.empty(0, np.int64), places, come)
    after = EventColumns(
        ids=_exchanged(before.ids, gone, places, [event.id for event in come]),
        **merged,
        lane=lane_of,
        lanes=LaneAssignment(before.lanes.by, lanes, lane_of),
        labels=_labels(events, year_style),
        events=events,
    )
    if stays and lie_the_same(before, after) and np.array_equal(before.lane, after.lane):
        vars(after).update({name: value for name, value in vars(before).items() if name in _BY_PLACE})
        changed = set(gone.tolist())
        after._told.update((index, words) for index, words in before._told.items() if index not in changed)
    return after


# What is computed of the ids, times and lanes of the columns alone: it stays when these do.
_BY_PLACE: Final = frozenset(
    {"place", "index_of", "span", "known_bounds", "by_lane", "lane_starts", "lane_ends", "duration_classes"}
)


def lie_the_same(one: EventColumns, other: EventColumns) -> bool:
    """Whether the events of two columns are the same, at the same times."""
    names = ("earliest_start", "latest_start", "earliest_end", "latest_end", "form")
    return one.ids == other.ids and all(np.array_equal(getattr(one, name), getattr(other, name)) for name in names)


def _exchanged(items: Sequence[Item], gone: Ints, places: Sequence[int], come: Sequence[Item]) -> tuple[Item, ...]:
    """Items without those at some indexes, and then with each of others in front of the one at its place; the places
    rise.
    """
    result = list(items)
    for index in reversed(gone.tolist()):
        del result[index]
    for count, (place, item) in enumerate(zip(places, come, strict=True)):
        result.insert(place + count, item)
    return tuple(result)


def _place(
    kept: Mapping[str, Ints], events: Sequence[Event], event: Event, added: Mapping[str, Ints], at: int
) -> int:
    """In front of which of the kept events a new one stands: by its outer bounds, then as events are ordered."""
    low, high = 0, len(events)
    for name in ("earliest_start", "latest_end"):
        column, bound = kept[name][low:high], added[name][at]
        low, high = low + int(np.searchsorted(column, bound)), low + int(np.searchsorted(column, bound, side="right"))
    return bisect_left(events, time_order(event), low, high, key=time_order)


def _time(event: Event) -> EventTime:
    assert event.time is not None
    return event.time


def _bounds(intervals: Sequence[Interval]) -> Ints:
    """The four bounds of N intervals with sentinels, int64 (N, 4), in order: a soft start ends before the bar does, and
    the other way round.
    """
    first = _known([interval.earliest_start for interval in intervals], OPEN_PAST)
    last = _known([interval.latest_end for interval in intervals], OPEN_FUTURE)
    latest_start = _known([interval.latest_start for interval in intervals], OPEN_FUTURE)
    earliest_end = _known([interval.earliest_end for interval in intervals], OPEN_PAST)
    inner = [np.minimum(np.maximum(bound, first), last) for bound in (latest_start, earliest_end)]
    return np.stack([first, *inner, last], axis=1)


def _known(bounds: Sequence[int | None], otherwise: int) -> Ints:
    is_open = np.array([bound is None for bound in bounds], np.bool_)
    seconds = np.array([0 if bound is None else bound for bound in bounds], np.int64)
    return np.where(is_open, otherwise, np.clip(seconds, -_LAST_KNOWN, _LAST_KNOWN))


def _form(time: EventTime) -> Form:
    if time.interval.extent is Extent.THROUGHOUT:
        return Form.BAR
    length = time.interval.length_seconds
    return Form.POINT if length is not None and length <= 86_400 else Form.ONCE
