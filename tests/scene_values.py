"""Events and columns for scenes: strategies of any crowd, and one small story that is looked at by eye as well."""

import numpy as np
from hypothesis import strategies as st

from dateline.model.anchors import Anchor
from dateline.model.dates import DAY_SECONDS, Certainty, Extent, Interval, Precision, instant
from dateline.model.edtf import parse_edtf
from dateline.model.events import Event, EventTime, Excerpt, Factuality, ReviewState
from dateline.model.group import Group
from dateline.scene.columns import EventColumns, build_columns
from dateline.scene.lanes import LaneBy, assign_lanes
from dateline.scene.measure import PlainMeasure
from dateline.scene.options import Publication

MEASURE = PlainMeasure()
WORDS = ("meeting", "of", "the", "council", "in", "Geneva", "report", "published", "a", "resolution", "on", "rights")


def event(
    number: int,
    title: str,
    time: EventTime,
    group: Group = Group.MEETING,
    factuality: Factuality = Factuality.HAPPENED,
    salience: float = 0.5,
    review: ReviewState = ReviewState.TO_REVIEW,
    documents: int = 1,
) -> Event:
    excerpts = tuple(Excerpt(f"d{place}", Anchor(0, 5, "Words", "", "")) for place in range(documents))
    return Event(f"e{number}", title, time, "kind", group, factuality, excerpts, salience=salience, review=review)


def at(edtf: str) -> EventTime:
    return EventTime(*parse_edtf(edtf))


def story() -> tuple[Event, ...]:
    """One event ten years ago and a heap in a month: what most news stories look like."""
    half_year = Interval(
        instant(2014, 4, 30), instant(2014, 7, 30), instant(2014, 10, 30), instant(2014, 10, 31), Extent.THROUGHOUT
    )
    review = EventTime(half_year, Precision.MONTH, Certainty.INFERRED)
    planned, possible, negated = Factuality.PLANNED, Factuality.POSSIBLE, Factuality.NEGATED
    return (
        event(1, "Rapporteur’s office created", at("2004~"), Group.INSTITUTION, salience=0.8),
        event(2, "Return to the Universal Periodic Review", review, Group.DECISION, salience=0.7),
        event(3, "Draft resolution by the EU and Japan", at("2014-10"), Group.LAW, planned, 0.7),
        event(
            4, "First official meeting with the envoys", at("2014-10-28"), Group.MEETING, salience=0.95, documents=2
        ),
        event(5, "Interview published", at("2014-10-30"), Group.STATEMENT, review=ReviewState.ACCEPTED),
        event(
            6, "Photograph of a district", at("[2014-10-10..2014-10-12]"), Group.OTHER, review=ReviewState.REJECTED
        ),
        event(7, "Visit of the rapporteur", at("2014-10-30/.."), Group.MEETING, possible),
        event(8, "Referral to the court", at("2014-10-30/.."), Group.LAW, possible),
        event(9, "Requests for talks", at("2004~/2014-10-28"), Group.MEETING, negated),
    )


def news() -> tuple[Event, ...]:
    """Ten events in six lanes, most of them long ones that end in the same days: what a long interview gives."""
    possible = Factuality.POSSIBLE
    return (
        event(1, "Rapporteur’s office created", at("2004~"), Group.INSTITUTION, salience=0.8),
        event(2, "Inquiry by a foreign commission set up", at("2004-11/2014-10"), Group.LAW),
        event(3, "Interesting developments", at("2014-05~/2014-10-30"), Group.OTHER, salience=0.4),
        event(
            4, "First official meeting with the envoys", at("2014-10-28"), Group.MEETING, salience=0.95, documents=2
        ),
        event(5, "Leader gives guidance in the field", at("2014-10-14"), Group.STATEMENT),
        event(6, "Draft resolution by the EU and Japan", at("../2014-10-28"), Group.OTHER),
        event(7, "Visit of the rapporteur", at("2014-10-30/.."), Group.MEETING, possible),
        event(8, "Referral to the court", at("2014-10-30/.."), Group.DECISION, possible),
        event(9, "Requests for talks", at("2004~/2014-10-28"), Group.DECISION),
        event(10, "Return to the Universal Periodic Review", at("2014-05/2014-10-30"), Group.DECISION),
    )


PUBLICATION = Publication("d0", "Interview of October", instant(2014, 10, 30), instant(2014, 10, 31))


def columns_of(events: tuple[Event, ...], by: LaneBy = LaneBy.GROUP, collapsed: tuple[str, ...] = ()) -> EventColumns:
    return build_columns(events, assign_lanes(events, by, collapsed=collapsed))


@st.composite
def times(draw: st.DrawFn, span_days: int) -> EventTime:
    """A day, a moment, a span, a soft or an open one."""
    start = draw(st.integers(0, span_days)) * DAY_SECONDS
    length = draw(st.sampled_from([60, DAY_SECONDS, DAY_SECONDS, DAY_SECONDS, 30 * DAY_SECONDS, 400 * DAY_SECONDS]))
    certainty = draw(st.sampled_from(Certainty))
    form = draw(st.sampled_from(["within", "within", "throughout", "soft", "future", "past"]))
    if form == "soft":
        outer = Interval(start, start + length, start + 2 * length, start + 3 * length, Extent.THROUGHOUT)
        return EventTime(outer, Precision.DAY, certainty)
    first = None if form == "past" else start
    last = None if form == "future" else start + length
    make = Interval.throughout if form == "throughout" else Interval.within
    return EventTime(make(first, last), Precision.DAY, certainty)


@st.composite
def events(draw: st.DrawFn, most: int = 40) -> tuple[Event, ...]:
    """Up to so many events, spread wide or crowded."""
    span_days = draw(st.sampled_from([3, 60, 4000]))
    found = draw(st.lists(times(span_days), max_size=most))
    random = np.random.default_rng(draw(st.integers(0, 1000)))
    return tuple(
        event(
            number,
            " ".join(random.choice(WORDS, random.integers(1, 9))),
            time,
            tuple(Group)[random.integers(0, 8)],
            tuple(Factuality)[random.integers(0, 5)],
            float(random.random()),
            tuple(ReviewState)[random.integers(0, 3)],
            int(random.integers(1, 3)),
        )
        for number, time in enumerate(found)
    )


def crowd_of_days(count: int, seed: int = 5, days: int = 36_500) -> EventColumns:
    """Many events of one day in eight lanes, without a Python object for each."""
    random = np.random.default_rng(seed)
    start = np.sort(random.integers(0, days, count)) * DAY_SECONDS
    lane = random.integers(0, 8, count).astype(np.int32)
    assignment = assign_lanes((), LaneBy.GROUP)
    few = tuple(event(number, "", at("2014"), group) for number, group in enumerate(Group))
    lanes = assign_lanes(few, LaneBy.GROUP)
    end = start + DAY_SECONDS
    return EventColumns(
        ids=tuple(f"e{number}" for number in range(count)),
        earliest_start=start,
        latest_start=end.copy(),
        earliest_end=start.copy(),
        latest_end=end,
        lane=lane,
        group=lane.astype(np.uint8),
        certainty=np.zeros(count, np.uint8),
        factuality=np.zeros(count, np.uint8),
        review=np.zeros(count, np.uint8),
        form=np.zeros(count, np.uint8),
        salience=random.random(count).astype(np.float32),
        documents=np.ones(count, np.int32),
        lanes=type(assignment)(LaneBy.GROUP, lanes.lanes, lane),
        labels=lambda index: (f"Something that happened, number {index}", "a day"),
    )
