"""How many midnights a log has passed since the last day that it told: its clock goes back where a new day begins.

It must not resolve anything.
"""

from collections.abc import Sequence
from typing import Final

from dateline.temporal.entries import opens_line
from dateline.temporal.expressions import Expression
from dateline.temporal.meanings import Calendar, TimeOfDay

_BACK_MINUTES: Final = 12 * 60  # entries a little out of order go back less


def midnights(expressions: Sequence[Expression], text: str, in_log: Sequence[bool]) -> list[int]:
    """For each expression the days since the last one told, by the clock times that open lines of a log."""
    out: list[int] = []
    passed, last = 0, None
    for expression, logged in zip(expressions, in_log, strict=True):
        if _tells_a_day(expression) and (not logged or opens_line(expression, text)):
            passed, last = 0, None
        elif logged and (clock := _opening_clock(expression, text)) is not None:
            passed += last is not None and last - clock > _BACK_MINUTES
            last = clock
        out.append(passed if logged else 0)
    return out


def _tells_a_day(expression: Expression) -> bool:
    """Whether times behind it are of its own day."""
    meaning = expression.meaning
    if isinstance(meaning, TimeOfDay):
        return meaning.day is not None
    return isinstance(meaning, Calendar) and (meaning.day is not None or meaning.weekday is not None)


def _opening_clock(expression: Expression, text: str) -> int | None:
    """The minutes since midnight of a time of day that opens its line."""
    meaning = expression.meaning
    if not isinstance(meaning, TimeOfDay) or meaning.hour is None:
        return None
    return 60 * meaning.hour + (meaning.minute or 0) if opens_line(expression, text) else None
