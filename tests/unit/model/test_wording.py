"""How a time is told in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.dates import DAY_SECONDS, Certainty, Extent, Interval, Precision, instant
from dateline.model.edtf import parse_edtf
from dateline.model.events import Alternative, EventTime
from dateline.model.wording import describe_gap, describe_interval, describe_short, describe_time, describe_year
from dateline.model.yearstyle import YearStyle

WORDS = [
    ("2014-10-28", "Tue 28 October 2014", "28 Oct 2014"),
    ("2004~", "about 2004", "about 2004"),
    ("2014-10", "October 2014", "Oct 2014"),
    ("2014-05/2014-10", "May – October 2014", "May – Oct 2014"),
    ("2014-10-27/2014-11-03", "27 October – 3 November 2014", "27 Oct – 3 Nov 2014"),
    ("2013-12-30/2014-01-02", "30 December 2013 – 2 January 2014", "30 Dec 2013 – 2 Jan 2014"),
    ("[2014-10-27..2014-10-30]", "between 27 and 30 October 2014", "27 – 30 Oct 2014"),
    ("1990/1995~", "about 1990 – 1995", "about 1990 – 1995"),
    ("[..2014-10-30]", "by 30 October 2014", "by 30 Oct 2014"),
    ("[..2003]", "before 2004", "before 2004"),
    ("[2005..]", "2005 or later", "2005 or later"),
    ("../2014-10-30", "until 30 October 2014", "until 30 Oct 2014"),
    ("2014-10-30/..", "since 30 October 2014", "since 30 Oct 2014"),
    ("2014-21", "spring 2014", "spring 2014"),
    ("2014-24", "winter 2014/15", "winter 2014/15"),
    ("2014-33", "1st quarter of 2014", "1st quarter of 2014"),
    ("201X", "the 2010s", "the 2010s"),
    ("20XX", "21st century", "21st century"),
    ("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC"),
    ("-049X", "between 500 and 491 BC", "500 – 491 BC"),
    ("Y-13800000000", "13.8 billion BC", "13.8 billion BC"),
    ("2014-10-28T14:30", "Tue 28 October 2014, 14:30", "28 Oct 2014, 14:30"),
    ("2014-10-28T14", "Tue 28 October 2014, 14:00–15:00", "28 Oct 2014, 14:00–15:00"),
]


@pytest.mark.parametrize(("edtf", "long", "short"), WORDS, ids=[row[0] for row in WORDS])
def test_a_time_is_told_in_words(edtf: str, long: str, short: str) -> None:
    time = EventTime(*parse_edtf(edtf))

    assert describe_time(time) == long
    assert describe_short(time) == short


def test_the_year_style_reaches_the_days() -> None:
    time = EventTime(*parse_edtf("-0043-03-15"))

    assert describe_time(time, YearStyle.ASTRONOMICAL) == "15 March -0043"


def test_a_soft_start_is_told_by_its_unit() -> None:
    interval = Interval(instant(2014, 5), instant(2014, 8), instant(2014, 11), instant(2014, 11), Extent.THROUGHOUT)

    assert describe_interval(interval, Precision.MONTH, short=True) == "May – Oct 2014"


def test_a_part_of_a_day_and_a_zone() -> None:
    afternoon = Interval.within(instant(2014, 10, 28, 12), instant(2014, 10, 28, 18))
    minute = Interval.throughout(instant(2014, 10, 28, 14, 30), instant(2014, 10, 28, 15, 45))

    assert describe_interval(afternoon, Precision.PART_OF_DAY) == "Tue 28 October 2014, afternoon"
    assert describe_time(EventTime(minute, Precision.MINUTE, zone="EST")) == "Tue 28 October 2014, 14:30–15:45 EST"


def test_what_lasted_a_month_differs_from_what_happened_in_it() -> None:
    month = Interval.within(instant(2014, 10), instant(2014, 11))

    assert describe_interval(month, Precision.MONTH) == "October 2014"
    assert describe_interval(month.with_extent(Extent.THROUGHOUT), Precision.MONTH) == "throughout October 2014"


def test_what_may_be_another_day_says_so() -> None:
    interval, precision, certainty = parse_edtf("2021-03-04")
    others = tuple(Alternative(*parse_edtf(edtf)[:2]) for edtf in ("2021-04-03", "2021-04-05", "2021-04-07"))

    def told(count: int) -> tuple[str, str]:
        time = EventTime(interval, precision, certainty, None, others[:count])
        return describe_time(time), describe_short(time)

    assert told(0) == ("Thu 4 March 2021", "4 Mar 2021")
    assert told(1) == ("Thu 4 March 2021 or Sat 3 April 2021", "4 Mar 2021 or 3 Apr 2021")
    assert told(3) == ("Thu 4 March 2021 or one of 3 other dates", "4 Mar 2021 or one of 3 other dates")


@pytest.mark.parametrize(
    ("year", "era", "astronomical"),
    [(2014, "2014", "2014"), (79, "AD 79", "0079"), (0, "1 BC", "0000"), (-9999, "10000 BC", "-9999")],
)
def test_years(year: int, era: str, astronomical: str) -> None:
    assert describe_year(year) == era
    assert describe_year(year, YearStyle.ASTRONOMICAL) == astronomical


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (292_000_000, "9 years 3 months"),
        (3 * DAY_SECONDS, "3 days"),
        (5 * 3600 + 120, "5 hours 2 minutes"),
        (1, "1 second"),
        (0, "less than a second"),
        (66_000_000 * 31_556_952, "66 million years"),
    ],
)
def test_gaps(seconds: int, words: str) -> None:
    assert describe_gap(seconds) == words


@given(
    start=st.integers(-(10**15), 10**15),
    length=st.integers(1, 10**14),
    precision=st.sampled_from(Precision),
    certainty=st.sampled_from(Certainty),
    extent=st.sampled_from(Extent),
    sides=st.sampled_from([(True, True), (True, False), (False, True)]),
)
def test_every_time_has_words(
    start: int, length: int, precision: Precision, certainty: Certainty, extent: Extent, sides: tuple[bool, bool]
) -> None:
    make = Interval.within if extent is Extent.WITHIN else Interval.throughout
    interval = make(start if sides[0] else None, start + length if sides[1] else None)

    words = describe_interval(interval, precision, certainty)

    assert words.strip() == words
    assert "  " not in words
    assert ("about" in words) == (certainty is Certainty.APPROXIMATE)
