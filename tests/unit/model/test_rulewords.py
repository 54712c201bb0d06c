"""The words for rules: one for each rule of the tagger, and none for others."""

import datetime

import pytest

from dateline import temporal
from dateline.model.rulewords import rule_words, timex_words, worded_rules
from dateline.temporal.pipeline import PARSERS


def test_every_rule_has_words_and_no_words_are_left_over() -> None:
    assert worded_rules() == {parser.name for parser in PARSERS}


def test_words_complete_a_sentence() -> None:
    for rule in worded_rules():
        words = rule_words(rule)
        assert words[0].islower()
        assert not words.endswith(".")
        assert "{" not in words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It closed last week.", "names the week before that date"),
        ("It closes next year.", "names the year after that date"),
        ("It closes this month.", "names the month around that date"),
        ("It opened in 2011 and closed the following year.", "names the year after that date"),
        ("It closed on 3 May 2011. Two days later it burnt.", "counts on from that date"),
    ],
)
def test_what_is_said_of_many_words_is_said_of_these(text: str, words: str) -> None:
    assert timex_words(temporal.tag(text, datetime.date(2014, 10, 30))[-1]) == words


def test_an_unknown_rule_is_quoted() -> None:
    assert rule_words("EDTF") == "was read by the rule “EDTF”"
