"""Two passages of one document that put an event at different times: both are kept, each with its words."""

import pytest

from dateline.analysis import analyse_text
from dateline.model.dates import iso_day
from dateline.model.events import Event


def told(text: str) -> tuple[Event, ...]:
    return analyse_text(text, published="2020-01-01").events


@pytest.mark.parametrize(
    ("text", "first", "rival", "words"),
    [
        (
            "The ship sank on 4 May 1912. According to the harbour book, it sank on 6 May 1912.",
            "1912-05-04",
            "1912-05-06",
            "it sank on 6 May 1912",
        ),
        (
            "The church burnt in 1744, according to the parish register; the chronicle gives 1746.",
            "1744-01-01",
            "1746-01-01",
            "the chronicle gives 1746",
        ),
        (
            "According to the register the church burnt in 1744, while the chronicle puts the fire in 1746.",
            "1744-01-01",
            "1746-01-01",
            "while the chronicle puts the fire in 1746",
        ),
        (
            "Witnesses said the blast occurred at 9:40 on 3 May 2019; police put it at 9:55.",
            "2019-05-03",
            "2019-05-03",
            "police put it at 9:55",
        ),
    ],
)
def test_both_dates_are_kept_with_their_passages(text: str, first: str, rival: str, words: str) -> None:
    (event,) = told(text)
    assert event.time is not None
    (other,) = event.time.alternatives
    start, otherwise = event.time.interval.earliest_start, other.interval.earliest_start
    assert start is not None
    assert otherwise is not None
    assert (iso_day(start), iso_day(otherwise)) == (first, rival)
    assert other.excerpt is not None
    assert words in other.excerpt.quote
    assert any("another date" in step.text for step in event.why)


def test_two_events_of_one_kind_are_no_rivals() -> None:
    events = told("The shop opened in 1990. The family gave the town a park in 1993. The shop opened again in 1999.")
    assert len(events) == 3
    assert not any(event.time is not None and event.time.alternatives for event in events)


def test_a_source_that_does_something_is_no_rival() -> None:
    events = told("The mill closed in 1990. The police gave the owner a warning in 1991.")
    assert len(events) == 2
