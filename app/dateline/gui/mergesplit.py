"""Two small questions: with which event is this one merged, and which excerpts of it are another event?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.groupicons import group_sign
from dateline.gui.question import Question
from dateline.gui.style import set_role
from dateline.model.events import Event
from dateline.model.wording import describe_short
from dateline.session.session import Session

_ID = Qt.ItemDataRole.UserRole
_OFFERED = 400  # more than one reads; the field above narrows them down


class MergeDialog(Question):
    """Offers the other events, the nearest in time first; the chosen ones are merged into this one."""

    def __init__(self, session: Session, appearance: Appearance, event: Event, parent: QWidget | None = None) -> None:
        super().__init__("Merge", "Merge", parent)
        self._session, self._appearance, self._event = session, appearance, event
        self._others = nearest_first(event, session.events)
        head = QLabel(f"Which events are the same as “{event.title}”?", self, wordWrap=True)
        self.words = QLineEdit(self, placeholderText="Find an event", clearButtonEnabled=True)
        self.list = _list("Other events", self)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.lay_out(head, self.words, self.list)
        self.words.textChanged.connect(self._fill)
        self.list.itemSelectionChanged.connect(self._check)
        self.list.itemDoubleClicked.connect(self.accept)
        self._fill("")
        self.resize(480, 420)

    def accept(self, _item: object = None) -> None:
        """Merge what is chosen into this event, as one step that can be undone."""
        chosen = [str(item.data(_ID)) for item in self.list.selectedItems()]
        if chosen:
            self._session.merge((self._event.id, *chosen), into=self._event.id)
            super().accept()

    def _fill(self, words: str) -> None:
        self.list.clear()
        wanted = words.casefold().split()
        fitting = (event for event in self._others if all(word in event.title.casefold() for word in wanted))
        for event, _ in zip(fitting, range(_OFFERED), strict=False):
            date = describe_short(event.time, self._appearance.year_style) if event.time else "undated"
            item = QListWidgetItem(group_sign(event.group, self._appearance.theme), f"{event.title} – {date}")
            item.setData(_ID, event.id)
            self.list.addItem(item)
        self._check()

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.list.selectedItems()))


class SplitDialog(Question):
    """Offers the excerpts of an event; those that are ticked become an event of their own."""

    def __init__(self, session: Session, event: Event, parent: QWidget | None = None) -> None:
        super().__init__("Split", "Split", parent)
        self._session, self._event = session, event
        head = QLabel(f"Which excerpts of “{event.title}” tell another event?", self, wordWrap=True)
        self.list = _list("Excerpts", self)
        self.list.setWordWrap(True)
        for excerpt in event.excerpts:
            item = QListWidgetItem(f"“{' '.join(excerpt.quote.split())}”")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.hint = QLabel("Tick some, but not all.", self)
        set_role(self.hint, "small")
        self.lay_out(head, self.list, self.hint)
        self.list.itemChanged.connect(self._check)
        self._check()
        self.resize(480, 320)

    @property
    def ticked(self) -> tuple[int, ...]:
        """The indexes of the excerpts that are ticked."""
        rows = range(self.list.count())
        return tuple(row for row in rows if self.list.item(row).checkState() is Qt.CheckState.Checked)

    def accept(self) -> None:
        """Split, as one step that can be undone."""
        self._session.split(self._event.id, self.ticked)
        super().accept()

    def _check(self, _item: object = None) -> None:
        self.yes.setEnabled(0 < len(self.ticked) < self.list.count())


def _list(name: str, parent: QWidget) -> QListWidget:
    found = QListWidget(parent)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.setAccessibleName(name)
    return found


def nearest_first(event: Event, events: tuple[Event, ...]) -> list[Event]:
    """The other events: those without time last, the others by how near in time they are."""
    others = [other for other in events if other.id != event.id]
    if event.time is None:
        return others
    here = event.time.interval.sort_key[0]

    def distance(other: Event) -> tuple[bool, int]:
        return other.time is None, abs(other.time.interval.sort_key[0] - here) if other.time else 0

    return sorted(others, key=distance)
