"""How many midnights a log, or a story told by the clock, has passed since the last day that it told: its clock goes
back where a new day begins.

It must not resolve anything.
"""

from collections.abc import Sequence
from typing import Final

from dateline.model.timex import Signal
from dateline.temporal.entries import opens_line
from dateline.temporal.expressions import Expression
from dateline.temporal.meanings import Calendar, TimeOfDay

_BACK_MINUTES: Final = 12 * 60  # entries a little out of order go back less
_EVENING, _MORNING = 18 * 60, 9 * 60  # a story's clock that goes back from behind the one to before the other
_NEAR_CHARACTERS: Final = 700  # some sentences, or a paragraph and a heading


def midnights(expressions: Sequence[Expression], text: str, in_log: Sequence[bool]) -> list[int]:
    """For each expression the days since the last one told: by the clock times that open lines of a log, or by those of
    running text that go on from an evening to the small hours.
    """
    out: list[int] = []
    passed, last, place = 0, None, 0
    for expression, logged in zip(expressions, in_log, strict=True):
        if _tells_a_day(expression) and (not logged or opens_line(expression, text)):
            passed, last = 0, None
        elif logged and (clock := _opening_clock(expression, text)) is not None:
            passed += last is not None and last - clock > _BACK_MINUTES
            last = clock
        elif not logged and not _ends(expression) and (clock := _clock(expression)) is not None:
            near = last is not None and expression.start - place <= _NEAR_CHARACTERS
            passed += near and last is not None and last >= _EVENING and clock <= _MORNING
            last, place = clock, expression.start
        counts = logged or (_clock(expression) is not None and not _ends(expression))
        out.append(passed if counts else 0)
    return out


def _tells_a_day(expression: Expression) -> bool:
    """Whether times behind it are of its own day."""
    meaning = expression.meaning
    if isinstance(meaning, TimeOfDay):
        return meaning.day is not None
    return isinstance(meaning, Calendar) and (meaning.day is not None or meaning.weekday is not None)


def _opening_clock(expression: Expression, text: str) -> int | None:
    """The minutes since midnight of a time of day that opens its line."""
    return _clock(expression) if opens_line(expression, text) else None


def _ends(expression: Expression) -> bool:
    """Whether a time closes a stretch: "until three in the night"."""
    return expression.ends_range or expression.signal is Signal.UNTIL


def _clock(expression: Expression) -> int | None:
    """The minutes since midnight of a time of day by the clock."""
    meaning = expression.meaning
    if not isinstance(meaning, TimeOfDay) or meaning.hour is None:
        return None
    return 60 * meaning.hour + (meaning.minute or 0)
