"""Names in a document: people and bodies (actors) against places, told by capitals, titles, prepositions and lists.

No list of all the names of the world is needed: a name that stands after "in" or "near" is a place there, unless its
words are those of a body. It must not know events.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from dateline.events.lexicon import Lexicon
from dateline.events.passages import Passage
from dateline.events.tagging import Words

_NAME: Final = re.compile(r"A(?:A|#(?=A))*(?:P(?:D)?A+(?!A))*")
_JOINING: Final = frozenset({"of", "de", "von", "van", "della", "du", "la", "bin", "al", "zu"})
_NO_NAMES: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december interview image photo copyright english""".split()
)


class NameType(Enum):
    """What a name names."""

    ACTOR = "actor"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: its words (first, last exclusive), how it is written, and what it names there."""

    first: int
    last: int
    text: str
    type: NameType


class NameBook:
    """Names of one document: short forms are led back to long ones ("Darusman" to the full name where it was given)."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._votes: Counter[tuple[str, NameType]] = Counter()
        self._inside: Counter[str] = Counter()
        self._opening: Counter[str] = Counter()
        self._long: dict[str, str] = {}
        self._known: dict[int, tuple[Name, ...]] = {}
        for passage in passages:
            for first, last in _spans(passage.words):
                self._enter(passage.words, first, last)

    def _enter(self, words: Words, first: int, last: int) -> None:
        text = _written(words, first, last)
        (self._inside if first > 0 else self._opening)[text] += 1
        self._votes[text, self._local_type(words, first, last)] += 1
        if last - first > 1 and "P" not in words.tags[first:last]:
            self._long.setdefault(words.word(last - 1), text)

    def names(self, words: Words, first: int, last: int) -> list[Name]:
        """The names between two words, in order."""
        start = words.starts[0]
        known = self._known.get(start)
        if known is None:
            known = self._known[start] = tuple(self._found(words))
        return [name for name in known if first <= name.first and name.last <= last]

    def _found(self, words: Words) -> Iterator[Name]:
        for begin, end in _spans(words):
            text = _written(words, begin, end)
            if begin == 0 and end == 1 and not self._inside[text] and text not in self._long:
                continue  # an opening word has a capital anyhow
            yield Name(begin, end, text, self._type(words, begin, end, text))

    def is_short_form(self, last: str, name: str) -> bool:
        """Whether the document calls the bearer of a name by the last name alone somewhere."""
        return self._long.get(last) == name and self._inside[last] + self._opening[last] > 0

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's as far as one can see: two or three words, none of a body, and not mostly a
        place."""
        parts = name.split(" ")
        if self._is_body(name) or any(
            part.lower() in _JOINING and part.lower() not in {"de", "von", "van", "bin", "al"} for part in parts
        ):
            return False
        full = self._long.get(name, name) if len(parts) == 1 else name
        return (
            len(full.split(" ")) in {2, 3, 4} and self._votes[name, NameType.PLACE] <= self._votes[name, NameType.ACTOR]
        )

    def full(self, name: str) -> str:
        """The longest form under which the document gives a name."""
        return self._long.get(name, name) if " " not in name else name

    def _type(self, words: Words, first: int, last: int, text: str) -> NameType:
        if self._is_body(text):
            return NameType.ACTOR
        local = self._local_type(words, first, last)
        if local is NameType.PLACE:
            return local
        actor, place = self._votes[text, NameType.ACTOR], self._votes[text, NameType.PLACE]
        return NameType.PLACE if place > 2 * actor and not self._is_subject(words, last) else NameType.ACTOR

    def _local_type(self, words: Words, first: int, last: int) -> NameType:
        before = first - 1
        while before >= 0 and words.tags[before] in "DJ":
            before -= 1
        after_place = (
            before >= 0
            and words.tags[before] in "PT"
            and self._lexicon.has("places.prepositions", words.lowers[before])
        )
        if after_place and not self._is_body(_written(words, first, last)):
            return NameType.PLACE
        if self._lexicon.has("places.heads", words.lowers[last - 1]) and not self._is_body(
            _written(words, first, last)
        ):
            return NameType.PLACE
        return NameType.ACTOR

    def _is_body(self, text: str) -> bool:
        parts = text.lower().split()
        return any(
            self._lexicon.has("people.bodies", part) or self._lexicon.has("people.titles", part) for part in parts
        )

    @staticmethod
    def _is_subject(words: Words, last: int) -> bool:
        return last < len(words.tags) and words.tags[last] in "spiehdWBFM"


def _spans(words: Words) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, joined by "of" and the like."""
    for match in _NAME.finditer(words.tags):
        first, last = match.span()
        for at in range(first, last):
            if words.tags[at] == "P" and words.lowers[at] not in _JOINING:
                if at > first:
                    yield first, at
                first = at + 1
                while first < last and words.tags[first] == "D":
                    first += 1
        if last > first and not (last - first == 1 and words.lowers[first] in _NO_NAMES):
            yield first, last


def _written(words: Words, first: int, last: int) -> str:
    return " ".join(words.text[words.starts[first] : words.ends[last - 1]].split())
