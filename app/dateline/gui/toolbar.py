"""The toolbar: open, add, undo, redo, search, scale presets, fold gaps, export. It shows actions and a search; others
act.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from dateline.gui.actions import Actions
from dateline.gui.appearance import Appearance
from dateline.gui.icons import ICON_PX, icon
from dateline.gui.style import set_role
from dateline.model.dates import DAY_SECONDS

_YEAR_DAYS: Final = 365.2425
PRESETS: Final = (
    ("All", None, "Everything that passes the filters"),
    ("10 y", round(10 * _YEAR_DAYS * DAY_SECONDS), "Ten years across the window"),
    ("Year", round(_YEAR_DAYS * DAY_SECONDS), "One year across the window"),
    ("Month", round(_YEAR_DAYS / 12 * DAY_SECONDS), "One month across the window"),
    ("Day", DAY_SECONDS, "One day across the window"),
)
"""Name, span in seconds across the window (None: all), and what it does."""

_HINTS: Final = ("Search events and excerpts  Ctrl+F", "Search  Ctrl+F", "Search")
_INSET_PX: Final = 16  # of the words at both ends
_COUNT_GAP_PX: Final = 12


class SearchField(QLineEdit):
    """Words to look for: Enter and Shift+Enter step through matches, Ctrl+Enter shows only them, Esc leaves."""

    words_changed = Signal(str)
    stepped = Signal(int)  # to the next match (1) or the one before (-1)
    filter_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "search")
        self.setObjectName("search")
        self.setPlaceholderText(_HINTS[0])
        self.setAccessibleName("Search events and excerpts")
        self.setToolTip("Enter: next match, Shift+Enter: previous, Ctrl+Enter: show only matches, Esc: leave")
        self._count = QLabel(self)
        set_role(self._count, "small")
        self.textChanged.connect(self.words_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, filter, or leave."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.filter_asked.emit()
                self.clear()
            else:
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select what stands there, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.TabFocusReason}:
            self.selectAll()

    def show_matches(self, position: int | None, total: int) -> None:
        """How many events match, and which of them is selected, at the right end of the field."""
        if not self.text().strip():
            words = ""
        else:
            words = f"{position or '–'} of {total}" if total else "no match"
        self._count.setText(words)
        self._count.adjustSize()
        width = self._count.width()
        self.setTextMargins(0, 0, width + 4 if words else 0, 0)
        self._place_count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The longest hint that there is room for; the count stays at the right end."""
        super().resizeEvent(event)
        room, letters = self.width() - 2 * _INSET_PX, self.fontMetrics()
        self.setPlaceholderText(next((hint for hint in _HINTS if letters.horizontalAdvance(hint) <= room), _HINTS[-1]))
        self._place_count()

    def _place_count(self) -> None:
        at_right = self.width() - self._count.width() - _COUNT_GAP_PX
        self._count.move(at_right, (self.height() - self._count.height()) // 2)


class Toolbar(QToolBar):
    """One row that shrinks its search field before anything is cut off; `preset_chosen` carries a span in seconds, or
    None for all.
    """

    preset_chosen = Signal(object)

    def __init__(self, actions: Actions, appearance: Appearance, parent: QWidget) -> None:
        super().__init__("Toolbar", parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.toggleViewAction().setEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._icons: list[tuple[QToolButton | QPushButton, str]] = []
        self.search_field = SearchField(self)
        self._presets = QButtonGroup(self)
        row = self._row()
        self._place(row)
        appearance.changed.connect(lambda _theme: self._colour(appearance))
        self._colour(appearance)
        self.show_preset(None, fitted=True)

    def show_preset(self, span_seconds: int | None, *, fitted: bool) -> None:
        """Mark the preset that the view agrees with, or none."""
        self._presets.setExclusive(False)
        for button, (_, seconds, _) in zip(self._presets.buttons(), PRESETS, strict=True):
            agrees = fitted if seconds is None else span_seconds is not None and not fitted
            close = seconds is None or (span_seconds is not None and abs(span_seconds / seconds - 1) < 0.01)
            button.setChecked(agrees and close)
        self._presets.setExclusive(True)

    def _row(self) -> QHBoxLayout:
        widget = QWidget(self)
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.addWidget(widget)
        return row

    def _place(self, row: QHBoxLayout) -> None:
        row.addWidget(self._button("open", "Open…"))
        row.addWidget(self._button("add", "Add documents…"))
        row.addSpacing(6)
        row.addWidget(self._tool("undo", "undo"))
        row.addWidget(self._tool("redo", "redo"))
        row.addStretch(2)
        self.search_field.setMinimumWidth(140)
        self.search_field.setMaximumWidth(420)
        self.search_field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.search_field, 6)
        row.addSpacing(18)
        self._place_presets(row)
        row.addSpacing(18)
        row.addWidget(self._fold())
        row.addStretch(2)
        export = self._button("export", "Export image…")
        set_role(export, "primary")
        row.addWidget(export)

    def _place_presets(self, row: QHBoxLayout) -> None:
        for text, seconds, tip in PRESETS:
            button = QPushButton(text)
            set_role(button, "segment")
            button.setObjectName(f"preset-{text}")
            button.setCheckable(True)
            button.setToolTip(tip)
            button.clicked.connect(lambda _checked=False, seconds=seconds: self.preset_chosen.emit(seconds))
            self._presets.addButton(button)
            row.addWidget(button)

    def _fold(self) -> QPushButton:
        action = self._actions["fold_gaps"]
        button = QPushButton("Fold gaps")
        set_role(button, "segment")
        button.setObjectName("fold-gaps")
        button.setCheckable(True)
        button.setToolTip(action.toolTip())
        self._icons.append((button, "fold"))
        button.clicked.connect(action.trigger)
        button.setChecked(action.isChecked())
        action.toggled.connect(button.setChecked)
        return button

    def _button(self, name: str, text: str) -> QPushButton:
        """A button that triggers an action and is enabled with it."""
        action = self._actions[name]
        button = QPushButton(text)
        button.setObjectName(f"button-{name}")
        button.setToolTip(_tip(action))
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _tool(self, name: str, icon_name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(ICON_PX, ICON_PX))
        self._icons.append((button, icon_name))
        return button

    def _colour(self, appearance: Appearance) -> None:
        for button, name in self._icons:
            made = icon(name, appearance.theme, "accent_text" if name == "fold" else "text")
            if isinstance(button, QToolButton):
                button.defaultAction().setIcon(made)
            else:
                button.setIcon(made)


def _tip(action: QAction) -> str:
    keys = action.shortcut().toString()
    return f"{action.toolTip()} ({keys})" if keys else action.toolTip()
