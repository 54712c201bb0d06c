"""Brings the find row and the text together: goes to matches, counts them, has them marked in the text.

It knows one text view and one row; words that the whole window searches for are marked too, when it is told of them.
"""

from PySide6.QtCore import QObject

from dateline.gui.source.findbar import FindBar
from dateline.gui.source.search import TextSearch
from dateline.gui.source.textview import SourceText
from dateline.model.spans import Span

_SHORTEST_MARKED = 2  # a single letter would mark half of the text


class Finder(QObject):
    """The search in the text that is shown."""

    def __init__(self, row: FindBar, text: SourceText, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row, self._text = row, text
        self._from = 0
        self._everywhere = ""
        row.searched.connect(self._search)
        row.stepped.connect(self.step)
        row.closed.connect(self._close)

    @property
    def search(self) -> TextSearch:
        """What is looked for at the moment; the row's words before those of the whole window."""
        source = self._text.source
        words = self._row.words.text() if not self._row.isHidden() else self._everywhere
        return TextSearch(source.text if source else "", words)

    def open(self) -> None:
        """Show the row, beginning with the selected words where they are few."""
        span, source = self._text.selected_span(), self._text.source
        words = span.of(source.text) if span and source else ""
        self._from = span.start if span else self._text.top_offset()
        self._row.open_search(words if len(words) <= 60 and "\n" not in words else "")

    def set_words_everywhere(self, words: str) -> None:
        """Mark what the whole window searches for, as long as the row looks for nothing else."""
        self._everywhere = words
        self._mark()

    def step(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) match; with nothing looked for yet, ask for words."""
        if not self.search.words.strip():
            self.open()
            return
        here = self._text.selected_span()
        at = Span(self._text.caret_offset(), self._text.caret_offset()) if here is None else here
        self._show(self.search.after(at.end) if direction > 0 else self.search.before(at.start))

    def _search(self, _words: str) -> None:
        """While words are typed, the first match from where the search began; in a long text only what is near."""
        search = self.search
        place = search.nearby(self._from) if search.is_long else search.after(self._from)
        if place is None and search.is_long and search.words.strip():
            self._mark()
            self._row.tell("Enter searches on", missing=False)
        else:
            self._show(place)

    def _show(self, place: Span | None) -> None:
        self._mark()
        words = self.search.words.strip()
        if place is None:
            self._row.tell("not found" if words else "", missing=bool(words))
            return
        self._text.select_span(place)
        count = self.search.count()
        self._row.tell("" if count is None else f"{self.search.number_of(place)} of {count}", missing=False)

    def _mark(self) -> None:
        search = self.search
        self._text.set_search(search if len(search.words.strip()) >= _SHORTEST_MARKED else None)

    def _close(self) -> None:
        self._text.setFocus()
        self._mark()
