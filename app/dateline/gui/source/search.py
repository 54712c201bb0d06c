"""Finding words in a text of any length: the next place, the one before, and how many there are where counting is
quick.

Letter case does not matter, and a space stands for any white space, since lines break anywhere. It knows no widget.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.model.spans import Span

_COUNTED_CHARACTERS: Final = 3_000_000  # counting all matches in so much text takes under 100 ms
_BACK_CHARACTERS: Final = 200_000  # how much is looked through at a time when going backwards


@dataclass(frozen=True, slots=True)
class TextSearch:
    """One search for `words` in `text`; nothing is found for no words."""

    text: str
    words: str

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """What is looked for; None for no words."""
        parts = self.words.split()
        return re.compile(r"\s+".join(map(re.escape, parts)), re.IGNORECASE) if parts else None

    def within(self, start: int, end: int) -> Iterator[Span]:
        """All places between two code points."""
        if self.pattern is not None:
            yield from (Span(*match.span()) for match in self.pattern.finditer(self.text, start, end))

    @property
    def is_long(self) -> bool:
        """Whether looking through all of the text takes longer than between two keys."""
        return len(self.text) > _COUNTED_CHARACTERS

    def nearby(self, offset: int) -> Span | None:
        """The first place at or after a code point that is found at once; None where it may still be farther on."""
        return next(self.within(offset, offset + _COUNTED_CHARACTERS), None)

    def after(self, offset: int) -> Span | None:
        """The first place at or after a code point, going on from the beginning at the end."""
        if self.pattern is None:
            return None
        again = offset + self._reach  # a place may lie across the offset
        match = self.pattern.search(self.text, offset) or self.pattern.search(self.text, 0, again)
        return Span(*match.span()) if match else None

    def before(self, offset: int) -> Span | None:
        """The last place that ends at or before a code point, going on from the end at the beginning."""
        return self._last(0, offset) or self._last(max(0, offset - self._reach), len(self.text))

    @property
    def _reach(self) -> int:
        """How many characters a place has at most, where white space between words is not wild."""
        return len(self.words) * 4

    def _last(self, start: int, end: int) -> Span | None:
        while end > start:
            first = max(start, end - _BACK_CHARACTERS)
            found = None
            for found in self.within(first, end):  # noqa: B007 - the last one is wanted
                pass
            if found is not None:
                return found
            end = first + self._reach if first > start else start
        return None

    def count(self) -> int | None:
        """How many places there are; None where the text is too long to count at once."""
        if self.is_long:
            return None
        return sum(1 for _ in self.within(0, len(self.text)))

    def number_of(self, place: Span) -> int:
        """Which one it is, from 1."""
        return 1 + sum(1 for span in self.within(0, place.start))
