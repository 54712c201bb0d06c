"""Shift+drag zooms to the range that is dragged over; Ctrl+Shift+drag selects the events in it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from dateline.gui.canvas.gestures.gesture import Gesture

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas

LEAST_PX: Final = 4.0  # a shorter drag is a click that slipped


class RangeGesture(Gesture):
    """A band over the full height between where the drag began and the pointer."""

    def __init__(self, canvas: "TimelineCanvas", start: QPointF) -> None:
        super().__init__(canvas, start)
        self._at = start

    @property
    def band_px(self) -> tuple[float, float]:
        """Left and right edge of the band, inside the canvas."""
        width = float(self.canvas.width())
        ends = sorted((self.start.x(), self._at.x()))
        return max(0.0, ends[0]), min(width, ends[1])

    @property
    def seconds(self) -> tuple[int, int]:
        """The range of time under the band."""
        scale = self.canvas.scale
        left, right = self.band_px
        return scale.to_seconds(left), scale.to_seconds(right)

    @property
    def is_long_enough(self) -> bool:
        """Whether it was meant."""
        left, right = self.band_px
        return right - left >= LEAST_PX

    def move(self, at: QPointF) -> None:
        """Widen the band."""
        self._at = at
        self.canvas.update()

    def cancel(self) -> None:
        """Forget the band."""
        self.canvas.update()

    def paint(self, painter: QPainter) -> None:
        """Draw the band."""
        left, right = self.band_px
        theme = self.canvas.theme
        fill = QColor(theme.accent)
        fill.setAlpha(36)
        painter.fillRect(QRectF(left, 0, right - left, self.canvas.height()), fill)
        painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.SolidLine))
        for edge in (left, right):
            painter.drawLine(QPointF(edge, 0), QPointF(edge, self.canvas.height()))


class ZoomToRange(RangeGesture):
    """Shift+drag."""

    def end(self, at: QPointF) -> None:
        """Show what was dragged over."""
        self.move(at)
        if self.is_long_enough:
            self.canvas.verbs.show_range(*self.seconds, margin_px=0.0)
        self.canvas.update()


class SelectRange(RangeGesture):
    """Ctrl+Shift+drag."""

    def end(self, at: QPointF) -> None:
        """Select the events in what was dragged over."""
        self.move(at)
        if self.is_long_enough:
            self.canvas.verbs.select_between(*self.seconds)
        self.canvas.update()
