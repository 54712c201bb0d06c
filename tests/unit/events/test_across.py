"""Events of several documents that are one."""

from collections.abc import Sequence
from types import MappingProxyType

from dateline.events import merge_timelines, read_events
from dateline.model.timeline import Timeline
from reading_by_hand import document, timex

FIRST = "Norland and Sudland signed the canal treaty in Oslo on 28 October 2014."
AGAIN = "The canal treaty was signed by Norland and Sudland on 28 October 2014, the ministry wrote."
RIVAL = "Norland and Sudland signed the canal treaty in Oslo on 29 October 2014, papers wrote."
OTHER = "A fire destroyed the market of Riga on 28 October 2014."


def _timeline(text: str, day: str) -> Timeline:
    made = document(text)
    found = timex(text, f"{int(day[-2:])} October 2014", day)
    reading = read_events(made, [found])
    return Timeline((made,), reading.events, reading.ledger, MappingProxyType({made.id: (found,)}))


def _merged(*timelines: Timeline, merge: bool = True) -> Timeline:
    return merge_timelines(timelines, merge=merge)


def test_one_event_of_two_documents() -> None:
    whole = _merged(_timeline(FIRST, "2014-10-28"), _timeline(AGAIN, "2014-10-28"))
    (event,) = whole.events
    assert len(event.documents) == 2
    assert {excerpt.quote for excerpt in event.excerpts} >= {FIRST}
    assert "merged" in {step.name for step in event.why}
    assert {entry.events for entry in whole.ledger} == {(event.id,)}


def test_rival_dates_are_kept_beside_each_other() -> None:
    (event,) = _merged(_timeline(FIRST, "2014-10-28"), _timeline(RIVAL, "2014-10-29")).events
    assert event.time is not None
    (rival,) = event.time.alternatives
    assert {event.time.edtf, rival.edtf} == {"2014-10-28", "2014-10-29"}
    assert rival.excerpt is not None
    assert rival.excerpt.quote != event.excerpts[0].quote, "first stands what the time shown rests on"


def test_two_events_of_one_day_stay_two() -> None:
    assert len(_merged(_timeline(FIRST, "2014-10-28"), _timeline(OTHER, "2014-10-28")).events) == 2


def test_nothing_is_merged_unless_asked() -> None:
    assert len(_merged(_timeline(FIRST, "2014-10-28"), _timeline(AGAIN, "2014-10-28"), merge=False).events) == 2


def test_a_document_counts_once() -> None:
    one = _timeline(FIRST, "2014-10-28")
    whole = _merged(one, one)
    assert len(whole.documents) == len(whole.events) == 1


def test_the_order_of_documents_does_not_matter() -> None:
    timelines: Sequence[Timeline] = [
        _timeline(FIRST, "2014-10-28"),
        _timeline(RIVAL, "2014-10-29"),
        _timeline(OTHER, "2014-10-28"),
    ]
    assert _merged(*timelines).events == _merged(*reversed(timelines)).events
