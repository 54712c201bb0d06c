"""The events as read-only arrays, sorted by time, with indexes that find what is visible without a look at the rest.

Times are int64 seconds of wall-clock time since 1970-01-01, proleptic Gregorian. It knows nothing of pixels.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, IntFlag
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.model.dates import Certainty, Extent, Interval
from dateline.model.events import Event, EventTime, Factuality, Group, ReviewState
from dateline.model.wording import YearStyle, describe_short
from dateline.scene.lanes import LaneAssignment

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Codes = NDArray[np.uint8]
Mask = NDArray[np.bool_]

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
    int32, how many back the event.
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
        return np.unique(bounds[(bounds > OPEN_PAST) & (bounds < OPEN_FUTURE)])

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
        groups = (np.unique(self.group[indexes]) for indexes in self.by_lane)
        return tuple(int(found[0]) if len(found) == 1 else 255 for found in groups)

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

    def with_lanes(self, lanes: LaneAssignment) -> "EventColumns":
        """The same events in other lanes; `lanes.lane_of` is in the order of these columns."""
        return replace(self, lanes=lanes, lane=lanes.lane_of)


_MOST_SALIENT: Final = 600


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
    for code in np.unique(codes):
        members = indexes[codes == code]
        yield DurationClass(members, starts[members], int(lengths[codes == code].max()))


def build_columns(
    events: Sequence[Event], lanes: LaneAssignment, year_style: YearStyle = YearStyle.ERA
) -> EventColumns:
    """The columns of those events that have a time; `lanes` was made of the same sequence.

    Titles and date words are put together only when they are asked for.
    """
    dated = [place for place, event in enumerate(events) if event.time is not None]
    times = [_time(events[place]) for place in dated]
    bounds = np.array([_bounds(time.interval) for time in times], np.int64).reshape(len(dated), 4)
    order = np.lexsort((bounds[:, 3], bounds[:, 0]))
    ordered = [events[dated[place]] for place in order]
    bounds = bounds[order]
    lane_of = lanes.lane_of[np.array(dated, np.int64)[order]] if dated else np.empty(0, np.int32)

    def label(index: int) -> tuple[str, str]:
        event = ordered[index]
        return event.title, describe_short(_time(event), year_style)

    return EventColumns(
        ids=tuple(event.id for event in ordered),
        earliest_start=np.ascontiguousarray(bounds[:, 0]),
        latest_start=np.ascontiguousarray(bounds[:, 1]),
        earliest_end=np.ascontiguousarray(bounds[:, 2]),
        latest_end=np.ascontiguousarray(bounds[:, 3]),
        lane=lane_of,
        group=np.array([GROUPS.index(event.group) for event in ordered], np.uint8),
        certainty=np.array([CERTAINTIES.index(_time(event).certainty) for event in ordered], np.uint8),
        factuality=np.array([FACTUALITIES.index(event.factuality) for event in ordered], np.uint8),
        review=np.array([REVIEWS.index(event.review) for event in ordered], np.uint8),
        form=np.array([_form(times[place]) for place in order], np.uint8),
        salience=np.array([event.salience for event in ordered], np.float32),
        documents=np.array([len(event.documents) for event in ordered], np.int32),
        lanes=LaneAssignment(lanes.by, lanes.lanes, lane_of),
        labels=label,
    )


def _time(event: Event) -> EventTime:
    assert event.time is not None
    return event.time


def _bounds(interval: Interval) -> tuple[int, int, int, int]:
    """The four bounds with sentinels, in order: a soft start ends before the bar does, and the other way round."""
    first = _known(interval.earliest_start, OPEN_PAST)
    last = _known(interval.latest_end, OPEN_FUTURE)
    latest_start = min(max(_known(interval.latest_start, OPEN_FUTURE), first), last)
    earliest_end = min(max(_known(interval.earliest_end, OPEN_PAST), first), last)
    return first, latest_start, earliest_end, last


def _known(bound: int | None, otherwise: int) -> int:
    return otherwise if bound is None else max(-_LAST_KNOWN, min(_LAST_KNOWN, bound))


def _form(time: EventTime) -> Form:
    if time.interval.extent is Extent.THROUGHOUT:
        return Form.BAR
    length = time.interval.length_seconds
    return Form.POINT if length is not None and length <= 86_400 else Form.ONCE
