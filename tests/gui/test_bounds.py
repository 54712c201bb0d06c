"""Bounds that were exchanged are those of the spans that are left; bins count what touches them."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.bounds import Bounds

SPANS = st.lists(st.tuples(st.integers(-9, 9), st.integers(0, 5)).map(lambda pair: (pair[0], pair[0] + pair[1])))


@given(SPANS, SPANS, st.data())
def test_spans_come_and_go(spans: list[tuple[int, int]], come: list[tuple[int, int]], data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(range(len(spans))), unique=True)) if spans else []
    left = [span for place, span in enumerate(spans) if place not in gone] + come
    bounds = Bounds().after((), spans).after([spans[place] for place in gone], come)
    assert bounds.starts.tolist() == sorted(start for start, _ in left)
    assert bounds.ends.tolist() == sorted(end for _, end in left)
    edges = np.linspace(-10.5, 15.5, 27)
    touching = [sum(start < high and end >= low for start, end in left) for low, high in pairwise(edges)]
    assert bounds.counts(edges, 0).tolist() == touching
