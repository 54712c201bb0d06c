"""What is proposed after one expression was read in another way."""

from dateline.model.corrections import BY_HAND, Correction
from dateline.model.dates import Interval, Precision, day_number, iso_day
from dateline.model.documents import Published, PublishedOrigin
from dateline.model.timex import Timex3
from dateline.temporal import read_times, similar, similarly_counted, tag


def day(year: int, month: int, number: int) -> Interval:
    return Interval.days(day_number(year, month, number), day_number(year, month, number))


PUBLISHED = Published(day(2014, 10, 30), Precision.DAY, PublishedOrigin.TEXT)


def read(text: str) -> list[Timex3]:
    return tag(text, PUBLISHED, language="en")


def starts(proposals: list[tuple[Timex3, Correction]]) -> dict[str, str]:
    """The proposed first day of each expression, "" where it is to be no date."""
    first = {timex.text: made.interval.earliest_start if made.interval else None for timex, made in proposals}
    return {text: "" if start is None else iso_day(start) for text, start in first.items()}


def test_day_and_month_in_the_other_order() -> None:
    found = read("It opened on 3/4/2012. They voted on 5/6/2012, on July 8, 2012 and on 9/9/2012.")
    correction = Correction(found[0].span, day(2012, 4, 3), Precision.DAY)

    assert starts(list(similar(found[0], correction, found[1:]))) == {"5/6/2012": "2012-06-05"}


def test_what_has_one_order_alone_is_not_proposed() -> None:
    found = read("It opened on 3/4/2012. They voted on 5/6/2012.")
    other_year = Correction(found[0].span, day(2013, 3, 4), Precision.DAY)

    assert list(similar(found[0], other_year, found[1:])) == []


def test_the_same_words_with_the_same_reading() -> None:
    found = read("In May 1996 the act was passed. The act of May 1996 was long. In May 1997 it ended.")
    correction = Correction(found[0].span)

    proposals = list(similar(found[0], correction, found[1:]))

    assert starts(proposals) == {"May 1996": ""}
    assert proposals[0][1].span == found[1].span


def test_what_was_counted_from_the_same_wrong_time() -> None:
    found = read("They met last March in Bern. On 12 May they signed. In 2009 it had failed.")
    before = next(timex for timex in found if timex.text == "last March")
    march = Interval.days(day_number(2012, 3, 1), day_number(2012, 3, 31))
    correction = Correction(before.span, march, Precision.MONTH)

    assert starts(list(similarly_counted(before, correction, found[1:]))) == {"12 May": "2012-05-12"}


def test_a_finer_date_moves_nothing_else() -> None:
    found = read("They met last March in Bern. On 12 May they signed.")
    correction = Correction(found[0].span, day(2014, 3, 10), Precision.DAY)

    assert list(similarly_counted(found[0], correction, found[1:])) == []


def test_what_a_person_has_read_is_left_alone() -> None:
    text = "In May 1996 the act was passed. The act of May 1996 was long."
    first, second = read(text)
    kept = Correction(second.span, second.denoted, Precision.MONTH)
    by_hand, _ = read_times(text, PUBLISHED, language="en", corrections=[kept])

    assert by_hand[1].rule == BY_HAND
    assert list(similar(first, Correction(first.span), by_hand[1:])) == []
