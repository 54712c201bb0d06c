"""The undated tray: events without a usable date. A date can be typed, or the event dragged onto the timeline.

It talks to the session alone; who accepts what is dragged is not known here.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.datefield import DateField
from dateline.gui.groupicons import SIZE_PX
from dateline.gui.shrinking import let_shrink
from dateline.gui.style import set_role
from dateline.gui.trayrows import TrayLine, TrayRows, bound_words
from dateline.model.events import Event, ReviewState
from dateline.session.changes import Selection
from dateline.session.session import Session


class TrayList(QListView):
    """The list: Enter shows the excerpt, a digit or a letter begins a date."""

    def __init__(self, tray: "UndatedTray") -> None:
        super().__init__(tray)
        self._tray = tray
        self.setAccessibleName("Undated events")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(SIZE_PX, SIZE_PX))
        self.setUniformItemSizes(True)
        self.setItemDelegate(TrayLine(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows; what can begin a date is typed into the field for it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tray.show_excerpt()
        elif event.text().isalnum() and not event.modifiers() & _COMMAND:
            self._tray.begin_date(event.text())
        else:
            super().keyPressEvent(event)


QWIDGETSIZE_MAX: Final = 16_777_215  # Qt's own, which PySide6 does not name
_EDGE_PX: Final = 14
_TOP_PX: Final = 8
_LEAST_LIST_PX: Final = 46  # two of its lines
_COMMAND: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class UndatedTray(QWidget):
    """The list of undated events, and a field for the date of the selected one."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self._is_taking = False
        self.head = QLabel(self, wordWrap=True)
        set_role(self.head, "muted")
        self.head.setAlignment(Qt.AlignmentFlag.AlignTop)
        let_shrink(self.head)
        self.head.setToolTip("Drag an event onto the timeline, or select it and type a date")
        self.rows = TrayRows(session, appearance, self)
        self.list = TrayList(self)
        self.list.setModel(self.rows)
        self.list.setMinimumHeight(_LEAST_LIST_PX)
        self.date = DateField(appearance, self)
        self.date.line.setPlaceholderText("Type a date for it, then Enter")
        self.date.accepted.connect(self.set_date)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE_PX, _TOP_PX, _EDGE_PX, _TOP_PX)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        column.addWidget(self.date)
        self.list.selectionModel().selectionChanged.connect(self._tell_selection)
        session.changed.connect(self.refresh)
        session.filter_changed.connect(self.refresh)
        session.project_opened.connect(self.refresh)
        session.selection_changed.connect(self._take_selection)
        appearance.changed.connect(lambda _theme: self.list.viewport().update())
        self.refresh()

    @property
    def current(self) -> Event | None:
        """The undated event that is selected, when it is one alone."""
        ids = self._session.selection.ids
        return next((event for event in self.rows.events if (event.id,) == ids), None)

    def refresh(self, _news: object = None) -> None:
        """Show the undated events as they are now."""
        self._is_taking = True
        try:
            changed = self.rows.refresh()
        finally:
            self._is_taking = False
        if changed or not self.rows.events:
            self.head.setText(head_words(self.rows.events, bool(self._session.passing)))
            self.list.setVisible(bool(self.rows.events))
            self._take_room()
            self._take_selection(self._session.selection)

    def _take_room(self) -> None:
        """Nothing to show needs no more than its line: the height belongs to the card above."""
        line = self.head.fontMetrics().lineSpacing() + 2 * _TOP_PX
        is_empty = not self.rows.events and self.date.isHidden()
        self.setMaximumHeight(line if is_empty else QWIDGETSIZE_MAX)

    def show_excerpt(self) -> None:
        """Ask for the words of the selected event to be shown."""
        event = self.current
        if event is not None and event.excerpts:
            self._session.point(event.excerpts[0].document, event.excerpts[0].anchor.span)

    def begin_date(self, typed: str) -> None:
        """Go on typing in the field for the date."""
        if self.current is not None:
            self.date.setFocus()
            self.date.set_text(typed)

    def set_date(self) -> None:
        """Give the selected event the date that was typed, and go on with the next one of the list."""
        event, time = self.current, self.date.time
        if event is None or time is None:
            return
        ids = [known.id for known in self.rows.events]
        at = ids.index(event.id)
        self.date.set_text("")
        if self._session.edit(event.id, time=time):
            left = [known for known in self.rows.events if known.review is not ReviewState.REJECTED]
            if left:
                self.list.setFocus()
                self._session.select((left[min(at, len(left) - 1)].id,))

    def _tell_selection(self) -> None:
        if not self._is_taking:
            rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
            if rows:
                self._session.select(self.rows.events[row].id for row in rows)

    def _take_selection(self, selection: Selection) -> None:
        ids = {id_ for id_ in selection.ids if (event := self._session.event(id_)) and not event.on_timeline}
        rows = [row for row, event in enumerate(self.rows.events) if event.id in ids] if ids else []
        wanted = QItemSelection()
        for row in rows:
            wanted.select(self.rows.index(row), self.rows.index(row))
        self._is_taking = True
        try:
            flags = QItemSelectionModel.SelectionFlag
            if rows:
                self.list.selectionModel().setCurrentIndex(self.rows.index(rows[0]), flags.NoUpdate)
            self.list.selectionModel().select(wanted, flags.ClearAndSelect)
        finally:
            self._is_taking = False
        event = self.current
        self.date.setVisible(event is not None)
        if event is not None:
            first = self._session.document(event.excerpts[0].document) if event.excerpts else None
            self.date.set_published(first.published if first else None)


def head_words(events: Sequence[Event], has_others: bool) -> str:
    """How many there are, what is known of their time where that is the same for all, and what can be done.

    `has_others` tells whether events are shown that have a date.
    """
    if not events:
        return "Undated (0): all have a date" if has_others else "Undated (0)"
    first = bound_words(events[0])
    bound = f", {first}" if all(bound_words(event) == first for event in events) else ""
    return f"Undated ({len(events):,}){bound} — drag, or type a date"
