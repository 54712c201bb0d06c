"""Several timelines as one: events that several documents tell of become one event with all their excerpts.

Events are compared only within buckets of kind and time and a name or noun in common, so that the work does not grow
with the square of the documents. Dates that do not agree are kept as alternatives, each with its excerpt. It must not
know how events were found.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from dateline.model.dates import DAY_SECONDS, Certainty, Interval
from dateline.model.events import Alternative, Event, EventTime, Factuality, LedgerEntry, Step
from dateline.model.project import time_order
from dateline.model.timeline import Timeline
from dateline.model.timex import Timex3
from dateline.model.wording import describe_time

_LONGEST_BUCKET: Final = 64  # events of one bucket that are compared with each other; beyond, a bucket tells nothing
_WIDEST_DAYS: Final = 400  # a wider interval agrees with too much to be the same event by its time
_RIVAL_DAYS: Final = (
    4  # dates of one event in two sources differ by days, or by a digit; further apart they are two events
)
_WORDS_IN_COMMON: Final = 0.5  # share of the shorter title's words; chosen on pairs of news reports of one event
_UNREAL: Final = frozenset({Factuality.POSSIBLE, Factuality.PLANNED})
_SMALL: Final = frozenset(
    "the of in on at by for from with to and or a an as is are was were be after before over its".split()
)


def merge_timelines(timelines: Sequence[Timeline], *, merge: bool = True) -> Timeline:
    """One timeline of several; with `merge`, events are merged across documents. A document counts once."""
    if len(timelines) == 1:
        return timelines[0]
    documents = list({document.id: document for timeline in timelines for document in timeline.documents}.values())
    events = list({event.id: event for timeline in timelines for event in timeline.events}.values())
    timexes: dict[str, tuple[Timex3, ...]] = {}
    entries: dict[tuple[str, int, int], LedgerEntry] = {}
    for timeline in timelines:
        timexes.update(timeline.timexes)
        entries.update({(entry.document, *entry.span): entry for entry in timeline.ledger})
    renamed: Mapping[str, str] = {}
    if merge and len(documents) > 1:
        events, renamed = merge_events(events)
    ledger = tuple(_renamed(entry, renamed) for entry in entries.values())
    return Timeline(tuple(documents), tuple(sorted(events, key=time_order)), ledger, MappingProxyType(timexes))


def _renamed(entry: LedgerEntry, renamed: Mapping[str, str]) -> LedgerEntry:
    if not any(event in renamed for event in entry.events):
        return entry
    return replace(entry, events=tuple(dict.fromkeys(renamed.get(event, event) for event in entry.events)))


def merge_events(events: Sequence[Event]) -> tuple[list[Event], Mapping[str, str]]:
    """The events with those of different documents that are the same made one, and the ids that went into others."""
    ordered = sorted(events, key=time_order)
    target = list(range(len(ordered)))
    for first, second in _pairs(ordered):
        one, other = _root(target, first), _root(target, second)
        if one != other and _same(ordered[first], ordered[second]):
            target[max(one, other)] = min(one, other)
    groups: dict[int, list[Event]] = defaultdict(list)
    for index, event in enumerate(ordered):
        groups[_root(target, index)].append(event)
    merged = [_merged(group) for group in groups.values()]
    renamed = {event.id: whole.id for whole, group in zip(merged, groups.values(), strict=True) for event in group[1:]}
    return merged, renamed


def _root(target: list[int], index: int) -> int:
    while target[index] != index:
        target[index] = target[target[index]]
        index = target[index]
    return index


def _pairs(events: Sequence[Event]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, each once: of one bucket, of different documents."""
    buckets: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    for index, event in enumerate(events):
        for key in _keys(event):
            buckets[key].append(index)
    seen = set[tuple[int, int]]()
    for bucket in buckets.values():
        if len(bucket) > _LONGEST_BUCKET:
            continue
        for position, first in enumerate(bucket):
            for second in bucket[position + 1 :]:
                if (first, second) not in seen and not set(events[first].documents) & set(events[second].documents):
                    seen.add((first, second))
                    yield first, second


def _keys(event: Event) -> Iterator[tuple[str, int, str]]:
    """The buckets of an event: its group, a stretch of its time, and each of its names and title words."""
    if event.time is None:
        return
    days = _days(event.time.interval)
    if days is None:
        return
    first, last = days
    names = {word for name in (*event.actors, *event.places) for word in name.lower().split()[-1:]}
    for word in names | _title_words(event.title):
        for slot in {first // 8, last // 8, (first - _RIVAL_DAYS) // 8, (last + _RIVAL_DAYS) // 8}:
            yield event.group.value, slot, word


def _days(interval: Interval) -> tuple[int, int] | None:
    """First and last day of a closed interval that is not too wide to tell anything."""
    start, end = interval.earliest_start, interval.latest_end
    if start is None or end is None or end - start > _WIDEST_DAYS * DAY_SECONDS:
        return None
    return start // DAY_SECONDS, (end - 1) // DAY_SECONDS


def _title_words(title: str) -> set[str]:
    return {word for word in title.lower().replace("'", " ").split() if len(word) > 2 and word not in _SMALL}


def _same(one: Event, other: Event) -> bool:
    """Whether two events of different documents are one."""
    if (one.factuality in _UNREAL) != (other.factuality in _UNREAL) or Factuality.NEGATED in (
        one.factuality,
        other.factuality,
    ):
        return False
    assert one.time is not None
    assert other.time is not None
    words = _overlap(_title_words(one.title), _title_words(other.title))
    names = len(_last_words((*one.actors, *one.places)) & _last_words((*other.actors, *other.places)))
    score = words + 0.25 * min(names, 3) + (0.25 if one.kind == other.kind else 0.0)
    if _agree(one.time.interval, other.time.interval):
        return score >= 0.25 + _WORDS_IN_COMMON
    return _near(one.time.interval, other.time.interval) and score >= 0.5 + _WORDS_IN_COMMON and one.kind == other.kind


def _last_words(names: Iterable[str]) -> set[str]:
    return {name.lower().split()[-1] for name in names}


def _overlap(one: set[str], other: set[str]) -> float:
    """Share of the shorter set that is in both."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _agree(one: Interval, other: Interval) -> bool:
    return one.contains(other) or other.contains(one)


def _near(one: Interval, other: Interval) -> bool:
    """Whether two times lie only a few days from each other."""
    days, others = _days(one), _days(other)
    if days is None or others is None:
        return False
    return max(days[0] - others[1], others[0] - days[1]) <= _RIVAL_DAYS


def _merged(group: Sequence[Event]) -> Event:
    """One event of several: the narrowest and surest time is shown, rival times are alternatives, all excerpts stay;
    first those that the time shown rests on.
    """
    if len(group) == 1:
        return group[0]
    shown = min(group, key=_sureness)
    assert shown.time is not None
    backing = (shown, *(event for event in group if event is not shown))
    excerpts = tuple(dict.fromkeys(excerpt for event in backing for excerpt in event.excerpts))
    first = excerpts[0]
    told = [
        Step("merged", _told(event), first.document, event.excerpts[0].anchor.span)
        for event in group
        if event is not shown
    ]
    steps = tuple(
        replace(step, document=event.excerpts[0].document)
        for step, event in zip(told, (event for event in group if event is not shown), strict=True)
    )
    return replace(
        group[0],
        title=shown.title,
        time=replace(shown.time, alternatives=(*shown.time.alternatives, *_rivals(shown.time, group))),
        excerpts=excerpts,
        why=(*shown.why, *steps),
        actors=tuple(dict.fromkeys(name for event in group for name in event.actors)),
        places=tuple(dict.fromkeys(name for event in group for name in event.places)),
        salience=min(1.0, max(event.salience for event in group) + 0.05 * (len(group) - 1)),
    )


def _told(event: Event) -> str:
    when = f" ({describe_time(event.time)})" if event.time is not None else ""
    return f"Another document tells of the same event{when}."


def _sureness(event: Event) -> tuple[int, int, str]:
    """Stated before approximate before inferred, then the narrower."""
    assert event.time is not None
    return list(Certainty).index(event.time.certainty), event.time.interval.length_seconds or 0, event.id


def _rivals(shown: EventTime, group: Sequence[Event]) -> tuple[Alternative, ...]:
    """The times that do not agree with the one shown, each with the excerpt it rests on."""
    found = list[Alternative]()
    for event in group:
        if event.time is not None and not _agree(event.time.interval, shown.interval):
            excerpt = next((known for known in event.excerpts if known.phrase is not None), event.excerpts[0])
            found.append(Alternative(event.time.interval, event.time.precision, excerpt))
    return tuple(found)
