"""A scene: everything that is painted, in pixels, and the answer to what is where. It is computed in `scene`."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from dateline.scene.columns import EventColumns, Ints, each_once
from dateline.scene.hits import (
    NO_HIT,
    Hit,
    HitKind,
    cluster_at,
    fold_at,
    label_at,
    lane_header_at,
    mark_at,
    publication_at,
    strip_at,
)
from dateline.scene.options import Metrics, SceneOptions, Size
from dateline.scene.parts import ActivityStrip, Clusters, Counts, FoldBand, Label, LaneBand, Marks, PublicationLine
from dateline.scene.scale import TimeScale
from dateline.scene.ticks import Tick
from dateline.scene.visible import visible_indexes

_LEAST_GAP_PX: Final = 24.0  # between documents' lines, on average
_SHORT_LINE_PX: Final = 8.0
_STRIP_REACH_PX: Final = 3.0


@dataclass(frozen=True, eq=False)
class Scene:
    """What is drawn, in logical pixels from the top left corner of the picture.

    The axis takes the first `metrics.axis` pixels, documents' names the last `metrics.footer`; lanes lie between and
    may reach beyond them, scrolled by `options.scroll_px`; `content_height_px` is the height of all of them.
    """

    columns: EventColumns
    options: SceneOptions
    size: Size
    scale: TimeScale
    metrics: Metrics
    lanes: tuple[LaneBand, ...]
    marks: Marks
    clusters: Clusters
    strips: tuple[ActivityStrip, ...]
    labels: tuple[Label, ...]
    major: tuple[Tick, ...]
    minor: tuple[Tick, ...]
    folds: tuple[FoldBand, ...]
    publications: tuple[PublicationLine, ...]
    counts: Counts
    content_height_px: float

    @property
    def lanes_height_px(self) -> float:
        """The height that is there for lanes; scrolling makes sense where the content is higher."""
        return self.size.height_px - self.metrics.axis - self.metrics.footer

    @property
    def lines_top_px(self) -> float:
        """Where the documents' lines begin: below the axis, or, where so many would hatch the picture and hide the
        marks, just above their names.
        """
        if len(self.publications) * _LEAST_GAP_PX <= self.size.width_px:
            return self.metrics.axis
        return self.size.height_px - self.metrics.footer - _SHORT_LINE_PX

    def hit(self, x_px: float, y_px: float) -> Hit:
        """What is at a point of the picture."""
        if y_px >= self.size.height_px - self.metrics.footer:
            return self._line_hit(x_px, on_names=True)
        if y_px >= self.metrics.axis:
            if (event := self._event_at(x_px, y_px)) is not None:
                return Hit(HitKind.EVENT, (self.columns.ids[event],))
            if (members := self._members_at(x_px, y_px)) is not None:
                return Hit(HitKind.CLUSTER, tuple(self.columns.ids[index] for index in members.tolist()))
        if (fold := fold_at(self.folds, x_px)) is not None:
            return Hit(HitKind.FOLD, fold=fold)
        is_drawn = self.lines_top_px <= max(y_px, self.metrics.axis)
        found = self._line_hit(x_px, on_names=False) if is_drawn else NO_HIT
        if found.kind is HitKind.NOTHING and y_px >= self.metrics.axis:
            lane = lane_header_at(self.lanes, y_px, self.metrics.header)
            return found if lane is None else Hit(HitKind.LANE, lane=lane.key)
        return found

    def _event_at(self, x_px: float, y_px: float) -> int | None:
        found = mark_at(self.marks, self.metrics.mark / 2, x_px, y_px)
        return found if found is not None else label_at(self.labels, x_px, y_px)

    def _members_at(self, x_px: float, y_px: float) -> Ints | None:
        """Indexes of the events of the badge at a point, or of those that go on there in a strip of activity."""
        cluster = cluster_at(self.clusters, self.metrics.mark / 2, x_px, y_px)
        if cluster is not None:
            return self.clusters.of(cluster)
        strip = strip_at(self.strips, x_px, y_px)
        if strip is None:
            return None
        first = self.scale.to_seconds(x_px - _STRIP_REACH_PX)
        last = max(self.scale.to_seconds(x_px + _STRIP_REACH_PX), first + 1)
        return visible_indexes(self.columns, strip.lane, first, last)

    def _line_hit(self, x_px: float, on_names: bool) -> Hit:
        line = publication_at(self.publications, x_px, on_names)
        return NO_HIT if line is None else Hit(HitKind.PUBLICATION, line.documents)

    def visible_ids(self) -> tuple[str, ...]:
        """Ids of the events that are drawn singly or in clusters, in the order of time; strips of activity not."""
        shown = each_once(np.concatenate([self.marks.index, self.clusters.members]))
        return tuple(self.columns.ids[index] for index in shown.tolist())

    def mark_rect(self, event_id: str) -> tuple[float, float, float, float] | None:
        """Left, top, width and height of an event's mark or of the cluster it is in, or None where it is not drawn."""
        index = self.columns.index_of.get(event_id)
        place = None if index is None else self._mark_of.get(index)
        half = self.metrics.mark / 2
        if place is not None:
            left, right = float(self.marks.left[place]), float(self.marks.right[place])
            return left, float(self.marks.y[place]) - half, right - left, 2 * half
        inside = np.flatnonzero(self.clusters.members == index) if index is not None else np.empty(0, np.int64)
        if not len(inside):
            return None
        cluster = int(np.searchsorted(self.clusters.first, inside[0], side="right")) - 1
        width = float(self.clusters.width[cluster])
        return float(self.clusters.x[cluster]) - width / 2, float(self.clusters.y[cluster]) - half, width, 2 * half

    @cached_property
    def _mark_of(self) -> dict[int, int]:
        return {index: place for place, index in enumerate(self.marks.index.tolist())}
