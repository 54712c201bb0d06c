"""Where sentences end, and that they never cross lines of another class."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.events.lexicon import lexicon_for
from dateline.events.sentences import Sentence, sentences
from dateline.model.documents import Line, LineClass, SourceDocument
from reading_by_hand import document, timex

ABBREVIATIONS = lexicon_for("en").abbreviations


def _split(text: str) -> list[str]:
    return [text[found.start : found.end] for found in sentences(document(text), ABBREVIATIONS)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He came. She left.", 2),
        ("Mr. Smith met Dr. Jones. They talked.", 2),
        ("He lives in the U.S. and works there.", 1),
        ("It cost 3.5 million. Nobody paid.", 2),
        ("J. R. Miller wrote it.", 1),
        ("“It is over.” He left.", 2),
        ("Did he? Yes! He did.", 3),
        ("at 7 p.m. on Monday he fell", 1),
        ("Wait... what", 1),
    ],
)
def test_ends(text: str, count: int) -> None:
    assert len(_split(text)) == count


def test_a_line_broken_to_a_width_goes_on() -> None:
    text = "The committee that had been set up in the spring met for the\nfirst time on Monday and talked."
    assert _split(text) == [text]


def test_short_lines_stand_alone() -> None:
    assert _split("Home\nNews\nSport") == ["Home", "News", "Sport"]


def test_never_crosses_a_class() -> None:
    text = "A caption that goes on and on without ever coming to any end\nand here a body line begins"
    lines = (Line(0, 60, LineClass.CAPTION), Line(61, len(text), LineClass.BODY))
    found = sentences(SourceDocument("id", "name", text, "", lines), ABBREVIATIONS)
    assert [sentence.line_class for sentence in found] == [LineClass.CAPTION, LineClass.BODY]


def test_labels_and_bullets_are_left_out() -> None:
    text = "Ann Lee: I came late.\n- Renew the certificate"
    first, second = sentences(document(text), ABBREVIATIONS)
    assert (first.speaker, text[first.start : first.end]) == ("Ann Lee", "I came late.")
    assert second.listed
    assert text[second.start : second.end] == "Renew the certificate"


@given(st.text(st.sampled_from("aB .!?\n\"'():;-1\u2028…"), max_size=200))
def test_sentences_are_in_order_and_hold_every_letter(text: str) -> None:
    found: list[Sentence] = sentences(document(text), ABBREVIATIONS)
    covered = set[int]()
    for sentence in found:
        assert sentence.start < sentence.end
        assert not covered & set(range(sentence.start, sentence.end))
        covered |= set(range(sentence.start, sentence.end))
    assert [sentence.start for sentence in found] == sorted(sentence.start for sentence in found)


@pytest.mark.parametrize(("day", "language"), [("7. November 2014", "de"), ("January", "en"), ("3. 5. 2014", "de")])
def test_a_date_at_the_head_of_a_line_is_no_bullet_and_no_label(day: str, language: str) -> None:
    text = f"{day}: A nurse writes a letter."
    known = lexicon_for(language).abbreviations
    found = sentences(document(text), known, [timex(text, day, "2014-11-07")])
    assert [text[one.start : one.end] for one in found] == [text]
