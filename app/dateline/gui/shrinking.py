"""Widgets with long words that take the width they are given instead of asking for more.

A dock is as wide as its contents ask for at least: one long title would push the timeline aside.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

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
