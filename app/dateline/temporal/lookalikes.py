"""What a reader might take for a date and is none: sessions, numbered parts, version numbers, identifiers,
sums of money.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.spans import Span
from dateline.model.timex import Timex3
from dateline.temporal.detection import language_to_read
from dateline.temporal.drafts import compiled
from dateline.temporal.kinds import Kind
from dateline.temporal.language import load_language
from dateline.temporal.segments import segments
from dateline.temporal.tokens import Tokens, tokenise

_FORMS = (
    ("(?:NUM ORDINAL_MARK|ORDINAL) NOT_UNIT", "an ordinal number counts something else"),
    ("NOT_UNIT NUM(?:(?:AND|OR|TO|DASH|COMMA) NUM)?", "a numbered part of something"),
    ("JUNK", "an identifier"),
    ("SIGN YEAR", "an amount"),
)
_LEAST_DIGITS = 2  # an identifier with fewer looks like no date


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A span that is no date, and why, in words for a person."""

    span: Span
    reason: str


def lookalikes(text: str, timexes: Sequence[Timex3], *, language: str | None = None) -> tuple[Lookalike, ...]:
    """The date-like phrases of a text that are no dates, in order, none of them touching a time expression."""
    code = language_to_read(text, language)
    taken = bytearray(len(text) + 1)
    for timex in timexes:
        taken[timex.start : timex.end] = b"\1" * (timex.end - timex.start)
    found = []
    for start, end in segments(text):
        found += _in_segment(tokenise(text[start:end], load_language(code)), start, taken)
    return tuple(sorted(found, key=lambda lookalike: lookalike.span))


def _in_segment(tokens: Tokens, offset: int, taken: bytearray) -> list[Lookalike]:
    """Those of one piece of the text, which begins at an offset; what is found is marked as taken."""
    found = []
    for pattern, reason in _FORMS:
        for match in compiled(pattern, tokens.language.code).finditer(tokens.tags):
            first, last = tokens.items[match.start()], tokens.items[match.end() - 1]
            span = Span(first.start + offset, last.end + offset)
            if _looks_like_date(tokens, match.start(), match.end()) and not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
                found.append(Lookalike(span, reason))
    return found


def _looks_like_date(tokens: Tokens, first: int, last: int) -> bool:
    """Signs before a year must be money; identifiers need digits."""
    item = tokens.items[first]
    if item.has(Kind.JUNK):
        return sum(character.isdigit() for character in item.word) >= _LEAST_DIGITS
    if item.has(Kind.SIGN):
        return item.word in "$€£¥#" and item.end == tokens.items[last - 1].start
    return True
