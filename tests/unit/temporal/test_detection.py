"""Detection of languages."""

import pytest

from dateline.temporal import detect_language, tag
from dateline.temporal.detection import FALLBACK_LANGUAGE, language_to_read


def test_english() -> None:
    assert (
        detect_language("The meeting took place on the request of my office, and they had been trying for this.")
        == "en"
    )


def test_unknown() -> None:
    assert detect_language("") is None
    assert detect_language("12 34 56") is None
    assert detect_language("Valtioneuvosto päätti asiasta perjantaina ja tiedotti siitä heti.") is None


@pytest.mark.parametrize(
    ("said", "read_as"), [("de", "de"), ("en", "en"), ("fr", FALLBACK_LANGUAGE), (None, FALLBACK_LANGUAGE)]
)
def test_a_language_without_a_file_is_read_by_the_fallback(said: str | None, read_as: str) -> None:
    text = "Le pont a été inauguré le 3 mai 1998."
    assert language_to_read(text, said) == read_as
    assert tag(text, None, language=said) is not None
