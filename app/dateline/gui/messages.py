"""Telling a person of what went wrong without getting in the way: a bar above the timeline.

It shows a UserError: what happened, and what to do. It must not know what failed.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from dateline.errors import UserError
from dateline.gui.style import set_role

_KEPT_MESSAGES = 20


class MessageBar(QFrame):
    """One message at a time; several of the same moment are counted, and listed by "Show all"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "banner")
        self.setObjectName("message-bar")
        self._messages: list[str] = []
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._all = QPushButton("Show all")
        set_role(self._all, "link")
        self._all.clicked.connect(self._show_all)
        close = QToolButton()
        close.setText("×")
        close.setAccessibleName("Close the message")
        close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 10, 8)
        row.addWidget(self._label, 1)
        row.addWidget(self._all)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._label.text()

    def show_error(self, error: UserError) -> None:
        """Show what happened and what to do; earlier messages that nobody closed stay behind "Show all"."""
        between = "\n" if "\n" in error.remedy else " "  # a list begins on a line of its own
        words = f"{error.message}{between}{error.remedy}".strip()
        self._messages.append(words)
        del self._messages[:-_KEPT_MESSAGES]
        self._label.setText(words)
        self._all.setVisible(len(self._messages) > 1)
        self._all.setText(f"Show all {len(self._messages)}")
        self.show()

    def clear(self) -> None:
        """Close it."""
        self._messages.clear()
        self.hide()

    def _show_all(self) -> None:
        self._label.setText("\n".join(self._messages))
        self._all.hide()
