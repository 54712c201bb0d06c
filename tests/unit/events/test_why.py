"""The sentences of a derivation."""

import pytest

from dateline.events.reading import read_events
from dateline.events.why import Ground, inherited_step
from dateline.model.edtf import parse_edtf
from dateline.model.events import EventTime, Step
from dateline.model.spans import Span
from reading_by_hand import document, timex, until

TEXT = (
    "On 3 May 2010 the council met in Riga. It approved the plan. The engineer had measured the bridge. "
    "The mayor will open the lock."
)


def _steps(text: str) -> list[Step]:
    told = document(text, published="2010-05-10")
    events = read_events(told, [timex(text, "3 May 2010", "2010-05-03")]).events
    return [step for event in events for step in event.why]


def test_every_step_is_a_sentence_with_a_place() -> None:
    steps = _steps(TEXT)
    assert steps
    for step in steps:
        assert step.text[0] in "TINOAYBU“"
        assert step.text.endswith(".")
        assert step.span is not None or step.name in {"published", "inferred"}  # a date given with the document


def test_the_result_points_to_the_event() -> None:
    (result,) = [step for step in _steps("On 3 May 2010 the council met in Riga.") if step.name == "interval"]
    assert result.span == Span(0, 38)


def test_a_date_of_another_clause_is_told_as_such() -> None:
    steps = _steps("On 3 May 2010 the council met in Riga. The engineer opened the lock.")
    assert any(step.text == Ground.STORY.format(time="Mon 3 May 2010") for step in steps)


@pytest.mark.parametrize("ground", Ground)
def test_grounds_read_as_sentences(ground: Ground) -> None:
    step = inherited_step("d", EventTime(*parse_edtf("2010-05-03")), Span(0, 3), ground, "the plan")
    assert step.text.endswith("Mon 3 May 2010.")
    assert "{" not in step.text


def test_signals_are_told_without_jargon() -> None:
    text = "The bridge was closed until 3 May 2010."
    (event,) = read_events(document(text), [until(text, "3 May 2010", "2010-05-03")]).events
    assert any("it went on until then" in step.text for step in event.why)
