"""What is only alleged or denied is never told as having happened."""

import pytest

from dateline.analysis import analyse_text
from dateline.model.events import Factuality


@pytest.mark.parametrize(
    ("sentence", "factuality"),
    [
        ("The minister allegedly took a bribe on 3 March 2021.", Factuality.POSSIBLE),
        ("Anna Berg denied that she met Carl Roth in Vienna on 3 March 2021.", Factuality.POSSIBLE),
        ("The prosecutor alleged that Berg met Carl Roth in Vienna on 3 March 2021.", Factuality.POSSIBLE),
        ("Anna Berg met Carl Roth in Vienna on 3 March 2021.", Factuality.HAPPENED),
        ("Anna Berg said that she met Carl Roth in Vienna on 3 March 2021.", Factuality.HAPPENED),
        ("Anna Berg did not meet Carl Roth in Vienna on 3 March 2021.", Factuality.NEGATED),
    ],
)
def test_what_is_only_said_to_be_is_possible(sentence: str, factuality: Factuality) -> None:
    text = f"A headline of some words\nPublished 2 May 2024\n\n{sentence} The case goes on, said the court's clerk.\n"
    told = ("meet", "bribe")  # not that somebody alleged it
    dated = [event for event in analyse_text(text).events if any(word in event.title for word in told)]
    assert {event.factuality for event in dated} == {factuality}
