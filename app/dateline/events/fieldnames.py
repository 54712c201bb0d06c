"""Actors and places in a language that writes every noun with a capital: only patterns that no plain noun fits.

A title and a name, two capitalised words side by side, an abbreviation, a noun without an article after "in". It must
not know events.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.events.fields import Token
from dateline.events.lexicon import Lexicon

_LONGEST_ABBREVIATION: Final = 6
_LONGEST_NAME_WORDS: Final = 3
_NOUN_ENDINGS: Final = ("ung", "ungen", "heit", "keit", "schaft", "tion", "ität", "ismus", "nis", "tum")


def actors(words: Sequence[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """The persons and bodies that a clause names, each once, in the order of the text."""
    return tuple(dict.fromkeys(_actors(words, lexicon)))


def places(words: Sequence[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """The places that a clause names behind a preposition of place, each once."""
    return tuple(dict.fromkeys(_places(words, lexicon)))


def _actors(words: Sequence[Token], lexicon: Lexicon) -> Iterator[str]:
    at = 0
    while at < len(words):
        word, run = words[at], _run(words, at)
        if lexicon.has("titles.people", word.lower) and len(run) > 1:
            yield " ".join(other.text for other in run[1 : _LONGEST_NAME_WORDS + 1])
        elif _is_abbreviation(word):
            yield word.text
            run = run[:1]
        elif 1 < len(run) <= _LONGEST_NAME_WORDS and _may_name(words, at, run, lexicon):
            yield " ".join(other.text for other in run)
        at += max(1, len(run))


def _run(words: Sequence[Token], at: int) -> Sequence[Token]:
    """The capitalised words that stand side by side from a place on."""
    end = at
    while end < len(words) and words[end].text[0].isupper() and words[end].text[-1].isalpha() and not words[end].dates:
        end += 1
    return words[at:end]


def _may_name(words: Sequence[Token], at: int, run: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether capitalised words side by side are a name: nothing before them that a noun takes."""
    before = words[at - 1] if at else None
    known = any(lexicon.has("places.units", word.lower) or _is_small(word, lexicon) for word in run)
    if known or before is None:
        return False
    inflected = before.text[0].islower() and before.text.endswith(("e", "en", "er", "es", "em"))
    helps = lexicon.has("auxiliaries.finite", before.lower) or lexicon.has("modals.finite", before.lower)
    past = before.lower.endswith(("te", "ten")) and not lexicon.has("articles.all", before.lower)
    described = lexicon.has("articles.all", before.lower) or before.text[0].isdigit() or inflected
    return helps or past or not described


def _is_small(word: Token, lexicon: Lexicon) -> bool:
    """Whether a capitalised word is an article, a preposition or a pronoun that opens the sentence."""
    return any(
        lexicon.has(name, word.lower)
        for name in ("articles.all", "time.leads", "time.fillers", "pronouns.subject", "clauses.subordinators")
    )


def _is_abbreviation(word: Token) -> bool:
    return word.text.isalpha() and word.text.isupper() and 2 <= len(word.text) <= _LONGEST_ABBREVIATION


def _places(words: Sequence[Token], lexicon: Lexicon) -> Iterator[str]:
    for at, word in enumerate(words[:-1]):
        run = _run(words, at + 1)
        if not lexicon.has("places.prepositions", word.lower) or not run or len(run) > 2 or word.dates:
            continue
        lower = run[0].lower
        plain = lower.endswith(_NOUN_ENDINGS) or lexicon.has("places.never", lower) or _is_event(lower, lexicon)
        plural = word.lower != "in" and lower.endswith(("en", "er"))  # "nach Plänen", "aus Bäumen"
        if not plain and not plural and not lexicon.has("titles.people", lower) and not _is_abbreviation(run[0]):
            yield " ".join(other.text for other in run)


def _is_event(lower: str, lexicon: Lexicon) -> bool:
    return lower in lexicon.noun_kinds
