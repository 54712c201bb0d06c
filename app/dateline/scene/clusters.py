"""Crowds: marks of one lane in a few rows, and those that find no row gathered into clusters with their number.

Everything here is done for all events at once. The bins are fixed in time, not in the window, so that panning does not
regroup anything.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.scene.columns import Floats, Ints
from dateline.scene.shapes import Outlines

BIN_MARKS: Final = 1.15  # width of a bin in marks: two marks two bins apart never touch
_WIDE_BINS: Final = 3  # a cluster's badge has the room of three bins
_MOST_BARS: Final = 400  # beyond that bars are gathered instead of stacked one by one


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Rows of M marks (int64, -1 for those in a cluster) and the wide bin of each (int64).

    Bars use the first `bar_rows` rows, points and badges the others.
    """

    row: Ints
    wide_bin: Ints
    origin_px: float
    wide_px: float
    bar_rows: int

    def centre(self, wide_bin: Ints) -> Floats:
        """Centres of wide bins in pixels."""
        return np.asarray(self.origin_px + (wide_bin + 0.5) * self.wide_px, np.float64)


def crowd(shapes: Outlines, rows: int, mark_px: float, origin_px: float, width_px: float) -> Crowd:
    """Rows for marks, `rows` (at least 2) at most; bars take the upper rows, points the rest.

    `origin_px` is where the bins begin: a fixed instant. In a bin the points are stacked, in even bins in even rows, in
    odd bins in odd ones, so that neighbours never touch. A wide bin in which one bin overflows becomes one cluster.
    """
    has_bar = ~np.isnan(shapes.stops[:, 0])
    bin_px = mark_px * BIN_MARKS
    centre = np.where(has_bar, _visible_centre(shapes, width_px), np.nan_to_num(shapes.x))
    bins = np.floor((centre - origin_px) / bin_px).astype(np.int64)
    wide = bins // _WIDE_BINS
    row = np.full(len(bins), -1, np.int64)
    taken = 0
    if has_bar.any():
        left, right = shapes.left[has_bar], shapes.right[has_bar]
        row[has_bar], taken = _bar_rows(left, right, rows if has_bar.all() else rows - 2, mark_px * 0.4)
        if has_bar.all() and (row < 0).any():
            row, taken = _bar_rows(left, right, rows - 2, mark_px * 0.4)  # the badges need rows of their own
    points = ~has_bar
    if points.any():
        without_row = np.unique(wide[has_bar & (row < 0)])
        row[points] = _point_rows(bins[points], wide[points], taken, rows - taken, without_row)
    return Crowd(row, wide, origin_px, bin_px * _WIDE_BINS, taken)


def _visible_centre(shapes: Outlines, width_px: float) -> Floats:
    return (np.clip(shapes.left, 0, width_px) + np.clip(shapes.right, 0, width_px)) / 2


def _bar_rows(left: Floats, right: Floats, rows: int, apart_px: float) -> tuple[Ints, int]:
    """First-fit rows of bars, -1 where none of the rows is free, and how many rows are used."""
    result = np.full(len(left), -1, np.int64)
    free_from = [-np.inf] * max(rows, 0)
    order = np.argsort(left, kind="stable")[:_MOST_BARS]
    used = 0
    for place, start, end in zip(order.tolist(), left[order].tolist(), right[order].tolist(), strict=True):
        for row, free in enumerate(free_from):
            if free <= start:
                free_from[row] = end + apart_px
                result[place] = row
                used = max(used, row + 1)
                break
    return result, used


def _point_rows(bins: Ints, wide: Ints, first_row: int, rows: int, lost: Ints) -> Ints:
    """Rows from `first_row` on for points by their bins, -1 for all of a wide bin that is `lost` or overflows."""
    rank = _rank_in_bin(bins)
    parity = bins & 1
    room = np.where(parity == 0, (rows + 1) // 2, rows // 2)
    overflowing = np.unique(wide[rank >= room])
    gathered = np.isin(wide, np.concatenate([overflowing, lost]))
    return np.where(gathered, -1, first_row + 2 * rank + parity)


def _rank_in_bin(bins: Ints) -> Ints:
    """How many earlier ones lie in the same bin, int64 (M,)."""
    order = np.argsort(bins, kind="stable")
    ordered = bins[order]
    is_first = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    starts = np.maximum.accumulate(np.where(is_first, np.arange(len(bins)), 0))
    rank = np.empty(len(bins), np.int64)
    rank[order] = np.arange(len(bins)) - starts
    return rank


def gathered_bins(crowd_of: Crowd) -> tuple[Ints, Ints, Ints]:
    """The clusters of a crowd: wide bins (K,), places of the members (int64) and where each begins in them (K+1,)."""
    members = np.flatnonzero(crowd_of.row < 0)
    bins = crowd_of.wide_bin[members]
    order = np.argsort(bins, kind="stable")
    found, starts = np.unique(bins[order], return_index=True)
    return found, members[order], np.concatenate([starts, [len(members)]]).astype(np.int64)


def stacked_height(crowd_of: Crowd) -> int:
    """How many rows are in use."""
    return int(crowd_of.row.max(initial=-1)) + 1
