"""Whether a stretch of text counts its dates from the document's day or from the times it tells: decided by the text
itself.

News speaks of yesterday and Tuesday; a story or a chronicle gives full dates of long ago. Each expression is evidence
for one or the other, and its weight fades with the distance in the text, so that one document can hold both. It must
not resolve anything.
"""

import math
from collections.abc import Sequence
from statistics import median
from typing import Final

from dateline.model.dates import civil
from dateline.temporal.cells import Cell, Unit
from dateline.temporal.expressions import Expression
from dateline.temporal.meanings import Base, Calendar, Length, Meaning, Shift, TimeOfDay, Vague
from dateline.temporal.story import Anchor

# Characters after which evidence has lost two thirds of its weight: some paragraphs. Anything from 400 to 1500 does as
# well
_FADE_CHARACTERS: Final = 700
_FAR_YEARS: Final = 2  # dates this far from the document's are what a story is about, not news
_STALE_MONTHS: Final = 4  # papers say such a date without its year
_STALE: Final = 1.0
_NEWS_FIRST: Final = -0.5  # one old date does not make a story of a document that has a date of its own
_NEIGHBOURS: Final = 4  # dates to either side that a date is compared with
_STANDS_OUT_YEARS: Final = 12
_STORY_SHARE: Final = 2  # how much more than of now a story speaks of its own dates
_SPREADS: Final = 3
_WHOLE_TEXT: Final = 0.1  # share of all evidence of the text that counts everywhere in it


def tells_story(expressions: Sequence[Expression], document: Anchor | None) -> list[bool]:
    """For each expression, whether it counts from the story (True) or from the document."""
    if document is None:
        return [True] * len(expressions)
    weights = [_weight(expression.meaning, document.cell) for expression in expressions]
    places = [expression.start for expression in expressions]
    around = [
        left + right - own
        for left, right, own in zip(_faded(weights, places), _faded_back(weights, places), weights, strict=True)
    ]
    everywhere = _WHOLE_TEXT * sum(weights) + _NEWS_FIRST
    return [local + everywhere > 0 for local in around]


def is_narrative(expressions: Sequence[Expression], document: Anchor | None) -> bool:
    """Whether the text as a whole is a story: it speaks of dates of its own far more than of yesterday and Tuesday."""
    if document is None:
        return True
    weights = [_weight(expression.meaning, document.cell) for expression in expressions]
    told = sum(weight for weight in weights if weight > 0)
    return told + _NEWS_FIRST > _STORY_SHARE * -sum(weight for weight in weights if weight < 0)


def asides(expressions: Sequence[Expression]) -> list[bool]:
    """For each expression whether its year stands out from those around it: a book of 2003 does not move a story of
    1950. Years that stand together are a stretch of their own.
    """
    told = [
        (index, year) for index, expression in enumerate(expressions) if (year := _year(expression.meaning)) is not None
    ]
    out = [False] * len(expressions)
    for place, (index, year) in enumerate(told):
        around = told[max(0, place - _NEIGHBOURS) : place] + told[place + 1 : place + 1 + _NEIGHBOURS]
        beside = told[max(0, place - 1) : place] + told[place + 1 : place + 2]
        alone = all(abs(year - other) > _STANDS_OUT_YEARS for _, other in beside)
        if alone and len(around) >= _NEIGHBOURS and _stands_out(year, [other for _, other in around]):
            out[index] = True
    return out


def _stands_out(year: int, others: Sequence[int]) -> bool:
    """Whether a year is far from the others, and farther than those are from each other: a history of centuries has
    no asides by its steps.
    """
    middle = median(others)
    spread = median(abs(other - middle) for other in others)
    return abs(year - middle) > max(_STANDS_OUT_YEARS, _SPREADS * spread)


def _year(meaning: Meaning) -> int | None:
    return meaning.year if isinstance(meaning, Calendar) else None


def _is_stale(date: Calendar, today: Cell) -> bool:
    """Whether a date of this or the last year lies months back: a report on what happened then."""
    if date.year is None or date.month is None:
        return False
    year, month, _ = civil(today.first_day)
    return (year - date.year) * 12 + month - date.month >= _STALE_MONTHS


def _faded(weights: Sequence[float], places: Sequence[int]) -> list[float]:
    """Sums of all weights up to each place, faded by distance."""
    out: list[float] = []
    total, here = 0.0, places[0] if places else 0
    for weight, place in zip(weights, places, strict=True):
        total = total * math.exp((here - place) / _FADE_CHARACTERS) + weight
        here = place
        out.append(total)
    return out


def _faded_back(weights: Sequence[float], places: Sequence[int]) -> list[float]:
    """The same from the end."""
    return _faded(weights[::-1], [-place for place in places[::-1]])[::-1]


def _weight(meaning: Meaning, today: Cell) -> float:
    """Positive for a story, negative for news."""
    match meaning:
        case Calendar(year=int() as told):
            far = today.year - told >= _FAR_YEARS
            if meaning.finest is Unit.YEAR:
                return 0.5 if far else -0.1
            return 1.0 if far else _STALE if _is_stale(meaning, today) else -0.3
        case Calendar(way=None, weekday=int(), day=None):
            return -1.0
        case Calendar(way=way) if way is not None:
            return -1.0 if way.base is Base.DOCUMENT else 0.3
        case Shift(base=Base.DOCUMENT):
            return -1.0
        case Shift():
            return 0.5
        case TimeOfDay(day=day) if day is not None:
            return _weight(day, today)
        case Length(way=way) if way is not None and way.base is Base.DOCUMENT:
            return -0.5
        case Vague():
            return -0.1
        case _:
            return 0.0
