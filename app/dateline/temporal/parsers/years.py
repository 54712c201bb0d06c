"""Years, with or without an era: "2014", "'99", "44 BC", "AD 79"."""

from collections.abc import Sequence

from dateline.temporal.drafts import Found, Match, Parser
from dateline.temporal.kinds import Kind, Token
from dateline.temporal.meanings import Calendar, ShortYear

_FOUR_DIGITS = 1000
_LARGEST_SHORT = 99  # smaller numbers are amounts too often, even in a story of antiquity
_PIVOT = 30  # '29 is 2029, '30 is 1930: a century of which most is past


def year_of(tokens: Sequence[Token]) -> int | None:
    """The astronomical year in tokens that YEARS matched."""
    era = next((str(token.payload[Kind.ERA]) for token in tokens if token.has(Kind.ERA)), None)
    for token in tokens:
        for kind in (Kind.YEAR, Kind.NUM, Kind.YEAR2):
            value = token.payload.get(kind)
            if not isinstance(value, int) or (kind is Kind.NUM and era is None):
                continue
            if era == "BC":
                return 1 - value if value else None
            if era is None and kind is Kind.YEAR2:
                return full_year(value)
            return value
    return None


def full_year(digits: int) -> int:
    """A year of two digits: its century is the one of which most is past."""
    return digits + (2000 if digits < _PIVOT else 1900)


def _year(match: Match) -> Calendar | None:
    year = year_of(match.all("year"))
    return None if year is None or abs(year) > 9999 else Calendar(year=year)


def _years(match: Match) -> Found:
    """Two years of which the second is shortened: it lies in the century of the first, and later."""
    first = year_of(match.all("left"))
    short = match.all("short")[0].payload[Kind.YEAR2]
    if first is None or not isinstance(short, int) or short <= first % 100:
        return None
    return (("left", Calendar(year=first)), ("right", Calendar(year=first // 100 * 100 + short)))


def _years_with_era(match: Match) -> Found:
    """Two years of which only the second tells the era."""
    last = year_of(match.all("right"))
    first = match.all("left")[0].payload[Kind.NUM]
    if last is None or not isinstance(first, int):
        return None
    return (("left", Calendar(year=1 - first if last <= 0 else first)), ("right", Calendar(year=last)))


def _across_two(match: Match) -> Calendar | None:
    """ "168/7 BC": a year that begins in one of ours and ends in the next."""
    first, last = (match.all(group)[0].payload for group in ("left", "right"))
    year, short = first.get(Kind.NUM, first.get(Kind.YEAR)), last.get(Kind.NUM, last.get(Kind.YEAR2))
    if not isinstance(year, int) or not isinstance(short, int) or match.name("era", Kind.ERA) != "BC":
        return None
    size = 10 ** len(str(short))
    return Calendar(year=1 - year) if (year - 1) % size == short and short < year else None


def _short(match: Match) -> ShortYear | None:
    value = match.integer("year", Kind.NUM)
    return ShortYear(value) if value > _LARGEST_SHORT and not match.next_has(Kind.WORD) else None


def _part_of_short(match: Match) -> Calendar | None:
    """ "September 413", "the autumn of 278", "the winter of 416/5": in a story of antiquity; else the month alone
    counts, as it would without the number.
    """
    value = match.integer("year", Kind.NUM)
    if not _LARGEST_SHORT < value < _FOUR_DIGITS or match.next_has(Kind.WORD):
        return None
    if "season" in match:
        return Calendar(season=match.name("season", Kind.SEASON), year_from=ShortYear(value))
    return Calendar(month=match.integer("month", Kind.MONTH), year_from=ShortYear(value))


def _about_short(match: Match) -> ShortYear | None:
    """ "c. 338", where no other word for "about" would do: "about 300" are more often men than years."""
    value = match.integer("year", Kind.NUM)
    return ShortYear(value) if _LARGEST_SHORT < value < _FOUR_DIGITS and not match.next_has(Kind.WORD) else None


def _quoted(match: Match) -> ShortYear:
    return ShortYear(match.integer("year", Kind.YEAR2))


def _fiscal(match: Match) -> Calendar:
    return Calendar(year=match.integer("year", Kind.FISCAL_YEAR))


def _named(match: Match) -> Calendar | None:
    """A year of any number of digits behind the word for it;
    short ones only in the singular ("years 5" are durations).
    """
    token = match.all("year")[0]
    value = token.payload[Kind.NUM]
    if not match.tokens.text[token.start : token.end].isdigit():
        return None  # "in two years 6,000 people"
    return Calendar(year=value) if isinstance(value, int) and 100 <= value <= 9999 else None


YEAR_RANGE = Parser("years", "left:YEAR [DASH SLASH] right:(?:QUOTE? short:YEAR2)", _years, "1939-45")
YEAR = Parser("year", "(?:THE? YEAR_WORD|FISCAL)? year:YEAR_ALONE", _year, "1939")
FISCAL_YEAR = Parser("fiscal year", "year:FISCAL_YEAR", _fiscal, "FY2012")
YEAR_IN_WORDS_AND_FIGURES = Parser("named year", "THE? YEAR_WORD year:NUM", _named, "the year 476")
WINTER_YEAR = Parser("year across two", "left:[NUM YEAR] SLASH right:[NUM YEAR2] era:ERA", _across_two, "168/7 BC")
YEARS_ERA = Parser(
    "years with one era", "left:[NUM YEAR] [DASH TO AND OR] right:(?:[NUM YEAR] ERA)", _years_with_era, "499-493 BC"
)
QUOTED = Parser("shortened year", "(?<!QUOTE)QUOTE year:YEAR2(?![DECADE_MARK UNITS])", _quoted, "'99")
SHORT_PART = Parser(
    "part of a year of an old story",
    "THE? (?:month:MONTH|season:SEASON) OF? year:NUM(?:SLASH NUM)?(?![UNIT UNITS DASH MONTH NUM])",
    _part_of_short,
    "September 413",
)
SHORT_ABOUT = Parser(
    "about a year of an old story", "(?<=APPROXIMATE DOT)year:NUM(?![UNIT UNITS DASH MONTH])", _about_short, "c. 338"
)
SHORT = Parser(
    "year of an old story", "(?<=[INSIDE AT SIGNAL EARLY])year:NUM(?![UNIT UNITS DASH MONTH DOT])", _short, "in 490"
)
