"""Times of day on a day: clock times, noon, "Tuesday evening"."""

from typing import Final

from dateline.model.dates import HOUR_SECONDS, MINUTE_SECONDS, Certainty, Interval, Precision
from dateline.model.timex import TimexType
from dateline.temporal.cells import Cell, Unit
from dateline.temporal.meanings import TimeOfDay
from dateline.temporal.resolved import Resolved
from dateline.temporal.story import Anchor, Story, Tense
from dateline.temporal.value import cell_value

# First hour and end hour of the parts of a day; the night runs into the next day.
_PART_HOURS: Final = {"MO": (5, 12), "AF": (12, 18), "EV": (17, 23), "NI": (20, 30), "DT": (6, 20), "MI": (11, 13)}
_MORNING, _NOON = 8, 12  # from that hour on it is no night any more; from that on one may begin
_NEAR_CHARACTERS: Final = 150  # in a programme of events the day stands in the same entry as the hour


def resolve_time(time: TimeOfDay, day: Resolved | None, story: Story, tense: Tense) -> Resolved:
    """A time of day, on the day told with it, else on the day the text speaks of, else of an unknown day."""
    cell, reference = (day.cell, day.reference) if day is not None else (None, None)
    if day is None:
        anchor = None if time.habit or (time.any_day and story.telling) else _running_day(time, story)
        cell, reference = (None, None) if anchor is None else (_day_on(anchor, story, time), anchor.reference)
        if cell is not None and anchor is story.document and _is_over(time, tense):
            cell = cell.shifted(-1)
    if cell is not None and cell.unit is not Unit.DAY:
        cell = None
    if cell is not None:
        cell = cell.shifted(time.morrow - time.eve)
    name = "XXXX-XX-XX" if cell is None else cell_value(cell)
    if day is not None and cell is None and day.value:
        name = day.value
    within = None if cell is None else _interval(time, cell)
    return Resolved(
        TimexType.TIME,
        f"{name}{clock_value(time)}",
        None,
        within,
        _precision(time),
        Certainty.STATED,
        reference,
        time.zone,
    )


def _is_over(time: TimeOfDay, tense: Tense) -> bool:
    """Whether "the night" is the one before the day of writing: "they spent the night outside"."""
    return time.part == "NI" and not time.any_day and tense in (Tense.PAST, Tense.TOLD)


def _day_on(anchor: Anchor, story: Story, time: TimeOfDay) -> Cell:
    """The day told, or one that a log has come to since; of a night that was told the hours lie on both its days."""
    day, night = anchor.at(Unit.DAY), story.night
    if night is None or time.hour is None or story.in_entry or day not in (night, night.shifted(1)):
        return day.shifted(story.midnights)
    if _MORNING <= time.hour < _NOON:
        return day
    return night if time.hour >= _NOON else night.shifted(1)


def _running_day(time: TimeOfDay, story: Story) -> Anchor | None:
    """The last day that was told, or the document's; the hours of a programme are of the day in their own sentence."""
    latest = story.latest
    if latest is None or latest.cell.unit.rank > Unit.DAY.rank or latest.span is None:
        return None if story.telling else story.document
    here = time.hour is None or story.sentence == story.latest_sentence
    night = story.night
    by_night = night is not None and time.hour is not None and latest.cell in (night, night.shifted(1))
    near = story.telling or by_night or (here and story.place - latest.span.end < _NEAR_CHARACTERS)
    return latest if near else story.document


def clock_value(time: TimeOfDay) -> str:
    """The TIMEX3 form: `T14:30`, `TEV`."""
    if time.hour is None:
        return f"T{time.part}"
    seconds = "" if time.second is None else f":{time.second:02d}"
    return f"T{time.hour:02d}:{time.minute or 0:02d}{seconds}"


def _precision(time: TimeOfDay) -> Precision:
    if time.hour is None:
        return Precision.PART_OF_DAY
    if time.second is not None:
        return Precision.SECOND
    return Precision.HOUR if time.minute is None else Precision.MINUTE


def _interval(time: TimeOfDay, day: Cell) -> Interval:
    if time.hour is None:
        first, end = _PART_HOURS.get(time.part or "DT", (0, 24))
        return Interval.within(day.start_seconds + first * HOUR_SECONDS, day.start_seconds + end * HOUR_SECONDS)
    start = day.start_seconds + time.hour * HOUR_SECONDS + (time.minute or 0) * MINUTE_SECONDS + (time.second or 0)
    length = {Precision.SECOND: 1, Precision.MINUTE: MINUTE_SECONDS}.get(_precision(time), HOUR_SECONDS)
    return Interval.within(start, start + length)
