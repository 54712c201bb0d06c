"""From event to event by keys."""

from dateline.gui.canvas.navigation import Box, above_or_below, beside, first_and_last
from dateline.model.dates import Interval, Precision
from dateline.model.events import Event, EventTime, Factuality
from dateline.model.group import Group
from dateline.scene.columns import EventColumns, build_columns
from dateline.scene.lanes import LaneBy, assign_lanes


def event(name: str, first_day: int, last_day: int) -> Event:
    time = EventTime(Interval.days(first_day, last_day), Precision.DAY)
    return Event(name, name, time, "", Group.OTHER, Factuality.HAPPENED, ())


def columns(*events: Event) -> EventColumns:
    return build_columns(events, assign_lanes(events, LaneBy.NONE))


THREE = columns(event("long", 0, 100), event("early", 10, 10), event("late", 90, 90))


def test_steps_follow_where_events_are_drawn() -> None:
    assert beside(THREE, ("early",), 1) == "long"
    assert beside(THREE, ("long",), 1) == "late"
    assert beside(THREE, ("long",), -1) == "early"


def test_the_ends_are_ends() -> None:
    assert beside(THREE, ("late",), 1) is None
    assert beside(THREE, ("early",), -1) is None
    assert first_and_last(THREE) == ("early", "late")


def test_without_a_selection_a_step_goes_to_an_end() -> None:
    assert beside(THREE, (), 1) == "early"
    assert beside(THREE, ("gone",), -1) == "late"
    assert beside(columns(), (), 1) is None
    assert first_and_last(columns()) is None


def test_of_several_selected_the_last_counts() -> None:
    assert beside(THREE, ("late", "early"), 1) == "long"


BOXES = {"a": Box(100, 50), "b": Box(300, 50), "c": Box(280, 90), "d": Box(100, 90), "e": Box(10, 130)}


def test_down_goes_to_the_next_row_and_there_to_the_nearest() -> None:
    assert above_or_below(BOXES, "b", 1) == "c"
    assert above_or_below(BOXES, "a", 1) == "d"
    assert above_or_below(BOXES, "c", 1) == "e"


def test_up_comes_back() -> None:
    assert above_or_below(BOXES, "c", -1) == "b"
    assert above_or_below(BOXES, "a", -1) is None
    assert above_or_below(BOXES, "not in view", 1) is None
