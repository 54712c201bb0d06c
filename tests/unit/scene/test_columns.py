"""Events as sorted arrays, and what is found in them."""

from dataclasses import fields, replace
from functools import cached_property

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.dates import DAY_SECONDS, instant
from dateline.model.events import Event, ReviewState
from dateline.model.project import time_order
from dateline.model.shown import Difference, rearranged
from dateline.model.yearstyle import YearStyle
from dateline.scene.columns import (
    OPEN_FUTURE,
    OPEN_PAST,
    DurationClass,
    EventColumns,
    Form,
    build_columns,
    changed_columns,
)
from dateline.scene.lanes import LaneBy, assign_lanes
from dateline.scene.visible import visible_counts, visible_indexes
from scene_values import at, columns_of, crowd_of_days, event, events, story


def test_columns_are_sorted_and_cannot_be_written() -> None:
    columns = columns_of(tuple(reversed(story())))

    assert (np.diff(columns.earliest_start) >= 0).all()
    assert set(columns.ids) == {f"e{number}" for number in range(1, 10)}
    with pytest.raises(ValueError, match="read-only"):
        columns.earliest_start[0] = 0
    with pytest.raises(ValueError, match="read-only"):
        columns.lane[0] = 0


def test_open_ends_and_forms() -> None:
    found = (
        event(1, "Day", at("2014-10-28")),
        event(2, "Month", at("2014-10")),
        event(3, "Span", at("2014-05/2014-10")),
        event(4, "Since", at("2014-10-30/..")),
        event(5, "By", at("[..2014-10-30]")),
    )
    columns = columns_of(found)

    forms = {id_: Form(columns.form[index]) for id_, index in columns.index_of.items()}
    assert forms == {"e1": Form.POINT, "e2": Form.ONCE, "e3": Form.BAR, "e4": Form.BAR, "e5": Form.ONCE}
    assert columns.latest_end[columns.index_of["e4"]] == OPEN_FUTURE
    assert columns.earliest_start[columns.index_of["e5"]] == OPEN_PAST
    assert columns.place[columns.index_of["e5"]] == instant(2014, 10, 31)
    assert columns.place[columns.index_of["e1"]] == instant(2014, 10, 28) + DAY_SECONDS // 2
    assert columns.span == (instant(2014, 5), instant(2014, 11))


def test_labels_are_made_when_asked_for() -> None:
    columns = columns_of(story())

    assert columns.label(columns.index_of["e4"]) == ("First official meeting with the envoys", "28 Oct 2014")


def test_indexes_and_masks_know_only_what_is_there() -> None:
    columns = columns_of(story())

    assert columns.indexes(["e4", "gone"]).tolist() == [columns.index_of["e4"]]
    assert columns.mask(["e1", "gone"]).sum() == 1


@given(found=events(), start=st.integers(-100, 5000), length=st.integers(1, 3000))
def test_what_is_visible_is_found_without_looking_at_the_rest(
    found: tuple[Event, ...], start: int, length: int
) -> None:
    columns = columns_of(found)
    first, last = start * DAY_SECONDS, (start + length) * DAY_SECONDS

    touching = (columns.earliest_start < last) & (columns.latest_end > first)
    counts = visible_counts(columns, first, last)
    for lane in range(len(columns.lanes.lanes)):
        wanted = np.flatnonzero(touching & (columns.lane == lane))
        assert visible_indexes(columns, lane, first, last).tolist() == wanted.tolist()
        assert counts[lane] == len(wanted)


def test_the_most_salient_of_many() -> None:
    columns = crowd_of_days(5000)

    chosen = columns.most_salient
    assert len(chosen) == 600
    rest = np.setdiff1d(np.arange(5000), chosen)
    assert columns.salience[chosen].min() >= columns.salience[rest].max()


def test_events_at_the_end_of_time_are_drawn_too() -> None:
    columns = columns_of((event(1, "The beginning", at("Y-13800000000")), event(2, "Now", at("2020"))))

    assert columns.span is not None
    assert columns.span[0] == instant(-13_800_000_000)


ORDERS = st.sampled_from([(), ("law",)])


@given(found=events(), others=events(), data=st.data(), by=st.sampled_from(LaneBy), order=ORDERS)
def test_changed_columns_are_as_made_anew(
    found: tuple[Event, ...], others: tuple[Event, ...], data: st.DataObject, by: LaneBy, order: tuple[str, ...]
) -> None:
    """Events go, come, change in place and move; what was computed of the old columns is not taken for the new."""
    before = tuple(sorted(found, key=time_order))
    gone = data.draw(st.lists(st.sampled_from(before), unique=True)) if before else []
    states = st.sampled_from(ReviewState)
    come = [replace(event, review=data.draw(states)) for event in gone if data.draw(st.booleans())]
    free = {*(event.id for event in others)} - {*(event.id for event in before)} | {*(event.id for event in gone)}
    come += [event for event in others if event.id in free - {event.id for event in come}]
    difference = Difference(tuple(gone), tuple(come))
    old = build_columns(before, assign_lanes(before, by, order=order))
    for name in CACHED:
        getattr(old, name)
    after = rearranged(before, difference)
    new, wanted = (
        changed_columns(old, difference, order, {}, (), YearStyle.ERA),
        build_columns(after, assign_lanes(after, by, order=order)),
    )
    assert new.lanes.lanes == wanted.lanes.lanes
    for name in (*(field.name for field in fields(EventColumns) if field.name not in {"lanes", "labels"}), *CACHED):
        assert as_list(getattr(new, name)) == as_list(getattr(wanted, name)), name
    assert [new.label(index) for index in range(len(new))] == [wanted.label(index) for index in range(len(wanted))]


CACHED = tuple(name for name, value in vars(EventColumns).items() if isinstance(value, cached_property))


def as_list(value: object) -> object:
    """Arrays, and tuples of what holds some, as lists that can be compared."""
    if isinstance(value, DurationClass):
        return [value.indexes.tolist(), value.starts.tolist(), value.longest]
    if isinstance(value, np.ndarray):
        return value.tolist()
    return [as_list(one) for one in value] if isinstance(value, tuple) else value
