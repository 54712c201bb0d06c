"""Work in the background comes back in the thread of the window, can be stopped, and shows when it takes long."""

import threading
import time
from collections.abc import Iterator

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from dateline.errors import Cancelled, UserError
from dateline.session.jobs import Job, Jobs
from dateline.session.progress import CancelToken, Progress


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_a_value_comes_back_in_the_thread_it_was_asked_from(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[int] = []
    values: list[int] = []

    def work(progress: Progress, cancelled: CancelToken) -> int:
        threads.append(threading.get_ident())
        return 42

    def done(value: int) -> None:
        threads.append(threading.get_ident())
        values.append(value)

    with qtbot.waitSignal(jobs.finished):
        jobs.run("Counting", work, done)
    assert values == [42]
    assert threads[0] != threads[1] == threading.get_ident()
    assert jobs.running == ()


def test_a_users_error_is_handed_over(qtbot: QtBot, jobs: Jobs) -> None:
    errors: list[UserError] = []

    def work(progress: Progress, cancelled: CancelToken) -> None:
        raise UserError("No.", "Try again.")

    with qtbot.waitSignal(jobs.finished):
        jobs.run("Failing", work, done=lambda value: pytest.fail("done"), failed=errors.append)
    assert [str(error) for error in errors] == ["No. Try again."]


def test_a_bug_reaches_the_global_hook(qtbot: QtBot, jobs: Jobs) -> None:
    def work(progress: Progress, cancelled: CancelToken) -> None:
        raise ZeroDivisionError("a bug")

    with capture_exceptions() as raised, qtbot.waitSignal(jobs.finished):
        jobs.run("Breaking", work, done=lambda value: pytest.fail("done"), failed=lambda error: pytest.fail("failed"))
    assert [str(error) for _, error, _ in raised] == ["a bug"]
    assert jobs.running == ()


def waiting(progress: Progress, cancelled: CancelToken) -> None:
    while not cancelled():
        time.sleep(0.005)
    raise Cancelled


def test_work_can_be_stopped(qtbot: QtBot, jobs: Jobs) -> None:
    stopped: list[bool] = []
    job = jobs.run("Waiting", waiting, lambda value: pytest.fail("done"), stopped=lambda: stopped.append(True))
    assert jobs.running == (job,)
    with qtbot.waitSignal(jobs.finished):
        jobs.cancel(job)
    assert stopped == [True]


def test_what_was_stopped_too_late_is_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    stopped: list[bool] = []
    returned = threading.Event()

    def work(progress: Progress, cancelled: CancelToken) -> int:
        returned.set()
        return 1

    job = jobs.run("Quick", work, lambda value: pytest.fail("done"), stopped=lambda: stopped.append(True))
    returned.wait(10)
    with qtbot.waitSignal(jobs.finished):
        jobs.cancel(job)
    assert stopped == [True]


def test_only_long_work_is_shown(qtbot: QtBot, jobs: Jobs) -> None:
    shown: list[Job] = []
    jobs.started.connect(shown.append)
    with qtbot.waitSignal(jobs.finished):
        jobs.run("Quick", lambda progress, cancelled: None, lambda value: None)
    with qtbot.waitSignal(jobs.started):
        long = jobs.run("Long", waiting, lambda value: None)
    assert shown == [long]
    jobs.cancel(long)


def test_progress_is_told_but_not_too_often(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[float, str]] = []
    jobs.progressed.connect(lambda job: told.append((job.share, job.text)))

    def work(progress: Progress, cancelled: CancelToken) -> None:
        for step in range(10_000):
            progress(step / 10_000, "counting" if step == 0 else "")
        time.sleep(0.1)
        progress(1.0)
        time.sleep(0.1)

    with qtbot.waitSignal(jobs.finished):
        job = jobs.run("Counting", work, lambda value: None)
    assert 2 <= len(told) < 100
    assert told[-1] == (1.0, "counting")
    assert job.share == 1.0


def test_after_closing_nothing_arrives(qtbot: QtBot, jobs: Jobs) -> None:
    finished: list[Job] = []
    jobs.finished.connect(finished.append)
    jobs.run("Waiting", waiting, lambda value: pytest.fail("done"))
    jobs.close()
    assert jobs.running == ()
    qtbot.wait(20)
    assert finished == []
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("job: ")]
