"""The contents of all lanes put together into the arrays of the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

import numpy as np
from numpy.typing import DTypeLike, NDArray

from dateline.scene.columns import EventColumns, Ints
from dateline.scene.lanelayout import Content
from dateline.scene.measure import Measure, TextStyle
from dateline.scene.options import Metrics, SceneOptions
from dateline.scene.parts import MIXED_GROUP, Clusters, Label, Marks
from dateline.scene.shapes import STYLE_OF, Outlines

_BADGE_PADDING_PX: Final = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class LanePart:
    """A lane that is drawn with marks: the shapes of its events, and where they go."""

    lane: int
    shapes: Outlines
    content: Content


def all_marks(
    parts: Sequence[LanePart], columns: EventColumns, options: SceneOptions, selected: Ints, width_px: float
) -> Marks:
    """The single marks of all lanes, without those that are beside the picture."""
    singles = [(part.shapes, part.content.single) for part in parts]
    left = _joined([shapes.left[single] for shapes, single in singles], np.float64)
    right = _joined([shapes.right[single] for shapes, single in singles], np.float64)
    y = _joined([part.content.y for part in parts], np.float64)
    inside = (right > 0) & (left < width_px)
    index = _joined([shapes.index[single] for shapes, single in singles], np.int64)[inside]
    nothing = np.zeros(len(index), np.bool_)
    return Marks(
        index=index,
        left=np.maximum(left[inside], 0.0),
        right=np.minimum(right[inside], width_px),
        x=_joined([shapes.x[single] for shapes, single in singles], np.float64)[inside],
        y=y[inside],
        stops=_joined([shapes.stops[single] for shapes, single in singles], np.float64, 4)[inside],
        alphas=_joined([shapes.alphas[single] for shapes, single in singles], np.float64, 4)[inside],
        light=_joined([shapes.light[single] for shapes, single in singles], np.bool_)[inside],
        group=columns.group[index],
        style=STYLE_OF[columns.factuality[index]],
        review=columns.review[index],
        documents=columns.documents[index],
        number=_numbers(columns, options, index),
        dimmed=nothing if options.dimmed is None else options.dimmed[index],
        selected=np.isin(index, selected) if len(selected) else nothing,
        matched=nothing if options.matches is None else options.matches[index],
    )


def _numbers(columns: EventColumns, options: SceneOptions, index: Ints) -> Ints:
    """The numbers of the notes of some events, int64 (M,), 0 where there is none."""
    if not options.numbers:
        return np.zeros(len(index), np.int64)
    return np.array([options.numbers.get(columns.ids[one], 0) for one in index.tolist()], np.int64)


def all_labels(parts: Sequence[LanePart], marks: Marks) -> tuple[Label, ...]:
    """The labels of all marks that are in the picture."""
    seen = set(marks.index.tolist())
    return tuple(label for part in parts for label in part.content.labels if label.index in seen)


def all_clusters(
    parts: Sequence[LanePart],
    columns: EventColumns,
    options: SceneOptions,
    selected: Ints,
    measure: Measure,
    metrics: Metrics,
) -> Clusters:
    """The clusters of all lanes."""
    members = _joined([part.shapes.index[part.content.members] for part in parts], np.int64)
    sizes = _joined([np.diff(part.content.first) for part in parts], np.int64)
    first = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    widths = [badge_width(count, measure, metrics) for count in sizes.tolist()]
    matches = np.zeros(len(columns), np.bool_) if options.matches is None else options.matches
    y = [np.full(len(part.content.cluster_x), part.content.cluster_y) for part in parts]
    return Clusters(
        x=_joined([part.content.cluster_x for part in parts], np.float64),
        y=_joined(y, np.float64),
        width=np.array(widths, np.float64),
        count=sizes,
        group=_common_group(columns.group[members], first),
        members=members,
        first=first,
        matched=_any(matches[members], first),
        selected=_any(np.isin(members, selected), first),
    )


def badge_text(count: int) -> str:
    """A number in at most four characters: 999, 1.2k, 35k, 2M."""
    if count < 1000:
        return str(count)
    size, letter = (1000, "k") if count < 1_000_000 else (1_000_000, "M")
    return f"{count / size:.1f}{letter}" if count < 10 * size else f"{count // size}{letter}"


def badge_width(count: int, measure: Measure, metrics: Metrics) -> float:
    """Width of a cluster's badge, which is at least round."""
    return float(ceil(max(measure.width(badge_text(count), TextStyle.BADGE) + _BADGE_PADDING_PX, metrics.line + 3.0)))


def _common_group(groups: NDArray[np.uint8], first: Ints) -> NDArray[np.uint8]:
    """The group that all events of a cluster share, or MIXED_GROUP, uint8 (K,)."""
    if not len(groups):
        return np.empty(0, np.uint8)
    low, high = np.minimum.reduceat(groups, first[:-1]), np.maximum.reduceat(groups, first[:-1])
    return np.where(low == high, low, MIXED_GROUP).astype(np.uint8)


def _any(flags: NDArray[np.bool_], first: Ints) -> NDArray[np.bool_]:
    """Whether a flag is set in each cluster, bool (K,)."""
    return np.logical_or.reduceat(flags, first[:-1]) if len(flags) else np.empty(0, np.bool_)


def _joined(arrays: Sequence[NDArray[Any]], dtype: DTypeLike, columns: int = 0) -> NDArray[Any]:
    empty = np.empty((0, columns) if columns else 0, dtype)
    return np.concatenate([empty, *arrays])
