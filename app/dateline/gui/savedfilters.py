"""The filters a project keeps by name: save the present one, come back to one, remove one."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.icons import icon
from dateline.gui.style import set_role
from dateline.session.changes import Changes
from dateline.session.session import Session


class SavedFilters(QWidget):
    """A row for each saved filter, and a field in which the present one is given a name."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self.rows: dict[str, QWidget] = {}
        title = QLabel("SAVED FILTERS", self)
        set_role(title, "heading")
        self.name = QLineEdit(self, placeholderText="Save this filter as …")
        self.name.setAccessibleName("Save this filter as")
        self.name.returnPressed.connect(self._save)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(title)
        column.addLayout(self._list)
        column.addWidget(self.name)
        session.changed.connect(self._take_changes)
        session.filter_changed.connect(self.refresh)
        session.project_opened.connect(self.refresh)
        appearance.changed.connect(self.refresh)
        self.refresh()

    def _take_changes(self, changes: Changes) -> None:
        if changes.everything or set(self.rows) != set(self._session.project.filter) or not changes.events:
            self.refresh()

    def refresh(self, _news: object = None) -> None:
        """Show the filters of the project; the one in force is marked."""
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        saved = self._session.project.filter
        self.rows = {name: self._make_row(name) for name in sorted(saved, key=str.casefold)}

    def _make_row(self, name: str) -> QWidget:
        row = QWidget(self)
        in_force = self._session.project.filter[name] == self._session.filter
        apply = QPushButton(f"✓ {name}" if in_force else name, row)
        apply.setToolTip(f"Show only what “{name}” lets through")
        apply.setObjectName("apply")
        set_role(apply, "link")
        apply.clicked.connect(partial(self._apply, name))
        remove = QToolButton(row)
        remove.setToolTip(f"Remove “{name}”; undo brings it back")
        remove.setObjectName("remove")
        remove.setAccessibleName(f"Remove the filter {name}")
        remove.setIcon(icon("close", self._appearance.theme, "muted"))
        remove.clicked.connect(partial(self._remove, name))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(apply, 1)
        line.addWidget(remove)
        self._list.addWidget(row)
        return row

    def _apply(self, name: str) -> None:
        self._session.set_filter(self._session.project.filter[name])

    def _remove(self, name: str) -> None:
        self._session.remove_filter(name)

    def _save(self) -> None:
        name = self.name.text().strip()
        if name and self._session.save_filter(name):
            self.name.clear()
