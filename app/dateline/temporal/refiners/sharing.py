"""What neighbours in a list or a range share: the year in "26 June - 4 August 1952", the month in "May 2-3, 9-10 and
16".
"""

from dataclasses import replace

from dateline.temporal.drafts import Draft
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Calendar
from dateline.temporal.refiners.context import behind, between
from dateline.temporal.tokens import Tokens

_LISTED = "COMMA?(?:DASH|TO|AND|OR|SLASH)THE?"
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
        year = _shared_year(left.meaning, right.meaning)
        gap = _LISTED if right.last - right.first > 1 else f"{_LISTED}|COMMA"
        if year is not None and between(tokens, left.last, right.first, gap):
            out[index] = replace(left, meaning=replace(left.meaning, year=year))
    return out


def _shared_year(left: Calendar, right: Calendar) -> int | None:
    if right.year is None or right.month is None or left.month is None:
        return None
    if (left.year, left.year_from, left.way) != (None, None, None):
        return None
    return right.year - ((left.month, left.day or 0) > (right.month, right.day or 31))


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
