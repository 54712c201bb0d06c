"""How a person reads a date-like phrase: what stands on the calendar in the place of what a rule would have said.

A correction belongs to a document and to a span of its text, which never changes; every new reading keeps it. It must
not know how phrases are found.
"""

from dataclasses import dataclass
from typing import Final

from dateline.model.dates import Certainty, Interval, Precision
from dateline.model.spans import Span

BY_HAND: Final = "by hand"
"""The rule's name of an expression that was read by a person."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The time that the words at a span name by themselves; without an `interval` they are no date."""

    span: Span
    interval: Interval | None = None
    precision: Precision | None = None
    certainty: Certainty = Certainty.STATED

    @property
    def is_date(self) -> bool:
        """Whether the words are a date at all."""
        return self.interval is not None and self.precision is not None


def with_correction(
    known: tuple[Correction, ...], span: Span, correction: Correction | None
) -> tuple[Correction, ...]:
    """The corrections in the order of the text with that of a span put in; None leaves the span to the rules again.

    What is put in takes the place of all that it overlaps: no word is read in two ways.
    """
    others = [one for one in known if not one.span.overlaps(span)]
    return tuple(sorted([*others, correction] if correction else others, key=lambda one: one.span))
