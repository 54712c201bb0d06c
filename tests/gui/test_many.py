"""Very many events at once: each view takes them in slices, and shows in the end what it would show if made anew."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.canvas.canvas import TimelineCanvas
from dateline.gui.filterspanel import FiltersPanel
from dateline.gui.overview import Overview
from dateline.gui.source.panel import SourcePanel
from dateline.gui.table import EventTable
from dateline.model.events import ReviewState
from dateline.model.filters import Facet
from dateline.session.changes import MANY_EVENTS
from dateline.session.session import Session
from year_reader import YearReader

COUNT = MANY_EVENTS + 200
TEXT = "\n".join(f"In {1000 + number % 900} event {'abcdefgh'[number % 8]} came." for number in range(COUNT))
MORE = "In 1950 another one came. In 1951 the last one came."


class Views:
    """All views that hold every event."""

    def __init__(self, session: Session, looks: Appearance, qtbot: QtBot) -> None:
        self.session = session
        self.canvas = TimelineCanvas(session, looks)
        self.table = EventTable(session, looks)
        self.filters = FiltersPanel(session, looks)
        self.source = SourcePanel(session, looks)
        self.overview = Overview(session, looks)
        self.overview.load()
        for view in (self.canvas, self.table, self.filters, self.source, self.overview):
            qtbot.addWidget(view)
            view.resize(500, 400)

    def told(self) -> tuple[object, ...]:
        """What they show, as far as it can be counted."""
        group = self.filters.sections[Facet.GROUP]
        return (
            self.canvas.sight.content.columns.ids,
            tuple(self.table.rows.at(row).id for row in range(self.table.rows.rowCount(QModelIndex()))),
            tuple((value, row.count.text()) for (_, value), row in group.rows.items()),
            self.source.header.place.text(),
            len(self.source._marks),
            len(self.overview._bounds),
        )


@pytest.fixture
def session(data_folder: Path, qtbot: QtBot) -> Iterator[Session]:
    session = Session(data_folder, YearReader)
    yield session
    session.close()


@pytest.fixture
def views(session: Session, appearance: Appearance, qtbot: QtBot) -> Views:
    return Views(session, appearance, qtbot)


@pytest.fixture
def agree(views: Views, appearance: Appearance, qtbot: QtBot) -> Callable[[], None]:
    """Waits until the views show what views that are made anew show."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not views.session.is_busy)
        fresh = Views(views.session, appearance, qtbot)
        qtbot.waitUntil(lambda: len(fresh.source._marks) >= COUNT and len(fresh.overview._bounds) > 0)
        qtbot.waitUntil(lambda: len(fresh.canvas.sight.content.events) == len(views.session.passing))
        expected = len(views.session.passing)
        qtbot.waitUntil(lambda: views.told() == fresh.told())
        assert len(views.canvas.sight.content.columns) == expected

    return wait


def test_a_large_reading_arrives_everywhere(views: Views, agree: Callable[[], None]) -> None:
    views.session.add_text(TEXT, "many.txt")
    agree()
    assert views.source.header.place.text() == f"{COUNT:,} dates in this text"
    views.session.undo()
    assert views.session.counts().total == 0


def test_a_change_in_between_is_not_lost(views: Views, agree: Callable[[], None], qtbot: QtBot) -> None:
    with qtbot.waitSignal(views.session.changed):
        views.session.add_text(TEXT, "many.txt")
    first = views.session.events[0].id
    views.session.review((first,), ReviewState.REJECTED)  # the views have hardly begun
    agree()
    assert first not in views.canvas.sight.content.columns.ids


def test_what_all_are_given_is_taken_over(views: Views, agree: Callable[[], None]) -> None:
    views.session.add_text(TEXT, "many.txt")
    agree()
    views.session.review([event.id for event in views.session.events[10:]], ReviewState.REJECTED)
    assert len(views.session.passing) == 10
    views.session.set_filter(replace(views.session.filter, choices=()))
    agree()
    views.session.add_text(MORE, "more.txt")
    agree()


def test_a_large_project_is_opened_as_it_was_looked_at(
    views: Views, agree: Callable[[], None], qtbot: QtBot, tmp_path: Path
) -> None:
    views.session.add_text(TEXT, "many.txt")
    agree()
    path = tmp_path / "many.dateline"
    assert views.session.save_as(path)
    views.canvas.verbs.show_range(*(-20_000_000_000, -19_000_000_000))
    shown = views.canvas.scale.range_seconds
    qtbot.wait(500)  # the view is kept when it has stood for a while
    views.session.new()
    assert views.session.open(path)
    agree()
    assert views.canvas.scale.range_seconds == shown


def test_of_a_large_project_all_is_in_view(views: Views, agree: Callable[[], None], tmp_path: Path) -> None:
    views.session.add_text(TEXT, "many.txt")
    agree()
    path = tmp_path / "many.dateline"
    assert views.session.save_as(path)
    views.session.new()
    copy = path.with_name("copy.dateline")  # nobody has looked at it yet
    copy.write_bytes(path.read_bytes())
    assert views.session.open(copy)
    agree()
    assert views.canvas.scene.counts.outside == 0
