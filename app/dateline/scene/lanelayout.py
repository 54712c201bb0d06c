"""The content of one lane: marks in rows, labels, clusters, at the level of detail for which there is height.

A lane's header is not its business.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Final, NamedTuple, Protocol

import numpy as np

from dateline.scene.clusters import Binned, Crowd, crowd, gathered_bins, joined, stacked_height
from dateline.scene.columns import Floats, Ints
from dateline.scene.heights import Heights
from dateline.scene.labels import LabelMaker, crowd_labels
from dateline.scene.options import Metrics
from dateline.scene.parts import Label
from dateline.scene.prominent import lifted, lifted_labels, prominent
from dateline.scene.rows import Item, Level, Placed, Room, Spot, is_whole, row_heights, stack
from dateline.scene.shapes import Outlines

_ROW_STEPS: Final = (24, 16, 12, 8, 6, 4, 3, 2)  # of a crowd
_LEAST_ROWS: Final = 2
_LOOSEST: Final = 1.6  # times its least height: so high a crowd's row gets
_SMALL: Final = 12  # events: so few are never gathered; they get the rows they need, and the picture is scrolled
_LEVELS: Final = tuple(Level)
_STRIP_LINES: Final = (4.0, 2.5, 1.5)  # heights of a strip of activity, in lines of text
_LEAST_STRIP_LINES: Final = 1.2  # of a strip below a row of marks
_PADDING_LINES: Final = 0.22
_CUT_WORTH: Final = 0.5  # of a label: its first words are left


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """What is in a lane: the places in its shapes that are single, their y, labels, clusters (see `gathered_bins`).

    `taken_px` is the height of marks above a strip of activity.
    """

    single: Ints
    y: Floats
    labels: tuple[Label, ...]
    cluster_x: Floats
    cluster_y: float
    members: Ints
    first: Ints
    taken_px: float = 0.0


class Draft(Protocol):
    """A lane before its height is known."""

    @property
    def heights(self) -> Sequence[float]:
        """The heights it could do with, roomiest first."""
        ...

    def loss(self, place: int) -> float:
        """What is no longer told when a place of `heights` is given up for the next: 0 (nothing) to 1."""
        ...

    def content(self, place: int, height: float, top: float) -> Content:
        """What is in it with the height at a place of `heights`, or with more; its rows begin at `top`."""
        ...


_NOTHING: Final = Content(
    np.empty(0, np.int64), np.empty(0), (), np.empty(0), 0.0, np.empty(0, np.int64), np.zeros(1, np.int64)
)


class EmptyDraft(NamedTuple):
    """A lane without single marks: collapsed, a strip of activity, or with nothing in view."""

    heights: Sequence[float]

    def loss(self, place: int) -> float:
        """Nothing."""
        return 0.0

    def content(self, place: int, height: float, top: float) -> Content:
        """Nothing."""
        return _NOTHING


class StripDraft:
    """A lane that is drawn as a strip of activity, with a row of its most salient events above where there is room."""

    def __init__(self, shapes: Outlines, maker: LabelMaker, room: Room, metrics: Metrics) -> None:
        self._shapes, self._maker, self._room, self._metrics = shapes, maker, room, metrics
        self.heights: Sequence[float] = [lines * metrics.line for lines in _STRIP_LINES]

    def loss(self, place: int) -> float:
        """Nothing that another lane would not lose as well."""
        return 0.0

    def content(self, place: int, height: float, top: float) -> Content:
        """The most salient events."""
        row_px = max(self._metrics.mark + 3.0, self._metrics.line + 1.0)
        if height < row_px + _LEAST_STRIP_LINES * self._metrics.line:
            return _NOTHING
        everywhere = np.arange(len(self._shapes.index), dtype=np.int64)
        chosen = prominent(self._shapes, everywhere, self._maker, self._room)
        single = np.array([place for place, _ in chosen], np.int64)
        labels = lifted_labels(self._shapes, chosen, top + row_px / 2, self._maker)
        y = np.full(len(single), top + row_px / 2)
        return replace(_NOTHING, single=single, y=y, labels=labels, taken_px=row_px if chosen else 0.0)


class CrowdDraft:
    """A lane of many events: as few rows as there is height for, what finds no row gathered into clusters."""

    def __init__(self, lane: "LaneInput", most_rows: int | None = None) -> None:
        self._lane = lane
        self._row_px = max(lane.metrics.mark + 3.0, lane.metrics.line + 1.0)
        self._tight_px = lane.metrics.mark + 1.0
        # A bar beside points needs a row of its own; one that is the only bar must not be gathered alone.
        bars = int(np.count_nonzero(lane.marks.has_bar))
        self._least = _LEAST_ROWS + (bars == 1 < len(lane.marks.has_bar))
        needed = max(lane.marks.needed_rows if most_rows is None else most_rows, self._least)
        self._rows = [needed, *(rows for rows in _ROW_STEPS if self._least <= rows < needed)]
        self.heights: Sequence[float] = [
            *(rows * self._row_px + 2 * lane.padding for rows in self._rows),
            self._least * self._tight_px + 2,
        ]

    def loss(self, place: int) -> float:
        """Nothing that another lane would not lose as well."""
        return 0.0

    def content(self, place: int, height: float, top: float) -> Content:
        """Marks in as many rows as the height has room for."""
        lane, room_px = self._lane, height - 2 * self._lane.padding
        rows = max(min(int(room_px / self._row_px + 1e-6), self._rows[0]), self._least)
        placed, chosen, rows = self._placed(rows)
        used = stacked_height(placed) if (placed.row >= 0).all() else rows
        is_tight = rows * self._row_px > room_px + 1e-6
        row_px = self._tight_px if is_tight else min(room_px / max(used, 1), self._row_px * _LOOSEST)
        top += max((height - used * row_px) / 2, 0.0)
        single = np.flatnonzero(placed.row >= 0).astype(np.int64)
        y = np.asarray(top + (placed.row[single] + 0.5) * row_px, np.float64)
        bins, members, first = gathered_bins(placed)
        cluster_x = placed.centre(bins)
        cluster_y = top + (placed.bar_rows + used) / 2 * row_px
        labels = lifted_labels(lane.shapes, chosen, top + row_px / 2, lane.maker)
        others = placed.row[single] >= (1 if chosen else 0)
        beside = (single[others], y[others])
        labels += crowd_labels(lane.shapes, placed, beside, cluster_x, lane.maker, lane.room, row_px)
        return Content(single, y, labels, cluster_x, cluster_y, members, first)

    def _placed(self, rows: int) -> tuple[Crowd, list[tuple[int, Spot]], int]:
        """The marks in that many rows, those that were lifted out of clusters into the first one, and the rows."""
        lane = self._lane
        placed = crowd(lane.marks, rows)
        while _is_one_left(placed) and rows > self._least:
            rows -= 1
            placed = crowd(lane.marks, rows)
        if (placed.row >= 0).all() or rows <= self._least:
            return joined(placed), [], rows
        fewer = crowd(lane.marks, rows - 1)
        gathered = np.flatnonzero(fewer.row < 0).astype(np.int64)
        chosen = prominent(lane.shapes, gathered, lane.maker, lane.room)
        above = lifted(fewer, lane.marks, [place for place, _ in chosen])
        if not chosen or _is_one_left(above):
            return joined(placed), [], rows
        return joined(above), chosen, rows


def _is_one_left(placed: Crowd) -> bool:
    """Whether a single mark would be gathered: with a row less there is company for it."""
    return int(np.count_nonzero(placed.row < 0)) == 1


@dataclass(frozen=True, slots=True, eq=False)
class LaneInput:
    """What a lane is laid out from. Above its rows there is a header, and in that a name from the left edge on."""

    shapes: Outlines
    marks: Binned
    maker: LabelMaker
    room: Room
    metrics: Metrics
    header_px: float = 0.0
    name_px: float = 0.0

    @property
    def padding(self) -> float:
        """Above and below the rows, in pixels."""
        return _PADDING_LINES * self.metrics.line

    def items(self) -> list[Item]:
        """The events as items, in the order of time."""
        shapes = self.shapes
        point = ~np.isnan(shapes.x)
        anchor = np.clip(np.where(point, shapes.x, shapes.stops[:, 1]), 0, self.room.width)
        columns = (shapes.index, shapes.left, shapes.right, anchor, point)
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return [
            Item(index, left, right, at, 0.0, self.maker.importance(index), is_point)
            for index, left, right, at, is_point in rows
        ]


_Stack = tuple[list[Placed], list[tuple[float, float]]]


class DetailDraft:
    """A lane of few events: every one a mark, with a label where height allows; a crowd only where they are many."""

    def __init__(self, lane: LaneInput) -> None:
        self._lane = lane
        self._items = lane.items()
        self._stacks: dict[Level, _Stack] = {}
        self._crowd = None if len(self._items) <= _SMALL else CrowdDraft(lane, _ROW_STEPS[0])
        # Each level is stacked only when the one before it does not fit.
        below = len(self._crowd.heights) if self._crowd else 0
        self.heights: Sequence[float] = Heights(len(_LEVELS) + below, self._height)

    def loss(self, place: int) -> float:
        """The salience of the most salient event that loses its label; of many events nothing is asked."""
        if self._crowd or place + 1 >= len(_LEVELS):
            return 0.0
        told, next_told = self._told(place), self._told(place + 1)
        # Salience alone: what is selected must not move anything.
        salience = self._lane.maker.columns.salience
        lost = (float(salience[index]) * (share - next_told.get(index, 0.0)) for index, share in told.items())
        return max(lost, default=0.0)

    def _told(self, place: int) -> dict[int, float]:
        """How much of each label can be read on a level, 0 to 1."""
        return {
            one.item.index: 1.0 if is_whole(one.item, one.spot) else _CUT_WORTH
            for one in self._stack(_LEVELS[place])[0]
            if one.spot is not None
        }

    def _stack(self, level: Level) -> _Stack:
        if level not in self._stacks:
            lane = self._lane
            shared = self._shared_px(level)
            items = [lane.maker.measured(item, level) for item in self._items]
            placed, rows = stack(items, lane.room, level, lane.name_px if shared else 0.0)
            heights = row_heights(placed, rows, level, lane.metrics)
            if shared:
                centre, height = heights[0]
                more = max(shared - height, 0.0)
                heights[0] = centre + more / 2, height + more
            self._stacks[level] = placed, heights
        return self._stacks[level]

    def _shared_px(self, level: Level) -> float:
        """How much of the lane's header is a row as well."""
        return self._lane.header_px if level >= Level.COMPACT else 0.0

    def _height(self, place: int) -> float:
        if place < len(_LEVELS):
            own = self._least_height(place)
        else:
            own = self._crowd.heights[place - len(_LEVELS)] if self._crowd else 0.0
        return min(own, self.heights[place - 1]) if 0 < place < len(self.heights) - 1 else own

    def content(self, place: int, height: float, top: float) -> Content:
        """Marks with labels, or a crowd."""
        if self._crowd and (place >= len(_LEVELS) or self._least_height(place) > height + 0.5):
            return self._crowd.content(place, height, top)
        # Spare height may let a roomier level in.
        place = next((roomier for roomier in range(place) if self._least_height(roomier) <= height + 1e-6), place)
        placed, rows = self._stack(_LEVELS[place])
        spread = (height - self._least_height(place)) / max(len(rows), 1)
        centres = []
        top += self._padding(place) - self._shared_px(_LEVELS[place])
        row_px = inf
        for centre, row_height in rows:
            centres.append(top + centre + spread / 2)
            top += row_height + spread
            row_px = min(row_px, row_height + spread) if _LEVELS[place] is Level.TIGHT else row_px
        y = [centres[one.row] for one in placed]
        labels = tuple(self._lane.maker.made(one, at, row_px) for one, at in zip(placed, y, strict=True) if one.spot)
        single = np.arange(len(placed), dtype=np.int64)
        return replace(_NOTHING, single=single, y=np.array(y, np.float64), labels=labels)

    def _least_height(self, place: int) -> float:
        rows = sum(height for _, height in self._stack(_LEVELS[place])[1])
        return rows + 2 * self._padding(place) - self._shared_px(_LEVELS[place])

    def _padding(self, place: int) -> float:
        return 1.0 if _LEVELS[place] is Level.TIGHT else self._lane.padding
