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
from dateline.session.places import Places
from dateline.session.undo import Door, UndoStep, logged
from dateline.session.wording import shortened
from dateline.store import SUFFIX
from dateline.store.records import NOTHING_READY, Ready

if TYPE_CHECKING:
    from dateline.store.project_file import ProjectFile

UNTITLED: Final = "Untitled"


class Desk(QObject):
    """Holds one project open. Nothing that is open is let go before what takes its place has been opened."""

    changed = Signal(object)  # Changes
    failed = Signal(object)  # UserError

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
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

    def _list(self) -> None:
        """Put the project on the list of recent ones from its first change on: a program may end without closing it."""
        file = self._door.file
        entry = None if file is None or self.is_example else (file.path, self.name)
        if entry is not None and entry != self._listed:
            self._listed = entry
            self._places.remember(*entry)

    def note(self, change: Change) -> None:
        """Write what is no step of its own (the filter that was set last), when there is a file. Raises UserError."""
        change = effective(change, self.project)
        if change.puts and self._door.file is not None:
            self._door.apply(change)

    def undo(self) -> None:
        """Take the last step back. Where the file refuses, the step stays on the stack and can be tried again."""
        self._move(self.undo_stack.index() - 1, False, self.undo_stack.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._move(self.undo_stack.index(), True, self.undo_stack.redo)

    def _move(self, index: int, forward: bool, move: Callable[[], None]) -> None:
        step = self.undo_stack.command(index) if 0 <= index < self.undo_stack.count() else None
        if isinstance(step, UndoStep) and step.go(forward):
            move()

    def _tell(self, change: Change) -> None:
        self.changed.emit(changes_of(change))

    def new(self) -> None:
        """An empty project in place of the open one."""
        self._adopt(self._empty_door())

    def open(self, path: Path) -> None:
        """Another project in place of the open one. Where it cannot be opened (ProjectError) the old one stays."""
        if self.path is not None and path.resolve() == self.path.resolve():
            return
        file = _project_file().open(path)
        try:
            door = Door(self._make_file, file)
        except BaseException:
            file.close()
            raise
        self._adopt(door)
        self._places.remember(file.path, self.name)

    def save_as(self, path: Path) -> None:
        """Go on in a file of that name; one made for want of a name goes. ProjectError where that cannot be."""
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

    def _adopt(self, door: Door) -> None:
        self.close()
        self._door = door
        self.is_example = False
        self.undo_stack.clear()
        self.changed.emit(EVERYTHING)

    def _empty_door(self) -> Door:
        return Door(self._make_file)

    def _make_file(self) -> "ProjectFile":
        return _project_file().create(self._places.unnamed())


def _project_file() -> "type[ProjectFile]":
    from dateline.store.project_file import ProjectFile  # noqa: PLC0415 - SQLite must not keep the window from its paint

    return ProjectFile


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
