"""What a line is by its own form and words, whatever stands around it.

A rule here may only decide what no neighbour could overturn; what needs them is left open for the passes that follow.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from dateline.ingest.labels import OWN_LABELS, leading_group
from dateline.ingest.lexicon import LayoutWords, alternatives, bare, layout_words
from dateline.ingest.page import without_bullet
from dateline.model.documents import LineClass

_LINK: Final = re.compile(r"[<(\[]?(?:https?://|www\.)\S+[>)\]]?", re.IGNORECASE)
_CLOCK: Final = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?"
_ZONE: Final = r"(?:\s?(?:Z|UTC|GMT|[A-Z]{3,4}|[+-]\d\d:?\d\d))?"
_LOG: Final = re.compile(
    rf"\s*[\[(]?(?:\d{{4}}[-/]\d\d[-/]\d\d[T ,]+{_CLOCK}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}},? {_CLOCK}"
    rf"|[A-Z][a-z]{{2}}\s{{1,2}}\d{{1,2}}\s{_CLOCK}){_ZONE}[\])]?[\s:,;|–—-]"
)
CLOCK_START: Final = re.compile(
    rf"\s*[-•*]?\s*[\[(]?(?:{_CLOCK}|\d{{1,2}}[.]\d\d(?= Uhr)){_ZONE}"
    r"(?:\s?(?:[ap]\.?m\.?|Uhr|h(?:rs)?\b))?[\])]?\s*[–—:|-]?\s+\S",
    re.IGNORECASE,
)
"""A line that begins with a time of day, as the lines of some logs do."""

_SHORT: Final = 160  # characters; a line of navigation or credit is never longer
_LONGEST_CAPTION: Final = 600
_FEW_WORDS: Final = 12
_MENU_MARKS: Final = ("|", "·", "•", "»", "›", " > ", " / ")
_FEWEST_MARKS: Final = {" > ": 1, "»": 1, "›": 1}  # a path may have two parts, a menu has three
_SHORTEST_PATH: Final = 2
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MARKUP_HEADING: Final = re.compile(
    r"\s*(?:#{1,6}\s+\S|(={2,6})\s*\S.*\S\s*\1\s*$|.{1,80}\[(?:edit|Bearbeiten)(?: source| \| .*)?\]\s*$)"
)


def kind_by_form(row: str) -> LineClass | None:
    """The kind of a line that is not blank, or None where its form alone does not tell."""
    line = row.strip()
    if line[0] == ">":
        return LineClass.QUOTED_MAIL
    if (line[0].isdigit() or line[0] in "[(" or line[3:4] == " ") and _LOG.match(row):
        return LineClass.LOG
    if len(line) > _LONGEST_CAPTION or not _gate().opens(line):
        return None
    for rule in _RULES:
        kind = rule(line)
        if kind is not None:
            return kind
    return None


class _Gate:
    """Tells quickly that no rule below can apply, as for most lines of prose."""

    def __init__(self, words: LayoutWords) -> None:
        starts = (words.navigation_starts, words.legal_starts, words.caption_labels, words.byline_closing)
        phrases = [_WORDS.findall(phrase) for each in starts for phrase in each.all()]
        # A phrase of several words is told by its first two: "the views expressed" must not open the gate for every
        # "The".
        self.beginnings = frozenset(" ".join(phrase[:2]) for phrase in phrases)
        self.whole_lines = frozenset(" ".join(_WORDS.findall(phrase)) for phrase in words.navigation_lines)
        self.last_words = frozenset(phrase.split()[-1] for phrase in words.navigation_ends)
        anywhere = (*words.caption_phrases, *words.credit_labels, *words.agencies, *words.legal_contains)
        # The longest word of a phrase is the rarest; a line without it does not hold the phrase.
        self.words = frozenset(max(_WORDS.findall(phrase), key=len) for phrase in anywhere)

    def opens(self, line: str) -> bool:
        """Whether one of the rules may apply."""
        if ":" in line[:_LABEL_CHARACTERS] or ":" in line[-_CREDIT_CHARACTERS:] or _SPECIAL.search(line):
            return True
        words = _WORDS.findall(line.casefold())
        if words and "  " in line:
            return True
        if words and words[0].isdigit():  # the number of a list's item
            if words[-1] in self.last_words:
                return True
            del words[0]
        if not words:
            return False
        if words[0] in self.beginnings or " ".join(words[:2]) in self.beginnings:
            return True
        if len(words) <= _LINE_WORDS and " ".join(words) in self.whole_lines:
            return True
        return not self.words.isdisjoint(words)


_LINE_WORDS: Final = 8
_SPECIAL: Final = re.compile(r"[|·•»>/©#=\[]|www\.")
_LABEL_CHARACTERS: Final = 40
_CREDIT_CHARACTERS: Final = 120
_WORDS: Final = re.compile(r"\w+")


@cache
def _gate() -> _Gate:
    return _Gate(layout_words())


def _navigation(line: str) -> LineClass | None:
    if len(line) > _SHORT:
        return None
    words, item = layout_words(), bare(without_bullet(line))
    if item in words.navigation_lines or _LINK.fullmatch(line) or _is_menu(line, words):
        return LineClass.NAVIGATION
    if "  " in line and _is_row_of_buttons(line, words):
        return LineClass.NAVIGATION
    if item.endswith(words.navigation_ends) and len(item.split()) <= 4 and item[:1].isdigit():
        return LineClass.NAVIGATION
    if words.navigation_starts.begins(without_bullet(line).casefold()) is not None:
        return LineClass.NAVIGATION
    return None


def _is_menu(line: str, words: LayoutWords) -> bool:
    """Three or more short names in a row: "Home | News | Sport"."""
    for mark in _MENU_MARKS:
        if line.count(mark) < _FEWEST_MARKS.get(mark, 2):
            continue
        parts = [part.strip() for part in line.split(mark)]
        named = parts[:-1] if mark in _FEWEST_MARKS and _YEAR.fullmatch(parts[-1]) else parts  # "News › 2026"
        if all(0 < len(part) <= 30 and not any(map(str.isdigit, part)) for part in named):
            known = any(bare(part) in words.navigation_lines or bare(part) in words.kickers for part in parts)
            return known or (mark == "›" and len(parts) > _SHORTEST_PATH)
    return False


def _is_row_of_buttons(line: str, words: LayoutWords) -> bool:
    """Three or more short names far apart, two of them known: "Save   Share   View all comments"."""
    parts = _WIDE.split(line)
    if len(parts) < _FEWEST_BUTTONS or any(len(part) > _LONGEST_BUTTON or part[-1:].isdigit() for part in parts):
        return False
    return sum(bare(part) in words.navigation_lines for part in parts) >= _FEWEST_KNOWN


_WIDE: Final = re.compile(r"\s{2,}")
_FEWEST_BUTTONS: Final = 3
_FEWEST_KNOWN: Final = 2
_LONGEST_BUTTON: Final = 30


def _legal(line: str) -> LineClass | None:
    words, low = layout_words(), line.casefold().lstrip("*•-–# [")
    starts = (low, low.lstrip("( "))  # "(c) 2022", "(Embargoed ...)"
    if any(words.legal_starts.begins(start) is not None for start in starts) and len(low) <= _SHORT * 3:
        return LineClass.LEGAL
    if len(line) <= _SHORT * 2 and any(phrase in low for phrase in words.legal_contains):
        return LineClass.LEGAL
    return None


def _caption(line: str) -> LineClass | None:
    """A line that tells what a picture shows: by a label, by its words, or by the credit at its end."""
    if len(line) > _LONGEST_CAPTION:
        return None
    words = layout_words()
    label = words.caption_labels.begins(line.casefold())
    if label is not None and line[len(label) : len(label) + 1] in ",:." and len(line) > len(label) + 1:
        return LineClass.CAPTION
    if _credit_patterns().at_end.search(line):
        return LineClass.CAPTION
    glued = _credit_patterns().glued.search(line) if ":" in line or "©" in line else None
    if glued is not None and leading_group(line) in OWN_LABELS:  # "Updated 20 April 2023 Source: ..."
        return None
    if glued is not None:
        return LineClass.CAPTION if glued.start() >= 10 else LineClass.CREDIT
    if words.caption_contains.search(line) and line.count(". ") <= 1:
        return LineClass.CAPTION
    return None


def _credit(line: str) -> LineClass | None:
    """A line that tells who made a picture."""
    if len(line) > 2 * _SHORT:
        return None
    match = _credit_patterns().label.match(line)
    if match is not None:
        is_long = len(line[match.end() :].split()) > _FEW_WORDS
        return LineClass.CAPTION if is_long else LineClass.CREDIT
    names = re.split(r"\s*[/|,–—]\s*|\s-\s|\s+via\s+", bare(line))
    agencies = layout_words().agencies
    known = sum(name in agencies for name in names)
    if known and len(names) <= 4 and len(line.split()) <= 8 and not line.endswith("."):
        return LineClass.CREDIT
    return None


class _CreditPatterns:
    """The regular expressions of picture credits, made of the word lists."""

    def __init__(self, words: LayoutWords) -> None:
        agencies = alternatives(words.agencies)
        spaced = alternatives(label for label in words.credit_labels if " " in label)
        single = alternatives(label for label in words.credit_labels if " " not in label)
        capital = alternatives({label[0].upper() + label[1:] for label in words.credit_labels if label[0].isalpha()})
        flags = re.IGNORECASE
        self.label = re.compile(
            rf"[(\[]?(?:(?:{spaced})\s*[:,©]|(?:{spaced}|{single})\s*(?::|by\b|©|von\b))\s*(?=\S)", flags
        )
        # "(AP Photo/Keystone, S. Di Nolfi, File)", "(Photo: Reuters)" at the end of a line, its bracket perhaps
        # never closed
        self.at_end = re.compile(
            rf"\((?:[^()]{{0,20}}\bphoto/|(?:file\s+)?(?:{single}|{spaced})\s*(?::|by\b|©|/|courtesy)|(?:{agencies})\b(?=[^()]*[/:,)]))[^()]{{0,120}}(?:\([^()]*\))?[^()]*\)?$",
            flags,
        )
        self.glued = re.compile(rf"(?<=[a-zß-ÿ0-9.!?'’”\"»)])\s?(?:{capital})\s?(?::|©)\s?\S.{{0,100}}$")


@cache
def _credit_patterns() -> _CreditPatterns:
    return _CreditPatterns(layout_words())


def _closing_byline(line: str) -> LineClass | None:
    if len(line) > 2 * _SHORT:
        return None
    low = line.casefold().lstrip("*•-–([ ")
    return LineClass.BYLINE if layout_words().byline_closing.begins(low) is not None else None


def _heading(line: str) -> LineClass | None:
    return LineClass.HEADING if len(line) <= _SHORT and _MARKUP_HEADING.match(line) else None


# The order is that of evidence: a caption's label contains a credit's ("Image caption", "Image"), and both may read
# like navigation.
_RULES: Final[tuple[Callable[[str], LineClass | None], ...]] = (
    _navigation,
    _legal,
    _caption,
    _credit,
    _closing_byline,
    _heading,
)
