"""Times in words for people (English): "Tue 28 October 2014", "about 2004", "May – Oct 2014", "44 BC".

The words never say more than the bounds do: what happened once in a span is "between May and October 2014", what
lasted is "May – October 2014". This module knows nothing of where the words are shown.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from dateline.model.dates import (
    DAY_SECONDS,
    HOUR_SECONDS,
    MINUTE_SECONDS,
    Certainty,
    Extent,
    Interval,
    Precision,
    add_months,
    civil,
    civil_instant,
    day_number,
    instant,
    iso_year,
    weekday,
)
from dateline.model.events import EventTime
from dateline.model.yearstyle import YearStyle

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_SEASONS: Final = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_ORDINALS: Final = {1: "st", 2: "nd", 3: "rd"}
_FIRST_GREGORIAN_DAY: Final = day_number(1582, 10, 15)
_GROUPED_FROM_YEAR: Final = 10_000
_ROUND_FROM_YEAR: Final = 1_000_000
_MOST_TOLD: Final = 2  # of the other times that an event may have


def describe_time(time: EventTime, year_style: YearStyle = YearStyle.ERA) -> str:
    """When an event was, for a card or a tooltip, in full words.

    >>> from dateline.model.edtf import parse_edtf
    >>> describe_time(EventTime(*parse_edtf("2014-10-28")))
    'Tue 28 October 2014'
    >>> describe_time(EventTime(*parse_edtf("2004~")))
    'about 2004'
    """
    return _told(time, year_style, short=False)


def describe_short(time: EventTime, year_style: YearStyle = YearStyle.ERA) -> str:
    """As `describe_time`, with months cut to three letters and no weekday: for tables and labels.

    >>> from dateline.model.edtf import parse_edtf
    >>> describe_short(EventTime(*parse_edtf("2014-05/2014-10")))
    'May – Oct 2014'
    """
    return _told(time, year_style, short=True)


@lru_cache(maxsize=4_096)  # the same days are told again and again: the document's own, the story's
def describe_interval(
    interval: Interval,
    precision: Precision,
    certainty: Certainty = Certainty.STATED,
    year_style: YearStyle = YearStyle.ERA,
    *,
    short: bool = False,
) -> str:
    """An interval in words; a document's own date is told with it too. `short` cuts months and leaves weekdays out."""
    words = _Words(precision, year_style, short)
    about = "about " if certainty is Certainty.APPROXIMATE else ""
    first, last = interval.earliest_start, interval.latest_end
    if first is None or last is None:
        return words.half_open(interval, about)
    if interval.extent is Extent.WITHIN:
        return words.once(first, last, about)
    return words.lasting(interval, first, last, about)


def describe_year(year: int, year_style: YearStyle = YearStyle.ERA) -> str:
    """An astronomical year in words; a round one of millions or billions without its zeros.

    >>> describe_year(-43), describe_year(-43, YearStyle.ASTRONOMICAL), describe_year(-66_000_000)
    ('44 BC', '-0043', '66 million BC')
    """
    if abs(year) >= _ROUND_FROM_YEAR and year % (_ROUND_FROM_YEAR // 10) == 0:
        return _rounded(abs(year)) + (" BC" if year < 0 else " AD")
    if abs(year) >= _GROUPED_FROM_YEAR:
        return f"{1 - year:,} BC" if year < 0 and year_style is YearStyle.ERA else f"{year:,}"
    if year_style is YearStyle.ASTRONOMICAL:
        return iso_year(year)
    if year < 1:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 100 else str(year)


def describe_gap(seconds: int) -> str:
    """A length of time in its two largest units, counted in average months and years.

    >>> describe_gap(292_000_000)
    '9 years 3 months'
    """
    if seconds >= 100 * _YEAR_SECONDS:
        years = round(seconds / _YEAR_SECONDS)
        return (_rounded(years) if years >= _ROUND_FROM_YEAR else f"{years:,}") + " years"
    rest, parts = seconds, []
    for name, size in _GAP_UNITS:
        count, remainder = divmod(rest, size)
        if count:
            parts.append(f"{count} {name}" + ("s" if count > 1 else ""))
            rest = remainder
        if len(parts) == 2 or (parts and not count):
            break
    return " ".join(parts) or "less than a second"


_YEAR_SECONDS: Final = 31_556_952  # 365.2425 days, the mean Gregorian year
_GAP_UNITS: Final = (
    ("year", _YEAR_SECONDS),
    ("month", _YEAR_SECONDS // 12),
    ("day", DAY_SECONDS),
    ("hour", HOUR_SECONDS),
    ("minute", MINUTE_SECONDS),
    ("second", 1),
)


def _rounded(years: int) -> str:
    size, name = (1_000_000_000, "billion") if years >= 1_000_000_000 else (_ROUND_FROM_YEAR, "million")
    return f"{years / size:.10g} {name}" if years % (size // 1000) == 0 else f"{years / size:.1f} {name}"


def _told(time: EventTime, year_style: YearStyle, *, short: bool) -> str:
    """The time shown, and behind it the others that it may be: the second reading of 03/04/2021, another source's date.

    What a date is taken for is never told as if it were sure.
    """
    words = describe_interval(time.interval, time.precision, time.certainty, year_style, short=short)
    words = f"{words} {time.zone}" if time.zone and time.precision.has_clock else words
    others = (
        describe_interval(one.interval, one.precision, year_style=year_style, short=short) for one in time.alternatives
    )
    different = tuple(dict.fromkeys(other for other in others if other != words))
    if len(different) > _MOST_TOLD:
        return f"{words} or one of {len(different)} other dates"
    return " or ".join((words, *different))


class _Words(NamedTuple):
    """One way of putting times into words."""

    precision: Precision
    year_style: YearStyle
    short: bool

    def once(self, first: int, last: int, about: str) -> str:
        """What happened once, somewhere from `first` to `last`."""
        if self.precision.has_clock and first // DAY_SECONDS == (last - 1) // DAY_SECONDS:
            return about + self._moment(first, last)
        unit = self.unit(first, last)
        if unit is not None:
            return about + unit
        ends = self.start_name(first, None), self.end_name(last, None)
        return f"{about}{_joined(*ends, ' – ')}" if about or self.short else f"between {_joined(*ends, ' and ')}"

    def lasting(self, interval: Interval, first: int, last: int, about: str) -> str:
        """What lasted from somewhere near `first` to somewhere near `last`."""
        unit = self.unit(first, last) if interval == Interval.throughout(first, last) else None
        if unit is not None:
            return about + (unit if last - first <= DAY_SECONDS or self.short else f"throughout {unit}")
        if self.precision.has_clock and first // DAY_SECONDS == (last - 1) // DAY_SECONDS:
            return about + self._moment(first, last)
        names = self.start_name(first, interval.latest_start), self.end_name(last, interval.earliest_end)
        return about + _joined(*names, " – ")

    def half_open(self, interval: Interval, about: str) -> str:
        """What has only one bound."""
        once = interval.extent is Extent.WITHIN
        if interval.earliest_start is not None:
            name = about + self.plain(self.start_name(interval.earliest_start, interval.latest_start))
            return f"{name} or later" if once else f"since {name}"
        last = interval.latest_end
        assert last is not None
        if once and self.precision.rank > Precision.DAY.rank:
            return f"before {about}{self.plain(self.start_name(last, None))}"
        name = about + self.plain(self.end_name(last, interval.earliest_end))
        return f"by {name}" if once else f"until {name}"

    def _moment(self, first: int, last: int) -> str:
        """A time of day of one day; all of it is the day itself."""
        day = self.day(first // DAY_SECONDS)
        if last - first == DAY_SECONDS:
            return day
        if self.precision is Precision.PART_OF_DAY:
            return f"{day}, {_part_of_day((first + last) // 2 % DAY_SECONDS)}"
        if last - first > (1 if self.precision is Precision.SECOND else MINUTE_SECONDS):
            return f"{day}, {self.clock(first)}–{self.clock(last)}"
        return f"{day}, {self.clock(first)}"

    def unit(self, first: int, last: int) -> str | None:
        """The name of the calendar unit that fills [first, last) exactly, or None."""
        if first % DAY_SECONDS or last % DAY_SECONDS:
            return None
        if last - first == DAY_SECONDS:
            return self.day(first // DAY_SECONDS)
        if self.precision is Precision.WEEK and last - first == 7 * DAY_SECONDS:
            return "week of " + self.plain(self._day_parts(first // DAY_SECONDS))
        year, month, day = civil(first // DAY_SECONDS)
        if day != 1:
            return None
        if last == instant(*add_months(year, month, 1)):
            return self.plain(("", self.month(month), self.year(year)))
        if last == instant(*add_months(year, month, 3)):
            return self._quarter(year, month)
        return self._years(year, last) if month == 1 else None

    def _quarter(self, year: int, month: int) -> str | None:
        if self.precision is Precision.SEASON and month in _SEASONS:
            years = self.year(year) if month != 12 or year < 1 else f"{self.year(year)}/{(year + 1) % 100:02d}"
            return f"{_SEASONS[month]} {years}"
        if self.precision is Precision.QUARTER and month % 3 == 1:
            return f"{ordinal((month + 2) // 3)} quarter of {self.year(year)}"
        return None

    def _years(self, year: int, last: int) -> str | None:
        if last == instant(year + 1):
            return self.year(year)
        if last == instant(year + 10) and year % 10 == 0 and year > 0:
            return f"the {year}s"
        if last == instant(year + 100) and year % 100 <= 1 and year > 0:
            return f"{ordinal(year // 100 + 1)} century"
        if last == instant(year + 100) and year < 0 and -year % 100 == 99:
            return f"{ordinal((1 - year) // 100)} century BC"
        return None

    def start_name(self, first: int, latest: int | None) -> tuple[str, str, str]:
        """Day, month and year words of a start: of the unit its two bounds fill, or of the precision."""
        return self._end(first // DAY_SECONDS, first, self._size(first, latest))

    def end_name(self, last: int, earliest: int | None) -> tuple[str, str, str]:
        """As `start_name`, of the last day before an end (which is exclusive)."""
        return self._end((last - 1) // DAY_SECONDS, last, self._size(earliest, last))

    def _end(self, day: int, moment: int, size: int) -> tuple[str, str, str]:
        parts = self._day_parts(day)
        if self.precision.has_clock:
            return "", "", f"{self.plain(parts)}, {self.clock(moment)}"
        return "" if size >= 1 else parts[0], "" if size >= 2 else parts[1], parts[2]

    def _size(self, first: int | None, last: int | None) -> int:
        """0 where an end is told by its day, 1 by its month, 2 by its year."""
        if first is not None and last is not None and last - first == DAY_SECONDS:
            return 0
        if self.precision.rank >= Precision.YEAR.rank:
            return 2
        return 1 if self.precision.rank >= Precision.MONTH.rank else 0

    def _day_parts(self, day: int) -> tuple[str, str, str]:
        year, month, day_of_month = civil(day)
        return str(day_of_month), self.month(month), self.year(year)

    def day(self, day: int) -> str:
        """A day's name."""
        name = self.plain(self._day_parts(day))
        # A weekday of an old date would be one of a calendar that nobody then used.
        told = not self.short and day >= _FIRST_GREGORIAN_DAY
        return f"{WEEKDAYS[weekday(day)][:3]} {name}" if told else name

    def month(self, month: int) -> str:
        """A month's name, in three letters where words are short."""
        return MONTHS[month - 1][:3] if self.short else MONTHS[month - 1]

    def year(self, year: int) -> str:
        """A year's name."""
        return describe_year(year, self.year_style)

    def clock(self, seconds: int) -> str:
        """A time of day, with seconds where they are known."""
        _, _, _, hour, minute, second = civil_instant(seconds)
        return f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if self.precision is Precision.SECOND else "")

    def plain(self, parts: tuple[str, str, str]) -> str:
        """Day, month and year words in one."""
        return " ".join(part for part in parts if part)


def _joined(first: tuple[str, str, str], last: tuple[str, str, str], between: str) -> str:
    """Two ends in one phrase, what they share at the end said once: "27 – 30 October 2014"."""
    if first == last:
        return " ".join(part for part in first if part)
    shared = 0
    while shared < 2 and first[2 - shared] == last[2 - shared] and any(first[: 2 - shared]):
        shared += 1
    head = " ".join(part for part in first[: 3 - shared] if part)
    if head.endswith(" BC") and last[2].endswith(" BC") and not any(first[:2]):
        head = head.removesuffix(" BC")
    return head + between + " ".join(part for part in last if part)


def _part_of_day(middle_seconds: int) -> str:
    hour = middle_seconds // HOUR_SECONDS
    names = ((5, "night"), (11, "morning"), (14, "midday"), (18, "afternoon"), (22, "evening"))
    return next((name for end, name in names if hour < end), "night")


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    suffix = "th" if number // 10 % 10 == 1 else _ORDINALS.get(number % 10, "th")
    return f"{number}{suffix}"
