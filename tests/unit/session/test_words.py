"""Searching the folded texts gives what the filter of words lets through."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.anchors import Anchor
from dateline.model.events import Event, Excerpt, Factuality
from dateline.model.filters import EventFilter
from dateline.model.group import Group
from dateline.model.shown import Difference
from dateline.session.words import WordIndex

# Among them white space that stands between the parts inside, letters whose folded form is longer, and nothing.
TEXTS = st.text(st.sampled_from("aAbß İ\x1f\n"), max_size=6)


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    quotes = draw(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=4))
    return [
        Event(
            str(number), title, None, "", Group.OTHER, Factuality.HAPPENED,
            tuple(Excerpt("d", Anchor(0, 9, words)) for words in (first, second)),
        )
        for number, (title, first, second) in enumerate(quotes)
    ]  # fmt: skip


@given(events(), TEXTS, TEXTS)
def test_it_finds_what_the_filter_lets_through(found: list[Event], words: str, title: str) -> None:
    index, wanted = WordIndex(), EventFilter(words=words)
    for _ in range(2):
        expected = tuple(event.id for event in found if words.split() and wanted.passes(event))
        assert index.matching(found, words) == expected
        changed = [replace(event, title=title) for event in found]
        index.update(Difference(tuple(found), tuple(changed)))
        found = changed
