"""Each mail of a thread and each entry of a log or a diary counts from its own date."""

import datetime

from dateline import temporal
from dateline.model.documents import Line, LineClass


def values(text: str, day: datetime.date | None = None) -> list[str]:
    return [timex.value for timex in temporal.tag(text, day, language="en")]


def test_each_mail_has_its_own_yesterday() -> None:
    text = (
        "From: Ann\nDate: Mon, 3 May 2010 10:00:00\n\nI saw him yesterday.\n\n"
        "From: Bob\nDate: Wed, 12 May 2010 09:00:00\n\nHe left yesterday.\n"
    )
    assert values(text)[1::2] == ["2010-05-02", "2010-05-11"]


def test_each_line_of_a_log_has_its_own_day() -> None:
    text = "2014-10-28 14:30:01 backup of yesterday done\n2014-11-02 08:00:00 next backup tomorrow\n"
    assert values(text) == ["2014-10-28T14:30:01", "2014-10-27", "2014-11-02T08:00:00", "2014-11-03"]


def test_a_diary_counts_from_its_headings() -> None:
    text = "1 May 1914\nWe left today.\n\n5 May 1914\nYesterday it rained.\n\n9 May 1914\nTomorrow we arrive.\n"
    assert values(text, datetime.date(2014, 1, 1)) == [
        "1914-05-01",
        "1914-05-01",
        "1914-05-05",
        "1914-05-04",
        "1914-05-09",
        "1914-05-10",
    ]


def test_a_caption_does_not_move_the_story() -> None:
    text = "The war of 14 May 1410 was long.\nPhoto: 3 June 1990\nThe next day they fled.\n"
    lines = [
        Line(0, 32, LineClass.BODY),
        Line(33, 51, LineClass.CAPTION),
        Line(52, len(text) - 1, LineClass.BODY),
    ]
    found = temporal.tag(text, None, language="en", lines=lines)
    assert [timex.value for timex in found] == ["1410-05-14", "1990-06-03", "1410-05-15"]


def test_what_it_was_counted_from_is_told() -> None:
    text = "Date: 3 May 2010\n\nI saw him yesterday.\n"
    reference = temporal.tag(text, datetime.date(2014, 1, 1), language="en")[1].reference
    assert reference is not None
    assert reference.name == "entry"
    assert reference.span is not None
    assert text[reference.span.start : reference.span.end] == "3 May 2010"


def classified(*rows: tuple[str, LineClass]) -> tuple[str, list[Line]]:
    """A text of some rows with their classes."""
    lines, start = list[Line](), 0
    for row, kind in rows:
        lines.append(Line(start, start + len(row), kind))
        start += len(row) + 1
    return "\n".join(row for row, _ in rows), lines


def test_a_date_in_the_midst_of_a_log_entry_opens_none() -> None:
    text, lines = classified(
        ("Opened Thu 2021-02-04.", LineClass.BODY),
        ("[02:11] Pump off since 2019-05-06, deploy 2021.02.1 of Jan 27.", LineClass.LOG),
        ("[02:40] Pump on.", LineClass.LOG),
        ("--- Fri 2021-02-05", LineClass.DATELINE),
        ("[09:30] Report shared.", LineClass.LOG),
    )
    found = [timex.value for timex in temporal.tag(text, datetime.date(2022, 1, 1), language="en", lines=lines)]
    assert found == [
        "2021-02-04",
        "2021-02-04T02:11",
        "2019-05-06",
        "2021-01-27",
        "2021-02-04T02:40",
        "2021-02-05",
        "2021-02-05T09:30",
    ]


def test_a_date_behind_another_label_of_a_mail_head_is_not_the_mails() -> None:
    text, lines = classified(("Expires: 03/14/2026", LineClass.MAIL_HEADER), ("She came on Friday.", LineClass.BODY))
    found = temporal.tag(text, datetime.date(2016, 3, 14), language="en", lines=lines)
    assert [timex.value for timex in found] == ["2026-03-14", "2016-03-11"]


def test_an_evening_that_tells_its_day_is_counted_from() -> None:
    text = "They sat last month. On Sunday evening we met the envoy, who had come back the day before."
    assert values(text, datetime.date(2006, 3, 14))[1:] == ["2006-03-12TEV", "2006-03-11"]


def test_a_week_that_holds_the_day_told_does_not_move_the_story() -> None:
    text = "Sold in May 1999, it burnt on 14 August 2001. It had failed earlier that week. By 0458 there was smoke."
    assert values(text, datetime.date(2012, 3, 6))[-1] == "2001-08-14T04:58"


def test_each_answer_of_an_interview_is_given_today() -> None:
    rows = [
        ("When did it begin?", LineClass.QUESTION),
        ("In 1986. That October he died, and in 2007 we had a name.", LineClass.ANSWER),
        ("And the grant?", LineClass.QUESTION),
        ("They decide in April. The tapes were shown on 20 October.", LineClass.ANSWER),
    ]
    text, lines = "", []
    for words, kind in rows:
        lines.append(Line(len(text), len(text) + len(words), kind))
        text += words + "\n"
    found = temporal.tag(text, datetime.date(2019, 3, 7), language="en", lines=lines)
    assert [timex.value for timex in found] == ["1986", "1986-10", "2007", "2019-04", "2018-10-20"]
