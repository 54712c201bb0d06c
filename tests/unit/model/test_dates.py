"""Days, months and instants of any year, and intervals with four bounds."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.dates import (
    DAY_SECONDS,
    Extent,
    Interval,
    Precision,
    add_months,
    civil,
    civil_instant,
    day_number,
    instant,
    is_leap,
    iso_day,
    iso_instant,
    iso_year,
    month_length,
    weekday,
)
from model_values import SECONDS, intervals

ANY_DAY = st.integers(-(10**14), 10**14)  # 270 billion years either way
ANY_YEAR = st.integers(-(10**11), 10**11)


@given(ANY_DAY)
def test_a_day_is_its_date_and_back(day: int) -> None:
    year, month, day_of_month = civil(day)
    assert 1 <= month <= 12
    assert 1 <= day_of_month <= month_length(year, month)
    assert day_number(year, month, day_of_month) == day


@given(ANY_DAY)
def test_the_next_day_is_the_next_date(day: int) -> None:
    year, month, day_of_month = civil(day)
    last = day_of_month == month_length(year, month)
    following = (*add_months(year, month, 1), 1) if last else (year, month, day_of_month + 1)
    assert civil(day + 1) == following
    assert weekday(day + 1) == (weekday(day) + 1) % 7


@given(st.dates())
def test_within_its_years_the_standard_library_agrees(date: datetime.date) -> None:
    day = day_number(date.year, date.month, date.day)
    assert day == date.toordinal() - datetime.date(1970, 1, 1).toordinal()
    assert weekday(day) == date.weekday()
    assert iso_day(day * DAY_SECONDS) == date.isoformat()


@given(SECONDS)
def test_an_instant_is_its_date_and_time_and_back(seconds: int) -> None:
    assert instant(*civil_instant(seconds)) == seconds


@given(ANY_YEAR)
def test_leap_years_have_a_day_more(year: int) -> None:
    assert day_number(year + 1) - day_number(year) == (366 if is_leap(year) else 365)
    assert day_number(year + 400) - day_number(year) == 146_097


@given(ANY_YEAR, st.integers(1, 12), st.integers(-(10**6), 10**6))
def test_months_are_counted_there_and_back(year: int, month: int, months: int) -> None:
    later = add_months(year, month, months)
    assert 1 <= later[1] <= 12
    assert (later[0] - year) * 12 + later[1] - month == months
    assert add_months(*later, -months) == (year, month)


@pytest.mark.parametrize(
    ("year", "text"),
    [(2014, "2014"), (0, "0000"), (-43, "-0043"), (33, "0033"), (12_000, "12000"), (-12_000, "-12000")],
)
def test_years_have_as_many_digits_as_they_need(year: int, text: str) -> None:
    assert iso_year(year) == text
    assert iso_day(instant(year, 3, 15)) == f"{text}-03-15"


@pytest.mark.parametrize(
    ("precision", "text"),
    [
        (Precision.DAY, "2014-10-28"),
        (Precision.CENTURY, "2014-10-28"),
        (Precision.HOUR, "2014-10-28T14:30"),
        (Precision.SECOND, "2014-10-28T14:30:05"),
    ],
)
def test_the_clock_is_told_where_it_is_known(precision: Precision, text: str) -> None:
    assert iso_instant(instant(2014, 10, 28, 14, 30, 5), precision) == text


def test_precisions_rank_from_fine_to_coarse() -> None:
    assert [precision.rank for precision in Precision] == list(range(len(Precision)))
    assert [precision for precision in Precision if precision.has_clock] == list(Precision)[:4]


def test_an_interval_needs_a_bound_and_a_length() -> None:
    with pytest.raises(ValueError, match="first or a last bound"):
        Interval(None, 1, 2, None)
    for end in (0, -1):
        with pytest.raises(ValueError, match="must not be empty"):
            Interval.within(0, end)


@given(intervals(), st.integers(-(10**9), 10**9))
def test_moving_is_undone_by_moving_back(interval: Interval, seconds: int) -> None:
    moved = interval.moved(seconds)
    assert moved.moved(-seconds) == interval
    assert moved.length_seconds == interval.length_seconds


@given(intervals(), intervals())
def test_what_contains_overlaps_and_what_overlaps_does_so_both_ways(one: Interval, other: Interval) -> None:
    assert one.contains(one)
    assert one.overlaps(other) == other.overlaps(one)
    if one.contains(other):
        assert one.overlaps(other)
        assert one.length_seconds is None or other.length_seconds is not None


@given(intervals())
def test_the_extent_changes_the_inner_bounds_alone(interval: Interval) -> None:
    for extent in Extent:
        other = interval.with_extent(extent)
        assert other.extent is extent
        assert (other.earliest_start, other.latest_end) == (interval.earliest_start, interval.latest_end)
    assert interval.with_extent(interval.extent) is interval


def test_from_to_spans_from_somewhere_to_somewhere() -> None:
    first, last = Interval.within(0, 10), Interval.within(20, 30)
    assert Interval.from_to(first, last) == Interval(0, 10, 20, 30, Extent.THROUGHOUT)


def test_days_are_inclusive() -> None:
    day = day_number(2014, 10, 28)
    assert Interval.days(day, day).length_seconds == DAY_SECONDS
    assert Interval.days(day, day + 1).length_seconds == 2 * DAY_SECONDS


def test_open_intervals_are_ordered_by_the_bound_they_have() -> None:
    until, since = Interval.within(None, 5), Interval.within(3, None)
    assert [until.sort_key, since.sort_key] == [(5, 5), (3, 3)]
    assert since.length_seconds is None
    assert since.contains(Interval.within(4, None))
    assert not since.contains(until)
    assert since.overlaps(until)
    assert not Interval.within(5, None).overlaps(until)
