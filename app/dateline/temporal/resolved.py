"""The result of resolution: what a time expression turned out to be on the calendar."""

from dataclasses import dataclass
from typing import Final

from dateline.model.dates import Certainty, Interval, Precision
from dateline.model.timex import Reference, TimexType
from dateline.temporal.cells import Cell, Unit, cell_at
from dateline.temporal.value import cell_value

NOTHING: Final = ""  # the value of what turns out to be no time


@dataclass(frozen=True, slots=True)
class Resolved:
    """Type, TIMEX3 value and place on the calendar.

    `cell` is the unit that the value names, which later expressions may count from; `within` is narrower than that
    where the words say so ("earlier this week"). Both are None for what cannot be drawn.
    """

    type: TimexType
    value: str
    cell: Cell | None = None
    within: Interval | None = None
    precision: Precision | None = None
    certainty: Certainty = Certainty.STATED
    reference: Reference | None = None
    zone: str | None = None
    alternatives: tuple[Cell, ...] = ()
    mod: str | None = None

    @property
    def day(self) -> Cell | None:
        """The day it lies in, where it is no longer than that."""
        if self.cell is not None:
            return self.cell if self.cell.unit is Unit.DAY else None
        start = None if self.within is None or self.type is not TimexType.TIME else self.within.earliest_start
        return None if start is None else cell_at(Unit.DAY, start)

    @property
    def denoted(self) -> Interval | None:
        """The stretch of the calendar that the value names."""
        return self.within if self.cell is None else self.cell.interval


def dated(
    cell: Cell,
    *,
    certainty: Certainty = Certainty.STATED,
    reference: Reference | None = None,
    alternatives: tuple[Cell, ...] = (),
    within: Interval | None = None,
) -> Resolved:
    """A date that is a cell of the calendar."""
    return Resolved(
        TimexType.DATE, cell_value(cell), cell, within, cell.precision, certainty, reference, alternatives=alternatives
    )


def undated(type_: TimexType, value: str) -> Resolved:
    """What has a value but no place on the calendar."""
    return Resolved(type_, value)
