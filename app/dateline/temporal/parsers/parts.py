"""Parts of years and longer times: seasons, quarters, halves, decades, centuries, and pieces of larger units."""

from dateline.temporal.cells import Cell, Unit, years_cell
from dateline.temporal.drafts import Match, Parser
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Block, Calendar, Piece, ShortDecade
from dateline.temporal.parsers.amounts import unit_of
from dateline.temporal.parsers.years import year_of


def _season(match: Match) -> Calendar:
    year = year_of(match.all("year")) if "year" in match else None
    return Calendar(year=year, season=match.name("season", Kind.SEASON))


def ordinal_of(match: Match, group: str) -> int:
    """The number of an ordinal, in words or in digits with their mark; the last one is -1."""
    for token in match.all(group):
        for kind in (Kind.ORDINAL, Kind.FINAL, Kind.NUM):
            value = token.payload.get(kind)
            if isinstance(value, int):
                return value
    return 0


def _part_of_year(match: Match) -> Calendar | Piece | None:
    """A quarter or a half of a year."""
    nth = ordinal_of(match, "nth")
    unit = unit_of(match.all("unit")) if "unit" in match else Unit.HALF
    year = year_of(match.all("year")) if "year" in match else None
    if unit is Unit.QUARTER and nth in (1, 2, 3, 4, -1):
        return Calendar(year=year, quarter=nth if nth > 0 else 4)
    return None


def _short_quarter(match: Match) -> Calendar:
    kind = Kind.QUARTER if match.all("part")[0].has(Kind.QUARTER) else Kind.HALFYEAR
    number = match.integer("part", kind)
    year = year_of(match.all("year")) if "year" in match else None
    if "fiscal" in match:
        year = match.integer("fiscal", Kind.FISCAL_YEAR)
    return Calendar(year=year, quarter=number) if kind is Kind.QUARTER else Calendar(year=year, half=number)


def _decade(match: Match) -> Block | ShortDecade:
    value = match.integer("decade", Kind.DECADE)
    return Block(years_cell(Unit.DECADE, value)) if value >= 100 else ShortDecade(value)


def _named_decade(match: Match) -> Block | ShortDecade:
    value = match.integer("decade", Kind.DECADE_NAME)
    if "century" in match:
        century = match.integer("century", Kind.NUM)
        return Block(years_cell(Unit.DECADE, century * 100 + value)) if 10 <= century <= 20 else ShortDecade(value)
    return ShortDecade(value)


def _century(match: Match) -> Block | None:
    unit = unit_of(match.all("unit"))
    nth = ordinal_of(match, "nth")
    if unit not in (Unit.CENTURY, Unit.MILLENNIUM) or not 0 < nth < 100:
        return None
    before = "era" in match and match.name("era", Kind.ERA) == "BC"
    return Block(Cell(unit, -nth if before else nth - 1))


SEASON = Parser("season", "THE? season:SEASON (?:[OF INSIDE COMMA]? year:YEARS)?", _season, "the winter of 1994")
QUARTER = Parser(
    "quarter",
    "THE? nth:[ORDINAL FINAL] DASH? unit:UNIT(?:[OF INSIDE COMMA]? year:YEARS)?",
    _part_of_year,
    "the third quarter",
)
SHORT_QUARTER = Parser(
    "short quarter",
    "part:[QUARTER HALFYEAR] (?:[OF INSIDE COMMA]? (?:year:YEARS|fiscal:FISCAL_YEAR))?",
    _short_quarter,
    "Q3 2014",
)
DECADE = Parser("decade", "THE? QUOTE? decade:DECADE", _decade, "the 1990s")
NAMED_DECADE = Parser("named decade", "THE (?:century:NUM DASH?)? decade:DECADE_NAME", _named_decade, "the nineties")
CENTURY = Parser(
    "century", "THE? nth:(?:ORDINAL|NUM ORDINAL_MARK) DASH? unit:UNIT era:ERA?", _century, "the 3rd century BC"
)
