"""Times of day: clock times, parts of the day."""

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Match, Parser
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Base, Shift, TimeOfDay
from dateline.temporal.numerals import ClockTime


def _clock(match: Match) -> TimeOfDay | None:
    token = match.all("clock")[0]
    time = token.payload.get(Kind.CLOCK, token.payload.get(Kind.DOTTED))
    if not isinstance(time, ClockTime):
        kind = Kind.HOURNUM if token.has(Kind.HOURNUM) else Kind.HHMM
        value = match.integer("clock", kind)
        time = ClockTime(value) if kind is Kind.HOURNUM else ClockTime(value // 100, value % 100)
    hour = _with_meridiem(time.hour, match)
    zone = match.name("zone", Kind.ZONE) if "zone" in match else None
    return None if hour is None else TimeOfDay(hour, time.minute, time.second, zone=zone)


def _with_meridiem(hour: int, match: Match) -> int | None:
    if "meridiem" not in match:
        return hour
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if match.name("meridiem", Kind.MERIDIEM) == "pm" else 0)


def _point(match: Match) -> TimeOfDay:
    return TimeOfDay(match.integer("point", Kind.CLOCK_POINT) % 24, 0)


def _part(match: Match) -> TimeOfDay:
    return TimeOfDay(part=match.name("part", Kind.DAYPART))


def _this_part(match: Match) -> TimeOfDay:
    """ "this morning" is of the document's day, "last night" of the day before, "that evening" of the story's day."""
    way = match.all("way")[0]
    if way.has(Kind.LAST):
        day = Shift(Unit.DAY, -1, Base.DOCUMENT)
    elif way.has(Kind.THIS):
        day = Shift(Unit.DAY, 0, Base.DOCUMENT)
    else:
        day = Shift(Unit.DAY, 1 if way.has(Kind.FOLLOWING) else 0, Base.STORY)
    return TimeOfDay(part=match.name("part", Kind.DAYPART), day=day)


CLOCK = Parser("clock time", "clock:CLOCK meridiem:MERIDIEM? OCLOCK? zone:ZONE?", _clock, "14:30")
HOUR = Parser("hour", "clock:[HOURNUM DOTTED HHMM] (?:meridiem:MERIDIEM|OCLOCK) zone:ZONE?", _clock, "5 p.m. EST")
POINT = Parser("noon or midnight", "point:CLOCK_POINT", _point, "noon")
PART = Parser("part of the day", "THE? part:DAYPART", _part, "the morning")
THIS_PART = Parser("part of a day", "THE? way:[LAST THIS THAT FOLLOWING] part:DAYPART", _this_part, "last night")
