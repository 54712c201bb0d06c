"""Drag a lane by its name: a line shows between which lanes it will stand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dateline.gui.canvas.gestures.gesture import Gesture

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas


class MoveLane(Gesture):
    """Moves the lane with the given key."""

    def __init__(self, canvas: "TimelineCanvas", start: QPointF, lane: str) -> None:
        super().__init__(canvas, start)
        self._lane = lane
        self._slot: int | None = None
        self._y = start.y()
        canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, at: QPointF) -> None:
        """Find the gap between lanes nearest to the pointer."""
        slots = self.canvas.sight.lane_slots()
        if slots:
            self._y, self._slot = min(slots, key=lambda slot: abs(slot[0] - at.y()))
        self.canvas.update()

    def end(self, at: QPointF) -> None:
        """Put the lane there."""
        self.move(at)
        if self._slot is not None:
            self.canvas.verbs.move_lane(self._lane, self._slot)
        self.cancel()

    def cancel(self) -> None:
        """Let go."""
        self.canvas.unsetCursor()
        self.canvas.update()

    def paint(self, painter: QPainter) -> None:
        """Draw the line where the lane will stand."""
        painter.setPen(QPen(QColor(self.canvas.theme.accent), 2))
        painter.drawLine(QPointF(0, self._y), QPointF(self.canvas.width(), self._y))
