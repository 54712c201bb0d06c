"""Texts that are no prose: something sensible comes out, never an exception, and never a date that is not there."""

import datetime

import pytest

from dateline.analysis import analyse_text
from dateline.model.dates import iso_day

DAYS = [datetime.date(1900, 1, 1) + datetime.timedelta(days=3 * count) for count in range(600)]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(day.isoformat() for day in DAYS),
        ", ".join(f"{day.day} {day:%B} {day.year}" for day in DAYS),
        " and ".join(str(day.year) for day in DAYS),
        "\n".join(f"{day:%A}, {day.day} {day:%B} {day.year}" for day in DAYS),
    ],
    ids=["stamps", "dates", "years", "calendar"],
)
def test_dates_alone_are_no_events(text: str) -> None:
    timeline = analyse_text(text)
    assert not timeline.events
    assert len(timeline.ledger) >= len(DAYS) / 2


def test_hundreds_of_clauses_in_one_line_are_as_many_events() -> None:
    text = " and ".join(f"the ship sailed on {day.day} {day:%B} {day.year}" for day in DAYS)
    events = analyse_text(text).events
    assert len(events) >= len(DAYS) - 1
    assert max(len(excerpt.quote) for event in events for excerpt in event.excerpts) < 100


@pytest.mark.parametrize(
    "text",
    [
        "THE MAYOR OPENED THE BRIDGE ON 3 MAY 1998. IT WAS CLOSED IN JUNE 2001 AFTER A FIRE.",
        "Tlie mayor 0pened the bri dge on 3 May l998. lt was cl0sed in June 2001 ~~ .. and vvas rebuilt in 2OO5 .",
        "Der Bürgermeister eröffnete die Brücke. The bridge was closed in June 2001. Le pont fut détruit.",
        "The bridge was closed in June 2001 (see [3, 4); it ,, then fell \u2026 \u00ad \ufffd",
    ],
    ids=["capitals", "noise", "languages", "signs"],
)
def test_what_is_readable_in_bad_text_is_read(text: str) -> None:
    events = analyse_text(text).events
    assert any(event.time is not None and "2001" in event.excerpts[0].quote.upper() for event in events)
    for event in events:
        for excerpt in event.excerpts:
            assert text[excerpt.start : excerpt.end] == excerpt.quote


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May the board met in Lund. She left shortly before midnight.",
        "The board met in Lund on 3 May. It rose just before 12 a.m.",
        "Am 3. Mai tagte der Rat in Lund. Sie ging kurz vor Mitternacht.",
        "Am 3. Mai tagte der Rat in Lund. Sie ging kurz vor 24 Uhr nach Hause.",
    ],
    ids=["midnight", "twelve", "Mitternacht", "24 Uhr"],
)
def test_what_comes_before_midnight_is_of_the_day_that_ends_with_it(text: str) -> None:
    events = analyse_text(text, published=datetime.date(2025, 9, 18)).events
    assert len(events) == 2
    for event in events:
        assert event.time is not None
        first, last = event.time.interval.earliest_start, event.time.interval.latest_end
        assert first is not None
        assert last is not None
        assert (iso_day(first), iso_day(last - 1)) == ("2025-05-03", "2025-05-03")
