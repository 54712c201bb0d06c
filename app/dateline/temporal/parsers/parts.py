"""Parts of years and longer times: seasons, quarters, halves, decades, centuries, and pieces of larger units."""

import re
from dataclasses import replace
from typing import Final

from dateline.temporal.cells import Cell, Unit, years_cell
from dateline.temporal.drafts import Match, Parser
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Base, Block, Calendar, Piece, Shift, ShortDecade
from dateline.temporal.parsers.amounts import unit_of
from dateline.temporal.parsers.ordinals import ordinal_of
from dateline.temporal.parsers.years import year_of

_MOST_WEEKS: Final = 53
_AROUND_CHARACTERS: Final = 120
_WORD: Final = re.compile(r"[^\W\d_]+|%")


def _season(match: Match) -> Calendar | None:
    """Only a winter lies in two years: "the winter of 1946/47"."""
    if "next" in match and match.name("season", Kind.SEASON) != "WI":
        return None
    year = year_of(match.all("year")) if "year" in match else None
    return Calendar(year=year, season=match.name("season", Kind.SEASON), austral="austral" in match)


def _part_of_year(match: Match) -> Calendar | None:
    """A quarter of a year."""
    nth = ordinal_of(match, "nth")
    unit = unit_of(match.all("unit")) if "unit" in match else Unit.HALF
    year = year_of(match.all("year")) if "year" in match else None
    if unit is not Unit.QUARTER or nth not in (1, 2, 3, 4, -1):
        return None
    quarter = Calendar(year=year, quarter=nth if nth > 0 else 4)
    if "fiscal" in match and year is None:
        return replace(quarter, year_from=Shift(Unit.YEAR, 0, Base.DOCUMENT))
    return quarter


def _half(match: Match) -> Calendar | None:
    nth = ordinal_of(match, "nth")
    year = year_of(match.all("year")) if "year" in match else None
    return Calendar(year=year, half=nth if nth > 0 else 2) if nth in (1, 2, -1) else None


def _half_of_accounts(match: Match) -> Calendar | None:
    """ "The first half" without what it is of, among the words of a company's report."""
    text, start, end = match.tokens.text, match.all("nth")[0].start, match.found.end()
    last = match.tokens.items[end - 1].end
    around = text[max(0, start - _AROUND_CHARACTERS) : last + _AROUND_CHARACTERS].lower()
    told = not match.tokens.language.all_listed("accounts_words").isdisjoint(_WORD.findall(around))
    return _half(match) if told else None


def _months_part(match: Match) -> Calendar | None:
    """ "The April-June quarter", "the December half": the part of the year that ends with the month."""
    last = match.integer("last", Kind.MONTH)
    year = year_of(match.all("year")) if "year" in match else None
    if match.all("unit")[0].has(Kind.HALF):
        return Calendar(year=year, half=last // 6) if last % 6 == 0 else None
    if unit_of(match.all("unit")) is not Unit.QUARTER or last % 3:
        return None
    fits = "first" not in match or match.integer("first", Kind.MONTH) == last - 2
    return Calendar(year=year, quarter=last // 3) if fits else None


def _week(match: Match) -> Calendar | None:
    """A week of the calendar by its number."""
    nth = ordinal_of(match, "nth" if "nth" in match else "nth_behind")
    year = year_of(match.all("year")) if "year" in match else None
    return Calendar(year=year, week=nth) if 0 < nth <= _MOST_WEEKS else None


def _piece(match: Match) -> Piece | None:
    """ "the first two months of 2021", "the last week of August"; what it is a piece of is merged later."""
    unit = unit_of(match.all("unit"))
    nth = ordinal_of(match, "nth")
    one = match.all("unit")[0].has(Kind.UNIT)
    count = match.integer("count", Kind.NUM) if "count" in match else 1 if one else None
    if unit is None or unit.rank < Unit.DAY.rank or not nth or (nth > 1 and count != 1):
        return None
    if unit is Unit.QUARTER and count == 1:
        return None
    return Piece(nth, count, unit)


def _nth_day(match: Match) -> Piece | None:
    """ "The eighth day" of something."""
    nth = ordinal_of(match, "nth")
    return Piece(nth, 1, Unit.DAY) if unit_of(match.all("unit")) is Unit.DAY and nth else None


def _short_quarter(match: Match) -> Calendar:
    kind = Kind.QUARTER if match.all("part")[0].has(Kind.QUARTER) else Kind.HALFYEAR
    number = match.integer("part", kind)
    year = year_of(match.all("year")) if "year" in match else None
    if "fiscal" in match:
        year = match.integer("fiscal", Kind.FISCAL_YEAR)
    return Calendar(year=year, quarter=number) if kind is Kind.QUARTER else Calendar(year=year, half=number)


def _decade(match: Match) -> Block | ShortDecade | None:
    """ "1990s", "'80s", "470s BC"; of three digits only with an era."""
    value = match.integer("decade", Kind.NUM)
    if value % 10:
        return None
    if "era" in match:
        before = match.name("era", Kind.ERA) == "BC"
        return Block(Cell(Unit.DECADE, -value // 10 - 1 if before else value // 10))
    if value < 100:
        spaced = match.all("decade")[0].end < match.tokens.items[match.found.end() - 1].start  # "cleared in 40 s"
        return None if spaced else ShortDecade(value)
    return Block(years_cell(Unit.DECADE, value)) if value >= 1000 else None


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


SEASON = Parser(
    "season",
    "THE? austral:AUSTRAL? season:SEASON (?:UNITS? [OF INSIDE COMMA]? year:YEARS(?:[SLASH DASH] next:[YEAR2 YEAR])?)?",
    _season,
    "the winter of 1994",
)
QUARTER = Parser(
    "quarter",
    "THE? (?:fiscal:FISCAL DASH?)? nth:[ORDINAL FINAL] DASH? unit:UNIT(?:[OF INSIDE COMMA]? year:YEARS)?",
    _part_of_year,
    "the third quarter",
)
HALF_ALONE = Parser(
    "half year of accounts",
    "THE nth:[ORDINAL FINAL] HALF(?![OF WORD UNIT UNITS NUM ARTICLE THE])",
    _half_of_accounts,
    "profit rose in the first half",
)
MONTHS_PART = Parser(
    "part of a year by its months",
    "THE? (?:first:MONTHS DASH)? last:MONTHS DASH? unit:[UNIT HALF](?:[OF INSIDE COMMA]? year:YEARS)?",
    _months_part,
    "the April-June quarter",
)
HALF = Parser(
    "half year",
    "THE? nth:[ORDINAL FINAL] (?:HALF (?=OF)|HALF_YEAR(?:[OF INSIDE COMMA]? year:YEARS)?)",
    _half,
    "the second half of 2008",
)
PIECE = Parser(
    "piece",
    "THE? nth:[ORDINAL FINAL] (?:count:NUM MORE?)? unit:[UNIT UNITS] (?=OF|INSIDE THE? [MONTH SEASON YEAR])",
    _piece,
    "the last week of August",
)
NTH_DAY = Parser(
    "day by its number",
    "(?:THE|(?<=POSSESSIVE))nth:[ORDINAL FINAL] MORE? unit:UNIT(?!DASH)",
    _nth_day,
    "on the seventh day",
)
WEEK = Parser(
    "numbered week",
    "THE? (?:nth:(?:ORDINAL|NUM [ORDINAL_MARK DOT]) WEEK_NUMBER|WEEK_NUMBER nth_behind:NUM)"
    "(?:[OF INSIDE COMMA SLASH]? year:YEARS)?",
    _week,
    "KW 14",
)
SHORT_QUARTER = Parser(
    "short quarter",
    "part:[QUARTER HALFYEAR] (?:[OF INSIDE COMMA]? (?:year:YEARS|fiscal:FISCAL_YEAR))?",
    _short_quarter,
    "Q3 2014",
)
DECADE = Parser("decade", "THE? QUOTE? decade:[YEAR2 NUM YEAR] DECADE_MARK era:ERA?", _decade, "the 1990s")
NAMED_DECADE = Parser("named decade", "THE? (?:century:NUM DASH?)? decade:DECADE_NAME", _named_decade, "the nineties")
DECADE_BEHIND = Parser(
    "number of a decade",
    "THE? DECADE_LEAD OF? QUOTE? decade:[YEAR2 YEAR](?![UNIT UNITS MONTH])",
    _decade,
    "les années 1980",
)
CENTURY_BEHIND = Parser(
    "number of a century",
    "[THE CONTRACTED]? unit:UNIT nth:ROMAN era:ERA?",
    _century,
    "el siglo XIX",
)
CENTURY = Parser(
    "century", "THE? nth:(?:ORDINAL|NUM [ORDINAL_MARK DOT]) DASH? unit:UNIT era:ERA?", _century, "the 3rd century BC"
)
