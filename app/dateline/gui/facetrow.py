"""One value of a facet in the filters panel: a tick, its name, "Only", and how many events it lets through.

It tells what was asked for; it must not know the session.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from dateline.gui.style import set_role

_ICON_PX = 12
_INDENT_PX = 22
GUTTER_PX = 14  # left of the ticks, where finer values are opened


class FacetRow(QWidget):
    """`ticked` carries whether the value is to be shown; `only` asks for it alone; `opened` for what is below it."""

    ticked = Signal(bool)
    only = Signal()
    opened = Signal(bool)

    def __init__(self, value: str, icon: QIcon | None = None, depth: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.box = ElidedBox(self)
        self.box.clicked.connect(self.ticked)
        self.box.installEventFilter(self)
        if icon is not None:
            self.box.setIcon(icon)
            self.box.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.only_button = QPushButton("Only", self)
        self.only_button.setToolTip("Show this alone; again: show the others too")
        set_role(self.only_button, "link")
        self.only_button.clicked.connect(self.only)
        self.only_button.installEventFilter(self)
        self.only_button.hide()
        self.count = QLabel(self)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("00") + 4)
        set_role(self.count, "small")
        self.opener = QToolButton(self)
        self.opener.setCheckable(True)
        self.opener.setFixedSize(GUTTER_PX, 18)
        self.opener.setStyleSheet("QToolButton { padding: 0; }")
        policy = self.opener.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.opener.setSizePolicy(policy)
        self.opener.setAccessibleName("Fine kinds")
        self.opener.toggled.connect(self._open)
        self.opener.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(depth * _INDENT_PX, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.opener)
        row.addWidget(self.box, 1)
        row.addWidget(self.only_button)
        row.addWidget(self.count)
        self.setFixedHeight(max(23, self.fontMetrics().height() + 7))

    def show_state(self, name: str, is_shown: bool, count: int, total: int, is_only: bool) -> None:
        """Take over what the filter and the counts are now."""
        self.box.setText(name)
        self.box.setChecked(is_shown)
        self.box.setToolTip(f"{name}: {count:,} of {total:,} events")
        self.box.setAccessibleName(f"{name}, {count:,} events")
        self.count.setText(f"{count:,}")
        self.only_button.setText("All" if is_only else "Only")
        self.only_button.setAccessibleName(f"{'Show all besides' if is_only else 'Only'} {name}")

    def offer_more(self, is_open: bool) -> None:
        """Offer to open what is below this value."""
        self.opener.show()
        self.opener.blockSignals(True)
        self.opener.setChecked(is_open)
        self.opener.blockSignals(False)
        self._turn(is_open)

    def _open(self, is_open: bool) -> None:
        self._turn(is_open)
        self.opened.emit(is_open)

    def _turn(self, is_open: bool) -> None:
        self.opener.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.opener.setToolTip("Hide the fine kinds" if is_open else "Show the fine kinds")

    # "Only" is there for the pointer and for the keyboard

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is on the row."""
        super().enterEvent(event)
        self.only_button.show()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left it."""
        super().leaveEvent(event)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The focus is in the row or not; arrows go to the neighbours; O is "Only"."""
        if event.type() is QEvent.Type.FocusIn:
            self.only_button.show()
        elif event.type() is QEvent.Type.FocusOut:
            self._settle(lost=watched)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _settle(self, lost: QObject | None = None) -> None:
        """Hide "Only" where neither pointer nor focus is. On its way from the tick to it the focus is with neither."""
        if lost is self.box and not self.underMouse():
            self.only_button.setVisible(self.only_button.hasFocus() or self._goes_to_only())
        elif not (self.underMouse() or self.box.hasFocus() or self.only_button.hasFocus()):
            self.only_button.hide()

    def _goes_to_only(self) -> bool:
        return self.window().focusWidget() is self.only_button

    def _press(self, event: QKeyEvent) -> bool:
        moves: dict[int, Callable[[], bool]] = {
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step(-1),
        }
        if event.key() in moves:
            return moves[event.key()]()
        if event.key() == Qt.Key.Key_O and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.only.emit()
            return True
        return False

    def _step(self, direction: int) -> bool:
        """Focus the row above or below among those of the panel."""
        panel = self.parentWidget()
        rows = [row for row in panel.window().findChildren(FacetRow) if row.isVisible()] if panel else []
        rows.sort(key=lambda row: row.mapTo(row.window(), row.rect().topLeft()).y())
        at = rows.index(self) + direction if self in rows else -1
        if 0 <= at < len(rows):
            rows[at].box.setFocus(Qt.FocusReason.TabFocusReason)
        return True


class ElidedBox(QCheckBox):
    """A tick whose words are cut with an ellipsis where there is no room, instead of asking for more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, words: str) -> None:
        """The words in full."""
        self._words = words
        self._cut()

    def words(self) -> str:
        """The words in full."""
        return self._words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - 26 - (0 if self.icon().isNull() else _ICON_PX + 5)
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(20, room))
        super().setText(cut.replace("&", "&&"))
