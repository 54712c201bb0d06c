"""The axis: few ticks, whose texts never overlap."""

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.dates import civil_instant, instant
from dateline.model.yearstyle import YearStyle
from dateline.scene.folds import Fold
from dateline.scene.measure import TextStyle
from dateline.scene.scale import TimeScale, View, fit_view
from dateline.scene.ticks import Tick, calendar_ticks
from scene_values import MEASURE

SPECS = json.loads((Path(__file__).parents[2] / "specs" / "scenes" / "ticks.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("spec", SPECS, ids=[spec["name"] for spec in SPECS])
def test_the_axis_of_a_span(spec: dict[str, Any]) -> None:
    start, end = (instant(*spec[side]) for side in ("from", "to"))
    scale = TimeScale(fit_view(start, end, spec["width"], (), (0, 0)), (), spec["width"])

    major, minor = calendar_ticks(scale, MEASURE, YearStyle(spec.get("years", "era")))

    assert [tick.text for tick in major if tick.text] == spec["major"]
    assert [tick.text for tick in minor if tick.text] == spec["minor"]


@given(
    epoch=st.sampled_from([0, instant(-44), instant(9999), -13_800_000_000 * 31_556_952, instant(1)]),
    rate=st.floats(-2, 15.4).map(lambda power: 10.0**power),
    width=st.floats(120, 2600),
    style=st.sampled_from(YearStyle),
    folded=st.booleans(),
)
def test_texts_never_overlap_and_ticks_are_few(
    epoch: int, rate: float, width: float, style: YearStyle, folded: bool
) -> None:
    folds = (Fold(epoch + int(rate * 100) + 1, epoch + int(rate * 10_000) + 100),) if folded and rate < 1e8 else ()
    scale = TimeScale(View(epoch, width / 3, rate), folds, width)

    levels = calendar_ticks(scale, MEASURE, style)

    for ticks, text_style in zip(levels, (TextStyle.AXIS_MAJOR, TextStyle.AXIS_MINOR), strict=True):
        assert len(ticks) <= width / 30 + 4
        told = [(tick.text_px, tick.text_px + MEASURE.width(tick.text, text_style)) for tick in ticks if tick.text]
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(told))
        assert all(left >= 0 and right <= width for left, right in told)
        for left, right in scale.fold_bands:
            assert not any(start < right and left < end for start, end in told)


@given(rate=st.floats(-2, 9).map(lambda power: 10.0**power))
def test_upper_ticks_lie_on_lower_ones(rate: float) -> None:
    scale = TimeScale(View(instant(2014, 10, 28), 400, rate), (), 900)

    major, minor = calendar_ticks(scale, MEASURE)

    places = {tick.seconds for tick in minor}
    weekly = len({civil_instant(tick.seconds)[2] for tick in minor} - {1}) > 0 and _step_days(minor) == 7
    if not weekly:
        assert {tick.seconds for tick in major if tick.in_view} <= places


def _step_days(ticks: tuple[Tick, ...]) -> int:
    return min((later.seconds - tick.seconds for tick, later in itertools.pairwise(ticks)), default=0) // 86_400


def test_the_upper_text_sticks_to_the_left_edge() -> None:
    scale = TimeScale(View(instant(2014, 6, 1), 0, 86_400 / 2), (), 600)

    major, _ = calendar_ticks(scale, MEASURE)

    assert (major[0].text, major[0].in_view) == ("2014", False)
    assert 0 <= major[0].text_px < 10
