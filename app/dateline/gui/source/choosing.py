"""Which event a place in the text means: a click on a phrase, its tip, the menu of the text.

It knows the session and one text view; what a menu asks for besides events it passes on.
"""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.groupicons import group_sign
from dateline.gui.source.excerpts import excerpt_index
from dateline.gui.source.marks import Mark
from dateline.gui.source.textview import SourceText
from dateline.model.events import Event
from dateline.model.wording import describe_short
from dateline.session.session import Session

_MENU: Final = (
    ("Copy", "copy", "Ctrl+C"),
    ("Copy with citation", "copy_citation", "Ctrl+Alt+C"),
    ("Make an event…", "make_event", "Ctrl+Enter"),
    ("How is this date read?…", "correct", "F2"),
    ("Find in the text…", "find", "Ctrl+F"),
    ("Next date", "next_phrase", "]"),
    ("Previous date", "previous_phrase", "["),
    ("Document properties…", "properties", ""),
)
_NEEDS_WORDS: Final = frozenset({"copy", "make_event", "correct"})


class EventChooser(QObject):
    """Selects the event of a place; `asked` carries the other words of the menu."""

    asked = Signal(str)

    def __init__(self, session: Session, appearance: Appearance, text: SourceText, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._appearance, self._text, self._widget = session, appearance, text, parent
        text.tooltip_of = self.tip
        text.phrase_clicked.connect(self.choose)
        text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        text.customContextMenuRequested.connect(self._open_menu)

    def choose(self, mark: Mark, at: QPoint) -> None:
        """Select the event of a phrase; where there are several, ask which, at a point of the screen."""
        if len(mark.events) == 1:
            self._select(mark.events[0], mark)
            return
        menu = QMenu(self._widget)
        self._add_events(menu, mark, "{}")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def tip(self, mark: Mark) -> str:
        """What a phrase dates, or why it dates nothing."""
        words = [event_words(event) for event in self._events(mark)]
        return "\n".join(words if mark.passes else [*words, "(filtered out)"]) or mark.reason

    def _events(self, mark: Mark) -> list[Event]:
        return [event for id_ in mark.events if (event := self._session.event(id_)) is not None]

    def _select(self, event_id: str, mark: Mark) -> None:
        event, source = self._session.event(event_id), self._text.source
        if event is not None and source is not None:
            self._session.select((event_id,), excerpt_index(event, source.id, mark.span))

    def _add_events(self, menu: QMenu, mark: Mark, words: str) -> None:
        for event in self._events(mark):
            sign = group_sign(event.group, self._appearance.theme)
            action = menu.addAction(sign, words.format(event_words(event)).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, id_=event.id: self._select(id_, mark))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self._widget)
        mark = self._text.mark_at(QPointF(at))
        if mark is not None and mark.events:
            self._add_events(menu, mark, "Select {}")
            menu.addSeparator()
        for words, asked, keys in _MENU:
            action = menu.addAction(f"{words}\t{keys}")
            action.triggered.connect(lambda _checked=False, asked=asked: self._ask(asked, mark))
            has_words = self._text.textCursor().hasSelection() or (asked == "correct" and mark is not None)
            action.setEnabled(self._text.source is not None and (asked not in _NEEDS_WORDS or has_words))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._text.viewport().mapToGlobal(at))

    def _ask(self, asked: str, mark: Mark | None) -> None:
        """What the menu is asked for; what is asked of a date means the one the menu was opened on."""
        if asked == "correct" and mark is not None:
            self._text.put_caret(mark.start)
        self.asked.emit(asked)


def event_words(event: Event) -> str:
    """An event's title and time in one line."""
    return f"{event.title} – {describe_short(event.time)}" if event.time else f"{event.title} – undated"
