"""The table: the same events as rows, the same selection, and the keys of reviewing. It is also what a screen reader
reads.

It talks to the session alone.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.editevent import EditEventDialog
from dateline.gui.preferences import preferences
from dateline.gui.tablemodel import COLUMNS, EventRows
from dateline.model.events import ReviewState
from dateline.session.changes import MANY_EVENTS, Changes, Selection
from dateline.session.session import Session
from dateline.session.slices import Slices, Steps

_FIXED_PX: Final = {0: 168, 3: 70, 5: 88}  # by column: what they hold is of one length
_SHARES: Final = {1: 0.44, 2: 0.34, 4: 0.22, 6: 0.22}  # by column, of the width that is left
_ON_DEMAND: Final = (6,)  # columns that are shown when a person asks for them
_ROW_PX: Final = 9  # above the height of the text
_ICON_PX: Final = 11
_COLUMNS_KEY: Final = f"table_{len(COLUMNS)}_columns"  # Qt cannot restore the state of fewer columns


class EventTable(QTableView):
    """Rows of events; what is selected here is selected everywhere."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self._is_taking = False
        self._is_fitting = False
        self._told: tuple[str, ...] | None = None
        self._slices = Slices(self)
        self.rows = EventRows(session, appearance, self)
        self.setModel(self.rows)
        self.setAccessibleName("Events")
        self._set_up_view()
        self._keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_A: lambda: self._decide(ReviewState.ACCEPTED),
            Qt.Key.Key_R: lambda: self._decide(ReviewState.REJECTED),
            Qt.Key.Key_E: self.edit_selected,
            Qt.Key.Key_M: lambda: session.merge(session.selection.ids),
            Qt.Key.Key_N: lambda: session.step_excerpt(1),
            Qt.Key.Key_P: lambda: session.step_excerpt(-1),
            Qt.Key.Key_Return: self.show_excerpt,
            Qt.Key.Key_Enter: self.show_excerpt,
            Qt.Key.Key_Space: self.show_excerpt,
        }
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.rows.modelReset.connect(self._find_place)
        self.doubleClicked.connect(lambda _index: self.edit_selected())
        self.customContextMenuRequested.connect(self._open_menu)
        session.changed.connect(self._take_changes)
        session.filter_changed.connect(self._take_events)
        session.project_opened.connect(self._take_events)
        session.selection_changed.connect(self._take_selection)
        appearance.changed.connect(self._take_looks)
        self._take_selection(session.selection)

    def _set_up_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab moves the focus, everywhere
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        # To paint a title Qt asks of every row whether it is selected; an own, empty model answers at once.
        head.setSelectionModel(QItemSelectionModel(self.rows, head))
        head.setStretchLastSection(True)
        head.setSectionsMovable(True)
        head.setMinimumSectionSize(48)
        self._take_looks()
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column in _ON_DEMAND:
            head.hideSection(column)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._open_columns_menu)
        kept = preferences().value(_COLUMNS_KEY)
        self._has_own_columns = isinstance(kept, QByteArray) and head.restoreState(kept)
        if self._has_own_columns:
            self.rows.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())
        head.sectionResized.connect(self._take_width)
        head.sectionMoved.connect(self._keep_columns)
        head.sortIndicatorChanged.connect(self._keep_columns)

    def selected_ids(self) -> tuple[str, ...]:
        """The events of the selected rows: the current one first, then from top to bottom."""
        parts = self.selectionModel().selection()  # as ranges: all of 100,000 rows are one
        ranges = sorted((parts.at(at).top(), parts.at(at).bottom()) for at in range(parts.count()))
        rows = dict.fromkeys(row for top, bottom in ranges for row in range(top, bottom + 1))
        current = self.currentIndex().row()
        ordered = dict.fromkeys((current, *rows)) if current in rows else rows
        return tuple(self.rows.at(row).id for row in ordered)

    # Between the selection of the table and that of the session

    def _tell_selection(self) -> None:
        if not self._is_taking:
            hidden = [id_ for id_ in self._session.selection.ids if self.rows.row_of(id_) is None]
            ids = self.selected_ids()
            self._told = tuple(ids or hidden)
            self._session.select(self._told)
            self._told = None

    def _take_selection(self, selection: Selection) -> None:
        """Select the same rows, and scroll to the first where it is not to be seen."""
        if selection.ids == self._told or self.selected_ids() == selection.ids:
            return
        wanted = QItemSelection()
        last = len(COLUMNS) - 1
        for top, bottom in _runs(self.rows.rows_of(selection.ids)):
            wanted.merge(
                QItemSelection(self.rows.index(top, 0), self.rows.index(bottom, last)),
                QItemSelectionModel.SelectionFlag.Select,
            )
        self._is_taking = True
        try:
            first = self.rows.row_of(selection.ids[0]) if selection.ids else None
            if first is not None:
                self.selectionModel().setCurrentIndex(
                    self.rows.index(first, max(0, self.currentIndex().column())),
                    QItemSelectionModel.SelectionFlag.NoUpdate,
                )
                self.scrollTo(self.rows.index(first, 0))
            self.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        finally:
            self._is_taking = False

    def _take_events(self, _news: object = None) -> None:
        """Take all anew, where they are very many in a turn of its own."""
        self._slices.do(self._taking(), sliced=len(self._session.events) >= MANY_EVENTS)

    def _taking(self) -> Steps:
        yield
        top = self.verticalScrollBar().value()
        self.rows.refresh()
        self.verticalScrollBar().setValue(top)

    def _take_changes(self, changes: Changes) -> None:
        if changes.everything or changes.sweeping or self._slices.is_busy:
            self._take_events()
            return
        top = self.verticalScrollBar().value()
        self._is_taking = True  # rows that leave are no wish of a person to select others
        try:
            self.rows.take(changes)
        finally:
            self._is_taking = False
        if {event.id for event in changes.passing.come} & {*self._session.selection.ids}:
            self._take_selection(self._session.selection)
        self.verticalScrollBar().setValue(top)

    def _find_place(self) -> None:
        """After a reset the rows are others: select and show what the session has selected."""
        self._take_selection(self._session.selection)

    def _take_looks(self, _theme: object = None) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_PX)
        self.rows.take_colours()

    def showEvent(self, event: QShowEvent) -> None:
        """Rows are as high as the font that the style gives at last."""
        super().showEvent(event)
        self._take_looks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As long as nobody has set the columns, they share the width there is."""
        self._is_fitting = True
        super().resizeEvent(event)
        self._share_width()
        self._is_fitting = False

    def _share_width(self) -> None:
        if self._has_own_columns:
            return
        left = max(300, self.viewport().width() - sum(_FIXED_PX.values()))
        shown = [column for column in range(len(COLUMNS)) if not self.isColumnHidden(column)]
        shares = sum(_SHARES.get(column, 0) for column in shown)
        for column in shown:
            self.setColumnWidth(column, _FIXED_PX.get(column) or int(left * _SHARES[column] / shares))

    def _take_width(self, section: int, _old_px: int, _new_px: int) -> None:
        """A person has set a column's width; the last one follows the width of the table by itself."""
        head = self.horizontalHeader()
        places = [head.visualIndex(column) for column in range(len(COLUMNS)) if not head.isSectionHidden(column)]
        if not head.isSectionHidden(section) and head.visualIndex(section) != max(places):
            self._keep_columns()

    def _keep_columns(self, *_what: object) -> None:
        if not self._is_fitting:
            self._has_own_columns = True
            preferences().setValue(_COLUMNS_KEY, self.horizontalHeader().saveState())

    def show_column(self, column: int, is_shown: bool) -> None:
        """Show or hide a column that is there on demand, and keep that."""
        self._is_fitting = True
        self.setColumnHidden(column, not is_shown)
        self._share_width()
        self._is_fitting = False
        self._keep_columns()

    def columns_menu(self) -> QMenu:
        """A menu of the columns that are there on demand."""
        menu = QMenu(self)
        for column in _ON_DEMAND:
            action = menu.addAction(COLUMNS[column].title)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(lambda shown, column=column: self.show_column(column, shown))
        return menu

    # What a person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of reviewing; the others move in the table."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._keys.get(event.key()) if plain == Qt.KeyboardModifier.NoModifier else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of reviewing here, not the beginning of a date."""

    def edit_selected(self) -> None:
        """Open the form for the one event that is selected."""
        chosen = [event for id_ in self._session.selection.ids if (event := self._session.event(id_))]
        if len(chosen) == 1:
            EditEventDialog(self._session, self._appearance, chosen[0], self).open()
        else:
            self._session.message.emit("Select one event to edit it.")

    def show_excerpt(self) -> None:
        """Ask for the excerpt of the first selected event to be shown."""
        selection = self._session.selection
        event = self._session.event(selection.ids[0]) if selection.ids else None
        if event is not None and event.excerpts:
            excerpt = event.excerpts[min(selection.excerpt, len(event.excerpts) - 1)]
            self._session.point(excerpt.document, excerpt.anchor.span)

    def _decide(self, state: ReviewState) -> None:
        """Accept or reject what is selected, and go on to the next that is to be reviewed."""
        ids = self._session.selection.ids
        if ids and self._session.review(ids, state):
            self._session.next_to_review()

    def _open_columns_menu(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _open_menu(self, at: QPoint) -> None:
        ids = self._session.selection.ids
        if not ids:
            return
        menu = QMenu(self)
        menu.addAction("Accept\tA", lambda: self._decide(ReviewState.ACCEPTED))
        menu.addAction("Reject\tR", lambda: self._decide(ReviewState.REJECTED))
        menu.addAction("Back to review", lambda: self._session.review(ids, ReviewState.TO_REVIEW))
        menu.addSeparator()
        menu.addAction("Edit…\tE", self.edit_selected).setEnabled(len(ids) == 1)
        menu.addAction("Merge\tM", lambda: self._session.merge(ids)).setEnabled(len(ids) > 1)
        menu.addAction("Reset to what was read", lambda: self._session.reset(ids))
        menu.addSeparator()
        menu.addAction("Show the excerpt\tEnter", self.show_excerpt)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(at))


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Rising numbers as runs without a gap: first and last of each.

    >>> list(_runs([1, 2, 3, 7]))
    [(1, 3), (7, 7)]
    """
    ordered = list(rows)
    if not ordered:
        return
    cuts = [at + 1 for at, (one, other) in enumerate(pairwise(ordered)) if other != one + 1]
    for first, beyond in pairwise((0, *cuts, len(ordered))):
        yield ordered[first], ordered[beyond - 1]
