"""The card beside the pointer: what an event is, when, why, and the words it rests on with the date phrase in bold."""

from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.style import derived_tokens, set_role
from dateline.gui.why import why_words
from dateline.model.events import Event, Excerpt
from dateline.model.wording import describe_interval, describe_time
from dateline.session.session import Session

_WIDTH_PX: Final = 360
_LISTED: Final = 8
_QUOTE_CHARACTERS: Final = 320  # about six lines; the source shows the rest


class HoverCard(QFrame):
    """A frame that the pointer goes through."""

    def __init__(self, parent: QWidget, session: Session, appearance: Appearance) -> None:
        super().__init__(parent)
        set_role(self, "float")
        self.setObjectName("hover-card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._session = session
        self._appearance = appearance
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setFixedWidth(_WIDTH_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self._label)
        self.hide()

    @property
    def html(self) -> str:
        """What it says."""
        return self._label.text()

    def show_event(self, event_id: str) -> bool:
        """Tell of an event; False where it is gone."""
        event = self._session.event(event_id)
        if event is not None:
            self._label.setText(self._event_html(event))
        return event is not None

    def show_cluster(self, ids: tuple[str, ...]) -> bool:
        """List the first events of a cluster."""
        known = [event for id_ in ids[:_LISTED] if (event := self._session.event(id_)) is not None]
        lines = [f"<b>{len(ids):,} events</b>", *(escape(event.title) for event in known)]
        if len(ids) > _LISTED:
            lines.append(self._muted(f"and {len(ids) - _LISTED:,} more; a click opens them"))
        self._label.setText("<br>".join(lines))
        return True

    def show_documents(self, ids: tuple[str, ...]) -> bool:
        """Tell which documents are of that day; False where none is known."""
        documents = [document for id_ in ids if (document := self._session.document(id_)) is not None]
        lines = [
            f"<b>{escape(document.title or document.name)}</b><br>"
            + self._muted("published " + describe_interval(document.published.interval, document.published.precision))
            for document in documents
            if document.published is not None
        ]
        self._label.setText("<br>".join(lines))
        return bool(lines)

    def _event_html(self, event: Event) -> str:
        parts = [f"<b>{escape(event.title)}</b>"]
        if event.time is not None:
            parts.append(escape(describe_time(event.time, self._appearance.year_style)))
        if why := why_words(event):
            parts.append(self._muted(f"Why: {why}"))
        html = "<br>".join(parts)
        if event.excerpts:
            telling = next((excerpt for excerpt in event.excerpts if excerpt.phrase), event.excerpts[0])
            html += f'<p style="margin-top:8px; margin-bottom:0">{_quote_html(telling)}</p>'
            html += self._muted(self._source(event, telling))
        return html

    def _source(self, event: Event, excerpt: Excerpt) -> str:
        document = self._session.document(excerpt.document)
        name = "" if document is None else document.title or document.name
        more = len(event.excerpts) - 1
        return f"{name} · {more} more excerpt{'s' if more > 1 else ''}" if more else name

    def _muted(self, words: str) -> str:
        return f'<span style="color:{derived_tokens(self._appearance.theme)["muted"]}">{escape(words)}</span>'


def _quote_html(excerpt: Excerpt) -> str:
    """The excerpt in quotation marks, its date phrase bold, cut around the phrase where it is long."""
    quote = excerpt.quote
    if excerpt.phrase is None:
        cut = quote if len(quote) <= _QUOTE_CHARACTERS else quote[:_QUOTE_CHARACTERS] + "…"
        return f"“{escape(cut)}”"
    start, end = excerpt.phrase.start - excerpt.start, excerpt.phrase.end - excerpt.start
    left = max(0, start - _QUOTE_CHARACTERS // 2)
    right = min(len(quote), left + max(_QUOTE_CHARACTERS, end - left))
    before, after = "…" if left else "", "…" if right < len(quote) else ""
    return f"“{before}{escape(quote[left:start])}<b>{escape(quote[start:end])}</b>{escape(quote[end:right])}{after}”"
