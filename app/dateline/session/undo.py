"""The door through which a project changes, and the steps of the undo stack that go through it.

A change happens to the value and to its file together or not at all. What it must not know: which verbs there are, and
who looks.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QUndoCommand

from dateline.errors import UserError
from dateline.model.project import Change, Decision, Project, Put, Table
from dateline.session.outcome import Outcome
from dateline.session.own_events import LAST_OWN_ID
from dateline.store.records import NOTHING_READY, Ready

if TYPE_CHECKING:  # SQLite is not imported before the window is painted
    from dateline.store.project_file import ProjectFile


class Door:
    """The open project: its value, and its file, which is made when the first change comes."""

    def __init__(
        self, make_file: "Callable[[], ProjectFile]", file: "ProjectFile | None" = None, project: Project | None = None
    ) -> None:
        """`project` is what the file holds, where it was loaded."""
        self.project = project or Project()
        self.file = file
        self._make_file = make_file

    def apply(self, change: Change, ready: Ready = NOTHING_READY) -> Change:
        """Let a change happen, and give the one that takes it back. Where the file refuses (UserError) nothing has
        happened. `ready` are rows that were made ahead.
        """
        after, inverse = self.project.applied(change)
        self._open_file().apply(change, ready)
        self.project = after
        return inverse

    def applying(self, outcome: Outcome, line: Change, ready: Ready) -> Iterator[None]:
        """As `apply`, in steps, for a change whose outcome was worked out ahead and `line`, which logs it."""
        change = outcome.change
        yield from self._open_file().applying(replace(change, puts=(*change.puts, *line.puts)), ready)
        self.project = outcome.project(self.project).applied(line)[0]

    def _open_file(self) -> "ProjectFile":
        if self.file is None:
            self.file = self._make_file()
        return self.file


class UndoStep(QUndoCommand):
    """One change that has happened and can be taken back. It is put on the stack after it has happened."""

    def __init__(
        self,
        door: Door,
        change: Change,
        inverse: Change,
        told: Callable[[Change], None],
        failed: Callable[[UserError], None],
    ) -> None:
        super().__init__(change.label)
        self._door = door
        self._change = change
        self._inverse = inverse
        self._told = told
        self._failed = failed
        self._happened = True

    def go(self, forward: bool) -> bool:
        """Do it again, or take it back; False where the file refused, which the person has then been told."""
        if self._happened is forward:
            return True
        change = without_counter(self._change) if forward else inverse_for_undo(self._change, self._inverse)
        try:
            self._door.apply(change)
        except UserError as error:
            self._failed(error)
            return False
        self._happened = forward
        self._told(change)
        return True

    def redo(self) -> None:
        """Called by the stack, also when the step is put on it, when all is done already."""
        if not self.go(True):
            self.setObsolete(True)  # the stack drops it: it must not hold a step that did not happen

    def undo(self) -> None:
        """Called by the stack."""
        if not self.go(False):
            self.setObsolete(True)


def inverse_for_undo(change: Change, inverse: Change) -> Change:
    """The inverse as undo wants it: the log keeps its lines and marks them as undone, and ids stay used up."""
    lines = {put.key: put.value for put in change.puts if put.table is Table.DECISION}
    puts = []
    for put in inverse.puts:
        line = lines.get(put.key) if put.table is Table.DECISION else None
        if isinstance(line, Decision):
            puts.append(Put(Table.DECISION, put.key, replace(line, undone=True)))
        else:
            puts.append(put)
    return without_counter(Change(inverse.label, tuple(puts)))


def without_counter(change: Change) -> Change:
    """A change as undo and redo want it: the counter of ids goes on by itself, forwards only."""
    return replace(change, puts=tuple(put for put in change.puts if (put.table, put.key) != _COUNTER))


_COUNTER: Final = (Table.SETTING, LAST_OWN_ID)


def logged(change: Change, project: Project, at_utc_seconds: int) -> Change:
    """The change with its line in the log of decisions; what is no decision on events or documents gets none."""
    line = log_line(change, project, at_utc_seconds).puts
    return replace(change, puts=(*change.puts, *line)) if line else change


def log_line(change: Change, project: Project, at_utc_seconds: int) -> Change:
    """What puts the line of a change into the log of decisions; nothing where it gets none."""
    events = tuple(put.key for put in change.puts if put.table in (Table.OVERRIDE, Table.OWN_EVENT))
    documents = tuple(put.key for put in change.puts if put.table is Table.DOCUMENT)
    if not events and not documents:
        return Change(change.label, ())
    number = 1 + max(map(int, project.decision), default=0)
    line = Decision(at_utc_seconds, change.label[:1].upper() + change.label[1:], events, documents)
    return Change(change.label, (Put(Table.DECISION, str(number), line),))
