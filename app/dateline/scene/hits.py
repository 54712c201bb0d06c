"""What is at a point of the picture: marks, badges, labels, tears and lines, each tested by itself."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np

from dateline.scene.folds import Fold
from dateline.scene.parts import ActivityStrip, Clusters, FoldBand, Label, LaneBand, Marks, PublicationLine

_LEAST_PX: Final = 11.0  # half of what a finger or a shaky hand hits
_LINE_PX: Final = 4.0


class HitKind(StrEnum):
    """What can be hit."""

    EVENT = "event"
    CLUSTER = "cluster"
    FOLD = "fold"
    PUBLICATION = "publication"
    LANE = "lane"
    NOTHING = "nothing"


class Hit(NamedTuple):
    """What was hit: ids of the event or of a cluster's events, of documents; the fold; the lane's key."""

    kind: HitKind
    ids: tuple[str, ...] = ()
    fold: Fold | None = None
    lane: str | None = None


NO_HIT: Final = Hit(HitKind.NOTHING)


def mark_at(marks: Marks, half_px: float, x: float, y: float) -> int | None:
    """The index of the event whose mark is at a point, the nearest where several are within reach."""
    if not len(marks):
        return None
    reach = max(half_px, _LEAST_PX)
    beside = np.maximum(np.maximum(marks.left - x, x - marks.right), 0.0)
    above = np.abs(marks.y - y)
    # Across a row the whole row counts, along it only what is near: rows lie close, and bars are long.
    distance = np.where((above <= half_px + 2) & (beside <= reach - half_px), np.hypot(beside, above), np.inf)
    points = marks.has_point & (np.hypot(np.nan_to_num(marks.x, nan=np.inf) - x, above) <= reach)
    distance = np.where(points, np.hypot(np.nan_to_num(marks.x) - x, above) / 2, distance)
    nearest = int(np.argmin(distance))
    return int(marks.index[nearest]) if np.isfinite(distance[nearest]) else None


def label_at(labels: Sequence[Label], x: float, y: float) -> int | None:
    """The index of the event whose label is at a point."""
    return next((label.index for label in labels if label.overlaps(x, y, x, y)), None)


def cluster_at(clusters: Clusters, half_px: float, x: float, y: float) -> int | None:
    """The place of the cluster whose badge is at a point."""
    if not len(clusters):
        return None
    inside = (np.abs(clusters.x - x) <= clusters.width / 2 + 2) & (np.abs(clusters.y - y) <= half_px + 4)
    return int(np.argmax(inside)) if inside.any() else None


def strip_at(strips: Sequence[ActivityStrip], x: float, y: float) -> ActivityStrip | None:
    """The strip of activity at a point, where something goes on."""
    for strip in strips:
        if strip.top <= y <= strip.top + strip.height:
            low, high = max(int(x) - 2, 0), int(x) + 3
            return strip if strip.counts[low:high].any() else None
    return None


def fold_at(folds: Sequence[FoldBand], x: float) -> Fold | None:
    """The fold whose tear is at a pixel."""
    return next((band.fold for band in folds if band.left <= x <= band.right), None)


def publication_at(lines: Sequence[PublicationLine], x: float, on_names: bool) -> PublicationLine | None:
    """The document's line at a pixel, or the one whose name is there."""
    if on_names:
        for line in lines:
            if line.name and line.text_px <= x <= line.text_px + line.text_width_px:
                return line
    return next((line for line in lines if abs(line.x - x) <= _LINE_PX), None)


def lane_header_at(lanes: Sequence[LaneBand], y: float, header_px: float) -> LaneBand | None:
    """The lane whose header, which reaches over the whole width, is at a height."""
    return next((lane for lane in lanes if lane.name and lane.top <= y < lane.top + header_px), None)
