"""Numbers in words and in figures."""

import pytest

from dateline.temporal.kinds import Kind
from dateline.temporal.language import load_language
from dateline.temporal.numerals import ClockTime, NumericDate, classify, integer_payload, shapes
from dateline.temporal.tokens import tokenise


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two", 2),
        ("twenty-six", 26),
        ("a hundred", 100),
        ("two hundred and ten", 210),
        ("three thousand", 3000),
        ("two thousand and five", 2005),
        ("nineteen ninety-four", 1994),
        ("nineteen hundred", 1900),
        ("13.8 billion", 13.8e9),
        ("five million", 5_000_000),
        ("one hundred twenty-three thousand four hundred and fifty-six", 123_456),
    ],
)
def test_english_numbers_become_one_token(words: str, number: float) -> None:
    items = tokenise(words, load_language("en")).items
    assert [item.payload.get(Kind.NUM) for item in items] == [number]


@pytest.mark.parametrize(("words", "number"), [("einundzwanzig", 21), ("neunundneunzig", 99), ("drei Millionen", 3e6)])
def test_german_numbers(words: str, number: float) -> None:
    assert [item.payload.get(Kind.NUM) for item in tokenise(words, load_language("de")).items] == [number]


def test_two_numbers_stay_two() -> None:
    items = tokenise("two three", load_language("en")).items
    assert [item.payload.get(Kind.NUM) for item in items] == [2, 3]


NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("chunk", "kind", "value"),
    [
        ("2014-10-28", Kind.DATE, NumericDate(10, 28, 2014, iso=True)),
        ("28.10.2014", Kind.DATE, NumericDate(28, 10, 2014, dotted=True)),
        ("10/28/14", Kind.DATE, NumericDate(10, 28, 2014)),
        ("14:30", Kind.CLOCK, ClockTime(14, 30)),
        ("14:30:05", Kind.CLOCK, ClockTime(14, 30, 5)),
        ("20.30", Kind.DOTTED, ClockTime(20, 30)),
        ("3,000", Kind.NUM, 3000),
        ("2.5", Kind.DECIMAL, 2.5),
        ("1/2", Kind.FRACTION, 0.5),
        ("Q3", Kind.QUARTER, 3),
        ("H1", Kind.HALFYEAR, 1),
        ("FY12", Kind.FISCAL_YEAR, 2012),
        ("1999", Kind.YEAR, 1999),
    ],
)
def test_shapes(chunk: str, kind: Kind, value: object) -> None:
    ((start, end, payload),) = classify(chunk, NONE)
    assert (start, end) == (0, len(chunk))
    assert payload[kind] == value


@pytest.mark.parametrize("chunk", ["32.13.2014", "25:61", "1Dee4", "1.2.3.4.5", "9" * 500, "2014-02-30", "99/99/2014"])
def test_what_is_no_time_is_an_identifier(chunk: str) -> None:
    assert all(Kind.JUNK in payload for _, _, payload in classify(chunk, NONE))


def test_ranges_and_words_behind_numbers_are_cut() -> None:
    assert [end - start for start, end, _ in classify("26-27", NONE)] == [2, 1, 2]
    assert [end - start for start, end, _ in classify("14.30-18", NONE)] == [5, 1, 2]
    assert [end - start for start, end, _ in classify("7pm", frozenset({"pm"}))] == [1, 2]
    assert [end - start for start, end, _ in classify("5p.m.", frozenset({"pm"}))] == [1, 4]


def test_the_shapes_are_those_of_all_numbers() -> None:
    every = {
        frozenset(integer_payload(f"{value:0{width}d}")) for width in (1, 2, 3, 4) for value in range(10**width)
    }
    assert every <= shapes()
