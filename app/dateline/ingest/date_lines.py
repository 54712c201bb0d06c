"""What else stands in a line beside its date: a place, a time of day, a name, or nothing.

It looks at one line at a time and does not know where in the document that line stands; labels are read in `labels`.
"""

import re
from collections.abc import Sequence
from typing import Final

from dateline.ingest.header_dates import HeaderDate
from dateline.ingest.lexicon import header_words

PUNCTUATION: Final = " \t\u00a0|·•–—-,;:.()[]/*_"
"""What may stand around the parts of a masthead's line."""

_CLOCK: Final = re.compile(
    r"""(?ix) \d{1,2}[:.h]\d{2}\s(?:[^\W\d_]+\s){1,3}time\b                                # 18:30 South African time
      | \d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\b\.?)?(?![\d.]\d)   # 14:32, 2.33 p.m.
      | \b\d{1,4}\s*[ap]\.?m\b\.?                                                         # 5 pm, 430 AM
      | (?<=[\s:\d])[+-]\d{2}:?\d{2}\b                                                    # +01:00
      | \b(?:gmt|utc)\s?[+-]\d{1,2}\b                                                     # GMT+1
      | \b(?:[01]\d|2[0-4])[0-5]\d\s?[-–]\s?(?:[01]\d|2[0-4])[0-5]\d\b                        # 2200-0600
      | \b\d{4}\s*(?:hrs|hours|h|gmt|utc|z)\b                                             # 1432 GMT
      | \b\d+\s+(?:years?|months?|weeks?|days?|hours?|minutes?)\s+ago\b
      | t(?=\d{2}:\d{2})                                                                  # 2021-03-04T10:11
    """
)
_WORD: Final = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?")
_SMALL: Final = frozenset(
    {"of", "and", "the", "in", "am", "an", "der", "de", "la", "le", "du", "do", "im", "bei", "und", "et", "y"}
)
_PLACE_WORDS: Final = 6  # "Washington, D.C., United States of America" has six
_SENTENCE_WORDS: Final = 12
_TAIL_WORDS: Final = 8
_ENDING: Final = "|·•–—([/;-)]\t"


def is_filler(word: str) -> bool:
    """Whether a word may stand beside a date without meaning anything else: a weekday, a zone, "on"."""
    word = word.casefold()
    known = header_words()
    return word in known.fillers or word.rstrip(".") in known.weekdays or word.rstrip(".") in known.fillers


def without_last_filler(text: str) -> str:
    """A text without the weekday, time of day or small word at its end; the text itself where it ends otherwise."""
    for match in _CLOCK.finditer(text):
        if match.end() == len(text):
            return text[: match.start()]
    words = list(_WORD.finditer(text))
    if words and words[-1].end() == len(text) and is_filler(words[-1][0]):
        return text[: words[-1].start()]
    return text


def other_words(line: str, dates: Sequence[HeaderDate]) -> list[str]:
    """The words of a line that are neither a date, nor a weekday, a time of day or a small word beside one."""
    for date in reversed(dates):
        line = f"{line[: date.start]} {line[date.end :]}"
    line = _CLOCK.sub(" ", line)
    return [word for word in _WORD.findall(line) if not is_filler(word)]


def is_place(words: list[str]) -> bool:
    """Whether some words look like the name of a place: few, and all with a capital but small words between them."""
    named = [word for word in words if word not in _SMALL]
    return 0 < len(words) <= _PLACE_WORDS and bool(named) and all(word[0].isupper() for word in named)


def closes(line: str, date: HeaderDate) -> bool:
    """Whether a date ends its statement: "Published 3 March 2021", not "Published 3 March 2021, it tells ..."."""
    after = rest_after(line, date)
    if not after.strip(PUNCTUATION) or after.lstrip(" ,")[:1] in _ENDING:
        return True
    if after.partition(" ")[0].strip(PUNCTUATION).casefold() in header_words().labels_after:
        return True
    is_sentence = after.rstrip()[-1:] == "." and len(_WORD.findall(line)) > _SENTENCE_WORDS
    return after[0].isupper() and not is_sentence


def rest_after(line: str, date: HeaderDate) -> str:
    """What follows a date, without the times of day and small words directly behind it."""
    after = _CLOCK.sub(" ", line[date.end :], count=2).strip()
    while after and (word := _WORD.match(after.lstrip(PUNCTUATION))) and is_filler(word[0]):
        after = after.lstrip(PUNCTUATION)[word.end() :]
    return after.lstrip()


def leads_line(line: str, date: HeaderDate) -> bool:
    """Whether a date begins a masthead's line and something else stands behind it: "March 3, 2021 | 12 Comments".

    A dash behind it without a time of day begins an entry of a chronology instead.
    """
    if other_words(line[: date.start], []):
        return False
    after = rest_after(line, date)
    first_word = after.strip(PUNCTUATION).partition(" ")[0].casefold()
    marks = (line[date.end :].lstrip()[:1], after[:1])
    is_divided = any(mark in marks for mark in "|·•") or header_words().labels.get(first_word) == "updated"
    return is_divided and not after.rstrip().endswith(".") and len(after.split()) <= _TAIL_WORDS
