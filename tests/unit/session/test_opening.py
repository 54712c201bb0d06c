"""Opening a large project in a worker: the same project, with progress, and it can be stopped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dateline.errors import Cancelled
from dateline.model.shown import shown_events
from dateline.session import opening
from dateline.session.opening import opened, opened_in_a_worker
from dateline.session.session import Session
from dateline.store.project_file import ProjectFile
from unit.session.conftest import Heard
from unit.store.test_project_file import setting


@pytest.fixture
def path(with_news: Session, tmp_path: Path) -> Path:
    """A project with three events, in a file that nobody has open."""
    path = tmp_path / "kept.dateline"
    assert with_news.save_as(path)
    with_news.new()
    return path


@pytest.fixture(autouse=True)
def every_project_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "IN_A_WORKER_FROM_BYTES", 1)


def test_it_is_the_same_as_at_once(path: Path) -> None:
    at_once = opened(path)
    at_once.file.close()
    in_a_worker = opened_in_a_worker(path, lambda share, text="": None, lambda: False)
    in_a_worker.file.close()
    assert in_a_worker.project == at_once.project
    assert in_a_worker.ahead is not None
    assert in_a_worker.ahead.shown.events == shown_events(at_once.project)


def test_the_session_opens_it(session: Session, heard: Heard, path: Path, qtbot: QtBot) -> None:
    assert session.open(path)
    assert session.is_busy
    qtbot.waitUntil(lambda: not session.is_busy)
    assert len(session.events) == 3
    assert session.path == path
    assert session.edit(session.events[0].id, title="Mine")  # the file is the window's now
    session.undo()
    assert heard.failed == []


def test_one_that_cannot_be_opened_leaves_the_open_one(
    with_news: Session, heard: Heard, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "broken.dateline").write_text("no project")
    before = with_news.project.document
    assert with_news.open(tmp_path / "broken.dateline")
    qtbot.waitUntil(lambda: not with_news.is_busy)
    assert len(heard.failed) == 1
    assert with_news.project.document is before


def test_it_can_be_stopped(session: Session, heard: Heard, path: Path, qtbot: QtBot) -> None:
    session.open(path)
    session.jobs.cancel(*session.jobs.running)
    qtbot.waitUntil(lambda: not session.is_busy)
    assert heard.messages[-1] == "Stopped. Nothing was changed."
    assert session.path is None
    ProjectFile.open(path).close()  # nobody has it open


def test_the_last_one_that_was_asked_for_is_opened(session: Session, heard: Heard, path: Path, qtbot: QtBot) -> None:
    other = path.with_name("other.dateline")
    ProjectFile.create(other).close()
    heard.messages.clear()
    session.open(path)
    session.open(other)
    qtbot.waitUntil(lambda: not session.is_busy)
    assert session.path == other
    assert heard.messages == []
    ProjectFile.open(path).close()


@pytest.mark.parametrize("leave", [Session.new, Session.close])
def test_one_that_is_not_wanted_any_more_is_let_go(
    session: Session, path: Path, qtbot: QtBot, leave: Callable[[Session], None]
) -> None:
    session.open(path)
    leave(session)
    qtbot.wait(1)  # the worker has ended, and what it brought arrives
    qtbot.waitUntil(lambda: not session.is_busy)
    assert session.path is None
    ProjectFile.open(path).close()


def test_loading_tells_how_far_it_is_and_stops(tmp_path: Path) -> None:
    file = ProjectFile.create(tmp_path / "many.dateline")
    (put,) = setting("x").puts
    changes = [type(put)(put.table, f"name {number}", "x") for number in range(1_000)]
    file.apply(type(setting("x"))("many", tuple(changes)))
    shares: list[float] = []
    assert len(file.load(shares.append).setting) == 1_000
    assert shares == [0.2, 0.4, 0.6, 0.8, 1.0]
    with pytest.raises(Cancelled):
        file.load(cancelled=lambda: True)
    file.close()
