"""Which of two numbers is the day."""

import datetime

from dateline import temporal


def read(text: str, day: datetime.date | None = None, language: str = "en") -> list[tuple[str, int]]:
    return [(timex.value, len(timex.alternatives)) for timex in temporal.tag(text, day, language=language)]


def test_open_where_nothing_tells() -> None:
    assert read("It was 03/04/2014.") == [("2014-03-04", 1)]


def test_a_day_above_twelve_settles_it_for_the_whole_text() -> None:
    assert read("It was 03/04/2014, then 28/04/2014.") == [("2014-04-03", 0), ("2014-04-28", 0)]
    assert read("It was 03/04/2014, then 04/28/2014.") == [("2014-03-04", 0), ("2014-04-28", 0)]


def test_the_document_day_settles_it() -> None:
    assert read("Posted 03/04/2014.", datetime.date(2014, 4, 3)) == [("2014-04-03", 0)]
    assert read("Posted 03/04/2014.", datetime.date(2014, 3, 4)) == [("2014-03-04", 0)]


def test_the_custom_of_dates_in_words_says_which_is_shown_and_both_stay() -> None:
    assert read("Paid on 03/04/2014, signed on 7 May 2014.")[0] == ("2014-04-03", 1)
    assert read("Paid on 03/04/2014, signed on May 7, 2014.")[0] == ("2014-03-04", 1)
    assert read("Paid on 03/04/2014, signed on May 7, 2014, ended on 8 May 2014.")[0] == ("2014-03-04", 1)


def test_a_language_with_one_custom_settles_it() -> None:
    assert read("Es war der 03/04/2014.", language="de") == [("2014-04-03", 0)]


def test_full_stops_put_the_day_first() -> None:
    assert read("It was 3.4.2014.") == [("2014-04-03", 0)]


def test_equal_numbers_leave_nothing_open() -> None:
    assert read("It was 04/04/2014.") == [("2014-04-04", 0)]
