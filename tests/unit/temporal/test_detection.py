"""Detection of languages."""

from dateline.temporal import detect_language


def test_english() -> None:
    assert (
        detect_language("The meeting took place on the request of my office, and they had been trying for this.")
        == "en"
    )


def test_unknown() -> None:
    assert detect_language("") is None
    assert detect_language("12 34 56") is None
    assert detect_language("Valtioneuvosto päätti asiasta perjantaina ja tiedotti siitä heti.") is None
