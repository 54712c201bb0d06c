"""A button that went down and has not moved yet: released it is a click, moved a drag of what lies under it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from dateline.gui.canvas.gestures.dragdate import DragDate, grip_at
from dateline.gui.canvas.gestures.gesture import Gesture
from dateline.gui.canvas.gestures.movelane import MoveLane
from dateline.gui.canvas.gestures.pan import Pan

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas


class Press(Gesture):
    """Waits for the least distance of a drag, so that a click with an unsteady hand stays a click."""

    def __init__(self, canvas: "TimelineCanvas", start: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        super().__init__(canvas, start)
        self._modifiers = modifiers
        self._drag: Gesture | None = None

    def move(self, at: QPointF) -> None:
        """Become a drag once the pointer is far enough."""
        if self._drag is None and (at - self.start).manhattanLength() >= QApplication.startDragDistance():
            self._drag = self._begun()
        if self._drag is not None:
            self._drag.move(at)

    def _begun(self) -> Gesture:
        """The drag of what lies where the button went down."""
        grip = grip_at(self.canvas, self.start)
        if grip is not None:
            return DragDate(self.canvas, self.start, grip)
        lane = self.canvas.sight.lane_at(self.start)
        return Pan(self.canvas, self.start) if lane is None else MoveLane(self.canvas, self.start, lane)

    def end(self, at: QPointF) -> None:
        """End the drag, or click."""
        if self._drag is not None:
            self._drag.end(at)
        else:
            self.canvas.click(self.start, self._modifiers)

    def cancel(self) -> None:
        """Give up the drag."""
        if self._drag is not None:
            self._drag.cancel()

    def paint(self, painter: QPainter) -> None:
        """Draw what the drag draws."""
        if self._drag is not None:
            self._drag.paint(painter)
