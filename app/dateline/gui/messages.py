"""Telling a person of what went wrong without getting in the way: a bar above the timeline, and a dialog for bugs.

The bar shows a UserError: what happened, and what to do. It must not know what failed.
"""

import platform
import sys
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.errors import UserError
from dateline.gui.style import set_role
from dateline.version import __version__

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
        self._messages.append(str(error))
        del self._messages[:-_KEPT_MESSAGES]
        self._label.setText(str(error))
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


class ReportDialog(QDialog):
    """A bug was met: what a person can copy into a report, and that nothing is lost."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.setObjectName("report-dialog")
        self.resize(720, 460)
        intro = QLabel(
            "Dateline met an error of its own. What you have done is saved, and you can go on working. "
            "To help mend it, copy this text into a report; it holds no words of your documents but those you see."
        )
        intro.setWordWrap(True)
        self._text = QPlainTextEdit(report)
        self._text.setReadOnly(True)
        copy = QPushButton("Copy the text")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        close = QPushButton("Go on")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(intro)
        column.addWidget(self._text, 1)
        column.addLayout(row)


def report_text(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Versions and the traceback, for a report."""
    versions = f"Dateline {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__}, {sys.platform}"
    return versions + "\n\n" + "".join(traceback.format_exception(kind, error, trace))
