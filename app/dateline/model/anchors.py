"""An anchor ties an excerpt to its text as W3C Web Annotation does: by position, checked and repaired by the quote.

It knows one text at a time and nothing of documents. Statuses are four: exact (the quote stands at its position),
moved (it stands elsewhere, once or best by its surroundings), fuzzy (a similar passage stands where it was or near
its surroundings), lost.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from dateline.model.spans import Span
from dateline.model.values import Value

CONTEXT_CHARACTERS: Final = 32  # as Hypothesis does: enough to tell repeated quotes apart
_FUZZY_SHARE: Final = 0.75  # below three quarters a passage is another passage; checked by test_anchors
_FUZZY_SEEDS: Final = 24  # places that are compared at most: bounds the work on a long text


@dataclass(frozen=True, slots=True)
class Anchor(Value):
    """TextPositionSelector (`start`, `end`) and TextQuoteSelector (`quote`, `prefix`, `suffix`) of one passage."""

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """The position alone."""
        return Span(self.start, self.end)


class AnchorStatus(StrEnum):
    """How a passage was found again."""

    EXACT = "exact"
    MOVED = "moved"
    FUZZY = "fuzzy"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a passage stands now; `span` is None when it is lost."""

    status: AnchorStatus
    span: Span | None


def describe(text: str, start: int, end: int) -> Anchor:
    """The anchor of text[start:end].

    >>> resolve("See the text", describe("See the text", 8, 12)).status.value
    'exact'
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no passage from {start} to {end} in a text of {len(text)} characters")
    return Anchor(
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT_CHARACTERS) : start],
        text[end : end + CONTEXT_CHARACTERS],
    )


def resolve(text: str, anchor: Anchor) -> Resolution:
    """Find an anchor's passage in a text that may have changed."""
    if not anchor.quote:
        return Resolution(AnchorStatus.LOST, None)
    if text[anchor.start : anchor.end] == anchor.quote:
        return Resolution(AnchorStatus.EXACT, anchor.span)
    found = _best_occurrence(text, anchor)
    if found is not None:
        return Resolution(AnchorStatus.MOVED, Span(found, found + len(anchor.quote)))
    span = _similar_passage(text, anchor)
    return Resolution(AnchorStatus.LOST if span is None else AnchorStatus.FUZZY, span)


def _best_occurrence(text: str, anchor: Anchor) -> int | None:
    """Among verbatim occurrences the one whose surroundings agree most; then the nearest."""
    places = []
    at = text.find(anchor.quote)
    while at >= 0:
        places.append(at)
        at = text.find(anchor.quote, at + 1)
    return max(places, key=lambda at: (_agreement(text, at, anchor), -abs(at - anchor.start)), default=None)


def _agreement(text: str, at: int, anchor: Anchor) -> int:
    """Characters of prefix and suffix that still stand directly around a place."""
    end = at + len(anchor.quote)
    before, after = text[max(0, at - CONTEXT_CHARACTERS) : at], text[end : end + CONTEXT_CHARACTERS]
    return _common_start(before[::-1], anchor.prefix[::-1]) + _common_start(after, anchor.suffix)


def _common_start(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _similar_passage(text: str, anchor: Anchor) -> Span | None:
    """A passage that resembles the quote by at least `_FUZZY_SHARE`, looked for where its pieces still stand."""
    best_share, best = _FUZZY_SHARE, None
    for start in _seeds(text, anchor):
        span = Span(max(0, start), min(len(text), start + len(anchor.quote)))
        share = SequenceMatcher(None, anchor.quote, span.of(text), autojunk=False).ratio()
        if share > best_share:
            best_share, best = share, span
    return best


def _seeds(text: str, anchor: Anchor) -> list[int]:
    """Starts worth comparing: by position, after the prefix, before the suffix, where a piece of the quote stands."""
    seeds = [anchor.start] if anchor.start < len(text) else []
    if anchor.prefix and (at := text.find(anchor.prefix)) >= 0:
        seeds.append(at + len(anchor.prefix))
    if anchor.suffix and (at := text.find(anchor.suffix)) >= 0:
        seeds.append(at - len(anchor.quote))
    piece = max(8, len(anchor.quote) // 6)
    for offset in range(0, max(1, len(anchor.quote) - piece + 1), piece):
        at = text.find(anchor.quote[offset : offset + piece])
        if at >= 0:
            seeds.append(at - offset)
    return list(dict.fromkeys(seeds))[:_FUZZY_SEEDS]
