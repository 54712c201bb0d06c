"""What a click on each thing of the timeline does. A click never makes or moves an event."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMenu

from dateline.model.wording import describe_short
from dateline.scene.hits import HitKind

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas

_LISTED: Final = 40  # a longer menu runs out of the screen; the table lists them all
_EVENT_SPAN_SHARE: Final = 0.35  # of the window's width that a double-clicked bar takes
_POINT_SPAN_FACTOR: Final = 8.0  # how much closer a double-click on a point goes


class Clicks:
    """Clicks on one canvas."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        self._canvas = canvas

    def click(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Select an event, open a cluster, unfold a fold, collapse a lane; on empty space clear the selection."""
        hit = self._canvas.sight.hit(at)
        add = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if hit.kind is HitKind.EVENT:
            self._select(hit.ids[0], add=add)
        elif hit.kind is HitKind.CLUSTER and add:
            self._canvas.session.select((*self._canvas.session.selection.ids, *hit.ids))
        elif hit.kind is HitKind.CLUSTER:
            self._open(hit.ids, at)
        elif hit.fold is not None:
            self._canvas.verbs.unfold(hit.fold)
        elif hit.lane is not None:
            self._canvas.verbs.toggle_lane(hit.lane)
        elif hit.kind is HitKind.NOTHING and not add:
            self._canvas.session.select(())

    def double_click(self, at: QPointF) -> None:
        """Zoom to an event."""
        hit = self._canvas.sight.hit(at)
        if hit.kind is not HitKind.EVENT:
            return
        self._canvas.session.select((hit.ids[0],))
        sight = self._canvas.sight
        span = sight.content.span_of({hit.ids[0]})
        if span is None:
            return
        width = self._canvas.width()
        closer = sight.scale.view.seconds_per_px * width / _POINT_SPAN_FACTOR
        seconds = max((span[1] - span[0]) / _EVENT_SPAN_SHARE, min(closer, 40 * (span[1] - span[0]) or closer))
        sight.viewport.remember()
        sight.move_to(sight.span_view((span[0] + span[1]) // 2, round(seconds)))

    def list_events(self, ids: tuple[str, ...], at: QPointF) -> None:
        """A menu of the events of a cluster that no zoom can open."""
        menu = QMenu(self._canvas)
        menu.setObjectName("cluster-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for event_id in ids[:_LISTED]:
            event = self._canvas.session.event(event_id)
            if event is not None and event.time is not None:
                words = f"{event.title}\t{describe_short(event.time, self._canvas.appearance.year_style)}"
                menu.addAction(words.replace("&", "&&")).triggered.connect(
                    lambda _checked=False, event_id=event_id: self._canvas.session.select((event_id,))
                )
        if len(ids) > _LISTED:
            rest = menu.addAction(f"Select all {len(ids):,} (the table lists them)")
            rest.triggered.connect(lambda: self._canvas.session.select(ids))
        menu.popup(self._canvas.mapToGlobal(at).toPoint())

    def _select(self, event_id: str, *, add: bool) -> None:
        session = self._canvas.session
        selected = session.selection.ids
        if not add:
            session.select((event_id,))
        elif event_id in selected:
            session.select(tuple(id_ for id_ in selected if id_ != event_id))
        else:
            session.select((*selected, event_id))

    def _open(self, ids: tuple[str, ...], at: QPointF) -> None:
        """Zoom until the cluster's first and last event stand apart; list the events where no zoom parts them."""
        sight = self._canvas.sight
        columns = sight.content.columns
        places = columns.place[columns.indexes(ids)]
        first, last = int(places.min()), int(places.max())
        view = sight.fit_of(first, last, self._canvas.width() * 0.25) if first < last else None
        if view is None or view.seconds_per_px >= sight.viewport.target.seconds_per_px * 0.99:
            self.list_events(ids, at)
        else:
            sight.viewport.remember()
            sight.move_to(view)
