"""The timeline under a pointer: what each gesture does to view, selection and arrangement, and that nothing else
changes.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGestureEvent, QMenu, QPinchGesture
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.canvas.canvas import TimelineCanvas
from dateline.gui.canvas.content import Arrangement
from dateline.gui.style import ApplicationStyle
from dateline.model.dates import DAY_SECONDS, Interval, Precision, day_number
from dateline.model.edtf import parse_edtf
from dateline.model.events import EventTime, ReviewState
from dateline.model.group import Group
from dateline.scene.lanes import LaneBy
from dateline.scene.scale import View
from dateline.session.session import Session

NO = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton

TIMES = (
    ("Office opened", "2009"),
    ("Report", "2019-01-05"),
    ("Meeting", "2019-03-12"),
    ("Talks", "2019-02/2019-04"),
    ("Second meeting", "2019-05-20"),
    ("First of two", "2019-06-01T10:00"),
    ("Second of two", "2019-06-01T10:00"),
    ("Third of two", "2019-06-01T10:00"),
)


def time_of(edtf: str) -> EventTime:
    interval, precision, certainty = parse_edtf(edtf)
    return EventTime(interval, precision, certainty)


@pytest.fixture
def canvas(qtbot: QtBot, qapp: QApplication) -> TimelineCanvas:
    """A timeline of notes, in lanes by group, without animation."""
    session = Session()
    appearance = Appearance(qapp)
    ApplicationStyle(qapp, appearance)
    appearance.choose_animations(False)
    for title, edtf in TIMES:
        session.add_note_event(title, time_of(edtf))
    session.edit(session.events[0].id, group=Group.INSTITUTION)
    session.select(())
    canvas = TimelineCanvas(session, appearance)
    qtbot.addWidget(canvas)
    canvas.resize(1000, 560)
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.verbs.fit_all()
    canvas.sight._fit_soon.stop()
    return canvas


def id_of(canvas: TimelineCanvas, title: str) -> str:
    return next(event.id for event in canvas.session.events if event.title == title)


def point_of(canvas: TimelineCanvas, title: str) -> QPoint:
    rect = canvas.scene.mark_rect(id_of(canvas, title))
    assert rect is not None
    return QPoint(round(rect[0] + rect[2] / 2), round(rect[1] + rect[3] / 2))


def empty_point(canvas: TimelineCanvas) -> QPoint:
    """A point of the lanes with nothing under it and around it."""
    for y in range(round(canvas.scene.metrics.axis) + 30, canvas.height() - 60, 7):
        for x in range(300, canvas.width() - 200, 13):
            around = [QPointF(x + dx, y + dy) for dx in (-8, 0, 8) for dy in (-8, 0, 8)]
            if all(canvas.sight.hit(at).kind == "nothing" for at in around):
                return QPoint(x, y)
    raise AssertionError("no empty point")


def wheel(
    canvas: TimelineCanvas, at: QPoint, angle: QPoint, modifiers: Qt.KeyboardModifier = NO, pixels: QPoint | None = None
) -> None:
    phase = Qt.ScrollPhase.NoScrollPhase if pixels is None else Qt.ScrollPhase.ScrollUpdate
    position = QPointF(at)
    event = QWheelEvent(
        position,
        canvas.mapToGlobal(position),
        pixels or QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        modifiers,
        phase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def drag(
    canvas: TimelineCanvas,
    qtbot: QtBot,
    start: QPoint,
    end: QPoint,
    modifiers: Qt.KeyboardModifier = NO,
    *,
    drop: bool = True,
) -> None:
    QTest.mousePress(canvas, LEFT, modifiers, start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(canvas, start + (end - start) * share)
    if drop:
        QTest.mouseRelease(canvas, LEFT, modifiers, end)


def selected(canvas: TimelineCanvas) -> tuple[str, ...]:
    return canvas.session.selection.ids


def seconds_per_px(canvas: TimelineCanvas) -> float:
    return canvas.scale.view.seconds_per_px


# --- zoom ---------------------------------------------------------------------------------------------------------


def test_the_wheel_zooms_at_the_pointer(canvas: TimelineCanvas) -> None:
    at = point_of(canvas, "Meeting")
    before, scale = canvas.scale.to_seconds(at.x()), seconds_per_px(canvas)
    wheel(canvas, at, QPoint(0, 120))
    assert seconds_per_px(canvas) < scale
    assert abs(canvas.scale.to_seconds(at.x()) - before) <= scale


def test_ctrl_does_not_change_what_the_wheel_does(canvas: TimelineCanvas) -> None:
    at, scale = point_of(canvas, "Meeting"), seconds_per_px(canvas)
    wheel(canvas, at, QPoint(0, 120), CONTROL)
    once = seconds_per_px(canvas)
    canvas.verbs.fit_all()
    wheel(canvas, at, QPoint(0, 120))
    assert seconds_per_px(canvas) == pytest.approx(once)
    assert once < scale


def test_many_small_steps_zoom_as_far_as_one_large_one(canvas: TimelineCanvas) -> None:
    at = point_of(canvas, "Meeting")
    wheel(canvas, at, QPoint(0, 120))
    once = seconds_per_px(canvas)
    canvas.verbs.fit_all()
    for _ in range(15):
        wheel(canvas, at, QPoint(0, 8))
    assert seconds_per_px(canvas) == pytest.approx(once, rel=1e-6)


def test_pixels_of_a_trackpad_zoom_evenly(canvas: TimelineCanvas) -> None:
    at, scale = point_of(canvas, "Meeting"), seconds_per_px(canvas)
    wheel(canvas, at, QPoint(0, 120), pixels=QPoint(0, 2))
    assert scale > seconds_per_px(canvas) > scale * 0.98, "two pixels are no leap, whatever the angle says"


def native(canvas: TimelineCanvas, kind: Qt.NativeGestureType, value: float, at: QPointF) -> None:
    """One event of a trackpad's gesture, as the platform sends it."""
    device = QPointingDevice.primaryPointingDevice()
    everywhere = canvas.mapToGlobal(at)
    event = QNativeGestureEvent(kind, device, 2, at, at, everywhere, value, QPointF())
    QApplication.sendEvent(canvas, event)


def test_two_fingers_on_a_trackpad_zoom_where_they_are(canvas: TimelineCanvas) -> None:
    at = QPointF(canvas.width() * 0.7, canvas.height() / 2)
    before, there = canvas.scale.view.seconds_per_px, canvas.scale.to_seconds(at.x())

    native(canvas, Qt.NativeGestureType.BeginNativeGesture, 0.0, at)
    for _ in range(10):
        native(canvas, Qt.NativeGestureType.ZoomNativeGesture, 0.05, at)
    native(canvas, Qt.NativeGestureType.EndNativeGesture, 0.0, at)

    assert canvas.scale.view.seconds_per_px == pytest.approx(before / 1.05**10)
    assert canvas.scale.px(there) == pytest.approx(at.x(), abs=1.0)
    canvas.verbs.back()
    assert canvas.scale.view.seconds_per_px == pytest.approx(before)


def test_two_fingers_on_a_screen_zoom_as_far_as_they_part(canvas: TimelineCanvas) -> None:
    at = QPoint(canvas.width() // 2, canvas.height() // 2)
    before, there = canvas.scale.view.seconds_per_px, canvas.scale.to_seconds(at.x())

    for factor in (1.5, 1.2, 1 / 1.1):
        pinch = QPinchGesture()
        pinch.setScaleFactor(factor)
        pinch.setCenterPoint(QPointF(canvas.mapToGlobal(at)))
        QApplication.sendEvent(canvas, QGestureEvent([pinch]))

    assert canvas.scale.view.seconds_per_px == pytest.approx(before / (1.5 * 1.2 / 1.1))
    assert canvas.scale.px(there) == pytest.approx(at.x(), abs=1.0)


def test_in_and_out_again_comes_back(canvas: TimelineCanvas) -> None:
    at, view = point_of(canvas, "Meeting"), canvas.scale.view
    before = canvas.scale.to_seconds(0)
    for angle in (120, 120, -120, -120):
        wheel(canvas, at, QPoint(0, angle))
    assert seconds_per_px(canvas) == pytest.approx(view.seconds_per_px)
    assert abs(canvas.scale.to_seconds(0) - before) <= 3 * view.seconds_per_px


def test_shift_and_sideways_pan_by_as_much(canvas: TimelineCanvas) -> None:
    at, scale = empty_point(canvas), seconds_per_px(canvas)
    left = canvas.scale.px(canvas.scale.range_seconds[0])
    wheel(canvas, at, QPoint(0, -120), SHIFT)
    shifted = canvas.scale.view
    canvas.verbs.fit_all()
    wheel(canvas, at, QPoint(-120, 0))
    assert canvas.scale.view == shifted
    assert seconds_per_px(canvas) == scale
    assert canvas.scale.px(canvas.sight.content.columns.place[0]) != left


def test_the_buttons_verbs_zoom_and_fit(canvas: TimelineCanvas) -> None:
    scale = seconds_per_px(canvas)
    canvas.verbs.zoom_in()
    assert seconds_per_px(canvas) < scale
    assert not canvas.sight.fitted
    canvas.verbs.fit_all()
    assert seconds_per_px(canvas) == pytest.approx(scale)
    assert canvas.sight.fitted


def test_a_short_step_back_is_one_view_and_a_pause_begins_another(canvas: TimelineCanvas) -> None:
    at, view = point_of(canvas, "Meeting"), canvas.scale.view
    for _ in range(5):
        wheel(canvas, at, QPoint(0, 120))
    canvas.verbs.back()
    assert canvas.scale.view == view


# --- drag ---------------------------------------------------------------------------------------------------------


def test_a_drag_pans_and_keeps_the_time_under_the_pointer(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    wheel(canvas, point_of(canvas, "Meeting"), QPoint(0, 480))
    start = empty_point(canvas)
    under, scale = canvas.scale.to_seconds(start.x()), seconds_per_px(canvas)
    QTest.mousePress(canvas, LEFT, NO, start)
    QTest.mouseMove(canvas, start + QPoint(60, 0))
    assert canvas.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseMove(canvas, start + QPoint(120, 0))
    QTest.mouseRelease(canvas, LEFT, NO, start + QPoint(120, 0))
    assert abs(canvas.scale.to_seconds(start.x() + 120) - under) <= scale
    assert canvas.cursor().shape() is not Qt.CursorShape.ClosedHandCursor


def test_a_drag_changes_no_event(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    events, steps = canvas.session.events, canvas.session.undo_stack.count()
    at = point_of(canvas, "Meeting")
    drag(canvas, qtbot, at, at + QPoint(200, 40))
    assert canvas.session.events == events
    assert canvas.session.undo_stack.count() == steps


def test_escape_gives_a_drag_up(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    start, view = empty_point(canvas), canvas.scale.view
    drag(canvas, qtbot, start, start + QPoint(150, 0), drop=False)
    assert canvas.scale.view != view
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.scale.view == view
    QTest.mouseRelease(canvas, LEFT, NO, start + QPoint(150, 0))
    assert canvas.scale.view == view


def test_shift_drag_zooms_to_the_range(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.verbs.show_range(*days("2019-01-01", "2019-07-01"))
    start = empty_point(canvas)
    end = start + QPoint(180, 30)
    first, last = canvas.scale.to_seconds(start.x()), canvas.scale.to_seconds(end.x())
    scale = seconds_per_px(canvas)
    drag(canvas, qtbot, start, end, SHIFT)
    assert canvas.scale.range_seconds == pytest.approx((first, last), abs=2 * scale)


def test_ctrl_shift_drag_selects_what_is_in_the_range(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.verbs.show_range(*days("2019-01-01", "2019-07-01"))
    y = empty_point(canvas).y()
    left = QPoint(round(canvas.scale.px(days("2019-03-10", "2019-03-11")[0])), y)
    right = QPoint(round(canvas.scale.px(days("2019-05-25", "2019-05-26")[0])), y)
    drag(canvas, qtbot, left, right, SHIFT | CONTROL)
    titles = [canvas.session.event(id_).title for id_ in canvas.session.selection.ids]  # type: ignore[union-attr]
    assert titles == ["Talks", "Meeting", "Second meeting"]


def days(first: str, last: str) -> tuple[int, int]:
    ends = [day_number(*map(int, day.split("-"))) * DAY_SECONDS for day in (first, last)]
    return ends[0], ends[1]


# --- click --------------------------------------------------------------------------------------------------------


def test_a_click_selects_and_ctrl_adds_and_takes_away(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    QTest.mouseClick(canvas, LEFT, NO, point_of(canvas, "Meeting"))
    assert selected(canvas) == (id_of(canvas, "Meeting"),)
    QTest.mouseClick(canvas, LEFT, CONTROL, point_of(canvas, "Report"))
    assert selected(canvas) == (id_of(canvas, "Meeting"), id_of(canvas, "Report"))
    QTest.mouseClick(canvas, LEFT, CONTROL, point_of(canvas, "Meeting"))
    assert selected(canvas) == (id_of(canvas, "Report"),)


def test_a_click_moves_nothing(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    view = canvas.scale.view
    QTest.mouseClick(canvas, LEFT, NO, point_of(canvas, "Meeting"))
    assert canvas.scale.view == view


def test_a_double_click_on_an_event_zooms_to_it(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    scale, at = seconds_per_px(canvas), point_of(canvas, "Meeting")
    QTest.mouseDClick(canvas, LEFT, NO, at)
    assert seconds_per_px(canvas) < scale / 2
    assert abs(point_of(canvas, "Meeting").x() - canvas.width() / 2) < 30


def test_a_double_click_on_empty_space_does_nothing(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    at, view, events = empty_point(canvas), canvas.scale.view, canvas.session.events
    QTest.mouseClick(canvas, LEFT, NO, at)
    QTest.mouseDClick(canvas, LEFT, NO, at)
    assert canvas.scale.view == view
    assert canvas.session.events == events


def test_a_click_on_a_fold_unfolds_it(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    folds = canvas.sight.content.folds
    assert folds, "ten years without an event are folded"
    band = canvas.scene.folds[0]
    with qtbot.waitSignal(canvas.arranged):
        QTest.mouseClick(canvas, LEFT, NO, QPoint(round((band.left + band.right) / 2), canvas.height() - 30))
    assert band.fold not in canvas.sight.content.folds


def test_a_range_that_begins_or_ends_in_a_fold_is_shown(canvas: TimelineCanvas) -> None:
    fold = canvas.sight.content.folds[0]
    middle = fold.start + fold.seconds // 2
    for start, end in ((middle, fold.end + 10**6), (fold.start - 10**6, middle), (middle, middle + 10**5)):
        canvas.verbs.show_range(start, end, margin_px=0.0)
        first, last = canvas.scale.range_seconds
        assert first < last
        assert first < end
        assert last > start
    assert fold not in canvas.sight.content.folds, "who wants to see what it hides wants it open"


def test_going_back_to_a_view_of_other_folds_shows_time_in_order(canvas: TimelineCanvas) -> None:
    fold = canvas.sight.content.folds[0]
    canvas.verbs.unfold(fold)
    canvas.verbs.show_range(fold.start + fold.seconds // 3, fold.start + fold.seconds // 2)
    canvas.rearrange(Arrangement())
    first, last = canvas.scale.range_seconds
    assert first < last
    canvas.verbs.fit_all()
    canvas.verbs.back()
    first, last = canvas.scale.range_seconds
    assert first < last


def test_a_click_on_a_lanes_name_collapses_it_and_opens_it(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    band = canvas.scene.lanes[0]
    at = QPoint(20, round(band.top + 6))
    QTest.mouseClick(canvas, LEFT, NO, at)
    assert canvas.scene.lanes[0].collapsed
    QTest.mouseClick(canvas, LEFT, NO, QPoint(20, round(canvas.scene.lanes[0].top + 6)))
    assert not canvas.scene.lanes[0].collapsed


def test_a_lane_is_dragged_by_its_name(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    first, second = canvas.scene.lanes[:2]
    drag(canvas, qtbot, QPoint(20, round(first.top + 6)), QPoint(30, round(second.bottom)))
    assert [band.key for band in canvas.scene.lanes] == [second.key, first.key]


def test_a_cluster_opens_or_lists_its_events(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    three = {id_of(canvas, title) for title in ("First of two", "Second of two", "Third of two")}
    canvas._clicks._open(tuple(three), QPointF(100, 100))
    menu = canvas.findChild(QMenu, "cluster-menu")
    assert menu is not None, "no zoom parts events of the same minute"
    assert {action.text().split("\t")[0] for action in menu.actions()} == {
        "First of two",
        "Second of two",
        "Third of two",
    }
    menu.actions()[0].trigger()
    assert set(canvas.session.selection.ids) <= three
    menu.close()
    scale = seconds_per_px(canvas)
    canvas._clicks._open((id_of(canvas, "Meeting"), id_of(canvas, "Report")), QPointF(100, 100))
    assert seconds_per_px(canvas) < scale


def test_the_right_button_asks_for_the_menu_of_what_is_there(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    at = point_of(canvas, "Meeting")
    with qtbot.waitSignal(canvas.menu_asked) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.mapToGlobal(at))
        QGuiApplication.sendEvent(canvas, event)
    assert asked.args is not None
    assert asked.args[1] == (id_of(canvas, "Meeting"),)


# --- keys ---------------------------------------------------------------------------------------------------------


def test_arrows_go_from_event_to_event_and_reveal_them(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.verbs.show_range(*days("2019-05-01", "2019-06-10"))
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert selected(canvas) == (id_of(canvas, "Office opened"),)
    assert id_of(canvas, "Office opened") in canvas.scene.visible_ids()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert selected(canvas) == (id_of(canvas, "Report"),)
    assert id_of(canvas, "Report") in canvas.scene.visible_ids()
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert selected(canvas) == (id_of(canvas, "Office opened"),)


def test_f_fits_the_selection_and_then_everything(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    everything = seconds_per_px(canvas)
    canvas.session.select((id_of(canvas, "Talks"),))
    QTest.keyClick(canvas, Qt.Key.Key_F)
    assert seconds_per_px(canvas) < everything
    QTest.keyClick(canvas, Qt.Key.Key_F)
    assert seconds_per_px(canvas) == pytest.approx(everything)


def test_a_accepts_and_moves_on_and_r_rejects(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    session = canvas.session
    session.review([event.id for event in session.events], ReviewState.TO_REVIEW)
    session.select((id_of(canvas, "Report"),))
    QTest.keyClick(canvas, Qt.Key.Key_A)
    report = session.event(id_of(canvas, "Report"))
    assert report is not None
    assert report.review is ReviewState.ACCEPTED
    following = session.selection.ids
    assert following != (report.id,)
    QTest.keyClick(canvas, Qt.Key.Key_R)
    rejected = session.event(following[0])
    assert rejected is not None
    assert rejected.review is ReviewState.REJECTED
    session.undo()
    session.undo()
    assert all(event.review is ReviewState.TO_REVIEW for event in session.events)


def test_page_keys_move_by_less_than_a_screen(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.verbs.show_range(*days("2019-03-01", "2019-04-01"))
    first, last = canvas.scale.range_seconds
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert first < canvas.scale.range_seconds[0] < last
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    assert canvas.scale.range_seconds == pytest.approx((first, last), abs=seconds_per_px(canvas) * 2)


def test_escape_clears_the_selection_first(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.session.select((id_of(canvas, "Talks"),))
    with qtbot.assertNotEmitted(canvas.escaped):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert selected(canvas) == ()
    with qtbot.waitSignal(canvas.escaped):
        QTest.keyClick(canvas, Qt.Key.Key_Escape)


# --- what else is seen --------------------------------------------------------------------------------------------


def test_an_event_selected_elsewhere_comes_into_view_by_a_pan(canvas: TimelineCanvas) -> None:
    canvas.verbs.show_range(*days("2019-03-01", "2019-03-20"))
    scale = seconds_per_px(canvas)
    canvas.session.select((id_of(canvas, "Second meeting"),))
    assert id_of(canvas, "Second meeting") in canvas.scene.visible_ids()
    assert seconds_per_px(canvas) == scale


def test_one_that_is_in_view_already_moves_nothing(canvas: TimelineCanvas) -> None:
    view = canvas.scale.view
    canvas.session.select((id_of(canvas, "Second meeting"),))
    assert canvas.scale.view == view


def test_the_hover_card_tells_title_date_and_reason(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    at = point_of(canvas, "Meeting")
    canvas._hover.point(QPointF(at))
    assert canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.waitUntil(lambda: canvas._hover.card is not None and canvas._hover.card.isVisible(), timeout=5_000)
    card = canvas._hover.card
    assert card is not None
    assert "<b>Meeting</b>" in card.html
    assert "Tue 12 March 2019" in card.html
    canvas._hover.leave()
    assert not card.isVisible()


def test_a_change_elsewhere_keeps_the_middle_in_place(canvas: TimelineCanvas) -> None:
    canvas.verbs.show_range(*days("2019-03-01", "2019-03-20"))
    middle = canvas.scale.to_seconds(canvas.width() / 2)
    canvas.session.edit(id_of(canvas, "Report"), time=EventTime(Interval.days(30_000, 30_000), Precision.DAY))
    assert abs(canvas.scale.to_seconds(canvas.width() / 2) - middle) <= 2 * seconds_per_px(canvas)


def test_other_lanes_and_a_decision_keep_the_view(canvas: TimelineCanvas) -> None:
    view = canvas.scale.view
    canvas.session.review((id_of(canvas, "Talks"),), ReviewState.TO_REVIEW)
    canvas.rearrange(Arrangement(LaneBy.NONE))
    assert canvas.scale.view == view
    canvas.session.edit(id_of(canvas, "Talks"), time=time_of("2030"))
    assert canvas.scale.view != view
    assert id_of(canvas, "Talks") in canvas.scene.visible_ids()


def test_a_wider_window_shows_everything_still(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.resize(1400, 500)
    qtbot.waitUntil(lambda: not canvas.sight._fit_soon.isActive())
    assert len(canvas.scene.visible_ids()) == len(TIMES)
    assert canvas.sight.fitted


@pytest.mark.parametrize(
    "verb", ["zoom_in", "zoom_out", "fit_selection", "go_up", "go_down", "page_on", "back", "menu"]
)
def test_every_verb_works_on_an_empty_timeline(qtbot: QtBot, qapp: QApplication, verb: str) -> None:
    canvas = TimelineCanvas(Session(), Appearance(qapp))
    qtbot.addWidget(canvas)
    canvas.resize(600, 300)
    perform: Callable[[], None] = getattr(canvas.verbs, verb)
    perform()
    assert isinstance(canvas.scale.view, View)
    assert canvas.scene.visible_ids() == ()


def test_lanes_that_do_not_fit_are_scrolled(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    for number in range(40):
        time = time_of(f"2019-03/2019-0{4 + number % 5}" if number == 7 else "2019-03-12")
        canvas.session.add_note_event(f"Note {number}", time)
        canvas.session.edit(canvas.session.selection.ids[0], group=tuple(Group)[number % len(Group)])
    canvas.resize(500, 170)
    canvas.verbs.fit_all()
    canvas.repaint()

    assert canvas.sight.most_scroll_px > 0
    assert canvas._scroll_bar.isVisible()
    last = canvas.sight.content.lane_keys[-1]
    assert all(band.key != last for band in canvas.scene.lanes)
    canvas._scroll_bar.setValue(canvas._scroll_bar.maximum())
    assert canvas.scene.lanes[-1].key == last


def test_a_bug_of_the_painter_does_not_take_the_window_with_it(
    canvas: TimelineCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("dateline.gui.canvas.canvas.paint_scene", fail)
        with pytest.raises(ZeroDivisionError):
            canvas.repaint()
    canvas.repaint()
    assert not canvas.grab().toImage().isNull()


def test_where_nothing_is_there_is_a_way_back(canvas: TimelineCanvas) -> None:
    assert canvas.way_back.isHidden()
    canvas.sight.move_to(canvas.sight.span_view(-40 * 365 * DAY_SECONDS, 30 * DAY_SECONDS), smoothly=False)
    assert canvas.way_back.isVisible()
    assert canvas.way_back.text() == f"No event in this view. Show all {len(TIMES)}"

    QTest.mouseClick(canvas.way_back, LEFT)

    assert canvas.way_back.isHidden()
    assert canvas.scene.counts.outside == 0
