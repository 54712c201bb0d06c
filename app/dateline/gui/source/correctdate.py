"""The question how words of a document are read as a date: what the program made of them, and what a person says.

Whoever shows a phrase may ask it; the answer is one verb of the session, and what hangs on the words follows.
"""

from html import escape
from typing import Final

from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from dateline.errors import UnreadableDate
from dateline.gui.appearance import Appearance
from dateline.gui.cardtext import with_bold
from dateline.gui.datefield import DateField, read_typed
from dateline.gui.documentdialog import DocumentDialog
from dateline.gui.question import Question
from dateline.gui.style import set_role
from dateline.model.corrections import BY_HAND, Correction
from dateline.model.dates import Interval, Precision
from dateline.model.documents import Published, PublishedOrigin, SourceDocument
from dateline.model.events import Alternative, Event, EventTime
from dateline.model.rulewords import timex_words
from dateline.model.spans import Span
from dateline.model.timex import Timex3
from dateline.model.wording import describe_interval
from dateline.session.session import Session

_OTHER_READINGS: Final = 4
_FROM: Final = {"published": "the document’s date", "entry": "the date of its entry"}


class CorrectDateDialog(Question):
    """Asks for one phrase. `timex` is how it is read now, None where it is read as no date."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        document: SourceDocument,
        span: Span,
        timex: Timex3 | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("How is this date read?", "Read it so", parent)
        self._session, self._appearance = session, appearance
        self._document, self._span, self._timex = document, span, timex
        self.date = DateField(appearance, self, published=document.published)
        self.date.set_time(_time_of(timex))
        self.reference = DateField(appearance, self, published=document.published)
        self.no_date = QCheckBox("These words are no date", self)
        self.no_date.setChecked(timex is None)
        self.others: list[QPushButton] = []
        self.lay_out(self._quote(), self._told(), self._form(), self.no_date, _hint())
        self._offer_the_rules()
        self.date.changed.connect(self._check)
        self.reference.changed.connect(self._count_anew)
        self.no_date.toggled.connect(self._check)
        self.setMinimumWidth(480)
        self._check()

    # What is shown

    def _quote(self) -> QLabel:
        line = self._document.line_at(self._span.start)
        around = line.span if line is not None and line.span.contains(self._span) else self._span
        start, end = self._span.start - around.start, self._span.end - around.start
        return QLabel(f"“{with_bold(around.of(self._document.text), start, end)}”", self, wordWrap=True)

    def _told(self) -> QLabel:
        label = QLabel(told(self._timex, self._appearance), self, wordWrap=True)
        set_role(label, "muted")
        return label

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        if readings := self._readings():
            form.addRow("Or", readings)
        form.addRow("&Date", self.date)
        reference = self._timex.reference if self._timex is not None else None
        shown = reference is not None and self._counted_from(reference.interval) is not None
        self.reference.setVisible(shown)
        if reference is not None and shown:
            self.reference.set_time(EventTime(reference.interval, Precision.DAY))
            form.addRow("Counted &from", self.reference)
            if reference.name == "published":
                form.addRow("", self._way_to_the_document())
        return form

    def _readings(self) -> QHBoxLayout | None:
        """A button for each other reading of the same words."""
        if self._timex is None or not self._timex.alternatives or self._timex.precision is None:
            return None
        row = QHBoxLayout()
        for interval in self._timex.alternatives[:_OTHER_READINGS]:
            time = EventTime(interval, self._timex.precision)
            style = self._appearance.year_style
            button = QPushButton(describe_interval(interval, time.precision, year_style=style), self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, time=time: self.date.set_time(time))
            self.others.append(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _way_to_the_document(self) -> QPushButton:
        button = QPushButton("Is the document’s own date wrong? Change it for all that is counted from it…", self)
        set_role(button, "link")
        button.setAutoDefault(False)
        button.clicked.connect(self._edit_document)
        return button

    def _offer_the_rules(self) -> None:
        """Where a person has read it already there is a way back."""
        self.rules = self.buttons.addButton("As the rules read it", QDialogButtonBox.ButtonRole.ResetRole)
        self.rules.setVisible(any(one.span.overlaps(self._span) for one in self._document.corrections))
        self.rules.clicked.connect(self._leave_to_the_rules)

    # What a person does

    def accept(self) -> None:
        """Read it so, as one step that can be undone; nothing where it is read so already."""
        correction = self.correction()
        if correction is not None:
            self._session.correct_dates(((self._document.id, self._span, correction),))
        super().accept()

    def correction(self) -> Correction | None:
        """What was decided; None where that is how it is read now."""
        if self.no_date.isChecked():
            return None if self._timex is None else Correction(self._span)
        time = self.date.time
        if time is None or time == _time_of(self._timex):
            return None
        return Correction(self._span, time.interval, time.precision, time.certainty)

    def _leave_to_the_rules(self) -> None:
        self._session.correct_dates(((self._document.id, self._span, None),))
        self.reject()

    def _edit_document(self) -> None:
        window = self.parentWidget()
        self.reject()
        if window is not None:
            DocumentDialog.edit(self._session, self._appearance, self._document.id, window.window())

    def _count_anew(self, time: EventTime | None) -> None:
        """Read the same words from another time."""
        anew = self._counted_from(time.interval) if time is not None else None
        if anew is not None:
            self.date.set_time(anew)

    def _counted_from(self, interval: Interval) -> EventTime | None:
        """What the words mean when they are counted from there; None where by themselves they mean nothing."""
        if self._timex is None:
            return None
        try:
            return read_typed(self._timex.text, Published(interval, Precision.DAY, PublishedOrigin.PERSON))
        except UnreadableDate:
            return None

    def _check(self, _value: object = None) -> None:
        is_date = not self.no_date.isChecked()
        for widget in (self.date, self.reference, *self.others):
            widget.setEnabled(is_date)
        self.yes.setEnabled(not is_date or (self.date.is_valid and self.date.time is not None))


def ask_how_read(session: Session, appearance: Appearance, document_id: str, span: Span, parent: QWidget) -> bool:
    """Ask how the words at a place are read; of the document's own date its dialog asks. False where there are none."""
    document = session.document(document_id)
    if document is None:
        return False
    published = document.published
    if published is not None and published.span is not None and published.span.overlaps(span):
        DocumentDialog.edit(session, appearance, document_id, parent.window())
        return True
    timexes = session.project.timexes.get(document_id, ())
    timex = next((timex for timex in timexes if timex.span.overlaps(span)), None)
    span = span if timex is None else timex.span
    CorrectDateDialog(session, appearance, document, span, timex, parent).open()
    return True


def read_as_rival(session: Session, event: Event, rival: Alternative) -> bool:
    """Read the words that date an event in their other way, so that the like of them is offered and what hangs on them
    follows. False where the rival is no other reading of words that are read here.
    """
    for excerpt in event.excerpts if rival.excerpt is None else ():
        for timex in session.project.timexes.get(excerpt.document, ()):
            phrase = excerpt.phrase
            if phrase is not None and timex.span.overlaps(phrase) and rival.interval in timex.alternatives:
                how = Correction(timex.span, rival.interval, rival.precision)
                session.correct_dates(((excerpt.document, timex.span, how),))
                return True
    return False


def told(timex: Timex3 | None, appearance: Appearance) -> str:
    """How an expression is read now, in a sentence."""
    if timex is None:
        return "It is read as no date."
    if timex.interval is None or timex.precision is None:
        return f"It {escape(timex_words(timex))}; no place on the calendar was found for it."
    style = appearance.year_style
    words = describe_interval(timex.denoted or timex.interval, timex.precision, timex.certainty, style)
    read = f"It is read as <b>{escape(words)}</b>"
    if timex.rule == BY_HAND:
        return f"{read} by you."
    because = f"it {escape(timex_words(timex))}"
    if timex.reference is None:
        return f"{read}: {because}."
    name = _FROM.get(timex.reference.name, "another date in the text")
    day = describe_interval(timex.reference.interval, Precision.DAY, year_style=style)
    return f"{read}, counted from {name}, {escape(day)}: {because}."


def _time_of(timex: Timex3 | None) -> EventTime | None:
    """What an expression names by itself, as a time."""
    interval = None if timex is None else timex.denoted or timex.interval
    if timex is None or interval is None or timex.precision is None:
        return None
    return EventTime(interval, timex.precision, timex.certainty)


def _hint() -> QLabel:
    label = QLabel("Whatever is counted from these words moves with them. Undo takes all of it back.", wordWrap=True)
    set_role(label, "small")
    return label
