"""Instants as integers, precision, certainty, and intervals with four bounds.

An instant is an ``int`` of seconds of wall-clock time since 1970-01-01T00:00 in the proleptic Gregorian calendar,
without a zone. It fits an int64, which spans 292 billion years either way. This module knows nothing of text, zones
or documents, and never uses ``datetime``, which ends at the years 1 and 9999.

Years are astronomical: 0 is 1 BC, -43 is 44 BC.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from dateline.model.values import Value

MINUTE_SECONDS: Final = 60
HOUR_SECONDS: Final = 3600
DAY_SECONDS: Final = 86_400
_MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Days since 1970-01-01 of a date of the proleptic Gregorian calendar, any year.

    Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.

    >>> day_number(2014, 10, 28)
    16371
    >>> day_number(-43, 3, 15) < day_number(1)
    True
    """
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number; the inverse of `day_number` (Hinnant, civil_from_days).

    >>> civil(16371)
    (2014, 10, 28)
    """
    era, day_of_era = divmod(day + 719_468, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return era * 400 + year_of_era + (month <= 2), month, day_of_year - (153 * shifted_month + 2) // 5 + 1


def weekday(day: int) -> int:
    """Day of the week of a day number, 0 is Monday.

    >>> weekday(day_number(2014, 10, 28))
    1
    """
    return (day + 3) % 7


def is_leap(year: int) -> bool:
    """Whether a year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days of a month."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month - 1]


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month, some months later or earlier.

    >>> add_months(2014, 10, -6)
    (2014, 4)
    """
    years, zero_based = divmod(month - 1 + months, 12)
    return year + years, zero_based + 1


def instant(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """Seconds since 1970-01-01T00:00 of a date and clock time as written."""
    return day_number(year, month, day) * DAY_SECONDS + hour * HOUR_SECONDS + minute * MINUTE_SECONDS + second


def civil_instant(seconds: int) -> tuple[int, int, int, int, int, int]:
    """Year, month, day, hour, minute and second of an instant; the inverse of `instant`."""
    day, rest = divmod(seconds, DAY_SECONDS)
    return (*civil(day), rest // HOUR_SECONDS, rest % HOUR_SECONDS // MINUTE_SECONDS, rest % MINUTE_SECONDS)


class Precision(StrEnum):
    """How fine a time is known, finest first. It says nothing about how sure it is; that is `Certainty`."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    LONGER = "longer"

    @property
    def rank(self) -> int:
        """0 for the finest; a larger rank is coarser."""
        return _RANKS[self]

    @property
    def has_clock(self) -> bool:
        """Whether a time of this precision has a time of day."""
        return self.rank < Precision.DAY.rank


_RANKS: Final = {precision: rank for rank, precision in enumerate(Precision)}


class Certainty(StrEnum):
    """How a time is known: written so, written with a soft word, or counted from something else."""

    STATED = "stated"
    APPROXIMATE = "approximate"
    INFERRED = "inferred"


class Extent(StrEnum):
    """What an interval says of the event in it: it lasted through it, or it happened once, somewhere in it."""

    THROUGHOUT = "throughout"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Interval(Value):
    """The four bounds of a time. Each is an instant in seconds (see the module), or None where it is open.

    The start lies in [earliest_start, latest_start], the end in [earliest_end, latest_end]; an end is exclusive, so
    the day 1970-01-01 is 0 to 86,400. What lasted exactly through a span has equal starts and equal ends. What
    happened once within a span may start as late as its end and end as early as its start.

    At least one of earliest_start and latest_end is known: a time without any bound is no Interval but None.
    """

    earliest_start: int | None
    latest_start: int | None
    earliest_end: int | None
    latest_end: int | None
    extent: Extent = Extent.WITHIN

    def __post_init__(self) -> None:
        start, end = self.earliest_start, self.latest_end
        if start is None and end is None:
            raise ValueError("an interval needs a first or a last bound")
        if start is not None and end is not None and start >= end:
            raise ValueError(f"an interval must not be empty: {start} to {end}")

    @classmethod
    def within(cls, start: int | None, end: int | None) -> "Interval":
        """Once, somewhere from start to end (seconds, end exclusive, None is open)."""
        return cls(start, end, start, end, Extent.WITHIN)

    @classmethod
    def throughout(cls, start: int | None, end: int | None) -> "Interval":
        """All the time from start to end (seconds, end exclusive, None is open)."""
        return cls(start, start, end, end, Extent.THROUGHOUT)

    @classmethod
    def from_to(cls, first: "Interval", last: "Interval") -> "Interval":
        """All the time from somewhere in `first` to somewhere in `last`: "from 1990 to 1995"."""
        return cls(first.earliest_start, first.latest_end, last.earliest_start, last.latest_end, Extent.THROUGHOUT)

    @classmethod
    def days(cls, first_day: int, last_day: int) -> "Interval":
        """Once, within whole days given by their numbers, both inclusive."""
        return cls.within(first_day * DAY_SECONDS, (last_day + 1) * DAY_SECONDS)

    def with_extent(self, extent: Extent) -> "Interval":
        """The same outer bounds read as lasting, or as happening once."""
        if extent is self.extent:
            return self
        make = Interval.within if extent is Extent.WITHIN else Interval.throughout
        return make(self.earliest_start, self.latest_end)

    def moved(self, seconds: int) -> "Interval":
        """The same interval, some seconds later."""

        def move(bound: int | None) -> int | None:
            return None if bound is None else bound + seconds

        return replace(
            self,
            earliest_start=move(self.earliest_start),
            latest_start=move(self.latest_start),
            earliest_end=move(self.earliest_end),
            latest_end=move(self.latest_end),
        )

    def contains(self, other: "Interval") -> bool:
        """Whether the outer bounds of `other` lie within those of this one (an open bound contains everything)."""
        starts = self.earliest_start is None or (
            other.earliest_start is not None and other.earliest_start >= self.earliest_start
        )
        ends = self.latest_end is None or (other.latest_end is not None and other.latest_end <= self.latest_end)
        return starts and ends

    def overlaps(self, other: "Interval") -> bool:
        """Whether the outer bounds share at least one second."""
        return _before(self.earliest_start, other.latest_end) and _before(other.earliest_start, self.latest_end)

    @property
    def length_seconds(self) -> int | None:
        """Outer length, or None where an end is open."""
        if self.earliest_start is None or self.latest_end is None:
            return None
        return self.latest_end - self.earliest_start

    @property
    def sort_key(self) -> tuple[int, int]:
        """Orders intervals by their first known bound, then by their last."""
        bounds = [bound for bound in (self.earliest_start, self.latest_end) if bound is not None]
        return bounds[0], bounds[-1]


def _before(start: int | None, end: int | None) -> bool:
    return start is None or end is None or start < end


def iso_day(seconds: int) -> str:
    """The calendar day an instant lies in, ISO 8601, with as many digits as the year needs and a sign before year 0.

    >>> iso_day(instant(-43, 3, 15))
    '-0043-03-15'
    """
    year, month, day = civil(seconds // DAY_SECONDS)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def iso_year(year: int) -> str:
    """A year in at least four digits, with a minus before year 0."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso_instant(seconds: int, precision: Precision = Precision.DAY) -> str:
    """An instant as ISO 8601, with the clock where the precision has one."""
    day = iso_day(seconds)
    if not precision.has_clock:
        return day
    _, _, _, hour, minute, second = civil_instant(seconds)
    return f"{day}T{hour:02d}:{minute:02d}" + (f":{second:02d}" if precision is Precision.SECOND else "")
