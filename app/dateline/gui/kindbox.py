"""A box in which the kind of an event is chosen: the eight groups as headings, the fine kinds below each.

It knows the kinds of the lexicon and nothing of events.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.groupicons import SIZE_PX, group_sign
from dateline.model.group import Group
from dateline.model.names import GROUP_NAMES
from dateline.session.analyser import floors

_KIND = Qt.ItemDataRole.UserRole
_GROUP = Qt.ItemDataRole.UserRole + 1


class KindBox(QComboBox):
    """A choice of a fine kind, or of a group as a whole."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName("Kind")
        self.setIconSize(QSize(SIZE_PX, SIZE_PX))
        self.setMaxVisibleItems(20)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        kinds = floors().lexicon_for(None).kinds.values()
        for group in Group:
            self._add(GROUP_NAMES[group], group.value, group, heading=True)
            for kind in kinds:
                if kind.group is group and kind.name != group.value:
                    self._add(kind_name(kind.name), kind.name, group)
        self.choose(Group.OTHER.value, Group.OTHER)

    def choose(self, kind: str, group: Group) -> None:
        """Show a kind; one that is not in the list is added to it, none is shown as its group."""
        row = self._row_of(kind or group.value, group)
        if row is None:
            self._add(kind_name(kind), kind, group)
            row = self.count() - 1
        self.setCurrentIndex(row)

    @property
    def kind(self) -> str:
        """The kind chosen; a group's own name where the group as a whole was."""
        return str(self.currentData(_KIND))

    @property
    def group(self) -> Group:
        """The group of the kind chosen."""
        return Group(self.currentData(_GROUP))

    def _row_of(self, kind: str, group: Group) -> int | None:
        rows = range(self.count())
        known = [row for row in rows if self.itemData(row, _KIND) == kind and self.itemData(row, _GROUP) == group.value]
        return known[0] if known else None

    def _add(self, words: str, kind: str, group: Group, heading: bool = False) -> None:
        item = QStandardItem(group_sign(group, self._appearance.theme), words)
        item.setData(kind, _KIND)
        item.setData(group.value, _GROUP)
        if heading:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        self._items.appendRow(item)


def kind_name(kind: str) -> str:
    """A kind's name for people; the lexicon's names are words already.

    >>> kind_name("court")
    'Court'
    """
    return kind[:1].upper() + kind[1:].replace("_", " ") if kind else "No kind"
