"""How long a project takes: to be written, opened, changed and counted, in milliseconds of processor time.

    python tests/benchmarks/keeping.py [EVENTS ...]

Not a test: speed depends on the machine. What stops the window is: one verb, its undo, the counts of all facets, and
the longest turn of its event loop while very many events arrive.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from dateline.gui.app import make_window
from dateline.model.anchors import Anchor
from dateline.model.corrections import Correction
from dateline.model.dates import Interval, Precision, instant
from dateline.model.documents import SourceDocument, document_id, text_hash
from dateline.model.events import Event, EventTime, Excerpt, Factuality, ReviewState, Step
from dateline.model.filters import WITHOUT_REJECTED, EventFilter, Facet
from dateline.model.group import Group
from dateline.model.shown import shown_events
from dateline.model.spans import Span
from dateline.model.timeline import Timeline
from dateline.model.timex import Timex3
from dateline.session.progress import CancelToken, Progress
from dateline.session.reading import Reading, Wanted, read
from dateline.session.session import Session
from dateline.store.project_file import ProjectFile

GROUPS = tuple(Group)
_QUIET_TURNS, _QUIET_SECONDS = 300, 0.02


class MadeUp:
    """A reader that finds as many events as it is told to."""

    def __init__(self, count: int) -> None:
        self.count = count

    def read_file(self, path: Path, cancelled: CancelToken) -> SourceDocument:
        """The file's text."""
        return self.read_text(path.read_text("utf-8"), path.name)

    def read_text(self, text: str, name: str) -> SourceDocument:
        """A document without lines."""
        digest = text_hash(text)
        return SourceDocument(document_id(digest), name, text, digest, ())

    def timeline(self, documents: Sequence[SourceDocument], progress: Progress, cancelled: CancelToken) -> Timeline:
        """Events of the usual size: one excerpt of 70 characters, three steps, an actor, a place."""
        return Timeline(tuple(documents), tuple(made_up(number, documents[0].id) for number in range(self.count)))

    def similar(
        self, before: Timex3, correction: Correction, timexes: Sequence[Timex3], same_text: bool
    ) -> Sequence[tuple[Timex3, Correction]]:
        """Nothing is corrected here."""
        return ()

    def know(self, analyses: Iterable[Timeline]) -> None:
        """It makes all up anew."""

    def identities(self, old: Sequence[Event], new: Sequence[Event]) -> Mapping[str, str]:
        """None is known."""
        return {}


def made_up(number: int, document: str) -> Event:
    """One event in some month since 1900."""
    start = instant(1900 + number % 120, 1 + number % 12, 1 + number % 28)
    at = number * 100
    anchor = Anchor(at, at + 70, f"{'x' * 40} event {number:8} and more", "p" * 32, "s" * 32)
    steps = tuple(
        Step(name, "A sentence says so.", document, Span(at, at + 4)) for name in ("phrase", "rule", "interval")
    )
    return Event(
        f"{number:016x}",
        f"Event number {number}",
        EventTime(Interval.within(start, start + 86_400), Precision.DAY),
        f"kind {number % 40}",
        GROUPS[number % 8],
        Factuality.HAPPENED,
        (Excerpt(document, anchor, Span(at + 3, at + 9)),),
        steps,
        (f"Actor {number % 300}",),
        (f"Place {number % 100}",),
    )


def timed(name: str, work: Callable[[], object]) -> None:
    """Print how long it takes."""
    begun = time.process_time()
    work()
    print(f"  {name:32} {1000 * (time.process_time() - begun):10.1f} ms")


def measure(count: int, folder: Path) -> None:
    """One project of so many events."""
    print(f"{count:,} events")
    session = Session(folder / "data", lambda: MadeUp(count))
    readings: list[Reading] = []

    def in_the_worker() -> None:
        wanted = Wanted(texts=(("text", f"{count} events"),))
        readings.append(read(session.project, wanted, MadeUp(count), lambda share, text="": None, lambda: False))

    timed("worker: read, make rows", in_the_worker)
    timed("window: take a reading over", lambda: session.readings.ready.emit(readings[0]))
    timed("first counts of all facets", lambda: [session.facet_counts(facet) for facet in Facet])
    timed("accept one event", lambda: session.review([session.events[5].id], ReviewState.ACCEPTED))
    timed("undo", session.undo)
    timed("counts of all facets", lambda: [session.facet_counts(facet) for facet in Facet])
    session.set_filter(EventFilter(words="event 77"))
    timed("filter by words", lambda: session.passing)
    timed("counts of all facets, filtered", lambda: [session.facet_counts(facet) for facet in Facet])
    session.set_filter(WITHOUT_REJECTED)
    timed("accept all", lambda: session.review([event.id for event in session.events], ReviewState.ACCEPTED))
    timed("undo", session.undo)
    session.save_as(folder / f"{count}")
    session.close()
    file = ProjectFile.open(folder / f"{count}.dateline")
    timed("open: load the project", file.load)
    project = file.load()
    timed("open: put its events together", lambda: shown_events(project))
    file.close()


def measure_window(application: QApplication, folder: Path, count: int) -> None:
    """For how long the window stands still while a text with so many events is read into it, and while the project is
    opened again: the longest of all turns of its event loop, and their sum.
    """
    (folder / "text.txt").write_text(f"{'x' * 99}\n" * count, "utf-8")
    session = Session(folder / f"window {count}", lambda: MadeUp(count))
    window = make_window(application, lambda: session)
    window.begin([])
    window.show()
    stretches(application, lambda: window.completion is not None and not session.is_busy)
    path = folder / f"window {count}.dateline"
    for name, act in (
        ("window: longest turn, reading", lambda: session.open_documents([folder / "text.txt"])),
        ("window: longest turn, opening", lambda: session.open(path)),
    ):
        act()
        found = stretches(application, lambda: not session.is_busy and len(session.events) == count)
        print(f"  {name:32} {1000 * max(found):10.1f} ms of {1000 * sum(found):.0f}")
        session.save_as(path)
        session.new()
    window.close()


def stretches(application: QApplication, is_done: Callable[[], bool]) -> list[float]:
    """Seconds of processor time of this thread in each turn of the event loop, until it is done and all is quiet."""
    found: list[float] = []
    while not is_done() or sum(found[-_QUIET_TURNS:]) > _QUIET_SECONDS or len(found) < _QUIET_TURNS:
        begun = time.thread_time()
        application.processEvents()
        found.append(time.thread_time() - begun)
        time.sleep(0.001)
    return found


def main() -> None:
    """Measure projects of the sizes given, else of 10,000 and 100,000 events."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(DATELINE_DATA_DIR=folder, XDG_CONFIG_HOME=folder)
        for count in map(int, sys.argv[1:] or ["10000", "100000"]):
            measure(count, Path(folder))
            measure_window(app, Path(folder), count)
    del app


if __name__ == "__main__":
    main()
