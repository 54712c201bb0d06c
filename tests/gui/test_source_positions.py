"""Places in a text are the same for Python's characters and Qt's code units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from dateline.gui.source.positions import Positions, shown

AWKWARD = "a🚢b\u2028c\u2029d\u0085e\ufefff\r\ng\x0ch\x0bi\u00a0j\ufffck\ufdd0l\ufdd1m\x00n\ud800o\ufffep🥂"


def document_of(text: str) -> QTextDocument:
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.insertText(shown(text))
    return document


@given(st.text(st.characters(exclude_categories=())), st.data())
def test_a_position_comes_back(text: str, data: st.DataObject) -> None:
    positions = Positions(text, start=7)
    offset = data.draw(st.integers(7, 7 + len(text)))
    assert positions.to_text(positions.to_qt(offset)) == offset


@given(st.text(st.sampled_from(AWKWARD) | st.characters(exclude_categories=())))
def test_the_document_has_a_place_for_every_character(text: str) -> None:
    document = document_of(text)
    assert document.characterCount() - 1 == Positions(text).to_qt(len(text))


@pytest.mark.parametrize("word", ["b", "d", "g", "h", "k", "m", "o", "p"])
def test_every_letter_stands_where_it_is_counted(qapp: object, word: str) -> None:
    document = document_of(AWKWARD)
    positions = Positions(AWKWARD)
    at = AWKWARD.index(word)
    assert document.characterAt(positions.to_qt(at)) == word


def test_the_middle_of_a_pair_is_the_character_it_is_half_of() -> None:
    positions = Positions("🚢🚢x")
    assert [positions.to_text(position) for position in range(6)] == [0, 0, 1, 1, 2, 3]


def test_offsets_beyond_the_piece_are_its_ends() -> None:
    positions = Positions("🚢bc", start=100)
    assert (positions.to_qt(3), positions.to_qt(999)) == (0, 4)
