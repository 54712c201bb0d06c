"""What a screen reader reads of the timeline."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.canvas.accessible import TimelineInterface
from dateline.gui.canvas.canvas import TimelineCanvas
from dateline.gui.canvas.content import Arrangement
from dateline.gui.canvas.memory import project_key, remember_view, remembered
from dateline.gui.preferences import preferences
from dateline.model.edtf import parse_edtf
from dateline.model.events import EventTime
from dateline.scene.lanes import LaneBy
from dateline.session.session import Session


@pytest.fixture
def canvas(qtbot: QtBot, qapp: QApplication) -> TimelineCanvas:
    session = Session()
    for title, edtf in (("First", "2001-05-04"), ("Second", "2010"), ("Third", "2019-01")):
        session.add_note_event(title, EventTime(*parse_edtf(edtf)))
    session.select(())
    appearance = Appearance(qapp)
    appearance.choose_animations(False)
    canvas = TimelineCanvas(session, appearance)
    qtbot.addWidget(canvas)
    canvas.resize(900, 500)
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


def interface_of(canvas: TimelineCanvas) -> TimelineInterface:
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert isinstance(interface, TimelineInterface)
    return interface


def names(interface: TimelineInterface) -> list[str]:
    return [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]


def test_the_events_in_view_are_a_list(canvas: TimelineCanvas) -> None:
    interface = interface_of(canvas)
    assert interface.role() is QAccessible.Role.List
    assert names(interface) == ["First, Fri 4 May 2001", "Second, 2010", "Third, January 2019"]
    assert interface.text(QAccessible.Text.Name) == "Timeline, 3 events in view"
    assert interface.child(7) is None


def test_what_is_selected_is_said(canvas: TimelineCanvas) -> None:
    canvas.session.select((canvas.session.events[1].id,))
    assert names(interface_of(canvas))[1] == "Second, 2010, selected"


def test_what_is_out_of_view_is_not_read(canvas: TimelineCanvas) -> None:
    time = canvas.session.events[1].time
    assert time is not None
    canvas.verbs.show_range(*time.interval.sort_key)
    assert names(interface_of(canvas)) == ["Second, 2010"]


def test_a_point_of_the_screen_leads_to_its_event(canvas: TimelineCanvas) -> None:
    interface = interface_of(canvas)
    for place in range(3):
        child = interface.child(place)
        middle = child.rect().center()
        assert interface.indexOfChild(interface.childAt(middle.x(), middle.y())) == place
        assert child.parent() is interface
        assert child.isValid()


def test_view_and_arrangement_are_remembered(canvas: TimelineCanvas, tmp_path: Path) -> None:
    canvas.session.save_as(tmp_path / "kept.dateline")
    canvas.rearrange(Arrangement(LaneBy.KIND, folding=False, show_open=True))
    canvas.verbs.show_range(1_000_000_000, 1_100_000_000)
    shown = canvas.scale.range_seconds
    remember_view(canvas)
    canvas.rearrange(Arrangement())
    canvas.verbs.fit_all()
    path = canvas.session.path
    assert path is not None
    canvas.session.new()
    assert canvas.session.open(path)
    assert canvas.sight.arrangement == Arrangement(LaneBy.KIND, folding=False, show_open=True)
    assert canvas.scale.range_seconds == shown


@pytest.mark.parametrize(
    "stored", ["no JSON", '{"lane_by": "shoe size"}', '{"view": [1, "x", 2]}', '{"view": [1, 2, -3]}', "[]"]
)
def test_what_cannot_be_understood_is_left_alone(canvas: TimelineCanvas, tmp_path: Path, stored: str) -> None:
    canvas.session.save_as(tmp_path / "kept.dateline")
    assert canvas.session.path is not None
    preferences().setValue(project_key(canvas.session.path), stored)
    assert remembered(canvas.session.path) is None
