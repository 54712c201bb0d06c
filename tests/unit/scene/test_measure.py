from hypothesis import given
from hypothesis import strategies as st

from dateline.scene.measure import ELLIPSIS, PlainMeasure, TextStyle, elided

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
