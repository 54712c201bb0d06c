"""Finding words in a source, and citing them."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.gui.source.citation import citation
from dateline.gui.source.search import TextSearch
from dateline.model.spans import Span
from panel_story import ARTICLE, NOTE

TEXT = "One sea. A SEA of\ntroubles, a sea  of calm"


def test_letter_case_and_line_breaks_do_not_matter() -> None:
    assert [span.of(TEXT) for span in TextSearch(TEXT, "a sea of").within(0, len(TEXT))] == ["A SEA of", "a sea  of"]
    assert TextSearch(TEXT, "sea").count() == 3


def test_it_goes_round_both_ways() -> None:
    search = TextSearch(TEXT, "sea")
    assert search.after(len(TEXT)) == Span(4, 7)
    assert search.before(0) == Span(30, 33)
    assert search.before(30) == Span(11, 14)


def test_signs_are_taken_as_they_are() -> None:
    assert TextSearch("a.b a+b", "a+b").after(0) == Span(4, 7)
    assert TextSearch("abc", " ").after(0) is None
    assert TextSearch("abc", "").count() == 0
    assert TextSearch("abc", "d").before(3) is None


@given(st.text("ab ", max_size=60), st.text("ab", min_size=1, max_size=3), st.integers(0, 60))
def test_the_one_before_is_the_last_of_all_that_end_in_time(text: str, words: str, offset: int) -> None:
    at = offset % (len(text) + 1)
    search = TextSearch(text, words)
    found = search.before(at)
    assert (found is None) == (words not in text)
    if found is not None:
        assert found.of(text) == words


def test_going_back_in_a_long_text() -> None:
    text = "needle " + "hay " * 200_000
    found = TextSearch(text, "needle").before(len(text))
    assert found == Span(0, 6)


def test_a_citation_tells_what_is_known_and_no_more() -> None:
    start = ARTICLE.text.index("the council met")
    assert citation(ARTICLE, start, start + 15) == (
        "“the council met”\n— Ada Lund, “Harbour talks resume”, published Fri 12 March 2021, "
        f"https://example.org/harbour, characters {start}–{start + 15}"
    )
    assert citation(NOTE, 0, 11) == "“The council”\n— “letter.txt”, characters 0–11"


def test_in_a_long_text_typing_looks_nearby_and_enter_everywhere() -> None:
    text = "hay " * 1_000_000 + "needle"
    search = TextSearch(text, "needle")
    assert search.is_long
    assert search.count() is None
    assert search.nearby(0) is None
    assert search.nearby(2_000_000) == search.after(0) == Span(4_000_000, 4_000_006)
