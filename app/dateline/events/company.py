"""Who and what a clause names: actors, places, its other nouns. By them mentions are compared, and facets are filled.

It must not know verbs or dates.
"""

from dataclasses import dataclass
from typing import Final

from dateline.events.kinds import event_nouns
from dateline.events.lexicon import Lexicon
from dateline.events.names import NameBook, NameType
from dateline.events.tagging import Words


@dataclass(frozen=True, slots=True)
class Company:
    """What a stretch of a sentence names. `nouns` are stems of event nouns, `objects` of all other words that name
    things.
    """

    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    objects: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()


NOTHING_NAMED: Final = Company()


def company(words: Words, first: int, last: int, book: NameBook, lexicon: Lexicon) -> Company:
    """What stands between two words of a sentence."""
    actors, places = dict[str, None](), dict[str, None]()
    for name in book.names(words, first, last):
        if name.type is not NameType.UNKNOWN:
            (places if name.type is NameType.PLACE else actors)[book.full(name.text)] = None
    pairs = zip(words.lowers[first:last], words.tags[first:last], strict=True)
    objects = frozenset([_stem(lower) for lower, tag in pairs if tag in "oA" and len(lower) > 2])
    nouns = frozenset([event.stem for event in event_nouns(words, first, last, lexicon)])
    return Company(tuple(actors), tuple(places), objects, nouns)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word
