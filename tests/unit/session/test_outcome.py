"""What is worked out ahead in the worker is what the window would have worked out; large changes happen in slices."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dateline.model.events import ReviewState
from dateline.model.filters import WITHOUT_REJECTED, EventFilter, Facet
from dateline.model.project import Change, Project
from dateline.model.shown import Shown, shown_events
from dateline.session import outcome
from dateline.session.changes import Counts
from dateline.session.facets import FacetIndex
from dateline.session.outcome import worked_out
from dateline.session.reading import Reading, Wanted, read
from dateline.session.session import Session
from dateline.store.project_file import ProjectFile
from dateline.store.records import Ready
from unit.session.conftest import NEWS, OTHER_NEWS, Heard
from year_reader import YearReader

Wait = Callable[[Callable[[], object]], None]
FIRST = "add “news.txt”"


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every change of an event is worked out ahead and happens in slices."""
    monkeypatch.setattr(outcome, "MANY_EVENTS", 1)


@pytest.fixture
def settled(qtbot: QtBot, session: Session) -> Callable[[Callable[[], object]], None]:
    """Does something that starts a reading, and waits until what it brought is in its place."""

    def wait(start: Callable[[], object]) -> None:
        start()
        qtbot.waitUntil(lambda: not session.is_busy)

    return wait


@pytest.fixture
def being_taken(qtbot: QtBot, session: Session, settled: Wait) -> Session:
    """A session with one document, and another that was read and is being put into its place."""
    settled(lambda: session.add_text(NEWS, "news.txt"))
    session.readings.ready.emit(reading_of(session.project, Wanted(texts=(("b.txt", OTHER_NEWS),))))
    assert session.is_busy
    assert len(session.project.document) == 1
    return session


def reading_of(project: Project, wanted: Wanted) -> Reading:
    shown = Shown().after(project, (*project.reading, *project.own_event))[0]
    return read(project, wanted, YearReader(), lambda share, text="": None, lambda: False, shown)


def outcome_of(project: Project, text: str) -> outcome.Outcome:
    found = reading_of(project, Wanted(texts=((text[:7], text),))).outcome
    assert found is not None
    return found


def test_it_is_what_the_window_would_work_out() -> None:
    first = outcome_of(Project(), NEWS)
    second = outcome_of(first.after, OTHER_NEWS)
    after, inverse = first.after.applied(second.change)
    assert (second.after, second.inverse) == (after, inverse)
    assert second.ahead.shown.events == shown_events(after)
    assert second.project(first.after) == after
    for facet in Facet:
        expected = FacetIndex(shown_events(after)).counts(facet, EventFilter())
        assert second.ahead.facets.counts(facet, EventFilter()) == expected


def test_a_small_change_is_not_worked_out_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    change = outcome_of(Project(), NEWS).change
    monkeypatch.setattr(outcome, "MANY_EVENTS", 4)
    assert worked_out(change, Project(), Shown()) is None


def test_documents_are_added_as_one_step(session: Session, heard: Heard, settled: Wait) -> None:
    settled(lambda: session.add_text(NEWS, "news.txt"))
    settled(lambda: session.add_text(OTHER_NEWS, "b.txt"))
    assert [event.title[-5:-1] for event in session.events] == ["gned", "2001", "made", "long", "nned"]
    assert session.events == shown_events(session.project)
    assert session.undo_stack.count() == 2
    assert heard.messages[-1] == "1 document added with 2 new events."
    assert heard.needs_date == list(session.project.document)
    assert [line.text for line in session.project.decision.values()] == ["Add “news.txt”", "Add “b.txt”"]
    session.undo()
    assert session.events == shown_events(session.project)
    assert [line.undone for line in session.project.decision.values()] == [False, True]
    session.redo()
    assert len(session.events) == 5
    for _ in range(2):
        session.undo()
    assert session.counts() == Counts()
    assert not session.project.document


def test_it_is_all_there_when_it_is_opened_again(
    session: Session, settled: Wait, another_session: Callable[[], Session]
) -> None:
    settled(lambda: session.add_text(NEWS, "news.txt"))
    project, path = session.project, session.path
    assert path is not None
    session.close()
    again = another_session()
    assert again.open(path)
    assert again.project.reading == project.reading
    assert again.project.decision == project.decision


def test_what_a_person_decides_during_the_reading_stays(session: Session, settled: Wait) -> None:
    settled(lambda: session.add_text(NEWS, "news.txt"))
    first = session.events[0].id
    YearReader.gate.clear()
    session.add_text(OTHER_NEWS, "b.txt")
    session.review([first], ReviewState.ACCEPTED)
    session.set_filter(EventFilter())
    settled(YearReader.gate.set)
    assert len(session.events) == 5
    assert session.events == shown_events(session.project)
    accepted = session.event(first)
    assert accepted is not None
    assert accepted.review is ReviewState.ACCEPTED


def test_a_verb_lets_it_happen_first(being_taken: Session, heard: Heard) -> None:
    first = being_taken.events[0].id
    being_taken.edit(first, title="Mine")
    assert not being_taken.is_busy
    assert len(being_taken.events) == 5
    assert [being_taken.undo_stack.text(step) for step in (0, 1)] == [FIRST, "add “b.txt”"]
    assert being_taken.undo_stack.undoText().startswith("rename")
    assert heard.failed == []


def test_undo_takes_back_what_was_being_put_into_its_place(being_taken: Session) -> None:
    being_taken.undo()
    assert len(being_taken.project.document) == 1
    assert being_taken.undo_stack.canRedo()


@pytest.mark.parametrize("leave", ["close", "new", "save_as"])
def test_nothing_that_was_read_is_lost(
    being_taken: Session, leave: str, tmp_path: Path, another_session: Callable[[], Session]
) -> None:
    path = being_taken.path
    assert path is not None
    if leave == "save_as":
        path = tmp_path / "named.dateline"
        being_taken.save_as(path)
        assert not being_taken.is_busy
    getattr(being_taken, "close" if leave == "save_as" else leave)()
    again = another_session()
    assert again.open(path)
    assert len(again.events) == 5


def test_the_next_reading_begins_with_what_the_last_one_brought(session: Session, settled: Wait) -> None:
    def both() -> None:
        session.add_text(NEWS, "news.txt")
        session.add_text(OTHER_NEWS, "b.txt")

    settled(both)
    assert len(session.events) == 5
    assert session.undo_stack.count() == 2


def test_a_file_that_refuses_keeps_what_was_there(
    session: Session, heard: Heard, settled: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(lambda: session.add_text(NEWS, "news.txt"))
    before, path = session.project, session.path
    assert path is not None
    path.rename(path.with_name("elsewhere"))
    settled(lambda: session.add_text(OTHER_NEWS, "b.txt"))
    assert len(heard.failed) == 1
    assert session.project is before
    assert session.undo_stack.count() == 1


def test_a_new_project_takes_the_place_of_the_open_one(
    session: Session, heard: Heard, settled: Wait, tmp_path: Path
) -> None:
    settled(lambda: session.add_text(NEWS, "news.txt"))
    old = session.path
    (tmp_path / "b.txt").write_text(OTHER_NEWS)
    heard.opened.clear()
    settled(lambda: session.open_documents([tmp_path / "b.txt"]))
    assert heard.opened == [True]
    assert [event.title for event in session.events] == ["In 1999 a treaty was signed.", "Nobody came in 2001."]
    assert session.path != old
    assert session.filter == WITHOUT_REJECTED
    assert session.undo_stack.count() == 1
    session.undo()
    assert session.counts() == Counts()


@pytest.mark.parametrize("is_begun", [True, False])
def test_a_new_project_that_is_not_wanted_any_more_leaves_nothing(
    is_begun: bool, session: Session, qtbot: QtBot, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []

    def without_end(file: ProjectFile, change: Change, ready: Ready) -> Iterator[None]:
        begun.append(file.path)
        while True:
            yield

    monkeypatch.setattr(ProjectFile, "applying", without_end)
    session.readings.ready.emit(reading_of(Project(), Wanted(texts=(("b.txt", OTHER_NEWS),), fresh=True)))
    if is_begun:
        qtbot.waitUntil(lambda: begun != [])
    was_busy = session.is_busy
    session.new()
    assert (was_busy, session.is_busy) == (True, False)
    files = tuple(data_folder.glob("**/*.dateline"))
    assert not files


def test_an_example_leaves_no_file(session: Session, settled: Wait, tmp_path: Path, data_folder: Path) -> None:
    (tmp_path / "b.txt").write_text(OTHER_NEWS)
    settled(lambda: session.open_example(tmp_path / "b.txt"))
    assert len(session.events) == 2
    session.close()
    assert not tuple(data_folder.glob("**/*.dateline"))
