"""Splitting takes excerpts away wherever they come from."""

from dateline.model.events import EventOrigin
from dateline.model.project import Table
from dateline.model.shown import shown_event, shown_events
from dateline.session.commands import MakeEvent, MergeEvents, SplitEvent
from dateline.session.mentions import sources, split_off
from story import after, story

PROJECT, DOCUMENT, EVENTS = story()
FIRST, SECOND, THIRD = (event.id for event in EVENTS)
MERGED = after(PROJECT, MergeEvents((FIRST, SECOND, THIRD), FIRST))


def test_an_event_shows_its_own_excerpts_and_those_merged_into_it() -> None:
    assert [source.id for source in sources(MERGED, FIRST)] == [FIRST, SECOND, THIRD]
    assert [source.id for source in sources(MERGED, SECOND)] == [SECOND]
    assert list(sources(MERGED, "gone")) == []


def test_an_event_that_was_merged_becomes_itself_again() -> None:
    project = after(MERGED, SplitEvent(FIRST, (2, 1)))
    assert [event.id for event in shown_events(project)] == [FIRST, SECOND, THIRD]
    assert not project.override
    assert not project.own_event


def test_the_events_own_words_become_a_new_event() -> None:
    project = after(MERGED, SplitEvent(FIRST, (0, 1)))
    titles = {event.id: event.title for event in shown_events(project)}
    assert titles == {"p1": EVENTS[0].excerpts[0].quote, SECOND: EVENTS[1].title, FIRST: EVENTS[0].title}
    new = shown_event(project, "p1")
    assert new.origin is EventOrigin.PERSON
    assert new.why[-1].text == "Split off from “In 2004 the office was made.” by hand."
    assert [excerpt.quote for excerpt in shown_event(project, FIRST).excerpts] == [EVENTS[2].excerpts[0].quote]


def test_words_that_two_events_share_leave_both() -> None:
    project = after(PROJECT, MakeEvent(DOCUMENT.id, 0, 28), MergeEvents((FIRST, SECOND, "p1"), SECOND))
    event = shown_event(project, SECOND)
    assert [excerpt.start for excerpt in event.excerpts] == [29, 0], "equal excerpts are shown once"
    split = after(project, SplitEvent(SECOND, (1,)))
    assert [excerpt.start for excerpt in shown_event(split, SECOND).excerpts] == [29]


def test_a_split_off_event_takes_the_date_of_its_own_words() -> None:
    event = shown_event(MERGED, FIRST)
    new = split_off(MERGED, "p9", event, event.excerpts[2:])
    assert new.time is not None
    assert new.time.edtf == "2015"
    assert event.time is not None
    assert event.time.edtf == "2004"


def test_the_same_split_can_be_taken_back() -> None:
    change = SplitEvent(FIRST, (0,)).change(MERGED)
    after_split, inverse = MERGED.applied(change)
    assert {put.table for put in change.puts} == {Table.OVERRIDE, Table.OWN_EVENT, Table.SETTING}
    assert after_split.applied(inverse)[0] == MERGED
