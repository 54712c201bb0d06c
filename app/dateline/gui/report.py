"""The dialog for a bug: what a person can copy into a report, and that nothing is lost."""

import sys
import traceback
from types import TracebackType

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from dateline.version import __version__

_INTRO = (
    "Dateline met an error of its own. What you have done is saved, and you can go on working. To help mend it, "
    "copy this text into a report; it holds no words of your documents but those you see."
)


class ReportDialog(QDialog):
    """A bug was met: what a person can copy into a report, and that nothing is lost."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.setObjectName("report-dialog")
        self.resize(720, 460)
        intro = QLabel(_INTRO)
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
    python = ".".join(map(str, sys.version_info[:3]))
    versions = f"Dateline {__version__}, Python {python}, Qt {PySide6.__version__}, {sys.platform}"
    return versions + "\n\n" + "".join(traceback.format_exception(kind, error, trace))
