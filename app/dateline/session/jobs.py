"""Work in the background: the only place with threads.

A worker runs a pure function with a progress callable and a cancel token, and returns a value. No widget and no
connection to a file crosses the border; the value comes back in the thread of the window. Jobs know nothing of
projects.
"""

import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dateline.errors import Cancelled, UserError
from dateline.session.progress import CancelToken, Progress

SHOWN_AFTER_MS: Final = 100  # what is quicker than this needs no place in the status bar
_PROGRESS_EVERY_SECONDS: Final = 0.05
_PATIENCE_SECONDS: Final = 5.0  # for a job to notice that it was cancelled, when the window closes

Result = TypeVar("Result")


Work = Callable[[Progress, CancelToken], Result]


class _Ends(NamedTuple):
    """What is called in the end: one of the first three, and with a result that comes too late the fourth."""

    done: Callable[[Any], object]
    failed: Callable[[UserError], object]
    stopped: Callable[[], object]
    dropped: Callable[[Any], object]


def _ignored(*_: object) -> None:
    """Nobody wants to know."""


class Job:
    """One piece of work: its title for the status bar, how far it is, and whether it was cancelled."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.share = 0.0
        self.text = ""
        self._cancelled = threading.Event()
        self.told_at_seconds = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether a person has stopped it."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask it to stop. Its result, should there be one, is dropped."""
        self._cancelled.set()


class Jobs(QObject):
    """Runs jobs, each in a thread of its own, and brings their results back."""

    started = Signal(object)  # Job, once it has lasted long enough to be shown
    progressed = Signal(object)  # Job
    finished = Signal(object)  # Job, however it ended
    _returned = Signal(object)  # a call, to be made in the thread of the window

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: dict[Job, threading.Thread] = {}
        self._returned.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs that have not ended, oldest first."""
        return tuple(self._threads)

    def run(
        self,
        title: str,
        function: Work[Result],
        done: Callable[[Result], object],
        failed: Callable[[UserError], object] = _ignored,
        stopped: Callable[[], object] = _ignored,
        dropped: Callable[[Result], object] = _ignored,
    ) -> Job:
        """Start a job. Of `done`, `failed` and `stopped` one is called in the end, in the thread of the window; where
        it was stopped and has a result all the same, so is `dropped`, which lets go of what the result holds.

        An exception that is no UserError is a bug: it is raised again in the thread of the window, where the global
        hook waits.
        """
        job = Job(title)
        ends = _Ends(done, failed, stopped, dropped)
        thread = threading.Thread(target=self._work, args=(job, function, ends), name=f"job: {title}", daemon=True)
        self._threads[job] = thread
        QTimer.singleShot(SHOWN_AFTER_MS, self, lambda: self._show(job))
        thread.start()
        return job

    def cancel(self, job: Job) -> None:
        """Ask a job to stop."""
        job.cancel()

    def close(self) -> None:
        """Stop all jobs; none of their results arrives any more."""
        threads = list(self._threads.values())
        for job in self._threads:
            job.cancel()
        self._threads.clear()
        for thread in threads:
            thread.join(_PATIENCE_SECONDS)

    def _work(self, job: Job, function: Work[Any], ends: _Ends) -> None:
        """In the worker: run the function, and hand over what is to be called in the thread of the window."""

        def progress(share: float, text: str = "") -> None:
            self._tell(job, share, text)

        try:
            result = function(progress, lambda: job.cancelled)
        except Cancelled:
            job.cancel()
            self._return(job, ends, ends.stopped)
        except UserError as error:
            self._return(job, ends, partial(ends.failed, error))
        except Exception as error:
            self._return(job, ends, partial(_raise, error))
        else:
            self._return(job, ends, partial(ends.done, result), partial(ends.dropped, result))

    def _return(
        self, job: Job, ends: _Ends, call: Callable[[], object], drop: Callable[[], object] = _ignored
    ) -> None:
        def end() -> None:
            is_known = self._threads.pop(job, None) is not None
            if job.cancelled or not is_known:
                drop()
            if is_known:
                try:
                    (ends.stopped if job.cancelled else call)()
                finally:
                    self.finished.emit(job)

        self._returned.emit(end)

    def _call(self, call: Callable[[], object]) -> None:
        call()

    def _tell(self, job: Job, share: float, text: str) -> None:
        job.share, job.text = share, text or job.text
        now = time.monotonic()
        if now - job.told_at_seconds >= _PROGRESS_EVERY_SECONDS:
            job.told_at_seconds = now
            self._returned.emit(lambda: self._show_progress(job))

    def _show_progress(self, job: Job) -> None:
        if job in self._threads:
            self.progressed.emit(job)

    def _show(self, job: Job) -> None:
        if job in self._threads:
            self.started.emit(job)


def _raise(error: Exception) -> None:
    raise error
