"""The middle of the window: messages, chips and the timeline, whose place is painted before the timeline itself is
loaded.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.chips import ChipsBar
from dateline.gui.messages import MessageBar
from dateline.session.session import Session


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

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self.messages = MessageBar(self)
        self.chips = ChipsBar(session, self)
        self.place = CanvasPlace(appearance, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.messages)
        self._column.addWidget(self.chips)
        self._column.addWidget(self.place, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def put(self, canvas: QWidget) -> None:
        """Put the loaded canvas into its place."""
        had_focus = self.place.hasFocus()
        self._column.replaceWidget(self.place, canvas)
        self._column.setStretchFactor(canvas, 1)
        self.place.hide()
        if had_focus:
            canvas.setFocus(Qt.FocusReason.OtherFocusReason)
