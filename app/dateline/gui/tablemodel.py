"""The events that pass the filter as rows of a table, sortable by each column; one column is one small class of
answers.

It knows a session to read from and no view. No object is kept for a row but the event itself.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from dateline.gui.appearance import Appearance
from dateline.gui.groupicons import group_sign
from dateline.gui.why import why_words
from dateline.model.events import Event, ReviewState
from dateline.model.names import REVIEW_NAMES
from dateline.model.project import time_order
from dateline.model.voices import describe_voice, voices
from dateline.model.wording import describe_short, describe_time
from dateline.session.changes import Changes
from dateline.session.session import Session

_ICON_PX: Final = 11
_FEW: Final = 20  # up to one changed event in so many is taken over by itself; a row is found by bisection then
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """What one column says of an event, and by what it is sorted."""

    title: str
    words: Callable[["EventRows", Event], str]
    order: Callable[["EventRows", Event], Any]
    tip: str = ""


@dataclass(frozen=True, slots=True)
class _Falling:
    """Something by which rows are sorted the other way round."""

    order: Any

    def __lt__(self, other: "_Falling") -> bool:
        return bool(other.order < self.order)


class EventRows(QAbstractTableModel):
    """A row for each event that passes, in the order of the column that was chosen last."""

    def __init__(self, session: Session, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self._column, self._order = 0, Qt.SortOrder.AscendingOrder
        self._events: list[Event] = []
        self._known: dict[str, Event] = {}
        self._icons: dict[str, QIcon] = {}
        self.refresh()

    # Asked by the table

    def at(self, row: int) -> Event:
        """The event of a row."""
        return self._events[row]

    def row_of(self, event_id: str) -> int | None:
        """The row of an event, or None where it does not pass."""
        event = self._known.get(event_id)
        return None if event is None else self._place(event)

    def rows_of(self, ids: Collection[str]) -> list[int]:
        """The rows of those events that pass, from top to bottom."""
        known = {id_ for id_ in ids if id_ in self._known}
        if len(known) * _FEW > len(self._events):
            return [row for row, event in enumerate(self._events) if event.id in known]
        return sorted(self._place(self._known[id_]) for id_ in known)

    def refresh(self) -> None:
        """Take all events anew: a reset where rows came, went or moved."""
        events = self._sorted(self._session.passing)
        if [event.id for event in events] == [event.id for event in self._events]:
            self._set(events)
            self._tell_cells()
            return
        self.beginResetModel()
        self._set(events)
        self.endResetModel()

    def take(self, changes: Changes) -> None:
        """Take over what changed: rows that stay where they are are told of, others leave or come."""
        if changes.everything or changes.documents or len(changes.passing) * _FEW > len(self._events):
            self.refresh()
            return
        come = {event.id: event for event in changes.passing.come}
        for event in changes.passing.gone:
            now = come.get(event.id)
            if now is not None and self._replace(self._place(event), now):
                del come[event.id]
            else:
                self._remove(self._place(event))
        for event in come.values():
            self._insert(event)

    def _replace(self, row: int, event: Event) -> bool:
        """Put an event in the place of its old self; False where it belongs elsewhere now."""
        key, events = self._key(event), self._events
        if (row and self._key(events[row - 1]) > key) or (row + 1 < len(events) and key > self._key(events[row + 1])):
            return False
        events[row] = self._known[event.id] = event
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        return True

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._known[self._events.pop(row).id]
        self.endRemoveRows()

    def _insert(self, event: Event) -> None:
        row = self._place(event)
        self.beginInsertRows(QModelIndex(), row, row)
        self._events.insert(row, event)
        self._known[event.id] = event
        self.endInsertRows()

    def _place(self, event: Event) -> int:
        """The row at which an event stands or would stand."""
        return bisect_left(self._events, self._key(event), key=self._key)

    def _key(self, event: Event) -> tuple[Any, ...]:
        """By what rows are sorted; the order of time settles what is equal."""
        order = COLUMNS[self._column].order(self, event)
        falls = self._order is Qt.SortOrder.DescendingOrder
        return (_Falling(order) if falls else order), time_order(event)

    def take_colours(self) -> None:
        """Forget what was drawn for another theme."""
        self._icons.clear()
        self._tell_cells()

    def _tell_cells(self) -> None:
        """All cells may say something else now."""
        if self._events:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._events) - 1, len(COLUMNS) - 1))

    def document_names(self, event: Event) -> str:
        """The documents that back an event, by title."""
        documents = filter(None, map(self._session.document, event.documents))
        return ", ".join(document.title or document.name for document in documents) or "your note"

    def date(self, event: Event) -> str:
        """An event's time in few words."""
        return describe_short(event.time, self._appearance.year_style) if event.time else "undated"

    def _set(self, events: Sequence[Event]) -> None:
        self._events = list(events)
        self._known = {event.id: event for event in events}

    def _sorted(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """By the chosen column; the session's own order is that of time, and settles what is equal."""
        descending = self._order is Qt.SortOrder.DescendingOrder
        if self._column == 0 and not descending:
            return events
        order = COLUMNS[self._column].order
        return tuple(sorted(events, key=lambda event: order(self, event), reverse=descending))

    # Asked by Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """How many events pass."""
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """How many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and section < len(COLUMNS):
            if role == Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section].title
            if role == Qt.ItemDataRole.ToolTipRole:
                return COLUMNS[section].tip
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, tips, signs and colours of a cell."""
        if not index.isValid() or index.row() >= len(self._events):
            return None
        event, column = self._events[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.words(self, event)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(event, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {column.words(self, event)}"
            case Qt.ItemDataRole.DecorationRole if column.title == "Event":
                return self._icon(event)
            case Qt.ItemDataRole.ForegroundRole:
                is_quiet = event.review is ReviewState.REJECTED or not event.on_timeline
                return QColor(self._appearance.theme.muted) if is_quiet else None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column. As a reset: to move each index of 100,000 selected rows would take seconds."""
        self._column, self._order = column, order
        self.beginResetModel()
        self._set(self._sorted(self._session.passing))
        self.endResetModel()

    def _tip(self, event: Event, column: int) -> str:
        """What is cut off in the cell, in full."""
        if column == 0 and event.time is not None:
            return f"{describe_time(event.time, self._appearance.year_style)}\n{event.time.edtf}"
        if column == _EXCERPTS:
            return "\n\n".join(f"“{' '.join(excerpt.quote.split())}”" for excerpt in event.excerpts)
        return "\n".join(step.text for step in event.why) if column == _WHY else COLUMNS[column].words(self, event)

    def _icon(self, event: Event) -> QIcon:
        if event.group not in self._icons:
            self._icons[event.group] = group_sign(event.group, self._appearance.theme, _ICON_PX)
        return self._icons[event.group]


def said_by(event: Event) -> str:
    """The sources of an event, in the order of its excerpts."""
    return "; ".join(map(describe_voice, voices(event)))


_WHY: Final = 2
_EXCERPTS: Final = 3
COLUMNS: Final = (
    Column("Date", EventRows.date, lambda _rows, event: time_order(event), "Sorted by time, not by its words"),
    Column("Event", lambda _rows, event: event.title, lambda _rows, event: event.title.casefold()),
    Column("Why this date", lambda _rows, event: why_words(event), lambda _rows, event: why_words(event).casefold()),
    Column("Excerpts", lambda _rows, event: str(len(event.excerpts)), lambda _rows, event: len(event.excerpts)),
    Column("Document", EventRows.document_names, lambda rows, event: rows.document_names(event).casefold()),
    Column(
        "Review",
        lambda _rows, event: REVIEW_NAMES[event.review],
        lambda _rows, event: tuple(ReviewState).index(event.review),
    ),
    Column(
        "Said by",
        lambda _rows, event: said_by(event),
        lambda _rows, event: said_by(event).casefold(),
        "Who says so by the document’s words; empty where it says so itself",
    ),
)
