"""Widgets with long words that take the width they are given instead of asking for more.

A dock is as wide as its contents ask for at least: one long title would push the timeline aside.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_FRAME_PX: Final = 24  # of a window, on each side; twice that for its title


def let_shrink(*widgets: QWidget) -> None:
    """Let widgets be narrower than their longest word."""
    for widget in widgets:
        policy = widget.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        widget.setSizePolicy(policy)


def resize_on_screen(window: QWidget, width_px: int, height_px: int) -> None:
    """Give a dialog its usual size, or less where its screen is smaller; its frame needs some room too."""
    room = window.screen().availableSize() - QSize(_FRAME_PX, 2 * _FRAME_PX)
    window.resize(QSize(width_px, height_px).boundedTo(room))


class ElidedLabel(QLabel):
    """Plain words on one line, cut with an ellipsis where there is no room; the tip has them in full then."""

    def __init__(self, words: str, widest_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._widest_px = words, widest_px
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def sizeHint(self) -> QSize:
        """Room for all of the words, up to the widest."""
        wanted = self.fontMetrics().horizontalAdvance(self._words) + 2
        return QSize(min(wanted, self._widest_px), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for some letters."""
        least = self.fontMetrics().horizontalAdvance("mmmm…")
        return QSize(min(least, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        self.setText(cut)
        self.setToolTip("" if cut == self._words else self._words)


class ElidedComboBox(QComboBox):
    """A choice whose shown words are cut with an ellipsis; Qt's own stops within a letter (6.11)."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame as ever, and the words cut to the room in it."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        room = field.width() - 4
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = words
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ElidedButton(QPushButton):
    """A button whose words are cut with an ellipsis where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """The words in full; `text` is what there is room for."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self._cut()

    def words(self) -> str:
        """The words in full."""
        return self._words

    def sizeHint(self) -> QSize:
        """Room for all of the words."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 6, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for some letters."""
        return QSize(self.fontMetrics().horizontalAdvance("mmmm…"), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - 4
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
