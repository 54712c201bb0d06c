"""The words at marks: which lines, how wide, cut to their room; and in a crowd which marks have any.

Titles are fetched only for what is labelled, at most a few hundred at a time.
"""

from dataclasses import dataclass, replace
from math import inf
from typing import Final

import numpy as np

from dateline.model.events import ReviewState
from dateline.scene.clusters import Crowd
from dateline.scene.columns import REVIEWS, EventColumns, Floats, Ints
from dateline.scene.measure import Measure, TextStyle, broken, broken_width, elided
from dateline.scene.options import Metrics, SceneOptions
from dateline.scene.parts import Label, Side
from dateline.scene.rows import BELOW_GAP_PX, EDGE_PX, SIDE_GAP_PX, Item, Level, Placed, Room, Spot, text_height
from dateline.scene.shapes import Outlines

MOST_LABELS: Final = 250
_LEAST_ROOM_PX: Final = 60.0
_WIDEST_SHARE: Final = 0.45  # of the picture: a longer title is cut
_WIDEST_LINES: Final = 24.0
_REJECTED: Final = REVIEWS.index(ReviewState.REJECTED)


@dataclass(frozen=True, slots=True, eq=False)
class LabelMaker:
    """Makes labels of the events of some columns."""

    columns: EventColumns
    measure: Measure
    metrics: Metrics
    options: SceneOptions
    selected: frozenset[int]
    width_px: float

    def style(self, index: int) -> TextStyle:
        """Bold for what is selected."""
        return TextStyle.TITLE_BOLD if index in self.selected else TextStyle.TITLE

    def importance(self, index: int) -> float:
        """What keeps its label longest: the selected, then by salience."""
        return float(self.columns.salience[index]) + (10.0 if index in self.selected else 0.0)

    def words(self, index: int) -> tuple[str, str]:
        """Title and second line."""
        title, dates = self.columns.label(index)
        backing = int(self.columns.documents[index])
        return title, f"{dates} · {backing} documents" if backing > 1 else dates

    def measured(self, item: Item, level: Level) -> Item:
        """The item with the width that its label wants on a level."""
        title, subtitle = self.words(item.index)
        # Room for bold letters is kept for all: a selection must not move anything.
        width = self.measure.width(title, TextStyle.TITLE_BOLD)
        dated = level is Level.ROOMY
        if dated:
            width = max(width, self.measure.width(subtitle, TextStyle.SUBTITLE))
        narrow = broken_width(title, TextStyle.TITLE_BOLD, self.measure) + 1.0 if level <= Level.WHOLE else 0.0
        widest = max(self.width_px * _WIDEST_SHARE, min(self.metrics.line * _WIDEST_LINES, self.width_px * 0.8))
        if level > Level.WHOLE or narrow > widest:
            width, narrow = min(width, widest), min(narrow, widest)
        return replace(item, width=width + 1.0, broken_width=narrow, dated=dated)

    def made(self, placed: Placed, y: float, most_px: float = inf) -> Label:
        """The label of an item in its spot; `y` is the centre of its mark.

        `most_px` is the height of its row where that is lower than a line: letters fit, the air around them is shared.
        """
        spot, metrics = placed.spot, self.metrics
        assert spot is not None
        index = placed.item.index
        title, subtitle = self.words(index)
        style = self.style(index)
        height = min(text_height(placed, metrics), most_px)
        top = y + metrics.mark / 2 + BELOW_GAP_PX if spot.side is Side.BELOW else y - height / 2
        box = spot.left, top, spot.width, height
        if spot.broken:
            # Bold letters decide where it is broken: a selection must not move a word.
            lines = broken(title, TextStyle.TITLE_BOLD, spot.width, self.measure)
            return self._label(index, box, spot.side, (*lines, ""))
        title = elided(title, style, spot.width, self.measure)
        subtitle = elided(subtitle, TextStyle.SUBTITLE, spot.width, self.measure) if placed.item.dated else ""
        return self._label(index, box, spot.side, (title, "", subtitle))

    def in_spot(self, index: int, spot: Spot, y: float) -> Label:
        """A label of one line in a spot beside a mark, whose centre is at `y`."""
        title = elided(self.words(index)[0], self.style(index), spot.width, self.measure)
        height = self.metrics.line
        return self._label(index, (spot.left, y - height / 2, spot.width, height), spot.side, (title, "", ""))

    def beside(self, index: int, right: float, y: float, room_px: float, row_px: float) -> Label | None:
        """A label of one line at the right of a mark in a row of that height, or None where the room is too short for
        anything that speaks.
        """
        style = self.style(index)
        title = elided(self.words(index)[0], style, room_px, self.measure)
        width = self.measure.width(title, style)
        if not title or (title.endswith("…") and width < _LEAST_ROOM_PX):
            return None
        height = min(self.metrics.line, row_px)
        return self._label(index, (right + SIDE_GAP_PX, y - height / 2, width, height), Side.RIGHT, (title, "", ""))

    def _label(
        self, index: int, box: tuple[float, float, float, float], side: Side, words: tuple[str, str, str]
    ) -> Label:
        columns, dimmed = self.columns, self.options.dimmed
        muted = columns.review[index] == _REJECTED or (dimmed is not None and bool(dimmed[index]))
        # What did not happen has its mark struck through; its title says "not" itself, and twice no is yes.
        struck = bool(columns.review[index] == _REJECTED)
        return Label(index, *box, side, *words, self.style(index), bool(muted), struck)


def crowd_labels(
    shapes: Outlines,
    placed: Crowd,
    single: tuple[Ints, Floats],
    cluster_x: Floats,
    maker: LabelMaker,
    room: Room,
    row_px: float,
) -> tuple[Label, ...]:
    """Labels for the most salient single marks that have room at their right before the next thing in their row."""
    members, y = single
    if not len(members):
        return ()
    right = np.fmin(shapes.right[members], room.width)
    gap = _room_at_right(shapes, placed, members, cluster_x, room) - SIDE_GAP_PX
    index = shapes.index[members]
    wanted = np.flatnonzero((gap >= _LEAST_ROOM_PX) & (right > 0))
    order = wanted[np.argsort(-maker.columns.salience[index[wanted]], kind="stable")][:MOST_LABELS]
    made = (
        maker.beside(int(index[one]), float(right[one]), float(y[one]), float(gap[one]), row_px)
        for one in order.tolist()
    )
    return tuple(label for label in made if label is not None)


def _room_at_right(shapes: Outlines, placed: Crowd, members: Ints, cluster_x: Floats, room: Room) -> Floats:
    """How far it is from the right end of each mark to the next mark, badge, tear or edge, float64 (M,)."""
    row, left, right = placed.row[members], shapes.left[members], shapes.right[members]
    order = np.lexsort((left, row))
    following = np.full(len(members), np.inf)
    same_row = row[order[1:]] == row[order[:-1]]
    following[order[:-1]] = np.where(same_row, left[order[1:]], np.inf)
    ends = np.array([end for _, end in room.stretches])
    stretch = np.minimum(np.searchsorted(ends, right), len(ends) - 1)
    limit = np.minimum(following, np.minimum(ends[stretch], room.width) - EDGE_PX)
    if len(cluster_x):
        badges = np.append(cluster_x - placed.wide_px / 2, np.inf)
        badge = badges[np.searchsorted(badges[:-1], right - placed.wide_px / 2)]
        limit = np.where(row >= placed.bar_rows, np.minimum(limit, badge), limit)
    return np.asarray(limit - right - 2, np.float64)
