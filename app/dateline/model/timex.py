"""A time expression as ISO-TimeML's TIMEX3 describes it, with the interval it stands for and where that came from."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.dates import Certainty, Interval, Precision
from dateline.model.edtf import format_edtf
from dateline.model.spans import Span
from dateline.model.values import Value


class TimexType(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Signal(StrEnum):
    """TimeML SIGNAL: the word beside an expression, outside its span, that says how an event lies to it."""

    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    FROM = "from"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Reference(Value):
    """What an expression was counted from: the document's date, another expression, or a running date of the story.

    `span` is its place in the same text (None for the document's date when that is not in the text), `interval` its
    time and `name` one of "published", "timex", "narrative", "entry" (a log line's or a mail's own date).
    """

    name: str
    interval: Interval
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Timex3(Value):
    """One time expression.

    `denoted` is the stretch of the calendar that `value` names by itself; `interval` is what the expression together
    with its signal and mod says of an event dated by it ("since 2004" is open to the right). Both are None where
    nothing can be drawn (durations, sets, PRESENT_REF, unresolved). `alternatives` are further readings of an
    ambiguous expression, best first.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    rule: str
    mod: str | None = None
    signal: Signal | None = None
    interval: Interval | None = None
    denoted: Interval | None = None
    precision: Precision | None = None
    certainty: Certainty = Certainty.STATED
    reference: Reference | None = None
    zone: str | None = None
    alternatives: tuple[Interval, ...] = ()

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)

    @property
    def edtf(self) -> str | None:
        """The interval in EDTF, or None where there is none."""
        if self.interval is None or self.precision is None:
            return None
        return format_edtf(self.interval, self.precision, self.certainty)
