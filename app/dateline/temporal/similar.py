"""Which expressions of a text are likely to be wrong in the way of one that a person has read anew, and how they would
be read then.

Three likenesses, each a rule of its own: the same words with the same reading; day and month in the other order;
counted from the same wrong time. It proposes; it decides nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.model.corrections import BY_HAND, Correction
from dateline.model.dates import DAY_SECONDS, Interval, Precision, civil_instant, day_number, month_length
from dateline.model.documents import Published, PublishedOrigin
from dateline.model.timex import Reference, Timex3
from dateline.temporal.reading import read_date

_MOST_READ: Final = 400  # expressions read once more for one proposal: each takes about a millisecond

_Reader = Callable[[Timex3], Correction | None]


def similar(before: Timex3, correction: Correction, timexes: Iterable[Timex3]) -> Iterator[tuple[Timex3, Correction]]:
    """Those of other expressions that the correction may be true of as well, each with its own correction.

    `before` is the corrected expression as it was read. What a person has read already is left alone.
    """
    readers = [read for read in (_same_words(before, correction), _other_order(before, correction)) if read is not None]
    for timex in timexes:
        if timex.rule == BY_HAND:
            continue
        proposed = next((made for read in readers if (made := read(timex)) is not None), None)
        if proposed is not None and proposed.interval != timex.denoted:
            yield timex, proposed


def similarly_counted(
    before: Timex3, correction: Correction, timexes: Iterable[Timex3]
) -> Iterator[tuple[Timex3, Correction]]:
    """Other expressions of the same text that were counted from the same time, read from where it must have been.

    "Last March" in a letter of 2012 that was counted from a page of 2014 says that "on 5 May" is one of 2012 as well.
    """
    if before.reference is None or before.denoted is None or correction.interval is None:
        return
    moved = _moved(before.reference, before.denoted, correction.interval)
    if moved is None:
        return
    now, then = _as_published(before.reference.interval), _as_published(moved)
    alike = (one for one in timexes if _is_counted_alike(one, before.reference))
    for timex, _ in zip(alike, range(_MOST_READ), strict=False):
        today, anew = read_date(timex.text, now), read_date(timex.text, then)
        # Words that by themselves say something else than in their sentence must not be read by themselves.
        if today is None or anew is None or today.denoted != timex.denoted or anew.denoted in (None, timex.denoted):
            continue
        yield timex, Correction(timex.span, anew.denoted, anew.precision, timex.certainty)


def _is_counted_alike(timex: Timex3, reference: Reference) -> bool:
    other = timex.reference
    return (
        timex.rule != BY_HAND
        and other is not None
        and (other.name, other.interval) == (reference.name, reference.interval)
    )


def _same_words(before: Timex3, correction: Correction) -> _Reader:
    words = _plain(before.text)

    def read(timex: Timex3) -> Correction | None:
        same = timex.denoted == before.denoted and timex.value == before.value and _plain(timex.text) == words
        return replace(correction, span=timex.span) if same else None

    return read


def _other_order(before: Timex3, correction: Correction) -> _Reader | None:
    """Reads numeric dates with day and month in the other order, where that is what was corrected."""
    if before.denoted is None or _swapped(before.denoted) != correction.interval:
        return None

    def read(timex: Timex3) -> Correction | None:
        other = _swapped(timex.denoted) if timex.denoted is not None and timex.rule == before.rule else None
        return None if other is None else Correction(timex.span, other, Precision.DAY, timex.certainty)

    return read


def _swapped(denoted: Interval) -> Interval | None:
    """A day with its month and its day changed for one another, or None where that is no day, or the same."""
    if denoted.earliest_start is None or denoted.length_seconds != DAY_SECONDS:
        return None
    year, month, day, *_ = civil_instant(denoted.earliest_start)
    if day > 12 or day == month or month > month_length(year, day):
        return None
    number = day_number(year, day, month)
    return Interval.days(number, number)


def _moved(reference: Reference, before: Interval, after: Interval) -> Interval | None:
    """The reference moved as far as its expression was: by whole years, else whole months, else days."""
    starts = before.earliest_start, after.earliest_start, reference.interval.earliest_start
    if starts[0] is None or starts[1] is None or starts[2] is None or starts[0] == starts[1]:
        return None
    (y1, m1, d1, *_), (y2, m2, d2, *_) = civil_instant(starts[0]), civil_instant(starts[1])
    if before.length_seconds != after.length_seconds and (m1, d1) != (m2, d2):
        return None  # a finer date was named: that says nothing of the others
    if d1 != d2 or abs(starts[1] - starts[0]) < 28 * DAY_SECONDS:
        return reference.interval.moved(starts[1] - starts[0])
    year, month, day, *_ = civil_instant(starts[2])
    months = year * 12 + month - 1 + (y2 - y1) * 12 + m2 - m1
    year, month = months // 12, months % 12 + 1
    number = day_number(year, month, min(day, month_length(year, month)))
    return Interval.days(number, number)


def _as_published(interval: Interval) -> Published:
    return Published(interval, Precision.DAY, PublishedOrigin.PERSON)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
