"""What stands around a date in a line of a masthead: a label, a place, a time of day, or nothing.

It looks at one line at a time and does not know where in the document that line stands.
"""

import re
from functools import cache
from typing import Final

from dateline.ingest.header_dates import HeaderDate
from dateline.ingest.lexicon import alternatives, header_words

_LONGEST_LABEL: Final = 60
_SEPARATORS: Final = "|·•–—-,;:.()[]/*>\t"
_PUNCTUATION: Final = " \t\u00a0|·•–—-,;:.()[]/*_"
_CLOCK: Final = re.compile(
    r"""(?ix) \d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\b\.?)?(?![\d.]\d)   # 14:32, 2.33 p.m.
      | \b\d{1,2}\s*[ap]\.?m\b\.?                                                         # 5 pm
      | (?<=[\s:\d])[+-]\d{2}:?\d{2}\b                                                    # +01:00
      | \b\d{4}\s*(?:hrs|hours|h|gmt|utc|z)\b                                             # 1432 GMT
      | \b\d+\s+(?:years?|months?|weeks?|days?|hours?|minutes?)\s+ago\b
      | t(?=\d{2}:\d{2})                                                                  # 2021-03-04T10:11
    """
)
_WORD: Final = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*\.?")
_PLACE_WORDS: Final = 6  # "Washington, D.C., United States of America" has six
_SENTENCE_WORDS: Final = 12


def label_of(line: str, date: HeaderDate) -> str | None:
    """The group of the label that stands before a date ("published", "updated", "other" ...), or None where none
    does.
    """
    rest = line[max(0, date.start - _LONGEST_LABEL) : date.start].rstrip(_PUNCTUATION)
    cut = date.start > _LONGEST_LABEL
    while rest:
        match = _label_at_end().search(rest)
        if match is not None and _begins_label(rest, match.start(), cut):
            return header_words().labels[" ".join(match[0].casefold().split())]
        shorter = _without_last_filler(rest).rstrip(_PUNCTUATION)
        if shorter == rest:
            break
        rest = shorter
    return _label_with_place(line, date)


def _label_with_place(line: str, date: HeaderDate) -> str | None:
    """The label's group where a place stands between it and the date: "Published in the Courier on 2 May 2020"."""
    if date.start > _LONGEST_LABEL or line[date.end :].strip(_PUNCTUATION):
        return None
    label, _, rest = line.strip(_PUNCTUATION).partition(" ")
    between = rest.partition(" ")[0]
    return header_words().labels.get(label.casefold()) if between in ("in", "by", "im", "bei", "von") else None


@cache
def _label_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?i:{alternatives(header_words().labels)})$|{_glued_labels()}$")


def _glued_labels() -> str:
    """Labels that begin with a capital, which may be glued to the word before: "Jane DoePublished"."""
    single = [label for label in header_words().labels if " " not in label and len(label) > 4]
    capitalised = {label[0].upper() + label[1:] for label in single}
    return rf"(?<=[^\W\d_])(?:{alternatives(capitalised)})"


def _begins_label(rest: str, start: int, cut: bool) -> bool:
    """A label begins a line, or follows a separator or a number, or is glued to a name."""
    before = rest[:start]
    if not before.strip():
        return not cut
    bare_before = before.rstrip()
    if bare_before[-1] in _SEPARATORS:
        return True
    capital = rest[start].isupper()
    return capital and (bare_before[-1].isdigit() or before[-1].islower())


def _without_last_filler(text: str) -> str:
    """A text without the weekday, time of day or small word at its end; the text itself where it ends in something
    else.
    """
    for match in _CLOCK.finditer(text):
        if match.end() == len(text):
            return text[: match.start()]
    words = list(_WORD.finditer(text))
    if words and words[-1].end() == len(text) and _is_filler(words[-1][0]):
        return text[: words[-1].start()]
    return text


def _is_filler(word: str) -> bool:
    word = word.casefold()
    known = header_words()
    return word in known.fillers or word.rstrip(".") in known.weekdays or word.rstrip(".") in known.fillers


def other_words(line: str, dates: tuple[HeaderDate, ...] | list[HeaderDate]) -> list[str]:
    """The words of a line that are neither a date, nor a weekday, a time of day or a small word beside one."""
    for date in reversed(dates):
        line = f"{line[: date.start]} {line[date.end :]}"
    line = _CLOCK.sub(" ", line)
    return [word for word in _WORD.findall(line) if not _is_filler(word)]


def is_place(words: list[str]) -> bool:
    """Whether some words look like the name of a place: few, and all with a capital but small words between them."""
    small = {"of", "and", "the", "am", "an", "der", "de", "la", "le", "du", "do", "im", "bei"}
    named = [word for word in words if word not in small]
    return 0 < len(words) <= _PLACE_WORDS and bool(named) and all(word[0].isupper() for word in named)


def closes(line: str, date: HeaderDate) -> bool:
    """Whether a labelled date ends its statement: "Published 3 March 2021", but not "Published 3 March 2021, it tells
    ...".
    """
    rest = line[date.end :]
    after = _CLOCK.sub(" ", rest, count=2).strip()
    while after and (words := _WORD.match(after.lstrip(_PUNCTUATION))) and _is_filler(words[0]):
        after = after.lstrip(_PUNCTUATION)[words.end() :]
    after = after.lstrip()
    if not after.strip(_PUNCTUATION) or after[0] in "|·•–—([/;-)]\t":
        return True
    is_sentence = after.rstrip()[-1:] == "." and len(_WORD.findall(line)) > _SENTENCE_WORDS
    return after[0].isupper() and not is_sentence
