"""What the keys, the menus and the buttons do on the timeline. Each verb is a method without arguments, named as in
`keys`.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QCursor

from dateline.gui.canvas.navigation import Box, above_or_below, beside, first_and_last
from dateline.gui.canvas.reveal import revealing_view, scroll_into_view
from dateline.model.events import ReviewState
from dateline.scene.folds import Fold

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas
    from dateline.gui.canvas.sight import Sight

ZOOM_STEP: Final = 1.6
_PAGE_SHARE: Final = 0.85  # of the width, so that what stood at one edge is still seen at the other
_SPAN_MARGIN_PX: Final = 120.0


class CanvasVerbs:
    """The verbs of one canvas."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        self._canvas = canvas
        self._session = canvas.session

    # --- looking ---------------------------------------------------------------------------------------------------

    def zoom_in(self) -> None:
        """Closer, at the selected event if it is in view, else at the middle."""
        self._zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Farther."""
        self._zoom(1 / ZOOM_STEP)

    def fit_all(self) -> None:
        """Everything."""
        self._sight.viewport.remember()
        self._sight.fit_all()

    def fit_selection(self) -> None:
        """The selected events; everything where they are fitted already, or where nothing is selected."""
        span = self._sight.content.span_of(set(self._session.selection.ids))
        if span is None:
            self.fit_all()
            return
        view = self._sight.fit_of(*span, _SPAN_MARGIN_PX)
        if view == self._sight.viewport.target:
            self.fit_all()
        else:
            self._sight.viewport.remember()
            self._sight.move_to(view)

    def show_range(self, start_seconds: int, end_seconds: int, margin_px: float = _SPAN_MARGIN_PX) -> None:
        """A range of time; a fold that hides all of it is laid open."""
        self._sight.viewport.remember()
        hiding = [f for f in self._sight.content.folds if f.start <= start_seconds and end_seconds <= f.end]
        for fold in hiding:
            self.unfold(fold)
        self._sight.move_to(self._sight.fit_of(start_seconds, end_seconds, margin_px))

    def follow_range(self, start_seconds: int, end_seconds: int) -> None:
        """A range of time that is being dragged elsewhere: at once, and without a way back for each step."""
        self._sight.move_to(self._sight.fit_of(start_seconds, end_seconds, 0.0), smoothly=False)

    def show_span(self, span_seconds: int) -> None:
        """So much time across the window, around the selected event, else around the event nearest to the middle."""
        middle = self._centre_seconds()
        self._sight.viewport.remember()
        self._sight.move_to(self._sight.span_view(middle, span_seconds))

    def page_back(self) -> None:
        """One screen earlier."""
        self._pan(self._canvas.width() * _PAGE_SHARE)

    def page_on(self) -> None:
        """One screen later."""
        self._pan(-self._canvas.width() * _PAGE_SHARE)

    def back(self) -> None:
        """The view before this one."""
        self._sight.fitted = False
        self._sight.viewport.go_back()

    def forward(self) -> None:
        """The view that `back` left."""
        self._sight.fitted = False
        self._sight.viewport.go_forward()

    def unfold(self, fold: Fold) -> None:
        """Lay a fold open, its time staying where it is seen."""
        self._canvas.rearrange(self._sight.arrangement.with_unfolded(fold))

    # --- from event to event ---------------------------------------------------------------------------------------

    def go_left(self) -> None:
        """The event before."""
        self._select(beside(self._sight.content.columns, self._session.selection.ids, -1))

    def go_right(self) -> None:
        """The event after."""
        self._select(beside(self._sight.content.columns, self._session.selection.ids, 1))

    def go_up(self) -> None:
        """The nearest event in the row above."""
        self._go_in_rows(-1)

    def go_down(self) -> None:
        """The nearest event in the row below."""
        self._go_in_rows(1)

    def go_first(self) -> None:
        """The first event."""
        ends = first_and_last(self._sight.content.columns)
        self._select(ends[0] if ends else None)

    def go_last(self) -> None:
        """The last event."""
        ends = first_and_last(self._sight.content.columns)
        self._select(ends[1] if ends else None)

    def reveal(self, ids: Collection[str]) -> None:
        """Bring the last of these events into view by the smallest move, if it is not there already."""
        shown = [id_ for id_ in ids if id_ in self._sight.content.columns.index_of]
        if not shown:
            return
        view = revealing_view(self._sight, shown[-1])
        if view is not None:
            self._sight.viewport.remember()
            self._sight.move_to(view)
        scroll_into_view(self._sight, shown[-1])
        self._canvas.refresh()

    def select_between(self, start_seconds: int, end_seconds: int) -> None:
        """Select what is drawn in a range of time."""
        self._session.select(self._sight.content.ids_between(start_seconds, end_seconds))

    def select_in_view(self) -> None:
        """Select what is drawn in the window."""
        self.select_between(*self._sight.scale.range_seconds)

    # --- excerpts and review ---------------------------------------------------------------------------------------

    def show_excerpt(self) -> None:
        """Show the selected event's excerpt, also where the source was scrolled away from it."""
        self._session.selection_changed.emit(self._session.selection)

    def next_excerpt(self) -> None:
        """The next excerpt of the event."""
        self._session.step_excerpt(1)

    def previous_excerpt(self) -> None:
        """The excerpt before."""
        self._session.step_excerpt(-1)

    def accept(self) -> None:
        """Accept what is selected, and on to the next to review."""
        self._review(ReviewState.ACCEPTED)

    def reject(self) -> None:
        """Reject what is selected, and on to the next to review."""
        self._review(ReviewState.REJECTED)

    def edit(self) -> None:
        """Edit the selected event."""
        self._canvas.edit_asked.emit()

    def merge(self) -> None:
        """Merge the selected events."""
        self._canvas.merge_asked.emit()

    def search(self) -> None:
        """Put the cursor into the search field."""
        self._canvas.search_asked.emit()

    def all_keys(self) -> None:
        """List the keys."""
        self._canvas.keys_asked.emit()

    def menu(self) -> None:
        """The menu of the selected event, where it stands."""
        selected = self._session.selection.ids
        box = self._boxes().get(selected[-1]) if selected else None
        at = QCursor.pos() if box is None else self._canvas.mapToGlobal(QPointF(*box)).toPoint()
        self._canvas.menu_asked.emit(at, selected)

    def escape(self) -> None:
        """Clear the selection; where there is none, let the window clear what comes next."""
        if self._session.selection.ids:
            self._session.select(())
        else:
            self._canvas.escaped.emit()

    # --- lanes -----------------------------------------------------------------------------------------------------

    def toggle_lane(self, key: str) -> None:
        """Collapse a lane, or open it."""
        self._canvas.rearrange(self._sight.arrangement.with_lane_toggled(key))

    def move_lane(self, key: str, place: int) -> None:
        """Put a lane between others: `place` is that of the lane it will stand above."""
        keys = self._sight.content.lane_keys
        if key in keys:
            self._canvas.rearrange(self._sight.arrangement.with_lane_moved(keys, key, place))

    # --- inside ----------------------------------------------------------------------------------------------------

    @property
    def _sight(self) -> "Sight":
        return self._canvas.sight

    def _select(self, event_id: str | None) -> None:
        if event_id is not None:
            self._session.select((event_id,))

    def _go_in_rows(self, direction: int) -> None:
        selected = self._session.selection.ids
        if not selected:
            self._select(beside(self._sight.content.columns, (), 1))
            return
        self._select(above_or_below(self._boxes(), selected[-1], direction))

    def _boxes(self) -> dict[str, Box]:
        """The middles of the marks in view."""
        scene = self._sight.scene
        rects = ((id_, scene.mark_rect(id_)) for id_ in scene.visible_ids())
        return {id_: Box(r[0] + r[2] / 2, r[1] + r[3] / 2) for id_, r in rects if r is not None}

    def _review(self, state: ReviewState) -> None:
        ids = self._session.selection.ids
        if ids and self._session.review(ids, state):
            self._session.next_to_review()

    def _zoom(self, factor: float) -> None:
        sight = self._sight
        selected = self._session.selection.ids
        box = self._boxes().get(selected[-1]) if selected else None
        at_px = box.x if box is not None and 0 <= box.x <= self._canvas.width() else self._canvas.width() / 2
        sight.viewport.remember()
        sight.move_to(sight.scale_of(sight.viewport.target).zoomed(factor, at_px))

    def _pan(self, px: float) -> None:
        self._sight.viewport.remember()
        self._sight.move_to(self._sight.scale_of(self._sight.viewport.target).panned(px))

    def _centre_seconds(self) -> int:
        """The selected event's time, or that of the event drawn nearest to the middle of the window."""
        sight, columns = self._sight, self._sight.content.columns
        selected = [columns.index_of[id_] for id_ in self._session.selection.ids if id_ in columns.index_of]
        if selected:
            return int(columns.place[selected[-1]])
        middle = sight.scale.to_seconds(self._canvas.width() / 2)
        return int(columns.place[abs(columns.place - middle).argmin()]) if len(columns) else middle
