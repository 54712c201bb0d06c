"""Expressions that are counted from something: "yesterday", "last year", "three days ago", "two days later",
"that year".
"""

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Found, Match, Parser
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Base, Calendar, Length, Meaning, Shift, TimeOfDay, Way
from dateline.temporal.parsers.amounts import amounts_of, unit_of
from dateline.temporal.parsers.events import EVENT, beside_of

_WAYS = {
    Kind.FOLLOWING: Way.FOLLOWING,
    Kind.PREVIOUS: Way.PREVIOUS,
    Kind.LAST: Way.LAST,
    Kind.NEXT: Way.NEXT,
    Kind.THIS: Way.THIS,
    Kind.THAT: Way.THAT,
    Kind.LATEST: Way.LAST,
}
_DETERMINED = (Way.FOLLOWING, Way.PREVIOUS)


def way_of(match: Match, group: str) -> Way:
    """The word of direction; what can count from the document or from the story does the latter only behind an
    article.
    """
    for token in reversed(match.all(group)):  # "this past Monday" is past
        for kind, way in _WAYS.items():
            if kind in token.payload and (way not in _DETERMINED or "the" in match or len(token.payload) == 1):
                return way
    return Way.THIS


def _unit_later(match: Match) -> Shift | None:
    """ "the day after", "the week before" at the end of a clause."""
    unit = unit_of(match.all("unit"))
    direction = match.all("direction")[0]
    if unit is None or unit.rank < Unit.DAY.rank or (direction.has(Kind.SIGNAL) and not _closes(match)):
        return None
    later = match.all("direction")[0].has(Kind.LATER)
    return Shift(unit, 1 if later else -1, Base.STORY)


def _unit_beside(match: Match) -> Found:
    """ "The day after the vote": nothing where the text does not tell the day of that."""
    beside, unit = beside_of(match), unit_of(match.all("unit"))
    if beside is None or unit is None or unit.rank < Unit.DAY.rank:
        return None
    return (("when", Shift(unit, 1 if beside.ahead else -1, Base.STORY, beside=beside)),)


def _year_in_a_word(match: Match) -> Shift:
    return Shift(Unit.YEAR, match.integer("year", Kind.THIS_YEAR), Base.DOCUMENT)


def _day_in_a_word(match: Match) -> Shift:
    return Shift(Unit.DAY, match.integer("day", Kind.STORY_DAY), Base.STORY)


def _unit_in_a_word(match: Match) -> Shift:
    kind = Kind.STORY_UNIT if match.all("unit")[0].has(Kind.STORY_UNIT) else Kind.NOW_UNIT
    unit, count = match.name("unit", kind).split()
    return Shift(Unit(unit), int(count), Base.STORY if kind is Kind.STORY_UNIT else Base.DOCUMENT)


def _deictic(match: Match) -> Shift | None:
    """Nothing where a capital in the midst of a sentence makes a noun of it: "am Morgen" is no tomorrow."""
    first = match.found.start()
    if match.tokens.language.capital_nouns and first and match.tokens.capital(first):
        before = match.tokens.items[first - 1]
        if before.has(Kind.WORD) or before.word.isalpha():
            return None
    return Shift(Unit.DAY, match.integer("day", Kind.DEICTIC_DAY), Base.DOCUMENT)


def _deictic_adjective(match: Match) -> Shift | None:
    """ "der gestrigen Sitzung"; "heutig" is the present at large, unless a weekday follows."""
    count = match.integer("day", Kind.DEICTIC_ADJECTIVE)
    return Shift(Unit.DAY, count, Base.DOCUMENT) if count or "name" in match else None


def _ahead(match: Match) -> Shift | None:
    """ "in two weeks": a date where the sentence looks ahead, else a length; "dans deux semaines" is always a date."""
    amounts = amounts_of(match.all("amount"))
    if len(amounts) != 1 or amounts[0][1].rank < Unit.DAY.rank:
        return None
    count, unit = amounts[0]
    return Shift(unit, count, Base.DOCUMENT, exact=False, planned=match.integer("lead", Kind.IN_FUTURE) == 1)


def _overnight(match: Match) -> TimeOfDay:
    return TimeOfDay(part=match.name("night", Kind.OVERNIGHT), day=Shift(Unit.DAY, -1, Base.DOCUMENT))


def _tonight(match: Match) -> TimeOfDay:
    return TimeOfDay(part=match.name("night", Kind.TONIGHT), day=Shift(Unit.DAY, 0, Base.DOCUMENT))


def _named_unit(match: Match) -> Meaning | None:
    """ "last week", "the following year", "that month", "earlier this week"."""
    unit = unit_of(match.all("unit"))
    if unit is None or unit.rank < Unit.DAY.rank:
        return None
    if unit is Unit.QUARTER and match.all("way")[-1].has(Kind.LATEST):
        return None  # a company's last quarter, not the calendar's
    way = way_of(match, "way")
    if unit is Unit.DAY and way is Way.LAST:
        return None
    if unit is Unit.DAY and way is Way.NEXT:
        way = Way.FOLLOWING  # the next day is never tomorrow
    if match.all("way")[-1].has(Kind.PAST_ONLY):
        return Length(((1, unit),), Way.LAST)
    edge = match.name("edge", Kind.SOONER) if "edge" in match else None
    if unit is Unit.DAY and way is Way.THIS:
        return Shift(unit, 0, Base.RUNNING, edge=edge)  # in a story "this day" is the story's
    return Shift(unit, way.step, way.base, edge=edge)


def _way_behind(match: Match) -> Meaning | None:
    """ "la semaine prochaine", "el lunes pasado", "l'année suivante"."""
    way, name = Way(match.name("way", Kind.WAY_BEHIND)), match.all("name")[0]
    if name.has(Kind.DAYPART):
        day = Shift(Unit.DAY, way.step, way.base)
        return TimeOfDay(part=match.name("name", Kind.DAYPART), day=day)
    unit = unit_of((name,))
    if unit is None:
        return _dated(match, way)
    return None if unit.rank < Unit.DAY.rank else Shift(unit, way.step, way.base)


def _earlier(match: Match) -> Shift | None:
    return _counted(match, -1, Base.STORY)


def _later(match: Match) -> Shift | None:
    return _counted(match, 1, Base.STORY)


def _hence(match: Match) -> Shift | None:
    return _counted(match, 1, Base.DOCUMENT)


def _before_last(match: Match) -> Shift | None:
    """ "The year before last" is two years ago."""
    unit = unit_of(match.all("unit"))
    before = match.all("before")[0].payload.get(Kind.SIGNAL) == "before"
    return Shift(unit, -2, Base.DOCUMENT) if unit is not None and unit.rank > Unit.DAY.rank and before else None


def _part_later(match: Match) -> TimeOfDay | None:
    """ "The night before", "the morning after" at the end of a clause."""
    direction = match.all("direction")[0]
    if direction.has(Kind.SIGNAL) and not _closes(match):
        return None
    day = Shift(Unit.DAY, 1 if direction.has(Kind.LATER) else -1, Base.STORY)
    return TimeOfDay(part=match.name("part", Kind.DAYPART), day=day)


def _from_that(match: Match) -> Shift | None:
    """ "A week before that" is counted from what was told."""
    signal = match.name("signal", Kind.SIGNAL)
    amounts = amounts_of(match.all("amount"))
    if signal not in ("before", "after") or not amounts:
        return None
    count, unit = amounts[0]
    ahead = signal == "after"
    return Shift(unit, None if count is None else count * (1 if ahead else -1), Base.STORY, exact=False, ahead=ahead)


def _counted(match: Match, direction: int, base: Base) -> Shift | None:
    """Nothing where the direction belongs to what follows: "two days after the ceasefire" is a length."""
    amounts = amounts_of(match.all("amount"))
    if not amounts or (match.all("direction")[0].has(Kind.SIGNAL) and not _closes(match)):
        return None
    count, unit = amounts[0]
    if count is None and unit.rank < Unit.DAY.rank and len(amounts) == len(match.all("amount")):
        return None  # "minutes later" is a length
    if unit.rank < Unit.DAY.rank and match.tokens.language.listed("comparing", match.all("direction")[0].word):
        return None
    return Shift(unit, None if count is None else direction * count, base, exact=False, ahead=direction > 0)


def _on(match: Match) -> Shift | None:
    """ "Three years on,"."""
    amounts = amounts_of(match.all("amount"))
    if len(amounts) != 1 or amounts[0][1].rank < Unit.WEEK.rank:
        return None
    return Shift(amounts[0][1], amounts[0][0], Base.STORY, exact=False, ahead=True)


def _from_now(match: Match) -> Found:
    """ "In two years' time"."""
    amounts = amounts_of(match.all("amount"))
    if len(amounts) != 1 or amounts[0][0] is None or amounts[0][1].rank < Unit.DAY.rank:
        return None
    count, unit = amounts[0]
    return (("amount", Shift(unit, count, Base.RUNNING, exact=False, planned=True, ahead=True)),)


def _closes(match: Match) -> bool:
    """Whether a clause ends behind the match."""
    items, end = match.tokens.items, match.found.end()
    return end >= len(items) or any(
        items[end].has(kind) for kind in (Kind.COMMA, Kind.DOT, Kind.BREAK, Kind.SIGN, Kind.CLOSE)
    )


def _named_date(match: Match) -> Calendar | None:
    """ "last May", "next Tuesday", "this summer", but not "the last winter of the war"."""
    items, end = match.tokens.items, match.found.end()
    of_something = end + 1 < len(items) and items[end].has(Kind.OF) and items[end + 1].has(Kind.THE)
    return None if "the" in match and of_something else _dated(match, way_of(match, "way"))


def _dated(match: Match, way: Way) -> Calendar:
    name = match.all("name")[0]
    if name.has(Kind.MONTH):
        return Calendar(month=match.integer("name", Kind.MONTH), way=way)
    if name.has(Kind.WEEKDAY):
        return Calendar(weekday=match.integer("name", Kind.WEEKDAY), way=way)
    return Calendar(season=match.name("name", Kind.SEASON), way=way)


def _anchored_length(match: Match) -> Length | None:
    """ "the past three months", "the next two weeks", "the past three to six months"."""
    way = way_of(match, "way")
    if way in (Way.THIS, Way.THAT):
        return None
    amounts = amounts_of(match.all("amount"))
    if not amounts:
        return None
    least = None
    if "least" in match:
        number = match.all("least")[0].payload[Kind.NUM]
        least = (number if isinstance(number, int | float) else None, amounts[0][1])
    ahead = way is Way.FOLLOWING and any(token.has(Kind.NEXT) for token in match.all("way"))
    return Length(amounts, way, least, ahead)


def _length_inside(match: Match) -> Length | None:
    """ "les trois derniers mois"."""
    way, unit, count = way_of(match, "way"), unit_of(match.all("unit")), match.integer("amount", Kind.NUM)
    return None if unit is None else Length(((count, unit),), way)


def _either(match: Match) -> Shift | None:
    """The amount before the word for "ago", or behind it, as languages differ."""
    amounts = amounts_of(match.all("amount" if "amount" in match else "amount_after"))
    if not amounts:
        return None
    count, unit = amounts[0]
    return Shift(unit, None if count is None else -count, Base.DOCUMENT, exact=False)


DEICTIC = Parser("named day", "day:DEICTIC_DAY", _deictic, "yesterday")
DEICTIC_ADJECTIVE = Parser(
    "adjective of a day", "day:DEICTIC_ADJECTIVE name:WEEKDAY?", _deictic_adjective, "gestrigen Sitzung"
)
AHEAD = Parser(
    "length ahead",
    "lead:IN_FUTURE APPROXIMATE? amount:AMOUNT(?![LATER EARLIER AGO])",
    _ahead,
    "in zwei Wochen",
)
OVERNIGHT = Parser("overnight", "night:OVERNIGHT", _overnight, "overnight")
TONIGHT = Parser("tonight", "night:TONIGHT", _tonight, "tonight")
NAMED_UNIT = Parser(
    "unit beside now",
    "(?:edge:SOONER)? the:THE? way:(?:THIS? [LAST NEXT PREVIOUS FOLLOWING LATEST]|[THIS THAT]) FISCAL? unit:UNIT",
    _named_unit,
    "last week",
)
AGO = Parser(
    "ago", "(?:amount:AMOUNT OR_SO? AGO|AGO_BEFORE APPROXIMATE? amount_after:AMOUNT)", _either, "three days ago"
)
WAY_BEHIND = Parser(
    "name before its direction",
    "[THE THIS]? name:[UNIT MONTH WEEKDAY SEASON DAYPART] way:WAY_BEHIND",
    _way_behind,
    "la semaine prochaine",
)
LENGTH_INSIDE = Parser(
    "length around its direction",
    "[THE THIS]? amount:NUM way:[LAST NEXT PREVIOUS FOLLOWING] unit:UNITS",
    _length_inside,
    "les trois derniers mois",
)
EARLIER = Parser("earlier", "amount:(?:AMOUNT|UNITS) direction:EARLIER(?!THAN)", _earlier, "a year earlier")
LATER = Parser("later", "amount:(?:AMOUNT|UNITS) direction:LATER(?!THAN)", _later, "two days later")
FROM_NOW = Parser(
    "time from now", "(?<=INSIDE)amount:AMOUNT [QUOTE POSSESSIVE] TIME_NOUN", _from_now, "in two years' time"
)
SOME_ON = Parser("some time on", "amount:AMOUNT ONWARD(?=COMMA)", _on, "three years on,")
HENCE = Parser("hence", "amount:AMOUNT direction:HENCE", _hence, "two weeks from now")
NAMED_DATE = Parser(
    "name beside now",
    "the:THE? way:(?:THIS? [LAST NEXT PREVIOUS FOLLOWING]|[THIS THAT]) name:[MONTH WEEKDAY SEASON] DOT?",
    _named_date,
    "last May",
)
ANCHORED_LENGTH = Parser(
    "length beside now",
    "the:THE? way:[LAST NEXT PREVIOUS FOLLOWING] (?:least:NUM [TO OR])? amount:AMOUNT",
    _anchored_length,
    "the past three months",
)
UNIT_LATER = Parser(
    "unit after", "(?:THE|(?<=[AT INSIDE]))unit:UNIT direction:[EARLIER LATER]", _unit_later, "the day after"
)
UNIT_BESIDE = Parser(
    "unit beside an event",
    f"when:(?:(?:THE|(?<=[AT INSIDE CONTRACTED]))unit:UNIT) {EVENT}",
    _unit_beside,
    "the day after the vote",
)
FROM_THAT = Parser(
    "counted from that",
    "amount:AMOUNT signal:SIGNAL that:THAT(?=[COMMA DOT AND BREAK SIGN CLOSE])",
    _from_that,
    "a week before that,",
)
BEFORE_LAST = Parser("unit before the last", "THE unit:UNIT before:SIGNAL LAST", _before_last, "the year before last")
PART_LATER = Parser(
    "part of the day before or after",
    "THE part:DAYPART direction:[EARLIER LATER]",
    _part_later,
    "the night before",
)
THIS_YEAR = Parser("year in a word", "year:THIS_YEAR", _year_in_a_word, "heuer")
STORY_DAY = Parser("day in a word", "day:STORY_DAY", _day_in_a_word, "am Vortag")
STORY_UNIT = Parser("unit in a word", "THE? unit:[STORY_UNIT NOW_UNIT]", _unit_in_a_word, "in der Vorwoche")
