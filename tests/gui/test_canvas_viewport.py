"""Moves between views: where they begin and end, what stays put, and that they can be interrupted."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.gui.canvas.viewport import Viewport, between
from dateline.scene.scale import TimeScale, View

pixels = st.floats(-5_000, 5_000)
scales = st.floats(0.01, 1e9)
shares = st.floats(0, 1)


@given(pixels, pixels, scales, scales)
def test_a_move_begins_and_ends_where_it_should(start_px: float, end_px: float, start: float, end: float) -> None:
    first, last = View(0, start_px, start), View(0, end_px, end)
    for share, expected in ((0.0, first), (1.0, last)):
        view = between(first, last, share)
        assert view.anchor_px == pytest.approx(expected.anchor_px, abs=1e-3)
        assert view.seconds_per_px == pytest.approx(expected.seconds_per_px, rel=1e-6)


@given(st.floats(0, 1_000), st.integers(-(10**12), 10**12), st.floats(0.1, 1e6), st.floats(0.1, 10), shares)
def test_zooming_at_a_point_keeps_its_time_under_it_all_the_way(
    at_px: float, seconds: int, scale: float, factor: float, share: float
) -> None:
    start = View(seconds, at_px, scale)
    # The same two views, told by an anchor a thousand pixels away.
    other = seconds + round(1_000 * scale)
    away = View(other, at_px + (other - seconds) / scale, scale)
    end = View(other, at_px + (other - seconds) / (scale / factor), scale / factor)
    view = between(away, end, share)
    there = view.anchor_px - (other - start.anchor_seconds) / view.seconds_per_px
    assert there == pytest.approx(at_px, abs=1e-2)


def viewport(animated: bool) -> Viewport:
    return Viewport(View(0, 500.0, 100.0), lambda view: TimeScale(view, (), 1_000.0), lambda: animated)


def test_without_animation_a_view_is_there_at_once(qapp: QApplication) -> None:
    port = viewport(animated=False)
    port.show(View(5, 10.0, 2.0))
    assert port.view == port.target == View(5, 10.0, 2.0)
    assert not port.moving


def test_a_new_wish_starts_from_what_is_shown(qapp: QApplication, qtbot: QtBot) -> None:
    port = viewport(animated=True)
    with qtbot.waitSignal(port.changed):
        port.show(View(0, 500.0, 1.0))
    shown = port.view
    assert port.moving
    assert 1.0 < shown.seconds_per_px < 100.0
    scales: list[float] = []
    port.changed.connect(lambda: scales.append(port.view.seconds_per_px))
    with qtbot.waitSignal(port.settled):
        port.show(View(0, 500.0, 10_000.0))
    assert port.view == View(0, 500.0, 10_000.0)
    assert scales[0] >= shown.seconds_per_px * 0.99, "no jump back to where the first move came from"
    assert scales == sorted(scales)


def test_moves_take_less_than_150_ms(qapp: QApplication) -> None:
    assert viewport(animated=True)._move.duration() < 150


def test_back_and_forward_through_views(qapp: QApplication) -> None:
    port = viewport(animated=False)
    views = [View(0, 500.0, scale) for scale in (100.0, 10.0, 1.0)]
    for view in views[1:]:
        port.remember()
        port.show(view)
    assert port.go_back()
    assert port.view == views[1]
    assert port.go_back()
    assert port.view == views[0]
    assert not port.go_back()
    assert port.go_forward()
    assert port.go_forward()
    assert port.view == views[2]
    assert not port.go_forward()
    port.go_back()
    port.remember()
    port.show(View(1, 1.0, 1.0))
    assert not port.go_forward(), "a new view ends the way forward"


def test_a_zoom_is_even_to_the_eye() -> None:
    scales = [between(View(0, 0.0, 1.0), View(0, 0.0, 10_000.0), share / 4).seconds_per_px for share in range(5)]
    steps = [math.log(b / a) for a, b in pairwise(scales)]
    assert max(steps) == pytest.approx(min(steps))
