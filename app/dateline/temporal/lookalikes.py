"""What a reader might take for a date and is none: sessions, numbered parts, version numbers, identifiers,
sums of money.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.spans import Span
from dateline.model.timex import Timex3
from dateline.temporal.drafts import compiled
from dateline.temporal.kinds import Kind
from dateline.temporal.tokens import Tokens

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


def find_lookalikes(tokens: Tokens, offset: int) -> list[Lookalike]:
    """Those of one piece of the text, which begins at an offset, form by form; they may touch each other and times."""
    found = []
    for pattern, reason in _FORMS:
        for match in compiled(pattern, tokens.language.code).finditer(tokens.tags):
            if _looks_like_date(tokens, match.start(), match.end()):
                first, last = tokens.items[match.start()], tokens.items[match.end() - 1]
                found.append(Lookalike(Span(first.start + offset, last.end + offset), reason))
    return found


def beside_times(found: Sequence[Lookalike], timexes: Sequence[Timex3]) -> tuple[Lookalike, ...]:
    """In the order of the text those that touch neither a time expression nor one found before them."""
    spans = [*(timex.span for timex in timexes), *(lookalike.span for lookalike in found)]
    taken = bytearray(max((span.end for span in spans), default=0))
    for timex in timexes:
        taken[timex.start : timex.end] = b"\1" * (timex.end - timex.start)
    free = []
    for lookalike in found:
        start, end = lookalike.span
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            free.append(lookalike)
    return tuple(sorted(free, key=lambda lookalike: lookalike.span))


def _looks_like_date(tokens: Tokens, first: int, last: int) -> bool:
    """Signs before a year must be money; identifiers need digits."""
    item = tokens.items[first]
    if item.has(Kind.JUNK):
        return sum(character.isdigit() for character in item.word) >= _LEAST_DIGITS
    if item.has(Kind.SIGN):
        return item.word in "$€£¥#" and item.end == tokens.items[last - 1].start
    return True
