"""Where the timeline looks: the view now, the one it moves to, and the views before.

It moves smoothly and can be interrupted at any moment: a new wish starts from what is shown. It must not know events
or widgets.
"""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from dateline.scene.scale import TimeScale, View

MOVE_MS: Final = 140
_FAR_PX: Final = 1e6  # from farther away a smooth move is a flicker, not a move
_REMEMBERED_VIEWS: Final = 100

ScaleOf = Callable[[View], TimeScale]


class Viewport(QObject):
    """The view of a timeline; `changed` is told with every step of a move, `settled` at its end."""

    changed = Signal()
    settled = Signal()

    def __init__(
        self, view: View, scale_of: ScaleOf, animated: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._from = view
        self._target = view
        self._scale_of = scale_of
        self._animated = animated
        self._back: list[View] = []
        self._forward: list[View] = []
        self._move = QVariantAnimation(self)
        self._move.setStartValue(0.0)
        self._move.setEndValue(1.0)
        self._move.setDuration(MOVE_MS)
        self._move.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._move.valueChanged.connect(self._step)
        self._move.finished.connect(self.settled)

    @property
    def view(self) -> View:
        """What is shown now."""
        return self._view

    @property
    def target(self) -> View:
        """What is shown when the move under way has ended."""
        return self._target

    @property
    def moving(self) -> bool:
        """Whether a move is under way."""
        return self._move.state() == QVariantAnimation.State.Running

    def show(self, view: View, *, smoothly: bool = True) -> None:
        """Go to a view from wherever the move under way is now."""
        self._move.stop()
        self._target = view
        if smoothly and self._animated() and self._start_of_move(view):
            self._move.start()
            return
        self._view = view
        self.changed.emit()
        self.settled.emit()

    def remember(self) -> None:
        """Keep the view that the person leaves, to come back to; called before a move that is more than a nudge."""
        if not self._back or self._back[-1] != self._target:
            self._back.append(self._target)
            del self._back[:-_REMEMBERED_VIEWS]
        self._forward.clear()

    def go_back(self) -> bool:
        """To the view before this one; False where there is none."""
        return self._travel(self._back, self._forward)

    def go_forward(self) -> bool:
        """To the view that `go_back` left; False where there is none."""
        return self._travel(self._forward, self._back)

    def forget(self) -> None:
        """Begin a new history."""
        self._back.clear()
        self._forward.clear()

    def _travel(self, source: list[View], other: list[View]) -> bool:
        while source and source[-1] == self._target:
            source.pop()
        if not source:
            return False
        other.append(self._target)
        self.show(source.pop())
        return True

    def _start_of_move(self, view: View) -> bool:
        """Express what is shown by the anchor of where to go; False where that is too far away."""
        start_px = self._scale_of(self._view).px(view.anchor_seconds)
        if not abs(start_px - view.anchor_px) < _FAR_PX:
            return False
        self._from = View(view.anchor_seconds, start_px, self._view.seconds_per_px)
        return True

    def _step(self, share: float) -> None:
        if share >= 1.0:
            self._view = self._target
        else:
            self._view = between(self._from, self._target, share)
        self.changed.emit()


def between(start: View, end: View, share: float) -> View:
    """The view at a share (0 to 1) of the way; both have the same anchor time. Zoom is even in its logarithm.

    The anchor's place follows the zoom, so that the point which stays put at both ends stays put all the way.
    """
    log_start, log_end = math.log(start.seconds_per_px), math.log(end.seconds_per_px)
    seconds_per_px = math.exp(log_start + (log_end - log_start) * share)
    if abs(log_end - log_start) < 1e-9:
        along = share
    else:
        along = (1 / seconds_per_px - 1 / start.seconds_per_px) / (1 / end.seconds_per_px - 1 / start.seconds_per_px)
    return View(end.anchor_seconds, start.anchor_px + (end.anchor_px - start.anchor_px) * along, seconds_per_px)
