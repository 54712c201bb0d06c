"""EDTF goes out and comes back, in any year, and never says more than was known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.dates import (
    DAY_SECONDS,
    Certainty,
    Extent,
    Interval,
    Precision,
    add_months,
    civil,
    day_number,
    instant,
    month_length,
)
from dateline.model.edtf import format_edtf, parse_edtf, unit_name, whole_days
from model_values import PRECISIONS, intervals

CERTAINTIES = st.sampled_from([Certainty.STATED, Certainty.APPROXIMATE])
SHORT_YEARS = st.integers(-9999, 9999)
LONG_YEARS = st.integers(-(10**11), 10**11)


@st.composite
def days(draw: st.DrawFn) -> int:
    year, month = draw(SHORT_YEARS), draw(st.integers(1, 12))
    return day_number(year, month, draw(st.integers(1, month_length(year, month))))


def days_of(year: int, month: int = 1, months: int = 12) -> Interval:
    return Interval.within(instant(year, month), instant(*add_months(year, month, months)))


@st.composite
def units(draw: st.DrawFn) -> tuple[Interval, Precision]:
    """A calendar unit and its precision: what people mean when they write a date."""
    precision = draw(
        st.sampled_from(
            [
                Precision.SECOND,
                Precision.DAY,
                Precision.MONTH,
                Precision.QUARTER,
                Precision.SEASON,
                Precision.YEAR,
                Precision.DECADE,
                Precision.CENTURY,
            ]
        )
    )
    year = draw(SHORT_YEARS)
    match precision:
        case Precision.SECOND:
            start = draw(days()) * DAY_SECONDS + draw(st.integers(0, DAY_SECONDS - 1))
            return Interval.within(start, start + 1), precision
        case Precision.DAY:
            day = draw(days())
            return Interval.days(day, day), precision
        case Precision.MONTH:
            return days_of(year, draw(st.integers(1, 12)), 1), precision
        case Precision.QUARTER:
            return days_of(year, draw(st.sampled_from([1, 4, 7, 10])), 3), precision
        case Precision.SEASON:
            return days_of(year, draw(st.sampled_from([3, 6, 9, 12])), 3), precision
        case Precision.YEAR:
            return days_of(draw(LONG_YEARS)), precision
        case _:
            size = 10 if precision is Precision.DECADE else 100
            head = draw(st.integers(0, 9999 // size)) * size
            negative = head > 0 and draw(st.booleans())
            first = -head - size + 1 if negative else head
            return Interval.within(instant(first), instant(first + size)), precision


@given(units(), CERTAINTIES)
def test_a_calendar_unit_comes_back_as_it_was(unit: tuple[Interval, Precision], certainty: Certainty) -> None:
    interval, precision = unit
    assert parse_edtf(format_edtf(interval, precision, certainty)) == (interval, precision, certainty)


@given(days(), st.integers(0, 10**6), CERTAINTIES)
def test_a_span_of_days_comes_back_as_it_was(first: int, length: int, certainty: Certainty) -> None:
    """Whether it happened once in these days or lasted through them; a unit that fits them exactly may name them."""
    last = min(first + length, day_number(9999, 12, 31))
    once = Interval.days(first, last)
    assert parse_edtf(format_edtf(once, Precision.DAY, certainty))[::2] == (once, certainty)
    through = Interval.from_to(Interval.days(first, first), Interval.days(last, last))
    assert parse_edtf(format_edtf(through, Precision.DAY, certainty)) == (through, Precision.DAY, certainty)


@given(units(), units(), CERTAINTIES)
def test_from_unit_to_unit_comes_back_as_it_was(
    one: tuple[Interval, Precision], other: tuple[Interval, Precision], certainty: Certainty
) -> None:
    (first, precision), (last, _) = sorted((one, other), key=lambda unit: unit[0].sort_key)
    if precision is Precision.SECOND or other[1] is Precision.SECOND or one[1] is Precision.SECOND:
        return  # an interval of EDTF carries no clock time
    if first.overlaps(last):
        return
    interval = Interval.from_to(first, last)
    text = format_edtf(interval, precision, certainty)
    assert "/" in text
    assert parse_edtf(text)[::2] == (interval, certainty)


@given(units(), CERTAINTIES)
def test_open_sides_stay_open(unit: tuple[Interval, Precision], certainty: Certainty) -> None:
    interval, precision = unit
    if precision is Precision.SECOND:
        return
    before = Interval.within(None, interval.latest_end)
    since = Interval.within(interval.earliest_start, None)
    for known in (before, since):
        text = format_edtf(known, precision, certainty)
        assert text.startswith("[")
        assert parse_edtf(text) == (known, precision, certainty)
    lasting = Interval(interval.earliest_start, interval.latest_end, None, None, Extent.THROUGHOUT)
    text = format_edtf(lasting, precision, certainty)
    assert text.endswith("/..")
    assert parse_edtf(text)[::2] == (lasting, certainty)


@given(intervals(), PRECISIONS, CERTAINTIES)
def test_whatever_is_written_can_be_read_and_leaves_nothing_out(
    interval: Interval, precision: Precision, certainty: Certainty
) -> None:
    read, _, read_certainty = parse_edtf(format_edtf(interval, precision, certainty))
    assert read.contains(interval)
    assert read_certainty is certainty


@given(units(), CERTAINTIES)
def test_writing_what_was_read_changes_nothing(unit: tuple[Interval, Precision], certainty: Certainty) -> None:
    text = format_edtf(*unit, certainty)
    assert format_edtf(*parse_edtf(text)) == text


@pytest.mark.parametrize(
    ("text", "interval", "precision"),
    [
        ("2014-10-28", (instant(2014, 10, 28), instant(2014, 10, 29)), Precision.DAY),
        ("2014-10", (instant(2014, 10), instant(2014, 11)), Precision.MONTH),
        ("2014-24", (instant(2014, 12), instant(2015, 3)), Precision.SEASON),
        ("2014-33", (instant(2014), instant(2014, 4)), Precision.QUARTER),
        ("2014", (instant(2014), instant(2015)), Precision.YEAR),
        ("201X", (instant(2010), instant(2020)), Precision.DECADE),
        ("20XX", (instant(2000), instant(2100)), Precision.CENTURY),
        ("-0498", (instant(-498), instant(-497)), Precision.YEAR),
        ("-04XX", (instant(-499), instant(-399)), Precision.CENTURY),
        ("0000", (instant(0), instant(1)), Precision.YEAR),
        ("Y-13800000000", (instant(-13_800_000_000), instant(-13_799_999_999)), Precision.YEAR),
        ("2014-10-28T14:30:05", (instant(2014, 10, 28, 14, 30, 5), instant(2014, 10, 28, 14, 30, 6)), Precision.SECOND),
        ("[..2014-10-30]", (None, instant(2014, 10, 31)), Precision.DAY),
        ("[2014-10-27..2014-10-30]", (instant(2014, 10, 27), instant(2014, 10, 31)), Precision.DAY),
    ],
)
def test_examples(text: str, interval: tuple[int | None, int | None], precision: Precision) -> None:
    known = Interval.within(*interval)
    assert parse_edtf(text) == (known, precision, Certainty.STATED)
    assert format_edtf(known, precision) == text


@pytest.mark.parametrize("text", ["2010/2014-05", "../2014", "2014-10-28/..", "2010~/2014-05~"])
def test_lasting_examples(text: str) -> None:
    assert format_edtf(*parse_edtf(text)) == text


def test_inferred_has_no_sign() -> None:
    assert format_edtf(days_of(2014), Precision.YEAR, Certainty.INFERRED) == "2014"


def test_a_time_without_seconds_is_written_as_its_day() -> None:
    start = instant(2014, 10, 28, 14, 30)
    assert format_edtf(Interval.within(start, start + 60), Precision.MINUTE) == "2014-10-28"
    assert parse_edtf("2014-10-28T14:30")[0] == Interval.within(start, start + 60)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2014-13",
        "2014-00",
        "2014-02-30",
        "2013-02-29",
        "14-10-28",
        "2014-10-28T25:00",
        "../..",
        "[..]",
        "2014/2013",
        "20X4",
        "Y",
        "2014-10-28-1",
        "[2014,2015]",
        "2014-10-2\n8",
    ],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_edtf(text)


@given(st.text(max_size=12) | st.text("0123456789-/.[]XYT:~?% ", max_size=16))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        interval, precision, certainty = parse_edtf(text)
    except ValueError:
        return
    assert parse_edtf(format_edtf(interval, precision, certainty))[0].contains(interval)


def test_units_are_found_by_their_bounds() -> None:
    assert unit_name(instant(2014, 2), instant(2014, 3)) == "2014-02"
    assert unit_name(instant(2014, 2), instant(2014, 3) - DAY_SECONDS) is None
    assert whole_days(1, DAY_SECONDS + 1) == (0, 2 * DAY_SECONDS)
    assert civil(0) == (1970, 1, 1)
