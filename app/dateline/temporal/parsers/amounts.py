"""Reading "two and a half years", "a couple of weeks", "a minute and a half" from the tokens that a pattern matched."""

from collections.abc import Iterable, Sequence

from dateline.temporal.cells import Unit
from dateline.temporal.kinds import Kind, Token
from dateline.temporal.meanings import Amount

_COUNTING = (Kind.FRACTION, Kind.NUM, Kind.DECIMAL, Kind.DOZEN, Kind.MIXED)
_UNIT_KINDS = (Kind.UNIT, Kind.UNITS)


def unit_of(tokens: Iterable[Token]) -> Unit | None:
    """The first unit among tokens."""
    for token in tokens:
        for kind in _UNIT_KINDS:
            if kind in token.payload:
                return Unit(str(token.payload[kind]))
        if Kind.FORTNIGHT in token.payload:
            return Unit.WEEK
    return None


def count_of(tokens: Iterable[Token]) -> float | None:
    """The number that counting words make together; None is vague ("several").

    A word for half adds to what stands before it ("two and a half") or halves what follows.
    """
    total: float | None = None
    for token in tokens:
        payload = token.payload
        if Kind.VAGUE in payload:
            return None
        if Kind.HALF in payload:
            total = 0.5 if total is None or _only_article(tokens) else total + 0.5
        elif kind := next((kind for kind in _COUNTING if kind in payload), None):
            value = payload[kind]
            number = value if isinstance(value, int | float) else 0
            total = number if kind is not Kind.FRACTION or total is None else total + number
        elif Kind.ARTICLE in payload and total is None:
            total = 1
    return total


def _only_article(tokens: Iterable[Token]) -> bool:
    return not any(token.has(Kind.NUM) or token.has(Kind.DECIMAL) for token in tokens)


def _is_plural_of_none(before: Sequence[Token], unit: Token) -> bool:
    """Whether an article stands before a plural without a number: "a months-long search"."""
    return len(before) == 1 and before[0].has(Kind.ARTICLE) and unit.has(Kind.UNITS) and not unit.has(Kind.UNIT)


def amounts_of(tokens: Sequence[Token]) -> tuple[Amount, ...]:
    """The amounts in tokens that AMOUNT matched: each unit with the counting words before it."""
    out: list[Amount] = []
    begin = 0
    if len(tokens) > 1 and tokens[0].has(Kind.YEAR) and tokens[1].has(Kind.UNIT):
        return ()
    for index, token in enumerate(tokens):
        unit = unit_of((token,))
        if unit is None:
            continue
        count = None if _is_plural_of_none(tokens[begin:index], token) else count_of(tokens[begin:index])
        if token.has(Kind.FORTNIGHT):
            count = None if count is None else 2 * count
        out.append((count, unit))
        begin = index + 1
    rest = tokens[begin:]
    if out and any(token.has(Kind.HALF) for token in rest):
        count, unit = out[-1]
        out[-1] = (None if count is None else count + 0.5, unit)
    return tuple(out)
