"""The door and the steps: together or not at all, and the log remembers."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from dateline.errors import ProjectError, UserError
from dateline.model.events import ReviewState
from dateline.model.filters import WITHOUT_REJECTED
from dateline.model.project import Change, Decision, Project, Put, Table
from dateline.session.commands import AddNote, ReviewEvents, SaveFilter
from dateline.session.own_events import LAST_OWN_ID
from dateline.session.undo import Door, UndoStep, inverse_for_undo, logged
from dateline.store.project_file import ProjectFile
from story import after, story

PROJECT, DOCUMENT, EVENTS = story()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.dateline"


def setting(value: str) -> Change:
    return Change("set", (Put(Table.SETTING, "name", value),))


def test_the_first_change_makes_the_file(path: Path) -> None:
    door = Door(lambda: ProjectFile.create(path))
    assert not path.exists()
    inverse = door.apply(setting("a"))
    assert path.exists()
    assert door.project.setting == {"name": "a"}
    door.apply(inverse)
    assert door.project == Project()
    assert door.file is not None
    assert door.file.load() == Project()
    door.file.close()


def test_where_no_file_can_be_made_nothing_happens(path: Path) -> None:
    def fail() -> ProjectFile:
        raise ProjectError(path, "No.")

    door = Door(fail)
    with pytest.raises(ProjectError):
        door.apply(setting("a"))
    assert door.project == Project()
    assert door.file is None


def test_steps_tell_what_they_did(qapp: QApplication, path: Path) -> None:
    door = Door(lambda: ProjectFile.create(path))
    told: list[Change] = []
    refused: list[UserError] = []
    change = setting("a")
    inverse = door.apply(change)
    stack = QUndoStack()
    stack.push(UndoStep(door, change, inverse, told.append, refused.append))
    assert told == [], "what has happened is not done again when it is put on the stack"
    stack.undo()
    stack.redo()
    assert told == [inverse, change]
    assert refused == []
    assert door.project.setting == {"name": "a"}
    assert door.file is not None
    door.file.close()


def test_decisions_are_logged_and_settings_are_not() -> None:
    accept = logged(ReviewEvents((EVENTS[0].id,), ReviewState.ACCEPTED).change(PROJECT), PROJECT, 1234)
    (line,) = (put for put in accept.puts if put.table is Table.DECISION)
    assert line.key == "1"
    assert line.value == Decision(1234, "Accept “In 2004 the office was made.”", (EVENTS[0].id,))
    for change in (setting("a"), SaveFilter("f", WITHOUT_REJECTED).change(PROJECT)):
        assert logged(change, PROJECT, 1234) is change
    ten = replace(PROJECT, decision={str(number): Decision(0, "") for number in range(1, 11)})
    assert logged(AddNote("n", None).change(ten), ten, 0).puts[-1].key == "11"


def test_undo_marks_the_line_and_keeps_ids_used_up() -> None:
    change = logged(AddNote("n", None).change(PROJECT), PROJECT, 5)
    now, inverse = PROJECT.applied(change)
    back, _ = now.applied(inverse_for_undo(change, inverse))
    assert back.own_event == PROJECT.own_event
    assert [line.undone for line in back.decision.values()] == [True]
    assert back.setting[LAST_OWN_ID] == "1"
    assert set(after(back, AddNote("m", None)).own_event) == {"p2"}


def test_redo_does_not_give_an_id_out_again(qapp: QApplication, path: Path) -> None:
    door, stack = Door(lambda: ProjectFile.create(path)), QUndoStack()
    for title in ("n", "m"):
        change = logged(AddNote(title, None).change(door.project), door.project, 5)
        stack.push(UndoStep(door, change, door.apply(change), lambda change: None, lambda error: None))
    stack.undo()
    stack.undo()
    stack.redo()
    assert set(door.project.own_event) == {"p1"}
    assert set(after(door.project, AddNote("o", None)).own_event) == {"p1", "p3"}
    assert door.file is not None
    door.file.close()
