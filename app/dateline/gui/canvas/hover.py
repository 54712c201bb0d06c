"""Pointing at things: the hand over what can be clicked, the mark lit up, after half a second an event's card."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer

from dateline.gui.canvas.gestures.dragdate import grip_at
from dateline.gui.canvas.hovercard import HoverCard
from dateline.scene.hits import NO_HIT, Hit, HitKind

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas

CARD_AFTER_MS: Final = 500
_BESIDE_PX: Final = 16
_CLICKABLE: Final = frozenset({HitKind.EVENT, HitKind.CLUSTER, HitKind.FOLD, HitKind.LANE})
_TOLD: Final = frozenset({HitKind.EVENT, HitKind.CLUSTER, HitKind.PUBLICATION})


class Hover:
    """Where the pointer is on one canvas."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        self._canvas = canvas
        self._at = QPointF()
        self._shown = NO_HIT
        self._timer = QTimer(canvas)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CARD_AFTER_MS)
        self._timer.timeout.connect(self._show_card)
        self._card: HoverCard | None = None

    @property
    def card(self) -> HoverCard | None:
        """The card, once there has been one."""
        return self._card

    def point(self, at: QPointF) -> None:
        """The pointer is here."""
        self._at = at
        hit = self._canvas.sight.hit(at)
        self._canvas.setCursor(self._cursor(hit))
        if hit == self._shown:
            return
        self._shown = hit
        self._light(hit.ids[0] if hit.kind is HitKind.EVENT else None)
        self.hide_card()
        if hit.kind in _TOLD:
            self._timer.start()

    def _cursor(self, hit: Hit) -> Qt.CursorShape:
        if hit.kind is HitKind.EVENT and grip_at(self._canvas, self._at) is not None:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.PointingHandCursor if hit.kind in _CLICKABLE else Qt.CursorShape.ArrowCursor

    def leave(self) -> None:
        """The pointer is elsewhere, or does something else."""
        self._shown = NO_HIT
        self._light(None)
        self.hide_card()

    def hide_card(self) -> None:
        """No card now, and none soon."""
        self._timer.stop()
        if self._card is not None:
            self._card.hide()

    def _light(self, event_id: str | None) -> None:
        if self._canvas.sight.hovered != event_id:
            self._canvas.sight.hovered = event_id
            self._canvas.sight.scene_is_stale()
            self._canvas.update()

    def _show_card(self) -> None:
        if not self._canvas.isVisible():
            return
        hit = self._canvas.sight.hit(self._at)
        if self._card is None:
            self._card = HoverCard(self._canvas.window(), self._canvas.session, self._canvas.appearance)
        if hit.kind is HitKind.EVENT:
            told = self._card.show_event(hit.ids[0])
        elif hit.kind is HitKind.CLUSTER:
            told = self._card.show_cluster(tuple(hit.ids))
        else:
            told = self._card.show_documents(tuple(hit.ids))
        if told:
            self._place(self._card)

    def _place(self, card: HoverCard) -> None:
        """Beside the pointer, inside the window."""
        window = self._canvas.window()
        at = self._canvas.mapTo(window, self._at.toPoint()) + QPoint(_BESIDE_PX, _BESIDE_PX)
        card.adjustSize()
        x, y = at.x(), at.y()
        if x + card.width() > window.width() - 8:
            x -= card.width() + 2 * _BESIDE_PX
        if y + card.height() > window.height() - 8:
            y -= card.height() + 2 * _BESIDE_PX
        card.move(max(8, x), max(8, y))
        card.show()
        card.raise_()
