"""What is told of a change: every event that looks different, also where another was merged into it."""

from dateline.model.events import ReviewState
from dateline.model.project import Project, Table
from dateline.session.changes import EVERYTHING, Changes, changes_of
from dateline.session.commands import Command, EditEvent, MergeEvents, ResetEvents, ReviewEvents, SetSetting
from dateline.session.reading import Wanted, read
from story import after, ignore, never, story
from year_reader import YearReader

PROJECT, DOCUMENT, EVENTS = story()
FIRST, SECOND, THIRD = (event.id for event in EVENTS)


def told(project: Project, command: Command) -> Changes:
    change = command.change(project)
    now, inverse = project.applied(change)
    back = changes_of(inverse, change, now.applied(inverse)[0])
    forth = changes_of(change, inverse, now)
    assert (forth.documents, forth.events, forth.tables) == (back.documents, back.events, back.tables)
    before = {event.id: event for event in project.events()}
    later = {event.id: event for event in now.events()}
    different = {id_ for id_ in before.keys() | later.keys() if before.get(id_) != later.get(id_)}
    assert different <= forth.events
    return forth


def test_events_that_look_different_are_named() -> None:
    assert told(PROJECT, ReviewEvents((FIRST,), ReviewState.ACCEPTED)).events == {FIRST}
    merged = after(PROJECT, MergeEvents((FIRST, SECOND), FIRST))
    assert told(PROJECT, MergeEvents((FIRST, SECOND), FIRST)).events == {FIRST, SECOND}
    assert told(merged, ResetEvents((SECOND,))).events == {FIRST, SECOND}
    assert told(merged, EditEvent(SECOND, {"tags": ("x",)})).events == {FIRST, SECOND}
    assert told(merged, MergeEvents((FIRST, THIRD), THIRD)).events == {FIRST, SECOND, THIRD}


def test_where_the_target_goes_what_was_merged_shows_again() -> None:
    merged = after(PROJECT, MergeEvents((FIRST, SECOND), FIRST))
    change = read(merged, Wanted(removed=frozenset({DOCUMENT.id})), YearReader(), ignore, never).change
    now, inverse = merged.applied(change)
    assert changes_of(change, inverse, now).events == {FIRST, SECOND, THIRD}
    assert changes_of(change, inverse, now).documents == {DOCUMENT.id}


def test_tables_are_named() -> None:
    changes = told(PROJECT, SetSetting("a", "b"))
    assert changes == Changes(tables=frozenset({Table.SETTING}))
    assert EVERYTHING.everything
    assert EVERYTHING.tables == set(Table)
