"""Parsers and what they find: a pattern of kinds, what a match means, and the draft of a time expression.

It must not know which rules there are.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from dateline.model.timex import Signal
from dateline.temporal.kinds import Kind, Token
from dateline.temporal.language import load_language
from dateline.temporal.meanings import Meaning
from dateline.temporal.needs import Needs, needs_of
from dateline.temporal.tokens import Tokens

MACROS: Final = {
    "UNITWORD": "[UNIT UNITS FORTNIGHT]",
    "HALVES": "(?:DASH? AND DASH? (?:ARTICLE DASH?)? HALF)",
    "COUNTED": "(?:NUM HALVES|NUM FRACTION|NUM|DECIMAL|FRACTION|MIXED)",
    "COUNT": "(?:COUNTED|ARTICLE? (?:DOZEN|VAGUE) OF?|HALF ARTICLE?|ARTICLE HALF|ARTICLE)",
    "PLAIN_AMOUNT": "(?:COUNT (?:DASH? MORE)? DASH? UNITWORD|NUM WORD UNITS)",
    "AMOUNT": "(?:PLAIN_AMOUNT HALVES?(?:(?<!ORDINAL)(?:COMMA|AND|COMMA AND)? NUM DASH? UNITWORD){0,2})",
    "RANGED": "[DASH TO AND OR SLASH COMMA]",
    "YEARS": "(?:ERA [NUM YEAR]|[NUM YEAR] ERA|YEAR|QUOTE YEAR2)",
    "YEAR_ALONE": "(?:ERA [NUM YEAR]|[NUM YEAR] ERA|YEAR)",
    "MONTHS": "(?:MONTH DOT?)",
    "DAYS": "(?:DAYNUM (?:ORDINAL_MARK|DOT)?|ORDINAL)",
}


@dataclass(slots=True)
class Match:
    """A pattern found among tokens; groups are read by name. Not frozen, which makes it three times as fast to make:
    there is one for every match of every rule, and it lives no longer than the look at it."""

    tokens: Tokens
    found: re.Match[str]

    def __contains__(self, group: str) -> bool:
        return group in self.found.re.groupindex and self.found[group] is not None

    def all(self, group: str) -> Sequence[Token]:
        """The tokens of a group."""
        start, end = self.found.span(group)
        return self.tokens.items[start:end]

    def optional(self, group: str, kind: Kind) -> object:
        """What the group's token is worth as a kind, or None where the group is empty."""
        return self._value(group, kind) if group in self else None

    def integer(self, group: str, kind: Kind) -> int:
        """The same for kinds whose value is a whole number."""
        value = self._value(group, kind)
        if not isinstance(value, int):
            raise TypeError(f"{kind} has no number: {value!r}")
        return value

    def name(self, group: str, kind: Kind) -> str:
        """The same for kinds whose value is a name."""
        return str(self._value(group, kind))

    def next_has(self, kind: Kind) -> bool:
        """Whether the token behind the match can be of a kind."""
        items, end = self.tokens.items, self.found.end()
        return end < len(items) and items[end].has(kind)

    def _value(self, group: str, kind: Kind) -> object:
        return next(token.payload[kind] for token in self.all(group) if kind in token.payload)


class Setting(StrEnum):
    """The kind of text that some words are times in, and not elsewhere."""

    STORY = "story"
    MESSAGE = "message"
    BESIDE_NEWS = "beside news"  # in both of them


Found = Meaning | tuple[tuple[str, Meaning], ...] | None


@dataclass(frozen=True, slots=True)
class Parser:
    """A rule: a pattern of kinds and what a match means; None is no time expression after all.

    A parser that finds several expressions at once ("Sept 26-27") names the group of each. `example` is one that it
    finds.
    """

    name: str
    pattern: str
    build: Callable[[Match], Found]
    example: str
    mod: str | None = None
    only: Setting | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A time expression on its way: tokens `first` to `last` (exclusive), and what it means."""

    first: int
    last: int
    rule: str
    meaning: Meaning
    mod: str | None = None
    signal: Signal | None = None
    only: Setting | None = None
    opens_range: bool = False  # whether the next draft ends the range that this one begins
    ends_range: bool = False


@cache
def compiled(pattern: str, language: str) -> re.Pattern[str]:
    """A parser's pattern in the alphabet of a language."""
    return load_language(language).alphabet.compile(pattern, MACROS)


@cache
def _needs(pattern: str) -> Needs:
    return needs_of(pattern, MACROS)


def run_parser(parser: Parser, tokens: Tokens) -> list[Draft]:
    """All that a parser finds."""
    if any(map(tokens.kinds.isdisjoint, _needs(parser.pattern))):
        return []
    drafts: list[Draft] = []
    for found in compiled(parser.pattern, tokens.language.code).finditer(tokens.tags):
        meaning = parser.build(Match(tokens, found))
        if isinstance(meaning, tuple):
            drafts += [Draft(*found.span(group), parser.name, part, only=parser.only) for group, part in meaning]
        elif meaning is not None:
            drafts.append(Draft(*found.span(), parser.name, meaning, mod=parser.mod, only=parser.only))
    return drafts
