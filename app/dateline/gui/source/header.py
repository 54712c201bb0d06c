"""What stands above the text: which document it is, its own date and address, and the way through an event's excerpts.

It shows what it is handed and tells what was asked for; it must not know the session.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.appearance import Appearance
from dateline.gui.icons import icon
from dateline.gui.shrinking import ElidedButton, ElidedComboBox, let_shrink
from dateline.gui.style import derived_tokens, set_role
from dateline.model.documents import SourceDocument
from dateline.model.wording import describe_interval
from dateline.model.yearstyle import YearStyle

_OPENABLE: Final = frozenset({"http", "https"})


class SourceHeader(QWidget):
    """`document_chosen` and `properties_asked` carry a document's id; `asked` one of the words of the text view's
    keys.
    """

    document_chosen = Signal(str)
    properties_asked = Signal(str)
    asked = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._document: SourceDocument | None = None
        self.chooser: QComboBox = ElidedComboBox(self)
        self.chooser.setAccessibleName("Document")
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setStyleSheet("QComboBox { font-weight: 600; }")
        self.chooser.activated.connect(self._choose)
        self.title = QLabel(self, wordWrap=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.title, "title")
        self.about = self._quiet_button("Title, author, address and date of this document", self._ask_properties)
        self.link = self._link("source link", self._open_address)
        self.previous = self._tool("Previous excerpt (P)", "‹", lambda: self.asked.emit("previous_excerpt"))
        self.next = self._tool("Next excerpt (N)", "›", lambda: self.asked.emit("next_excerpt"))
        self.place = QLabel(self)
        set_role(self.place, "small")
        self.edit_dates = QToolButton(self)
        self.edit_dates.setCheckable(True)
        self.edit_dates.setAccessibleName("Edit dates")
        self.edit_dates.setToolTip("Edit dates: click an underlined date to say how it is read (F2: at the caret)")
        set_role(self.edit_dates, "muted")
        self.search = self._tool("Find in the text (Ctrl+F)", "", lambda: self.asked.emit("find"))
        self.smaller = self._tool("Smaller text (Ctrl+−)", "A−", lambda: self.asked.emit("smaller"))
        self.larger = self._tool("Larger text (Ctrl++)", "A+", lambda: self.asked.emit("larger"))
        let_shrink(self.title, self.chooser)
        self._lay_out()
        appearance.changed.connect(self._take_colours)
        self._take_colours()

    def _lay_out(self) -> None:
        about = QHBoxLayout()
        about.setSpacing(4)
        about.addWidget(self.about)
        about.addWidget(self.link)
        about.addStretch(1)
        way = QHBoxLayout()
        way.setSpacing(2)
        way.addWidget(self.previous)
        way.addWidget(self.place)
        way.addWidget(self.next)
        way.addStretch(1)
        for widget in (self.edit_dates, self.search, self.smaller, self.larger):
            way.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 14, 6)
        column.setSpacing(3)
        column.addWidget(self.chooser)
        column.addWidget(self.title)
        column.addLayout(about)
        column.addLayout(way)

    def show_choice(self, documents: Sequence[SourceDocument], chosen: str | None) -> None:
        """Offer the documents of the project; with one alone there is nothing to choose."""
        names = [document.title or document.name for document in documents]
        ids = [document.id for document in documents]
        if [self.chooser.itemData(row) for row in range(self.chooser.count())] != ids:
            self.chooser.clear()
            for name, document in zip(names, documents, strict=True):
                self.chooser.addItem(name, document.id)
        for row, name in enumerate(names):
            self.chooser.setItemText(row, name)
        self.chooser.setCurrentIndex(ids.index(chosen) if chosen in ids else -1)
        self.chooser.setVisible(len(ids) > 1)
        self.title.setVisible(len(ids) <= 1)  # where one chooses, the choice is the title
        self.chooser.setToolTip(self.chooser.currentText())

    def show_document(self, document: SourceDocument | None) -> None:
        """Tell title, author, date and address of a document."""
        self._document = document
        self.title.setText((document.title or document.name) if document else "")
        self.about.set_words(about_words(document, self._appearance.year_style) if document else "")
        self.link.setVisible(document is not None and QUrl(document.address).scheme() in _OPENABLE)
        self.link.setToolTip(document.address if document else "")
        self.setEnabled(document is not None)

    def show_place(self, number: int, count: int, otherwise: str) -> None:
        """Which excerpt of the selected event is shown, from 0; other words where none is selected."""
        self.place.setText(f"excerpt {number + 1} of {count}" if count else otherwise)
        several = count > 1  # a selection must not widen the panel: what cannot be used is not there
        self.place.setContentsMargins(4 if several else 0, 0, 4 if several else 10, 0)
        self.previous.setVisible(several)
        self.next.setVisible(several)

    def _choose(self, row: int) -> None:
        self.document_chosen.emit(self.chooser.itemData(row))

    def _ask_properties(self) -> None:
        if self._document is not None:
            self.properties_asked.emit(self._document.id)

    def _open_address(self) -> None:
        """Only here, when a person clicks it, is anything fetched, and by their own browser."""
        if self._document is not None:
            QDesktopServices.openUrl(QUrl(self._document.address))

    def _quiet_button(self, tip: str, act: Callable[[], None]) -> ElidedButton:
        button = ElidedButton(self)
        button.setToolTip(tip)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(act)
        return button

    def _link(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(act)
        set_role(button, "link")
        return button

    def _tool(self, tip: str, words: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(tip)
        button.setText(words)
        button.setAccessibleName(tip)
        button.clicked.connect(act)
        set_role(button, "muted")
        return button

    def _take_colours(self, _theme: object = None) -> None:
        tokens = derived_tokens(self._appearance.theme)
        self.edit_dates.setIcon(icon("edit", self._appearance.theme, "muted"))
        self.search.setIcon(icon("search", self._appearance.theme, "muted"))
        self.about.setStyleSheet(
            "QPushButton { border: 1px solid transparent; background: transparent; padding: 1px 0; min-height: 16px;"
            f" text-align: left; color: {tokens['muted']}; }}"
            f"QPushButton:hover {{ color: {tokens['accent_text']}; }}"
            f"QPushButton:focus {{ border-color: {tokens['accent']}; }}"
        )


def about_words(document: SourceDocument, year_style: YearStyle) -> str:
    """A document's author and own date in one line."""
    date = "no date: click to set it"
    if document.published is not None:
        words = describe_interval(document.published.interval, document.published.precision, year_style=year_style)
        date = f"published {words}"
    name = document.author or (document.name if document.title and document.title != document.name else "")
    return " · ".join(part for part in (name, date) if part)
