"""Classifying lines: what holds for every text, and what only neighbours can tell."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import Cancelled
from dateline.ingest.layout import PASSES, classify
from dateline.ingest.reader import Watch
from dateline.model.documents import LineClass

PIECES = (
    "",
    "Menu",
    "Share this article",
    "A headline about the harbour",
    "By Jane Doe",
    "3 March 2021",
    "GENEVA, 3 March 2021 (AP) – The envoys met.",
    "Image: Reuters",
    "Published",
    "From: Jane Doe <jane@example.org>",
    "Date: Tue, 3 Mar 2020 10:11:12 +0100",
    "On 3 March 2020, Jane Doe wrote:",
    "> quoted",
    "What did you see?",
    "Q: And then?",
    "A: Nothing.",
    "12:04 The pump stops.",
    "2024-03-14 10:11:12 INFO started",
    "a | b | c",
    "one\ttwo\tthree",
    "[1] A footnote.",
    "== References ==",
    "# Title",
    "© 2021 The Company",
    "EMBARGO until 3 March 2021",
    "2014",
    "(",
    ":",
    "•",
    "E.O. 12958: DECL: 05/12/2019",
    "lower case line that goes on and on for quite a while, longer than most of the others here.",
    "A long paragraph of running text that says nothing in particular, but says it in more than a hundred characters.",
)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_mixture_of_lines_is_classified_once_and_for_all(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    lines = classify(text)
    assert lines == classify(text)
    assert [text[line.start : line.end] for line in lines] == (pieces if not text.endswith("\n") else pieces[:-1]) or (
        text == ""
    )
    for line in lines:
        assert (line.kind is LineClass.BLANK) == (not text[line.start : line.end].strip())


@given(st.text(max_size=300))
def test_any_text_is_covered(text: str) -> None:
    lines = classify(text)
    assert all(line.end + 1 == following.start for line, following in pairwise(lines))
    assert all("\n" not in text[line.start : line.end] for line in lines)


def test_every_pass_stands_once() -> None:
    assert len(set(PASSES)) == len(PASSES)


def kinds(text: str) -> list[str]:
    return [line.kind.value for line in classify(text)]


def test_a_clock_begins_a_log_only_in_company() -> None:
    assert kinds("12:04 The pump stops.\n12:06 It starts.\n12:09 It stops.") == ["log"] * 3
    assert "log" not in kinds("12:04 The pump stopped.\n\nNobody had expected that the pump would ever stop again.")


def test_one_row_of_cells_is_no_table() -> None:
    assert kinds("a | 1\nb | 2") == ["table"] * 2
    assert "table" not in kinds("Jane Doe | 3 March 2021\n\nA text follows here.")


def test_a_pull_quote_repeats_the_text() -> None:
    text = "A title\n\n{}\n\nShe thought for a while. “We never asked who owned the doors,” she said then, and left."
    assert kinds(text.format("“We never asked who owned the doors”"))[2] == "pull quote"
    assert kinds(text.format("“We always asked who owned the doors”"))[2] != "pull quote"


def test_two_questions_make_an_interview_and_one_does_not() -> None:
    answer = "\n\nThat is a long story, and I shall tell it from the beginning if you have the time.\n\n"
    assert "question" in kinds(f"A title\n\nHow did it begin?{answer}And how did it end?{answer}")
    assert "question" not in kinds(f"A title\n\nHow did it begin?{answer}It ended in 1991.")


def test_wrapped_paragraphs_have_no_headings_inside() -> None:
    text = (
        "A short title\n\n"
        "The mail boat that has tied the seven islands to the mainland since\n"
        "the summer of 1904 made its last run on Saturday. Nobody had seen\n"
        "The Northern Lights, as it was called, so full before, and the band\n"
        "had to play twice before the captain could be persuaded to cast off.\n"
    )
    assert kinds(text) == ["title", "blank", "body", "body", "body", "body"]


@pytest.mark.parametrize("asked", [0, 2, 5])
def test_a_pass_can_be_stopped(asked: int) -> None:
    answers = iter([False] * asked + [True] * 100)
    with pytest.raises(Cancelled):
        classify("12:04 x\n" * 60_000, Watch(cancelled=lambda: next(answers)))


def test_the_only_row_and_a_short_sentence_before_another_are_text() -> None:
    assert [line.kind for line in classify("The school was founded in 1901.")] == [LineClass.BODY]
    assert {line.kind for line in classify("The school was founded in 1901.\nIt closed in 1950.")} == {LineClass.BODY}
