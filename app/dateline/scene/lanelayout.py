"""The content of one lane: marks in rows, labels, clusters, at the level of detail for which there is height.

Heights and places count from the top of the lane's rows, below its header.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from dateline.scene.clusters import Crowd, crowd, gathered_bins, stacked_height
from dateline.scene.columns import Floats, Ints
from dateline.scene.labels import LabelMaker, crowd_labels
from dateline.scene.options import Metrics
from dateline.scene.parts import Label
from dateline.scene.rows import Item, Level, Placed, Room, row_heights, stack
from dateline.scene.shapes import Outlines

_MOST_ROWS: Final = 60
_STRIP_LINES: Final = (4.0, 2.5, 1.5)  # heights of a strip of activity, in lines of text
_PADDING_LINES: Final = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """What is in a lane: the places in its shapes that are single, their y, labels, clusters (see `gathered_bins`)."""

    single: Ints
    y: Floats
    labels: tuple[Label, ...]
    cluster_x: Floats
    cluster_y: float
    members: Ints
    first: Ints


class Draft(Protocol):
    """A lane before its height is known."""

    @property
    def heights(self) -> Sequence[float]:
        """The heights it could do with, roomiest first."""
        ...

    def content(self, place: int, height: float) -> Content:
        """What is in it with the height at a place of `heights`, or with more."""
        ...


_NOTHING: Final = Content(
    np.empty(0, np.int64), np.empty(0), (), np.empty(0), 0.0, np.empty(0, np.int64), np.zeros(1, np.int64)
)


@dataclass(frozen=True, slots=True)
class EmptyDraft:
    """A lane without single marks: collapsed, a strip of activity, or with nothing in view."""

    heights: Sequence[float]

    def content(self, place: int, height: float) -> Content:
        """Nothing."""
        return _NOTHING


def strip_draft(metrics: Metrics) -> EmptyDraft:
    """The draft of a lane that is drawn as a strip of activity."""
    return EmptyDraft([lines * metrics.line for lines in _STRIP_LINES])


class CrowdDraft:
    """A lane of many events: as few rows as there is height for, what finds no row gathered into clusters."""

    def __init__(self, shapes: Outlines, origin_px: float, maker: LabelMaker, room: Room, metrics: Metrics) -> None:
        self._shapes, self._origin_px, self._room = shapes, origin_px, room
        self._maker, self._metrics = maker, metrics
        self._row_px = max(metrics.mark + 3.0, metrics.line + 1.0)
        needed = stacked_height(self._crowd(_MOST_ROWS)) if len(shapes.index) else 1
        rows = max(needed, 2)
        steps = sorted({rows, *(r for r in (24, 16, 12, 8, 6, 4, 3, 2) if r < rows)}, reverse=True)
        self._rows = steps
        self.heights: Sequence[float] = [self._height(count) for count in steps]

    def _height(self, rows: int) -> float:
        return rows * self._row_px + 2 * _PADDING_LINES * self._metrics.line

    def _crowd(self, rows: int) -> Crowd:
        return crowd(self._shapes, rows, self._metrics.mark, self._origin_px, self._room.width)

    def content(self, place: int, height: float) -> Content:
        """Marks in as many rows as the height has room for."""
        padding = 2 * _PADDING_LINES * self._metrics.line
        rows = max(min(int((height - padding) / self._row_px), self._rows[0]), self._rows[place])
        placed = self._crowd(rows)
        used = stacked_height(placed) if (placed.row >= 0).all() else rows
        row_px = max(self._row_px, min((height - padding) / max(used, 1), self._row_px * 1.6))
        top = max((height - used * row_px) / 2, 0.0)
        single = np.flatnonzero(placed.row >= 0).astype(np.int64)
        y = np.asarray(top + (placed.row[single] + 0.5) * row_px, np.float64)
        bins, members, first = gathered_bins(placed)
        cluster_x = placed.centre(bins)
        cluster_y = float(top + (placed.bar_rows + used) / 2 * row_px)
        labels = crowd_labels(self._shapes, placed, (single, y), cluster_x, self._maker, self._room)
        return Content(single, y, labels, cluster_x, cluster_y, members, first)


class DetailDraft:
    """A lane of few events: every one a mark with a label where height allows, a crowd where it does not."""

    def __init__(
        self, shapes: Outlines, items: Sequence[Item], origin_px: float, maker: LabelMaker, room: Room, metrics: Metrics
    ) -> None:
        self._shapes, self._maker, self._metrics = shapes, maker, metrics
        self._crowd = CrowdDraft(shapes, origin_px, maker, room, metrics)
        self._stacks: list[tuple[Level, list[Placed], list[tuple[float, float]]]] = []
        for level in (Level.ROOMY, Level.COMPACT, Level.DENSE):
            placed, rows = stack([maker.measured(item, level) for item in items], room, level)
            self._stacks.append((level, placed, row_heights(placed, rows, level, metrics)))
        padding = 2 * _PADDING_LINES * metrics.line
        detailed = [sum(height for _, height in rows) + padding for _, _, rows in self._stacks]
        least = self._crowd.heights
        self.heights: Sequence[float] = [*detailed, *(height for height in least if height < detailed[-1])]
        self._crowd_from = len(least) - (len(self.heights) - len(detailed))

    def content(self, place: int, height: float) -> Content:
        """Marks with labels, or a crowd."""
        if place >= len(self._stacks):
            return self._crowd.content(place - len(self._stacks) + self._crowd_from, height)
        # Spare height may let a roomier level in.
        place = next((roomier for roomier in range(place) if self.heights[roomier] <= height), place)
        level, placed, rows = self._stacks[place]
        spread = (height - self.heights[place]) / max(len(rows), 1)
        y = np.empty(len(placed))
        top = _PADDING_LINES * self._metrics.line
        centres = []
        for centre, row_height in rows:
            centres.append(top + centre + spread / 2)
            top += row_height + spread
        for number, one in enumerate(placed):
            y[number] = centres[one.row]
        labels = tuple(self._maker.made(one, y[number], level) for number, one in enumerate(placed) if one.spot)
        empty = _NOTHING
        return Content(
            np.arange(len(placed)), y, labels, empty.cluster_x, empty.cluster_y, empty.members, empty.first
        )
