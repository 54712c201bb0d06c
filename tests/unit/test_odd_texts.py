"""Texts that are no proper texts: mixed languages, capitals, noise of a scanner, calendars, no date, a date to come.

Nothing is raised, and no date is invented: every event's time is one that a reader finds in the words.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.analysis import analyse_text

SPEC = Path(__file__).resolve().parents[1] / "specs" / "odd" / "texts.json"
CASES = json.loads(SPEC.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_no_date_is_invented(case: dict[str, Any]) -> None:
    text = case["text"]
    events = analyse_text(text).events
    found = {event.time.edtf for event in events if event.time is not None}
    assert found == set(case["dates"]) if case["all"] else found <= set(case["dates"])
    for event in events:
        for excerpt in event.excerpts:
            assert text[excerpt.start : excerpt.end] == excerpt.quote


def test_a_log_in_german_is_read_by_its_months() -> None:
    timeline = analyse_text("7. Januar 2019 Pumpe 2 aus\n8. Januar 2019 Pumpe 2 an\n")
    values = [timex.value for timexes in timeline.timexes.values() for timex in timexes]
    assert values == ["2019-01-07", "2019-01-08"]
