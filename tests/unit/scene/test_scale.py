"""From time to pixels and back, with folds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.dates import instant
from dateline.scene.columns import OPEN_FUTURE, OPEN_PAST
from dateline.scene.folds import Fold
from dateline.scene.scale import (
    FINEST_SECONDS_PER_PX,
    FOLD_WIDTH_PX,
    WIDEST_SPAN_SECONDS,
    TimeScale,
    View,
    fit_view,
)

WIDTH = 1000.0
EPOCHS = st.sampled_from([0, instant(9000), instant(-44), -13_800_000_000 * 31_556_952, WIDEST_SPAN_SECONDS // 2])
RATES = st.floats(-2, 10).map(lambda power: 10.0**power)


@st.composite
def scales(draw: st.DrawFn) -> TimeScale:
    """Any epoch, any rate, up to three folds near the picture."""
    epoch, rate = draw(EPOCHS), draw(RATES)
    folds: list[Fold] = []
    start = epoch - int(200 * rate)
    for _ in range(draw(st.integers(0, 3))):
        start += max(int(draw(st.floats(1, 400)) * rate), 1)
        end = start + max(int(draw(st.floats(1, 10_000)) * rate), 2)
        folds.append(Fold(start, end))
        start = end
    view = View(epoch, draw(st.floats(-100, WIDTH)), rate)
    anchor = TimeScale(view, tuple(folds), WIDTH)
    outside = next((fold.start for fold in folds if fold.start < epoch < fold.end), epoch)
    return TimeScale(View(outside, anchor.view.anchor_px, rate), tuple(folds), WIDTH)


@given(scale=scales(), px=st.floats(0, WIDTH))
def test_pixels_to_seconds_and_back(scale: TimeScale, px: float) -> None:
    seconds = scale.to_seconds(px)

    inside = next((ends for ends in scale.fold_bands if ends[0] <= px < ends[1]), None)
    second_px = 1 / scale.view.seconds_per_px
    if inside is not None:
        fold = scale.folds[scale.fold_bands.index(inside)]
        second_px = FOLD_WIDTH_PX / fold.seconds
    assert scale.px(seconds) == pytest.approx(px, abs=max(second_px, 1e-3) * 1.01)


@given(scale=scales(), offsets=st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=30))
def test_time_never_runs_backwards(scale: TimeScale, offsets: list[int]) -> None:
    step = max(int(scale.view.seconds_per_px / 10), 1)
    seconds = np.sort(np.array(offsets, np.int64)) * step + scale.view.anchor_seconds

    px = scale.to_px(seconds)

    assert (np.diff(px) >= 0).all()


@given(scale=scales(), factor=st.floats(0.2, 5), px=st.floats(0, WIDTH))
def test_zooming_keeps_what_is_under_the_pointer(scale: TimeScale, factor: float, px: float) -> None:
    before = scale.to_seconds(px)

    view = scale.zoomed(factor, px)

    after = TimeScale(view, scale.folds, WIDTH)
    in_band = any(left - 1 <= px <= right + 1 for left, right in scale.fold_bands)
    reach = FOLD_WIDTH_PX if in_band else 2 / min(view.seconds_per_px, scale.view.seconds_per_px) + 0.01
    assert after.px(before) == pytest.approx(px, abs=reach)


@given(scale=scales(), px=st.floats(-500, 500))
def test_panning_moves_everything_alike(scale: TimeScale, px: float) -> None:
    seconds = scale.view.anchor_seconds

    moved = TimeScale(scale.panned(px), scale.folds, WIDTH)

    assert moved.px(seconds) == pytest.approx(scale.px(seconds) + px, abs=0.01)
    assert moved.view.seconds_per_px == scale.view.seconds_per_px


def test_a_fold_keeps_its_width_at_every_zoom() -> None:
    fold = Fold(instant(2005), instant(2014))
    view = fit_view(instant(2004), instant(2015), WIDTH, (fold,))
    for factor in (1.0, 7.0, 300.0):
        near = TimeScale(TimeScale(view, (fold,), WIDTH).zoomed(factor, 400), (fold,), WIDTH)
        left, right = near.fold_bands[0]
        assert right - left == pytest.approx(FOLD_WIDTH_PX)


def test_fitting_fills_what_the_margins_leave() -> None:
    fold = Fold(instant(2005), instant(2014))
    scale = TimeScale(fit_view(instant(2004), instant(2015), WIDTH, (fold,), (50, 150)), (fold,), WIDTH)

    assert scale.px(instant(2004)) == pytest.approx(50)
    assert scale.px(instant(2015)) == pytest.approx(WIDTH - 150)


def test_the_limits_of_zoom() -> None:
    scale = TimeScale(View(0, 500, 1.0), (), WIDTH)

    assert scale.zoomed(1e12, 500).seconds_per_px == FINEST_SECONDS_PER_PX
    assert scale.zoomed(1e-30, 500).seconds_per_px == pytest.approx(WIDEST_SPAN_SECONDS / WIDTH)


def test_open_ends_lie_far_outside() -> None:
    scale = TimeScale(View(instant(2014), 500, 86_400.0), (), WIDTH)

    left, right = scale.to_px(np.array([OPEN_PAST, OPEN_FUTURE])).tolist()

    assert left < -1e9
    assert right > 1e9


def test_the_same_place_at_13_billion_years_and_one_second() -> None:
    long_ago = -13_800_000_000 * 31_556_952
    scale = TimeScale(View(long_ago, 0.0, 0.01), (), WIDTH)

    assert scale.px(long_ago + 1) == pytest.approx(100)
    assert scale.px(long_ago + 7) == pytest.approx(700)
