"""The rows of the undated tray: which events, how a line is drawn, what is dragged. It knows a session to read from,
no view.

What is dragged carries the ids of events, one a line, under MIME_TYPE.
"""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dateline.gui.appearance import Appearance
from dateline.gui.groupicons import SIZE_PX, group_sign
from dateline.model.events import Event
from dateline.model.wording import describe_short
from dateline.session.session import Session

MIME_TYPE: Final = "application/x-dateline-event"
_ID: Final = Qt.ItemDataRole.UserRole
_BOUND: Final = Qt.ItemDataRole.UserRole + 1
_GAP_PX: Final = 10
Index = QModelIndex | QPersistentModelIndex


def drag_data(ids: Sequence[str]) -> QMimeData:
    """What is dragged for events."""
    data = QMimeData()
    data.setData(MIME_TYPE, QByteArray("\n".join(ids).encode()))
    return data


def dragged_ids(data: QMimeData) -> tuple[str, ...]:
    """The ids of the events that are dragged; none for anything else."""
    return tuple(bytes(data.data(MIME_TYPE).data()).decode().split("\n")) if data.hasFormat(MIME_TYPE) else ()


def bound_words(event: Event) -> str:
    """What is known of the time of an undated event."""
    return describe_short(event.time) if event.time else "no date"


class TrayRows(QAbstractListModel):
    """The undated events that pass the filter."""

    def __init__(self, session: Session, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self.events: tuple[Event, ...] = ()

    def refresh(self) -> bool:
        """Take the events anew; whether they are others now."""
        events = self._session.undated
        if events is self.events or events == self.events:
            return False
        self.beginResetModel()
        self.events = events
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """How many there are."""
        return 0 if parent.isValid() else len(self.events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title with what is known of its time, the group's shape, the id."""
        if not index.isValid():
            return None
        event = self.events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return event.title
        if role == _BOUND:
            return bound_words(event)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{event.title}, {bound_words(event)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            why = "\n".join(step.text for step in event.why)
            return f"{event.title}\n{bound_words(event)}\n{why}".strip()
        if role == Qt.ItemDataRole.DecorationRole:
            return group_sign(event.group, self._appearance.theme)
        return event.id if role == _ID else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What is dragged."""
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the rows that are dragged."""
        return drag_data([self.events[index.row()].id for index in indexes])


class TrayLine(QStyledItemDelegate):
    """Draws a title, cut where there is no room, and what is known of its time, muted, at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, however long the title is."""
        return QSize(0, super().sizeHint(option, index).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The line of one event."""
        bound = str(index.data(_BOUND))
        room = option.fontMetrics.horizontalAdvance(bound) + _GAP_PX
        self.initStyleOption(option, index)
        icon_px = SIZE_PX + 3 * _GAP_PX
        room = option.rect.width() - room - icon_px
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        area = option.rect.adjusted(0, 0, -_GAP_PX, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, bound)
