"""Spans of code points."""

from hypothesis import given

from dateline.model.spans import Span
from model_values import SPANS


@given(SPANS, SPANS)
def test_overlapping_is_sharing_a_character(one: Span, other: Span) -> None:
    shared = set(range(*one)) & set(range(*other))
    assert one.overlaps(other) is bool(shared)
    assert one.contains(other) is (set(range(*other)) <= set(range(*one)))


def test_words() -> None:
    assert Span(4, 8).of("See this.") == "this"
