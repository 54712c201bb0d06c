"""What every gesture has: it begins where a button went down and is told of moves until the button goes up or Esc is
pressed.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas


class Gesture:
    """A gesture that does nothing; the others replace what they need. Positions are in pixels of the canvas."""

    def __init__(self, canvas: "TimelineCanvas", start: QPointF) -> None:
        self.canvas = canvas
        self.start = start

    def move(self, at: QPointF) -> None:
        """The pointer moved with the button down."""

    def end(self, at: QPointF) -> None:
        """The button went up."""

    def cancel(self) -> None:
        """Esc was pressed, or the window lost the pointer: leave everything as it was before."""

    def paint(self, painter: QPainter) -> None:
        """Draw what the gesture is about, over the timeline."""
