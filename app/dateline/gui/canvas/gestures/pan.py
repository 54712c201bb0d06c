"""Drag on empty space: the time under the pointer stays under it; lanes scroll with it where they are higher than the
window.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from dateline.gui.canvas.gestures.gesture import Gesture

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas


class Pan(Gesture):
    """Moves in time, with a closed hand."""

    def __init__(self, canvas: "TimelineCanvas", start: QPointF) -> None:
        super().__init__(canvas, start)
        self._view = canvas.sight.viewport.view
        self._scroll_px = canvas.sight.scroll_px
        canvas.sight.viewport.remember()
        canvas.setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, at: QPointF) -> None:
        """Follow the pointer, from where the drag began: no rounding adds up."""
        scale = self.canvas.sight.scale_of(self._view)
        self.canvas.sight.move_to(scale.panned(at.x() - self.start.x()), smoothly=False)
        self.canvas.scroll_lanes_to(self._scroll_px - (at.y() - self.start.y()))

    def end(self, at: QPointF) -> None:
        """Let go."""
        self.move(at)
        self.canvas.unsetCursor()

    def cancel(self) -> None:
        """Back to where the drag began."""
        self.canvas.sight.move_to(self._view)
        self.canvas.scroll_lanes_to(self._scroll_px)
        self.canvas.unsetCursor()
