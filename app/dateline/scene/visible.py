"""Which events are in view: counted without looking at them, and found without looking at all."""

from typing import Final

import numpy as np

from dateline.scene.columns import EventColumns, Ints
from dateline.scene.scale import TimeScale

_LAST: Final = 2**62


def visible_counts(columns: EventColumns, start: int, end: int) -> Ints:
    """How many events of each lane touch [start, end) (seconds), int64 (lanes,)."""
    counts = [
        np.searchsorted(starts, end) - np.searchsorted(ends, start, side="right")
        for starts, ends in zip(columns.lane_starts, columns.lane_ends, strict=True)
    ]
    return np.array(counts, np.int64)


def visible_indexes(columns: EventColumns, lane: int, start: int, end: int) -> Ints:
    """Indexes of the events of a lane that touch [start, end), int64, ascending.

    Each class of lengths is sorted by start: what touches the window starts at most its greatest length before it.
    """
    found = []
    for members in columns.duration_classes[lane]:
        low = np.searchsorted(members.starts, max(start - members.longest, -_LAST))
        high = np.searchsorted(members.starts, end)
        candidates = members.indexes[low:high]
        found.append(candidates[columns.latest_end[candidates] > start])
    return np.sort(np.concatenate(found)) if found else np.empty(0, np.int64)


def widened(scale: TimeScale, by_px: float) -> tuple[int, int]:
    """The instants some pixels beyond the left and the right edge."""
    return scale.to_seconds(-by_px), max(scale.to_seconds(scale.width_px + by_px), scale.to_seconds(-by_px) + 1)


def activity(columns: EventColumns, lane: int, scale: TimeScale) -> Ints:
    """How many events of a lane go on in each column of pixels, int64 (width,): starts so far minus ends so far."""
    edges = column_edges(scale)
    started = np.searchsorted(columns.lane_starts[lane], edges[1:])
    ended = np.searchsorted(columns.lane_ends[lane], edges[:-1], side="right")
    return (started - ended).astype(np.int64)


def column_edges(scale: TimeScale) -> Ints:
    """The instants at the edges of the columns of pixels, int64 (width + 1,)."""
    columns = int(np.ceil(scale.width_px))
    px = np.arange(columns + 1, dtype=np.float64)
    ranges = scale.open_ranges
    lefts = np.array([scale.px(start) for start, _ in ranges])
    starts = np.array([start for start, _ in ranges], np.int64)
    ends = np.array([end for _, end in ranges], np.int64)
    place = np.maximum(np.searchsorted(lefts, px, side="right") - 1, 0)
    offsets = np.maximum((px - lefts[place]) * scale.view.seconds_per_px, 0.0).astype(np.int64)
    return np.asarray(np.minimum(starts[place] + offsets, ends[place]), np.int64)
