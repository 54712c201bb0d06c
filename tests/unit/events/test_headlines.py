"""The number of a headline's subject and the form of its verb."""

import pytest

from dateline.events.headlines import is_plural, present


@pytest.mark.parametrize(
    "subject",
    ["Danes", "the Dutch", "two of the judges", "half of voters", "Persians", "firemen", "EU and Japan", "12 ships"],
)
def test_many(subject: str) -> None:
    assert is_plural(subject.removeprefix("the "))


@pytest.mark.parametrize(
    "subject",
    [
        "Paris",
        "Congress",
        "head of services",
        "United States",
        "New Orleans",
        "half of the bridge",
        "mayor's office",
        "",
    ],
)
def test_one(subject: str) -> None:
    assert not is_plural(subject)


def test_a_verb_agrees_with_its_subject() -> None:
    assert present("carry", plural=True) == "carry"
    assert present("carry", plural=False) == "carries"
    assert present("carry", plural=True, negated=True) == "do not carry"
