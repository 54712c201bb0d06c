"""The whole scene, computed from columns, a view and a size. Pure; nothing is remembered."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from dateline.model.events import ReviewState
from dateline.scene.assembly import LanePart, all_clusters, all_labels, all_marks
from dateline.scene.clusters import binned
from dateline.scene.columns import REVIEWS, EventColumns, Floats, Ints
from dateline.scene.drawn import Scene
from dateline.scene.frame import Box, fold_bands, publication_lines
from dateline.scene.heights import share_height
from dateline.scene.labels import LabelMaker
from dateline.scene.lanelayout import Content, CrowdDraft, DetailDraft, Draft, EmptyDraft, LaneInput, StripDraft
from dateline.scene.measure import Measure, TextStyle, elided
from dateline.scene.options import Metrics, SceneOptions, Size
from dateline.scene.parts import TICK_PX, ActivityStrip, Clusters, Counts, FoldBand, Label, LaneBand
from dateline.scene.rows import Room
from dateline.scene.scale import TimeScale, View
from dateline.scene.shapes import Outlines, outlines
from dateline.scene.ticks import calendar_ticks
from dateline.scene.visible import activity, visible_counts, visible_indexes, widened

__all__ = ["Scene", "build_scene"]

MOST_DETAILED: Final = 160  # events: up to here every one is considered for a label
MOST_MARKS: Final = 3000  # events: beyond that the fuller lanes become strips of activity
_FULL_LANE: Final = 300
_ACCEPTED: Final = REVIEWS.index(ReviewState.ACCEPTED)
_HEADER_INSET_PX: Final = 10.0


def build_scene(
    columns: EventColumns, view: View, size: Size, measure: Measure, options: SceneOptions | None = None
) -> Scene:
    """The scene of some events in a view; the events of `columns` are those that are shown (dimmed ones included)."""
    return _Builder(columns, view, size, measure, options or SceneOptions()).scene()


def build_labels(
    columns: EventColumns, view: View, size: Size, measure: Measure, options: SceneOptions
) -> tuple[Label, ...]:
    """The labels that the scene of a view which shows all events would have, at the half of its cost."""
    laid_out = _Builder(columns, view, size, measure, options).laid_out()
    return tuple(label for part in laid_out.parts for label in part.content.labels)


class _LaidOut(NamedTuple):
    """The lanes from top to bottom, those of them in the picture, the contents of these, how many events of each lane
    are in view, and which lanes are drawn as strips of activity.
    """

    bands: Sequence[LaneBand]
    seen: Sequence[LaneBand]
    parts: Sequence[LanePart]
    counts: Ints
    strip_lanes: frozenset[int]


class _Builder:
    """The steps of one scene, and what they share."""

    def __init__(
        self, columns: EventColumns, view: View, size: Size, measure: Measure, options: SceneOptions
    ) -> None:
        self.columns, self.size, self.measure, self.options = columns, size, measure, options
        self.metrics = Metrics.of(measure, size, bool(options.publications))
        self.scale = TimeScale(view, options.folds, size.width_px, self.metrics.fold)
        self.selected = columns.indexes(options.selected) if options.selected else np.empty(0, np.int64)
        self.window = widened(self.scale, self.metrics.mark / 2)
        self.room = Room(size.width_px, self._stretches())
        self.maker = LabelMaker(
            columns, measure, self.metrics, options, frozenset(self.selected.tolist()), size.width_px
        )
        self.origin_px = self.scale.px(columns.span[0]) if columns.span else 0.0
        self.available_px = size.height_px - self.metrics.axis - self.metrics.footer
        self.headers = options.lane_headers and columns.lanes.has_headers

    def _stretches(self) -> tuple[tuple[float, float], ...]:
        found = tuple((self.scale.px(start), self.scale.px(end)) for start, end in self.scale.open_ranges)
        return found or ((0.0, self.size.width_px),)

    def laid_out(self) -> _LaidOut:
        """Where everything of the lanes goes."""
        counts = visible_counts(self.columns, *self.window)
        strip_lanes = self._strip_lanes(counts)
        drafts, shapes = self._drafts(counts, strip_lanes)
        bands, chosen, heights = self._bands(drafts)
        seen = [band for band in bands if self._seen(band)]
        parts = [
            LanePart(band.lane, shapes[band.lane], self._content(drafts, chosen, heights, band))
            for band in seen
            if band.lane in shapes
        ]
        return _LaidOut(bands, seen, parts, counts, strip_lanes)

    def scene(self) -> Scene:
        """Everything."""
        bands, seen, parts, counts, strip_lanes = self.laid_out()
        taken = {part.lane: part.content for part in parts}
        strips = tuple(
            self._strip(band, int(counts[band.lane]), taken.get(band.lane)) for band in seen if band.lane in strip_lanes
        )
        marks = all_marks(parts, self.columns, self.options, self.selected, self.size.width_px)
        clusters = all_clusters(parts, self.columns, self.options, self.selected, self.measure, self.metrics)
        clustered = len(clusters.members) + sum(strip.events for strip in strips)
        major, minor = calendar_ticks(self.scale, self.measure, self.options.year_style)
        return Scene(
            columns=self.columns,
            options=self.options,
            size=self.size,
            scale=self.scale,
            metrics=self.metrics,
            lanes=tuple(seen),
            marks=marks,
            clusters=clusters,
            strips=strips,
            labels=all_labels(parts, marks),
            major=major,
            minor=minor,
            folds=self._folds(seen, clusters),
            publications=publication_lines(self.options.publications, self.scale, self.measure),
            counts=Counts(len(marks), clustered, len(self.columns) - len(marks) - clustered),
            content_height_px=sum(band.bottom - band.top for band in bands),
        )

    def _seen(self, band: LaneBand) -> bool:
        return band.bottom > self.metrics.axis and band.rows_top < self.size.height_px - self.metrics.footer

    def _strip_lanes(self, counts: Ints) -> frozenset[int]:
        """The lanes that are drawn as strips of activity: the collapsed and, in a crowd, the full ones."""
        crowded = int(counts.sum()) > MOST_MARKS
        lanes = enumerate(self.columns.lanes.lanes)
        return frozenset(n for n, lane in lanes if lane.collapsed or (crowded and counts[n] > _FULL_LANE))

    def _drafts(self, counts: Ints, strip_lanes: frozenset[int]) -> tuple[list[Draft], dict[int, Outlines]]:
        """A draft for each lane, and the shapes of its events; of a strip's events only the most salient have any."""
        detailed = self._detailed()
        found: dict[int, Ints] = {}
        for number, lane in enumerate(self.columns.lanes.lanes):
            if number not in strip_lanes:
                found[number] = visible_indexes(self.columns, number, *(detailed or self.window))
            elif not lane.collapsed:
                found[number] = self._salient(number)
        shapes = self._shapes(found)
        drafts: list[Draft] = []
        for number in range(len(counts)):
            if number in strip_lanes:
                drafts.append(self._strip_draft(number, shapes))
            else:
                drafts.append(self._draft(number, shapes[number], detailed is not None))
        return drafts, shapes

    def _salient(self, lane: int) -> Ints:
        """Those of the most salient events that lie in a lane and in view, and the selected ones."""
        columns = self.columns
        some = np.union1d(columns.most_salient, self.selected)
        some = some[columns.lane[some] == lane]
        first, last = self.window
        in_view = (columns.earliest_start[some] < last) & (columns.latest_end[some] > first)
        return np.asarray(some[in_view], np.int64)

    def _strip_draft(self, lane: int, shapes: dict[int, Outlines]) -> Draft:
        if lane not in shapes:
            return EmptyDraft([self.metrics.line * 0.7])
        return StripDraft(shapes[lane], self.maker, self.room, self.metrics)

    def _shapes(self, found: dict[int, Ints]) -> dict[int, Outlines]:
        """The shapes of the events of each lane, worked out for all at once."""
        if not found:
            return {}
        indexes = np.concatenate(list(found.values()))
        together = outlines(self.columns, indexes, self.scale, self.metrics.mark, self._number_px())
        cuts = np.cumsum([len(indexes) for indexes in found.values()])[:-1]
        return dict(zip(found, together.split(cuts), strict=True))

    def _number_px(self) -> Floats | None:
        """The room for the number of each event's note, float64 (N,), or None where there are no notes."""
        if not self.options.numbers:
            return None
        numbers = (self.options.numbers.get(id_) for id_ in self.columns.ids)
        widths = (0.0 if number is None else self._note_width(number) for number in numbers)
        accepted = self.columns.review == _ACCEPTED
        return np.fromiter(widths, np.float64, len(self.columns)) + np.where(accepted, TICK_PX, 0.0)

    def _note_width(self, number: int) -> float:
        return self.measure.width(str(number), TextStyle.NOTE) + 2.0

    def _draft(self, lane: int, shapes: Outlines, detailed: bool) -> Draft:
        marks = binned(shapes, self.metrics.mark, self.origin_px, self.size.width_px)
        given = LaneInput(shapes, marks, self.maker, self.room, self.metrics, *self._header(lane))
        return DetailDraft(given) if detailed and len(marks.bins) else CrowdDraft(given)

    def _content(
        self, drafts: Sequence[Draft], chosen: Sequence[int], heights: Sequence[float], band: LaneBand
    ) -> Content:
        return drafts[band.lane].content(chosen[band.lane], heights[band.lane], band.rows_top)

    def _detailed(self) -> tuple[int, int] | None:
        """The window whose events are all placed one by one, or None where they are too many.

        It is wider than the picture where they are few, so that panning moves nothing from its row.
        """
        for window in (widened(self.scale, self.size.width_px / 2), self.window):
            if int(visible_counts(self.columns, *window).sum()) <= MOST_DETAILED:
                return window
        return None

    def _bands(self, drafts: Sequence[Draft]) -> tuple[list[LaneBand], list[int], list[float]]:
        """The lanes' bands from top to bottom, the level chosen for each and the height of its rows."""
        header = self.metrics.header if self.headers else 0.0
        gap = round(self.metrics.gap / 2)
        room = self.available_px - len(drafts) * (header + gap)
        chosen, heights = share_height(
            [draft.heights for draft in drafts], room, lambda lane, place: drafts[lane].loss(place)
        )
        total = sum(heights) + len(heights) * (header + gap)
        top = self.metrics.axis - min(self.options.scroll_px, max(total - self.available_px, 0.0))
        bands = []
        for number, (lane, height) in enumerate(zip(self.columns.lanes.lanes, heights, strict=True)):
            bottom = top + header + height + gap
            name = self._name(number)
            bands.append(LaneBand(number, lane.key, name, top, top + header, bottom, lane.collapsed, lane.events))
            top = bottom
        return bands, chosen, heights

    def _name(self, lane: int) -> str:
        """What stands in a lane's header."""
        if not self.headers:
            return ""
        name = self.columns.lanes.lanes[lane].name
        return elided(name, TextStyle.LANE, self.size.width_px - 2 * _HEADER_INSET_PX, self.measure)

    def _header(self, lane: int) -> tuple[float, float]:
        """How high a lane's header is, and how far its name reaches."""
        if not self.headers:
            return 0.0, 0.0
        return self.metrics.header, 2 * _HEADER_INSET_PX + self.measure.width(self._name(lane), TextStyle.LANE)

    def _folds(self, bands: Sequence[LaneBand], clusters: Clusters) -> tuple[FoldBand, ...]:
        """The tears, their words clear of the lanes' names and of badges."""
        taken: list[Box] = [
            (0.0, band.top, _HEADER_INSET_PX * 2 + self.measure.width(band.name, TextStyle.LANE), band.rows_top)
            for band in bands
            if band.name
        ]
        if self.scale.folds:
            half, high = clusters.width / 2, self.metrics.line
            edges = (clusters.x - half, clusters.y - high, clusters.x + half, clusters.y + high)
            taken += zip(*(edge.tolist() for edge in edges), strict=True)
        bottom = self.size.height_px - self.metrics.footer
        return fold_bands(self.scale, self.metrics.axis, bottom, taken, self.measure)

    def _strip(self, band: LaneBand, events: int, above: Content | None) -> ActivityStrip:
        """The strip of a lane, below the marks above it; those are not counted in it."""
        padding = 1.0 if band.collapsed else self.metrics.gap / 2
        top = band.rows_top + padding + (above.taken_px if above else 0.0)
        singles = len(above.single) if above else 0
        counts = activity(self.columns, band.lane, self.scale)
        group = self.columns.lane_groups[band.lane]
        return ActivityStrip(band.lane, top, band.bottom - padding - top, counts, group, events - singles)
