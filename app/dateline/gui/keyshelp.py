"""All keys and what the pointer does, as one table for the eye. It must not know who answers the keys."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.shrinking import resize_on_screen
from dateline.gui.style import set_role

KEYS: Final = (
    (
        "Pointer on the timeline",
        (
            ("Wheel, Ctrl+wheel, pinch", "Zoom at the pointer"),
            ("Shift+wheel, two fingers sideways", "Move in time"),
            ("Wheel over the lane names", "Scroll the lanes"),
            ("Drag", "Move in time; over the lane names: put a lane elsewhere"),
            ("Drag an event or its end", "With “Edit dates” on: to another date"),
            ("Shift+drag", "Zoom to what is dragged over"),
            ("Ctrl+Shift+drag", "Select what is dragged over"),
            ("Click, Ctrl+click", "Select and show the excerpt; add to the selection"),
            ("Double-click on an event", "Zoom to it"),
            ("Click on a number", "Open the cluster, or list its events"),
            ("Click on a fold", "Unfold it"),
            ("Click on a lane's name", "Collapse or open the lane"),
        ),
    ),
    (
        "Timeline",
        (
            ("←  →", "Previous, next event in time"),
            ("↑  ↓", "Nearest event in the row above, below"),
            ("Enter, Space", "Show the excerpt"),
            ("N  P", "Next, previous excerpt of the event"),
            ("+  −  0", "Zoom in, out, fit all (also with Ctrl)"),
            ("F", "Fit the selection; again: fit all"),
            ("Home  End", "First, last event"),
            ("PgUp  PgDn", "One screen earlier, later"),
            ("Alt+←  Alt+→", "Back and forward through views"),
            ("Ctrl+G", "Go to a date"),
        ),
    ),
    (
        "Review, in the timeline and the table",
        (
            ("A", "Accept, and on to the next to review"),
            ("R", "Reject, and on to the next to review"),
            ("E", "Edit"),
            ("M", "Merge the selected events"),
            ("Ctrl+J", "Next event to review"),
            ("Ctrl+D", "Edit dates by dragging, on and off"),
            ("Ctrl+Alt+C", "Copy the excerpt with its citation"),
            ("Ctrl+Enter in the source", "Make an event of the selected text"),
            ("F2 in the source", "Say how the date at the caret is read"),
        ),
    ),
    (
        "Everywhere",
        (
            ("Ctrl+O", "Open"),
            ("Ctrl+Shift+O", "Add documents"),
            ("Ctrl+V", "Add the pasted text as a document"),
            ("Ctrl+F, /", "Search titles and excerpts"),
            ("F3  Shift+F3", "Next, previous match"),
            ("Ctrl+Z  Ctrl+Shift+Z", "Undo, redo"),
            ("Ctrl+E", "Export image"),
            ("Ctrl+Shift+C", "Copy image"),
            ("Ctrl+P", "Print"),
            ("Ctrl+L", "Full list"),
            ("Esc", "Clear the selection, then the search, then close the card"),
            ("F1, ?", "This list"),
        ),
    ),
)


class KeysHelp(QDialog):
    """The table in two columns of groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("All keys")
        self.setObjectName("keys-help")
        resize_on_screen(self, 960, 720)
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        area = QScrollArea()
        area.setAccessibleName("All keys")
        area.setWidgetResizable(True)
        area.setWidget(_sheet())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(area, 1)
        column.addLayout(row)


def _sheet() -> QWidget:
    sheet = QWidget()
    columns = QHBoxLayout(sheet)
    columns.setSpacing(36)
    for half in (KEYS[:2], KEYS[2:]):
        column = QVBoxLayout()
        for title, rows in half:
            column.addWidget(_heading(title))
            column.addLayout(_table(rows))
            column.addSpacing(16)
        column.addStretch(1)
        columns.addLayout(column, 1)
    return sheet


def _heading(title: str) -> QLabel:
    label = QLabel(title.upper())
    set_role(label, "heading")
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def _table(rows: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for number, (keys, effect) in enumerate(rows):
        name = QLabel(keys)
        name.setStyleSheet("font-weight: 600")
        told = QLabel(effect)
        told.setWordWrap(True)
        grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(told, number, 1, Qt.AlignmentFlag.AlignTop)
    return grid
