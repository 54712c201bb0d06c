"""Actors and places of a document."""

from collections.abc import Iterable

import pytest

from dateline.events.lexicon import lexicon_for
from dateline.events.names import NameBook, NameType
from dateline.events.passages import passages
from reading_by_hand import document

LEXICON = lexicon_for("en")


def _named(text: str, kind: NameType) -> list[str]:
    parts = passages(document(text), (), LEXICON)
    book = NameBook(parts, LEXICON)
    found = (name for part in parts for name in book.names(part.words, 0, len(part.words.tags)))
    return list(dict.fromkeys(book.full(name.text) for name in found if name.type is kind))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The plan was shown to Foreign Minister Ada Lovell.", ["Ada Lovell"]),
        ("It was the Prime Minister who left.", []),
        ("Police met Belgian officials of the Harbour Board.", ["Harbour Board"]),
        ("There the British attacked.", ["British"]),
        ("On Monday it was read by Jan P. Berg.", ["Jan P. Berg"]),
        ("Paris-based Acme Group said so.", ["Acme Group"]),
        ("It ended with the Battle of Mornay.", []),
        ("They stood by Poland.", ["Poland"]),
        ("It was before World War II.", []),
        ("Shares in Mornay fell.", ["Mornay"]),
        ("They met Generals Ada Lund and Jan Berg.", ["Ada Lund", "Jan Berg"]),
        ("Ada Lovell, 34, came. In Lovell she saw a friend.", ["Ada Lovell"]),
    ],
)
def test_actors(text: str, actors: list[str]) -> None:
    assert _named(text, NameType.ACTOR) == actors


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("He was seen in Mornay.", ["Mornay"]),
        ("They came from Mornay, Italy.", ["Mornay", "Italy"]),
        ("She lived near Lake Orsa.", ["Lake Orsa"]),
        ("He stayed in Poland.", ["Poland"]),
        ("A judge in Turin sentenced him.", ["Turin"]),
        ("He trained in the Harbour Board.", []),
        ("He reported to the Universal Bird Review.", []),
        ("He returned to the Isle of Mornay.", ["Isle of Mornay"]),
        ("He went from SEV3 to SEV1 at noon CET.", []),
        ("Notably, it rained. Rain fell.", []),
    ],
)
def test_places(text: str, places: Iterable[str]) -> None:
    assert _named(text, NameType.PLACE) == places


def test_the_person_a_text_is_about() -> None:
    text = "Ada Lovell was born in Riga. Lovell met Jan Berg. Lovell left. Ada Lovell died."
    parts = passages(document(text), (), LEXICON)
    assert NameBook(parts, LEXICON).hero() == "Ada Lovell"
