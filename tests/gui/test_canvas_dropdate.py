"""Where an event falls that is dragged onto the timeline."""

import pytest

from dateline.gui.canvas.dropdate import LEAST_PX, aimed_time
from dateline.model.dates import instant
from dateline.model.wording import describe_time

MOMENT = instant(2014, 10, 28, 14, 30)


@pytest.mark.parametrize(
    ("seconds_per_px", "words"),
    [
        (1.0, "Tue 28 October 2014, 14:30"),
        (100.0, "Tue 28 October 2014, 14:00–15:00"),
        (3_600.0, "Tue 28 October 2014"),
        (86_400.0, "October 2014"),
        (1_000_000.0, "2014"),
        (10_000_000.0, "the 2010s"),
        (100_000_000.0, "21st century"),
    ],
)
def test_a_drop_is_as_fine_as_the_zoom_lets_one_aim(seconds_per_px: float, words: str) -> None:
    time = aimed_time(MOMENT, seconds_per_px)
    assert describe_time(time) == words
    first, last = time.interval.sort_key
    assert first <= MOMENT < last


def test_no_unit_is_too_narrow_to_aim_at() -> None:
    for seconds_per_px in (1.0, 77.0, 5_000.0, 123_456.0, 9e6):
        first, last = aimed_time(MOMENT, seconds_per_px).interval.sort_key
        assert (last - first) / seconds_per_px >= LEAST_PX * 0.9  # months and years differ a little in length


def test_before_year_one() -> None:
    assert aimed_time(instant(-43, 3, 15), 3_600.0).edtf == "-0043-03-15"
