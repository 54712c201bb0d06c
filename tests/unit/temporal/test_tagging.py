"""The tagger against specifications written as data, and the laws that hold for any text."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import temporal
from dateline.model.timex import Timex3

SPECS = sorted((Path(__file__).resolve().parents[2] / "specs" / "timex").glob("*.json"))
Case = dict[str, Any]


def found_as_data(timexes: list[Timex3]) -> list[list[str | None]]:
    """In the form of the specifications: words, value, EDTF, rule."""
    return [[timex.text, timex.value, timex.edtf, timex.rule] for timex in timexes]


def differences(cases: list[Case], language: str) -> Iterator[str]:
    for case in cases:
        published = case.get("published")
        day = datetime.date.fromisoformat(published) if published else None
        timexes = temporal.tag(case["text"], day, language=language)
        found = found_as_data(timexes)
        spans = all(case["text"][timex.start : timex.end] == timex.text for timex in timexes)
        if found != case["timexes"] or not spans:
            yield f"{case['text']!r} ({published})\n    expected {case['timexes']}\n    found    {found}"


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_specification(path: Path) -> None:
    cases = json.loads(path.read_text(encoding="utf-8"))
    wrong = list(differences(cases, path.stem.split("-")[0]))
    assert not wrong, f"{len(wrong)} of {len(cases)} differ:\n" + "\n".join(wrong)


VOCABULARY = r"""
    a the first second last next this that three 3 28 31 1999 2014 '99 44 BC AD century decade October may March Tuesday
    sun week months years ago earlier later before after since until from to between and of early late mid end about
    more than every daily now recently Q3 fiscal quarter winter morning noon 5 p.m. 14:30 EST Easter 10/11/2012 2004-06
    1/2 half couple , . - / : ( ) ' $ % 22nd 1Dee4 99999999999999999999 billion hundred 0 00 tonight yesterday weekend
    time year
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n\n", "\n", " "])
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=20).map("".join)
)
DAYS = st.one_of(st.none(), st.dates())


@given(TEXTS, DAYS)
@settings(max_examples=300, deadline=None)
def test_laws_hold_for_any_text(text: str, day: datetime.date | None) -> None:
    timexes = temporal.tag(text, day, language="en")
    end = 0
    for timex in timexes:
        assert end <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        assert timex.value
        assert timex.edtf is None or timex.interval is not None
        end = timex.end
    assert temporal.tag(text, day, language="en") == timexes
    same, lookalikes = temporal.read_times(text, day, language="en")
    assert same == timexes
    for lookalike in lookalikes:
        assert all(not lookalike.span.overlaps(timex.span) for timex in timexes)


@given(st.text(max_size=60), DAYS)
@settings(max_examples=200, deadline=None)
def test_any_words_can_be_typed(words: str, day: datetime.date | None) -> None:
    timex = temporal.read_date(words, day)
    assert timex is None or timex.interval is not None
