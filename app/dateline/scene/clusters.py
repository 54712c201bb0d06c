"""Crowds: marks of one lane in a few rows, and those that find no row gathered into clusters with their number.

Everything here is done for all events at once. The bins are fixed in time, not in the window, so that panning does not
regroup anything.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from dateline.scene.columns import Floats, Ints, Mask, each_once
from dateline.scene.shapes import Outlines

BIN_MARKS: Final = 1.15  # width of a bin in marks: two marks two bins apart never touch
_WIDE_BINS: Final = 3  # a cluster's badge has the room of three bins
_MOST_BARS: Final = 250  # of one lane: the rest is gathered instead of stacked one by one
_MOST_BAR_ROWS: Final = 40


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


@dataclass(frozen=True, slots=True, eq=False)
class Binned:
    """What does not depend on the number of rows: M marks' bins, int64, and the rows bars would take if all were free.

    `bar_row`: int64 (bars,), -1 for those that were not even tried.
    """

    has_bar: Mask
    bins: Ints
    bar_row: Ints
    origin_px: float
    bin_px: float

    @property
    def needed_rows(self) -> int:
        """In how many rows everything would be single."""
        bars = int(self.bar_row.max(initial=-1)) + 1
        points = self.bins[~self.has_bar]
        if not len(points):
            return bars
        return bars + max(int((2 * _rank_in_bin(points) + (points & 1)).max()) + 1, 2)


def binned(shapes: Outlines, mark_px: float, origin_px: float, width_px: float) -> Binned:
    """The bins of marks; `origin_px` is where they begin: a fixed instant."""
    has_bar = ~np.isnan(shapes.stops[:, 0])
    bin_px = mark_px * BIN_MARKS
    centre = np.where(has_bar, _visible_centre(shapes, width_px), np.nan_to_num(shapes.x))
    bins = np.floor((centre - origin_px) / bin_px).astype(np.int64)
    bar_row = _bar_rows(shapes.left[has_bar], shapes.right[has_bar], mark_px * 0.4)
    return Binned(has_bar, bins, bar_row, origin_px, bin_px)


def crowd(marks: Binned, rows: int) -> Crowd:
    """Rows for marks, `rows` (at least 2) at most; bars take the upper rows, points the rest.

    In a bin the points are stacked, in even bins in even rows, in odd bins in odd ones, so that neighbours never touch.
    A wide bin in which one bin overflows becomes one cluster.
    """
    wide = marks.bins // _WIDE_BINS
    row = np.full(len(marks.bins), -1, np.int64)
    points = ~marks.has_bar
    # First-fit with fewer rows puts a bar either where it lies with all of them, or nowhere.
    badges = bool(points.any()) or bool((marks.bar_row < 0).any()) or int(marks.bar_row.max(initial=-1)) >= rows
    most = max(rows - 2, 0) if badges else rows
    row[marks.has_bar] = np.where(marks.bar_row < most, marks.bar_row, -1)
    taken = int(row.max(initial=-1)) + 1
    if points.any():
        without_row = each_once(wide[marks.has_bar & (row < 0)])
        row[points] = _point_rows(marks.bins[points], wide[points], taken, rows - taken, without_row)
    return Crowd(row, wide, marks.origin_px, marks.bin_px * _WIDE_BINS, taken)


def _visible_centre(shapes: Outlines, width_px: float) -> Floats:
    return (np.clip(shapes.left, 0, width_px) + np.clip(shapes.right, 0, width_px)) / 2


def _bar_rows(left: Floats, right: Floats, apart_px: float) -> Ints:
    """First-fit rows of bars, int64; -1 where there are too many bars or rows."""
    result = np.full(len(left), -1, np.int64)
    free_from: list[float] = []
    order = np.argsort(left, kind="stable")[:_MOST_BARS]
    for place, start, end in zip(order.tolist(), left[order].tolist(), right[order].tolist(), strict=True):
        free_row = len(free_from)
        for row, free in enumerate(free_from):
            if free <= start:
                free_row = row
                break
        if free_row == _MOST_BAR_ROWS:
            continue
        if free_row == len(free_from):
            free_from.append(0.0)
        free_from[free_row] = end + apart_px
        result[place] = free_row
    return result


def _point_rows(bins: Ints, wide: Ints, first_row: int, rows: int, lost: Ints) -> Ints:
    """Rows from `first_row` on for points by their bins, -1 for all of a wide bin that is `lost` or overflows."""
    rank = _rank_in_bin(bins)
    parity = bins & 1
    room = np.where(parity == 0, (rows + 1) // 2, rows // 2)
    overflowing = each_once(wide[rank >= room])
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


def joined(placed: Crowd) -> Crowd:
    """The same crowd without clusters of one: a bar alone in its cluster is counted in the one that is nearest.

    Nothing changes where there is no other cluster.
    """
    left = np.flatnonzero(placed.row < 0)
    found, back, counts = np.unique(placed.wide_bin[left], return_inverse=True, return_counts=True)
    if len(found) < 2 or counts.min() > 1:
        return placed
    target, sizes = found.copy(), counts.copy()
    for place in np.flatnonzero(counts == 1).tolist():
        if sizes[place] > 1:  # something came to it
            continue
        beside = [other for other in (place - 1, place + 1) if 0 <= other < len(found)]
        nearest = min(beside, key=lambda other: abs(int(target[other] - found[place])))
        target[place] = target[nearest]
        sizes[np.searchsorted(found, target[nearest])] += 1
    wide_bin = placed.wide_bin.copy()
    wide_bin[left] = target[back]
    return replace(placed, wide_bin=wide_bin)


def stacked_height(crowd_of: Crowd) -> int:
    """How many rows are in use."""
    return int(crowd_of.row.max(initial=-1)) + 1
