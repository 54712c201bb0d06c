"""Marks that would touch become clusters, and none is lost."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.scene.clusters import BIN_MARKS, binned, crowd, gathered_bins, joined
from dateline.scene.shapes import Outlines

MARK = 14.0


def shapes_of(points: list[float], bars: list[tuple[float, float]]) -> Outlines:
    """Points and bars as they come from the columns: sorted by their left ends."""
    left = np.array([x - MARK / 2 for x in points] + [start for start, _ in bars])
    right = np.array([x + MARK / 2 for x in points] + [start + length for start, length in bars])
    x = np.array([*points, *(np.nan for _ in bars)])
    stops = np.array([[np.nan] * 4 for _ in points] + [[a, a, a + length, a + length] for a, length in bars])
    order = np.argsort(left, kind="stable")
    count = len(left)
    stops = stops.reshape(count, 4)[order]
    return Outlines(
        np.arange(count), left[order], right[order], x[order], stops, np.ones((count, 4)), np.zeros(count, np.bool_)
    )


POINTS = st.lists(st.floats(0, 600), max_size=80)
BARS = st.lists(st.tuples(st.floats(-50, 600), st.floats(20, 300)), max_size=20)


@given(points=POINTS, bars=BARS, rows=st.integers(2, 12))
def test_nothing_in_a_row_touches_and_nothing_is_lost(
    points: list[float], bars: list[tuple[float, float]], rows: int
) -> None:
    shapes = shapes_of(points, bars)

    placed = crowd(binned(shapes, MARK, 0.0, 600.0), rows)

    for row in range(rows):
        here = np.flatnonzero(placed.row == row)
        order = here[np.argsort(shapes.left[here])]
        assert (shapes.left[order[1:]] >= shapes.right[order[:-1]] - 1e-6).all()
    assert placed.row.max(initial=-1) < rows
    _, members, first = gathered_bins(placed)
    assert sorted(members.tolist()) == np.flatnonzero(placed.row < 0).tolist()
    assert first[-1] == len(members)


@given(points=POINTS, bars=BARS)
def test_with_the_rows_it_needs_everything_is_single(points: list[float], bars: list[tuple[float, float]]) -> None:
    marks = binned(shapes_of(points, bars), MARK, 0.0, 600.0)

    assert (crowd(marks, max(marks.needed_rows, 2)).row >= 0).all()


def test_badges_have_room_beside_single_marks() -> None:
    wide = MARK * BIN_MARKS * 3
    crowd_of = crowd(binned(shapes_of([20.0] * 9 + [wide + 1.0], []), MARK, 0.0, 600.0), 2)
    bins, members, _ = gathered_bins(crowd_of)

    assert len(members) == 9
    assert crowd_of.centre(bins)[0] == wide / 2


@given(points=POINTS, bars=BARS, rows=st.integers(2, 12))
def test_what_is_alone_joins_the_nearest_cluster(
    points: list[float], bars: list[tuple[float, float]], rows: int
) -> None:
    before = crowd(binned(shapes_of(points, bars), MARK, 0.0, 600.0), rows)

    after = joined(before)

    _, members, first = gathered_bins(after)
    assert sorted(members.tolist()) == np.flatnonzero(before.row < 0).tolist()
    if len(members) > 1:
        assert (np.diff(first) >= 2).all()
