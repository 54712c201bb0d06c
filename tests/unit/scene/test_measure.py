"""Texts cut and broken to a width."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.scene.measure import ELLIPSIS, PlainMeasure, TextStyle, broken, broken_width, elided

MEASURE = PlainMeasure(10.0)


@given(text=st.text(st.characters(categories=["L", "Zs"]), max_size=60), width=st.floats(0, 400))
def test_a_cut_text_fits_and_begins_as_the_text(text: str, width: float) -> None:
    cut = elided(text, TextStyle.TITLE, width, MEASURE)

    assert MEASURE.width(cut, TextStyle.TITLE) <= max(width, 0)
    if cut != text and cut:
        assert cut.endswith(ELLIPSIS)
        assert text.startswith(cut.removesuffix(ELLIPSIS))


def test_a_text_is_cut_at_a_word_where_it_can_be() -> None:
    assert elided("The first meeting in ten years", TextStyle.TITLE, 120, MEASURE) == "The first meeting…"
    assert elided("Extraordinarily", TextStyle.TITLE, 60, MEASURE) == "Extraordi…"
    assert elided("Extraordinarily", TextStyle.TITLE, 12, MEASURE) == ""


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=9).map(" ".join)


@given(text=WORDS)
def test_two_lines_of_their_width_hold_a_text_whole(text: str) -> None:
    width = broken_width(text, TextStyle.TITLE, MEASURE)

    lines = broken(text, TextStyle.TITLE, width, MEASURE)

    assert " ".join(filter(None, lines)) == text
    assert all(MEASURE.width(line, TextStyle.TITLE) <= width for line in lines)


@given(text=WORDS, width=st.floats(10, 400))
def test_what_does_not_fit_on_two_lines_is_cut_on_the_second(text: str, width: float) -> None:
    first, second = broken(text, TextStyle.TITLE, width, MEASURE)

    assert all(MEASURE.width(line, TextStyle.TITLE) <= width for line in (first, second))
    if second:
        assert text.startswith(f"{first} {second.removesuffix(ELLIPSIS)}")


def test_a_title_is_broken_near_its_middle() -> None:
    title = "Envoy and diplomats meet in New York"

    assert broken_width(title, TextStyle.TITLE, MEASURE) < 0.6 * MEASURE.width(title, TextStyle.TITLE)
