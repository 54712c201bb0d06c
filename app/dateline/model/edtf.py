"""EDTF in and out: the Extended Date/Time Format of the Library of Congress (ISO 8601-2:2019), for intervals.

What is written: units (`2014-10-28`, `2014-10`, `2014-21` spring, `2014-33` first quarter, `2014`, `201X`, `20XX`,
`Y-13800000000`), what lasted (`2010/2014-05`), what happened once somewhere between (`[2014-10-27..2014-10-30]`),
open sides (`../2014`, `[..2014]`), and `~` for approximate. EDTF has no sign for "inferred"; that is told beside it.
A time of day without seconds has no EDTF form either: such a time is written as its day, never with seconds that
nobody stated.
"""

import re
from collections.abc import Iterator
from typing import Final

from dateline.model.dates import (
    DAY_SECONDS,
    Certainty,
    Extent,
    Interval,
    Precision,
    add_months,
    civil,
    civil_instant,
    instant,
    iso_day,
    iso_year,
    month_length,
)

_QUALIFIERS: Final = "~?%"
_SEASON_FIRST_MONTH: Final = {21: 3, 22: 6, 23: 9, 24: 12}  # meteorological; winter runs into the next year
_QUARTER_FIRST_MONTH: Final = {33: 1, 34: 4, 35: 7, 36: 10}
_LAST_SHORT_YEAR: Final = 9999


def format_edtf(interval: Interval, precision: Precision, certainty: Certainty = Certainty.STATED) -> str:
    """An interval as EDTF, with `~` when it is approximate.

    >>> format_edtf(Interval.within(instant(2004), instant(2005)), Precision.YEAR, Certainty.APPROXIMATE)
    '2004~'
    >>> format_edtf(Interval.within(None, instant(2014, 10, 31)), Precision.DAY)
    '[..2014-10-30]'
    """
    mark = "~" if certainty is Certainty.APPROXIMATE else ""
    start, end = interval.earliest_start, interval.latest_end
    if interval.extent is Extent.WITHIN and start is not None and end is not None:
        if precision is Precision.SECOND and end - start == 1:
            return _format_second(start) + mark
        unit = unit_name(*whole_days(start, end))
        if unit is not None:
            return unit + mark
    first = None if start is None else _first_name(interval, precision) + mark
    last = None if end is None else _last_name(interval, precision) + mark
    if interval.extent is Extent.THROUGHOUT:
        return f"{first or '..'}/{last or '..'}"
    return f"[{first or ''}..{last or ''}]"


def whole_days(start: int, end: int) -> tuple[int, int]:
    """The span in seconds widened to whole days."""
    return start // DAY_SECONDS * DAY_SECONDS, -(-end // DAY_SECONDS) * DAY_SECONDS


def unit_name(start: int, end: int) -> str | None:
    """The EDTF name of the calendar unit that fills [start, end) exactly, or None."""
    return next((name for name, _, unit_end in _units_from(start) if unit_end == end), None)


def _units_from(start: int) -> Iterator[tuple[str, Precision, int]]:
    """Every calendar unit that begins at an instant: its name, precision and end, smallest first."""
    year, month, day, *clock = civil_instant(start)
    if any(clock):
        return
    short = abs(year) <= _LAST_SHORT_YEAR
    if short:
        yield f"{iso_year(year)}-{month:02d}-{day:02d}", Precision.DAY, start + DAY_SECONDS
    if day != 1:
        return
    if short:
        yield from _parts_of_year(year, month)
    if month == 1:
        yield from _years_from(year)


def _parts_of_year(year: int, month: int) -> Iterator[tuple[str, Precision, int]]:
    yield f"{iso_year(year)}-{month:02d}", Precision.MONTH, instant(*add_months(year, month, 1))
    for table, precision in ((_QUARTER_FIRST_MONTH, Precision.QUARTER), (_SEASON_FIRST_MONTH, Precision.SEASON)):
        for code, first_month in table.items():
            if first_month == month:
                yield f"{iso_year(year)}-{code}", precision, instant(*add_months(year, month, 3))


def _years_from(year: int) -> Iterator[tuple[str, Precision, int]]:
    name = iso_year(year) if abs(year) <= _LAST_SHORT_YEAR else f"Y{year}"
    yield name, Precision.YEAR, instant(year + 1)
    for digits, size, precision in ((3, 10, Precision.DECADE), (2, 100, Precision.CENTURY)):
        # A masked year counts away from zero: 201X is 2010 to 2019, -049X is -499 to -490.
        head = year // size if year >= 0 else -(-(year + size - 1) // size)
        first = head * size if year >= 0 else year
        if 0 <= year <= _LAST_SHORT_YEAR and first == year:
            yield f"{head:0{digits}d}" + "X" * (4 - digits), precision, instant(year + size)
        elif -_LAST_SHORT_YEAR <= year < 0 and (year + size - 1) % size == 0 and year + size - 1 < 0:
            yield f"-{-(year + size - 1) // size:0{digits}d}" + "X" * (4 - digits), precision, instant(year + size)


def _format_second(start: int) -> str:
    year, month, day, hour, minute, second = civil_instant(start)
    return f"{iso_year(year)}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}"


def _first_name(interval: Interval, precision: Precision) -> str:
    """The name of the unit in which the start lies: the one the bounds fill, or the one of the precision, or a day."""
    start, latest = interval.earliest_start, interval.latest_start
    assert start is not None
    wanted = latest if interval.extent is Extent.THROUGHOUT and latest is not None and latest > start else None
    start = start // DAY_SECONDS * DAY_SECONDS
    for name, unit_precision, end in _units_from(start):
        if end == wanted or (wanted is None and unit_precision is precision):
            return name
    return _day_name(start)


def _last_name(interval: Interval, precision: Precision) -> str:
    """As `_first_name`, for the unit in which the end lies."""
    earliest, end = interval.earliest_end, interval.latest_end
    assert end is not None
    wanted = earliest if interval.extent is Extent.THROUGHOUT and earliest is not None and earliest < end else None
    end = -(-end // DAY_SECONDS) * DAY_SECONDS
    for start in _starts_before(end) if wanted is None else [wanted]:
        for name, unit_precision, unit_end in _units_from(start):
            if unit_end == end and (wanted is not None or unit_precision is precision):
                return name
    return _day_name(end - DAY_SECONDS)


def _starts_before(end: int) -> list[int]:
    """Starts of the units that could end at an instant."""
    year, month, _ = civil((end - 1) // DAY_SECONDS)
    months = [instant(*add_months(year, month, -back)) for back in (0, 2)]
    years = [instant(year - back) for back in (0, 9, 99)]
    return [end - DAY_SECONDS, *months, *years]


def _day_name(start: int) -> str:
    year = civil(start // DAY_SECONDS)[0]
    return iso_day(start) if abs(year) <= _LAST_SHORT_YEAR else f"Y{year}"


def parse_edtf(text: str) -> tuple[Interval, Precision, Certainty]:
    """The interval, precision and certainty an EDTF text stands for. Raises ValueError where it is none.

    >>> parse_edtf("2004~")[1:]
    (<Precision.YEAR: 'year'>, <Certainty.APPROXIMATE: 'approximate'>)
    """
    body = text.strip()
    approximate = any(mark in body for mark in _QUALIFIERS)
    certainty = Certainty.APPROXIMATE if approximate else Certainty.STATED
    body = body.translate({ord(mark): None for mark in _QUALIFIERS})
    if match := re.fullmatch(r"\[([^,\[\]]*)\.\.([^,\[\]]*)\]", body):
        first, last, precision = _ends(match[1], match[2])
        start, end = first.earliest_start if first else None, last.latest_end if last else None
        return Interval.within(start, end), precision, certainty
    if "/" in body:
        first, last, precision = _ends(*(part.replace("..", "") for part in body.split("/", 1)))
        interval = Interval(
            first.earliest_start if first else None,
            first.latest_end if first else None,
            last.earliest_start if last else None,
            last.latest_end if last else None,
            Extent.THROUGHOUT,
        )
        return interval, precision, certainty
    interval, precision = _parse_unit(body)
    return interval, precision, certainty


def _ends(first: str, last: str) -> tuple[Interval | None, Interval | None, Precision]:
    """The units named on both sides, an empty side being open, and the coarser precision."""
    sides = [_parse_unit(side) if side else None for side in (first, last)]
    known = [side for side in sides if side is not None]
    if not known:
        raise ValueError("an interval that is open on both sides says nothing")
    precision = max((side[1] for side in known), key=lambda precision: precision.rank)
    return sides[0] and sides[0][0], sides[1] and sides[1][0], precision


_CLOCK: Final = re.compile(r"(-?\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d(?::?\d\d)?)?")
_UNIT: Final = re.compile(r"(-?)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MASKED: Final = re.compile(r"(-?)(\d{2,3})(X{1,2})")


def _parse_unit(text: str) -> tuple[Interval, Precision]:
    if match := re.fullmatch(r"Y(-?\d+)", text):
        return _year(int(match[1]))
    if match := _CLOCK.fullmatch(text):
        return _parse_clock(match)
    if (match := _MASKED.fullmatch(text)) and len(match[2] + match[3]) == 4:
        return _parse_masked(match)
    match = _UNIT.fullmatch(text)
    if match is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    year = int(match[1] + match[2])
    if match[3] is None:
        return _year(year)
    if match[4] is None:
        return _parse_part(year, int(match[3]))
    month, day = int(match[3]), int(match[4])
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        raise ValueError(f"no such day: {text!r}")
    start = instant(year, month, day)
    return Interval.within(start, start + DAY_SECONDS), Precision.DAY


def _year(year: int) -> tuple[Interval, Precision]:
    return Interval.within(instant(year), instant(year + 1)), Precision.YEAR


def _parse_part(year: int, code: int) -> tuple[Interval, Precision]:
    """A month, a season or a quarter of a year."""
    if 1 <= code <= 12:
        return Interval.within(instant(year, code), instant(*add_months(year, code, 1))), Precision.MONTH
    for table, precision in ((_SEASON_FIRST_MONTH, Precision.SEASON), (_QUARTER_FIRST_MONTH, Precision.QUARTER)):
        if code in table:
            month = table[code]
            return Interval.within(instant(year, month), instant(*add_months(year, month, 3))), precision
    raise ValueError(f"no such month, season or quarter: {code}")


def _parse_masked(match: re.Match[str]) -> tuple[Interval, Precision]:
    size, precision = (10, Precision.DECADE) if len(match[3]) == 1 else (100, Precision.CENTURY)
    head = int(match[2]) * size
    first = -head - size + 1 if match[1] else head
    return Interval.within(instant(first), instant(first + size)), precision


def _parse_clock(match: re.Match[str]) -> tuple[Interval, Precision]:
    (day, _), hour, minute, second = _parse_unit(match[1]), int(match[2]), int(match[3] or 0), int(match[4] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(f"no such time of day: {match[0]!r}")
    precision, size = Precision.HOUR, 3600
    if match[4]:
        precision, size = Precision.SECOND, 1
    elif match[3]:
        precision, size = Precision.MINUTE, 60
    assert day.earliest_start is not None
    start = day.earliest_start + hour * 3600 + minute * 60 + second
    return Interval.within(start, start + size), precision
