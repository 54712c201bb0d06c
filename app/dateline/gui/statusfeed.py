"""Feeds the status bar: the session's numbers, the canvas' counts, work in the background. It owns no widget."""

from PySide6.QtCore import QObject

from dateline.gui.statusbar import StatusBar, Tally
from dateline.session.jobs import Job
from dateline.session.session import Session


class StatusFeed(QObject):
    """Keeps one status bar true."""

    def __init__(self, session: Session, bar: StatusBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._shown: list[Job] = []
        session.changed.connect(self._refresh)
        session.project_opened.connect(self._refresh)
        session.message.connect(bar.show_note)
        session.jobs.started.connect(self._started)
        session.jobs.progressed.connect(self._progressed)
        session.jobs.finished.connect(self._finished)
        bar.work.cancel.clicked.connect(self._cancel)
        self._refresh()

    def show_drawn(self, single: int, clustered: int, outside: int) -> None:
        """How the events on the timeline are drawn; with those that are not there, the sum is all."""
        counts = self._session.counts()
        undated = counts.total - counts.filtered - single - clustered - outside
        self._bar.show_counts(Tally(single, clustered, outside, counts.filtered, undated))

    def _refresh(self, _what: object = None) -> None:
        project = self._session.project
        if not project.document and not self._session.events:
            self._bar.clear()
            return
        expressions = sum(map(len, project.timexes.values()))
        self._bar.show_inventory(len(project.document), len(self._session.events), expressions)
        self._bar.show_saved(self._saved())

    def _saved(self) -> str:
        if self._session.path is None:
            return "Nothing to save yet"
        return "Saved" if self._session.is_named else "Saved (without a name yet)"

    def _started(self, job: Job) -> None:
        self._shown.append(job)
        self._show_work()

    def _progressed(self, job: Job) -> None:
        if job in self._shown:
            self._show_work()

    def _finished(self, job: Job) -> None:
        if job in self._shown:
            self._shown.remove(job)
        self._show_work()

    def _show_work(self) -> None:
        if not self._shown:
            self._bar.work.hide()
            return
        job = self._shown[-1]
        title = job.title if job.text in job.title else f"{job.title}: {job.text}"
        self._bar.work.show_progress(title, job.share or None)

    def _cancel(self) -> None:
        for job in tuple(self._shown):
            self._session.jobs.cancel(job)
