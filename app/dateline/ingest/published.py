"""Finds a document's own date where people write it; a photograph's date, an entry's or the first date of the text is
not taken for it.

Every date that may be the document's is a candidate with a kind, and the kinds have an order of trust. Where two that
are trusted alike disagree there is no answer: none is better than a wrong one.
"""

from dataclasses import replace
from typing import Final

from dateline.ingest.candidates import FINDERS
from dateline.ingest.header import Candidate, Header, Trust
from dateline.ingest.header_dates import HeaderDate
from dateline.model.dates import DAY_SECONDS, Interval, Precision, add_months, instant
from dateline.model.documents import Line, Published, PublishedOrigin
from dateline.model.spans import Span

_AGREEMENT: Final = 4.0  # for each further place that tells the same day: less than the distance between two kinds
_MOST_AGREEMENT: Final = 8.0
_TIE: Final = 1.0  # candidates of one kind lose 0.05 a line, so that only near neighbours tie
_BELOW_TEXT: Final = 35.0
"""What a date loses that stands below running text, where one above it may be the document's: a paragraph may begin
with a date or speak of another paper. "Published" still weighs more than a bare date above the text, no other label.
"""
_ANYWHERE: Final = frozenset({Trust.MAIL, Trust.FORMULA})


def find_published(text: str, lines: tuple[Line, ...]) -> Published | None:
    """The document's own date with its place in the text, or None where the text does not show it or contradicts
    itself.
    """
    header = Header.of(text, lines)
    candidates = [candidate for finder in FINDERS for candidate in finder(header)]
    best = _best(_masthead_first(candidates, header))
    return None if best is None else _published(best)


def _masthead_first(candidates: list[Candidate], header: Header) -> list[Candidate]:
    """The candidates, of which those between the first running text and the tail count for less, where a date above the
    text may be the document's.
    """
    begun = header.first_running
    if not any(candidate.line <= begun and candidate.trust >= Trust.OWN_LINE for candidate in candidates):
        return candidates
    return [
        replace(candidate, score=candidate.score - _BELOW_TEXT)
        if candidate.line > begun and candidate.trust >= Trust.OWN_LINE and candidate.trust not in _ANYWHERE
        else candidate
        for candidate in candidates
    ]


def _best(candidates: list[Candidate]) -> Candidate | None:
    if not candidates:
        return None
    scores = {candidate: candidate.score + _agreement(candidate, candidates) for candidate in candidates}
    ranked = sorted(candidates, key=lambda candidate: (-scores[candidate], candidate.start))
    best = ranked[0]
    for other in ranked[1:]:
        if scores[best] - scores[other] >= _TIE:
            break
        if not other.agrees_with(best):
            return None
    return best


def _agreement(candidate: Candidate, candidates: list[Candidate]) -> float:
    """What it adds to a candidate's trust that other lines tell the same day."""
    places = {other.line for other in candidates if other.agrees_with(candidate)} - {candidate.line}
    return min(_MOST_AGREEMENT, _AGREEMENT * len(places))


def _published(candidate: Candidate) -> Published:
    interval, precision = _interval(candidate.date)
    return Published(interval, precision, PublishedOrigin.TEXT, Span(candidate.start, candidate.end))


def _interval(date: HeaderDate) -> tuple[Interval, Precision]:
    if date.day is not None:
        start = date.day_number * DAY_SECONDS
        return Interval.within(start, start + DAY_SECONDS), Precision.DAY
    if date.month is None:
        return Interval.within(instant(date.year), instant(date.year + 1)), Precision.YEAR
    return Interval.within(
        instant(date.year, date.month), instant(*add_months(date.year, date.month, 1))
    ), Precision.MONTH
