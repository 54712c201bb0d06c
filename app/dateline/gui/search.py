"""Finding events by words: what matches, and stepping through the matches. Nothing is hidden by it; that is what
filters do.

It must not know the views that mark the matches; they listen to `changed`.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from dateline.gui.toolbar import SearchField
from dateline.session.session import Session


class Search(QObject):
    """The words looked for, and the events that have them in title or excerpts, in the order of time."""

    changed = Signal(object)  # tuple of the ids that match

    def __init__(self, session: Session, field: SearchField, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._field = field
        self._words = ""
        self.matches: tuple[str, ...] = ()
        session.changed.connect(self._again)
        session.filter_changed.connect(self._again)
        session.selection_changed.connect(self._tell)
        field.words_changed.connect(self.look_for)
        field.stepped.connect(self.step)
        field.filter_asked.connect(self.show_only_matches)

    @property
    def words(self) -> str:
        """What is looked for; empty for nothing."""
        return self._words

    @property
    def position(self) -> int | None:
        """Which match is selected, counted from 1."""
        selected = set(self._session.selection.ids)
        return next((number for number, match in enumerate(self.matches, 1) if match in selected), None)

    def look_for(self, words: str) -> None:
        """Look for words from now on."""
        self._words = words.strip()
        self._again()

    def step(self, steps: int) -> None:
        """Select the next (1) or previous (-1) match, round the end."""
        if not self.matches:
            return
        position = self.position
        if position is None:
            index = 0 if steps > 0 else -1
        else:
            index = (position - 1 + steps) % len(self.matches)
        self._session.select((self.matches[index],))

    def show_only_matches(self) -> None:
        """Turn the words into a filter."""
        if self._words:
            self._session.set_filter(replace(self._session.filter, words=self._words))

    def _again(self, _what: object = None) -> None:
        self.matches = self._session.matching(self._words)
        self._tell()
        self.changed.emit(self.matches)

    def _tell(self, _what: object = None) -> None:
        self._field.show_matches(self.position, len(self.matches))
