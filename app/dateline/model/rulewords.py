"""What the rules that read time expressions do, in words for people: "names a day of the week ...".

Each completes a sentence that begins with "It". The names are those of the tagger's rules and stay what they are in
files; this module knows nothing of how the rules work. What one rule says of many words is told of those that were
read: {unit} is the unit they name, {side} the side of the date they are counted from, {way} the direction of counting.
"""

from typing import Final

from dateline.model.dates import Interval, Precision
from dateline.model.timex import Timex3

_WORDS: Final = {
    "time stamp": "is a date and time as computers write them",
    "numeric date": "is a date in figures",
    "numeric date with spaces": "is a date in figures",
    "day and month in figures": "is a day and a month in figures",
    "days before a month": "names the first and the last day of a range in one month",
    "days of a month": "names the first and the last day of a range in one month",
    "month and day": "names a day of a month",
    "day and month": "names a day of a month",
    "month and year": "names a month of a year",
    "day, month and year with dashes": "names a day, a month and a year",
    "named part of the day": "names a part of the day",
    "named day": "names a day by its distance from that date, as “yesterday” does",
    "adjective of a day": "names a day by its distance from that date, as “yesterday's” does",
    "tonight": "is the night that follows that date",
    "overnight": "is the night before that date",
    "clock time": "is a time by the clock",
    "hour": "is an hour by the clock",
    "hour behind its article": "is an hour by the clock",
    "hour behind a preposition": "is an hour by the clock",
    "military time": "is a time in four figures, as armies write it",
    "hours and minutes": "is a time of day in hours and minutes",
    "hours and minutes in four digits": "is a time in four figures",
    "hours by the clock": "names two hours by the clock, from and to",
    "hour by the clock": "is an hour by the clock",
    "hour before a part of a day": "is an hour by the clock in a part of the day",
    "hour of a part of the day": "is an hour by the clock, in the part of the day it names",
    "half before the hour": "is half an hour before the hour it names",
    "quarter of an hour": "is a quarter before or past the hour it names",
    "day and part of it": "names a day and a part of it in one word",
    "hours of the day": "names hours of the day, as “the early hours” does",
    "past the hour": "is some minutes before or past the hour it names",
    "dawn or dusk": "names the beginning or the end of the light of a day",
    "noon or midnight": "is noon or midnight",
    "part of a day": "names a part of the day {side} that date",
    "name beside now": "names the last, this or the next one of its name, seen from that date",
    "name before its direction": "names the last, this or the next one of its name, seen from that date",
    "length around its direction": "names a length of time {side} that date",
    "weekday of a month": "counts the days of that name within the month",
    "day by its number": "names a day by its number since something began",
    "parts of two weekdays": "names parts of two days of the week, without saying which",
    "part of a year by its months": "names a quarter or half of a year by its months",
    "length by the clock": "is a length of time in hours and minutes",
    "time from now": "counts on from that date",
    "some time on": "counts on from that date",
    "half year of accounts": "names half of the year that a report is about",
    "some time": "is a length of time that nobody measured",
    "season of a climate": "names a season of rain or drought, without saying when it is",
    "piece": "counts weeks, months or days within a longer time",
    "unit beside now": "names the {unit} {side} that date",
    "unit in a word": "names a unit of time by its distance from that date",
    "unit beside an event": "names the {unit} just {side} an event that the text tells",
    "length beside an event": "is counted from an event that the text tells",
    "week of a holiday": "names the week or the weekend of a holiday",
    "week beside a holiday": "names the week of a holiday, or the one beside it",
    "numbered week": "names a week by its number in the year",
    "period compared with": "names the period that another one is compared with",
    "quarter of last year": "names the same quarter of the year before",
    "full year": "is the whole year of the accounts",
    "ago": "counts back from that date",
    "earlier": "counts back from that date",
    "later": "counts on from that date",
    "hence": "counts on from that date",
    "length ahead": "counts on from that date",
    "unit after": "names the {unit} just {side} that date",
    "counted from that": "counts {way} from that date",
    "unit before the last": "names the {unit} before the last one, seen from that date",
    "part of the day before or after": "names a part of the day just {side} that date",
    "year in a word": "names a year by its distance from that date",
    "day in a word": "names a day by its distance from that date",
    "length beside now": "names a length of time {side} that date",
    "period of a year": "names the same period of a company's accounts in another year",
    "period a year ago": "names the same period of a company's accounts a year before",
    "the period": "names the period of a company's accounts that the text spoke of before, or that ended last",
    "the unit": "names the {unit} that the text is in",
    "edge of the unit": "names the beginning or the end of the time that the text is in",
    "earlier or later in": "names the part of a time before or behind that date",
    "end of year": "names the end of the year or month that the text is in",
    "beginning of year": "names the beginning of the year or month that the text is in",
    "weekend": "names the nearest weekend {side} that date",
    "every unit": "names a time that comes again and again",
    "every name": "names a time that comes again and again",
    "rate": "tells how often something happens",
    "rate of a unit": "tells how often something happens",
    "adverb of repetition": "tells how often something happens",
    "weekdays": "names a day that comes every week",
    "parts of weekdays": "names a time that comes every day or week",
    "years": "names the first and the last year of a range",
    "year across two": "names a year of an old calendar",
    "years with one era": "names the first and the last year of a range",
    "shortened year": "is a year by its last two figures",
    "century": "names a century or a millennium",
    "number of a century": "names a century by its number",
    "number of a decade": "names a decade",
    "quarter": "names a quarter of a year",
    "half year": "names a half of a year",
    "short quarter": "names a quarter or a half of a year",
    "season": "names a season",
    "decade": "names a decade",
    "named decade": "names a decade, of which the century is the nearest that fits",
    "holiday": "is a day of the calendar with a name of its own",
    "month": "names a month; its year is the nearest that fits the tense of the sentence, or the story",
    "weekday": "names a day of the week, the nearest that fits the tense of the sentence, or the story",
    "day of the month": "is a day of the month by its number",
    "part of the day": "names a part of the day",
    "year": "is a year",
    "fiscal year": "is a year of a company's accounts",
    "named year": "is a year",
    "part of a year of an old story": "is a month or season in a story of old times, where years have few figures",
    "about a year of an old story": "is about a year in a story of old times, where years have few figures",
    "year of an old story": "is a year in a story of old times, where years have few figures",
    "lengths": "tells the least and the most of a length of time",
    "age": "tells how old somebody is",
    "length": "tells how long something took",
    "quarter of a longer time": "tells how long something took",
    "length as adjective": "tells how long something took",
    "vague length": "tells that something took long, but not how long",
    "unit in a message": "tells how long something took",
    "former": "speaks of the past without a date",
    "time of the story": "points to the time that the story has reached, without a date",
    "vague time": "speaks of now, of the past or of the future without a date",
    "the past": "speaks of the past or of the future without a date",
    "future": "speaks of the future without a date",
}


_DEFAULTS: Final = {"unit": "day, week, month or year", "side": "before, around or after", "way": "on or back"}
_UNITS: Final = frozenset(
    {Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.SEASON, Precision.QUARTER, Precision.YEAR}
    | {Precision.DECADE, Precision.CENTURY}
)


def rule_words(rule: str) -> str:
    """What a rule says of any expression, behind "It".

    >>> rule_words("century")
    'names a century or a millennium'
    """
    return _filled(rule, _DEFAULTS)


def timex_words(timex: Timex3) -> str:
    """What its rule says of one expression, behind "It": "names the year after that date"."""
    unit = {"unit": timex.precision.value} if timex.precision in _UNITS else {}
    reference = None if timex.reference is None else timex.reference.interval
    return _filled(timex.rule, _DEFAULTS | unit | _direction(timex.denoted or timex.interval, reference))


def worded_rules() -> frozenset[str]:
    """The names of the rules there are words for."""
    return frozenset(_WORDS)


def _filled(rule: str, blanks: dict[str, str]) -> str:
    words = _WORDS.get(rule)
    return f"was read by the rule “{rule}”" if words is None else words.format_map(blanks)


def _direction(told: Interval | None, reference: Interval | None) -> dict[str, str]:
    """On which side of what it is counted from a time lies."""
    if told is None or reference is None:
        return {}
    if told.latest_end is not None and reference.earliest_start is not None:
        if told.latest_end <= reference.earliest_start:
            return {"side": "before", "way": "back"}
    if told.earliest_start is not None and reference.latest_end is not None:
        if told.earliest_start >= reference.latest_end:
            return {"side": "after", "way": "on"}
    return {"side": "around"}
