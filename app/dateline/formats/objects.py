"""Values of the model as the JSON-ready objects of the schema "dateline/1" (resources/schema/dateline-1.json).

Keys are never renamed; new ones may come.
"""

from collections.abc import Mapping
from typing import Any, Final

from dateline.formats.bounds import OPEN, inclusive_bounds
from dateline.model.documents import Published, PublishedOrigin, SourceDocument
from dateline.model.events import Alternative, Event, Excerpt, LedgerEntry, Step
from dateline.model.spans import Span
from dateline.model.timex import Timex3
from dateline.model.voices import Voice, voices

SCHEMA: Final = "dateline/1"
Object = dict[str, Any]


def document_object(document: SourceDocument) -> Object:
    """A document, without its text."""
    return {
        "id": document.id,
        "name": document.name,
        "sha256": document.sha256,
        "characters": len(document.text),
        "language": document.language,
        "title": document.title,
        "author": document.author,
        "address": document.address,
        "published": published_object(document.published, document.text),
    }


def published_object(published: Published | None, text: str) -> Object:
    """A document's own date: its first day, EDTF, and where it came from; all null where there is none."""
    if published is None:
        return {"date": None, "edtf": None, "from": None}
    origin: Object | str = published.origin.value
    if published.origin is PublishedOrigin.TEXT and published.span is not None:
        origin = {**_span_object(published.span), "quote": published.span.of(text)}
    date = inclusive_bounds(published.interval, published.precision).start
    return {"date": date, "edtf": published.edtf, "from": origin}


def event_object(event: Event) -> Object:
    """An event; without any bound its bounds are null."""
    time = event.time
    bounds = OPEN if time is None else inclusive_bounds(time.interval, time.precision, time.zone)
    return {
        "id": event.id,
        "title": event.title,
        "edtf": time.edtf if time else None,
        **bounds._asdict(),
        "extent": time.interval.extent.value if time else None,
        "precision": time.precision.value if time else None,
        "certainty": time.certainty.value if time else None,
        "alternatives": [_alternative_object(alternative) for alternative in time.alternatives] if time else [],
        "kind": event.kind,
        "group": event.group.value,
        "factuality": event.factuality.value,
        "actors": list(event.actors),
        "places": list(event.places),
        "attributed_to": [_voice_object(voice) for voice in voices(event)],
        "why": [_step_object(step) for step in event.why],
        "excerpts": [excerpt_object(excerpt) for excerpt in event.excerpts],
    }


def excerpt_object(excerpt: Excerpt) -> Object:
    """An excerpt with its surroundings, as W3C's TextPositionSelector and TextQuoteSelector name them."""
    return {
        "document": excerpt.document,
        "start": excerpt.start,
        "end": excerpt.end,
        "quote": excerpt.quote,
        "prefix": excerpt.anchor.prefix,
        "suffix": excerpt.anchor.suffix,
        "phrase": _span_object(excerpt.phrase) if excerpt.phrase else None,
    }


def ledger_object(entry: LedgerEntry) -> Object:
    """What became of one date-like phrase."""
    return {
        "document": entry.document,
        **_span_object(entry.span),
        "quote": entry.quote,
        "fate": entry.fate.value,
        "events": list(entry.events),
        "reason": entry.reason,
    }


def timex_object(timex: Timex3) -> Object:
    """A time expression; `earliest` and `latest` are the first and last possible day of an event dated by it."""
    bounds = OPEN
    if timex.interval is not None and timex.precision is not None:
        bounds = inclusive_bounds(timex.interval, timex.precision, timex.zone)
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type.value,
        "value": timex.value,
        "mod": timex.mod,
        "edtf": timex.edtf,
        "earliest": bounds.start,
        "latest": bounds.end,
        "rule": timex.rule,
    }


def _alternative_object(alternative: Alternative) -> Object:
    bounds = inclusive_bounds(alternative.interval, alternative.precision)
    excerpt = alternative.excerpt
    return {
        "edtf": alternative.edtf,
        **bounds._asdict(),
        "excerpt": excerpt_object(excerpt) if excerpt else None,
    }


def _voice_object(voice: Voice) -> Object:
    """A source, and every place where a document names it."""
    places = [
        {"document": document, **_span_object(source.span), "quote": source.quote} for document, source in voice.places
    ]
    return {"source": voice.words, "named": voice.named, "places": places}


def _step_object(step: Step) -> Object:
    span: Mapping[str, int | None] = _span_object(step.span) if step.span else {"start": None, "end": None}
    return {"step": step.name, "text": step.text, "document": step.document, **span}


def _span_object(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
