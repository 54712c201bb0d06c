"""Dates that are dragged on the timeline: only when that was asked for, to whole calendar units, as one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.canvas.canvas import TimelineCanvas
from dateline.gui.canvas.gestures.dragdate import Part, dragged, grip_at
from dateline.gui.style import ApplicationStyle
from dateline.model.dates import DAY_SECONDS, Extent, Interval, Precision, instant
from dateline.model.edtf import parse_edtf
from dateline.model.events import EventTime
from dateline.session.session import Session

LEFT = Qt.MouseButton.LeftButton
A_DAY_IN_20_PX = DAY_SECONDS / 20


def time_of(edtf: str) -> EventTime:
    return EventTime(*parse_edtf(edtf))


@pytest.mark.parametrize(
    ("before", "part", "to", "after"),
    [
        ("2019-03-12", Part.ALL, instant(2019, 3, 20, 15), "2019-03-20"),
        ("2019-02-10/2019-04-02", Part.START, instant(2019, 2, 14, 9), "2019-02-14/2019-04-02"),
        ("2019-02-10/2019-04-02", Part.END, instant(2019, 3, 31, 23), "2019-02-10/2019-03-31"),
        ("2019-02/2019-04", Part.END, instant(2019, 5, 6), "2019-02-01/2019-05-06"),
        ("2019-02-10/2019-04-02", Part.START, instant(2019, 9, 1), "2019-04-02"),
        ("2019-02-10/2019-04-02", Part.END, instant(2018, 9, 1), "2019-02-10"),
        ("2019-02-10/..", Part.START, instant(2019, 6, 1), "2019-06-01/.."),
        ("[2019-02-10..2019-04-02]", Part.END, instant(2019, 3, 1), "[2019-02-10..2019-03-01]"),
    ],
)
def test_what_is_dragged_snaps_to_a_unit_and_the_other_end_stays(before: str, part: Part, to: int, after: str) -> None:
    assert dragged(time_of(before), part, to, A_DAY_IN_20_PX).interval.sort_key == time_of(after).interval.sort_key


def test_the_other_end_stays_as_soft_as_it_is_and_a_date_as_fine() -> None:
    soft = Interval(0, DAY_SECONDS, 50 * DAY_SECONDS, 90 * DAY_SECONDS, Extent.THROUGHOUT)
    time = EventTime(soft, Precision.DAY, zone="+02:00")

    later = dragged(time, Part.START, instant(1970, 2, 10), 20 * A_DAY_IN_20_PX)

    assert later.interval == Interval(
        31 * DAY_SECONDS, 31 * DAY_SECONDS, 50 * DAY_SECONDS, 90 * DAY_SECONDS, Extent.THROUGHOUT
    )
    assert (later.precision, later.zone) == (Precision.DAY, "+02:00")


@pytest.fixture
def canvas(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> TimelineCanvas:
    """A meeting of a day and talks of some weeks; dates may be dragged."""
    session, appearance = Session(tmp_path), Appearance(qapp)
    ApplicationStyle(qapp, appearance)
    appearance.choose_animations(False)
    for title, edtf in (("Meeting", "2019-03-12"), ("Talks", "2019-02-01/2019-04-09")):
        session.add_note_event(title, time_of(edtf))
    session.select(())
    canvas = TimelineCanvas(session, appearance)
    qtbot.addWidget(canvas)
    canvas.resize(1000, 400)
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.verbs.fit_all()
    canvas.sight._fit_soon.stop()
    canvas.edit_dates(True)
    return canvas


def titled(canvas: TimelineCanvas, title: str) -> EventTime:
    time = next(event.time for event in canvas.session.events if event.title == title)
    assert time is not None
    return time


def mark(canvas: TimelineCanvas, title: str, share: float) -> QPoint:
    """A point on a mark: 0 is its left end, 1 its right one."""
    id_ = next(event.id for event in canvas.session.events if event.title == title)
    rect = canvas.scene.mark_rect(id_)
    assert rect is not None
    return QPoint(round(rect[0] + rect[2] * share), round(rect[1] + rect[3] / 2))


def drag(canvas: TimelineCanvas, start: QPoint, by_px: int, *, drop: bool = True) -> None:
    end = start + QPoint(by_px, 0)
    QTest.mousePress(canvas, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(canvas, start + (end - start) * share)
    if drop:
        QTest.mouseRelease(canvas, LEFT, Qt.KeyboardModifier.NoModifier, end)


def test_an_end_is_dragged_and_the_view_stays(canvas: TimelineCanvas) -> None:
    before, steps = titled(canvas, "Talks"), canvas.session.undo_stack.count()
    right, view = mark(canvas, "Talks", 1.0), canvas.sight.viewport.view
    drag(canvas, right, -100)

    now = titled(canvas, "Talks")
    meant = canvas.scale.to_seconds(right.x() - 100)
    assert now.interval.earliest_start == before.interval.earliest_start
    assert now.interval.latest_end is not None
    assert 0 <= now.interval.latest_end - meant <= 31 * DAY_SECONDS
    assert (now.interval.latest_end - instant(2019)) % DAY_SECONDS == 0
    assert canvas.sight.viewport.view.seconds_per_px == view.seconds_per_px
    assert canvas.session.undo_stack.count() == steps + 1
    canvas.session.undo()
    assert titled(canvas, "Talks") == before


def test_a_point_is_dragged_to_another_day(canvas: TimelineCanvas) -> None:
    at = mark(canvas, "Meeting", 0.5)
    drag(canvas, at, 120)

    first, last = titled(canvas, "Meeting").interval.sort_key
    assert first <= canvas.scale.to_seconds(at.x() + 120) < last
    assert [event.title for event in canvas.session.events if event.id in canvas.session.selection.ids] == ["Meeting"]


def test_esc_leaves_it_where_it_was(canvas: TimelineCanvas) -> None:
    before, steps = titled(canvas, "Talks"), canvas.session.undo_stack.count()
    drag(canvas, mark(canvas, "Talks", 0.0), 90, drop=False)
    canvas.grab()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)

    assert (titled(canvas, "Talks"), canvas.session.undo_stack.count()) == (before, steps)


def test_without_the_switch_and_between_the_ends_a_drag_moves_the_view(canvas: TimelineCanvas) -> None:
    left, quarter = mark(canvas, "Talks", 0.0), mark(canvas, "Talks", 0.25)
    assert grip_at(canvas, QPointF(left)) is not None
    assert grip_at(canvas, QPointF(quarter)) is None
    canvas.edit_dates(False)
    before, began = titled(canvas, "Talks"), canvas.scale.to_seconds(left.x())
    drag(canvas, left, 90)

    assert titled(canvas, "Talks") == before
    assert abs(canvas.scale.to_seconds(left.x() + 90) - began) <= canvas.scale.view.seconds_per_px


def test_the_pointer_shows_what_can_be_dragged(canvas: TimelineCanvas) -> None:
    for share, shape in ((1.0, Qt.CursorShape.SizeHorCursor), (0.25, Qt.CursorShape.PointingHandCursor)):
        at = QPointF(mark(canvas, "Talks", share) - QPoint(round(share * 2), 0))
        nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), nothing, nothing, none)
        QApplication.sendEvent(canvas, move)  # the hand's own pointer reaches the window when the screen has time
        assert canvas.cursor().shape() is shape
