"""Which language a text is in, by the share of its words that are frequent in a language and rare in the others."""

import re
from collections import Counter
from typing import Final

from dateline.temporal.language import language_codes, stopwords

FALLBACK_LANGUAGE: Final = "en"
_SAMPLE_CHARACTERS: Final = 20_000  # a few pages tell as much as a book
_LEAST_SHARE: Final = 0.12  # of all words; running text has 0.3 or more, a text of another language below 0.08
_LEAST_HITS: Final = 3  # fewer are chance
_WORD: Final = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str | None:
    """The code of the language a text is in, or None where no known language has enough evidence."""
    words = Counter(_WORD.findall(text[:_SAMPLE_CHARACTERS].lower()))
    total = words.total()
    hits = {code: _hits(words, code) for code in language_codes()}
    best = max(hits, key=lambda code: hits[code], default=None)
    if best is None or hits[best] < _LEAST_HITS or hits[best] < _LEAST_SHARE * total:
        return None
    return best


def _hits(words: Counter[str], code: str) -> int:
    return sum(words[word] for word in stopwords(code))


def language_to_read(text: str, said: str | None) -> str:
    """The code of the language to read a text with: the one that was said, else the one its words tell.

    Where neither is known there is the fallback, whose numbers and names of months do little harm.
    """
    code = said or detect_language(text)
    return code if code in language_codes() else FALLBACK_LANGUAGE
