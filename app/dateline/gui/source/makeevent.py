"""The small form in which selected words become an event: a title, a date in free words, a kind, people, places."""

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.datefield import DateField
from dateline.gui.kindbox import KindBox
from dateline.gui.namesfield import NamesField
from dateline.gui.question import Question
from dateline.gui.style import set_role
from dateline.model.documents import SourceDocument
from dateline.model.spans import Span
from dateline.session.own_events import time_of, timex_in
from dateline.session.session import Session

_TITLE_WORDS = 9
_LONGEST_WORD = 40  # characters; scripts without spaces would else give their whole line


class MakeEventDialog(Question):
    """Makes an event of a place in a document; nothing happens until it is accepted."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        document: SourceDocument,
        span: Span,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Make an event", "Make event", parent)
        span = whole_words(document.text, span)
        self._session, self._document, self._span = session, document, span
        quote = QLabel(f"“{' '.join(span.of(document.text).split())}”", self, wordWrap=True)
        set_role(quote, "muted")
        self.title = QLineEdit(suggested_title(span.of(document.text)), self)
        self.date = DateField(appearance, self, published=document.published)
        self.date.line.setPlaceholderText("late October 2014, 2014-10~, autumn 1998 … or nothing")
        timex = timex_in(session.project, document.id, span)
        self.date.set_time(time_of(timex) if timex else None)
        self.kind = KindBox(appearance, self)
        self.who = NamesField("Who", (), (name for one in session.events for name in one.actors), self)
        self.where = NamesField("Where", (), (name for one in session.events for name in one.places), self)
        form = QFormLayout()
        for words, widget in (
            ("&Title", self.title),
            ("&Date", self.date),
            ("&Kind", self.kind),
            ("&Who", self.who),
            ("W&here", self.where),
        ):
            form.addRow(words, widget)
        self.lay_out(quote, form)
        self.title.textChanged.connect(self._check)
        self.date.changed.connect(self._check)
        self.setMinimumWidth(460)
        self.title.selectAll()

    def accept(self) -> None:
        """Make the event, as one step that can be undone, and select it."""
        kind = "" if self.kind.kind == self.kind.group.value else self.kind.kind
        title, (start, end) = self.title.text().strip(), self._span
        self._session.make_event(
            self._document.id,
            start,
            end,
            title,
            self.date.time,
            kind,
            self.kind.group,
            self.who.names(),
            self.where.names(),
        )
        super().accept()

    def _check(self, _value: object = None) -> None:
        self.yes.setEnabled(bool(self.title.text().strip()) and self.date.is_valid)


def whole_words(text: str, span: Span) -> Span:
    """A selection that ends within words, widened to all of them: the hand seldom stops at the very letter."""
    start, end = span
    least, most = max(start - _LONGEST_WORD, 0), min(end + _LONGEST_WORD, len(text))
    while least < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < most and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def suggested_title(quote: str) -> str:
    """The first words of a quote, without what a title does not need at its ends."""
    words = quote.split()
    short = " ".join(words[:_TITLE_WORDS]).strip(" ,;:.–—-\"'“”‘’()")
    title = short[:1].upper() + short[1:]
    return title + "…" if len(words) > _TITLE_WORDS else title
