"""The queue of readings: one at a time, each for the project as it is when its turn comes, so that no result overwrites
another.

It runs jobs and hands on what they give; what is done with it is the session's business.
"""

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from dateline.model.project import Project
from dateline.model.shown import Shown
from dateline.session.jobs import Job, Jobs
from dateline.session.progress import CancelToken, Progress
from dateline.session.reading import Reader, Reading, Wanted, read

Value = TypeVar("Value")


class Readings(QObject):
    """Reads what is wanted, in the order in which it was asked for."""

    ready = Signal(object)  # Reading, for the project as it is now
    failed = Signal(object)  # UserError
    stopped = Signal()  # a person cancelled
    idle = Signal()  # nothing is being read any more

    def __init__(
        self,
        jobs: Jobs,
        project: Callable[[], Project],
        shown: Callable[[], Shown],
        make_reader: Callable[[], Reader],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._project = project
        self._shown = shown
        self._make_reader = make_reader
        self._reader = make_reader()
        self._waiting: deque[tuple[str, Wanted]] = deque()
        self._job: Job | None = None
        jobs.finished.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read."""
        return self._job is not None

    def add(self, title: str, wanted: Wanted) -> None:
        """Read this as soon as what was asked for before is done; the title is for the status bar."""
        self._waiting.append((title, wanted))
        self._start()

    def drop(self) -> None:
        """Forget what is being read and what waits: another project takes the place of the one it was for."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._reader = self._make_reader()  # the old one may still be busy in its thread

    def _start(self) -> None:
        if self._job is not None or not self._waiting:
            return
        title, wanted = self._waiting[0]
        project, shown = (Project(), Shown()) if wanted.fresh else (self._project(), self._shown())
        reader = self._reader

        def work(progress: Progress, cancelled: CancelToken) -> Reading:
            return read(project, wanted, reader, progress, cancelled, shown)

        job = self._job = self._jobs.run(
            title,
            work,
            done=lambda reading: self._end(job, lambda: self._deliver(reading)),
            failed=lambda error: self._end(job, lambda: self._finish(self.failed.emit, error)),
            stopped=lambda: self._end(job, lambda: self._finish(lambda _: self.stopped.emit(), None)),
        )

    def _end(self, job: Job, then: Callable[[], None]) -> None:
        if job is self._job:  # else it was dropped
            self._job = None
            then()

    def _go_on(self, job: Job) -> None:
        """A job that ended in none of its three ways met a bug, which has been told; what waits must not wait for
        ever.
        """
        if job is self._job:
            self._job = None
            self._finish(lambda _: None, None)

    def _deliver(self, reading: Reading) -> None:
        """Hand over a result, or read again where the project has moved on below it (an undo in the meantime)."""
        now, base = self._project(), reading.base
        same = now.document is base.document and now.reading is base.reading and now.own_event is base.own_event
        if same or reading.wanted.fresh:
            self._finish(self.ready.emit, reading)
        else:
            self._start()

    def _finish(self, tell: Callable[[Value], object], value: Value) -> None:
        if self._waiting:
            self._waiting.popleft()
        tell(value)
        self._start()
        if self._job is None:
            self.idle.emit()
