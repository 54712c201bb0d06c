"""How long the panels take with a text of fifty megabytes and with a hundred thousand events, in milliseconds.

    python tests/benchmarks/panels.py [EVENTS]

Each figure is the time until the panel has been painted, without a screen. Not a test: speed depends on the machine.
For how long the window stands still when very many events arrive, see `keeping.py`.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtWidgets import QApplication, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.card import EventCard
from dateline.gui.filterspanel import FiltersPanel
from dateline.gui.source.panel import SourcePanel
from dateline.gui.table import EventTable
from dateline.gui.tray import UndatedTray
from dateline.model.anchors import describe
from dateline.model.events import Event, Excerpt, ReviewState
from dateline.model.filters import Choice, EventFilter, Facet
from dateline.model.spans import Span
from dateline.session.session import Session
from dateline.session.slices import Slices
from panel_story import EVENTS, document, project_file
from panel_story import time as time_of

MEGABYTE = 1_000_000


def main() -> None:
    """Measure both, one after the other."""
    application = QApplication([])
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATELINE_DATA_DIR"] = folder
        looks = Appearance()
        looks.choose_animations(False)
        print("a text of 50 MB")
        measure_text(application, looks, Path(folder))
        print(f"{count:,} events")
        measure_events(application, looks, Path(folder), count)


def measure_text(application: QApplication, looks: Appearance, folder: Path) -> None:
    """One text of 50 MB with 3,000 events."""
    line = "The council and the union met on 8 March 2021 in the old customs house of the town, as was said before.\n"
    session, panel = opened(folder / "text", line * (50 * MEGABYTE // len(line)), 3_000, 16_000, looks)
    show(application, "open its first part", panel, lambda: panel.show_document(panel.document))
    for number in (10, 1500, 2999):
        show(application, f"select event {number}", panel, lambda: session.select((f"e{number}",)))  # noqa: B023
    show(application, "scroll", panel, lambda: panel.text.verticalScrollBar().setValue(400))
    panel.find_row.open_search("nowhere")
    show(application, "find what is not there", panel, lambda: panel.find_row.stepped.emit(1))
    session.close()


def measure_events(application: QApplication, looks: Appearance, folder: Path, count: int) -> None:
    """A text with one event a line."""
    line = "On 8 March 2021 the town met again, and nothing else.\n"
    session, source = opened(folder / "events", line * count, count, len(line), looks)
    table, filters, tray = EventTable(session, looks), FiltersPanel(session, looks), UndatedTray(session, looks)
    panels: list[QWidget] = [source, table, filters, tray, EventCard(session, looks)]
    for panel in panels:
        panel.resize(600, 500)
        panel.show()
    application.processEvents()
    hidden = EventFilter().with_choice(Facet.GROUP, Choice(hidden=frozenset({"meeting"})))
    show(application, "select one", table, lambda: session.select(("e500",)))
    show(application, "accept it", table, lambda: session.review(("e500",), ReviewState.ACCEPTED))
    show(application, "filter", table, lambda: session.set_filter(hidden))
    show(application, "select all", table, table.selectAll)
    show(application, "sort by title", table, lambda: table.rows.sort(1))
    show(application, "scroll to the end", table, table.scrollToBottom)
    session.close()


def is_busy() -> bool:
    """Whether a view still works in slices."""
    return any(slices.is_busy for widget in QApplication.topLevelWidgets() for slices in widget.findChildren(Slices))


def opened(folder: Path, text: str, count: int, every: int, looks: Appearance) -> tuple[Session, SourcePanel]:
    """A session with one text, and an event every so many characters."""
    source = document(text, "text.txt", "Text")
    events = []
    for number in range(count):
        at = text.index("8 March 2021", number * every)
        found = Excerpt(source.id, describe(text, max(0, at - 3), at + 12), Span(at, at + 12))
        events.append(event(number, found))
    session = Session(folder)
    session.open(project_file(folder / "project.dateline", (source,), events))
    while session.is_busy:
        QApplication.processEvents()
    panel = SourcePanel(session, looks)
    panel.resize(420, 640)
    panel.show()
    return session, panel


def event(number: int, found: Excerpt) -> Event:
    """One of the events of the story, with another place and time."""
    years = time_of(f"{1000 + number % 1000}") if number % 50 else None
    return replace(EVENTS[number % 5], id=f"e{number}", title=f"Event {number}", time=years, excerpts=(found,))


def show(application: QApplication, name: str, panel: QWidget, act: Callable[[], object]) -> None:
    """Do something, let Qt follow, paint, and print how long it took."""
    start = time.perf_counter()
    act()
    application.processEvents()
    while is_busy():
        application.processEvents()
    panel.grab()
    print(f"  {name:<24} {(time.perf_counter() - start) * 1000:8.0f}")


if __name__ == "__main__":
    main()
