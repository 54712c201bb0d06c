"""A field for a date in free words that says at once what it understood, and keeps the EDTF form.

It knows how to read one date and nothing of events or documents, but for the day from which "last week" is counted.
"""

from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from dateline.errors import UnreadableDate
from dateline.gui.appearance import Appearance
from dateline.gui.shrinking import let_shrink
from dateline.gui.style import derived_tokens, set_role
from dateline.model.documents import Published
from dateline.model.events import Alternative, EventTime
from dateline.model.wording import describe_time
from dateline.session.analyser import floors

FORMS: Final = "late October 2014, 28.10.2014, 2014-10~, about 1998, 44 BC"


def read_typed(words: str, published: Published | None = None) -> EventTime:
    """What typed words mean as a time; relative ones are counted from `published`. UnreadableDate where they mean
    none.
    """
    timex = floors().read_date(words, published)
    if timex is None or timex.interval is None or timex.precision is None:
        raise UnreadableDate(words, f"“{words}” cannot be read as a date.")
    others = tuple(Alternative(interval, timex.precision) for interval in timex.alternatives)
    return EventTime(timex.interval, timex.precision, timex.certainty, timex.zone, others)


class DateField(QWidget):
    """A line for a date and, under it, what it was understood as.

    `changed` carries the EventTime understood, or None; `accepted` comes with Enter on something that was understood.
    """

    changed = Signal(object)
    accepted = Signal()

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        published: Published | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._published = published
        self._given: tuple[str, EventTime | None] = ("", None)
        self.time: EventTime | None = None
        self.problem = ""
        self.line = QLineEdit(self, clearButtonEnabled=True)
        self.line.setAccessibleName("Date")
        self.line.setPlaceholderText(FORMS)
        self.line.textChanged.connect(self._understand)
        self.line.returnPressed.connect(self._accept)
        self.understood = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.understood.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.understood, "small")
        let_shrink(self.understood)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.understood)
        self.setFocusProxy(self.line)
        appearance.changed.connect(self._show)
        self._show()

    @property
    def is_valid(self) -> bool:
        """Whether there is nothing wrong with what is typed; an empty field is no date, and that is allowed."""
        return not self.problem

    def text(self) -> str:
        """What is typed."""
        return self.line.text().strip()

    def set_time(self, time: EventTime | None) -> None:
        """Show a time in words. As long as the words stay, exactly this time is what they mean."""
        words = describe_time(time, self._appearance.year_style) if time else ""
        self._given = (words, time)
        if self.line.text() == words:
            self._understand(words)
        self.line.setText(words)

    def set_published(self, published: Published | None) -> None:
        """Count "last week" from that date from now on."""
        self._published = published
        self._understand(self.line.text())

    def set_text(self, words: str) -> None:
        """As if a person had typed it."""
        self.line.setText(words)

    def _understand(self, typed: str) -> None:
        self.time, self.problem = None, ""
        words = typed.strip()
        if words == self._given[0]:
            self.time = self._given[1]
        elif words:
            try:
                self.time = read_typed(words, self._published)
            except UnreadableDate as error:
                self.problem = str(error)
        self._show()
        self.changed.emit(self.time)

    def _show(self, _theme: object = None) -> None:
        """Tell under the line what was understood, or which forms are."""
        tokens = derived_tokens(self._appearance.theme)
        set_role(self.line, "invalid" if self.problem else "")
        if self.problem:
            problem = f'<span style="color:{tokens["error"]}">{escape(self.problem)}</span>'
            words = f"{problem} Forms that work: {escape(FORMS)}."
        elif self.time is not None:
            told = escape(describe_time(self.time, self._appearance.year_style))
            words = f"understood as <b>{told}</b> · EDTF <code>{escape(self.time.edtf)}</code>"
        else:
            words = "No date."
        self.understood.setText(words)

    def _accept(self) -> None:
        if self.is_valid:
            self.accepted.emit()
