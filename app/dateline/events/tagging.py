"""Words of a sentence and their classes, one character each, so that a pattern over a sentence is a regular expression.

It must not know clauses or events; the classes are told in `lexicon.CLASS_TAGS`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.events.inflection import guess_base
from dateline.events.lexicon import Lexicon, lexicon_for
from dateline.model.spans import Span

_WORD: Final = re.compile(
    r"\w++(?![.,:'’‐-])|[,.]"  # most words and stops are nothing else; said first, they are found twice as fast
    r"|(?:[^\W\d_]\.){2,}"
    r"|(?:[A-Z]|St|Mt|Ft|Gen|Lt|Col|Dr|Mr|Mrs|Ms|Capt|Sgt|Maj|Sen|Rep|Gov|Rev|Prof)\.(?=\s[A-Z])"
    r"|\d+(?:[.,:]\d+)+|[^\W\d_iI]['’]\w{2,}(?:-\w+)*"  # "26,805", "O'Brien"
    r"|\w+?(?=n['’]t\b)|n['’]t\b|['’](?:ve|re|ll|d|m|s)\b|\w+(?:[-‐]\w+)*|[^\w\s>]"
)
_SHORT: Final = {"'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "n't": "not", "'d": "would"}
_QUOTES: Final = frozenset('"“”„«»‘`')
_AT_LEAST: Final = re.compile(r"(?:at (?:least|most)|up to|close to|(?:more|less|fewer) than|as (?:many|much) as) $")
_NUMBERS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozens hundreds thousands millions half".split()
)
_ABOUT: Final = frozenset("about around over under nearly almost roughly some approximately".split())
_DASHES: Final = frozenset("–—-―_")
_CELL: Final = "|"  # divides what a row tells from its date, as a colon does
_PREFIXES: Final = ("re-", "co-", "re", "co", "over", "out")
_NOUNLIKE: Final = frozenset("osgApcv")
_REPAIRABLE: Final = frozenset("TvoSpeg")  # classes that their neighbours may change
_SHOUTED_SHARE: Final = 0.7  # of the longer words; above it a line is in capitals, and capitals say nothing


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence: places in the text, lower-case forms, base forms, the string of classes, and the
    words that name an event with its kind.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    lowers: Sequence[str]
    bases: Sequence[str]
    tags: str
    nouns: Mapping[int, str]

    def span(self, first: int, last: int) -> Span:
        """The place of the words first to last (exclusive)."""
        return Span(self.starts[first], self.ends[last - 1])

    def word(self, index: int) -> str:
        """A word as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def index_at(self, offset: int) -> int:
        """The first word that ends after a place."""
        return bisect_right(self.ends, offset)


def tag_words(text: str, sentence: Span, timexes: Sequence[Span], lexicon: Lexicon) -> Words:
    """The words of a sentence with their classes; words of time expressions are of class t."""
    spans = [match.span() for match in _WORD.finditer(text, sentence.start, sentence.end)]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    written = [text[start:end] for start, end in spans]
    lowers = [word.lower() for word in written]
    if text.find("’", sentence.start, sentence.end) >= 0:
        lowers = [lower.replace("’", "'") for lower in lowers]
    known, language = lexicon.words, lexicon.language
    entries = [known.get(lower) or _unknown(lower, language) for lower in lowers]
    tags, bases = [tag for tag, _ in entries], [base for _, base in entries]
    shouted = _is_shouted(written)
    for index, (word, lower) in enumerate(zip(written, lowers, strict=True)):  # what its neighbour decides
        if word[0].isupper() and not shouted:
            tags[index], bases[index] = _capitalised(index, word, lowers, tags, lexicon)
        elif "'" in lower and lower not in known:
            owned = index > 0 and lowers[index - 1].endswith("s") and ends[index - 1] == starts[index]
            tags[index], bases[index] = _apostrophised(lower, tags[index - 1 : index], lexicon, owned=owned)
    _mark_timexes(timexes, starts, ends, tags)
    _mark_estimates(lowers, tags)
    tags = _repaired(tags, lowers)
    return Words(text, starts, ends, lowers, bases, "".join(tags), _nouns(lowers, tags, lexicon))


def _nouns(lowers: Sequence[str], tags: Sequence[str], lexicon: Lexicon) -> dict[int, str]:
    """The words that name an event, with its kind."""
    kinds = lexicon.noun_kinds
    return {at: kinds[lower] for at, lower in enumerate(lowers) if lower in kinds and tags[at] in _NOUNLIKE}


def _is_shouted(written: Sequence[str]) -> bool:
    """Whether a sentence is in capitals, so that a capital says nothing."""
    if not any(map(str.isupper, written[:40])):
        return False
    long = [word for word in written[:40] if len(word) > 3 and word.isalpha()]
    return len(long) > 2 and sum(map(str.isupper, long)) > _SHOUTED_SHARE * len(long)


def _is_no_name(lower: str, following: Sequence[str], known: Mapping[str, tuple[str, str]]) -> bool:
    """Whether an unknown word that opens a sentence is an adverb or a participle: "Notably, ...", "Bowing to ..."."""
    after = following[0] if following else ""
    if lower in _NUMBERS:
        return True
    if lower.endswith("ly") and len(lower) > 4:
        return after == "," or (len(lower) > 5 and known.get(after, ("", ""))[0] in {"S", "P", "D", "I"})
    return lower.endswith(("ing", "ed")) and len(lower) > 5 and known.get(after, ("", ""))[0] in {"D", "P", "T"}


def _capitalised(
    index: int, word: str, lowers: Sequence[str], tags: Sequence[str], lexicon: Lexicon
) -> tuple[str, str]:
    """The class of a word with a capital: a name, unless it opens the sentence or is a known small word."""
    lower, before = lowers[index], tags[index - 1] if index else ""
    entry = lexicon.words.get(lower)
    if entry is not None:
        if (not before or before in '":-(.') and not (len(word) > 1 and word.isupper()):
            # "Police say", "Work began": an opening noun far more often than a verb
            return ("o", entry[1]) if entry[0] in "vsc" else entry
        if lower == "the" or (lower == "i" if word.isupper() else entry[0] == "S"):
            return entry
    if not index and _is_no_name(lower, lowers[1:2], lexicon.words):
        return _unknown(lower, lexicon.language)
    return "A", lower


def _apostrophised(lower: str, before: Sequence[str], lexicon: Lexicon, *, owned: bool) -> tuple[str, str]:
    """The class of a word with an apostrophe that stands in no list; `owned`: right behind a word that ends in s."""
    if lower == "'s":
        return ("B", "be") if before == ["I"] else ("z", lower)
    if lower == "'":
        return "z" if owned else '"', lower
    if lower in _SHORT:
        return lexicon.words.get(_SHORT[lower], ("o", lower))
    return _unknown(lower, lexicon.language)


@lru_cache(maxsize=50_000)
def _unknown(lower: str, language: str) -> tuple[str, str]:
    """The class of a word that stands in no list, by its form."""
    first = lower[0]
    if first.isdigit():
        return "#", lower
    if not (first.isalpha() or first in "'’"):
        return _punctuation(first), lower
    if language == "en":
        for prefix in _PREFIXES:
            known = lexicon_for(language).words.get(lower.removeprefix(prefix)) if lower.startswith(prefix) else None
            if known is not None and known[0] in "vspienc":
                return known[0], prefix + known[1]
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
    if character == _CELL:
        return ":"
    return character if character in ",;:()." else "."


def _mark_timexes(timexes: Sequence[Span], starts: Sequence[int], ends: Sequence[int], tags: list[str]) -> None:
    """Give the words of time expressions their class; both sequences are in the order of the text."""
    for span in timexes:
        first, last = bisect_right(ends, span.start), bisect_left(starts, span.end)
        tags[first:last] = "t" * (last - first)


def _mark_estimates(lowers: Sequence[str], tags: list[str]) -> None:
    """Make what qualifies a number an adverb: "at least 20", "more than 300", "about 5", "over half"."""
    if "#" not in tags:
        return
    for index, tag in enumerate(tags):
        if tag != "#" or not index:
            continue
        if _AT_LEAST.search(" ".join(lowers[max(0, index - 3) : index]) + " "):
            wide = 3 if lowers[index - 1] == "as" else 2
            tags[max(0, index - wide) : index] = "J" * min(wide, index)
        elif lowers[index - 1] in _ABOUT and tags[index - 1] in "PDJ":
            tags[index - 1] = "J"


def _repaired(tags: list[str], lowers: Sequence[str]) -> list[str]:
    """Classes that the neighbours decide: "that" before a noun, "to" before a name, a base form after nothing that
    takes one."""
    for index, tag in enumerate(tags):
        if tag not in _REPAIRABLE:
            continue
        following = tags[index + 1] if index + 1 < len(tags) else ""
        if tag == "o" and index and (tags[index - 1] in _BEFORE_VERB or lowers[index - 1] in _SUBJECT_PRONOUNS):
            tags[index] = _as_unknown(tags, lowers, index, following)
        elif tag == "v":
            present = _is_plural_present(tags, lowers, index)
            tags[index] = "y" if present else _as_base_form(tags, index, following)  # "exports begin"
        elif tag == "T" and following not in {"v", "E", "J", "h", "K", "c"}:
            tags[index] = "P"
        elif (
            tag == "S"
            and lowers[index] in {"after", "before", "since", "until", "till", "as", "once"}
            and following == "t"
        ):
            tags[index] = "P"
        elif tag == "p" and lowers[index] == "compared" and lowers[index + 1 : index + 2] in (["with"], ["to"]):
            tags[index] = "P"
        elif tag == "g" and index and tags[index - 1] == "D" and following in _BEHIND_NOUN:
            tags[index] = "o"  # "the scaffolding goes up", "the building was sold"
        elif tag in "pe" and index and tags[index - 1] == "D" and following in {"o", "A", "p", "g"}:
            tags[index] = "o"  # "the proposed law", "a newly built hall"
    return tags


def _as_unknown(tags: Sequence[str], lowers: Sequence[str], index: int, following: str) -> str:
    """The class of a word that stands in no list: a verb between a pronoun and an object ("we glaze it"), and behind a
    modal."""
    at = index - 1
    if lowers[index] == "last" and at >= 0 and tags[at] in "WBNhd" and following and following in "penc":
        return "J"  # "were last cleaned in May"
    while at >= 0 and tags[at] == "J":
        at -= 1
    if at < 0 or (lowers[index] == "far" and lowers[index - 1] == "so"):
        return "J" if lowers[index] == "far" else "o"
    if lowers[at] in _SUBJECT_PRONOUNS and following and following in "DA#t" and not lowers[index].endswith("s"):
        return "y"
    return "v" if tags[index - 1] in "MFKk" or _negated_auxiliary(tags, index) else "o"


def _as_base_form(tags: Sequence[str], index: int, following: str) -> str:
    """The class of a base form by what stands before it."""
    if following == "Q" and index and tags[index - 1] in "oAIs":
        return "s"  # "records show that"
    before = _before_gap(tags, index)
    if before in {"h", "d", "N"}:
        return "n"  # "have come": the participle looks like the base form
    return "v" if before in _BEFORE_BASE else "o"


_BEFORE_VERB: Final = frozenset("JXMFKk")  # with the pronouns, all behind which an unknown word may be a verb
_BEHIND_NOUN: Final = frozenset("siWBdhFMkKpPSRQ.,;")
_BEFORE_BASE: Final = frozenset("TMFKk")


def _is_plural_present(tags: Sequence[str], lowers: Sequence[str], index: int) -> bool:
    """Whether a base form is the verb of a plural subject: "they launch", "the plasterers start on"."""
    at = index - 1
    while at >= 0 and tags[at] == "J":
        at -= 1
    if at < 0:
        return False
    following = tags[index + 1] if index + 1 < len(tags) else "."
    if tags[at] == "R" and lowers[at] in {"who", "which"} and following in "DAI#":
        return True  # "the firms, which sponsor the talks"
    if lowers[at] in _SUBJECT_PRONOUNS:
        return _before_gap(tags, index) not in _BEFORE_BASE | {"h", "d", "N"}
    says = following == "o" and lowers[index] in _SAYING and tags[at] in "oA"  # "sources indicate officials are"
    if following not in "DAIPJtT.,;" and not says:
        return False
    before = "".join(tags[:index])
    start = max(map(before.rfind, ",;:SRQC")) + 1
    if before == "A" and (following in "DIQ" or says):
        return _is_plural(lowers[0])  # "Prosecutors say the"
    subject = _PLURAL_SUBJECT.fullmatch(before, start)
    if subject is None or not _is_plural(lowers[subject.end("head") - 1]):
        return False
    alone = not before[subject.end("head") :].strip("J")
    return alone or not _FINITE.search("".join(tags), index + 1)  # "officials in the US state of"


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and len(noun) > 3 and not noun.endswith(("ss", "us", "is"))


_FINITE: Final = re.compile("[isyWBdhFMKkpe]")
_PLURAL_SUBJECT: Final = re.compile(r"J*(?:[PD]*t+)?D?(?:[A#opg]*(?P<head>o))(?:PD?[A#op]*[oA])*J*")
_SAYING: Final = frozenset("say believe indicate suggest show think claim report fear estimate".split())
_SUBJECT_PRONOUNS: Final = frozenset("we they you i".split())


def _before_gap(tags: Sequence[str], index: int) -> str:
    """The class of the word before, with adverbs, negations and a short subject ("Will it continue") skipped."""
    at = index - 1
    while at >= 0 and index - at <= 4 and tags[at] in "JXIAt":
        at -= 1
    return tags[at] if at >= 0 else ""


def _negated_auxiliary(tags: Sequence[str], index: int) -> bool:
    return index > 1 and tags[index - 1] == "X" and tags[index - 2] in "MFKk"
