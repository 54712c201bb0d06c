"""Editing one event by hand: title, date in free words, kind, reality, who, where, tags, notes.

What was not touched is not set, so that it goes on following the reading; it knows the session's one verb for all of
this.
"""

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from dateline.gui.appearance import Appearance
from dateline.gui.datefield import DateField
from dateline.gui.kindbox import KindBox
from dateline.gui.question import Question
from dateline.model.events import Event, Factuality
from dateline.model.names import FACTUALITY_NAMES
from dateline.session.session import Session

_NOTES_LINES: Final = 4
_NEEDLESS: Final = " \t\r\n"


class EditEventDialog(Question):
    """The form for one event. Save sets what was changed as one step that can be undone."""

    def __init__(self, session: Session, appearance: Appearance, event: Event, parent: QWidget | None = None) -> None:
        super().__init__("Edit event", "Save", parent)
        self._session, self._event = session, event
        first = session.document(event.excerpts[0].document) if event.excerpts else None
        self.title = QLineEdit(event.title, self)
        self.date = DateField(appearance, self, published=first.published if first else None)
        self.date.set_time(event.time)
        self.kind = KindBox(appearance, self)
        self.kind.choose(event.kind, event.group)
        self.reality = QComboBox(self)
        for factuality in Factuality:
            self.reality.addItem(FACTUALITY_NAMES[factuality], factuality.value)
        self.reality.setCurrentIndex(self.reality.findData(event.factuality.value))
        self.who = self._names(event.actors, {name for other in session.events for name in other.actors})
        self.where = self._names(event.places, {name for other in session.events for name in other.places})
        self.tags = self._names(event.tags, {name for other in session.events for name in other.tags})
        self.notes = QPlainTextEdit(event.notes, self, tabChangesFocus=True)
        self.notes.setFixedHeight(self.notes.fontMetrics().lineSpacing() * _NOTES_LINES + 14)
        self._lay_out()
        self.title.textChanged.connect(self._check)
        self.date.changed.connect(self._check)
        self.title.selectAll()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, field in (
            ("&Title", self.title),
            ("&Date", self.date),
            ("&Kind", self.kind),
            ("&Reality", self.reality),
            ("&Who", self.who),
            ("W&here", self.where),
            ("Ta&gs", self.tags),
            ("&Notes", self.notes),
        ):
            form.addRow(words, field)
        self.lay_out(form)
        self.setMinimumWidth(520)

    def _names(self, values: tuple[str, ...], known: Iterable[str]) -> QLineEdit:
        """A field for names with commas between them, which completes the last one from those known."""
        field = QLineEdit(", ".join(values), self)
        field.setPlaceholderText("names, with commas between them")
        completer = LastNameCompleter(sorted(known, key=str.casefold), field)
        field.setCompleter(completer)
        return field

    def changes(self) -> dict[str, Any]:
        """The fields that differ from the event, by their names in the model."""
        event = self._event
        typed: dict[str, Any] = {
            "title": self.title.text().strip(),
            "kind": event.kind if not event.kind and self.kind.kind == event.group.value else self.kind.kind,
            "group": self.kind.group,
            "factuality": Factuality(self.reality.currentData()),
            "actors": names_in(self.who.text()),
            "places": names_in(self.where.text()),
            "tags": names_in(self.tags.text()),
            "notes": self.notes.toPlainText().strip(_NEEDLESS),
        }
        changed = {name: value for name, value in typed.items() if value != getattr(event, name)}
        if self.date.time != event.time:
            changed |= {"time": self.date.time} if self.date.time is not None else {"undated": True}
        return changed

    def accept(self) -> None:
        """Set what was changed; nothing was, nothing happens."""
        changes = self.changes()
        if changes:
            self._session.edit(self._event.id, **changes)
        super().accept()

    def _check(self, _value: object = None) -> None:
        self.yes.setEnabled(bool(self.title.text().strip()) and self.date.is_valid)


class LastNameCompleter(QCompleter):
    """Completes the name after the last comma of a list of names."""

    def __init__(self, names: list[str], parent: QLineEdit) -> None:
        super().__init__(names, parent)
        self._field = parent
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        """What is to be completed: the part after the last comma."""
        return [path.rpartition(",")[2].lstrip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole list with its last name completed."""
        before = self._field.text().rpartition(",")[0]
        name = super().pathFromIndex(index)
        return f"{before}, {name}" if before else name


def names_in(text: str) -> tuple[str, ...]:
    """The names in a list with commas, each once.

    >>> names_in("EU, Japan,, EU")
    ('EU', 'Japan')
    """
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := part.strip())))
