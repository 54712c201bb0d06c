"""Counting by columns gives what asking every event would give, also after some events have changed."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.dates import Interval, Precision
from dateline.model.events import Event, EventTime, Factuality, ReviewState
from dateline.model.filters import Choice, EventFilter, Facet, facet_values
from dateline.model.group import Group
from dateline.model.shown import Difference
from dateline.session.facets import FacetCount, FacetIndex

NAMES = st.sampled_from([(), ("a",), ("a", "b"), ("b",)])
EVENTS = st.builds(
    Event,
    st.integers(0, 40).map(str),
    st.sampled_from(["a", "A 0", "b"]),
    st.sampled_from([None, *(EventTime(Interval.days(day, day), Precision.DAY) for day in (-1, 0, 1))]),
    kind=st.sampled_from(["a", "b"]),
    group=st.sampled_from(Group),
    factuality=st.sampled_from(Factuality),
    excerpts=st.just(()),
    actors=NAMES,
    places=NAMES,
    review=st.sampled_from(ReviewState),
)
EVENT_LISTS = st.lists(EVENTS, max_size=12, unique_by=lambda event: event.id)
SHOWN = st.sampled_from([*(group.value for group in ReviewState), "meeting", "law", "", "a", "stated", "happened"])
SOME_CHOICES = st.builds(Choice, st.frozensets(SHOWN, max_size=3), st.none() | st.frozensets(SHOWN, max_size=3))
SOME_FILTERS = st.builds(
    EventFilter,
    st.dictionaries(st.sampled_from(Facet), SOME_CHOICES, max_size=3).map(lambda found: tuple(found.items())),
    st.sampled_from(["", "a", "0 A"]),
    st.sampled_from([None, 0]),
    st.sampled_from([None, 10**12]),
)


def plain_counts(events: tuple[Event, ...], facet: Facet, event_filter: EventFilter) -> tuple[FacetCount, ...]:
    others = event_filter.with_choice(facet, Choice())
    values = {value for event in events for value in facet_values(event, facet)}

    def having(value: str, some: list[Event]) -> int:
        return sum(value in facet_values(event, facet) for event in some)

    passing = [event for event in events if others.passes(event)]
    found = [(value, having(value, passing), having(value, list(events))) for value in values]
    return tuple(sorted(found, key=lambda count: (-count[2], count[0])))


def differing(old: tuple[Event, ...], new: tuple[Event, ...]) -> Difference:
    gone, come = (tuple(event for event in some if event not in others) for some, others in ((old, new), (new, old)))
    return Difference(gone, come)


def check(index: FacetIndex, event_filter: EventFilter) -> None:
    assert index.passing(event_filter) == tuple(event for event in index.events if event_filter.passes(event))
    for facet in Facet:
        assert index.counts(facet, event_filter) == plain_counts(index.events, facet, event_filter)


@given(EVENT_LISTS, SOME_FILTERS, SOME_FILTERS)
def test_counts_are_those_of_asking_every_event(
    events: list[Event], event_filter: EventFilter, next_filter: EventFilter
) -> None:
    index = FacetIndex(events)
    check(index, event_filter)
    check(index, next_filter)
    check(index, EventFilter())


@given(st.data(), SOME_FILTERS)
@settings(max_examples=40)
def test_after_an_update_they_still_are(data: st.DataObject, event_filter: EventFilter) -> None:
    pool = data.draw(st.lists(EVENTS, min_size=20, max_size=30, unique_by=lambda event: event.id))
    events = pool[:15]
    index = FacetIndex(events)
    check(index, event_filter)
    for _ in range(2):
        gone = data.draw(st.sampled_from(events))
        come = data.draw(st.sampled_from(pool))
        state = data.draw(st.sampled_from(ReviewState))
        kept = [event for event in events if event.id not in (gone.id, come.id)]
        events = data.draw(st.permutations([*kept, replace(come, review=state)]))
        now = tuple(events)
        index.update(now, differing(index.events, now))
        assert index.events == tuple(events)
        check(index, event_filter)


@given(EVENT_LISTS, EVENT_LISTS, SOME_FILTERS)
def test_a_large_update_starts_anew(old: list[Event], new: list[Event], event_filter: EventFilter) -> None:
    index = FacetIndex(old)
    index.update(tuple(new), differing(tuple(old), tuple(new)))
    check(index, event_filter)
