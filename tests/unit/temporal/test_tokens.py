"""Cutting texts into tokens, and patterns of kinds over them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import temporal
from dateline.temporal.drafts import MACROS
from dateline.temporal.kinds import Kind
from dateline.temporal.language import language_codes, load_language
from dateline.temporal.segments import segments
from dateline.temporal.tokens import tokenise

EN = load_language("en")


def test_abbreviations_keep_their_full_stops() -> None:
    assert [item.word for item in tokenise("5 p.m. B.C. U.S.", EN).items] == ["5", "pm", "bc", "us"]


def test_phrases_are_one_token() -> None:
    items = tokenise("New Year's Eve", EN).items
    assert len(items) == 1
    assert items[0].has(Kind.HOLIDAY)


def test_a_month_glued_to_a_name_is_cut_off() -> None:
    text = "Esther SmithOctober 30"
    assert [text[item.start : item.end] for item in tokenise(text, EN).items][-2:] == ["October", "30"]


def test_runs_of_unknown_words_keep_their_ends() -> None:
    assert [item.word for item in tokenise("lorem ipsum dolor amet in May", EN).items] == ["lorem", "amet", "in", "may"]


def test_an_empty_line_separates() -> None:
    items = tokenise("May\n \n2014", EN).items
    assert [item.has(Kind.BREAK) for item in items] == [False, True, False]


def test_names_that_are_words_too_need_a_capital() -> None:
    lower, upper = (tokenise(word, EN).items[0] for word in ("may", "May"))
    assert not lower.has(Kind.MONTH)
    assert upper.has(Kind.MONTH)


def test_groups_and_sets_of_kinds_in_patterns() -> None:
    pattern = EN.alphabet.compile("THE? way:[LAST NEXT] unit:(?:UNIT|UNITS)", MACROS)
    tokens = tokenise("the next week", EN)
    found = pattern.fullmatch(tokens.tags)
    assert found is not None
    assert tokens.items[found.start("unit")].word == "week"


def test_unknown_kinds_in_patterns_are_errors() -> None:
    with pytest.raises(KeyError):
        EN.alphabet.compile("NONSENSE", MACROS)


@pytest.mark.parametrize("code", language_codes())
def test_language_files_name_only_lists_that_are_asked_for(code: str) -> None:
    sources = (path.read_text(encoding="utf-8") for path in Path(temporal.__file__).parent.rglob("*.py"))
    asked = set(re.findall(r'"([a-z_]+)"', " ".join(sources)))
    assert load_language(code).lists.keys() <= asked
    assert not load_language(code).listed("no_such_list", "word")


@given(st.text())
def test_tokens_lie_in_order_within_the_text(text: str) -> None:
    end = 0
    tokens = tokenise(text, EN)
    assert len(tokens.tags) == len(tokens.items)
    for item in tokens.items:
        assert end <= item.start < item.end <= len(text)
        end = item.end


@given(st.text(alphabet="ab. \n", max_size=300), st.integers(1, 2000))
def test_segments_cover_the_text(text: str, times: int) -> None:
    text *= times
    pieces = list(segments(text))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(start < end for start, end in pieces) or not text
