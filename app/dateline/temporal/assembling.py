"""From resolved expressions to the model's Timex3: mods, signals and ranges make the interval. It must not know
words.
"""

from dataclasses import replace

from dateline.model.dates import Certainty, Interval
from dateline.model.timex import Timex3
from dateline.temporal.expressions import Expression
from dateline.temporal.meanings import Meaning, Shift
from dateline.temporal.resolved import Resolved
from dateline.temporal.softness import part_of, with_signal

_AT_LEAST = ("MORE_THAN", "EQUAL_OR_MORE")


def assemble(expression: Expression, resolved: Resolved, words: str) -> Timex3:
    """The value of the model, its interval as signal and mod have it."""
    mod = expression.mod or resolved.mod
    denoted, precision, certainty = resolved.denoted, resolved.precision, resolved.certainty
    interval = resolved.within or denoted
    if mod is not None and resolved.cell is not None and (part := part_of(resolved.cell, mod)):
        interval, precision = part
        certainty = Certainty.APPROXIMATE
    elif mod == "APPROX" and denoted is not None:
        certainty = Certainty.APPROXIMATE
    elif mod in _AT_LEAST and interval is not None and _looks_back(expression.meaning):
        interval = Interval.within(None, interval.latest_end)
    if interval is not None:
        interval = with_signal(expression.signal, interval, precision)
    return Timex3(
        start=expression.start,
        end=expression.end,
        text=words,
        type=resolved.type,
        value=resolved.value,
        rule=expression.rule,
        mod=mod,
        signal=expression.signal,
        interval=interval,
        denoted=denoted,
        precision=precision,
        certainty=certainty,
        reference=resolved.reference,
        zone=resolved.zone,
        alternatives=tuple(cell.interval for cell in resolved.alternatives),
    )


def _looks_back(meaning: Meaning) -> bool:
    """Whether lengths count back: "more than ten years ago" is any time until then."""
    return isinstance(meaning, Shift) and not meaning.exact and (meaning.count or 0) < 0


def with_ranges(expressions: list[Expression], timexes: list[Timex3]) -> list[Timex3]:
    """The two ends of a range both get the interval from one to the other."""
    out = list(timexes)
    for index, expression in enumerate(expressions[:-1]):
        if not expression.opens_range:
            continue
        left, right = out[index], out[index + 1]
        if left.denoted is None or right.denoted is None:
            continue
        whole = range_interval(left.denoted, right.denoted)
        if whole is not None:
            out[index], out[index + 1] = replace(left, interval=whole), replace(right, interval=whole)
    return out


def range_interval(first: Interval, last: Interval) -> Interval | None:
    """From somewhere in the first to somewhere in the last, or None where the first does not begin earlier."""
    if first.earliest_start is None or last.latest_end is None or first.earliest_start >= last.latest_end:
        return None
    return Interval.from_to(first, last)
