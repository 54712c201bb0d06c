"""Clock times in four figures, as soldiers, sailors and rescuers write them: "1642 Party A up the ridge", "Mon 0200".

Only the class of their lines, or the document's own year, tells them from years and other numbers. It must not resolve
anything.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.model.documents import Line, LineClass
from dateline.temporal.expressions import Expression
from dateline.temporal.meanings import Calendar, TimeOfDay

RULE: Final = "hours and minutes in four digits"
_CLOCK: Final = r"(?:[01]\d|2[0-4])[0-5]\d"
_HEAD: Final = re.compile(rf"\s*[\[(]?((?:(\d\d?)[/.](\d\d?)\.?\s+)?({_CLOCK}))(?=[zZ]?[\])]?[:\s])")
_DATED_HEAD: Final = re.compile(rf"^[ \t>]*((\d\d?)[/.](\d\d?)\.?[ \t]+({_CLOCK}))(?=[zZ]?[:\s])", re.MULTILINE)
_BEHIND: Final = re.compile(rf",?[ \t]+({_CLOCK})(?![\w/-]|[.:,]\d)")
_FEWEST_DATED: Final = 3  # such rows are a log in whatever they stand, a mail for instance
_AT_END: Final = re.compile(rf"[\s,]+({_CLOCK})\Z")
_YEAR_BEHIND: Final = re.compile(r"(?:\b(?:in|since|of|year|rev\.?|im|seit|von|jahr)\s|[-/.]|©\s?)\Z", re.IGNORECASE)
_MONTHS: Final = 12
_BEFORE_CHARACTERS: Final = 12
_FAR_YEARS: Final = 60  # a day of so distant a year is no day of a log, but its hour


def with_log_clocks(
    expressions: list[Expression], text: str, lines: Sequence[Line] | None, year: int | None
) -> list[Expression]:
    """The expressions in order; in a document of whose lines some begin with four figures, those figures, and figures
    that were taken for a year, are times of day. `year` is the document's, where it is known.
    """
    logged = [line for line in lines or () if line.kind is LineClass.LOG]
    heads = [match for line in logged if (match := _HEAD.match(text, line.start, line.end)) is not None]
    dated = list(_DATED_HEAD.finditer(text))
    heads = list({head.start(1): head for head in (*heads, *(dated if len(dated) >= _FEWEST_DATED else ()))}.values())
    if not heads:
        return expressions
    day_first = all(int(head[3]) <= _MONTHS for head in heads if head[3])
    times = {head.start(1): Expression(*head.span(1), RULE, _entry_time(head, day_first)) for head in heads}
    found = [each for expression in expressions for each in _parted(expression, text, year)]
    starts = [line.start for line in logged]
    for expression in found:
        at = bisect_right(starts, expression.start) - 1
        if at >= 0 and expression.start < logged[at].end and _is_clock(expression, text):
            figures = text[expression.start : expression.end]
            times.setdefault(expression.start, replace(expression, rule=RULE, meaning=_time(figures)))
    taken = sorted((time.start, time.end) for time in times.values())
    kept = [one for one in found if not _overlaps(one, taken)]
    return sorted([*kept, *times.values()], key=lambda one: one.start)


def _parted(expression: Expression, text: str, year: int | None) -> list[Expression]:
    """A day with an hour behind it, or one that was taken for its year ("10 Feb 1800" in 2014), as that hour; where a
    line ends between them, as the day alone.
    """
    day = expression.meaning
    if not isinstance(day, Calendar) or (day.day is None and day.weekday is None):
        return [expression]
    if day.year is None:
        behind = _BEHIND.match(text, expression.end)
        if behind is None:
            return [expression]
        return [replace(expression, end=behind.end(), rule=RULE, meaning=replace(_time(behind[1]), day=day))]
    figures = _AT_END.search(text, expression.start, expression.end)
    if figures is None or int(figures[1]) != day.year or abs(day.year - (year or day.year)) < _FAR_YEARS:
        return [expression]
    day = replace(day, year=None)
    if "\n" in figures[0]:
        return [replace(expression, end=figures.start(), meaning=day)]
    return [replace(expression, rule=RULE, meaning=replace(_time(figures[1]), day=day))]


def _is_clock(expression: Expression, text: str) -> bool:
    """Whether an expression is a bare number that was taken for a year, and nothing before it says that it is one."""
    meaning = expression.meaning
    figures = text[expression.start : expression.end]
    if not isinstance(meaning, Calendar) or re.fullmatch(_CLOCK, figures) is None:
        return False
    before = text[max(0, expression.start - _BEFORE_CHARACTERS) : expression.start]
    return _YEAR_BEHIND.search(before) is None


def _entry_time(head: re.Match[str], day_first: bool) -> TimeOfDay:
    """The time at the head of an entry, with its day where that is told in figures: "24/02  2350  arrived"."""
    time, numbers = _time(head[4]), (head[2], head[3])
    if head[2] is None:
        return time
    day, month = map(int, numbers if day_first else reversed(numbers))
    return replace(time, day=Calendar(month=month, day=day)) if 1 <= month <= _MONTHS and 1 <= day <= 31 else time


def _time(figures: str) -> TimeOfDay:
    return TimeOfDay(int(figures[:2]), int(figures[2:]))


def _overlaps(expression: Expression, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (expression.end - 1, 0))
    return any(start < expression.end and expression.start < end for start, end in spans[max(0, at - 1) : at + 1])
