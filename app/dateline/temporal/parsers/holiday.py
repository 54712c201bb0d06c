"""Named days: "Christmas 1963", "Good Friday", "Thanksgiving"."""

from dateline.temporal.drafts import Match, Parser
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Calendar
from dateline.temporal.parsers.years import year_of


def _holiday(match: Match) -> Calendar:
    year = year_of(match.all("year")) if "year" in match else None
    return Calendar(year=year, holiday=match.name("name", Kind.HOLIDAY))


HOLIDAY = Parser("holiday", "name:HOLIDAY (?:[OF INSIDE COMMA]? year:YEARS)?", _holiday, "Christmas 1963")
