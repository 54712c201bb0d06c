"""Times of day: clock times, parts of the day."""

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Found, Match, Parser
from dateline.temporal.kinds import Kind, Token
from dateline.temporal.meanings import Base, Calendar, Shift, TimeOfDay
from dateline.temporal.numerals import ClockTime
from dateline.temporal.parsers.amounts import count_of, unit_of
from dateline.temporal.refiners.context import behind

_SIGNS = frozenset("+-−–")
_AT = frozenset({"at"})


_LEADS = (Kind.SIGNAL, Kind.AT, Kind.INSIDE, Kind.APPROXIMATE, Kind.WEEKDAY, Kind.DEICTIC_DAY)
_COUNTABLE = frozenset({Kind.WORD, Kind.UNITS})


def _clock(match: Match) -> TimeOfDay | None:
    token = match.all("clock")[0]
    time = token.payload.get(Kind.CLOCK, token.payload.get(Kind.DOTTED))
    if not isinstance(time, ClockTime):
        value = match.integer("clock", Kind.NUM)
        time = ClockTime(value) if value <= 24 else ClockTime(value // 100, value % 100)
    hour = _with_meridiem(time.hour, match)
    zone = next((match.name(group, Kind.ZONE) for group in ("zone", "zone_only") if group in match), None)
    minute = match.integer("minute", Kind.NUM) if "minute" in match else time.minute
    if hour is None or hour > 24 or (minute or 0) > 59:
        return None
    return TimeOfDay(hour, minute, time.second, zone=zone)


def _alone(match: Match) -> TimeOfDay | None:
    """ "14:30", but not the "03:00" of "UTC-03:00", which is an offset."""
    items, at = match.tokens.items, match.found.start()
    signed = at > 1 and items[at - 1].word in _SIGNS and items[at - 1].end == items[at].start
    return None if signed and items[at - 2].has(Kind.ZONE) else _clock(match)


def _four_digits(match: Match) -> TimeOfDay | None:
    """ "At 0415", "by 0458": a nought makes it no year, and behind "at" or beside a weekday none stands; "at 1600 Elm
    Street" and "at 1200 feet" are something else.
    """
    items, at = match.tokens.items, match.found.start()
    token = items[at]
    if token.end - token.start != len("0415") or behind(match.tokens, match.found.end(), "[UNIT UNITS DASH SLASH]"):
        return None
    before = items[at - 2] if items[at - 1].has(Kind.APPROXIMATE) and at > 1 else items[at - 1]
    if before.has(Kind.WEEKDAY) or _opens_weekday(match):
        return _clock(match)
    if match.tokens.text[token.start] != "0" and (before.word not in _AT or match.next_has(Kind.WORD)):
        return None
    return _clock(match)


def _hour_and_minutes(match: Match) -> TimeOfDay | None:
    """ "At 21 h 40", as translations write it."""
    token = match.all("minute")[0]
    marked = match.all("mark")[0].word == "h" and token.end - token.start == len("40")
    return _clock(match) if marked and match.integer("clock", Kind.NUM) <= 24 else None


def _opens_weekday(match: Match) -> bool:
    """Whether a weekday stands behind: "by 1400 Sunday", "by 1600 local Friday"."""
    items, at = match.tokens.items, match.found.end()
    if at < len(items) and items[at].word == "local":
        at += 1
    return at < len(items) and items[at].has(Kind.WEEKDAY)


def _time_of(token: Token) -> ClockTime:
    time = token.payload.get(Kind.CLOCK, token.payload.get(Kind.DOTTED))
    if isinstance(time, ClockTime):
        return time
    value = token.payload[Kind.NUM]
    return ClockTime(value if isinstance(value, int) else 0)


def _two_clocks(match: Match) -> Found:
    """ "9-11 a.m.", "von 15 bis 17 Uhr"; the half of the day is told once, and the first hour lies before the last."""
    first, last = _time_of(match.all("first")[0]), _time_of(match.all("clock")[0])
    zone = match.name("zone", Kind.ZONE) if "zone" in match else None
    if "meridiem" not in match:
        return _pair(first, first.hour, last, last.hour, zone)
    if not match.all("joint")[0].has(Kind.DASH) and not _is_led_in(match):
        return None  # "8 and 9 p.m." of a list of numbers
    end = _with_meridiem(last.hour, match)
    begin = _with_meridiem(first.hour, match)
    if begin is None or end is None:
        return None
    return _pair(first, begin if begin < end else (begin + 12) % 24, last, end, zone)


def _pair(first: ClockTime, begin: int, last: ClockTime, end: int, zone: str | None) -> Found:
    left, right = TimeOfDay(begin, first.minute, zone=zone), TimeOfDay(end, last.minute, zone=zone)
    return (("left", left), ("right", right))


def _is_led_in(match: Match) -> bool:
    """Whether a word for a time stands before it: "between 3 and 4 p.m."."""
    start = match.found.start()
    return start > 0 and any(match.tokens.items[start - 1].has(kind) for kind in _LEADS)


def _half_to(match: Match) -> TimeOfDay | None:
    """Half an hour before the hour that is named."""
    hour = match.integer("clock", Kind.NUM)
    return TimeOfDay(hour - 1, 30) if 1 <= hour <= 12 else None


def _quarter_hour(match: Match) -> TimeOfDay | None:
    hour = match.integer("clock", Kind.NUM)
    total = (hour * 60 + 15 * match.integer("past", Kind.CLOCK_PAST)) % (24 * 60)
    return TimeOfDay(total // 60, total % 60) if 0 < hour <= 24 else None


def _day_and_part(match: Match) -> TimeOfDay:
    """A day and a part of it in one word: its value names the day, its number and the part."""
    name, number, part = match.name("both", Kind.DAY_AND_PART).split()
    day = Shift(Unit.DAY, int(number), Base.DOCUMENT) if name == "day" else Calendar(weekday=int(number))
    return TimeOfDay(part=part, day=day)


def _past_hour(match: Match) -> TimeOfDay | None:
    """ "half past three", "a quarter to nine", "ten minutes past five"."""
    amount, hour = match.all("amount"), match.integer("clock", Kind.NUM)
    if amount[0].has(Kind.HALF):
        minutes: float | None = 30
    else:
        minutes = {Unit.QUARTER: 15, Unit.MINUTE: count_of(amount)}.get(unit_of(amount) or Unit.YEAR)
    if minutes is None or not 0 < hour <= 24:
        return None
    whole = _with_meridiem(hour, match)
    if whole is None:
        return None
    total = (whole * 60 + int(minutes) * match.integer("past", Kind.CLOCK_PAST)) % (24 * 60)
    return TimeOfDay(total // 60, total % 60)


def _with_meridiem(hour: int, match: Match) -> int | None:
    if "meridiem" not in match:
        return hour
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if match.name("meridiem", Kind.MERIDIEM) == "pm" else 0)


def _at_hour(match: Match) -> TimeOfDay | None:
    """ "a las ocho", unless the number counts what follows: "a las ocho personas"."""
    items, end = match.tokens.items, match.found.end()
    counts = end < len(items) and items[end].payload.keys() & _COUNTABLE and items[end].word.endswith("s")
    return None if counts else _clock(match)


def _hour_in_part(match: Match) -> TimeOfDay | None:
    time = _clock(match)
    return None if time is None else time.in_part(match.name("part", Kind.DAYPART))


def _point(match: Match) -> TimeOfDay:
    return TimeOfDay(match.integer("point", Kind.CLOCK_POINT) % 24, 0)


def _part(match: Match) -> TimeOfDay:
    return TimeOfDay(part=match.name("part", Kind.DAYPART), any_day="the" not in match)


def _daylight(match: Match) -> TimeOfDay:
    return TimeOfDay(part=match.name("part", Kind.DAYLIGHT))


def _part_hours(match: Match) -> TimeOfDay:
    return TimeOfDay(part=match.name("part", Kind.PART_HOURS), any_day="the" not in match)


def _named_part(match: Match) -> TimeOfDay:
    """Behind a word that holds the article ("am Morgen") it is no habit, unlike "at night"."""
    first = match.found.start()
    definite = first > 0 and match.tokens.items[first - 1].has(Kind.CONTRACTED)
    return TimeOfDay(part=match.name("part", Kind.DAYPART), any_day=not definite)


def _this_part(match: Match) -> TimeOfDay:
    """ "this morning" is of the document's day, "last night" of the day before, "that evening" of the story's day, "am
    nächsten Morgen" of the day after."""
    way = match.all("way")[0]
    morrow = match.tokens.language.listed("morrow", way.word)
    if way.has(Kind.LAST):
        day = Shift(Unit.DAY, -1, Base.STORY if way.has(Kind.PREVIOUS) and "the" in match else Base.DOCUMENT)
    elif way.has(Kind.THIS) or (way.has(Kind.NEXT) and not way.has(Kind.FOLLOWING) and not morrow):
        day = Shift(Unit.DAY, 0, Base.DOCUMENT)
    else:
        day = Shift(Unit.DAY, 1 if way.has(Kind.FOLLOWING) or morrow else 0, Base.STORY)
    return TimeOfDay(part=match.name("part", Kind.DAYPART), day=day)


CLOCK = Parser("clock time", "clock:CLOCK meridiem:MERIDIEM? [OCLOCK HOURS_MARK]? zone:ZONE?", _alone, "14:30")
HOUR = Parser("hour", "clock:[HOURNUM DOTTED HHMM] meridiem:MERIDIEM zone:ZONE?", _clock, "5 p.m. EST")
MILITARY = Parser("military time", "clock:HHMM (?:HOURS_MARK zone:ZONE?|zone_only:ZONE)", _clock, "0600 hours")
HOUR_AND_MINUTES = Parser(
    "hours and minutes", "clock:NUM mark:HOURS_MARK minute:NUM(?![UNIT UNITS])", _hour_and_minutes, "21 h 40"
)
FOUR_DIGITS = Parser(
    "hours and minutes in four digits", "(?<=[AT SIGNAL INSIDE APPROXIMATE WEEKDAY])clock:HHMM", _four_digits, "at 0415"
)
OCLOCK = Parser(
    "hour by the clock",
    "clock:[NUM DOTTED CLOCK] OCLOCK (?:minute:NUM(?![UNIT UNITS MONTH DOT]))? meridiem:MERIDIEM? zone:ZONE?",
    _clock,
    "eight o'clock",
)
_HOURS = "[HOURNUM DOTTED CLOCK]"
HOURS = Parser(
    "hours by the clock",
    f"left:(?:first:{_HOURS}) joint:[DASH TO AND OR] right:(?:clock:{_HOURS}"
    f" (?:OCLOCK|meridiem:MERIDIEM zone:ZONE?|(?=[AND COMMA] {_HOURS} DASH {_HOURS} [OCLOCK MERIDIEM])))",
    _two_clocks,
    "von 15 bis 17 Uhr",
)
HALF_TO = Parser("half before the hour", "HALF_TO clock:NUM OCLOCK?(?![UNIT UNITS])", _half_to, "halb drei")
QUARTER_HOUR = Parser(
    "quarter of an hour",
    "QUARTER_HOUR past:CLOCK_PAST clock:NUM OCLOCK?(?![UNIT UNITS])",
    _quarter_hour,
    "Viertel nach drei",
)
PAST_HOUR = Parser(
    "past the hour",
    "amount:(?:HALF|ARTICLE? UNIT|NUM UNITS) past:CLOCK_PAST clock:NUM(?![UNIT UNITS]) OCLOCK? meridiem:MERIDIEM?",
    _past_hour,
    "half past three",
)
HOUR_NAMED = Parser(
    "hour behind a preposition",
    "(?<=[AT SIGNAL TO APPROXIMATE])clock:HOURNUM HOUR_NOUN(?:minute:NUM(?![UNIT UNITS MONTH]))?",
    _clock,
    "à 14 heures",
)
AT_HOUR = Parser("hour behind its article", "(?<=AT_HOUR)clock:[HOURNUM NUM]", _at_hour, "a las ocho")
HOUR_IN_PART = Parser(
    "hour of a part of the day",
    "(?<=[AT SIGNAL APPROXIMATE TO])clock:[HOURNUM NUM] INSIDE THE part:DAYPART",
    _hour_in_part,
    "at five in the afternoon",
)
HOUR_BEFORE_PART = Parser(
    "hour before a part of a day",
    "(?<=[AT SIGNAL APPROXIMATE TO])clock:HOURNUM(?=(?:[THIS DEICTIC_DAY WEEKDAY] DAYPART|TONIGHT))",
    _clock,
    "at 7 this morning",
)
DAYLIGHT = Parser(
    "dawn or dusk",
    "(?<=[AT SIGNAL APPROXIMATE])part:DAYLIGHT(?=[AT OF]? THE? [WEEKDAY MONTH DAYNUM DEICTIC_DAY])",
    _daylight,
    "at dawn on Wednesday",
)
POINT = Parser("noon or midnight", "point:CLOCK_POINT", _point, "noon")
DAY_AND_PART = Parser("day and part of it", "both:DAY_AND_PART", _day_and_part, "Montagabend")
PART_NAMED = Parser("named part of the day", "(?<=[AT INSIDE THE CONTRACTED])part:DAYPART", _named_part, "am Morgen")
PART = Parser("part of the day", "the:THE? part:DAYPART", _part, "the morning")
PART_HOURS = Parser("hours of the day", "the:THE? part:PART_HOURS", _part_hours, "the early hours")
THIS_PART = Parser(
    "part of a day", "the:THE? way:[LAST THIS THAT NEXT FOLLOWING] part:DAYPART", _this_part, "last night"
)
