"""Times of day that name no day: they belong to the day that the text speaks of, not to the day it was written on.

It must not know clauses.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.events.fieldevents import Told
from dateline.model.dates import DAY_SECONDS, Precision
from dateline.model.events import Factuality
from dateline.model.timex import Timex3, TimexType

_NO_DAY: Final = frozenset({"uhr", "gegen", "um", "kurz", "nach", "vor", "etwa", "rund", "ca", "mitternacht", "mittag"})
_PARTS: Final = frozenset({"Morgen", "Vormittag", "Nachmittag", "Abend"})  # "am Abend", of a day told before
_LATEST: Final = 8  # events before, among which the day is looked for


def running_day(told: Sequence[Told]) -> int | None:
    """The number of the day that was told last, of what happened within a day; None where there is none near by."""
    for item in reversed(told[-_LATEST:]):
        start = item.time.interval.earliest_start
        if start is not None and item.time.precision.rank <= Precision.DAY.rank:
            return start // DAY_SECONDS if item.factuality is Factuality.HAPPENED else None
    return None


def on_told_day(timexes: Sequence[Timex3], day: int | None) -> tuple[Timex3, ...]:
    """The expressions of a sentence; where they are nothing but times of day, moved to the day that was told."""
    if day is None or not all(map(_is_bare, timexes)):
        return tuple(timexes)
    return tuple(_moved(timex, day) for timex in timexes)


def _moved(timex: Timex3, day: int) -> Timex3:
    """One that was counted from the document's own date, on the day."""
    interval, reference = timex.interval, timex.reference
    if interval is None or reference is None or reference.name != "published":
        return timex
    start = interval.earliest_start
    if start is None or start // DAY_SECONDS <= day:
        return timex
    offset = (day - start // DAY_SECONDS) * DAY_SECONDS
    denoted = timex.denoted.moved(offset) if timex.denoted is not None else None
    return replace(timex, interval=interval.moved(offset), denoted=denoted)


def _is_bare(timex: Timex3) -> bool:
    """Whether an expression is a time of day without any word for a day."""
    if timex.type is not TimexType.TIME or timex.precision is None:
        return False
    if timex.precision is Precision.PART_OF_DAY:
        return timex.text in _PARTS
    words = [word.strip(".,").lower() for word in timex.text.split() if word[0].isalpha()]
    return timex.precision.has_clock and all(word in _NO_DAY for word in words)
