"""An excerpt is found again: exactly, moved, changed a little, or not at all; never silently in the wrong place."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.model.anchors import CONTEXT_CHARACTERS, Anchor, AnchorStatus, describe, resolve
from dateline.model.spans import Span

TEXT = (
    "The office was created in 2004. The special rapporteur met the delegation on Tuesday in New York. "
    "Nobody expected the invitation. The special rapporteur will report to the Assembly."
)
QUOTE = "The special rapporteur met the delegation on Tuesday in New York."
AT = TEXT.index(QUOTE)
ANCHOR = describe(TEXT, AT, AT + len(QUOTE))


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(st.text(min_size=1, max_size=200))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(passages())
def test_in_the_same_text_it_is_exact(passage: tuple[str, int, int]) -> None:
    text, start, end = passage
    found = resolve(text, describe(text, start, end))
    assert (found.status, found.span) == (AnchorStatus.EXACT, Span(start, end))


@given(passages(), st.text(min_size=1, max_size=50))
def test_after_an_insertion_before_it_it_has_moved(passage: tuple[str, int, int], inserted: str) -> None:
    text, start, end = passage
    anchor = describe(text, start, end)
    changed = inserted + text
    found = resolve(changed, anchor)
    assert found.span is not None
    assert found.span.of(changed) == anchor.quote
    assume(changed[start:end] != anchor.quote)
    assert found.status is AnchorStatus.MOVED


@given(passages(), st.text(max_size=100))
def test_in_any_text_the_words_are_the_quote_or_it_is_not_called_exact(
    passage: tuple[str, int, int], other: str
) -> None:
    text, start, end = passage
    anchor = describe(text, start, end)
    found = resolve(other, anchor)
    assert (found.span is None) is (found.status is AnchorStatus.LOST)
    if found.span is not None:
        assert 0 <= found.span.start < found.span.end <= len(other)
        verbatim = found.span.of(other) == anchor.quote
        assert verbatim is (found.status in (AnchorStatus.EXACT, AnchorStatus.MOVED))
    assert (anchor.quote in other) <= (found.status is not AnchorStatus.LOST)


def test_an_anchor_holds_position_quote_and_surroundings() -> None:
    assert ANCHOR.span == Span(AT, AT + len(QUOTE))
    assert ANCHOR.quote == QUOTE
    assert ANCHOR.prefix == TEXT[:AT]
    assert ANCHOR.suffix == TEXT[AT + len(QUOTE) :][:CONTEXT_CHARACTERS]
    assert len(ANCHOR.suffix) == CONTEXT_CHARACTERS


def test_among_equal_words_the_surroundings_decide() -> None:
    second = TEXT.rindex("The special rapporteur")
    anchor = describe(TEXT, second, second + len("The special rapporteur"))
    changed = "An update. " + TEXT
    found = resolve(changed, anchor)
    assert found.status is AnchorStatus.MOVED
    assert found.span == Span(second + 11, second + 11 + len(anchor.quote))


def test_among_equal_words_in_equal_surroundings_the_nearest_wins() -> None:
    text = "again and again. " * 20
    anchor = describe(text, 170, 175)
    found = resolve(text[1:], anchor)
    assert found.span is not None
    assert abs(found.span.start - 170) <= 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tuesday", "Wednesday"),
        ("met the delegation", "met a delegation"),
        ("in New York", "at New York"),
        ("special ", ""),
    ],
)
def test_a_changed_word_leaves_it_recognisable(old: str, new: str) -> None:
    for before in ("", "An editor's note, some words long. "):
        changed = before + TEXT.replace(old, new, 1)
        found = resolve(changed, ANCHOR)
        assert found.status is AnchorStatus.FUZZY
        assert found.span is not None
        begin = changed.index("The", len(before) + 10)
        assert abs(found.span.start - begin) <= 10
        assert "delegation on" in found.span.of(changed)


@pytest.mark.parametrize(
    "text", ["", "Nothing of the kind.", TEXT[:AT] + "It rained all day and all night, they said."]
)
def test_what_is_gone_is_lost(text: str) -> None:
    assert resolve(text, ANCHOR) == resolve(text, ANCHOR)
    assert resolve(text, ANCHOR).status is AnchorStatus.LOST
    assert resolve(text, ANCHOR).span is None


def test_an_empty_quote_is_never_found() -> None:
    assert resolve("any text", Anchor(3, 3, "")).status is AnchorStatus.LOST


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, len(TEXT) + 1)])
def test_a_passage_must_lie_in_its_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        describe(TEXT, start, end)


def test_offsets_are_code_points() -> None:
    text = "😀 \u2028 é — the meeting"
    anchor = describe(text, text.index("meeting"), len(text))
    assert anchor.quote == "meeting"
    assert resolve(text, anchor).status is AnchorStatus.EXACT
