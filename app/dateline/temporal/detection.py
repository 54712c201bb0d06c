"""Which language a text is in, by the share of its words that are frequent in a language and rare in the others."""

import re
from collections import Counter
from typing import Final

from dateline.temporal.language import calendar_words, language_codes, stopwords

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


def _by_calendar(text: str) -> str | None:
    """The language of a table or a log, which has no running text, by its months and weekdays; None where they are
    shared by several."""
    words = Counter(_WORD.findall(text[:_SAMPLE_CHARACTERS].lower()))
    names = {code: sum(words[name] for name in calendar_words(code)) for code in language_codes()}
    most = max(names.values(), default=0)
    found = [code for code, count in names.items() if count == most]
    return found[0] if most and len(found) == 1 else None


def _hits(words: Counter[str], code: str) -> int:
    return sum(words[word] for word in stopwords(code) & words.keys())


def language_to_read(text: str, said: str | None) -> str:
    """The code of the language to read a text with: the one that was said, else the one its words tell.

    Where neither is known, the names of months and weekdays decide; without them there is the fallback.
    """
    code = said or detect_language(text) or _by_calendar(text)
    return code if code in language_codes() else FALLBACK_LANGUAGE
