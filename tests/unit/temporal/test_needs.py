"""What a pattern needs is there wherever it is found: leaving a rule out for want of a kind changes nothing."""

import pytest

from dateline.temporal.drafts import MACROS, compiled
from dateline.temporal.kinds import Kind
from dateline.temporal.language import load_language
from dateline.temporal.needs import needs_of
from dateline.temporal.pipeline import PARSERS
from dateline.temporal.tokens import tokenise


@pytest.mark.parametrize("code", ["en", "de", "fr", "es"])
def test_wherever_a_rule_finds_something_its_needs_are_met(code: str) -> None:
    texts = [tokenise(parser.example, load_language(code)) for parser in PARSERS]
    found = 0
    for parser in PARSERS:
        needs, pattern = needs_of(parser.pattern, MACROS), compiled(parser.pattern, code)
        for tokens in texts:
            if pattern.search(tokens.tags) is not None:
                found += 1
                assert all(tokens.kinds & needed for needed in needs), (parser.name, tokens.text)
    assert found > 20


def test_most_rules_need_something() -> None:
    assert all(needs_of(parser.pattern, MACROS) for parser in PARSERS)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("A? B", [{"B"}]),
        ("name:[A B] C", [{"A", "B"}, {"C"}]),
        ("(?:A|B C) D", [{"A", "B"}, {"D"}]),
        ("(?:A|B?) D", [{"D"}]),
        ("(?:A B)? name:(?:C D)", [{"C"}, {"D"}]),
        ("(?<=A)B(?!C)(?=D)", [{"B"}]),
        ("[^A] B{0,3} C+", [{"C"}]),
        ("(?:A (?:B|C)){1,4}", [{"A"}, {"B", "C"}]),
    ],
)
def test_needs_of_a_pattern(pattern: str, needs: list[set[str]]) -> None:
    letters = {"A": Kind.AGO, "B": Kind.MONTH, "C": Kind.WEEKDAY, "D": Kind.UNIT}
    spelled = "".join(letters[sign].name if sign in letters else sign for sign in pattern)
    assert list(needs_of(spelled, MACROS)) == [frozenset(letters[sign] for sign in need) for need in needs]
