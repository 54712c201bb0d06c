"""A project changes in one way, and every change has an inverse; decisions lie over what was read."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.anchors import Anchor
from dateline.model.dates import Interval, Precision, instant
from dateline.model.events import Event, EventTime, Excerpt, Factuality, ReviewState
from dateline.model.group import Group
from dateline.model.project import PROJECT_TABLES, Change, Override, Project, Put, Table, time_order
from dateline.model.shown import shown_events
from model_values import EVENTS, OVERRIDES

KEYS = st.sampled_from(["a", "b", "c", "d"])
PUTS = st.one_of(
    st.builds(Put, st.just(Table.READING), KEYS, st.none() | EVENTS),
    st.builds(Put, st.just(Table.OVERRIDE), KEYS, st.none() | OVERRIDES),
    st.builds(Put, st.just(Table.SETTING), KEYS, st.none() | st.text(max_size=3)),
)
CHANGES = st.builds(Change, st.text(max_size=3), st.lists(PUTS, max_size=8).map(tuple))


@given(CHANGES, CHANGES)
def test_the_inverse_takes_a_change_back(first: Change, second: Change) -> None:
    """Also where one change puts the same record twice."""
    before, _ = Project().applied(first)
    after, inverse = before.applied(second)
    back, again = after.applied(inverse)
    assert back == before
    assert inverse.label == second.label
    assert back.applied(again)[0] == after


@given(CHANGES)
def test_the_last_put_of_a_record_holds(change: Change) -> None:
    project, _ = Project().applied(change)
    last = {(put.table, put.key): put.value for put in change.puts}
    for table in Table:
        held = {key: value for (known, key), value in last.items() if known is table and value is not None}
        assert dict(getattr(project, table.value)) == held


def test_a_project_is_read_only_and_keeps_what_was_not_touched() -> None:
    before, _ = Project().applied(Change("", (Put(Table.SETTING, "a", "1"),)))
    after, _ = before.applied(Change("", (Put(Table.READING, "e", event("e")),)))
    assert after.setting is before.setting
    assert isinstance(after.reading, MappingProxyType)
    assert not before.reading


def test_every_table_is_a_part_of_the_project() -> None:
    assert tuple(table.value for table in Table) == PROJECT_TABLES


def excerpt(start: int, document: str = "d") -> Excerpt:
    return Excerpt(document, Anchor(start, start + 4, "word"))


def event(event_id: str, year: int | None = 2014, start: int = 0) -> Event:
    time = None if year is None else EventTime(Interval.within(instant(year), instant(year + 1)), Precision.YEAR)
    return Event(
        event_id, event_id.upper(), time, "kind", Group.LAW, Factuality.HAPPENED, (excerpt(start),), actors=(event_id,)
    )


def project(*events: Event, **overrides: Override) -> Project:
    return Project(reading={known.id: known for known in events}, override=overrides)


def test_events_come_in_the_order_of_time_those_without_last() -> None:
    events = [event("c", 2014, 9), event("u", None), event("a", 2014, 3), event("b", -43)]
    assert [known.id for known in shown_events(project(*events))] == ["b", "a", "c", "u"]
    assert sorted(events, key=time_order) == list(shown_events(project(*events)))


def test_a_persons_events_stand_beside_those_that_were_read() -> None:
    both = Project(reading={"a": event("a")}, own_event={"p1": event("p1", 2010)})
    assert [known.id for known in shown_events(both)] == ["p1", "a"]


@pytest.mark.parametrize(
    ("override", "edited"),
    [
        (Override(title="T"), {"title"}),
        (Override(time=event("x").time, review=ReviewState.REJECTED), {"time", "review"}),
        (Override(undated=True), {"time"}),
        (Override(tags=()), {"tags"}),
        (Override(removed=(("d", 0, 4),)), {"excerpts"}),
        (Override(excerpts=(excerpt(0),)), set()),
    ],
)
def test_an_override_names_what_it_sets(override: Override, edited: set[str]) -> None:
    assert override.edited == edited
    assert override.is_empty is (not edited)
    shown = override.laid_over(event("a", 1999))
    assert shown.edited == edited
    if not edited:
        assert shown == event("a", 1999)


@given(EVENTS, OVERRIDES)
def test_what_an_override_leaves_open_stays_as_it_was_read(read: Event, override: Override) -> None:
    shown = override.laid_over(read)
    for name in ("title", "time", "kind", "group", "factuality", "actors", "places", "tags", "notes", "review"):
        if name not in override.edited:
            assert getattr(shown, name) == getattr(read, name)
        elif not (name == "time" and override.undated):
            assert getattr(shown, name) == getattr(override, name)
    assert (shown.id, shown.origin, shown.salience) == (read.id, read.origin, read.salience)
    assert shown.time is None or not override.undated


def test_removed_excerpts_are_left_out() -> None:
    two = replace(event("a"), excerpts=(excerpt(0), excerpt(9)))
    (shown,) = shown_events(project(two, a=Override(removed=(("d", 0, 4),))))
    assert shown.excerpts == (excerpt(9),)


def test_a_merged_event_gives_what_it_has_to_its_target() -> None:
    (shown,) = shown_events(project(event("a", start=5), event("b", start=9), b=Override(merged_into="a")))
    assert shown.id == "a"
    assert shown.excerpts == (excerpt(5), excerpt(9))
    assert shown.actors == ("a", "b")
    assert "excerpts" in shown.edited


def test_another_date_of_a_merged_event_stays_as_a_rival() -> None:
    (shown,) = shown_events(project(event("a", 2014), event("b", 2015, 9), b=Override(merged_into="a")))
    assert shown.time is not None
    assert [(rival.edtf, rival.excerpt) for rival in shown.time.alternatives] == [("2015", excerpt(9))]
    for other in (event("b", 2014), event("b", None)):
        (shown,) = shown_events(project(event("a", 2014), other, b=Override(merged_into="a")))
        assert shown.time == event("a", 2014).time


@pytest.mark.parametrize(
    ("override", "word"), [(Override(time=event("x").time), "set"), (Override(undated=True), "away")]
)
def test_a_date_set_by_hand_says_so(override: Override, word: str) -> None:
    step = override.laid_over(event("a", 1999)).why[-1]
    assert step.name == "person"
    assert word in step.text
    assert Override(title="T").laid_over(event("a")).why == ()


def test_merging_goes_on_to_the_last_target() -> None:
    chain = project(
        event("a"), event("b", start=5), event("c", start=9), c=Override(merged_into="b"), b=Override(merged_into="a")
    )
    (shown,) = shown_events(chain)
    assert shown.id == "a"
    assert len(shown.excerpts) == 3


@pytest.mark.parametrize("target", ["gone", "a"])
def test_an_event_whose_target_is_gone_or_itself_is_shown(target: str) -> None:
    (shown,) = shown_events(project(event("a"), a=Override(merged_into=target)))
    assert shown.id == "a"


def test_a_decision_without_its_event_is_kept_and_shows_nothing() -> None:
    assert shown_events(project(b=Override(title="T"))) == ()
