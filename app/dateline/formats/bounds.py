"""The four bounds of an interval as people read them: first and last possible calendar days, both inclusive.

Inside, an end is exclusive and an instant is a number of seconds; see `dateline.model.dates`.
"""

from typing import NamedTuple

from dateline.model.dates import MINUTE_SECONDS, Interval, Precision, iso_instant


class Bounds(NamedTuple):
    """ISO 8601 texts; None is open. With a clock where the precision has one."""

    start: str | None
    start_latest: str | None
    end_earliest: str | None
    end: str | None


OPEN = Bounds(None, None, None, None)
_CLOCK_SECONDS = {Precision.SECOND: 1, Precision.MINUTE: MINUTE_SECONDS, Precision.HOUR: MINUTE_SECONDS}


def inclusive_bounds(interval: Interval, precision: Precision, zone: str | None = None) -> Bounds:
    """First and last possible start, first and last possible end.

    A bound that is known exactly is that day; a range of possible starts ends with the last day on which it may start.
    A zone is written only behind a clock.

    >>> inclusive_bounds(Interval.within(0, 172_800), Precision.DAY)
    Bounds(start='1970-01-01', start_latest='1970-01-02', end_earliest='1970-01-01', end='1970-01-02')
    >>> inclusive_bounds(Interval.throughout(0, 172_800), Precision.DAY)
    Bounds(start='1970-01-01', start_latest='1970-01-01', end_earliest='1970-01-02', end='1970-01-02')
    """
    step = _CLOCK_SECONDS.get(precision, 1)

    def iso(seconds: int | None, is_end: bool) -> str | None:
        if seconds is None:
            return None
        last_included = seconds - step if is_end else seconds
        return iso_instant(last_included, precision) + ((zone or "") if precision.has_clock else "")

    exact_start = interval.latest_start == interval.earliest_start
    exact_end = interval.earliest_end == interval.latest_end
    return Bounds(
        iso(interval.earliest_start, False),
        iso(interval.latest_start, not exact_start),
        iso(interval.earliest_end, exact_end),
        iso(interval.latest_end, True),
    )

