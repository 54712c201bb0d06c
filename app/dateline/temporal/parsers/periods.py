"""Units that the text has named before, or that the document lies in: "the quarter", "the year-earlier period", "the
weekend"."""

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Found, Match, Parser
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Base, Calendar, Length, Meaning, Period, Shift
from dateline.temporal.parsers.amounts import amounts_of, unit_of
from dateline.temporal.parsers.ordinals import ordinal_of
from dateline.temporal.parsers.years import year_of


def _is_period(match: Match) -> bool:
    """Whether the noun is a quarter or the word for a period of accounts."""
    noun = match.all("noun")[0]
    return noun.has(Kind.PERIOD) or unit_of((noun,)) is Unit.QUARTER


def _latest(match: Match) -> Period | None:
    """A quarter, or "the latest period"; without that word a period is any."""
    plain = match.all("noun")[0].has(Kind.PERIOD) and "latest" not in match
    return Period() if _is_period(match) and not plain else None


def _year_ago(match: Match) -> Meaning:
    """ "year-earlier profit", "the year-ago third quarter", "the year-earlier nine months"."""
    if "nth" in match:
        return Calendar(quarter=ordinal_of(match, "nth"), year_from=Shift(Unit.YEAR, -1, Base.DOCUMENT))
    amounts = amounts_of(match.all("amount")) if "amount" in match else ()
    return Length(amounts) if amounts else Period(years=-1)


def _compared(match: Match) -> Period | None:
    """ "the corresponding period last year", "the quarter a year ago": the named one, a year back."""
    if not _is_period(match) or unit_of(match.all("year")) is not Unit.YEAR:
        return None
    return Period(years=-1)


def _of_year(match: Match) -> Period | None:
    year = year_of(match.all("year"))
    return Period(year=year) if year is not None and _is_period(match) else None


def _whole(match: Match) -> Found:
    """The unit in "the end of the month", "later in the day"; the words before it are the modifiers' business."""
    unit = unit_of(match.all("unit"))
    if unit is None or unit.rank < Unit.DAY.rank or unit is Unit.QUARTER:
        return None
    return (("whole", Shift(unit, 0, Base.RUNNING)),)


def _sooner(match: Match) -> Shift | None:
    unit = unit_of(match.all("unit"))
    if unit is None or unit.rank < Unit.DAY.rank:
        return None
    return Shift(unit, 0, Base.RUNNING, edge=match.name("edge", Kind.SOONER))


def _weekend(match: Match) -> Shift | None:
    return Shift(Unit.WEEKEND, 0, Base.RUNNING, tensed=True) if unit_of(match.all("unit")) is Unit.WEEKEND else None


def _unit_end(match: Match) -> Found:
    return Shift(Unit(match.name("end", Kind.UNIT_END)), 0, Base.RUNNING)


def _unit_start(match: Match) -> Found:
    return Shift(Unit(match.name("end", Kind.UNIT_START)), 0, Base.RUNNING)


def _the_unit(match: Match) -> Meaning | None:
    """ "for the year", "the week's": the one that the text is in; "the year ended March 31" is only a length."""
    unit = unit_of(match.all("unit"))
    if unit not in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return None
    return Length(((1, unit),)) if "ended" in match else Shift(unit, 0, Base.RUNNING)


def _full_unit(match: Match) -> Shift | None:
    """ "for the full year", "full-year sales": the one that is spoken of; "a full year" is any."""
    if "the" not in match and not any(token.has(Kind.DASH) for token in match.all("unit")):
        return None
    full = match.tokens.language.listed("full", match.all("full")[0].word)
    return Shift(Unit.YEAR, 0, Base.RUNNING) if full and unit_of(match.all("unit")) is Unit.YEAR else None


THE_UNIT = Parser(
    "the unit",
    "THE (?:FISCAL|MORE)? unit:UNIT(?:(?=ended:ENDED)|(?=[COMMA DOT POSSESSIVE SIGN BREAK]))",
    _the_unit,
    "for the year,",
)
FULL_UNIT = Parser("full year", "the:THE? full:MORE unit:(?:DASH? UNIT)", _full_unit, "the full year")
THE_PERIOD = Parser("the period", "THE latest:LATEST? FISCAL? noun:[UNIT PERIOD]", _latest, "the latest quarter")
YEAR_AGO = Parser(
    "period a year ago",
    "THE? YEAR_AGO (?:FISCAL? nth:ORDINAL DASH? UNIT|FISCAL? [UNIT PERIOD]|amount:(?:NUM UNITS))?",
    _year_ago,
    "the year-earlier period",
)
COMPARED = Parser(
    "period compared with",
    "(?:[THE THAT] COMPARED?|COMPARED) noun:[UNIT PERIOD] (?:OF|INSIDE)? year:(?:LAST UNIT|ARTICLE UNIT [AGO EARLIER])",
    _compared,
    "the same period last year",
)
OWNED_QUARTER = Parser("quarter of last year", "LAST year:UNIT POSSESSIVE noun:UNIT", _compared, "last year's quarter")
PERIOD_OF_YEAR = Parser("period of a year", "THE? year:YEAR noun:[UNIT PERIOD]", _of_year, "the 1988 period")
WHOLE = Parser(
    "edge of the unit",
    "[EDGE EARLY] OF? whole:(?:[THE CONTRACTED] unit:UNIT)",
    _whole,
    "the end of the month",
)
SOONER = Parser("earlier or later in", "edge:SOONER INSIDE? THE unit:UNIT", _sooner, "later in the day")
WEEKEND = Parser("weekend", "(?<!HOLIDAY)THE? unit:UNIT", _weekend, "the weekend")
UNIT_START = Parser("beginning of year", "THE? end:UNIT_START", _unit_start, "Jahresbeginn", mod="START")
UNIT_END = Parser("end of year", "THE? end:UNIT_END", _unit_end, "year-end", mod="END")
