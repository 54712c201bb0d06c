"""One predicate says what is shown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.anchors import Anchor
from dateline.model.dates import Certainty, Interval, Precision, instant
from dateline.model.events import Attribution, Event, EventTime, Excerpt, Factuality, ReviewState
from dateline.model.filters import NOTHING, WITHOUT_REJECTED, Choice, EventFilter, Facet, facet_values
from dateline.model.group import Group
from dateline.model.spans import Span
from model_values import CHOICES, EVENTS, FILTERS

MEETING = Event(
    "e",
    "The Council meets",
    EventTime(Interval.days(0, 0), Precision.DAY, Certainty.INFERRED),
    "session",
    Group.MEETING,
    Factuality.PLANNED,
    (
        Excerpt(
            "d",
            Anchor(0, 30, "Delegates met at noon, it says"),
            sources=(Attribution(Span(40, 53), "the delegates"),),
        ),
    ),
    actors=("Council", "EU"),
)


@pytest.mark.parametrize(
    ("facet", "values"),
    [
        (Facet.GROUP, ("meeting",)),
        (Facet.KIND, ("session",)),
        (Facet.CERTAINTY, ("inferred",)),
        (Facet.FACTUALITY, ("planned",)),
        (Facet.ACTOR, ("Council", "EU")),
        (Facet.PLACE, (NOTHING,)),
        (Facet.DOCUMENT, ("d",)),
        (Facet.REVIEW, ("to review",)),
        (Facet.TAG, (NOTHING,)),
        (Facet.SOURCE, ("delegates",)),
    ],
)
def test_every_facet_has_its_values(facet: Facet, values: tuple[str, ...]) -> None:
    assert facet_values(MEETING, facet) == values
    assert facet_values(replace(MEETING, time=None, excerpts=()), facet)


@given(EVENTS)
def test_an_empty_filter_lets_everything_through(event: Event) -> None:
    assert EventFilter().is_empty
    assert EventFilter().passes(event)
    assert EventFilter(dim=True).passes(event)


@given(EVENTS, st.sampled_from(Facet), CHOICES)
def test_an_event_passes_when_one_of_its_values_does(event: Event, facet: Facet, choice: Choice) -> None:
    chosen = EventFilter().with_choice(facet, choice)
    assert chosen.passes(event) is any(choice.shows(value) for value in facet_values(event, facet))


@given(FILTERS, st.sampled_from(Facet), CHOICES)
def test_a_choice_replaces_the_one_before(event_filter: EventFilter, facet: Facet, choice: Choice) -> None:
    changed = event_filter.with_choice(facet, choice)
    assert changed.choice(facet) == choice
    assert changed.with_choice(facet, Choice()).choice(facet) == Choice()
    assert [known for known, _ in changed.choices].count(facet) == (choice != Choice())
    for other in Facet:
        if other is not facet:
            assert changed.choice(other) == event_filter.choice(other)


def test_hidden_and_only() -> None:
    hidden = Choice(hidden=frozenset({"Council"}))
    assert EventFilter().with_choice(Facet.ACTOR, hidden).passes(MEETING), "the EU is still shown"
    both = Choice(hidden=frozenset({"Council", "EU"}))
    assert not EventFilter().with_choice(Facet.ACTOR, both).passes(MEETING)
    only = Choice(hidden=frozenset({"EU"}), only=frozenset({"EU"}))
    assert only.shows("EU")
    assert not only.shows("Council")
    assert not Choice(only=frozenset()).shows("EU")


@pytest.mark.parametrize(
    ("words", "passes"),
    [
        ("", True),
        ("  ", True),
        ("council", True),
        ("meets COUNCIL", True),
        ("noon delegates", True),
        ("council noon", False),
        ("absent", False),
    ],
)
def test_all_words_stand_in_the_title_or_in_one_excerpt(words: str, passes: bool) -> None:
    assert EventFilter(words=words).passes(MEETING) is passes


@pytest.mark.parametrize(
    ("start", "end", "passes"),
    [
        (None, None, True),
        (0, None, True),
        (86_399, None, True),
        (86_400, None, False),
        (None, 0, False),
        (None, 1, True),
        (-10, 0, False),
        (10, 20, True),
    ],
)
def test_a_range_of_time(start: int | None, end: int | None, passes: bool) -> None:
    """The event is the first day of 1970, seconds 0 to 86,400."""
    ranged = EventFilter(start_seconds=start, end_seconds=end)
    assert ranged.passes(MEETING) is passes
    assert ranged.passes(replace(MEETING, time=None)) is (start is None and end is None)


def test_open_times_reach_into_any_range_on_their_side() -> None:
    since = replace(MEETING, time=EventTime(Interval.within(instant(2004), None), Precision.YEAR))
    assert EventFilter(start_seconds=instant(2500)).passes(since)
    assert not EventFilter(end_seconds=instant(2000)).passes(since)


def test_a_new_window_hides_what_was_rejected() -> None:
    assert WITHOUT_REJECTED.passes(MEETING)
    assert not WITHOUT_REJECTED.passes(replace(MEETING, review=ReviewState.REJECTED))
    assert not WITHOUT_REJECTED.is_empty
