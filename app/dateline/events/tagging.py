"""Words of a sentence and their classes, one character each, so that a pattern over a sentence is a regular expression.

It must not know clauses or events; the classes are told in `lexicon.CLASS_TAGS`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.events.inflection import guess_base
from dateline.events.lexicon import Lexicon
from dateline.model.spans import Span

_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}|\w+?(?=n['’]t\b)|n['’]t\b|['’](?:ve|re|ll|d|m|s)\b|\w+(?:[-‐]\w+)*|\d[\d.,:]*|[^\w\s>]"
)
_SHORT: Final = {"'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "n't": "not", "'d": "would"}
_QUOTES: Final = frozenset('"“”„«»‘')
_DASHES: Final = frozenset("–—-―")
_SHOUTED_SHARE: Final = 0.7  # of the letters; above it a line is in capitals, and capitals say nothing


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence: places in the text, lower-case forms, base forms, and the string of classes."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lowers: tuple[str, ...]
    bases: tuple[str, ...]
    tags: str

    def span(self, first: int, last: int) -> Span:
        """The place of the words first to last (exclusive)."""
        return Span(self.starts[first], self.ends[last - 1])

    def word(self, index: int) -> str:
        """A word as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def index_at(self, offset: int) -> int:
        """The first word that ends after a place."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def tag_words(text: str, sentence: Span, timexes: Sequence[Span], lexicon: Lexicon) -> Words:
    """The words of a sentence with their classes; words of time expressions are of class t."""
    starts, ends, lowers = list[int](), list[int](), list[str]()
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        starts.append(match.start())
        ends.append(match.end())
        lowers.append(match.group().lower().replace("’", "'"))
    shouted = _is_shouted(text[sentence.start : sentence.end])
    tags, bases = list[str](), list[str]()
    known = lexicon.words
    for index, lower in enumerate(lowers):
        first = text[starts[index]]
        entry = known.get(lower)
        if first.isupper() and not shouted:
            tag, base = _capitalised(text, index, starts[index], ends[index], lower, entry, tags, lexicon)
        elif entry is not None:
            tag, base = entry
        else:
            tag, base = _unknown(lower, first, index, tags, lexicon)
        tags.append(tag)
        bases.append(base)
    _mark_timexes(timexes, starts, ends, tags)
    return Words(text, tuple(starts), tuple(ends), tuple(lowers), tuple(bases), _repaired(tags, lowers))


def _is_shouted(sentence: str) -> bool:
    letters = [character for character in sentence[:200] if character.isalpha()]
    return len(letters) > 12 and sum(map(str.isupper, letters)) > _SHOUTED_SHARE * len(letters)


def _capitalised(
    text: str,
    index: int,
    start: int,
    end: int,
    lower: str,
    entry: tuple[str, str] | None,
    before: Sequence[str],
    lexicon: Lexicon,
) -> tuple[str, str]:
    """The class of a word with a capital: a name, unless it opens the sentence or is a known small word."""
    opening = index == 0 or before[-1] in '":-(.'
    if entry is not None and opening and not (end - start > 1 and text[start:end].isupper()):
        tag = entry[0]
        if tag in "vsc":  # "Police say", "Work began": an opening noun far more often than a verb
            return "o", entry[1]
        return entry
    if entry is not None and entry[0] == "I" and lower == "i":
        return entry
    if lexicon.language == "de" and entry is not None and entry[0] not in "vsc":
        return entry if opening else ("A", lower)
    return "A", lower


def _unknown(lower: str, first: str, index: int, before: Sequence[str], lexicon: Lexicon) -> tuple[str, str]:
    if first.isdigit():
        return "#", lower
    if not (first.isalpha() or first in "'’"):
        return _punctuation(first), lower
    if lower in _SHORT:
        return lexicon.words.get(_SHORT[lower], ("o", lower))
    if lower == "'s":
        return ("B", "be") if before and before[-1] == "I" else ("z", lower)
    if lexicon.language == "en":
        if lower.endswith("ed") and len(lower) > 4 and "-" not in lower.removeprefix("re-").removeprefix("co-"):
            return "p", guess_base(lower)
        if lower.endswith("ing") and len(lower) > 5:
            return "g", guess_base(lower)
    return ("J", lower) if lower.endswith("ly") and len(lower) > 4 else ("o", lower)


def _punctuation(character: str) -> str:
    if character in _QUOTES:
        return '"'
    if character in _DASHES:
        return "-"
    return character if character in ",;:()." else "."


def _mark_timexes(timexes: Sequence[Span], starts: Sequence[int], ends: Sequence[int], tags: list[str]) -> None:
    """Give the words of time expressions their class; both sequences are in the order of the text."""
    index = 0
    for span in timexes:
        while index < len(starts) and ends[index] <= span.start:
            index += 1
        while index < len(starts) and starts[index] < span.end:
            tags[index] = "t"
            index += 1


def _repaired(tags: list[str], lowers: Sequence[str]) -> str:
    """Classes that the neighbours decide: "that" before a noun, "to" before a name, a base form after nothing that
    takes one."""
    for index, tag in enumerate(tags):
        following = tags[index + 1] if index + 1 < len(tags) else ""
        if tag == "T" and following not in {"v", "E", "J", "h", "K", "c"}:
            tags[index] = "P"
        elif tag == "v" and following == "Q" and index and tags[index - 1] in "oAIs":
            tags[index] = "s"  # "records show that"
        elif tag == "v" and _before_gap(tags, index) in {"h", "d", "N"}:
            tags[index] = "n"  # "have come": the participle looks like the base form
        elif tag == "v" and _before_gap(tags, index) not in {"T", "M", "F", "K", "k"}:
            tags[index] = "o"
        elif (tag == "o" and index and tags[index - 1] in "MFKk") or (tag == "o" and _negated_auxiliary(tags, index)):
            tags[index] = "v"  # an unknown verb after a modal
        elif (
            tag == "S"
            and lowers[index] in {"after", "before", "since", "until", "till", "as", "once"}
            and following == "t"
        ):
            tags[index] = "P"
        elif tag in "pe" and index and tags[index - 1] == "D" and following in {"o", "A", "p", "g"}:
            tags[index] = "o"  # "the proposed law", "a newly built hall"
    return "".join(tags)


def _before_gap(tags: Sequence[str], index: int) -> str:
    """The class of the word before, with adverbs, negations and a short subject ("Will it continue") skipped."""
    at = index - 1
    while at >= 0 and index - at <= 4 and tags[at] in "JXIA":
        at -= 1
    return tags[at] if at >= 0 else ""


def _negated_auxiliary(tags: Sequence[str], index: int) -> bool:
    return index > 1 and tags[index - 1] == "X" and tags[index - 2] in "MFKk"
