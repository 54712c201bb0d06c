"""Neighbours that are one expression: weekday and date, date and time of day, month and the year it is told by."""

from dataclasses import replace

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Draft
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Base, Block, Calendar, Length, Meaning, Piece, Shift, TimeOfDay
from dateline.temporal.refiners.context import behind, between
from dateline.temporal.refiners.hours import (
    are_hours,
    behind_hour,
    day_of,
    is_bare_hour,
    is_later,
    is_of_day_before,
    names_day,
    of_habit,
    on_day,
)
from dateline.temporal.refiners.trimming import ends_sentence
from dateline.temporal.tokens import Tokens

_GAP = "COMMA?THE?|[OF POSSESSIVE]THE?|OPEN|"
_STAMP_GAP = f"DASH|{_GAP}"
_PART_GAP = f"INSIDE|AT|{_GAP}"  # "half past four in the afternoon", "10:35 at night"
_APART = "CLOSE?COMMA?(?:[AT OF SIGNAL] THE?)?"
_AT_ONCE = "CLOSE?AT THE?|WORD TIME_NOUN AT THE?"  # "5:34 a.m. Baghdad time on Sunday"
_CLOCK_GAP = "COMMA?THE?"  # "Saturday from 10 to 12", "Saturday (7 p.m.)" are a day and times of day
_INDENT = 40  # characters before a line's first word at most
_BRACKET = "OPEN"  # "14:46 (05:46 GMT)" is one moment told twice


def merge_neighbours(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Drafts of which each takes up the next as long as both are one expression.

    A preposition keeps a time of day and its day two expressions ("11 a.m. on 11 November 1918"), of which the first
    still
    lies on the second.
    """
    out: list[Draft] = []
    for draft in drafts:
        merged = out and not is_of_day_before(out, draft, tokens) and _merged(out[-1], draft, tokens)
        if merged:
            out[-1] = merged
        else:
            out.append(draft)
    _share_days(out, tokens)
    return [_alone(draft) for draft in out if not _is_lone_half(draft, tokens)]


def _share_days(drafts: list[Draft], tokens: Tokens) -> None:
    """A day and the time of day beside it tell each other the day; from the end, so that two times may share one."""
    for index in range(len(drafts) - 2, -1, -1):
        left, right = drafts[index], drafts[index + 1]
        if isinstance(left.meaning, TimeOfDay) and _beside(left, right, tokens, _AT_ONCE):
            drafts[index] = on_day(left, day_of(right.meaning))
        elif are_hours(left, right, tokens):
            drafts[index] = on_day(left, day_of(right.meaning), eve=is_later(left, right))
    for index in range(1, len(drafts)):
        left, right = drafts[index - 1], drafts[index]
        if (habit := of_habit(left, right, tokens)) is not None:
            drafts[index] = habit
        elif are_hours(left, right, tokens):
            drafts[index] = behind_hour(left, right, tokens)
        elif isinstance(right.meaning, TimeOfDay) and _beside(left, right, tokens, _APART):
            drafts[index] = on_day(right, day_of(left.meaning))


def _beside(left: Draft, right: Draft, tokens: Tokens, gap: str) -> bool:
    if ends_sentence(left, tokens) and tokens.capital(left.last):
        return False  # "on the previous Friday. At 09:04"
    apart = _opens_row(right, tokens) or _is_stamp_below(left, right, tokens)
    return between(tokens, left.last, right.first, f"{gap}|{_BRACKET}") and not apart


def _is_lone_half(draft: Draft, tokens: Tokens) -> bool:
    """ "The first half of the match" is none of a year."""
    date = draft.meaning
    lone = isinstance(date, Calendar) and date == Calendar(half=date.half) and date.half is not None
    return lone and behind(tokens, draft.last, "OF") is not None


def _alone(draft: Draft) -> Draft:
    """ "the first three weeks of the siege" is only a length, unlike "the first day"."""
    piece = draft.meaning
    if not isinstance(piece, Piece) or piece.of is not None or (piece.count == 1 and piece.unit is Unit.DAY):
        return draft
    return replace(draft, meaning=Length(((piece.count, piece.unit),)))


def _merged(left: Draft, right: Draft, tokens: Tokens) -> Draft | None:
    if between(tokens, left.last, right.first, "EVE_OF THE?"):
        return _eve(left, right)
    if not between(tokens, left.last, right.first, _gap(left, right, tokens)):
        return None
    if is_bare_hour(right, tokens) and names_day(left.meaning):
        return None  # "today 3-8 p.m." is a day and two hours
    if isinstance(right.meaning, TimeOfDay) and right.meaning.zone and tokens.items[right.first - 1].has(Kind.OPEN):
        return None  # "Saturday (0515 GMT)" is a day and a time on it
    if ends_sentence(left, tokens) and (tokens.capital(right.first) or _is_bare_year(right.meaning)):
        return None  # "in May. Last year", "in September. 2012 was poor"
    meaning = combine(left.meaning, right.meaning)
    if meaning is None and right.first == left.last:
        meaning = _weekday_ago(left.meaning, right.meaning) or _overnight_on(left.meaning, right.meaning)
    if meaning is None or _opens_row(right, tokens) or _is_stamp_below(left, right, tokens):
        return None
    longer = left if left.last - left.first >= right.last - right.first else right
    return replace(left, last=right.last, meaning=meaning, rule=longer.rule)


def _is_bare_year(meaning: Meaning) -> bool:
    return isinstance(meaning, Calendar) and meaning.year is not None and meaning.is_year_alone


def _opens_row(draft: Draft, tokens: Tokens) -> bool:
    """Whether a bracket at the beginning of a line opens it: the stamp of a log's row, no part of the line above."""
    opening = tokens.items[draft.first - 1]
    start = opening.start if opening.has(Kind.OPEN) else tokens.items[draft.first].start
    bracketed = opening.has(Kind.OPEN) or tokens.items[draft.first].has(Kind.OPEN)
    return bracketed and _opens_line(tokens.text, start)


def _opens_line(text: str, start: int) -> bool:
    """Whether nothing but space stands before a place in its line."""
    before = text[max(0, start - _INDENT) : start].rstrip(" \t")
    return before.endswith("\n") or (not before and start <= _INDENT)


def _gap(left: Draft, right: Draft, tokens: Tokens) -> str:
    """What may stand between two drafts of one expression."""
    if _is_stamp(left, right, tokens):
        return _STAMP_GAP
    hour, part = left.meaning, right.meaning
    if isinstance(part, Calendar) and only_weekday(part) and part.way is None and names_day(hour):
        return f"COMMA ARTICLE|{_GAP}"  # "9 May, a Wednesday"
    if names_day(hour) and isinstance(part, TimeOfDay) and part.hour is not None:
        return _CLOCK_GAP
    if not isinstance(hour, TimeOfDay) or not isinstance(part, TimeOfDay) or hour.hour is None:
        return _GAP
    if part.hour is None and part.day is None and right.first == left.last and tokens.items[right.first].has(Kind.THE):
        return "COMMA"  # "at 05:50 the night shift reported": no part of the time
    told = tokens.items[left.last - 1].has(Kind.MERIDIEM)  # "3 a.m. in the morning" says it twice
    return _GAP if told or part.hour is not None or part.day is not None else _PART_GAP


def _is_stamp(left: Draft, right: Draft, tokens: Tokens) -> bool:
    """Whether a day opens a line with an hour behind it: "May 9, 2023 - 22:10 Ferry delayed"."""
    clock = isinstance(right.meaning, TimeOfDay) and right.meaning.hour is not None
    return clock and names_day(left.meaning) and _opens_line(tokens.text, tokens.items[left.first].start)


def _is_stamp_below(left: Draft, right: Draft, tokens: Tokens) -> bool:
    """Whether a time of day begins a log's line below a date that fills a line or ends a sentence: "28 June" and,
    below it, "15:00  Heavy rain".
    """
    text, start, end = tokens.text, tokens.items[right.first].start, tokens.items[left.last - 1].end
    if not isinstance(right.meaning, TimeOfDay) or right.meaning.hour is None or not _opens_line(text, start):
        return False
    above = text[end:start].strip(" \t\n:")
    return above == "." or text[end - 1] == "." or _opens_line(text, tokens.items[left.first].start)


def _eve(left: Draft, right: Draft) -> Draft | None:
    """ "die Nacht zum Sonntag", "die Nacht von Samstag auf Sonntag" is the one that ends on Sunday."""
    night, day = left.meaning, right.meaning
    if not isinstance(night, TimeOfDay) or night.part != "NI" or night.eve or not names_day(day):
        return None
    return replace(left, last=right.last, meaning=replace(night, day=day, eve=True))


def combine(left: Meaning, right: Meaning) -> Meaning | None:
    """The meaning of two expressions side by side, or None where they are two."""
    return (
        _with_clock(left, right)
        or _with_weekday(left, right)
        or _with_year(left, right)
        or _of_whole(left, right)
        or _years_from_today(left, right)
    )


def _years_from_today(left: Meaning, right: Meaning) -> Shift | None:
    """ "fifty years ago today", "heute vor 50 Jahren", "25 years ago this month"."""
    if isinstance(left, Shift) and right == Shift(Unit.MONTH, 0, Base.DOCUMENT):
        counted = left.unit is Unit.YEAR and left.base is Base.DOCUMENT and left.count and not left.exact
        return Shift(Unit.MONTH, 12 * (left.count or 0), Base.DOCUMENT) if counted else None
    today = Shift(Unit.DAY, 0, Base.DOCUMENT)
    for day, shift in ((left, right), (right, left)):
        if day == today and isinstance(shift, Shift) and not shift.exact and shift.count and shift.unit is not Unit.DAY:
            return replace(shift, same_day=True)
    return None


def _of_whole(left: Meaning, right: Meaning) -> Piece | None:
    """ "the first two months of 2021": the piece and its whole, which must be larger."""
    if not isinstance(left, Piece) or left.of is not None:
        return None
    match right:
        case Calendar():
            unit = right.finest
        case Shift() | Block():
            unit = right.unit if isinstance(right, Shift) else right.cell.unit
        case _:
            return None
    return replace(left, of=right) if unit is not None and unit.rank > left.unit.rank else None


def _weekday_ago(left: Meaning, right: Meaning) -> Calendar | None:
    """ "a week ago Tuesday": the weekday of that week."""
    if not isinstance(left, Shift) or not isinstance(right, Calendar) or not only_weekday(right):
        return None
    counted = left.unit is Unit.WEEK and not left.exact and left.base is Base.DOCUMENT and left.count is not None
    return replace(right, year_from=replace(left, exact=True)) if counted and right.way is None else None


def _overnight_on(left: Meaning, right: Meaning) -> TimeOfDay | None:
    """ "Overnight Saturday": not the night before the document."""
    if not isinstance(left, TimeOfDay) or left.part is None or not isinstance(right, Calendar) or not names_day(right):
        return None
    return replace(left, day=right) if left.day == Shift(Unit.DAY, -1, Base.DOCUMENT) else None


def _with_clock(left: Meaning, right: Meaning) -> Meaning | None:
    """A time of day and its day, in either order; a part of the day and a clock time of it."""
    if isinstance(left, TimeOfDay) and isinstance(right, TimeOfDay):
        return _two_times(left, right)
    if isinstance(left, TimeOfDay) and left.day is None and names_day(right):
        return replace(left, day=right)
    if isinstance(left, TimeOfDay) and left.day is not None and (whole := _with_weekday(left.day, right)) is not None:
        return replace(left, day=whole)  # "the night of Friday, Oct. 23"
    if isinstance(right, TimeOfDay) and right.day is None and names_day(left):
        return replace(right, day=left)
    return None


def _two_times(left: TimeOfDay, right: TimeOfDay) -> TimeOfDay | None:
    """ "tomorrow night at 9", "10 in the morning": the clock, made to lie in the part of the day."""
    if left.day is not None and right.day is not None:
        return None
    if left.hour is None and right.hour is None and left.part == right.part:
        return right if left.day is None else left  # "the early hours of Thursday morning"
    clock, part = (left, right) if left.hour is not None else (right, left)
    if clock.hour is None or part.hour is not None or part.part is None:
        return None
    return replace(clock.in_part(part.part), day=left.day or right.day)


def _with_weekday(left: Meaning, right: Meaning) -> Calendar | None:
    """ "Tuesday, October 28", "14 December, Friday"."""
    if not (isinstance(left, Calendar) and isinstance(right, Calendar)):
        return None
    for name, date in ((left, right), (right, left)):
        if only_weekday(name) and date.day is not None and date.weekday is None:
            return replace(date, weekday=name.weekday)
    return None


def only_weekday(meaning: Calendar) -> bool:
    """Whether nothing but the weekday is told."""
    return meaning == Calendar(weekday=meaning.weekday, way=meaning.way)


def _with_year(left: Meaning, right: Meaning) -> Calendar | None:
    """ "June last year", "the summer of that year", "this year's third quarter", "Tuesday of last week"."""
    for date, year in ((left, right), (right, left)):
        if not isinstance(date, Calendar) or (date.year, date.year_from, date.way) != (None, None, None):
            continue
        if only_weekday(date) and date is left and isinstance(year, Shift) and year.unit is Unit.WEEK and year.exact:
            return replace(date, year_from=year)
        if date.finest in (None, Unit.YEAR) or only_weekday(date):
            continue
        if isinstance(year, Shift) and year.unit is Unit.YEAR and year.exact and year.edge is None:
            running = year.base is Base.RUNNING and year is right  # "Jan. 6, the year's first session"
            return None if running else replace(date, year_from=year)
        if isinstance(year, Calendar) and year.year is not None and year == Calendar(year=year.year):
            return replace(date, year=year.year)
    return None
