"""Ages are counted from a birth that the text dates, for the person whose birth it is."""

import pytest

from dateline.analysis import analyse_text
from dateline.events.ages import same_name
from dateline.model.dates import iso_day

LIFE = "Ada Hollis obituary\n\n15 March 2016\n\n{}\n\nAda Mary Hollis, born 4 February 1930; died 9 March 2016.\n"


def years(sentence: str, kind: str) -> tuple[str, str] | None:
    """The first and last day of the event of a kind that a sentence of an obituary tells."""
    for event in analyse_text(LIFE.format(sentence)).events:
        if event.kind == kind and event.time is not None and event.time.interval.earliest_start is not None:
            assert event.time.interval.latest_end is not None
            return iso_day(event.time.interval.earliest_start), iso_day(event.time.interval.latest_end - 1)
    return None


@pytest.mark.parametrize(
    ("sentence", "kind", "first", "last"),
    [
        ("At 15 she joined a bakery.", "appointment", "1945-02-04", "1946-02-03"),
        ("She joined a company at the age of nineteen.", "appointment", "1949-02-04", "1950-02-03"),
        ("She married the actor Ned Price when she was 24.", "marriage", "1954-02-04", "1955-02-03"),
        ("Aged 31, she married Ned Price.", "marriage", "1961-02-04", "1962-02-03"),
        ("In her fifties she taught in Leeds.", "education", "1980-02-04", "1990-02-03"),
    ],
)
def test_an_age_is_counted_from_the_birth(sentence: str, kind: str, first: str, last: str) -> None:
    assert years(sentence, kind) == (first, last)


def test_the_age_of_somebody_else_tells_nothing() -> None:
    assert years("Her brother Tom Ames married a nurse at 22.", "marriage") is None


def test_nobody_is_born_or_dies_twice() -> None:
    events = analyse_text(LIFE.format("Ada Hollis, who has died aged 86, was born in Hull.")).events
    assert sorted(event.kind for event in events) == ["birth", "death"]


def test_short_forms_of_names() -> None:
    assert same_name("len", "leonard")
    assert not same_name("tom", "leonard")
