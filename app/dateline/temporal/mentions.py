"""When something happened that others are counted from: "two days after the ceasefire" where the text has told the day
of that ceasefire.

The first dated sentence that names a thing is taken to tell its date, above all one that introduces it ("a ceasefire").
It must not resolve anything.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from dateline.model.spans import Span
from dateline.temporal.expressions import Expression
from dateline.temporal.meanings import Length, Meaning, Shift
from dateline.temporal.story import Anchor

_REACH_CHARACTERS: Final = 240  # to either side of a date: a sentence
_END: Final = re.compile(r"""[.!?]["'”’)\]]*\s+(?=["'“‘(\[]*[^\W\d_a-zäöü])|\n\s*\n""")
_WORD: Final = re.compile(r"[^\W\d_]+")
_INDEFINITE: Final = frozenset({"a", "an", "ein", "eine", "einen", "einem", "einer", "un", "une", "una"})
_LONGEST_ADJECTIVES: Final = 2  # words between an article and its noun


@dataclass(slots=True)
class Mentions:
    """The dates of the things that are counted from, as they are told while a text is read, and where it named each."""

    wanted: frozenset[str]
    told: dict[str, tuple[Anchor, int]] = field(default_factory=dict)
    introduced: set[str] = field(default_factory=set)
    read_until: int = 0

    def hear(self, date: Anchor, text: str) -> None:
        """Note the things named in the sentence of a date; of two dates of a sentence the first counts."""
        if not self.wanted or date.span is None or date.span.start < self.read_until:
            return
        start, end = _sentence(date.span, text)
        self.read_until = end
        before = [""] * _LONGEST_ADJECTIVES
        for found in _WORD.finditer(text, start, end):
            word = found[0].lower()
            name = stem(word)
            if name in self.wanted and name not in self.introduced:
                if not _INDEFINITE.isdisjoint(before):
                    self.introduced.add(name)
                    self.told[name] = date, found.start()
                self.told.setdefault(name, (date, found.start()))
            before = [*before[1:], word]

    def date_of(self, meaning: Meaning, place: int) -> Anchor | None:
        """The date of what a meaning is counted from, where that was named before a place."""
        name = head_of(meaning)
        anchor, where = (None, place) if name is None else self.told.get(name, (None, place))
        return anchor if where < place else None


def mentions_wanted(expressions: Iterable[Expression]) -> frozenset[str]:
    """The names of all the things that expressions are counted from."""
    return frozenset(_names(expressions))


def _names(expressions: Iterable[Expression]) -> Iterator[str]:
    for expression in expressions:
        name = head_of(expression.meaning)
        if name is not None:
            yield name


def head_of(meaning: Meaning) -> str | None:
    """The name of the thing that a meaning is counted from, where it is counted from one."""
    return meaning.beside.name if isinstance(meaning, Length | Shift) and meaning.beside is not None else None


def stem(word: str) -> str:
    """A word without the ending of its plural."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _sentence(date: Span, text: str) -> tuple[int, int]:
    """Where the sentence of a date begins and ends, at most so far from it."""
    first, last = max(0, date.start - _REACH_CHARACTERS), min(len(text), date.end + _REACH_CHARACTERS)
    start = max((stop.end() for stop in _END.finditer(text, first, date.start)), default=first)
    stop = _END.search(text, date.end, last)
    return start, last if stop is None else stop.start()
