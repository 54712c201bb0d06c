"""Which lane each event lies in, and the lanes' order. Heights and pixels are not its business."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.model.events import Event
from dateline.model.group import Group
from dateline.model.names import GROUP_NAMES

NO_VALUE: Final = ""  # the key of the lane of those that have no place, actor, tag ...


class LaneBy(StrEnum):
    """What lanes are made of."""

    NONE = "none"
    GROUP = "group"
    KIND = "kind"
    DOCUMENT = "document"
    ACTOR = "actor"
    PLACE = "place"
    TAG = "tag"


_WITHOUT: Final = {
    LaneBy.DOCUMENT: "Without a document",
    LaneBy.ACTOR: "No person or body",
    LaneBy.PLACE: "No place",
    LaneBy.TAG: "No tag",
}


class Lane(NamedTuple):
    """One lane: its key among those of its `LaneBy`, its name, whether it is collapsed, how many events it holds."""

    key: str
    name: str
    collapsed: bool
    events: int


@dataclass(frozen=True, slots=True, eq=False)
class LaneAssignment:
    """The lanes from top to bottom, none of them empty, and for each event the number of its lane, int32 (N,)."""

    by: LaneBy
    lanes: tuple[Lane, ...]
    lane_of: NDArray[np.int32]

    @property
    def has_headers(self) -> bool:
        """Whether the lanes have names to show."""
        return self.by is not LaneBy.NONE


def lane_key(event: Event, by: LaneBy) -> str:
    """The key of the lane of an event; what has several values lies in the lane of the first."""
    match by:
        case LaneBy.NONE:
            return NO_VALUE
        case LaneBy.GROUP:
            return event.group.value
        case LaneBy.KIND:
            return event.kind
        case LaneBy.DOCUMENT:
            return next(iter(event.documents), NO_VALUE)
        case LaneBy.ACTOR:
            return next(iter(event.actors), NO_VALUE)
        case LaneBy.PLACE:
            return next(iter(event.places), NO_VALUE)
        case LaneBy.TAG:
            return next(iter(event.tags), NO_VALUE)


def assign_lanes(
    events: Sequence[Event],
    by: LaneBy,
    names: Mapping[str, str] | None = None,
    order: Sequence[str] = (),
    collapsed: Collection[str] = (),
) -> LaneAssignment:
    """A lane for each of N events.

    `names` turns keys into names (document ids); without one a key is its own name. `order` holds keys as a person has
    arranged them; lanes not in it follow: groups in the order of their enumeration, others by number of events.
    """
    keys = [lane_key(event, by) for event in events]
    counts: dict[str, int] = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    ordered = _ordered(counts, by, order)
    number = {key: place for place, key in enumerate(ordered)}
    lane_of = np.fromiter((number[key] for key in keys), np.int32, len(keys))
    lane_of.flags.writeable = False
    return LaneAssignment(by, _lanes(counts, ordered, by, names or {}, collapsed), lane_of)


def rearranged_lanes(
    before: LaneAssignment,
    lane_of: NDArray[np.int32],
    gone: NDArray[np.int64],
    come: Sequence[Event],
    order: Sequence[str],
    names: Mapping[str, str],
    collapsed: Collection[str],
) -> tuple[tuple[Lane, ...], NDArray[np.int32]]:
    """The lanes once some events are gone and others have come, and the number of the lane of each that stays, then of
    each that comes, int32.

    `lane_of` tells the lanes of the events before, int32 (N,), `gone` the indexes of those that go, int64.
    """
    counts = {lane.key: lane.events for lane in before.lanes}
    for place in lane_of[gone].tolist():
        counts[before.lanes[place].key] -= 1
    keys = [lane_key(event, before.by) for event in come]
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    counts = {key: count for key, count in counts.items() if count}
    ordered = _ordered(counts, before.by, order)
    number = {key: place for place, key in enumerate(ordered)}
    moved = np.array([number.get(lane.key, -1) for lane in before.lanes], np.int32)
    kept = moved[np.delete(lane_of, gone)] if len(moved) else np.empty(0, np.int32)
    found = np.concatenate([kept, np.array([number[key] for key in keys], np.int32)])
    return _lanes(counts, ordered, before.by, names, collapsed), found


def _lanes(
    counts: Mapping[str, int], ordered: Sequence[str], by: LaneBy, names: Mapping[str, str], collapsed: Collection[str]
) -> tuple[Lane, ...]:
    return tuple(Lane(key, _name(key, by, names), key in collapsed, counts[key]) for key in ordered)


def _ordered(counts: Mapping[str, int], by: LaneBy, order: Sequence[str]) -> list[str]:
    wished = {key: place for place, key in enumerate(order)}
    groups = {group.value: place for place, group in enumerate(Group)} if by is LaneBy.GROUP else {}

    def rank(key: str) -> tuple[int, bool, int, int, str]:
        return wished.get(key, len(wished)), key == NO_VALUE, groups.get(key, 0), -counts[key], key

    return sorted(counts, key=rank)


def _name(key: str, by: LaneBy, names: Mapping[str, str]) -> str:
    if key in names:
        return names[key]
    if by is LaneBy.GROUP:
        return GROUP_NAMES[Group(key)]
    if key == NO_VALUE:
        return _WITHOUT.get(by, "")
    return key[:1].upper() + key[1:]


def merge_smallest(assignment: LaneAssignment, keep: int) -> LaneAssignment:
    """At most `keep` lanes (one at least): those with the fewest events become one last lane."""
    lanes = assignment.lanes
    if len(lanes) <= max(keep, 1):
        return assignment
    by_size = sorted(range(len(lanes)), key=lambda place: (-lanes[place].events, place))
    kept = sorted(by_size[: max(keep, 1) - 1])
    new_place = np.full(len(lanes), len(kept), np.int32)
    new_place[kept] = np.arange(len(kept), dtype=np.int32)
    rest = [lanes[place] for place in by_size[len(kept) :]]
    other = Lane("\0other", f"{len(rest)} other lanes", False, sum(lane.events for lane in rest))
    lane_of = new_place[assignment.lane_of]
    lane_of.flags.writeable = False
    return LaneAssignment(assignment.by, (*(lanes[place] for place in kept), other), lane_of)
