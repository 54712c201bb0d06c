"""The most salient events of a crowd, lifted out of their clusters into a row of their own, each with its label.

However many events there are, something can be read.
"""

from typing import Final

import numpy as np

from dateline.scene.clusters import Binned, Crowd
from dateline.scene.columns import Ints
from dateline.scene.labels import LabelMaker
from dateline.scene.parts import Label
from dateline.scene.rows import SIDE_GAP_PX, Item, Level, Room, Row, Spot, spots_beside
from dateline.scene.shapes import Outlines

_MOST: Final = 12  # of a lane
_TRIED: Final = 40  # candidates: for each of them a title is fetched and measured


def prominent(shapes: Outlines, gathered: Ints, maker: LabelMaker, room: Room) -> list[tuple[int, Spot]]:
    """Places (in `shapes`) of gathered points to lift, with the spots of their whole labels, most salient first.

    `gathered`: int64, places of the marks that are in clusters. No two of those chosen touch, labels included.
    """
    points = gathered[np.isnan(shapes.stops[gathered, 0])]
    points = points[(shapes.left[points] >= 0) & (shapes.right[points] <= room.width)]
    salience = np.array([maker.importance(index) for index in shapes.index[points].tolist()])
    order = points[np.argsort(-salience, kind="stable")][:_TRIED]
    row, chosen = Row(), []
    for place in order.tolist():
        left, right = float(shapes.left[place]), float(shapes.right[place])
        bare = Item(int(shapes.index[place]), left, right, (left + right) / 2, 0.0, 0.0, True)
        for spot in spots_beside(maker.measured(bare, Level.DENSE), room):
            start, end = min(left, spot.left) - SIDE_GAP_PX, max(right, spot.left + spot.width) + SIDE_GAP_PX
            if row.free(start, end):
                row.take(start, end)
                chosen.append((place, spot))
                break
        if len(chosen) == _MOST:
            break
    return chosen


def lifted(placed: Crowd, marks: Binned, places: list[int]) -> Crowd:
    """The same crowd with a new first row for the marks at some places.

    A point that is left alone in its cluster by that is a mark again, in the row of its bin.
    """
    row = np.where(placed.row >= 0, placed.row + 1, -1)
    row[places] = 0
    bar_rows = placed.bar_rows + 1
    left = np.flatnonzero(row < 0)
    _, back, members = np.unique(placed.wide_bin[left], return_inverse=True, return_counts=True)
    alone = left[(members[back] == 1) & ~marks.has_bar[left]]
    row[alone] = bar_rows + (marks.bins[alone] & 1)
    return Crowd(row, placed.wide_bin, placed.origin_px, placed.wide_px, bar_rows)


def lifted_labels(
    shapes: Outlines, chosen: list[tuple[int, Spot]], y: float, maker: LabelMaker
) -> tuple[Label, ...]:
    """The labels of what was lifted; `y` is the centre of its row."""
    return tuple(maker.in_spot(int(shapes.index[place]), spot, y) for place, spot in chosen)
