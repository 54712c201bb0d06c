"""The desk: the one project that is open, its file, and its undo stack.

It knows that changes happen, are logged and can be taken back, and where projects lie; it knows no verb, no filter and
no selection.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from dateline.errors import UserError
from dateline.model.project import Change, Project, Put, Table
from dateline.session.changes import EVERYTHING, changes_of
from dateline.session.commands import Command
from dateline.session.opening import Opened, opened, project_file
from dateline.session.outcome import Outcome, ShownAhead
from dateline.session.places import Places
from dateline.session.slices import Slices, Steps
from dateline.session.undo import Door, UndoStep, log_line, logged
from dateline.session.wording import shortened
from dateline.store import SUFFIX
from dateline.store.records import NOTHING_READY, Ready

if TYPE_CHECKING:
    from dateline.store.project_file import ProjectFile

UNTITLED: Final = "Untitled"


class Desk(QObject):
    """Holds one project open. Nothing that is open is let go before what takes its place has been opened."""

    changed = Signal(object, object)  # Changes, ShownAhead or None
    failed = Signal(object)  # UserError

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._slices = Slices(self)
        self._taken_by: Door | None = None  # the project that a large change is being written to
        self._places = places
        self._door = self._empty_door()
        self.is_example = False  # a bundled example leaves no file behind, unless something was decided on it
        self._listed: tuple[Path, str] | None = None  # as the list of recent projects has it

    @property
    def project(self) -> Project:
        """The project as it is."""
        return self._door.project

    @property
    def path(self) -> Path | None:
        """Its file; None before the first change."""
        return self._door.file.path if self._door.file else None

    @property
    def is_named(self) -> bool:
        """Whether a person has given it a place."""
        return self.path is not None and not self._places.is_unnamed(self.path)

    @property
    def name(self) -> str:
        """What to call it: its file's name, or that of its first document while it has none."""
        if self.path is not None and self.is_named:
            return self.path.stem
        first = next(iter(self.project.document.values()), None)
        return shortened(first.title or first.name) if first else UNTITLED

    def do(self, command: Command) -> bool:
        """Let a verb happen as one undoable step. False where it could not, which the person has then been told."""
        self.settle()
        try:
            change = command.change(self.project)
        except UserError as error:
            self.failed.emit(error)
            return False
        return self.push(change)

    def push(self, change: Change, ready: Ready = NOTHING_READY) -> bool:
        """Let a change happen as one undoable step; one that changes nothing makes no step. False where the file
        refused.
        """
        self.settle()
        change = effective(change, self.project)
        if not change.puts:
            return True
        change = logged(change, self.project, int(time.time()))
        try:
            inverse = self._door.apply(change, ready)
        except UserError as error:
            self.failed.emit(error)
            return False
        self.undo_stack.push(UndoStep(self._door, change, inverse, self._tell, self.failed.emit))
        self._list()
        self._tell(change)
        return True

    def take(
        self, outcome: Outcome, ready: Ready, then: Callable[[], None], *, fresh: bool = False, example: bool = False
    ) -> None:
        """Let a large change happen as one undoable step, in slices; `then` is called when it has. A `fresh` one is
        that of a new project, which takes the open one's place in the end.
        """
        self.settle()
        self._taken_by = door = self._empty_door() if fresh else self._door
        self._slices.begin(self._taking(door, outcome, ready, then, example))

    def _taking(
        self, door: Door, outcome: Outcome, ready: Ready, then: Callable[[], None], example: bool
    ) -> Steps:
        line = log_line(outcome.change, door.project, int(time.time()))
        ahead = outcome.ahead if outcome.holds_for(door.project) else None
        changes = outcome.changes._replace(tables=outcome.changes.tables | {put.table for put in line.puts})
        taken = False
        try:
            yield from door.applying(outcome, line, ready)
            yield  # what is told from here on keeps the window busy for long enough
            taken = True
        except UserError as error:
            self.failed.emit(error)
            return
        finally:
            self._taken_by = None
            if not taken and door is not self._door:
                _discard(door)
        if door is not self._door:
            self._put_in_place(door)
            self.is_example, changes = example, EVERYTHING
        change = replace(outcome.change, puts=(*outcome.change.puts, *line.puts))
        unlogged = (Put(put.table, put.key, None) for put in line.puts)
        inverse = replace(outcome.inverse, puts=(*unlogged, *outcome.inverse.puts))
        self.undo_stack.push(UndoStep(door, change, inverse, self._tell, self.failed.emit))
        self._list()
        self.changed.emit(changes, ahead)
        yield
        then()

    @property
    def is_taking(self) -> bool:
        """Whether a large change is under way."""
        return self._taken_by is not None

    def settle(self) -> None:
        """Let a change of the open project that is under way happen as a whole, now: something rests on it."""
        if self._taken_by is self._door:
            self._slices.finish()

    def settled(self) -> Project:
        """The open project, with what was under way."""
        self.settle()
        return self.project

    def _stop_taking(self) -> None:
        """Something else takes the place of the new project that was under way."""
        self._slices.stop()
        self._taken_by = None

    def _list(self) -> None:
        """Put the project on the list of recent ones from its first change on: a program may end without closing it."""
        file = self._door.file
        entry = None if file is None or self.is_example else (file.path, self.name)
        if entry is not None and entry != self._listed:
            self._listed = entry
            self._places.remember(*entry)

    def note(self, change: Change) -> None:
        """Write what is no step of its own (the filter that was set last), when there is a file. Raises UserError."""
        self.settle()
        change = effective(change, self.project)
        if change.puts and self._door.file is not None:
            self._door.apply(change)

    def undo(self) -> None:
        """Take the last step back. Where the file refuses, the step stays on the stack and can be tried again."""
        self.settle()
        self._move(self.undo_stack.index() - 1, False, self.undo_stack.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.settle()
        self._move(self.undo_stack.index(), True, self.undo_stack.redo)

    def _move(self, index: int, forward: bool, move: Callable[[], None]) -> None:
        step = self.undo_stack.command(index) if 0 <= index < self.undo_stack.count() else None
        if isinstance(step, UndoStep) and step.go(forward):
            move()

    def _tell(self, change: Change) -> None:
        self.changed.emit(changes_of(change), None)

    def new(self) -> None:
        """An empty project in place of the open one."""
        self._adopt(self._empty_door())

    def open(self, path: Path) -> None:
        """Another project in place of the open one. Where it cannot be opened (ProjectError) the old one stays."""
        if not self.has_open(path):
            self.adopt(opened(path))

    def has_open(self, path: Path) -> bool:
        """Whether it is this project that is open."""
        return self.path is not None and path.resolve() == self.path.resolve()

    def adopt(self, opened: Opened) -> None:
        """A project that was opened in place of the open one."""
        self._adopt(Door(self._make_file, opened.file, opened.project), opened.ahead)
        self._places.remember(opened.file.path, self.name)

    def save_as(self, path: Path) -> None:
        """Go on in a file of that name; one made for want of a name goes. ProjectError where that cannot be."""
        self.settle()
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        if self._door.file is None:
            self._door.file = self._make_file()
        before, was_named = self._door.file.path, self.is_named
        self._door.file.save_as(path)
        if not was_named and before != path:
            before.unlink(missing_ok=True)
            self._places.forget(before)
        self._places.remember(path, self.name)
        self.is_example = False

    def close(self) -> None:
        """Let go of the file. A project that nobody has named and in which there is nothing leaves no file behind."""
        self.settle()
        self._stop_taking()
        self._let_go()

    def _let_go(self) -> None:
        file = self._door.file
        if file is None:
            return
        holds = _holds_decisions if self.is_example else _holds
        is_worth_keeping = self.is_named or holds(self.project)
        if is_worth_keeping:
            self._places.remember(file.path, self.name)
        file.close()
        if not is_worth_keeping:
            file.path.unlink(missing_ok=True)
            self._places.forget(file.path)
        self._door.file = None

    def _adopt(self, door: Door, ahead: ShownAhead | None = None) -> None:
        self.settle()
        self._stop_taking()
        self._put_in_place(door)
        self.changed.emit(EVERYTHING, ahead)

    def _put_in_place(self, door: Door) -> None:
        self._let_go()
        self._door = door
        self.is_example = False
        self.undo_stack.clear()

    def _empty_door(self) -> Door:
        return Door(self._make_file)

    def _make_file(self) -> "ProjectFile":
        return project_file().create(self._places.unnamed())


def _discard(door: Door) -> None:
    """Leave nothing behind of a new project that did not come to be."""
    if door.file is not None:
        door.file.close()
        door.file.path.unlink(missing_ok=True)


def effective(change: Change, project: Project) -> Change:
    """The change without what is so already."""
    puts = tuple(put for put in change.puts if getattr(project, put.table).get(put.key) != put.value)
    return change if puts == change.puts else replace(change, puts=puts)


def _holds(project: Project) -> bool:
    return bool(project.document or project.own_event or project.filter)


def _holds_decisions(project: Project) -> bool:
    return bool(project.override or project.own_event or project.filter or len(project.document) > 1)


def setting_put(name: str, value: str) -> Put:
    """The put of a setting."""
    return Put(Table.SETTING, name, value)
