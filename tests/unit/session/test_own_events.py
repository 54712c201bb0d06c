"""Events that a person makes."""

import pytest

from dateline.errors import UserError
from dateline.model.events import EventOrigin, ReviewState
from dateline.model.spans import Span
from dateline.session.own_events import LAST_OWN_ID, next_own_id, note_event, quoted_event, time_of, timex_in
from story import STORY, story, with_setting

PROJECT, DOCUMENT, EVENTS = story()


def test_ids_are_counted() -> None:
    new_id, counter = next_own_id(PROJECT)
    assert (new_id, counter.value) == ("p1", "1")
    assert next_own_id(with_setting(PROJECT, LAST_OWN_ID, "41"))[0] == "p42"


def test_space_around_the_words_is_left_out() -> None:
    event = quoted_event(PROJECT, "p1", DOCUMENT.id, 28, 59, None, None)
    assert STORY[28:59] == " The meeting of 2014 was long. "
    assert event.excerpts[0].quote == "The meeting of 2014 was long."
    assert event.excerpts[0].phrase == Span(STORY.index("2014"), STORY.index("2014") + 4)
    assert event.time == time_of(PROJECT.timexes[DOCUMENT.id][1])
    assert [step.name for step in event.why] == ["person", "phrase"]


def test_a_given_date_and_title_are_taken() -> None:
    event = quoted_event(PROJECT, "p1", DOCUMENT.id, 0, 28, " Mine ", EVENTS[2].time)
    assert (event.title, event.time) == ("Mine", EVENTS[2].time)
    assert event.origin is EventOrigin.PERSON
    assert event.review is ReviewState.ACCEPTED


def test_a_long_sentence_makes_a_short_title() -> None:
    event = quoted_event(PROJECT, "p1", DOCUMENT.id, 0, len(STORY), None, None)
    assert event.title.endswith("…")
    assert len(event.title) <= 81
    assert event.excerpts[0].quote == STORY


def test_words_without_a_date_make_an_undated_event() -> None:
    event = quoted_event(PROJECT, "p1", DOCUMENT.id, 8, 18, None, None)
    assert event.time is None
    assert event.excerpts[0].phrase is None


def test_no_words_are_refused() -> None:
    with pytest.raises(UserError, match="no words"):
        quoted_event(PROJECT, "p1", DOCUMENT.id, 5, 5, None, None)


def test_a_note_says_that_it_was_made_by_hand() -> None:
    note = note_event("p1", "Note", None)
    assert note.excerpts == ()
    assert [step.name for step in note.why] == ["person"]


def test_expressions_are_found_inside_a_span_only() -> None:
    found = timex_in(PROJECT, DOCUMENT.id, Span(0, len(STORY)))
    assert found is not None
    assert found.text == "2004"
    assert timex_in(PROJECT, DOCUMENT.id, Span(4, 7)) is None
    assert timex_in(PROJECT, "gone", Span(0, 99)) is None


def test_a_selection_that_reaches_beyond_the_text_ends_with_it() -> None:
    length = len(DOCUMENT.text)
    event = quoted_event(PROJECT, "p1", DOCUMENT.id, length - 5, length + 9, None, None)
    assert event.excerpts[0].end <= length
    assert event.excerpts[0].quote == DOCUMENT.text[length - 5 :].strip()
