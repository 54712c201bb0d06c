"""Work in slices: it goes on by itself, can be finished or left, and what begins anew takes its place."""

import time

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from dateline.session.slices import Slices, Steps


class Work:
    """Counts its steps, and remembers how it ended."""

    def __init__(self, steps: int) -> None:
        self.done = 0
        self.end = ""
        self._count = steps

    def steps(self) -> Steps:
        try:
            for _ in range(self._count):
                self.done += 1
                yield
            self.end = "finished"
        except GeneratorExit:
            self.end = "closed"
            raise


def test_it_goes_on_by_itself(qtbot: QtBot) -> None:
    slices, work = Slices(), Work(50)
    slices.begin(work.steps())
    assert slices.is_busy
    assert work.done == 0
    qtbot.waitUntil(lambda: not slices.is_busy)
    assert (work.done, work.end) == (50, "finished")


def test_the_window_has_its_turn_in_between(qtbot: QtBot) -> None:
    slices, turns = Slices(), []

    def steps(name: str) -> Steps:
        for _ in range(3):
            time.sleep(0.01)  # longer than a slice
            turns.append(name)
            yield

    other = Slices()
    slices.begin(steps("one"))
    other.begin(steps("other"))
    qtbot.waitUntil(lambda: not slices.is_busy and not other.is_busy)
    assert sorted(turns) == ["one"] * 3 + ["other"] * 3
    assert turns != sorted(turns)


def test_what_is_left_is_done_at_once() -> None:
    slices, work = Slices(), Work(3)
    slices.begin(work.steps())
    slices.finish()
    assert (work.done, work.end, slices.is_busy) == (3, "finished", False)
    slices.finish()
    assert work.done == 3


def test_what_is_left_is_left() -> None:
    slices, work = Slices(), Work(3)
    steps = work.steps()
    next(steps)
    slices.begin(steps)
    slices.stop()
    assert (work.done, work.end, slices.is_busy) == (1, "closed", False)


def test_a_new_one_takes_the_place(qtbot: QtBot) -> None:
    slices, first, second = Slices(), Work(3), Work(2)
    slices.begin(first.steps())
    slices.begin(second.steps())
    qtbot.waitUntil(lambda: not slices.is_busy)
    assert (first.done, second.end) == (0, "finished")


def test_little_is_done_at_once_unless_something_is_under_way(qtbot: QtBot) -> None:
    slices, little, much, behind = Slices(), Work(2), Work(2), Work(2)
    slices.do(little.steps(), sliced=False)
    assert little.end == "finished"
    slices.do(much.steps(), sliced=True)
    slices.do(behind.steps(), sliced=False)
    assert behind.done == 0
    qtbot.waitUntil(lambda: not slices.is_busy)
    assert (much.done, behind.end) == (0, "finished")


def test_a_step_may_begin_something_else(qtbot: QtBot) -> None:
    slices, other = Slices(), Work(2)

    def handing_on() -> Steps:
        slices.begin(other.steps())
        yield

    slices.begin(handing_on())
    qtbot.waitUntil(lambda: not slices.is_busy)
    assert other.end == "finished"


def test_what_fails_is_not_tried_again(qtbot: QtBot) -> None:
    def failing() -> Steps:
        yield
        raise KeyError("broken")

    slices = Slices()
    slices.begin(failing())
    with pytest.raises(KeyError):
        slices.finish()
    assert not slices.is_busy
    slices.begin(failing())
    with capture_exceptions() as caught:
        qtbot.waitUntil(lambda: not slices.is_busy)
    assert [kind for kind, _, _ in caught] == [KeyError]
