"""The ledger: what became of every time expression and of what only looks like one. Nothing is left out.

It must not change events.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from dateline.events.lexicon import lexicon_for
from dateline.model.documents import LineClass, SourceDocument
from dateline.model.events import Event, Fate, LedgerEntry
from dateline.model.spans import Span
from dateline.model.timex import Timex3, TimexType


class LookAlike(NamedTuple):
    """Something that looks like a date and is none, and why."""

    span: Span
    reason: str


_LINE_REASONS: Final = {
    LineClass.NAVIGATION: "It stands in the page's navigation.",
    LineClass.CREDIT: "It stands in a credit line.",
    LineClass.BYLINE: "It stands in the byline.",
    LineClass.LEGAL: "It stands in a legal notice.",
    LineClass.CITATION: "It stands in a reference to another work.",
    LineClass.MAIL_HEADER: "It dates a message.",
    LineClass.PULL_QUOTE: "It stands in a quotation that is repeated elsewhere.",
    LineClass.TITLE: "It stands in the title.",
    LineClass.HEADING: "It stands in a heading.",
}


def ledger(
    document: SourceDocument, timexes: Sequence[Timex3], lookalikes: Sequence[LookAlike], events: Sequence[Event]
) -> tuple[LedgerEntry, ...]:
    """One entry for every expression and look-alike, in the order of the text. `timexes` are in the order of the
    text."""
    phrases = _phrases(events, timexes)
    entries = [_entry(document, timex, phrases[index]) for index, timex in enumerate(timexes)]
    taken = {(timex.start, timex.end) for timex in timexes}
    entries.extend(
        LedgerEntry(document.id, span, span.of(document.text), Fate.NOT_A_DATE, (), reason)
        for span, reason in lookalikes
        if (span.start, span.end) not in taken
    )
    return tuple(sorted(entries, key=lambda entry: entry.span))


def _phrases(events: Sequence[Event], timexes: Sequence[Timex3]) -> list[list[Event]]:
    """For each expression the events whose derivation rests on it."""
    starts = [timex.start for timex in timexes]
    found: list[list[Event]] = [[] for _ in timexes]
    for event in events:
        spans = {step.span for step in event.why if step.name in {"phrase", "inherited"} and step.span is not None}
        spans |= {excerpt.phrase for excerpt in event.excerpts if excerpt.phrase is not None}
        for span in spans:
            at = bisect_left(starts, span.start)
            if at < len(timexes) and timexes[at].span == span:
                found[at].append(event)
    return found


def _entry(document: SourceDocument, timex: Timex3, events: Sequence[Event]) -> LedgerEntry:
    fate, reason = _fate(document, timex, events)
    ids = tuple(dict.fromkeys(event.id for event in events))
    return LedgerEntry(document.id, timex.span, timex.span.of(document.text), fate, ids, reason)


def _fate(document: SourceDocument, timex: Timex3, events: Sequence[Event]) -> tuple[Fate, str]:
    """What became of one expression, and why."""
    published = document.published
    if events:
        dated = any(event.on_timeline for event in events)
        return (Fate.EVENT, "It dates an event.") if dated else (Fate.UNDATED, "Its event waits in the undated tray.")
    if published is not None and published.span is not None and published.span.overlaps(timex.span):
        return Fate.PUBLISHED, "It is the document's own date."
    if timex.type is TimexType.DURATION:
        return Fate.DURATION, "It tells how long, not when."
    if timex.type is TimexType.SET:
        return Fate.RECURRING, "It tells how often, not when."
    line = document.line_at(timex.start)
    if line is not None and line.kind in _LINE_REASONS:
        return Fate.REFERENCE, _LINE_REASONS[line.kind]
    if timex.value.endswith("_REF"):
        return Fate.REFERENCE, "It speaks of the present, the past or the future without a date."
    if timex.interval is None:
        return Fate.UNDATED, "Nothing in the text says which time it means."
    return _of_clause(document, timex)


def _of_clause(document: SourceDocument, timex: Timex3) -> tuple[Fate, str]:
    """The fate of a readable date in running text that made no event."""
    following = document.text[timex.end : timex.end + 40].split()
    lexicon = lexicon_for(document.language)
    if lexicon.has_any("things.dated", [word.strip(".,;:)").lower() for word in following[:3]]):
        return Fate.REFERENCE, "It only names a thing."
    return Fate.REFERENCE, "The sentence tells of no event with it."
