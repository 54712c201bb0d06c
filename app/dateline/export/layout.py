"""A picture laid out at its own size: the scene, and where the words around it stand.

Every event that was asked for is in it: when lanes do not fit the least lanes are put together, marks that would touch
gather into clusters, and labels drop; nothing is cut off.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QFont

from dateline.errors import UserError
from dateline.export.flow import PlacedNote, set_below, set_on_pages
from dateline.export.legend import LegendEntry, legend, legend_line_px
from dateline.export.notes import Note, numbered_notes
from dateline.export.request import LOGICAL_DPI, ImageRequest, What
from dateline.model.documents import SourceDocument
from dateline.model.events import Event
from dateline.paint.measure import FontMeasure
from dateline.paint.theme import Theme, ThemeName, theme_for
from dateline.scene.columns import EventColumns, build_columns
from dateline.scene.fitting import fit_all
from dateline.scene.folds import find_folds
from dateline.scene.lanes import LaneAssignment, LaneBy, assign_lanes, merge_smallest
from dateline.scene.measure import TextStyle
from dateline.scene.options import Metrics, Publication, SceneOptions, Size, fold_width_px
from dateline.scene.scale import View, fit_view
from dateline.scene.scene import Scene, build_scene

_POINTS_PER_INCH: Final = 72.0
_MARGIN_SHARE: Final = 0.025
_TITLE_SCALE: Final = 1.6
_LEAST_PICTURE_PX: Final = 110.0
_DESCRIBED: Final = 40  # events
_WHITE: Final = "#ffffff"


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A picture, ready to be drawn on any device; lengths in logical pixels, `pages` at least 1.

    `height_px` is that of the first page: as asked, or more where notes stand below.
    """

    request: ImageRequest
    theme: Theme
    fonts: FontMeasure
    title_fonts: FontMeasure
    scene: Scene
    scene_top: float
    margin: float
    legend: tuple[LegendEntry, ...]
    footer: str
    footer_top: float
    notes: tuple[PlacedNote, ...]
    height_px: float
    pages: int

    @property
    def events_written(self) -> int:
        """How many events are in the picture."""
        return self.scene.counts.single + self.scene.counts.clustered

    @property
    def description(self) -> str:
        """What the picture shows, in a sentence for those who do not see it."""
        titles = (self.scene.columns.label(index) for index in range(min(len(self.scene.columns), _DESCRIBED)))
        told = "; ".join(f"{dates}: {title}" for title, dates in titles)
        more = len(self.scene.columns) - _DESCRIBED
        return f"A timeline of {self.events_written} events. {told}" + (f"; and {more} more." if more > 0 else ".")

    @property
    def clustered(self) -> int:
        """How many of them do not have a mark of their own."""
        return self.scene.counts.clustered


def lay_out(
    events: Sequence[Event], documents: Sequence[SourceDocument], request: ImageRequest, paged: bool = False
) -> Layout:
    """The layout of a picture of those of the events that are asked for.

    `events` are those that pass the filters; only dated ones are drawn. With `paged` notes go to pages of their own.
    Raises UserError where there is nothing to draw, or no room to draw anything.
    """
    asked = asked_events(events, request)
    if not asked:
        raise UserError("There is no event to draw.", "Choose a wider range, or show more events.")
    return _Composer(asked, {document.id: document for document in documents}, request, paged).layout()


def asked_events(events: Sequence[Event], request: ImageRequest) -> tuple[Event, ...]:
    """The events that a request asks for, in the order of time."""
    timed = [event for event in events if event.time is not None]
    if request.what is What.SELECTION:
        timed = [event for event in timed if event.id in request.selected]
    if request.what in {What.VIEW, What.RANGE} and request.range_seconds is not None:
        timed = [event for event in timed if _touches(event, *request.range_seconds)]
    return tuple(timed)


def _touches(event: Event, start: int, end: int) -> bool:
    assert event.time is not None
    first, last = event.time.interval.earliest_start, event.time.interval.latest_end
    return (first is None or first < end) and (last is None or last > start)


class _Composer:
    """The steps of one layout."""

    def __init__(
        self, events: Sequence[Event], documents: Mapping[str, SourceDocument], request: ImageRequest, paged: bool
    ) -> None:
        self.events, self.documents, self.request, self.paged = events, documents, request, paged
        theme = theme_for(request.theme)
        self.theme = replace(theme, canvas=_WHITE) if theme.name is ThemeName.LIGHT else theme
        font = QFont(request.font_family) if request.font_family else QFont()
        font.setPixelSize(max(round(request.font_points * LOGICAL_DPI / _POINTS_PER_INCH), 1))
        self.fonts = FontMeasure(font, hinting=False)
        self.title_fonts = FontMeasure(font, _TITLE_SCALE, hinting=False)
        self.margin: float = round(min(request.width_px, request.height_px) * _MARGIN_SHARE)
        self.inner_px = request.width_px - 2 * self.margin

    def layout(self) -> Layout:
        top = self.margin + self._title_height()
        legend_height = self._legend_height()
        footer_line = self.fonts.line_height(TextStyle.SUBTITLE) if self._has_footer() else 0.0
        room = self.request.height_px - top - legend_height - footer_line - self.margin
        if room < _LEAST_PICTURE_PX or self.inner_px < _LEAST_PICTURE_PX:
            raise UserError("The picture is too small to draw anything.", "Choose a larger size or a smaller text.")
        scene = self._scene(Size(self.inner_px, room))
        notes = self._notes(scene)
        placed = self._placed(notes)
        bottom = max((one.y + one.height for one in placed if one.page == 0), default=0.0)
        height = max(self.request.height_px, bottom + self.margin if bottom else 0.0)
        return Layout(
            request=self.request,
            theme=self.theme,
            fonts=self.fonts,
            title_fonts=self.title_fonts,
            scene=scene,
            scene_top=top,
            margin=self.margin,
            legend=self._legend(top + room),
            footer=self._footer(scene),
            footer_top=top + room + legend_height,
            notes=placed,
            height_px=height,
            pages=1 + max((one.page for one in placed), default=0),
        )

    def _title_height(self) -> float:
        height = self.title_fonts.line_height(TextStyle.TITLE_BOLD) if self.request.title else 0.0
        height += self.fonts.line_height(TextStyle.TITLE) if self.request.subtitle else 0.0
        return height + self.margin * 0.6 if height else 0.0

    def _scene(self, size: Size) -> Scene:
        """The scene of all the events, with fewer lanes where they would not fit."""
        request = self.request
        lanes = assign_lanes(
            self.events, request.lane_by, request.lane_names, request.lane_order, request.collapsed
        )
        while True:
            scene = self._scene_of(build_columns(self.events, lanes, request.year_style), size)
            if scene.content_height_px <= scene.lanes_height_px + 0.5:
                return scene
            if len(lanes.lanes) == 1:
                raise UserError("The picture is too low to draw anything.", "Choose a larger size or a smaller text.")
            lanes = _fewer(lanes, scene)

    def _scene_of(self, columns: EventColumns, size: Size) -> Scene:
        publications = self._publications()
        folds = find_folds(columns, [(one.start, one.end) for one in publications]) if self.request.fold else ()
        numbers = {id_: number for number, id_ in enumerate(columns.ids, start=1)} if self.request.notes else {}
        options = SceneOptions(
            folds=folds, publications=publications, year_style=self.request.year_style, numbers=numbers
        )
        return build_scene(columns, self._view(columns, size, options), size, self.fonts, options)

    def _view(self, columns: EventColumns, size: Size, options: SceneOptions) -> View:
        seen = self.request.range_seconds
        if self.request.what in {What.VIEW, What.RANGE} and seen is not None:
            # So much beyond both ends that the mark of a day that only touches the range is seen whole.
            margin = Metrics.of(self.fonts, size, False).mark * 1.5
            return fit_view(*seen, size.width_px, options.folds, (margin, margin), fold_width_px(size.width_px))
        return fit_all(columns, size, self.fonts, options)

    def _publications(self) -> tuple[Publication, ...]:
        """The dates of the documents that back the events, where they lie in what is seen."""
        if not self.request.publications:
            return ()
        wanted = dict.fromkeys(document for event in self.events for document in event.documents)
        found = []
        for document in (self.documents[id_] for id_ in wanted if id_ in self.documents):
            interval = document.published.interval if document.published else None
            if interval is not None and interval.earliest_start is not None and interval.latest_end is not None:
                name = document.title or document.name
                found.append(Publication(document.id, name, interval.earliest_start, interval.latest_end))
        return tuple(found)

    def _legend(self, top: float) -> tuple[LegendEntry, ...]:
        return legend(self.events, self.fonts, self.margin, top, self.inner_px) if self.request.legend else ()

    def _legend_height(self) -> float:
        entries = self._legend(0.0)
        return entries[-1].y + legend_line_px(self.fonts) if entries else 0.0

    def _has_footer(self) -> bool:
        return bool(self.request.filter_words or self.request.legend)

    def _footer(self, scene: Scene) -> str:
        """How many events there are, and what is hidden, in words."""
        if not self._has_footer():
            return ""
        count = len(self.events)
        told = f"{count} event" + ("s" if count != 1 else "")
        if scene.counts.clustered:
            told += f", {scene.counts.clustered} of them gathered"
        return f"{told} · {self.request.filter_words}" if self.request.filter_words else told

    def _notes(self, scene: Scene) -> tuple[Note, ...]:
        if not self.request.notes:
            return ()
        by_id = {event.id: event for event in self.events}
        ordered = [by_id[id_] for id_ in scene.columns.ids]
        gathered = {
            scene.columns.ids[index]: len(scene.clusters.of(place))
            for place in range(len(scene.clusters))
            for index in scene.clusters.of(place).tolist()
        }
        return numbered_notes(ordered, self.documents, self.request.year_style, gathered)

    def _placed(self, notes: Sequence[Note]) -> tuple[PlacedNote, ...]:
        if self.paged:
            size = self.inner_px, self.request.height_px - 2 * self.margin
            return set_on_pages(notes, self.margin, self.margin, size, self.fonts, self.theme)
        top = self.request.height_px + self.margin * 0.5
        return set_below(notes, self.margin, top, self.inner_px, self.fonts, self.theme)


def _fewer(lanes: LaneAssignment, scene: Scene) -> LaneAssignment:
    """About as many lanes as there is room for; one without a header at last."""
    share = scene.lanes_height_px / scene.content_height_px
    keep = min(int(len(lanes.lanes) * share), len(lanes.lanes) - 1)
    merged = merge_smallest(lanes, keep)
    return replace(merged, by=LaneBy.NONE) if len(merged.lanes) == 1 else merged

