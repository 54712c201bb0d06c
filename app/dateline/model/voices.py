"""Who tells of an event by the words of its documents: each voice once, with every place where it is named.

It must not know how sources are found in a text.
"""

from dataclasses import dataclass
from typing import Final

from dateline.model.events import Attribution, Event
from dateline.model.values import Value

_ARTICLES: Final = frozenset("the a an der die das den dem des ein eine einen einem einer eines".split())

HEARSAY: Final = "hearsay"
"""What stands in a list for all sources that nobody names: "reportedly", "is said to"."""


@dataclass(frozen=True, slots=True)
class Voice(Value):
    """One source: its words as they stand where it is named first, and all (document, place) that name it.

    Not `named`: nobody is named, and the words say only that it is told.
    """

    words: str
    named: bool
    places: tuple[tuple[str, Attribution], ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of the documents that name it, each once."""
        return tuple(dict.fromkeys(document for document, _ in self.places))


def voices(event: Event) -> tuple[Voice, ...]:
    """The sources of an event in the order of its excerpts. Words that differ by an article or a capital are one."""
    places = dict[tuple[str, bool], list[tuple[str, Attribution]]]()
    for excerpt in event.excerpts:
        for source in excerpt.sources:
            known = places.setdefault((_name(source.quote).casefold(), source.named), [])
            if (excerpt.document, source) not in known:
                known.append((excerpt.document, source))
    return tuple(
        Voice(" ".join(found[0][1].quote.split()), named, tuple(found)) for (_, named), found in places.items()
    )


def voice_names(event: Event) -> tuple[str, ...]:
    """What its sources are called in a list, articles left out, each once: HEARSAY for all who are not named, empty
    where a document says so itself."""
    names = dict[str, None]()
    for excerpt in event.excerpts:
        if not excerpt.sources:
            names[""] = None
        for source in excerpt.sources:
            names[_name(source.quote) if source.named else HEARSAY] = None
    return tuple(names)


def describe_voice(voice: Voice) -> str:
    """A source in words, with the number of documents that name it where there are several.

    >>> describe_voice(Voice("reportedly", False, ()))
    '“reportedly”'
    """
    words = voice.words if voice.named else f"“{voice.words}”"
    count = len(voice.documents)
    return f"{words} ({count} documents)" if count > 1 else words


def unattributed_documents(event: Event) -> tuple[str, ...]:
    """Ids of the documents that tell of an event in their own words, each once."""
    return tuple(dict.fromkeys(excerpt.document for excerpt in event.excerpts if not excerpt.sources))


def _name(quote: str) -> str:
    """The words without an article before them."""
    words = quote.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].casefold() in _ARTICLES else words)
