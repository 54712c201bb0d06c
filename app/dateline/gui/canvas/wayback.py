"""A button in the middle of a timeline that shows nothing although there are events: the way back to them.

It must not know why the view is empty.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas


class WayBack(QPushButton):
    """There as long as the view has settled where nothing is."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the timeline
        self.setToolTip("Fit all (0)")
        self.clicked.connect(canvas.verbs.fit_all)
        canvas.view_changed.connect(self._look)
        self.hide()

    def _look(self) -> None:
        if not self._canvas.sight.content.drawn:
            self.hide()
            return
        counts = self._canvas.scene.counts
        total = sum(counts)
        is_lost = total > 0 and counts.outside == total
        if is_lost:
            what = "it" if total == 1 else f"all {total:,}"
            self.setText(f"No event in this view. Show {what}")
            self.adjustSize()
            self.move((self._canvas.width() - self.width()) // 2, (self._canvas.height() - self.height()) // 2)
        self.setVisible(is_lost)
