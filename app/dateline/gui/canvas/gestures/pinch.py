"""Two fingers apart or together: zoom at their middle. Trackpads tell it by native gestures, screens by pinches."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas


class Pinch:
    """Turns pinches into zoom."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        self._canvas = canvas
        canvas.grabGesture(Qt.GestureType.PinchGesture)

    def take(self, event: QEvent) -> bool:
        """Answer an event if it is a pinch; False where it is not."""
        if isinstance(event, QNativeGestureEvent):
            return self._native(event)
        if isinstance(event, QGestureEvent):
            return self._touch(event)
        return False

    def _native(self, event: QNativeGestureEvent) -> bool:
        kind = event.gestureType()
        if kind is Qt.NativeGestureType.BeginNativeGesture:
            self._canvas.sight.viewport.remember()
            return True
        if kind is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom(1.0 + event.value(), event.position())
        return True

    def _touch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        if pinch.state() is Qt.GestureState.GestureStarted:
            self._canvas.give_up_gesture()  # the first finger was a pointer that had begun to drag
            self._canvas.sight.viewport.remember()
        if pinch.state() is Qt.GestureState.GestureFinished:
            return True  # Qt tells the last step once more
        self._zoom(pinch.scaleFactor(), self._canvas.mapFromGlobal(pinch.centerPoint()))
        return True

    def _zoom(self, factor: float, at: QPointF) -> None:
        if factor > 0:
            canvas = self._canvas
            canvas.sight.move_to(canvas.scale.zoomed(factor, at.x()), smoothly=False)
