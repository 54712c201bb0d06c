"""Corrections of how words are read."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.corrections import Correction, with_correction
from dateline.model.dates import Interval, Precision
from dateline.model.spans import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 9))
DAY = Interval.days(0, 0)


@given(spans=st.lists(SPANS, max_size=8))
def test_no_word_is_read_in_two_ways(spans: list[Span]) -> None:
    known: tuple[Correction, ...] = ()
    for span in spans:
        known = with_correction(known, span, Correction(span, DAY, Precision.DAY))
        assert any(one.span == span for one in known)

    assert list(known) == sorted(known, key=lambda one: one.span)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(known))


def test_what_is_left_to_the_rules_again_is_forgotten() -> None:
    span, other = Span(3, 9), Span(20, 24)
    known = with_correction((), span, Correction(span, DAY, Precision.DAY))
    known = with_correction(known, other, Correction(other))

    assert with_correction(known, span, None) == (Correction(other),)
    assert [one.is_date for one in known] == [True, False]
