"""What a document says of itself: title, author, address, and its own date, from which "last week" is counted.

It is also how the window asks for a date that a document does not tell. It stands beside the work, never in its way;
closing it means to go on without.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.appearance import Appearance
from dateline.gui.datefield import DateField
from dateline.gui.style import set_role
from dateline.model.dates import Interval, Precision
from dateline.model.documents import Published, PublishedOrigin, SourceDocument
from dateline.model.events import EventTime
from dateline.model.wording import describe_interval
from dateline.session.changes import Changes
from dateline.session.session import Session

_ID: Final = Qt.ItemDataRole.UserRole
_WIDTH_PX: Final = 600
_LIST_PX: Final = 210
_GAP_PX: Final = 18
_ORIGINS: Final = {
    PublishedOrigin.TEXT: "read in the text",
    PublishedOrigin.METADATA: "from the file’s own data",
    PublishedOrigin.OPTION: "given when it was opened",
    PublishedOrigin.PERSON: "set by you",
}


class DocumentDialog(QDialog):
    """The form for one document, beside the list of all where there are several."""

    def __init__(self, session: Session, appearance: Appearance, document: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Document properties")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._session, self._appearance = session, appearance
        self._document: SourceDocument | None = None
        self.list = QListWidget(self)
        self.list.setAccessibleName("Documents")
        self.list.setFixedWidth(_LIST_PX)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # "(no date)" stands at the end
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head = QLabel(self, wordWrap=True)
        set_role(self.head, "title")
        self.hint = QLabel(self, wordWrap=True)
        set_role(self.hint, "muted")
        self.title, self.author, self.address = (QLineEdit(self) for _ in range(3))
        self.date = DateField(appearance, self)
        self.origin = _button("", self._show_origin, "link")
        self.suggestion = _button("", self._take_suggestion, "link")
        self.remove = _button("Remove from this timeline", self._remove, "flat")
        self.without = _button("Go on without a date", self.close)
        self.cancel = _button("Close", self.close)
        self.save = _button("Save", self.accept, "primary")
        self.save.setDefault(True)
        self._lay_out()
        self.list.currentItemChanged.connect(self._take_item)
        self.date.changed.connect(self._check)
        session.changed.connect(self._take_changes)
        session.project_opened.connect(self.close)
        self.show_document(document)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow("&Title", self.title)
        form.addRow("&Author", self.author)
        form.addRow("A&ddress", self.address)
        form.addRow("&Published", self.date)
        form.addRow("", self.origin)
        form.addRow("", self.suggestion)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        for button in (self.without, self.cancel, self.save):
            buttons.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.head)
        right.addWidget(self.hint)
        right.addLayout(form)
        right.addStretch(1)
        right.addLayout(buttons)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 14)
        row.setSpacing(_GAP_PX)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.resize(_WIDTH_PX, 0)

    @classmethod
    def ask(cls, session: Session, appearance: Appearance, document: str, window: QWidget) -> "DocumentDialog":
        """Show a document in the dialog of a window, which has one at most: three hundred files ask once, not 300
        times.

        A dialog in which somebody is at work on another document stays there; its list tells which ones lack a date.
        """
        dialog = cls._of(window)
        if dialog is None:
            return cls.edit(session, appearance, document, window)
        dialog.refresh()
        return dialog

    @classmethod
    def edit(cls, session: Session, appearance: Appearance, document: str, window: QWidget) -> "DocumentDialog":
        """Show a document in the dialog of a window, because somebody asked for just this one."""
        dialog = cls._of(window) or cls(session, appearance, document, window)
        dialog.show_document(document)
        dialog.open()
        return dialog

    @classmethod
    def _of(cls, window: QWidget) -> "DocumentDialog | None":
        return next((dialog for dialog in window.findChildren(cls) if dialog.isVisible()), None)

    def open(self) -> None:
        """Show it beside the window, which goes on working."""
        self.show()
        self.raise_()

    # What is shown

    def show_document(self, document_id: str) -> None:
        """Show another document; what was typed and not saved is let go."""
        self._document = self._session.document(document_id)
        self.refresh()
        if self._document is None:
            return
        document = self._document
        self.title.setText(document.title)
        self.author.setText(document.author)
        self.address.setText(document.address)
        published = document.published
        self.date.set_time(EventTime(published.interval, published.precision) if published else None)
        self._tell_date(document)
        (self.date if published is None else self.title).setFocus()
        self._check()
        self._take_room()

    def _take_room(self) -> None:
        """As wide as its list needs beside the fields, and as high as its sentences are when they are broken there."""
        width = max(self.width(), _WIDTH_PX + (0 if self.list.isHidden() else _LIST_PX + _GAP_PX))
        self.resize(width, max(self.height(), self._row.totalHeightForWidth(width)))

    def refresh(self) -> None:
        """Show the list of documents as it is now."""
        documents = self._session.project.document
        self.list.blockSignals(True)
        self.list.clear()
        for document in documents.values():
            words = document.title or document.name
            item = QListWidgetItem(words if document.published else f"{words}  (no date)")
            item.setToolTip(document.name)
            item.setData(_ID, document.id)
            self.list.addItem(item)
            if self._document is not None and document.id == self._document.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(len(documents) > 1)

    def _tell_date(self, document: SourceDocument) -> None:
        published = document.published
        name = document.title or document.name
        self.head.setText(name if published else f"When was “{name}” published?")
        self.hint.setText("No date was found in it. “Last week” and “in October” are counted from that day.")
        self.hint.setVisible(published is None)
        span = published.span if published else None
        told = _ORIGINS[published.origin] if published else ""
        self.origin.setText(f"{told}: “{span.of(document.text)}”" if span else told)
        self.origin.setVisible(bool(told))
        self.origin.setEnabled(span is not None)
        day = document.suggested_day
        self.suggestion.setVisible(published is None and day is not None)
        if day is not None:
            words = describe_interval(Interval.days(day, day), Precision.DAY, year_style=self._appearance.year_style)
            self.suggestion.setText(f"Use the file’s own date, {words}")
        self.without.setVisible(published is None)
        self.cancel.setVisible(published is not None)

    def _check(self, _value: object = None) -> None:
        self.save.setEnabled(self.date.is_valid)

    def _take_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_document(str(item.data(_ID)))

    def _take_changes(self, changes: Changes) -> None:
        """The document was changed elsewhere, or is gone."""
        known = self._session.project.document
        if self._document is None or self._document.id not in known:
            following = next(iter(known), None)
            self.show_document(following) if following else self.close()
        elif self._document.id in changes.documents and known[self._document.id] != self._document:
            self.show_document(self._document.id)
        else:
            self.refresh()

    # What a person does

    def accept(self) -> None:
        """Save what was changed; a new date has the document read again."""
        document = self._document
        if document is None or not self.date.is_valid:
            return
        corrections = {"title": self.title, "author": self.author, "address": self.address}
        typed = {name: field.text().strip() for name, field in corrections.items()}
        changed = {name: text for name, text in typed.items() if text != getattr(document, name)}
        self._session.changed.disconnect(self._take_changes)  # what comes now is our own doing
        if changed:
            self._session.correct_document(document.id, **changed)
        published = self._published(document)
        if published != document.published:
            self._session.set_published(document.id, published)
        super().accept()

    def _published(self, document: SourceDocument) -> Published | None:
        """The date as it is in the field; one that nobody touched stays what it was, with where it came from."""
        time, known = self.date.time, document.published
        if time is None:
            return None
        if known is not None and (time.interval, time.precision) == (known.interval, known.precision):
            return known
        return Published(time.interval, time.precision, PublishedOrigin.PERSON)

    def _take_suggestion(self) -> None:
        if self._document is not None and (day := self._document.suggested_day) is not None:
            self.date.set_time(EventTime(Interval.days(day, day), Precision.DAY))

    def _show_origin(self) -> None:
        document = self._document
        if document is not None and document.published is not None and document.published.span is not None:
            self._session.point(document.id, document.published.span)

    def _remove(self) -> None:
        """Take the document away with its events; undo brings it back, so nobody is asked twice."""
        if self._document is not None:
            name = self._document.title or self._document.name
            self._session.remove_documents((self._document.id,))
            self._session.message.emit(f"“{name}” was removed. Undo brings it back.")


def _button(words: str, act: Callable[[], object], role: str = "") -> QPushButton:
    button = QPushButton(words, autoDefault=False)
    button.clicked.connect(act)
    if role:
        set_role(button, role)
    return button
