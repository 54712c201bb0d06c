"""The small reader of full dates in mastheads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.header_dates import date_in_address, month_comes_first, read_dates
from dateline.model.dates import civil


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("October 30, 2014", (2014, 10, 30)),
        ("30 October 2014", (2014, 10, 30)),
        ("30th October, 2014", (2014, 10, 30)),
        ("Oct. 30, 2014", (2014, 10, 30)),
        ("this 3rd day of May, 2017", (2017, 5, 3)),
        ("3. März 2021", (2021, 3, 3)),
        ("le 1er mai 2020", (2020, 5, 1)),
        ("3 de marzo de 2021", (2021, 3, 3)),
        ("2021-03-04T10:11:12Z", (2021, 3, 4)),
        ("2021/03/04", (2021, 3, 4)),
        ("2014.10.30", (2014, 10, 30)),
        ("30.10.2014", (2014, 10, 30)),
        ("30.10.14", (2014, 10, 30)),
        ("30.10.201412:15 Uhr", (2014, 10, 30)),
        ("12/31/1999", (1999, 12, 31)),
        ("31/12/1999", (1999, 12, 31)),
        ("12-MAY-2009", (2009, 5, 12)),
        ("12 May '09", (2009, 5, 12)),
        ("R 121430Z MAY 09", (2009, 5, 12)),
        ("2021年3月4日", (2021, 3, 4)),
        ("March 2019", (2019, 3, None)),
        ("03/2019", (2019, 3, None)),
        ("FeldenOctober 30, 2014", (2014, 10, 30)),
        ("Doe3 March 2021Updated", (2021, 3, 3)),
    ],
)
def test_a_date_is_read(text: str, expected: tuple[int, int, int | None]) -> None:
    (date,) = read_dates(text, month_first=True)
    assert (date.year, date.month, date.day) == expected


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2020",
        "29 February 2021",
        "13/13/2020",
        "1.2.3",
        "Version 2.10.2014.7",
        "dismay 2014",
        "Room 2014",
        "12345678",
    ],
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert read_dates(text, month_first=True) == ()


def test_several_dates_come_in_order() -> None:
    text = "born 3 March 1930; died 12 April 2019; buried 2019-04-18"
    assert [text[date.start : date.end] for date in read_dates(text, month_first=True)] == [
        "3 March 1930",
        "12 April 2019",
        "2019-04-18",
    ]


@given(st.integers(-150_000, 80_000), st.sampled_from(["{d}.{m}.{y}", "{y}-{m:02d}-{d:02d}", "{y}/{m:02d}/{d:02d}"]))
def test_every_day_can_be_read_back(day: int, form: str) -> None:
    year, month, number = civil(day)
    (date,) = read_dates(form.format(d=number, m=month, y=year), month_first=True)
    assert date.day_number == day


def test_the_order_is_learnt() -> None:
    assert month_comes_first("01/31/2020")
    assert not month_comes_first("31/01/2020")
    assert not month_comes_first("on 3 May and 4 June")
    assert month_comes_first("on May 3 and June 4")
    assert month_comes_first("no dates at all")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.example.com/world/2021/mar/03/a-title", (2021, 3, 3)),
        ("https://example.com/2021/03/04/a-title", (2021, 3, 4)),
        ("https://example.com/news/20210304-a-title", (2021, 3, 4)),
        ("https://example.com/2021/03/a-title", (2021, 3, None)),
        ("https://example.com/a-title-2021-03-04.html", (2021, 3, 4)),
    ],
)
def test_an_address_tells_a_date(address: str, expected: tuple[int, int, int | None]) -> None:
    date = date_in_address(address)
    assert date is not None
    assert (date.year, date.month, date.day) == expected


@pytest.mark.parametrize(
    "address", ["https://example.com/p/1Dee4", "https://example.com/a/123456789", "https://example.com/2021"]
)
def test_an_address_without_a_date(address: str) -> None:
    assert date_in_address(address) is None
