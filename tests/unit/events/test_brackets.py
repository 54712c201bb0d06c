"""German verb forms made by rule."""

import pytest

from dateline.events.brackets import Form, principal_parts, readings_of


@pytest.mark.parametrize(
    ("word", "form", "verb", "particle", "past"),
    [
        ("kündigte", Form.FINITE, "an|kündigen", "an", True),
        ("nahmen", Form.FINITE, "fest|nehmen", "fest", True),
        ("nimmt", Form.FINITE, "fest|nehmen", "fest", False),
        ("festgenommen", Form.PARTICIPLE, "fest|nehmen", "", False),
        ("errichtet", Form.PARTICIPLE, "errichten", "", False),
        ("eröffnete", Form.FINITE, "eröffnen", "", True),
        ("protestiert", Form.PARTICIPLE, "protestieren", "", False),
        ("gestoppt", Form.PARTICIPLE, "stoppen", "", False),
        ("vorzulegen", Form.TO_INFINITIVE, "vor|legen", "", False),
        ("ausbrach", Form.FINITE, "aus|brechen", "", True),
        ("beschlossen", Form.PARTICIPLE, "beschließen", "", False),
    ],
)
def test_forms(word: str, form: Form, verb: str, particle: str, past: bool) -> None:
    readings = {(known.form, known.verb, known.particle, known.past) for known in readings_of(word, "de")}
    assert (form, verb, particle, past) in readings


@pytest.mark.parametrize("word", ["beide", "aufgrund", "einen", "herrschaft", "zusammen", ""])
def test_words_that_are_no_verbs(word: str) -> None:
    assert readings_of(word, "de") == ()


def test_a_particle_stands_apart_from_its_verb() -> None:
    for word in ("nahm", "festnahm", "aufgegeben", "anerkannt", "dichtmachte", "abzureißen"):
        readings = readings_of(word, "de")
        assert readings
        assert all(known.verb.startswith(f"{known.particle}|") for known in readings if known.particle)


@pytest.mark.parametrize(
    ("verb", "singular", "plural", "participle"),
    [
        ("an|erkennen", "erkennt", "erkennen", "anerkannt"),
        ("entschädigen", "entschädigt", "entschädigen", "entschädigt"),
        ("dicht|machen", "macht", "machen", "dichtgemacht"),
    ],
)
def test_parts_of_a_headline(verb: str, singular: str, plural: str, participle: str) -> None:
    parts = principal_parts(verb, "de")
    assert (parts.singular, parts.plural, parts.participle) == (singular, plural, participle)
