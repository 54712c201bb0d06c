"""Stacking the marks of one lane in rows, with their labels beside or below them, when they are few enough for that.

Events are taken in the order of time; each goes to the first row in which it and its label touch nothing. A loop over
at most a few hundred events; crowds go to `clusters`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from math import inf
from typing import Final, NamedTuple

from dateline.scene.options import Metrics
from dateline.scene.parts import Side

SIDE_GAP_PX: Final = 9.0  # between a mark and its label: the ring of what is selected has its place there
BELOW_GAP_PX: Final = 6.0  # the same for a label below its mark
APART_PX: Final = 8.0  # between two things in a row
EDGE_PX: Final = 6.0  # between a label and the edge of the picture
_SHORTEST_PX: Final = 84.0  # a label cut shorter than that says nothing
_BESIDE: Final = (Side.RIGHT, Side.LEFT)


class Level(IntEnum):
    """How much room a lane gets: labels of two lines, of one, of one beside its mark, where there happens to be room.

    On the roomy and the whole level a title that does not fit on its line is broken over two; on the compact level it
    is cut, and what does not touch the lane's name stands beside it. From the next level on no label lies below its
    mark. On the tight level rows are as low as their marks. Below that marks are gathered into clusters.
    """

    ROOMY = 0
    WHOLE = 1
    COMPACT = 2
    BESIDE = 3
    DENSE = 4
    TIGHT = 5


@dataclass(frozen=True, slots=True)
class Item:
    """One event to place: its index, the extent of its mark and, of that, the visible bar (or point) and its anchor.

    `width` is the width of its label as the level wants it, `broken_width` that with the title on two lines (the same
    where it may not be broken). `dated` tells whether there is a line for the date, `point` whether there is a point
    at `anchor`.
    """

    index: int
    left: float
    right: float
    anchor: float
    width: float
    importance: float
    point: bool
    broken_width: float = 0.0
    dated: bool = False

    @property
    def breakable(self) -> bool:
        """Whether two lines are narrower than one."""
        return 0.0 < self.broken_width < self.width


class Spot(NamedTuple):
    """Where a label goes: its side and horizontal extent, relative to the picture; `broken` on two lines of title."""

    side: Side
    left: float
    width: float
    broken: bool = False


class Placed(NamedTuple):
    """An item in its row, with the spot of its label or without one."""

    item: Item
    row: int
    spot: Spot | None


@dataclass(slots=True)
class Row:
    """What is taken in a row: intervals that do not touch, sorted."""

    starts: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)

    def free(self, left: float, right: float) -> bool:
        """Whether nothing is there."""
        place = bisect_left(self.ends, left)
        return place == len(self.starts) or self.starts[place] >= right

    def take(self, left: float, right: float) -> None:
        """Takes what is free."""
        place = bisect_left(self.starts, left)
        self.starts.insert(place, left)
        self.ends.insert(place, right)


class Room(NamedTuple):
    """Where labels may lie: the width of the picture and the stretches between folds, in pixels."""

    width: float
    stretches: tuple[tuple[float, float], ...]

    def stretch(self, px: float) -> tuple[float, float]:
        """The stretch a pixel lies in, within the edges of the picture; the nearest one for a pixel in a tear."""
        left, right = min(self.stretches, key=lambda ends: max(ends[0] - px, px - ends[1], 0.0))
        return max(left + EDGE_PX, EDGE_PX), min(right - EDGE_PX, self.width - EDGE_PX)


def spots(item: Item, room: Room, sides: Sequence[Side]) -> Iterator[Spot]:
    """The places where the label of an item finds room, best first: whole on a line, whole on two, cut."""
    if item.right < 0 or item.left > room.width:
        yield Spot(Side.RIGHT, item.right + SIDE_GAP_PX, item.width)
        return
    found = [spot for side in sides if (spot := _spot(item, room, side)) is not None]
    whole = [spot for spot in found if spot.width >= item.width]
    if not whole and item.breakable:
        whole = [spot for side in sides if (spot := _broken(item, room, side)) is not None]
    yield from whole
    if not whole:
        cut = (spot._replace(broken=item.breakable) for spot in found if spot.width >= _SHORTEST_PX)
        yield from sorted(cut, key=lambda spot: -spot.width)


def is_whole(item: Item, spot: Spot) -> bool:
    """Whether the whole label fits there."""
    return spot.width >= (item.broken_width if spot.broken else item.width)


def _broken(item: Item, room: Room, side: Side) -> Spot | None:
    """The place on one side where the whole label fits with its title on two lines, or None."""
    narrow = replace(item, width=item.broken_width)
    spot = _spot(narrow, room, side)
    return spot._replace(broken=True) if spot is not None and spot.width >= narrow.width else None


def spots_beside(item: Item, room: Room) -> Iterator[Spot]:
    """The places at the right and the left of a mark where its whole label fits."""
    for side in _BESIDE:
        spot = _spot(item, room, side)
        if spot is not None and spot.width >= item.width:
            yield spot


def _spot(item: Item, room: Room, side: Side) -> Spot | None:
    """The label on one side, as wide as there is room (or as it is), or None."""
    if side is Side.RIGHT:
        _, end = room.stretch(item.right)
        left = item.right + SIDE_GAP_PX
        return Spot(side, left, min(item.width, end - left))
    if side is Side.LEFT:
        start, _ = room.stretch(item.left)
        width = min(item.width, item.left - SIDE_GAP_PX - start)
        return Spot(side, item.left - SIDE_GAP_PX - width, width)
    start, end = _stretch_below(item, room)
    width = min(item.width, end - start)
    wanted = item.anchor - width / 2 if item.point else max(item.anchor, start)
    return Spot(side, min(max(wanted, start), end - width), width)


def _stretch_below(item: Item, room: Room) -> tuple[float, float]:
    """The stretch for a label below: the one of the anchor if it is wide enough, else the widest the mark reaches."""
    own = room.stretch(item.anchor)
    if own[1] - own[0] >= item.width:
        return own
    reached = [ends for ends in room.stretches if ends[0] < item.right and item.left < ends[1]]
    choices = [room.stretch((left + right) / 2) for left, right in reached]
    return max([own, *choices], key=lambda ends: ends[1] - ends[0])


def stack(items: Sequence[Item], room: Room, level: Level, name_px: float = 0.0) -> tuple[list[Placed], int]:
    """The items in rows, each with a label where there is room, and the number of rows.

    Down to the level of labels beside their marks every label has room reserved; below, only marks have, and labels
    fill what is left in the order of importance. Where `name_px` is given, the first row is the lane's header
    as well, and its name reaches so far from the left edge.
    """
    rows = [Row([-inf], [name_px])] if name_px else []
    if level >= Level.DENSE:
        bare = [Placed(item, _first_row(rows, item.left, item.right), None) for item in items]
        return _labelled(bare, rows, room), len(rows)
    sides = _BESIDE if level is Level.BESIDE else tuple(Side)
    return [_placed(item, rows, room, sides) for item in items], len(rows)


def _placed(item: Item, rows: list[Row], room: Room, sides: Sequence[Side]) -> Placed:
    spot = next(spots(item, room, sides), None)
    left, right = item.left, item.right
    if spot is not None:
        left, right = min(left, spot.left), max(right, spot.left + spot.width)
    return Placed(item, _first_row(rows, left, right), spot)


def _first_row(rows: list[Row], left: float, right: float) -> int:
    """The first row that has that room, a new one where none has; the room is taken."""
    place = next((place for place, row in enumerate(rows) if row.free(left - APART_PX, right)), len(rows))
    if place == len(rows):
        rows.append(Row())
    rows[place].take(left - APART_PX, right)
    return place


def _labelled(bare: list[Placed], rows: list[Row], room: Room) -> list[Placed]:
    result = list(bare)
    for place in sorted(range(len(bare)), key=lambda place: -bare[place].item.importance):
        item, row = bare[place].item, rows[bare[place].row]
        for spot in spots(item, room, _BESIDE):
            left, right = _beside(spot)
            if row.free(left, right):
                row.take(left, right)
                result[place] = Placed(item, bare[place].row, spot)
                break
    return result


def _beside(spot: Spot) -> tuple[float, float]:
    """The room of a label without that of its mark, which is taken already."""
    if spot.side is Side.RIGHT:
        return spot.left, spot.left + spot.width
    return spot.left - APART_PX, spot.left + spot.width - APART_PX


def text_height(placed: Placed, metrics: Metrics) -> float:
    """The height of an item's label: a broken title takes the place of the date."""
    if placed.spot is not None and placed.spot.broken:
        return 2 * metrics.line
    return metrics.line + (metrics.small_line if placed.item.dated else 0.0)


def row_heights(placed: Sequence[Placed], rows: int, level: Level, metrics: Metrics) -> list[tuple[float, float]]:
    """For each row how far the centre of its marks lies below its top, and its whole height."""
    if level is Level.TIGHT:
        return [((metrics.mark + 1.0) / 2, metrics.mark + 1.0)] * rows
    half = max(metrics.mark, metrics.line * (0.9 if level is Level.DENSE else 1.0)) / 2
    heights = [[half, half] for _ in range(rows)]
    for one in placed:
        if one.spot is None or level is Level.DENSE:
            continue
        text = text_height(one, metrics)
        below = one.spot.side is Side.BELOW
        row = heights[one.row]
        row[0] = max(row[0], metrics.mark / 2 if below else text / 2)
        row[1] = max(row[1], metrics.mark / 2 + BELOW_GAP_PX + text if below else text / 2)
    gap = metrics.gap if level is Level.ROOMY else metrics.gap / 2
    return [(above + gap / 2, above + below + gap) for above, below in heights]
