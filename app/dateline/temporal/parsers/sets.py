"""Recurring times: "daily", "every Tuesday", "twice a week". They are tagged, not drawn."""

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Found, Match, Parser
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Recurring
from dateline.temporal.parsers.amounts import count_of, unit_of
from dateline.temporal.value import duration_value


def _adverb(match: Match) -> Recurring:
    return Recurring(match.name("adverb", Kind.ADVERB_SET))


def _every_unit(match: Match) -> Recurring | None:
    unit = unit_of(match.all("unit"))
    count = count_of(match.all("count")) if "count" in match else match.integer("every", Kind.EVERY)
    return None if unit is None else Recurring(duration_value(count, unit))


def _every_name(match: Match) -> Recurring:
    token = match.all("name")[0]
    part = f"T{match.name('part', Kind.DAYPART)}" if "part" in match else ""
    if token.has(Kind.MONTH):
        return Recurring(f"XXXX-{match.integer('name', Kind.MONTH):02d}")
    if token.has(Kind.SEASON):
        return Recurring(f"XXXX-{match.name('name', Kind.SEASON)}")
    if token.has(Kind.DAYPART):
        return Recurring(f"T{match.name('name', Kind.DAYPART)}")
    return Recurring(f"XXXX-WXX-{match.integer('name', Kind.WEEKDAY) + 1}{part}")


def _weekdays(match: Match) -> Recurring:
    value = match.all("name")[0].payload[Kind.WEEKDAYS]
    return Recurring(f"XXXX-WXX-{value + 1}" if isinstance(value, int) else f"XXXX-WXX-{value}")


def _rate(match: Match) -> Recurring | None:
    unit = unit_of(match.all("unit"))
    return (
        None
        if unit is None or unit is Unit.WEEKEND or unit.rank < Unit.HOUR.rank
        else Recurring(duration_value(1, unit))
    )


def _weekday_parts(match: Match) -> Recurring:
    return _parts_of(match, "name")


def _two_weekday_parts(match: Match) -> Found:
    return (("left", _parts_of(match, "left")), ("right", _parts_of(match, "name")))


def _parts_of(match: Match, name: str) -> Recurring:
    day = f"WXX-{match.integer(name, Kind.WEEKDAY) + 1}" if name in match else "XX-XX"
    return Recurring(f"XXXX-{day}T{match.name('part', Kind.DAYPARTS)}")


ADVERB = Parser("adverb of repetition", "adverb:ADVERB_SET", _adverb, "daily")
EVERY_UNIT = Parser("every unit", "every:EVERY count:NUM? unit:[UNIT UNITS]", _every_unit, "every three years")
EVERY_NAME = Parser(
    "every name",
    "EVERY [FINAL ORDINAL LAST]? name:[WEEKDAY MONTH SEASON DAYPART] part:DAYPART?",
    _every_name,
    "every Tuesday",
)
WEEKDAYS = Parser("weekdays", "name:WEEKDAYS", _weekdays, "Tuesdays")
PER_UNIT = Parser("rate", "NUM? TIMES per:PER unit:UNIT", _rate, "twice a week")
WEEKDAY_PARTS = Parser("parts of weekdays", "name:WEEKDAY? part:DAYPARTS", _weekday_parts, "Tuesday nights")
TWO_WEEKDAYS_PARTS = Parser(
    "parts of two weekdays",
    "left:WEEKDAY [AND OR TO DASH] right:(?:name:WEEKDAY part:DAYPARTS)",
    _two_weekday_parts,
    "Monday and Tuesday nights",
)
RATE = Parser("rate of a unit", "RATE unit:UNIT", _rate, "per day")
