"""Editing one event by hand: title, date in free words, kind, reality, who, where, tags, notes.

What was not touched is not set, so that it goes on following the reading; it knows the session's one verb for all of
this.
"""

from typing import Any, Final

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.datefield import DateField
from dateline.gui.kindbox import KindBox
from dateline.gui.namesfield import NamesField
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
        self.who = NamesField("Who", event.actors, (name for one in session.events for name in one.actors), self)
        self.where = NamesField("Where", event.places, (name for one in session.events for name in one.places), self)
        self.tags = NamesField("Tags", event.tags, (name for one in session.events for name in one.tags), self)
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

    def changes(self) -> dict[str, Any]:
        """The fields that differ from the event, by their names in the model."""
        event = self._event
        typed: dict[str, Any] = {
            "title": self.title.text().strip(),
            "kind": event.kind if not event.kind and self.kind.kind == event.group.value else self.kind.kind,
            "group": self.kind.group,
            "factuality": Factuality(self.reality.currentData()),
            "actors": self.who.names(),
            "places": self.where.names(),
            "tags": self.tags.names(),
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
