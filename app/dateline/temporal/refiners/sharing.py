"""What neighbours in a list or a range share: the year in "26 June - 4 August 1952", the month in "May 2-3, 9-10 and
16".
"""

from dataclasses import replace

from dateline.temporal.drafts import Draft
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Calendar, Meaning
from dateline.temporal.refiners.context import before, behind, between
from dateline.temporal.tokens import Tokens

_LISTED = "COMMA?(?:DASH|TO|AND|OR|SLASH)THE?EARLY?"
_BRACKET_TOKENS = 12
_NEXT_DAY = "[COMMA DASH AND TO] DAYNUM (?=[COMMA DASH AND TO DOT CLOSE OPEN BREAK])"


def share_years(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """A date without a year takes that of the date it is listed with, or the year before where a range runs over New
    Year.
    """
    out = list(drafts)
    for index in range(len(out) - 2, -1, -1):
        left, right = out[index], out[index + 1]
        if not isinstance(left.meaning, Calendar) or not isinstance(right.meaning, Calendar):
            continue
        week = _shared_week(left.meaning, right.meaning)
        if week is not None and between(tokens, left.last, right.first, _LISTED):
            out[index] = replace(left, meaning=replace(left.meaning, year_from=week))
        told = _shared_telling(left.meaning, right.meaning)
        if told is not None and between(tokens, left.last, right.first, _LISTED):
            out[index] = replace(left, meaning=replace(left.meaning, year_from=told))
        year = _shared_year(left.meaning, right.meaning)
        gap = _LISTED if right.last - right.first > 1 else f"{_LISTED}|COMMA"
        if year is not None and between(tokens, left.last, right.first, gap):
            out[index] = replace(left, meaning=replace(left.meaning, year=year))
    return out


def _shared_telling(left: Calendar, right: Calendar) -> Meaning | None:
    """What tells the year of two months or days that follow each other: "between February and May of last year"."""
    bare = left.month is not None and (left.year, left.year_from, left.way) == (None, None, None)
    if not bare or right.month is None or (left.day is None) is not (right.day is None):
        return None
    follows = ((left.month or 0), left.day or 0) < (right.month, right.day or 0)
    return right.year_from if follows else None


def _shared_week(left: Calendar, right: Calendar) -> Meaning | None:
    """The week of a weekday that another is listed with: "Monday to Thursday next week"."""
    weekdays = left.weekday is not None and left == Calendar(weekday=left.weekday) and right.weekday is not None
    return right.year_from if weekdays and right.day is None else None


def _shared_year(left: Calendar, right: Calendar) -> int | None:
    if right.year is None or (left.year, left.year_from, left.way) != (None, None, None):
        return None
    if left.season is not None and right.season is not None:
        return right.year - (left.season == "WI" and right.season != "WI")  # the winter before that spring
    if right.month is None or left.month is None:
        return None
    return right.year - ((left.month, left.day or 0) > (right.month, right.day or 31))


def share_year_behind_bracket(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """A day takes the year that stands behind a bracket about it, and so do days in the bracket: "May 7 (May 8 in
    Moscow), 1945".
    """
    out = list(drafts)
    for index, draft in enumerate(drafts):
        year = draft.meaning.year if isinstance(draft.meaning, Calendar) else None
        opening = _bracket_before(draft.first, tokens) if draft.meaning == Calendar(year=year) else None
        for at in range(index - 1, -1, -1):
            date = out[at].meaning
            if opening is None or out[at].last < opening:
                break
            if isinstance(date, Calendar) and _lacks_year(date):
                out[at] = replace(out[at], meaning=replace(date, year=year))
    return out


def _lacks_year(date: Calendar) -> bool:
    return date.month is not None and date.day is not None and (date.year, date.year_from, date.way) == (None,) * 3


def _bracket_before(index: int, tokens: Tokens) -> int | None:
    """Where the bracket opens that closes at once before a token, but for a comma."""
    if before(tokens, index, "CLOSE COMMA") is None:
        return None
    first = max(0, index - _BRACKET_TOKENS)
    return next((at for at in range(index - 3, first - 1, -1) if tokens.items[at].has(Kind.OPEN)), None)


def continue_days(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Further days of the same month, listed behind a date: "May 2-3, 9-10 and 16"."""
    out: list[Draft] = []
    for index, draft in enumerate(drafts):
        if out and (dated := _with_year(out[-1], draft, tokens)) is not None:
            out[-1] = dated
            continue
        out.append(draft)
        limit = drafts[index + 1].first if index + 1 < len(drafts) else len(tokens.items)
        while (more := _next_day(out[-1], tokens)) is not None and more.last <= limit:
            out.append(more)
    return out


def _with_year(day: Draft, year: Draft, tokens: Tokens) -> Draft | None:
    """The last day of a list takes the year behind it: "May 2-3 and 16, 2010"."""
    left, right = day.meaning, year.meaning
    if day.last - day.first > 1 or not isinstance(left, Calendar) or not isinstance(right, Calendar):
        return None
    if left.day is None or left.month is None or left.year is not None or right != Calendar(year=right.year):
        return None
    if not between(tokens, day.last, year.first, "COMMA"):
        return None
    return replace(day, last=year.last, meaning=replace(left, year=right.year))


def _next_day(draft: Draft, tokens: Tokens) -> Draft | None:
    date = draft.meaning
    if not isinstance(date, Calendar) or date.month is None or date.day is None:
        return None
    found = behind(tokens, draft.last, _NEXT_DAY)
    if found is None:
        return None
    day = tokens.items[found.stop - 1].payload[Kind.DAYNUM]
    if not isinstance(day, int) or day <= date.day:
        return None
    return Draft(found.stop - 1, found.stop, draft.rule, Calendar(date.year, date.month, day))
