"""The words for rules: one for each rule of the tagger, and none for others."""

from dateline.model.rulewords import rule_words, worded_rules
from dateline.temporal.pipeline import PARSERS


def test_every_rule_has_words_and_no_words_are_left_over() -> None:
    assert worded_rules() == {parser.name for parser in PARSERS}


def test_words_complete_a_sentence() -> None:
    for rule in worded_rules():
        words = rule_words(rule)
        assert words[0].islower()
        assert not words.endswith(".")


def test_an_unknown_rule_is_quoted() -> None:
    assert rule_words("EDTF") == "was read by the rule “EDTF”"
