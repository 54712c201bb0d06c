"""What the clauses of a document say happened, as events; a later clause may tell of the same event again.

It must not know words or their order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.events.identity import event_id
from dateline.events.lexicon import Lexicon
from dateline.events.why import Ground, inherited_step, interval_step, merged_step, timex_steps
from dateline.model.anchors import describe
from dateline.model.dates import DAY_SECONDS
from dateline.model.documents import SourceDocument
from dateline.model.events import Attribution, Event, EventTime, Excerpt, Factuality, Step
from dateline.model.spans import Span
from dateline.model.timex import Timex3

_STATED: Final = 0.15  # what a date of its own adds to an event's salience
_LONGEST_SECONDS: Final = 31 * DAY_SECONDS  # in a longer time the same verb may tell of another event
_LEAST_NOUN: Final = 4  # letters of a noun that two clauses share


@dataclass(frozen=True, slots=True)
class Told:
    """What one stretch of a document says of an event.

    `source` are the words elsewhere that lend it its time, `sources` those who say so; `verb` and `nouns` are what it
    is compared by, `again` what tells of the same event behind it;
    `present` whether it is told in the present.
    """

    span: Span
    title: str
    kind: str
    factuality: Factuality
    timexes: tuple[Timex3, ...]
    time: EventTime
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    source: Span | None = None
    verb: str = ""
    nouns: frozenset[str] = frozenset()
    present: bool = False
    again: "tuple[Told, ...]" = ()
    sources: tuple[Attribution, ...] = ()


def joined(told: Sequence[Told]) -> list[Told]:
    """The same with what tells of one event in one: the same verb with a noun in common, and one time within the other.

    Each is compared with the last of its verb for each of its nouns, so that the cost is linear.
    """
    out = list[Told]()
    last = dict[tuple[str, str], int]()
    for item in told:
        keys = [(item.verb, noun) for noun in item.nouns if len(noun) >= _LEAST_NOUN] if item.verb else []
        known = next((last[key] for key in keys if key in last and _is_same(out[last[key]], item)), None)
        if known is None:
            known = len(out)
            out.append(item)
        else:
            out[known] = _with(out[known], item)
        last.update((key, known) for key in keys)
    return out


def _is_same(one: Told, other: Told) -> bool:
    real = one.factuality is other.factuality is Factuality.HAPPENED
    first, second = one.time.interval, other.time.interval
    lengths = (first.length_seconds, second.length_seconds)
    short = all(length is not None and length <= _LONGEST_SECONDS for length in lengths)
    return real and short and (first.contains(second) or second.contains(first))


def _with(one: Told, other: Told) -> Told:
    """Both in one; the narrower time wins."""
    narrower = one.time.interval.contains(other.time.interval) and one.time.interval != other.time.interval
    time = other.time if narrower else one.time
    return replace(one, time=time, again=(*one.again, other))


def events_of(document: SourceDocument, told: Sequence[Told], lexicon: Lexicon) -> list[Event]:
    """The events of what was told, in order; what has no word left to call it by is none."""
    return [_event(document, item, lexicon) for item in told if any(map(str.isalpha, item.title))]


def _event(document: SourceDocument, told: Told, lexicon: Lexicon) -> Event:
    kind, parts = lexicon.kind(told.kind), (told, *told.again)
    return Event(
        id=event_id(document.id, told.span.start, told.span.end),
        title=told.title,
        time=told.time,
        kind=kind.name,
        group=kind.group,
        factuality=told.factuality,
        excerpts=tuple(_excerpt(document, part) for part in parts),
        why=(*_steps(document, told), interval_step(document.id, told.time, told.span)),
        actors=tuple(dict.fromkeys(name for part in parts for name in part.actors)),
        places=tuple(dict.fromkeys(name for part in parts for name in part.places)),
        salience=round(min(1.0, kind.salience + (_STATED if told.timexes else 0.0)), 3),
    )


def _excerpt(document: SourceDocument, told: Told) -> Excerpt:
    phrase = told.timexes[0].span if told.timexes else None
    within = phrase if phrase is not None and told.span.contains(phrase) else None
    return Excerpt(document.id, describe(document.text, told.span.start, told.span.end), within, told.sources)


def _steps(document: SourceDocument, told: Told) -> Iterator[Step]:
    lead = next((part for part in (told, *told.again) if part.time == told.time), told)
    for timex in lead.timexes:
        yield from timex_steps(document.id, timex, document.published)
    if lead.source is not None:
        yield inherited_step(document.id, lead.time, lead.source, Ground.STORY)
    for part in (told, *told.again):
        if part is not lead:
            yield merged_step(document.id, part.span, part.time)
