"""What a reading gives, by date and by document."""

from dataclasses import replace

from dateline.model.dates import Interval, Precision, instant
from dateline.model.documents import SourceDocument
from dateline.model.events import Event, EventTime, Factuality
from dateline.model.group import Group
from dateline.model.timeline import Timeline

DATED = Event(
    "dated",
    "Dated",
    EventTime(Interval.within(None, instant(2014)), Precision.DAY, only_published=True),
    "",
    Group.OTHER,
    Factuality.HAPPENED,
    (),
)


def test_an_event_with_any_bound_is_dated() -> None:
    undated = replace(DATED, id="undated", time=None)
    timeline = Timeline(events=(DATED, undated))
    assert timeline.dated == (DATED,)
    assert timeline.undated == (undated,)


def test_documents_are_asked_by_id() -> None:
    document = SourceDocument("d", "a.txt", "", "", ())
    timeline = Timeline((document,))
    assert timeline.document("d") is document
    assert timeline.document("e") is None
