"""What is shown, brought up to date step by step, is what would be computed anew; merging loses no event."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.dates import Interval, Precision
from dateline.model.events import Event, EventTime, ReviewState
from dateline.model.project import Change, Override, Project, Put, Table, time_order
from dateline.model.shown import Difference, Shown, rearranged, shown_event, shown_events
from model_values import EVENTS

IDS = ("a", "b", "c", "d", "e", "f")
KEYS = st.sampled_from(IDS)
TIMES = st.sampled_from([None, *(EventTime(Interval.days(day, day), Precision.DAY) for day in range(3))])
OVERRIDES = st.builds(
    Override,
    title=st.none() | st.just("T"),
    time=TIMES,
    review=st.none() | st.sampled_from(ReviewState),
    merged_into=st.none() | KEYS,
)


@st.composite
def puts(draw: st.DrawFn) -> Put:
    """A record set or taken away; two thirds are decisions."""
    key = draw(KEYS)
    if draw(st.integers(0, 2)):
        return Put(Table.OVERRIDE, key, draw(st.none() | OVERRIDES))
    read = draw(st.none() | EVENTS)
    table = Table.OWN_EVENT if key == "f" else Table.READING
    return Put(table, key, None if read is None else replace(read, id=key, time=draw(TIMES)))


CHANGES = st.builds(Change, st.just(""), st.lists(puts(), max_size=5).map(tuple))


def everything(project: Project) -> Shown:
    return Shown().after(project, (*project.reading, *project.own_event))[0]


@given(st.lists(CHANGES, max_size=8))
def test_step_by_step_is_as_computed_anew(changes: list[Change]) -> None:
    """Forth, and by the inverse changes all the way back."""
    project, now, inverses = Project(), Shown(), []
    for change in changes:
        project, inverse = project.applied(change)
        inverses.append(inverse)
        now = step(now, project, change)
    for inverse in reversed(inverses):
        project, _ = project.applied(inverse)
        now = step(now, project, inverse)
    assert now == Shown()


def step(before: Shown, project: Project, change: Change) -> Shown:
    now, difference = before.after(project, {put.key for put in change.puts})
    assert now == everything(project)
    assert now.events == shown_events(project)
    assert dict(now.by_id) == {event.id: event for event in now.events}
    old, new = set(before.events), set(now.events)
    assert (set(difference.gone), set(difference.come)) == (old - new, new - old)
    return now


@given(st.lists(CHANGES, max_size=4))
def test_no_event_is_lost_by_merging(changes: list[Change]) -> None:
    """Each stands for itself, or its excerpts are those of one that does; also where merges go round in a circle."""
    project = Project()
    for change in changes:
        project, _ = project.applied(change)
    now = everything(project)
    told = {excerpt for event in now.events for excerpt in event.excerpts}
    for event in (*project.reading.values(), *project.own_event.values()):
        assert event.id in now.by_id or told.issuperset(event.excerpts)
    for event in now.events:
        assert shown_event(project, event.id) == event


def test_one_that_is_not_shown_cannot_be_had() -> None:
    with pytest.raises(KeyError):
        shown_event(Project(), "a")


DATED = st.builds(lambda event, time: replace(event, time=time), EVENTS, TIMES)
LISTS = st.lists(DATED, max_size=6, unique_by=lambda event: event.id)


@given(LISTS, st.data(), st.booleans())
def test_rearranging_keeps_the_order_of_time(events: list[Event], data: st.DataObject, many: bool) -> None:
    """In a short list, which is sorted anew, and in a long one, in which few are moved."""
    template = events[0] if events else data.draw(DATED)
    others = [replace(template, id=f"_{number}") for number in range(1_000)] if many else []
    before = tuple(sorted((*others, *events), key=time_order))
    gone = data.draw(st.lists(st.sampled_from(events), unique=True, max_size=3)) if events else []
    come = [replace(event, time=data.draw(TIMES)) for event in gone]
    after = rearranged(before, Difference(tuple(gone), tuple(come)))
    assert list(after) == sorted({*before} - {*gone} | {*come}, key=time_order)
