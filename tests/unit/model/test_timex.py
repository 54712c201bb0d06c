"""Time expressions."""

from dateline.model.dates import Certainty, Interval, Precision, instant
from dateline.model.spans import Span
from dateline.model.timex import Timex3, TimexType


def test_an_expression_with_an_interval_has_edtf() -> None:
    interval = Interval.within(instant(2004), instant(2005))
    timex = Timex3(
        3,
        13,
        "about 2004",
        TimexType.DATE,
        "2004",
        "year",
        interval=interval,
        precision=Precision.YEAR,
        certainty=Certainty.APPROXIMATE,
    )
    assert timex.edtf == "2004~"
    assert timex.span == Span(3, 13)


def test_a_duration_has_none() -> None:
    assert Timex3(0, 8, "a decade", TimexType.DURATION, "P10Y", "duration").edtf is None
