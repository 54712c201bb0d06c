"""Expressions as a person reads them: corrections take the place of what the rules found at their words.

It must not know what a correction came from. What hangs on a corrected expression follows by itself, because it is
resolved after it.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.corrections import BY_HAND, Correction
from dateline.model.dates import Certainty, Interval, Precision, civil
from dateline.model.edtf import format_edtf
from dateline.model.timex import TimexType
from dateline.temporal.cells import PRECISIONS, Cell, Unit, cell_at
from dateline.temporal.expressions import Expression
from dateline.temporal.meanings import Calendar, Given
from dateline.temporal.resolved import Resolved
from dateline.temporal.value import cell_value


def with_corrections(expressions: list[Expression], corrections: Sequence[Correction]) -> list[Expression]:
    """The expressions in order, those that a correction overlaps replaced by it, or left out where it is no date."""
    if not corrections:
        return expressions
    found = [one for one in expressions if not any(_overlap(one, correction) for correction in corrections)]
    found += [
        _placed(expressions, one, _meaning(one.interval, one.precision, one.certainty))
        for one in corrections
        if one.interval is not None and one.precision is not None
    ]
    return sorted(found, key=lambda one: one.start)


def _meaning(interval: Interval, precision: Precision, certainty: Certainty) -> Calendar | Given:
    """What was named: a date by its numbers where it is one, since a text's own dates tell how others are read."""
    cell = _cell(interval, precision) if certainty is Certainty.STATED else None
    if cell is None or cell.unit not in (Unit.DAY, Unit.MONTH, Unit.YEAR):
        return Given(interval, precision, certainty)
    year, month, day = civil(cell.first_day)
    return Calendar(year, None if cell.unit is Unit.YEAR else month, day if cell.unit is Unit.DAY else None)


def _placed(expressions: Sequence[Expression], correction: Correction, meant: Calendar | Given) -> Expression:
    """The corrected expression; the word beside it ("since") goes on saying how an event lies to it."""
    replaced = next((one for one in expressions if _overlap(one, correction)), None)
    start, end = correction.span
    if replaced is None:
        return Expression(start, end, BY_HAND, meant)
    is_open = isinstance(meant, Given) and meant.interval.length_seconds is None
    signal = None if is_open else replaced.signal
    return replace(replaced, start=start, end=end, rule=BY_HAND, meaning=meant, mod=None, signal=signal, only=None)


def _overlap(expression: Expression, correction: Correction) -> bool:
    return expression.start < correction.span.end and correction.span.start < expression.end


def resolve_given(given: Given) -> Resolved:
    """The place on the calendar that a person named; a cell where it is one, so that others can be counted from it."""
    cell = _cell(given.interval, given.precision)
    return Resolved(
        TimexType.DATE,
        format_edtf(given.interval, given.precision) if cell is None else cell_value(cell),
        cell,
        within=None if cell is not None else given.interval,
        precision=given.precision,
        certainty=given.certainty,
    )


def _cell(interval: Interval, precision: Precision) -> Cell | None:
    """The unit of the calendar that an interval is, or None where it is none."""
    if interval.earliest_start is None:
        return None
    cells = (cell_at(unit, interval.earliest_start) for unit, known in PRECISIONS.items() if known is precision)
    return next((cell for cell in cells if cell.interval == interval), None)
