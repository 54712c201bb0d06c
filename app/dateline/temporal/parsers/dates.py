"""Dates by their names: day and month in both orders, months, weekdays, numeric dates."""

import re
from typing import Final

from dateline.model.dates import month_length
from dateline.temporal.drafts import Found, Match, Parser
from dateline.temporal.kinds import Kind, Token
from dateline.temporal.meanings import Calendar, TimeOfDay
from dateline.temporal.numerals import NumericDate, Stamp
from dateline.temporal.parsers.ordinals import ordinal_of
from dateline.temporal.parsers.years import year_of


def day_of(tokens: list[Token] | tuple[Token, ...]) -> int | None:
    """The day of the month in tokens that DAYS matched."""
    for token in tokens:
        for kind in (Kind.DAYNUM, Kind.ORDINAL):
            value = token.payload.get(kind)
            if isinstance(value, int):
                return value
    return None


def calendar_day(year: int | None, month: int, day: int | None) -> Calendar | None:
    """A day of the calendar, or None where there is no such day (29 February counts where the year is unknown)."""
    if day is None or not 1 <= day <= month_length(2000 if year is None else year, month):
        return None
    return Calendar(year=year, month=month, day=day)


def _named_date(match: Match) -> Calendar | None:
    if _numbers_item(match) or _counts_noun(match) or _is_parted(match, "day"):
        return None
    year = year_of(match.all("year")) if "year" in match else None
    return calendar_day(year, match.integer("month", Kind.MONTH), day_of(tuple(match.all("day"))))


_LONGEST_SHORT: Final = 4  # letters of a shortened month: "Sept."
_ITEM: Final = (". ", ") ")  # what stands behind the number of an item that begins a line
_GLUED_NUMBER: Final = re.compile(r"[^\W\d_]-\d+$")


def _counts_noun(match: Match) -> bool:
    """Whether an ordinal in words counts what follows: "in October the first boats came"."""
    first, last = match.all("day")[0], match.tokens.items[match.found.end() - 1]
    in_words = first.has(Kind.ORDINAL) and first.word.isalpha() and first is last
    return in_words and match.next_has(Kind.WORD) and match.found.end() - match.found.start() > 2


def _numbers_item(match: Match) -> bool:
    """Whether the number belongs to the item of a list that begins with a month: "4.  Oct. 1991  Ramp built"; or to a
    name that ends the line before: "moved to rack-2.".
    """
    first, month = match.all("day")[0], match.all("month")[0]
    text = match.tokens.text
    if "\n" in text[first.end : month.start] and _GLUED_NUMBER.search(text, max(0, first.start - 3), first.end):
        return True
    if month.end < first.start and "\n" in text[month.end : first.start] and text[first.end : first.end + 2] in _ITEM:
        return True  # "... until May." and, on the next line, "4. By an order"
    gap = text[first.end : month.start] if first.end < month.start else ""
    return gap.startswith(".  ") and not text[text.rfind("\n", 0, first.start) + 1 : first.start].strip()


def _day_range(match: Match) -> Found:
    """Two days of one month; the year, where written, belongs to both."""
    month = match.integer("month", Kind.MONTH)
    year = year_of(match.all("year")) if "year" in match else None
    first = calendar_day(year, month, day_of(tuple(match.all("day"))))
    last = calendar_day(year, month, day_of(tuple(match.all("until"))))
    if first is None or last is None or (first.day or 0) >= (last.day or 0):
        return None  # "in silo 10 until 4 December"
    return (("left", first), ("right", last))


def _month(match: Match) -> Calendar | None:
    if "year" in match and _is_parted(match, "year"):
        return None
    year = year_of(match.all("year")) if "year" in match else None
    return Calendar(year=year, month=match.integer("month", Kind.MONTH))


def _is_parted(match: Match, name: str) -> bool:
    """Whether a full stop that shortens nothing stands between the month and the day or year of that name behind it:
    "until September. 1975 was worse", "until September. 4 people left".
    """
    month, number = match.all("month")[0], match.all(name)[0]
    between = match.tokens.text[month.end : max(month.end, number.start)]
    return len(month.word) > _LONGEST_SHORT and between.startswith(".") and between[1:2].isspace()


def numeric_calendar(date: NumericDate, *, day_first: bool) -> Calendar | None:
    """A numeric date in the order of the language, with its second reading where it has one.

    Full stops between the numbers are a custom of languages that put the day first.
    """
    if date.iso:
        return calendar_day(date.year, date.first, date.second)
    readings = [
        (month, day)
        for month, day in ((date.second, date.first), (date.first, date.second))  # day first, month first
        if 1 <= month <= 12 and 1 <= day <= month_length(date.year, month)
    ]
    if not readings:
        return None
    if len(set(readings)) == 1:
        order = None if date.first == date.second else readings[0] == (date.second, date.first)
        return Calendar(year=date.year, month=readings[0][0], day=readings[0][1], day_first=order)
    if date.dotted:
        return Calendar(year=date.year, month=readings[0][0], day=readings[0][1])
    first, other = readings if day_first else readings[::-1]
    return Calendar(year=date.year, month=first[0], day=first[1], swapped=other)


def _numeric(match: Match) -> Calendar | None:
    date = match.all("date")[0].payload[Kind.DATE]
    assert isinstance(date, NumericDate)
    return numeric_calendar(date, day_first=match.tokens.language.day_first)


def _spaced(match: Match) -> Calendar | None:
    """ "4. 6. 2014" where a stop makes an ordinal of a number."""
    if not match.tokens.language.ordinal_dot:
        return None
    month, year = match.integer("month", Kind.MONTHNUM), match.integer("year", Kind.YEAR)
    return Calendar(year=year, month=month, day=match.integer("day", Kind.DAYNUM))


def _day_month(match: Match) -> Calendar | None:
    """ "24.12." where days stand before months; elsewhere it is a number at the end of a sentence."""
    value = match.all("date")[0].payload[Kind.DAY_MONTH]
    if not match.tokens.language.day_first or not isinstance(value, tuple):
        return None
    return Calendar(month=value[1], day=value[0])


def _stamp(match: Match) -> TimeOfDay | None:
    stamp = match.all("stamp")[0].payload[Kind.STAMP]
    assert isinstance(stamp, Stamp)
    day = numeric_calendar(stamp.date, day_first=False)
    clock = stamp.clock
    return None if day is None else TimeOfDay(clock.hour, clock.minute, clock.second, zone=clock.zone, day=day)


def _day(match: Match) -> Found:
    """ "on the 13th", unless the number counts a name: "the 1st Cavalry"."""
    if match.next_has(Kind.WORD) and match.tokens.capital(match.found.end()):
        return None
    return (("date", Calendar(day=match.integer("day", Kind.DAYNUM))),)


def _nth_weekday(match: Match) -> Calendar | None:
    """ "The last Sunday in March", by the rule of a holiday."""
    nth = ordinal_of(match, "nth")
    if nth not in (1, 2, 3, 4, 5, -1):
        return None
    month, weekday = match.integer("month", Kind.MONTH), match.integer("weekday", Kind.WEEKDAY)
    year = year_of(match.all("year")) if "year" in match else None
    return Calendar(year=year, holiday=f"{nth}-{weekday}@{month:02d}")


def _weekday(match: Match) -> Calendar:
    return Calendar(weekday=match.integer("weekday", Kind.WEEKDAY))


STAMP = Parser("time stamp", "stamp:STAMP", _stamp, "2014-10-28T14:30Z")
NUMERIC = Parser("numeric date", "date:DATE", _numeric, "28.10.2014")
SPACED = Parser("numeric date with spaces", "day:DAYNUM DOT month:MONTHNUM DOT year:YEAR", _spaced, "28. 10. 2014")
MONTH_DAY = Parser(
    "month and day",
    "(?<![DAYNUM ORDINAL_MARK])month:MONTHS THE? day:DAYS(?:(?:COMMA|OF)? year:YEARS)?",
    _named_date,
    "October 28, 2014",
)
DAY_MONTH = Parser(
    "day and month", "THE? day:DAYS OF? month:MONTHS(?:(?:COMMA|OF)? year:YEARS)?", _named_date, "28 October 2014"
)
MONTH_DAYS = Parser(
    "days of a month",
    "left:(?:month:MONTHS day:DAYS) RANGED right:(?:until:DAYS(?:(?:COMMA|OF)? year:YEARS)?)",
    _day_range,
    "Sept 26-27",
)
DAYS_MONTH = Parser(
    "days before a month",
    "left:(?:(?:WEEKDAY DOT? COMMA?)? THE? day:DAYS) RANGED"
    " right:(?:(?:WEEKDAY DOT? COMMA?)? THE? until:DAYS OF? month:MONTHS(?:(?:COMMA|OF)? year:YEARS)?)",
    _day_range,
    "3 to 5 May 2010",
)
MONTH_YEAR = Parser("month and year", "month:MONTHS (?:COMMA|OF)? year:YEARS", _month, "October 2014")
MONTH = Parser("month", "month:MONTHS", _month, "October")
WEEKDAY = Parser("weekday", "weekday:WEEKDAY DOT?", _weekday, "Tuesday")
NTH_WEEKDAY = Parser(
    "weekday of a month",
    "THE? nth:(?:[ORDINAL FINAL]|NUM ORDINAL_MARK) weekday:WEEKDAY (?:OF|INSIDE) month:MONTHS"
    "(?:(?:COMMA|OF)? year:YEARS)?",
    _nth_weekday,
    "the last Sunday in March",
)
DAY_NAME_YEAR = Parser(
    "day, month and year with dashes",
    "day:DAYNUM DASH month:MONTH DASH year:[YEAR YEAR2]",
    _named_date,
    "05-Nov-2005",
)
DAY = Parser(
    "day of the month",
    "[AT SIGNAL TO AND] date:(?:THE day:DAYNUM ORDINAL_MARK)(?![UNIT UNITS MONTH DASH NOT_UNIT])",
    _day,
    "on the 13th",
)
DAY_MONTH_NUMBERS = Parser("day and month in figures", "date:DAY_MONTH DOT", _day_month, "24.12.")
