"""What a person sees without a project: what the program is for, ways in, and the projects of last time."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.messages import MessageBar
from dateline.gui.style import derived_tokens, set_role

_COLUMN_PX: Final = 680
_RECENT_SHOWN: Final = 8
_WHAT: Final = "Turns documents into a timeline on which every mark leads to the exact words it rests on."
_STEPS: Final = (
    ("1", "Open or drop a text. Its dates are found, and become events on a timeline."),
    ("2", "Click an event: the sentence it rests on is shown and highlighted, and why it has this date."),
    ("3", "Accept, correct or reject what was found. Everything can be undone; nothing leaves this machine."),
)


class DropTarget(QFrame):
    """A dashed frame that says what may be dropped; the window itself takes the drop, anywhere."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setMinimumHeight(150)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for words, role in (
            ("Drop articles, reports or notes here", "title"),
            ("Text files, one or many; or paste copied text with Ctrl+V", "muted"),
        ):
            label = QLabel(words)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            set_role(label, role)
            column.addWidget(label)
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed frame."""
        tokens = derived_tokens(self._appearance.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens["scroll"]), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens["panel"]))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)


class StartPage(QWidget):
    """The page itself; what is chosen is told by signals."""

    open_chosen = Signal()
    example_chosen = Signal()
    recent_chosen = Signal(object)  # a Path
    painted = Signal()  # once, after it first stood on the screen

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start-page")
        # A stack is as large as the largest of its pages wants; this one must not keep the timeline from being low.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._was_painted = False
        self.messages = MessageBar(self)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._recent_heading = _label("RECENT PROJECTS", "heading")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._column(appearance), 0)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.messages)
        outer.addLayout(row, 1)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List the projects of last time."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for path in paths[:_RECENT_SHOWN]:
            self._recent.addWidget(self._recent_row(path))
        self._recent_heading.setVisible(bool(paths))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def take_focus(self) -> None:
        """Let Enter open a document."""
        self._opening.setFocus()

    def _column(self, appearance: Appearance) -> QWidget:
        widget = QWidget()
        widget.setFixedWidth(_COLUMN_PX)
        column = QVBoxLayout(widget)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(_label("Dateline", "headline"))
        what = _label(_WHAT, "muted")
        what.setWordWrap(True)
        column.addWidget(what)
        column.addSpacing(8)
        column.addLayout(_steps())
        column.addSpacing(14)
        column.addLayout(self._buttons())
        column.addSpacing(10)
        column.addWidget(DropTarget(appearance))
        column.addSpacing(14)
        column.addWidget(self._recent_heading)
        column.addLayout(self._recent)
        column.addStretch(3)
        return widget

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        opening = self._opening = QPushButton("Open a document…")
        opening.setObjectName("start-open")
        set_role(opening, "primary")
        opening.clicked.connect(self.open_chosen)
        example = QPushButton("Open the example")
        example.setObjectName("start-example")
        example.clicked.connect(self.example_chosen)
        row.addWidget(opening)
        row.addWidget(example)
        row.addStretch(1)
        return row

    def _recent_row(self, path: Path) -> QPushButton:
        button = QPushButton(f"{path.stem}    {path.parent}")
        set_role(button, "link")
        button.setToolTip(str(path))
        button.clicked.connect(lambda _checked=False: self.recent_chosen.emit(path))
        return button


def _steps() -> QGridLayout:
    """How it goes, in three lines."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (number, words) in enumerate(_STEPS):
        badge = _label(number, "badge")
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence = QLabel(words)
        sentence.setWordWrap(True)
        grid.addWidget(badge, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(sentence, row, 1)
    return grid


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    set_role(label, role)
    return label
