"""Day before month or month before day in numeric dates: the text decides where one of its own dates leaves no choice.

A language that has one custom settles it too; else both readings stay, and the second is told as an alternative. Which
of the two is shown then follows the custom of the text's dates in words: who writes "7 Feb 2022" writes 07/02/2022.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.temporal.cells import Cell, Unit, day_cell
from dateline.temporal.expressions import Expression
from dateline.temporal.language import Language
from dateline.temporal.meanings import Calendar, Meaning, TimeOfDay
from dateline.temporal.story import Anchor

_WORDED_DAY_FIRST: Final = {"day and month": True, "month and day": False}  # by the name of the rule


def settle_order(expressions: Sequence[Expression], language: Language, document: Anchor | None) -> list[Expression]:
    """The expressions, those of two readings reduced to one where there is evidence in the text."""
    day_first = _evidence(expressions, language, document)
    if day_first is None and language.day_first:
        day_first = True
    if day_first is None:
        return _leaning(expressions, language)
    swap = day_first is not language.day_first
    return [
        replace(each, meaning=_settled(each.meaning, swap=swap)) if _is_open(each.meaning) else each
        for each in expressions
    ]


def _is_open(meaning: Meaning) -> bool:
    """Whether there are two readings."""
    date = _date(meaning)
    return date is not None and date.swapped is not None


def _leaning(expressions: Sequence[Expression], language: Language) -> list[Expression]:
    """The expressions with both readings, the one first that has the order of all full dates told in words."""
    orders = {
        _WORDED_DAY_FIRST[expression.rule]
        for expression in expressions
        if expression.rule in _WORDED_DAY_FIRST and _is_full(expression.meaning)
    }
    if orders != {not language.day_first}:
        return list(expressions)
    return [
        replace(each, meaning=_exchanged(each.meaning)) if _is_open(each.meaning) else each for each in expressions
    ]


def _is_full(meaning: Meaning) -> bool:
    date = _date(meaning)
    return date is not None and date.year is not None and date.day is not None


def _exchanged(meaning: Meaning) -> Meaning:
    """The second reading in the place of the first, which is kept."""
    if isinstance(meaning, TimeOfDay) and meaning.day is not None:
        return replace(meaning, day=_exchanged(meaning.day))
    if not isinstance(meaning, Calendar) or meaning.swapped is None or meaning.month is None or meaning.day is None:
        return meaning
    return replace(meaning, month=meaning.swapped[0], day=meaning.swapped[1], swapped=(meaning.month, meaning.day))


def _evidence(expressions: Sequence[Expression], language: Language, document: Anchor | None) -> bool | None:
    """Whether days come first, by the dates with only one reading; by one that is the document's day; None if open."""
    dates = [date for expression in expressions if (date := _date(expression.meaning)) is not None]
    votes = [date.day_first for date in dates if date.day_first is not None]
    if votes and votes.count(True) != votes.count(False):
        return votes.count(True) > votes.count(False)
    here = None if document is None else document.at(Unit.DAY)
    return next((language.day_first is shown for date in dates if (shown := _shows(date, here)) is not None), None)


def _shows(date: Calendar, here: Cell | None) -> bool | None:
    """Whether the reading shown is the document's day; False where the other one is, None where neither is."""
    if here is None or date.swapped is None or date.year is None or date.month is None or date.day is None:
        return None
    if here == day_cell(date.year, date.month, date.day):
        return True
    return False if here == day_cell(date.year, *date.swapped) else None


def _date(meaning: Meaning) -> Calendar | None:
    if isinstance(meaning, TimeOfDay):
        return None if meaning.day is None else _date(meaning.day)
    return meaning if isinstance(meaning, Calendar) else None


def _settled(meaning: Meaning, *, swap: bool) -> Meaning:
    """One reading: the one shown, or the other."""
    if isinstance(meaning, TimeOfDay) and meaning.day is not None:
        return replace(meaning, day=_settled(meaning.day, swap=swap))
    if not isinstance(meaning, Calendar) or meaning.swapped is None:
        return meaning
    if not swap:
        return replace(meaning, swapped=None)
    return replace(meaning, month=meaning.swapped[0], day=meaning.swapped[1], swapped=None)
