"""German verb forms made by rule."""

import pytest

from dateline.events.brackets import Form, verb_readings


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
    readings = {(known.form, known.verb, known.particle, known.past) for known in verb_readings("de")[word]}
    assert (form, verb, particle, past) in readings


def test_every_form_is_one_word_and_every_particle_another() -> None:
    for word, readings in verb_readings("de").items():
        assert word.isalpha()
        assert word.islower()
        assert all("|" not in known.particle for known in readings)
