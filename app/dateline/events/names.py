"""Names in a document: people and bodies (actors) against places, told by titles, prepositions, verbs and lists.

The list of states and large cities is short; for every other name the document's own cues are added up: a name after
"in" is a place, one that says something or bears a title is an actor. It must not know events.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from dateline.events.lexicon import Lexicon
from dateline.events.namecues import NO_CUES, Cues, cues, is_body, is_listed, proper_names
from dateline.events.passages import Passage
from dateline.events.tagging import Words
from dateline.model.documents import LineClass

_LOCAL_WEIGHT: Final = 2  # how much more the cues of the place itself count than those of the rest of the document
_HERO_MENTIONS: Final = 3  # of a person so often named that the document is about her
_TITLE_WEIGHT: Final = 4
_LONGEST_INITIALS: Final = 4
_TITLES: Final = frozenset({LineClass.TITLE, LineClass.HEADING})
_PARTICLES: Final = frozenset({"de", "von", "van", "bin", "al", "del", "di", "la"})


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.replace("-", " ").split() if part[:1].isupper())


class NameType(Enum):
    """What a name names."""

    ACTOR = "actor"
    PLACE = "place"
    UNKNOWN = "unknown"


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
        self._cues: dict[str, Cues] = {}
        self._inside: Counter[str] = Counter()
        self._opening: Counter[str] = Counter()
        self._in_titles: Counter[str] = Counter()
        self._long: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._at: dict[int, list[tuple[int, int, str, Cues]]] = {}
        self._known: dict[int, tuple[Name, ...]] = {}
        shouted = set[str]()  # headings in capitals, in which no name is told from another word
        for passage in passages:
            words = passage.words
            found = [(*span, _written(words, *span)) for span in proper_names(words, lexicon)]
            if passage.sentence.line_class in _TITLES:
                self._in_titles.update(text for _, _, text in found)
                if words.word(len(words.tags) - 1).isupper():
                    shouted.add(" ".join(words.lowers))
            self._at[words.starts[0]] = [self._enter(words, *name) for name in found]
        self._in_titles.update(text for text in self._cues if text.lower() in shouted)

    def _enter(self, words: Words, first: int, last: int, text: str) -> tuple[int, int, str, Cues]:
        (self._inside if first > 0 else self._opening)[text] += 1
        local = cues(words, first, last, self._lexicon)
        known = self._cues.get(text)
        self._cues[text] = local if known is None else known.plus(local)
        if last - first > 1 and "P" not in words.tags[first:last] and not is_body(text, self._lexicon):
            self._long.setdefault(words.word(last - 1), text)
        return first, last, text, local

    def names(self, words: Words, first: int, last: int) -> list[Name]:
        """The names between two words, in order."""
        start = words.starts[0]
        known = self._known.get(start)
        if known is None:
            known = self._known[start] = tuple(self._found(start))
        if not known:
            return []
        return [name for name in known if first <= name.first and name.last <= last]

    def _found(self, start: int) -> Iterator[Name]:
        for first, last, text, local in self._at.get(start, ()):
            alone = first == 0 and last == 1
            if alone and not self._inside[text] and text not in self._long and not is_listed(text, self._lexicon):
                continue  # an opening word has a capital anyhow
            yield Name(first, last, text, self._type(text, local))

    def is_short_form(self, last: str, name: str) -> bool:
        """Whether the document calls the bearer of a name by the last name alone somewhere."""
        return self._long.get(last) == name and self._inside[last] + self._opening[last] > 0

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's as far as one can see: two to four words, none of a body, without an article,
        and not mostly a place."""
        full = self.full(name)
        parts, known = full.split(" "), self._cues.get(name, NO_CUES)
        if len(parts) not in {2, 3, 4} or known.articles or known.place > known.actor:
            return False
        if any((part.isupper() and len(part) > 1 and part[-1] != ".") or part[:1].isdigit() for part in parts):
            return False  # "USS Halvers"
        if any(part[:1].islower() and part not in _PARTICLES for part in parts):
            return False
        return not (is_body(full, self._lexicon) or is_listed(full, self._lexicon))

    def surely_lives(self, name: str) -> bool:
        """Whether the document gives a name a title, an age, a birth or a death: a person, not a firm or a ship."""
        full = self.full(name)
        last = full.rpartition(" ")[2]
        known = [self._cues[text] for text in (full, last) if text in self._cues and self._long.get(last) == full]
        named = self._in_titles[full] > 0 or any(found.lives for found in known)
        return self.is_person(name) and named

    def hero(self) -> str:
        """The person a document is about: named often or in its title, and much more often than anybody else; or
        nothing. Bearers of one last name count as one."""
        counts, names = Counter[str](), dict[str, str]()
        for text in self._cues:
            if self.is_person(text):
                last = self.full(text).rpartition(" ")[2]
                names.setdefault(last, self.full(text))
                counts[last] += self._weight(text)
        certain = Counter({last: count for last, count in counts.items() if self.surely_lives(names[last])})
        ranked = (certain or counts).most_common(2)
        if not ranked or ranked[0][1] < _HERO_MENTIONS:
            return ""
        return names[ranked[0][0]] if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1] else ""

    def _weight(self, text: str) -> int:
        """How much a document makes of a person: mentions, signs of life, and its title."""
        mentions = self._inside[text] + self._opening[text] + self._cues[text].lives
        return mentions + _TITLE_WEIGHT * self._in_titles[text]

    def by_label(self, label: str) -> str:
        """The person whom a label before what is said stands for: by the initials ("WAP:"), or by the last name."""
        known = self._labels.get(label)
        if known is None:
            known = self._labels[label] = self._by_label(label.strip())
        return known

    def _by_label(self, label: str) -> str:
        if not label:
            return ""
        if " " in label:
            return label if self.is_person(label) else ""
        known = [name for name in self._cues if self.is_person(name)]
        if label.isupper() and len(label) <= _LONGEST_INITIALS:
            return next((name for name in known if _initials(name) == label), "")
        return next((name for name in known if name.rpartition(" ")[2].lower() == label.lower()), "")

    def full(self, name: str) -> str:
        """The longest form under which the document gives a name."""
        return self._long.get(name, name) if " " not in name else name

    def _type(self, text: str, local: Cues) -> NameType:
        if is_body(text, self._lexicon):
            return NameType.ACTOR
        if is_listed(text, self._lexicon) and not self._cues[text].lives:
            return NameType.ACTOR if local.acts else NameType.PLACE
        whole = self._cues[text]
        called = self.is_short_form(text.rpartition(" ")[2], text)
        if whole.lives or self._is_acronym(text) or (whole.actor and called):
            return NameType.ACTOR
        actor = whole.actor + _LOCAL_WEIGHT * local.actor
        place = whole.place + _LOCAL_WEIGHT * local.place
        if place == actor == 0:
            return NameType.ACTOR if self.is_person(text) else NameType.UNKNOWN
        return NameType.PLACE if place > actor else NameType.ACTOR

    @staticmethod
    def _is_acronym(text: str) -> bool:
        return text.isupper() and text.isalpha() and 1 < len(text) < 6


def _written(words: Words, first: int, last: int) -> str:
    return " ".join(words.text[words.starts[first] : words.ends[last - 1]].split())
