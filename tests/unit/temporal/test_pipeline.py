"""Every rule has a name of its own and finds its example."""

from collections import Counter

import pytest

from dateline.temporal.drafts import Parser, run_parser
from dateline.temporal.language import language_codes, load_language
from dateline.temporal.pipeline import PARSERS
from dateline.temporal.tokens import tokenise


def test_names_are_distinct() -> None:
    repeated = {name for name, count in Counter(parser.name for parser in PARSERS).items() if count > 1}
    assert not repeated


@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.name)
def test_a_rule_finds_its_example(parser: Parser) -> None:
    found = [
        draft
        for code in language_codes()
        for draft in run_parser(parser, tokenise(parser.example, load_language(code)))
    ]
    assert found
