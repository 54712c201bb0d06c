"""The heights of lanes in the room there is."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.scene.heights import Heights, share_height

WISHES = st.lists(
    st.lists(st.floats(10, 300), min_size=1, max_size=6).map(lambda heights: sorted(heights, reverse=True)),
    max_size=10,
)


@given(wished=WISHES, available=st.floats(50, 2000))
def test_lanes_fit_whenever_they_can(wished: list[list[float]], available: float) -> None:
    chosen, heights = share_height(wished, available)

    for wishes, place, height in zip(wished, chosen, heights, strict=True):
        assert height >= wishes[place] - 0.01
    if sum(wishes[-1] for wishes in wished) <= available:
        assert sum(heights) <= available + 0.01


def test_the_highest_lane_gives_way_first() -> None:
    chosen, _ = share_height([[200, 100], [60, 40]], 180)

    assert chosen == [1, 0]


def test_room_to_spare_is_given_back() -> None:
    _, heights = share_height([[100.0], [50.0]], 180)

    assert heights == [120, 60]


def test_heights_are_worked_out_only_when_asked_for() -> None:
    asked: list[int] = []

    def height(place: int) -> float:
        asked.append(place)
        return 10.0 * (3 - place)

    heights = Heights(3, height)

    assert (heights[0], heights[-1], heights[0], list(heights[1:])) == (30, 10, 30, [20, 10])
    assert asked == [0, 2, 1]


def test_what_would_lose_most_gives_way_last() -> None:
    losses = [0.95, 0.2]

    chosen, _ = share_height([[60, 40], [50, 40]], 100, lambda lane, place: losses[lane])

    assert chosen == [0, 1]


def test_a_pixel_too_little_does_not_make_lanes_jump() -> None:
    wished = [[100.0, 60.0, 40.0, 20.0]] * 6

    _, fitting = share_height(wished, 120)
    _, scrolled = share_height(wished, 118)

    assert sum(scrolled) <= sum(fitting) + 10
