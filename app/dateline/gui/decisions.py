"""The log of decisions: when, what, about which event; what was undone is struck through. It can be copied as text.

It talks to the session alone.
"""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QDateTime, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.appearance import Appearance
from dateline.gui.style import set_role
from dateline.model.project import Decision
from dateline.session.session import Session

_TIME_FORMAT: Final = "yyyy-MM-dd HH:mm"
Index = QModelIndex | QPersistentModelIndex


class DecisionRows(QAbstractTableModel):
    """The decisions of the project, the last one on top."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.decisions: tuple[Decision, ...] = ()

    def refresh(self) -> None:
        """Take the log anew."""
        log = self._session.project.decision
        decisions = tuple(log[key] for key in sorted(log, key=int, reverse=True))
        if decisions != self.decisions:
            self.beginResetModel()
            self.decisions = decisions
            self.endResetModel()

    def words(self, decision: Decision) -> tuple[str, str, str]:
        """When, what, and about what it was."""
        titles = [event.title for id_ in decision.events if (event := self._session.event(id_))]
        names = [doc.title or doc.name for id_ in decision.documents if (doc := self._session.document(id_))]
        about = ", ".join(titles or names)
        text = decision.text[:1].upper() + decision.text[1:]
        return decided_at(decision), text + (" (undone)" if decision.undone else ""), about

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """How many decisions there are."""
        return 0 if parent.isValid() else len(self.decisions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """When and what."""
        return 0 if parent.isValid() else len(_TITLES)  # what it was about is told by the tip and the copied text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return _TITLES[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell; struck through where the decision was undone."""
        if not index.isValid():
            return None
        decision = self.decisions[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(decision)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self.words(decision)[1:]).strip()
        if role == Qt.ItemDataRole.FontRole and decision.undone:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return None


class DecisionsLog(QWidget):
    """The list, and a button to copy it. A click on a line selects the events it was about."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows = DecisionRows(session, self)
        self.table = QTableView(self)
        self.table.setModel(self.rows)
        self.table.setAccessibleName("Decisions")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 9)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setColumnWidth(0, self.fontMetrics().horizontalAdvance("0" * len(_TIME_FORMAT)) + 12)
        self.table.selectionModel().currentRowChanged.connect(self._select)
        self.table.clicked.connect(self._select)
        self.count = QLabel(self)
        set_role(self.count, "small")
        self.copy_button = QPushButton("Copy as text", self)
        self.copy_button.clicked.connect(self.copy)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 4, 14, 8)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.copy_button)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.addWidget(self.table, 1)
        column_layout.addLayout(foot)
        session.changed.connect(self.refresh)
        session.project_opened.connect(self.refresh)
        self.refresh()

    def refresh(self, _changes: object = None) -> None:
        """Show the log as it is now."""
        self.rows.refresh()
        count = len(self.rows.decisions)
        undone = sum(decision.undone for decision in self.rows.decisions)
        words = f"{count:,} decision{'s' * (count != 1)}" + (f", {undone:,} undone" if undone else "")
        self.count.setText(words if count else "Nothing was decided yet.")
        self.copy_button.setEnabled(count > 0)

    def text(self) -> str:
        """The log as lines of text with tabs between the columns, oldest first."""
        return "\n".join("\t".join(self.rows.words(decision)) for decision in reversed(self.rows.decisions))

    def copy(self) -> None:
        """Put the log on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())
        self._session.message.emit("The log of decisions was copied.")

    def _select(self, index: QModelIndex) -> None:
        if index.isValid():
            ids = [id_ for id_ in self.rows.decisions[index.row()].events if self._session.event(id_) is not None]
            if ids:
                self._session.select(ids)


def decided_at(decision: Decision) -> str:
    """When it was decided, by the clock of this machine."""
    return QDateTime.fromSecsSinceEpoch(decision.at_utc_seconds).toString(_TIME_FORMAT)


_TITLES: Final = ("When", "Decision")
