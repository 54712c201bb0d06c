"""A long text is shown in pages that hold all of it."""

from itertools import pairwise

from dateline.gui.source.pages import PAGE_CHARACTERS, PAGE_LINES, cut_pages, page_of
from panel_story import lines_of


def pages(text: str) -> list[str]:
    starts = cut_pages(lines_of(text), len(text))
    return [text[one:other] for one, other in pairwise((*starts, len(text)))]


def test_a_usual_text_is_one_page() -> None:
    assert pages("word " * 1000) == ["word " * 1000]


def test_pages_hold_the_whole_text_and_end_with_lines() -> None:
    text = "".join(f"line {number} " + "x" * (number % 300) + "\n" for number in range(6000))
    parts = pages(text)
    assert "".join(parts) == text
    assert len(parts) > 3
    assert all(part.endswith("\n") and len(part) <= PAGE_CHARACTERS for part in parts)
    assert all(part.count("\n") <= PAGE_LINES for part in parts)


def test_short_lines_make_pages_too() -> None:
    parts = pages("x\n" * 30_000)
    assert max(part.count("\n") for part in parts) <= PAGE_LINES
    assert "".join(parts) == "x\n" * 30_000


def test_a_line_longer_than_a_page_is_cut() -> None:
    text = "x" * (PAGE_CHARACTERS * 2 + 5) + "\nshort\n"
    parts = pages(text)
    assert "".join(parts) == text
    assert max(map(len, parts)) <= PAGE_CHARACTERS


def test_the_page_of_a_place() -> None:
    assert [page_of((0, 10, 20), offset) for offset in (0, 9, 10, 25)] == [0, 0, 1, 2]
