"""What is offered after a correction: a quiet line that other dates may be wrong in the same way, and the list of them.

The line goes away by itself when the documents change again. It knows the session and the cases it is handed.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QWidget,
)

from dateline.gui.appearance import Appearance
from dateline.gui.icons import icon
from dateline.gui.question import Question
from dateline.gui.style import set_role
from dateline.model.corrections import Correction
from dateline.model.dates import Interval, Precision
from dateline.model.documents import Published
from dateline.model.spans import Span
from dateline.model.wording import describe_interval
from dateline.model.yearstyle import YearStyle
from dateline.session.changes import Changes
from dateline.session.session import Session
from dateline.session.similar import SimilarCase

_CONTEXT_CHARACTERS: Final = 60  # on each side of the words: enough for the clause around them


class SimilarBar(QFrame):
    """Hidden as long as there is nothing to offer."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "offer")
        self._session, self._appearance = session, appearance
        self._cases: tuple[SimilarCase, ...] = ()
        self.words = QLabel(self, wordWrap=True)
        self.look = QPushButton("Look at them…", self)
        set_role(self.look, "link")
        self.look.clicked.connect(self.open)
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName("Leave them as they are")
        self.close_button.setToolTip("Leave them as they are")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 10, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.look)
        row.addWidget(self.close_button)
        session.changed.connect(self._take_changes)
        session.found_similar.connect(self.offer)
        appearance.changed.connect(self._take_colours)
        self._take_colours()
        self.hide()

    def offer(self, cases: tuple[SimilarCase, ...]) -> None:
        """Say how many there are."""
        self._cases = cases
        documents = any(case.span is None for case in cases)
        what = "document" if documents else "date"
        self.words.setText(f"{len(cases):,} more {what}{'s' * (len(cases) != 1)} may be wrong in the same way.")
        self.look.setText("Look at it…" if len(cases) == 1 else "Look at them…")
        self.show()

    def open(self) -> "SimilarDialog":
        """List them, to be ticked."""
        dialog = SimilarDialog(self._session, self._appearance.year_style, self._cases, self.window())
        dialog.accepted.connect(self.hide)
        dialog.open()
        return dialog

    def _take_changes(self, changes: Changes) -> None:
        if changes.everything or changes.documents:
            self.hide()

    def _take_colours(self, _theme: object = None) -> None:
        self.close_button.setIcon(icon("close", self._appearance.theme, "muted"))


class SimilarDialog(Question):
    """The cases with what they are and what they would be; those that are ticked are changed as one step."""

    def __init__(
        self, session: Session, year_style: YearStyle, cases: tuple[SimilarCase, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__("Read these in the same way?", "Change", parent)
        self._session, self._year_style, self._cases = session, year_style, cases
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Similar dates")
        for case in cases:
            item = QListWidgetItem(self._described(case), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        head = QLabel("Tick those that are to be read in the way you have chosen. A click shows the place.", self)
        head.setWordWrap(True)
        self.lay_out(head, self._all_and_none(), self.list)
        self.list.itemChanged.connect(self._check)
        self.list.currentRowChanged.connect(self._show_place)
        self.resize(560, 420)
        self._check()

    @property
    def ticked(self) -> tuple[SimilarCase, ...]:
        """Those that are ticked."""
        rows = enumerate(self._cases)
        return tuple(case for row, case in rows if self.list.item(row).checkState() is Qt.CheckState.Checked)

    def accept(self) -> None:
        """Change them, as one step that can be undone."""
        self._session.correct_alike(self.ticked)
        super().accept()

    def _all_and_none(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, state in (("Tick all", Qt.CheckState.Checked), ("Tick none", Qt.CheckState.Unchecked)):
            button = QPushButton(words, self)
            set_role(button, "link")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, state=state: self._tick(state))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _tick(self, state: Qt.CheckState) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)

    def _check(self, _item: object = None) -> None:
        count = len(self.ticked)
        self.yes.setText(f"Change {count:,}" if count else "Change")
        self.yes.setEnabled(count > 0)

    def _show_place(self, row: int) -> None:
        case = self._cases[row]
        if case.span is not None:
            self._session.point(case.document, case.span)

    def _described(self, case: SimilarCase) -> str:
        """Two lines: what changes into what, and the words around it with their document where there are several."""
        document = self._session.project.document[case.document]
        name = document.title or document.name
        after = self._reading(case.proposed)
        if case.span is None or case.before is None:
            published = document.published
            before = self._words(published.interval, published.precision) if published else "no date"
            return f"{name}\n{before} → {after}"
        known = case.before.denoted
        before = "no date" if known is None else self._words(known, case.before.precision or Precision.DAY)
        place = f" — {name}" if len(self._session.project.document) > 1 else ""
        return f"“{case.before.text}”: {before} → {after}\n{words_around(document.text, case.span)}{place}"

    def _reading(self, proposed: Correction | Published) -> str:
        if proposed.interval is None or proposed.precision is None:
            return "no date"
        return self._words(proposed.interval, proposed.precision)

    def _words(self, interval: Interval, precision: Precision) -> str:
        return describe_interval(interval, precision, year_style=self._year_style)


def words_around(text: str, span: Span) -> str:
    """The words of a text at a span and some around them, whole words only, an ellipsis where something is left out.

    >>> words_around("It was so. It rained on 3 May and it was cold.", Span(24, 29))
    'It was so. It rained on 3 May and it was cold.'
    """
    before, after = text[: span.start][-_CONTEXT_CHARACTERS - 1 :], text[span.end :][: _CONTEXT_CHARACTERS + 1]
    if len(before) > _CONTEXT_CHARACTERS:
        before = "…" + before.partition(" ")[2]
    if len(after) > _CONTEXT_CHARACTERS:
        after = after.rpartition(" ")[0] + "…"
    return " ".join((before + span.of(text) + after).split())
