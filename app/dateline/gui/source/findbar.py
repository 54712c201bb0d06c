"""The row with which one finds words in the text. It tells what is looked for; the panel looks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.icons import icon
from dateline.gui.style import set_role


class FindBar(QWidget):
    """`searched` carries the words after each letter, `stepped` 1 or -1, `closed` nothing."""

    searched = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.words = QLineEdit(self, placeholderText="Find in this text", clearButtonEnabled=True)
        self.words.setAccessibleName("Find in this text")
        self.words.textEdited.connect(self.searched)
        self.words.installEventFilter(self)
        self.found = QLabel(self)
        set_role(self.found, "small")
        self._previous = self._button("Previous match (Shift+F3)", lambda: self.stepped.emit(-1))
        self._next = self._button("Next match (F3)", lambda: self.stepped.emit(1))
        self._close = self._button("Close (Esc)", self.close_search)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 12, 6)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        for widget in (self.found, self._previous, self._next, self._close):
            row.addWidget(widget)
        appearance.changed.connect(self._take_colours)
        self._take_colours()
        self.hide()

    def open_search(self, words: str = "") -> None:
        """Show the row, with words to look for where there are some, and write on in it."""
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.searched.emit(self.words.text())

    def close_search(self) -> None:
        """Hide the row and look for nothing."""
        self.hide()
        self.closed.emit()

    def tell(self, text: str, missing: bool) -> None:
        """Say what was found beside the words."""
        self.found.setText(text)
        set_role(self.words, "invalid" if missing else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and F3 step on, with Shift back; Esc closes, before the window takes these keys."""
        if not isinstance(event, QKeyEvent) or event.key() not in _KEYS:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        else:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return True

    def _button(self, words: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(act)
        return button

    def _take_colours(self, _theme: object = None) -> None:
        for button, name in ((self._previous, "up"), (self._next, "down"), (self._close, "close")):
            button.setIcon(icon(name, self._appearance.theme, "muted"))


_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3, Qt.Key.Key_Escape})
