"""The interview the program must handle first; it lies beside the checkout and is not part of it."""

from pathlib import Path

import pytest

from dateline.analysis import analyse_text
from dateline.model.dates import Certainty, iso_day
from dateline.model.events import Event
from dateline.model.timeline import Timeline
from event_scores import read_gold, score


@pytest.fixture(scope="module")
def gold_path(test_data: Path) -> Path:
    return next((test_data / "seed").glob("*.gold.json"))


@pytest.fixture(scope="module")
def timeline(gold_path: Path) -> Timeline:
    return analyse_text(read_gold(gold_path)[0])


def _holding(timeline: Timeline, words: str) -> list[Event]:
    return [event for event in timeline.events if any(words in excerpt.quote for excerpt in event.excerpts)]


def test_scores(timeline: Timeline, gold_path: Path) -> None:
    scores = score(timeline.events, read_gold(gold_path)[1])
    assert scores.found >= 9
    assert scores.precision >= 0.85
    assert scores.duplicates == 0
    assert len(timeline.events) <= 16


def test_two_ways_of_telling_the_meeting_are_one_inferred_day(timeline: Timeline) -> None:
    (meeting,) = _holding(timeline, "Earlier this week in New York")
    assert any("Tuesday, October 28" in excerpt.quote for excerpt in meeting.excerpts)
    assert meeting.time is not None
    assert meeting.time.interval.earliest_start is not None
    assert iso_day(meeting.time.interval.earliest_start) == "2014-10-28"
    assert meeting.time.interval.length_seconds == 86_400
    assert meeting.time.certainty is Certainty.INFERRED
    assert {step.name for step in meeting.why} >= {"phrase", "merged", "inferred", "interval"}


@pytest.mark.parametrize(
    "words", ["office was created ten years ago", "re-engaged with the universal", "prepared by the EU and Japan"]
)
def test_named_events_stand_once(timeline: Timeline, words: str) -> None:
    assert len(_holding(timeline, words)) == 1
