"""Events: their documents, and whether they have a place on the line."""

from dataclasses import replace

from hypothesis import given

from dateline.model.anchors import Anchor
from dateline.model.dates import Certainty, Interval, Precision, instant
from dateline.model.events import Alternative, Event, EventTime, Excerpt, Factuality
from dateline.model.group import Group
from model_values import EVENTS

IN_2014 = EventTime(Interval.within(instant(2014), instant(2015)), Precision.YEAR, Certainty.APPROXIMATE)


def excerpt(document: str, start: int) -> Excerpt:
    return Excerpt(document, Anchor(start, start + 4, "word"))


def test_documents_come_in_the_order_of_the_excerpts_each_once() -> None:
    excerpts = (excerpt("b", 9), excerpt("a", 0), excerpt("b", 1))
    event = Event("e", "Title", None, "", Group.OTHER, Factuality.HAPPENED, excerpts)
    assert event.documents == ("b", "a")
    assert (excerpts[0].start, excerpts[0].end, excerpts[0].quote) == (9, 13, "word")


@given(EVENTS)
def test_an_event_is_on_the_line_or_in_the_tray(event: Event) -> None:
    assert event.on_timeline is (event.time is not None and not event.time.only_published)
    assert not replace(event, time=None).on_timeline


def test_times_in_edtf() -> None:
    assert IN_2014.edtf == "2014~"
    assert Alternative(IN_2014.interval, Precision.YEAR).edtf == "2014"
    waiting = EventTime(Interval.within(None, instant(2014, 10, 31)), Precision.DAY, only_published=True)
    event = Event("e", "Title", waiting, "", Group.OTHER, Factuality.HAPPENED, ())
    assert not event.on_timeline
