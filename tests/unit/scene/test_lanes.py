"""Which lanes there are, and in which order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.events import Event
from dateline.scene.lanes import LaneBy, assign_lanes, merge_smallest
from scene_values import at, event, events, story


def test_lanes_of_groups_keep_the_order_of_groups_and_leave_empty_ones_out() -> None:
    lanes = assign_lanes(story(), LaneBy.GROUP).lanes

    assert [lane.key for lane in lanes] == ["meeting", "statement", "decision", "law", "institution", "other"]
    assert [lane.name for lane in lanes[:2]] == ["Meetings and visits", "Statements and reports"]
    assert [lane.events for lane in lanes] == [3, 1, 1, 2, 1, 1]


def test_other_lanes_come_with_the_fullest_first_and_what_has_none_last() -> None:
    found = (
        replace(event(1, "A", at("2001")), places=("Geneva",)),
        replace(event(2, "B", at("2002")), places=("New York", "Geneva")),
        replace(event(3, "C", at("2003")), places=("New York",)),
        event(4, "D", at("2004")),
        event(5, "E", at("2004")),
    )

    lanes = assign_lanes(found, LaneBy.PLACE).lanes

    assert [lane.name for lane in lanes] == ["New York", "Geneva", "No place"]


def test_a_persons_order_and_names_come_first() -> None:
    assignment = assign_lanes(story(), LaneBy.GROUP, {"law": "The law"}, ["law", "other"], ["law"])

    assert [lane.key for lane in assignment.lanes[:3]] == ["law", "other", "meeting"]
    assert (assignment.lanes[0].name, assignment.lanes[0].collapsed) == ("The law", True)


def test_one_lane_has_no_header() -> None:
    assignment = assign_lanes(story(), LaneBy.NONE)

    assert len(assignment.lanes) == 1
    assert not assignment.has_headers


@given(found=events(), by=st.sampled_from(LaneBy), keep=st.integers(1, 6))
def test_fewer_lanes_hold_the_same_events(found: tuple[Event, ...], by: LaneBy, keep: int) -> None:
    assignment = assign_lanes(found, by)

    merged = merge_smallest(assignment, keep)

    assert len(merged.lanes) <= max(keep, 1)
    counts = [int((merged.lane_of == place).sum()) for place in range(len(merged.lanes))]
    assert counts == [lane.events for lane in merged.lanes]
    assert sum(counts) == len(found)
