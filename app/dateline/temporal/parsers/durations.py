"""Lengths of time: "three weeks", "several months", "a decade", "five-year", "weeks"."""

from typing import Final

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Found, Match, Parser, Setting
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Length
from dateline.temporal.numerals import ClockTime
from dateline.temporal.parsers.amounts import amounts_of, count_of, unit_of
from dateline.temporal.parsers.events import EVENT, beside_of
from dateline.temporal.parsers.relative import way_of

_COUNTED: Final = (Kind.WORD, Kind.MORE, Kind.UNIT, Kind.MONTH, Kind.WEEKDAY, Kind.SEASON, Kind.DAYPART, Kind.HALF_YEAR)
_QUARTERED: Final = {Unit.HOUR: (15, Unit.MINUTE), Unit.CENTURY: (25, Unit.YEAR)}


def _length(match: Match) -> Length | None:
    amounts = amounts_of(match.all("amount"))
    if not amounts or amounts == ((1, Unit.WEEKEND),):
        return None
    return None if any(doubt(match) for doubt in (_is_acronym, _is_age, _is_share, _is_ordinal)) else Length(amounts)


def _clocked(match: Match) -> Length | None:
    """ "2:41 hours"."""
    time = match.all("time")[0].payload[Kind.CLOCK]
    if unit_of(match.all("unit")) is not Unit.HOUR or not isinstance(time, ClockTime):
        return None
    return Length(((time.hour, Unit.HOUR), (time.minute, Unit.MINUTE)))


def _beside(match: Match) -> Found:
    """ "Two days after the ceasefire", where the text may tell the day of that."""
    beside, amounts = beside_of(match), amounts_of(match.all("amount"))
    if beside is None or not amounts or amounts[0][0] is None:
        return None
    return (("amount", Length(amounts, beside=beside)),)


def _is_age(match: Match) -> bool:
    """ "a 6-year-old boy" tells no time."""
    end = match.found.end()
    behind = match.tokens.items[end : end + 2]
    return match.next_has(Kind.OLD) or (len(behind) == 2 and behind[0].has(Kind.DASH) and behind[1].has(Kind.OLD))


def _age(match: Match) -> Length | None:
    amounts = amounts_of(match.all("amount"))
    return Length(amounts) if amounts else None


def _is_share(match: Match) -> bool:
    """ "three-quarters of its food", "about a quarter" are no times."""
    amount = match.all("amount")
    if unit_of(amount) is not Unit.QUARTER:
        return False
    counted = not any(token.has(Kind.VAGUE) for token in amount)
    return (counted and match.next_has(Kind.OF)) or amount[0].has(Kind.ARTICLE)


def _is_ordinal(match: Match) -> bool:
    """ "a second group", "a second straight month" count something."""
    first, last = match.all("amount")[0], match.all("amount")[-1]
    if not last.has(Kind.ORDINAL):
        return False
    opens = match.tokens.capital(match.found.start()) and match.next_has(Kind.COMMA)  # "A second, on Monday, failed"
    return first.has(Kind.ARTICLE) and (opens or any(match.next_has(kind) for kind in _COUNTED))


def _is_acronym(match: Match) -> bool:
    """ "An SEC order" is no second, unless all is shouted."""
    first, last = match.all("amount")[0], match.all("amount")[-1]
    article, unit = (match.tokens.text[token.start : token.end] for token in (first, last))
    return first.has(Kind.ARTICLE) and unit.isupper() and not article.isupper()


def _quarter_of(match: Match) -> Length | None:
    """ "A quarter of an hour", "the past quarter-century"."""
    whole = unit_of(match.all("whole"))
    if unit_of(match.all("part")) is not Unit.QUARTER or whole not in _QUARTERED:
        return None
    return Length((_QUARTERED[whole],), way_of(match, "way") if "way" in match else None)


def _bare(match: Match) -> Length | None:
    """A unit in the plural; quarters may be rooms, and weekends are sets. "Mois" is one month as well as some."""
    unit = unit_of(match.all("unit"))
    if _is_glued(match) or (match.all("unit")[0].has(Kind.UNIT) and "vague" not in match):
        return None
    if unit is Unit.MINUTE and match.next_has(Kind.OF):
        return None  # the minutes of a meeting
    return (
        None
        if unit in (None, Unit.WEEKEND, Unit.QUARTER) and "vague" not in match
        else Length(((None, unit or Unit.DAY),))
    )


def _is_glued(match: Match) -> bool:
    """Whether a hyphen joins it to a word before: "after-hours trading"."""
    items, at, text = match.tokens.items, match.found.start(), match.tokens.text
    if not at or not items[at - 1].has(Kind.DASH):
        return False
    dash = items[at - 1]
    return dash.end == items[at].start and not text[max(0, dash.start - 1) : dash.start].isspace()


def _is_of_date(match: Match) -> bool:
    """Whether a date follows that the unit is of: "the month of April", unlike "a week of school"."""
    end = match.found.end()
    behind = match.tokens.items[end : end + 3]
    dated = any(token.has(kind) for token in behind[1:] for kind in (Kind.MONTH, Kind.YEAR))
    return dated and behind[0].has(Kind.OF)


def _bare_unit(match: Match) -> Length | None:
    """ "a very long day", "crazy week": in short messages a unit alone is a length."""
    unit = None if _is_of_date(match) else unit_of(match.all("unit"))
    return Length(((1, unit),)) if unit in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR) else None


def _range(match: Match) -> Found:
    """ "three to six months": two lengths of one unit."""
    amounts = amounts_of(match.all("most"))
    least = match.all("least")[0].payload[Kind.NUM]
    if not amounts or not isinstance(least, int | float):
        return None
    return (("least", Length(((least, amounts[0][1]),))), ("most", Length(amounts)))


def _adjective(match: Match) -> Length | None:
    """ "dreitägige", "10-tägige", "day-long": a number and a unit in one adjective; "der Siebenjährige Krieg" is a
    name.
    """
    first = match.found.start()
    if first and match.tokens.items[first - 1].word.isalpha() and match.tokens.capital(first):
        return None
    if "bare" in match:
        bare = unit_of(match.all("bare"))
        return None if bare is None else Length(((1, bare),))
    if "count" in match:
        count = count_of(match.all("count"))
        return Length(((count, Unit(match.name("unit", Kind.UNIT_ADJECTIVE))),))
    number, unit = match.name("whole", Kind.LENGTH_ADJECTIVE).split()
    return Length(((None if number == "X" else float(number), Unit(unit)),))


ADJECTIVE = Parser(
    "length as adjective",
    "(?:whole:LENGTH_ADJECTIVE|count:[NUM DECIMAL] DASH? unit:UNIT_ADJECTIVE|bare:UNIT DASH LONG)",
    _adjective,
    "dreitägige",
)
# Of a soldier in a history the age is told as a time he had lived; in news it only tells who somebody is.
AGE = Parser("age", "amount:AMOUNT OLD", _age, "18 years old", only=Setting.BESIDE_NEWS)
LENGTH_BESIDE = Parser("length beside an event", f"amount:AMOUNT {EVENT}", _beside, "two days after the ceasefire")
CLOCKED = Parser("length by the clock", "time:CLOCK unit:UNITS", _clocked, "2:41 hours")
LENGTH = Parser("length", "amount:AMOUNT (?:DASH? LONG)?", _length, "two and a half years")
QUARTER_OF = Parser(
    "quarter of a longer time",
    "(?:ARTICLE|the:THE? way:[LAST NEXT PREVIOUS FOLLOWING])? part:UNIT (?:DASH|OF ARTICLE)? whole:UNIT",
    _quarter_of,
    "a quarter of a century",
)
LENGTH_RANGE = Parser("lengths", "least:NUM (?:DASH|TO|OR) most:AMOUNT", _range, "three to six months")
BARE = Parser("vague length", "(?:THE? vague:RECENT)? unit:UNITS", _bare, "weeks")
BARE_UNIT = Parser("unit in a message", "(?<!DASH)unit:UNIT(?!DASH)", _bare_unit, "a lovely day", only=Setting.MESSAGE)
