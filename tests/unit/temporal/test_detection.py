"""Detection of languages."""

import pytest

from dateline.temporal import detect_language, tag
from dateline.temporal.detection import FALLBACK_LANGUAGE, language_to_read


def test_english() -> None:
    assert (
        detect_language("The meeting took place on the request of my office, and they had been trying for this.")
        == "en"
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a annoncé mardi que les contrôles seraient renforcés dans les gares et sur les quais.", "fr"),
        ("El ministro anunció el martes que se reforzarán los controles en las estaciones y los andenes.", "es"),
        ("Der Minister kündigte am Dienstag an, dass die Kontrollen an den Bahnhöfen verschärft werden.", "de"),
        ("Il ministro ha annunciato martedì che i controlli nelle stazioni saranno rafforzati per tutti.", None),
        ("O ministro anunciou na terça-feira que os controlos nas estações serão reforçados para todos.", None),
        ("De minister kondigde dinsdag aan dat de controles op de stations worden verscherpt.", None),
    ],
)
def test_languages_with_a_file_are_told_from_their_neighbours(text: str, language: str | None) -> None:
    assert detect_language(text) == language


def test_unknown() -> None:
    assert detect_language("") is None
    assert detect_language("12 34 56") is None
    assert detect_language("Valtioneuvosto päätti asiasta perjantaina ja tiedotti siitä heti.") is None


@pytest.mark.parametrize(
    ("said", "read_as"), [("de", "de"), ("en", "en"), ("fi", FALLBACK_LANGUAGE), (None, FALLBACK_LANGUAGE)]
)
def test_a_language_without_a_file_is_read_by_the_fallback(said: str | None, read_as: str) -> None:
    text = "Silta avattiin 3. toukokuuta 1998."
    assert language_to_read(text, said) == read_as
    assert tag(text, None, language=said) is not None
