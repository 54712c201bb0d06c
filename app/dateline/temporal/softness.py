"""What a mod and a signal make of the interval an expression denotes: early March, until Tuesday, since 2004."""

from typing import Final

from dateline.model.dates import Extent, Interval, Precision
from dateline.model.timex import Signal
from dateline.temporal.cells import Cell, Unit, cell_at

# Early, mid and late are the first, second and last third, in whole units of the next finer kind.
_FINER: Final = {
    Unit.MONTH: Unit.DAY,
    Unit.QUARTER: Unit.MONTH,
    Unit.SEASON: Unit.MONTH,
    Unit.HALF: Unit.MONTH,
    Unit.YEAR: Unit.MONTH,
    Unit.DECADE: Unit.YEAR,
    Unit.CENTURY: Unit.YEAR,
    Unit.MILLENNIUM: Unit.YEAR,
    Unit.WEEK: Unit.DAY,
}


def part_of(cell: Cell, mod: str) -> tuple[Interval, Precision] | None:
    """The early, middle or late third of a cell; None for mods that are no part and for units too small for parts."""
    finer = _FINER.get(cell.unit)
    if finer is None or mod not in ("START", "MID", "END"):
        return None
    first, end = _at(finer, cell.first_day), _at(finer, cell.end_day)
    third = (end - first) // 3
    starts = {"START": first, "MID": first + third, "END": end - third - (end - first) % 3}
    ends = {"START": first + third, "MID": end - third - (end - first) % 3, "END": end}
    interval = Interval.within(Cell(finer, starts[mod]).start_seconds, Cell(finer, ends[mod]).start_seconds)
    return interval, Cell(finer, first).precision


def _at(unit: Unit, day: int) -> int:
    """The index of the cell of a unit that begins on or holds a day."""
    return cell_at(unit, day * 86_400).index


_MOMENTS: Final = frozenset({Precision.HOUR, Precision.MINUTE, Precision.SECOND})


def with_signal(signal: Signal | None, denoted: Interval, precision: Precision | None = None) -> Interval:
    """The interval of an event that stands beside a time with this signal.

    A time by the clock is a moment: "after 10 p.m." begins at ten, not at eleven; "after May" begins in June.
    """
    start, end = denoted.earliest_start, denoted.latest_end
    if precision in _MOMENTS and start is not None:
        end = start
    match signal:
        case Signal.BEFORE if start is not None:
            return Interval.within(None, start)
        case Signal.AFTER if end is not None:
            return Interval.within(end, None)
        case Signal.BY if end is not None:
            return Interval.within(None, end)
        case Signal.SINCE | Signal.FROM if start is not None:
            return Interval(start, end, None, None, Extent.THROUGHOUT)
        case Signal.UNTIL if end is not None:
            return Interval(None, None, start, end, Extent.THROUGHOUT)
        case _:
            return denoted
