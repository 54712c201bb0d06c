"""What is told of a change: whose records it touches."""

from dateline.model.events import ReviewState
from dateline.model.project import Project, Table
from dateline.session.changes import EVERYTHING, Changes, changes_of
from dateline.session.commands import Command, MergeEvents, ResetEvents, ReviewEvents, SetSetting
from dateline.session.reading import Wanted, read
from story import after, ignore, never, story
from year_reader import YearReader

PROJECT, DOCUMENT, EVENTS = story()
FIRST, SECOND, THIRD = (event.id for event in EVENTS)


def told(project: Project, command: Command) -> Changes:
    change = command.change(project)
    _now, inverse = project.applied(change)
    assert changes_of(change) == changes_of(inverse)
    return changes_of(change)


def test_records_that_are_touched_are_named() -> None:
    assert told(PROJECT, ReviewEvents((FIRST,), ReviewState.ACCEPTED)).events == {FIRST}
    merged = after(PROJECT, MergeEvents((FIRST, SECOND), FIRST))
    assert told(PROJECT, MergeEvents((FIRST, SECOND), FIRST)).events == {SECOND}
    assert told(merged, ResetEvents((SECOND,))).events == {SECOND}
    removing = read(merged, Wanted(removed=frozenset({DOCUMENT.id})), YearReader(), ignore, never).change
    assert changes_of(removing).events == {FIRST, SECOND, THIRD}
    assert changes_of(removing).documents == {DOCUMENT.id}


def test_tables_are_named() -> None:
    changes = told(PROJECT, SetSetting("a", "b"))
    assert changes == Changes(tables=frozenset({Table.SETTING}))
    assert EVERYTHING.everything
    assert EVERYTHING.tables == set(Table)
