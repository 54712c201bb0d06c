"""What people type in fields for dates."""

import datetime

import pytest

from dateline import temporal

TODAY = datetime.date(2014, 10, 30)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("late October 2014", "[2014-10-21~..2014-10-31~]"),
        ("2014-10~", "2014-10~"),
        ("44 BC", "-0043"),
        ("march 44 bc", "-0043-03"),
        ("15 March 44 BC", "-0043-03-15"),
        ("autumn 1998", "1998-23"),
        ("between 3 and 5 May 2010", "2010-05-03/2010-05-05"),
        ("14:30 on 2 May 2014", "2014-05-02"),
        ("from 1990 to 1995", "1990/1995"),
        ("1939-45", "1939/1945"),
        ("before 1900", "[..1899]"),
        ("since 2004", "2004/.."),
        ("until 3 May 2010", "../2010-05-03"),
        ("about 2004", "2004~"),
        ("476", "0476"),
        ("Q3 2012", "2012-35"),
        ("the 1990s", "199X"),
        ("3rd century BC", "-02XX"),
        ("10/28/2014", "2014-10-28"),
        ("28.10.2014", "2014-10-28"),
        ("twenty fourteen", "2014"),
        ("last May", "2014-05"),
        ("spring", "2015-21"),
        ("yesterday", "2014-10-29"),
        ("-0043-03-15", "-0043-03-15"),
        ("2010/2014-05", "2010/2014-05"),
        ("1 may 2014 – 3 june 2014", "2014-05-01/2014-06-03"),
    ],
)
def test_words_in_a_field(words: str, edtf: str) -> None:
    timex = temporal.read_date(words, TODAY)
    assert timex is not None
    assert timex.edtf == edtf


@pytest.mark.parametrize(
    "words", ["", "   ", "xyz", "the meeting", "daily", "three weeks", "now", "x" * 1000, "32 May 2010"]
)
def test_words_that_are_no_date(words: str) -> None:
    assert temporal.read_date(words, TODAY) is None


def test_relative_words_need_a_day_to_count_from() -> None:
    assert temporal.read_date("last May") is None


def test_an_ambiguous_order_keeps_the_other_reading() -> None:
    timex = temporal.read_date("03/04/2014")
    assert timex is not None
    assert len(timex.alternatives) == 1
