"""Named days: "Christmas 1963", "Good Friday", "Thanksgiving"."""

from typing import Final

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Match, Parser
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Calendar
from dateline.temporal.parsers.amounts import unit_of
from dateline.temporal.parsers.years import year_of

_UNITS: Final = frozenset({Unit.WEEK, Unit.WEEKEND})
_STEPS: Final = {"before": "-1", "after": "+1"}


def _holiday(match: Match) -> Calendar | None:
    token = match.all("name")[0]
    if match.tokens.language.listed("american_days", token.word) and not match.tokens.text[token.start].isupper():
        return None
    year = year_of(match.all("year")) if "year" in match else None
    return Calendar(year=year, holiday=match.name("name", Kind.HOLIDAY))


def _beside(match: Match) -> Calendar | None:
    """ "The week after Easter": the calendar's week behind the one that holds the day."""
    unit, signal = unit_of(match.all("unit")), match.all("signal")[0].payload[Kind.SIGNAL]
    if unit not in _UNITS or signal not in _STEPS:
        return None
    year = year_of(match.all("year")) if "year" in match else None
    return Calendar(year=year, holiday=f"{match.name('name', Kind.HOLIDAY)}/{unit}{_STEPS[str(signal)]}")


def _around(match: Match) -> Calendar | None:
    """ "Easter week", "Memorial Day weekend": the week or weekend of the day."""
    unit = unit_of(match.all("unit"))
    if unit not in _UNITS:
        return None
    year = year_of(match.all("year")) if "year" in match else None
    return Calendar(year=year, holiday=f"{match.name('name', Kind.HOLIDAY)}/{unit}")


AROUND_HOLIDAY = Parser(
    "week of a holiday",
    "THE? name:HOLIDAY unit:UNIT (?:[OF INSIDE COMMA]? year:YEARS)?",
    _around,
    "Easter week",
)
HOLIDAY = Parser("holiday", "name:HOLIDAY (?:[OF INSIDE COMMA]? year:YEARS)?", _holiday, "Christmas 1963")
BESIDE_HOLIDAY = Parser(
    "week beside a holiday",
    "THE? unit:UNIT signal:SIGNAL THE? name:HOLIDAY (?:[OF INSIDE COMMA]? year:YEARS)?",
    _beside,
    "the week after Easter",
)
