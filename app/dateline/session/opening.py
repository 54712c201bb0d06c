"""Opening a project: its file, what it holds, and the events that it shows. A large one is opened in a worker, with
progress and a way to stop; the connection to its file is then handed over to the window, which uses it alone.

It knows files and values, not who looks at them.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.model.shown import Shown
from dateline.session.announcements import Announcements
from dateline.session.jobs import Job, Jobs
from dateline.session.outcome import ShownAhead, ahead_of
from dateline.session.progress import CancelToken, Progress

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.model.project import Project
    from dateline.store.project_file import ProjectFile

IN_A_WORKER_FROM_BYTES: Final = 1_000_000  # some 50 ms


def is_large(path: "Path") -> bool:
    """Whether a project takes so long to open that it is done in a worker; one that is not there does not."""
    return path.is_file() and path.stat().st_size >= IN_A_WORKER_FROM_BYTES


class Opened(NamedTuple):
    """An open file, what it holds, and the events that are shown, where they were put together ahead."""

    file: "ProjectFile"
    project: "Project"
    ahead: ShownAhead | None = None


def opened(path: "Path") -> Opened:
    """Open a project at once. Raises ProjectError where it cannot be."""
    file = project_file().open(path)
    try:
        return Opened(file, file.load())
    except BaseException:
        file.close()
        raise


def opened_in_a_worker(path: "Path", progress: Progress, cancelled: CancelToken) -> Opened:
    """The same with all that the window would otherwise have to work out. Raises Cancelled and ProjectError."""
    file = project_file().open(path)
    try:
        project = file.load(progress, cancelled)
        shown, difference = Shown().after(project, (*project.reading, *project.own_event))
        return Opened(file, project, ahead_of(Shown(), shown, difference))
    except BaseException:
        file.close()
        raise


class Opener:
    """Opens large projects in the background, one at a time."""

    def __init__(self, jobs: Jobs, announcements: Announcements) -> None:
        self._jobs, self._announcements = jobs, announcements
        self._job: Job | None = None

    def open(self, path: "Path", done: Callable[[Opened], None]) -> None:
        """Open this one, and no other that was asked for before; what happens then is `done` in the window."""
        self.stop()

        def end(opened: Opened) -> None:
            self._job = None
            done(opened)

        def stopped() -> None:
            if self._job is job:  # and no other was asked for instead
                self._announcements.message.emit("Stopped. Nothing was changed.")

        job = self._job = self._jobs.run(
            f"Opening {path.name}",
            partial(opened_in_a_worker, path),
            done=end,
            failed=self._announcements.failed.emit,
            stopped=stopped,
            dropped=lambda opened: opened.file.close(),
        )

    def stop(self) -> None:
        """Something else is opened instead."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()


def project_file() -> "type[ProjectFile]":
    """What opens project files, loaded by the first call."""
    from dateline.store.project_file import ProjectFile  # noqa: PLC0415 - SQLite must not keep the window from its paint

    return ProjectFile
