"""Each verb means one change, and its label says what it does."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.errors import UserError
from dateline.model.events import Event, ReviewState
from dateline.model.filters import WITHOUT_REJECTED
from dateline.model.project import Override, Table
from dateline.model.shown import shown_event, shown_events
from dateline.session.commands import (
    AddNote,
    Command,
    CorrectDocument,
    EditEvent,
    MakeEvent,
    MergeEvents,
    RemoveFilter,
    ResetEvents,
    ReviewEvents,
    SaveFilter,
    SetSetting,
    SplitEvent,
    override_put,
)
from story import after, story

PROJECT, DOCUMENT, EVENTS = story()
FIRST, SECOND, THIRD = (event.id for event in EVENTS)


@pytest.mark.parametrize(
    ("command", "label"),
    [
        (ReviewEvents((FIRST,), ReviewState.ACCEPTED), "accept “In 2004 the office was made.”"),
        (ReviewEvents((FIRST, SECOND), ReviewState.REJECTED), "reject 2 events"),
        (ReviewEvents((FIRST,), ReviewState.TO_REVIEW), "review again “In 2004 the office was made.”"),
        (EditEvent(SECOND, {"title": "The long meeting"}), "rename “The meeting of 2014 was long.”"),
        (ResetEvents((FIRST, SECOND, THIRD)), "reset 3 events"),
        (MergeEvents((FIRST, SECOND), FIRST), "merge 2 events"),
        (MakeEvent(DOCUMENT.id, 0, 28), "make event “In 2004 the office was made.”"),
        (MakeEvent(DOCUMENT.id, 0, 28, "An office"), "make event “An office”"),
        (AddNote(" Wedding ", None), "add note “Wedding”"),
        (SaveFilter("mine", WITHOUT_REJECTED), "save filter “mine”"),
        (RemoveFilter("mine"), "remove filter “mine”"),
        (SetSetting("lanes", "kind"), "change lanes"),
        (CorrectDocument(DOCUMENT.id, author="X"), "correct “story.txt”"),
    ],
)
def test_labels(command: Command, label: str) -> None:
    assert command.change(PROJECT).label == label


@pytest.mark.parametrize(
    "command",
    [
        EditEvent(FIRST, {"title": ""}),
        EditEvent(FIRST, {"title": None}),
        MergeEvents((FIRST,), FIRST),
        SplitEvent(FIRST, ()),
        SplitEvent(FIRST, (0,)),
        MakeEvent(DOCUMENT.id, 28, 29),
        AddNote("", None),
        SaveFilter(" ", WITHOUT_REJECTED),
    ],
)
def test_what_cannot_be_is_refused_with_a_remedy(command: Command) -> None:
    with pytest.raises(UserError) as caught:
        command.change(PROJECT)
    assert caught.value.message.endswith(".")
    assert caught.value.remedy.endswith(".")


def test_a_date_takes_undated_back() -> None:
    project = after(PROJECT, EditEvent(FIRST, {"undated": True}))
    assert shown_event(project, FIRST).time is None
    project = after(project, EditEvent(FIRST, {"time": EVENTS[1].time}))
    shown = shown_event(project, FIRST)
    assert shown.time == EVENTS[1].time
    assert not project.override[FIRST].undated
    project = after(project, EditEvent(FIRST, {"time": EVENTS[0].time}))
    assert not project.override, "the date that was read is no decision"


def test_an_undated_note_is_not_undated_by_decision() -> None:
    project = after(PROJECT, AddNote("Note", None), EditEvent("p1", {"undated": True}))
    assert not project.override


def test_a_decision_keeps_the_words_it_was_made_on() -> None:
    put = override_put(PROJECT, FIRST, notes="x")
    assert isinstance(put.value, Override)
    assert put.value.excerpts == EVENTS[0].excerpts


def test_merging_again_leaves_no_chains() -> None:
    project = after(PROJECT, MergeEvents((FIRST, SECOND), SECOND), MergeEvents((SECOND, THIRD), THIRD))
    assert {override.merged_into for override in project.override.values()} == {THIRD}
    (event,) = shown_events(project)
    assert len(event.excerpts) == 3


def test_reset_sets_free_what_was_merged() -> None:
    merged = after(PROJECT, MergeEvents((FIRST, SECOND), FIRST), EditEvent(FIRST, {"title": "Both"}))
    assert [event.title for event in shown_events(after(merged, ResetEvents((FIRST,))))] == [e.title for e in EVENTS]


@pytest.mark.parametrize(
    ("command", "table"),
    [
        (SetSetting("a", None), Table.SETTING),
        (RemoveFilter("gone"), Table.FILTER),
        (CorrectDocument(DOCUMENT.id), None),
    ],
)
def test_nothing_to_do_is_an_empty_change(command: Command, table: Table | None) -> None:
    assert command.change(PROJECT).puts == ()


@pytest.mark.parametrize("ask", [lambda: shown_event(PROJECT, "gone"), lambda: override_put(PROJECT, "gone", notes="")])
def test_an_unknown_event_is_a_bug(ask: Callable[[], Event]) -> None:
    with pytest.raises(KeyError):
        ask()


def test_what_was_merged_waits_for_its_document_to_return() -> None:
    merged = after(PROJECT, MergeEvents((FIRST, SECOND), FIRST))
    gone = replace(merged, reading={key: event for key, event in merged.reading.items() if key != SECOND})
    assert SECOND not in after(gone, ResetEvents((FIRST,))).override
    again = after(gone, MergeEvents((FIRST, THIRD), THIRD))
    assert again.override[SECOND].merged_into == THIRD
