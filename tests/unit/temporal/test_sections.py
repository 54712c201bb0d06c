"""Headings of a chronicle's years: which lines are some, and when their section ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import temporal
from dateline.model.spans import Span
from dateline.temporal.expressions import Expression
from dateline.temporal.meanings import Calendar
from dateline.temporal.sections import Section, section_headed


def headed(text: str, meaning: Calendar, words: str) -> Section | None:
    start = text.index(words)
    return section_headed(Expression(start, start + len(words), "year", meaning), text)


@pytest.mark.parametrize(
    "text",
    ["1919", "1919\n\nThe yard was sold.", "The end.\n\n1919\n", "1919: The yard is sold\n", "1919 – A new owner\n"],
)
def test_a_year_alone_or_with_a_title_heads_a_section(text: str) -> None:
    section = headed(text, Calendar(year=1919), "1919")
    assert section is not None
    assert section.year == 1919


@pytest.mark.parametrize(
    "text", ["In 1919", "1919 saw a new owner.\n", "1919: the yard was sold.\n", "a, 1919\n", "1919-20\n"]
)
def test_a_year_in_a_sentence_heads_nothing(text: str) -> None:
    assert headed(text, Calendar(year=1919), "1919") is None


def test_a_day_heads_no_year() -> None:
    assert headed("4 May 1919\n", Calendar(year=1919, month=5, day=4), "4 May 1919") is None


def test_a_section_ends_when_the_text_stays_elsewhere() -> None:
    section = Section(1919, Span(0, 4))
    assert [section.hear(year) for year in (1924, 1919, 1924, 1925, 1926)] == [True, True, True, True, False]


def test_a_story_that_goes_on_over_new_year_is_not_called_back() -> None:
    section = Section(1919, Span(0, 4))
    assert section.governs(1919)
    assert not section.governs(1920)
    assert section.governs(1931)


@given(st.integers(1500, 2100), st.integers(1, 12))
def test_no_day_is_made_up_within_a_month_or_year(year: int, month: int) -> None:
    text = f"In {year} the mill burned. The next day it rained, and that week it snowed."
    values = [timex.value for timex in temporal.tag(text, None, language="en")]
    assert values == [f"{year}", f"{year}-XX-XX", f"{year}-WXX"]
    named = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
    text = f"In {named[month % 10]} {year} the mill burned. The next day it rained."
    timexes = temporal.tag(text, None, language="en")
    assert timexes[1].value == f"{year}-{month % 10 + 1:02d}-XX"
    assert timexes[0].interval is not None
    assert timexes[1].interval is not None
    assert timexes[1].interval.earliest_start == timexes[0].interval.earliest_start
