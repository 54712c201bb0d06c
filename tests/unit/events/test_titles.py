"""Titles in headline style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events.reading import read_events
from dateline.events.titles import LONGEST_TITLE, shortened
from reading_by_hand import document, timex


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On 3 May 2010 the committee approved the plan.", "Committee approves plan"),
        ("The office was created on 3 May 2010.", "Office created"),
        ("The minister will visit Rome on 3 May 2010.", "Minister to visit Rome"),
        ("Two ships, the Ada and the Bel, collided on 3 May 2010 off Lima.", "Two ships Ada and Bel collide off Lima"),
        ("It was on 3 May 2010 that the bridge collapsed.", "Bridge collapses"),
    ],
)
def test_title(text: str, title: str) -> None:
    (event,) = read_events(document(text, published="2010-05-01"), [timex(text, "3 May 2010", "2010-05-03")]).events
    assert event.title == title


def test_a_pronoun_is_called_by_name() -> None:
    text = "Ada Lovell came from Riga. She married Jan Berg on 3 May 2010. Lovell was happy."
    events = read_events(document(text), [timex(text, "3 May 2010", "2010-05-03")]).events
    assert events[0].title == "Lovell marries Jan Berg"


@given(st.text(max_size=200))
def test_titles_are_short(text: str) -> None:
    title = shortened(text)
    assert len(title) <= LONGEST_TITLE
    assert title == title.strip()
