"""A text read with corrections: the words say what a person said, and what hangs on them follows."""

from dateline.model.corrections import BY_HAND, Correction
from dateline.model.dates import Certainty, Interval, Precision, day_number, instant
from dateline.model.documents import Published, PublishedOrigin
from dateline.model.edtf import format_edtf
from dateline.model.spans import Span
from dateline.model.timex import Timex3
from dateline.temporal import read_times, tag

TEXT = (
    "The office opened on 3/4/2012. The council met last March in Geneva. Two days later it signed a treaty. "
    "It has met since June 2011 in Bern."
)
PUBLISHED = Published(
    Interval.days(day_number(2014, 10, 30), day_number(2014, 10, 30)), Precision.DAY, PublishedOrigin.TEXT
)


def day(year: int, month: int, number: int) -> Interval:
    return Interval.days(day_number(year, month, number), day_number(year, month, number))


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def read(*corrections: Correction) -> dict[str, Timex3]:
    timexes, _ = read_times(TEXT, PUBLISHED, language="en", corrections=corrections)
    return {timex.text: timex for timex in timexes}


def test_without_corrections_nothing_changes() -> None:
    assert read() == {timex.text: timex for timex in tag(TEXT, PUBLISHED, language="en")}


def test_what_is_counted_from_corrected_words_moves_with_them() -> None:
    found = read(Correction(place("last March"), day(2012, 3, 10), Precision.DAY))

    assert found["last March"].rule == BY_HAND
    assert found["last March"].value == "2012-03-10"
    assert found["Two days later"].value == "2012-03-12"
    assert found["3/4/2012"] == read()["3/4/2012"]


def test_words_that_are_no_date_are_gone() -> None:
    assert read().keys() - read(Correction(place("3/4/2012"))).keys() == {"3/4/2012"}


def test_words_that_no_rule_takes_for_a_date_can_be_one() -> None:
    found = read(Correction(place("The council"), day(1999, 5, 1), Precision.DAY))

    assert found["The council"].interval == day(1999, 5, 1)


def test_a_word_beside_a_date_goes_on_saying_how_an_event_lies_to_it() -> None:
    may = Interval.within(instant(2010, 5), instant(2010, 6))
    found = read(Correction(place("June 2011"), may, Precision.MONTH))["June 2011"]

    assert found.denoted == may
    assert found.interval is not None
    assert (found.interval.earliest_start, found.interval.latest_end) == (instant(2010, 5), None)


def test_a_time_that_is_no_unit_of_the_calendar_keeps_its_bounds_and_its_certainty() -> None:
    days = Interval.days(day_number(2012, 3, 8), day_number(2012, 3, 11))
    found = read(Correction(place("last March"), days, Precision.DAY, Certainty.APPROXIMATE))["last March"]

    assert found.interval == days
    assert found.certainty is Certainty.APPROXIMATE
    assert found.value == format_edtf(days, Precision.DAY)


def test_the_part_of_an_expression_that_is_corrected_stands_for_all_of_it() -> None:
    whole = place("last March")
    found = read(Correction(Span(whole.start + 5, whole.end), day(2011, 3, 1), Precision.DAY))

    assert "last March" not in found
    assert found["March"].value == "2011-03-01"
