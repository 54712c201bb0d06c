"""The middle of the window: messages, chips and the timeline, whose place is painted before the timeline itself is
loaded.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.messages import MessageBar
from dateline.gui.style import set_role

_BAR_MARGINS_PX: Final = 28  # around the line of text in the chips bar
_NO_LIMIT_PX: Final = 16_777_215  # QWIDGETSIZE_MAX, which PySide6 does not name


class CanvasPlace(QWidget):
    """Empty ground in the canvas' colour; `painted` is told once, after it first stood on the screen."""

    painted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._was_painted = False
        self.setMinimumSize(240, 160)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), QColor(self._appearance.theme.canvas))
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()


class Centre(QWidget):
    """A column of message bar, chips bar and canvas."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self.messages = MessageBar(self)
        self.place = CanvasPlace(appearance, self)
        self._bar = QFrame(self)
        set_role(self._bar, "bar")
        self._bar.setFixedHeight(self.fontMetrics().height() + _BAR_MARGINS_PX)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.messages)
        self._column.addWidget(self._bar)
        self._column.addWidget(self.place, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def put(self, canvas: QWidget, chips: QWidget, buttons: QWidget) -> None:
        """Put the loaded timeline, its chips and its buttons into their places."""
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(chips, 1)
        row.addWidget(buttons)
        self._bar.setMinimumHeight(self._bar.height())
        self._bar.setMaximumHeight(_NO_LIMIT_PX)
        self._column.replaceWidget(self.place, canvas)
        self._column.setStretchFactor(canvas, 1)
        self.place.hide()
        canvas.setFocus(Qt.FocusReason.OtherFocusReason)
