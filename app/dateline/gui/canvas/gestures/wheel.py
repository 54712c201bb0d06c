"""The wheel: zoom at the pointer as far as it is turned, move in time sideways, scroll lanes over their names."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QPointF, Qt
from PySide6.QtGui import QWheelEvent

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas

NOTCH: Final = 120  # Qt: eighths of a degree that one click of a mouse wheel turns
ZOOM_PER_NOTCH: Final = 1.25
NOTCHES_PER_PX: Final = (
    1 / 60
)  # trackpads that tell pixels: 60 of them, a finger's easy stroke, are one click of a wheel
PAN_PX_PER_NOTCH: Final = 90.0
SCROLL_PX_PER_NOTCH: Final = 60.0
_SMOOTH_FROM_NOTCHES: Final = 0.5  # smaller steps come so densely that they are smooth by themselves
_NEW_VIEW_AFTER_MS: Final = 700  # a pause as long as that ends one zoom and begins the next


class Wheel:
    """Turns wheel events into zoom, pan and scroll."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        self._canvas = canvas
        self._since_last = QElapsedTimer()

    def turn(self, event: QWheelEvent) -> None:
        """Answer one event."""
        across, along = notches(event)
        at = event.position()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pan(along or across)
        elif abs(across) > abs(along):
            self._pan(across)
        elif self._canvas.sight.lane_at(at) is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._canvas.scroll_lanes_to(self._canvas.sight.scroll_px + -along * SCROLL_PX_PER_NOTCH)
        else:
            self.zoom(along, at)

    def zoom(self, steps: float, at: QPointF) -> None:
        """Zoom in (or out, negative) by clicks of the wheel; from where the zoom under way will end."""
        if not steps:
            return
        self._begin()
        canvas = self._canvas
        target = canvas.sight.scale_of(canvas.sight.viewport.target).zoomed(ZOOM_PER_NOTCH**steps, at.x())
        canvas.sight.move_to(target, smoothly=abs(steps) >= _SMOOTH_FROM_NOTCHES)

    def _pan(self, steps: float) -> None:
        if not steps:
            return
        self._begin()
        canvas = self._canvas
        target = canvas.sight.scale_of(canvas.sight.viewport.target).panned(steps * PAN_PX_PER_NOTCH)
        canvas.sight.move_to(target, smoothly=abs(steps) >= _SMOOTH_FROM_NOTCHES)

    def _begin(self) -> None:
        """The first turn after a pause leaves a view that one can come back to."""
        if not self._since_last.isValid() or self._since_last.elapsed() > _NEW_VIEW_AFTER_MS:
            self._canvas.sight.viewport.remember()
        self._since_last.restart()


def notches(event: QWheelEvent) -> tuple[float, float]:
    """How far the wheel turned, sideways and along, in clicks of a mouse wheel; fractions from trackpads."""
    pixels = event.pixelDelta()
    if not pixels.isNull() and event.phase() is not Qt.ScrollPhase.NoScrollPhase:
        return pixels.x() * NOTCHES_PER_PX, pixels.y() * NOTCHES_PER_PX
    angle = event.angleDelta()
    return angle.x() / NOTCH, angle.y() / NOTCH
