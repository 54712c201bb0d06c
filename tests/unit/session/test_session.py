"""The session's verbs: each one step, one transaction, there again when the project is opened again."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dateline.errors import UserError
from dateline.model.dates import Interval, Precision, day_number, instant
from dateline.model.documents import Published, PublishedOrigin
from dateline.model.events import EventOrigin, EventTime, ReviewState
from dateline.model.filters import WITHOUT_REJECTED, Choice, EventFilter, Facet
from dateline.model.group import Group
from dateline.model.project import Table
from dateline.model.spans import Span
from dateline.session.changes import Counts, Place, Selection
from dateline.session.session import Session
from unit.session.conftest import NEWS, OTHER_NEWS, Heard
from year_reader import YearReader

Wait = Callable[[Callable[[], object]], None]
AnotherSession = Callable[[], Session]

PERSONS_DATE = Published(
    Interval.days(day_number(2014, 10, 30), day_number(2014, 10, 30)), Precision.DAY, PublishedOrigin.PERSON
)
IN_1998 = EventTime(Interval.within(instant(1998), instant(1999)), Precision.YEAR)


def titles(session: Session) -> list[str]:
    return [event.title for event in session.events]


def ids(session: Session) -> list[str]:
    return [event.id for event in session.events]


def test_a_new_session_has_no_file(session: Session, data_folder: Path) -> None:
    assert session.path is None
    assert session.name == "Untitled"
    assert session.counts() == Counts()
    assert list(data_folder.iterdir()) == []


def test_documents_are_added_as_one_step(
    session: Session, heard: Heard, reading: Wait, tmp_path: Path, data_folder: Path
) -> None:
    for name, text in (("a.txt", NEWS), ("b.txt", OTHER_NEWS)):
        (tmp_path / name).write_text(text)
    reading(lambda: session.add_documents([tmp_path / "a.txt", str(tmp_path / "b.txt")]))
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "add 2 documents"
    assert [event.title[-5:-1] for event in session.events] == ["gned", "2001", "made", "long", "nned"]
    assert sorted(document.name for document in session.project.document.values()) == ["a.txt", "b.txt"]
    assert heard.needs_date == list(session.project.document)
    assert heard.messages == ["2 documents added with 5 new events."]
    assert session.path is not None
    assert session.path.parent == data_folder / "projects"
    (changes,) = heard.changed
    assert changes.documents == set(session.project.document)
    assert changes.events == set(ids(session))
    session.undo()
    assert session.events == ()
    assert not session.project.document


def test_what_cannot_be_read_is_told_once_and_the_rest_is_read(
    session: Session, heard: Heard, reading: Wait, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "empty.txt").write_text(" ")
    reading(lambda: session.add_documents([tmp_path / "a.txt", tmp_path / "empty.txt", tmp_path / "gone.txt"]))
    assert len(session.events) == 3
    (error,) = heard.failed
    assert error.message == "2 documents could not be read; the others were."
    assert "empty.txt is empty." in error.remedy
    assert "gone.txt cannot be read." in error.remedy


def test_where_nothing_can_be_read_there_is_no_step(
    session: Session, heard: Heard, reading: Wait, tmp_path: Path
) -> None:
    reading(lambda: session.add_documents([tmp_path / "gone.txt"]))
    assert session.undo_stack.count() == 0
    assert session.path is None
    assert [str(error) for error in heard.failed] == ["gone.txt cannot be read. Choose another."]


def test_the_same_text_twice_is_one_document_with_two_names(with_news: Session, heard: Heard, reading: Wait) -> None:
    reading(lambda: with_news.add_text(NEWS, "copy.txt"))
    (document,) = with_news.project.document.values()
    assert (document.name, document.other_names) == ("news.txt", ("copy.txt",))
    assert len(with_news.events) == 3
    assert heard.messages == ["copy.txt has the same text as news.txt: it is one document with two names."]
    reading(lambda: with_news.add_text(NEWS, "copy.txt"))
    assert with_news.undo_stack.count() == 2
    with_news.undo()
    assert next(iter(with_news.project.document.values())).other_names == ()


def test_removed_documents_take_their_events_and_decisions_wait(
    with_news: Session, heard: Heard, reading: Wait
) -> None:
    (document,) = with_news.project.document
    event = ids(with_news)[0]
    own = with_news.make_event(document, 0, 28)
    with_news.review([event], ReviewState.ACCEPTED)
    reading(lambda: with_news.remove_documents([document]))
    assert with_news.events == ()
    assert not with_news.project.timexes
    assert not with_news.project.ledger
    assert "2 decided events" not in heard.messages[-1]
    assert "1 decided event cannot be found" in heard.messages[-1]
    reading(lambda: with_news.add_text(NEWS, "news.txt"))
    found = with_news.event(event)
    assert found is not None
    assert found.review is ReviewState.ACCEPTED
    with_news.undo()
    with_news.undo()
    assert own in ids(with_news)


def test_a_corrected_date_reads_again_and_keeps_decisions(with_news: Session, reading: Wait) -> None:
    (document,) = with_news.project.document
    first, second, _ = ids(with_news)
    with_news.edit(first, title="My title")
    reading(lambda: with_news.set_published(document, PERSONS_DATE))
    assert titles(with_news)[:2] == ["My title", "The meeting of 2014 was long. (told 2014-10-30)"]
    assert ids(with_news)[:2] == [first, second]
    assert with_news.undo_stack.undoText() == "change date of “news.txt”"
    with_news.undo()
    assert titles(with_news)[:2] == ["My title", "The meeting of 2014 was long."]
    assert with_news.project.document[document].published is None
    with_news.set_published(document, None)
    assert not with_news.readings.is_busy


def test_a_document_can_be_corrected(with_news: Session) -> None:
    (document,) = with_news.project.document
    assert with_news.correct_document(document, title=" A title ", author="Somebody")
    corrected = with_news.document(document)
    assert corrected is not None
    assert (corrected.title, corrected.author, corrected.text) == ("A title", "Somebody", NEWS)
    with_news.correct_document(document, title="A title")
    assert with_news.undo_stack.count() == 2


def test_several_events_are_reviewed_at_once(with_news: Session, heard: Heard) -> None:
    first, second, third = ids(with_news)
    with_news.review([first, second], ReviewState.ACCEPTED)
    assert with_news.undo_stack.undoText() == "accept 2 events"
    assert [event.review.value for event in with_news.events] == ["accepted", "accepted", "to review"]
    assert heard.changed[-1].events == {first, second}
    with_news.review([third], ReviewState.REJECTED)
    assert [event.id for event in with_news.passing] == [first, second]
    assert with_news.counts() == Counts(total=3, filtered=1, undated=0, on_timeline=2)
    with_news.review([first, second, third], ReviewState.TO_REVIEW)
    assert not with_news.project.override


def test_what_changes_nothing_makes_no_step(with_news: Session, heard: Heard) -> None:
    before = with_news.undo_stack.count()
    with_news.review([ids(with_news)[0]], ReviewState.TO_REVIEW)
    with_news.edit(ids(with_news)[0], title=titles(with_news)[0])
    with_news.reset(ids(with_news))
    with_news.remove_filter("none")
    with_news.review([], ReviewState.ACCEPTED)
    assert with_news.undo_stack.count() == before
    assert heard.changed == []


def test_edits_and_reset(with_news: Session) -> None:
    event_id = ids(with_news)[0]
    assert with_news.edit(event_id, title="Mine", time=IN_1998, kind="visit", group=Group.LAW, notes="!", tags=("x",))
    event = with_news.event(event_id)
    assert event is not None
    assert (event.title, event.time, event.kind, event.group, event.notes) == ("Mine", IN_1998, "visit", Group.LAW, "!")
    assert event.edited == {"title", "time", "kind", "group", "notes", "tags"}
    with_news.edit(event_id, undated=True)
    undated = with_news.event(event_id)
    assert undated is not None
    assert undated.time is None
    assert with_news.counts() == Counts(3, 0, 1, 2)
    with_news.reset([event_id])
    assert titles(with_news)[0] == "In 2004 the office was made."
    assert with_news.undo_stack.undoText() == "reset “Mine”"


def test_an_empty_title_is_refused(with_news: Session, heard: Heard) -> None:
    before = with_news.project
    assert not with_news.edit(ids(with_news)[0], title="  ")
    assert [error.message for error in heard.failed] == ["An event needs a title."]
    assert with_news.project is before


def test_an_unknown_field_is_a_bug(with_news: Session) -> None:
    with pytest.raises(TypeError, match="excerpts"):
        with_news.edit(ids(with_news)[0], excerpts=())


def test_merge_and_split(with_news: Session, heard: Heard) -> None:
    first, second, third = ids(with_news)
    with_news.review([second], ReviewState.ACCEPTED)
    assert with_news.merge([third, first, second])
    merged = with_news.event(first)
    assert merged is not None
    assert [excerpt.quote[-5:-1] for excerpt in merged.excerpts] == ["made", "long", "nned"]
    assert ids(with_news) == [first]
    assert with_news.selection == Selection((first,))
    assert heard.changed[-1].events == {first, second, third}
    assert with_news.split(first, [1])
    assert ids(with_news) == [first, second]
    back = with_news.event(second)
    assert back is not None
    assert back.review is ReviewState.ACCEPTED
    assert len(back.excerpts) == 1


def test_split_off_excerpts_of_a_single_event_make_a_new_one(with_news: Session) -> None:
    first, second, third = ids(with_news)
    with_news.merge([first, second], into=second)
    with_news.merge([second, third], into=third)
    with_news.split(third, [0])
    whole = with_news.event(third)
    assert whole is not None
    assert [excerpt.quote[-5:-1] for excerpt in whole.excerpts] == ["made", "long"]
    own = [event for event in with_news.events if event.origin is EventOrigin.PERSON]
    assert [event.excerpts[0].quote for event in own] == ["A visit in 2015 is planned."]
    assert own[0].id == "p1"
    with_news.undo()
    assert len(with_news.events) == 1


def test_merging_one_event_or_splitting_all_excerpts_is_refused(with_news: Session, heard: Heard) -> None:
    assert not with_news.merge(ids(with_news)[:1])
    assert not with_news.split(ids(with_news)[0], [0])
    assert [error.message for error in heard.failed] == [
        "It takes two events to merge.",
        "Both halves of a split need an excerpt.",
    ]


def test_an_event_is_made_of_selected_words(with_news: Session) -> None:
    (document,) = with_news.project.document
    at = NEWS.index(" The meeting")
    made = with_news.make_event(document, at, at + 31)
    assert made == "p1"
    event = with_news.event(made)
    assert event is not None
    assert event.excerpts[0].quote == "The meeting of 2014 was long."
    assert event.title == "The meeting of 2014 was long."
    assert event.time is not None
    assert event.time.edtf == "2014"
    assert event.origin is EventOrigin.PERSON
    assert with_news.selection == Selection((made,))
    with_news.undo()
    assert with_news.selection == Selection()
    assert with_news.make_event(document, 0, 28, "Title", IN_1998) == "p2", "an id is never given again"


def test_no_words_make_no_event(with_news: Session, heard: Heard) -> None:
    (document,) = with_news.project.document
    assert with_news.make_event(document, 28, 29) is None
    assert [error.message for error in heard.failed] == ["There are no words in the selection."]


def test_a_note_needs_no_source(session: Session, heard: Heard) -> None:
    made = session.add_note_event("Wedding", IN_1998)
    assert made is not None
    event = session.event(made)
    assert event is not None
    assert (event.title, event.time, event.excerpts) == ("Wedding", IN_1998, ())
    assert session.add_note_event(" ") is None
    assert [error.message for error in heard.failed] == ["An event needs a title."]


def test_the_log_keeps_what_was_undone(with_news: Session) -> None:
    event_id = ids(with_news)[0]
    with_news.review([event_id], ReviewState.ACCEPTED)
    with_news.undo()
    log = with_news.project.decision
    assert list(log) == ["1", "2"]
    assert (log["2"].text, log["2"].events) == ("Accept “In 2004 the office was made.”", (event_id,))
    assert [line.undone for line in log.values()] == [False, True]
    with_news.redo()
    assert not with_news.project.decision["2"].undone
    with_news.save_filter("mine")
    with_news.set_setting("lanes", "kind")
    assert list(with_news.project.decision) == ["1", "2"], "what is no decision on events or documents is not logged"


def test_filters_are_saved_by_name(with_news: Session, heard: Heard) -> None:
    law = EventFilter(choices=((Facet.GROUP, Choice(only=frozenset({"law"}))),))
    with_news.set_filter(law)
    assert heard.filters == [law]
    assert with_news.passing == ()
    assert with_news.save_filter(" law ")
    assert dict(with_news.project.filter) == {"law": law}
    assert not with_news.save_filter("")
    with_news.remove_filter("law")
    assert not with_news.project.filter
    with_news.undo()
    assert dict(with_news.project.filter) == {"law": law}


def test_counts_of_facets_and_words(with_news: Session) -> None:
    with_news.review([ids(with_news)[0]], ReviewState.REJECTED)
    assert with_news.facet_counts(Facet.REVIEW) == (("to review", 2, 2), ("rejected", 1, 1))
    assert with_news.facet_counts(Facet.GROUP) == (("meeting", 2, 3),)
    assert with_news.matching("MEETING long") == (ids(with_news)[1],)
    assert with_news.matching("office") == ()
    assert with_news.matching(" ") == ()


def test_selection_and_excerpts(with_news: Session, heard: Heard) -> None:
    first, second, third = ids(with_news)
    with_news.merge([first, second])
    with_news.select([first, "nobody", first])
    assert with_news.selection == Selection((first,))
    with_news.step_excerpt(1)
    assert with_news.selection == Selection((first,), 1)
    with_news.step_excerpt(1)
    assert with_news.selection == Selection((first,), 0)
    with_news.step_excerpt(-1)
    assert with_news.selection == Selection((first,), 1)
    with_news.select([])
    with_news.step_excerpt(1)
    assert with_news.selection == Selection()
    assert heard.selections[-1] == Selection()
    with_news.select([third])
    with_news.review([third], ReviewState.REJECTED)
    assert with_news.next_to_review()
    assert with_news.selection == Selection((first,))
    with_news.review([first], ReviewState.ACCEPTED)
    assert not with_news.next_to_review()
    assert heard.messages[-1].startswith("Nothing is left to review")


def test_words_of_a_document_can_be_pointed_at(with_news: Session, qtbot: QtBot) -> None:
    (document,) = with_news.project.document
    with qtbot.waitSignal(with_news.pointed) as signal:
        with_news.point(document, Span(3, 7))
    assert signal.args == [Place(document, Span(3, 7))]


def test_all_is_there_again(with_news: Session, another_session: AnotherSession, reading: Wait) -> None:
    first, second, third = ids(with_news)
    with_news.review([first], ReviewState.REJECTED)
    with_news.edit(second, title="Mine")
    with_news.add_note_event("A note")
    with_news.set_filter(EventFilter(words="2014", dim=True))
    with_news.select([second, third], 0)
    events, project_file = with_news.events, with_news.path
    assert project_file is not None
    with_news.close()
    again = another_session()
    (recent,) = again.recent_projects()
    assert (recent.path, recent.name) == (project_file, "news.txt")
    heard = Heard(again)
    assert again.open(project_file)
    assert again.events == events
    assert again.filter == EventFilter(words="2014", dim=True)
    assert again.selection == Selection((second, third))
    assert heard.opened == [True]
    assert heard.filters == [again.filter]
    assert heard.selections == [again.selection]
    assert [changes.everything for changes in heard.changed] == [True]
    assert again.undo_stack.count() == 0, "the stack ends with the session"


def test_a_remembered_view_that_cannot_be_read_is_forgotten(
    with_news: Session, another_session: AnotherSession
) -> None:
    with_news.set_setting("view.filter", "{")
    with_news.set_setting("view.selection", '{"ids": 3}')
    path = with_news.path
    assert path is not None
    with_news._desk.close()
    again = another_session()
    assert again.open(path)
    assert again.filter == WITHOUT_REJECTED


def test_save_as_gives_a_name_and_goes_on_there(with_news: Session, heard: Heard, tmp_path: Path) -> None:
    unnamed = with_news.path
    assert unnamed is not None
    assert not with_news.is_named
    assert with_news.save_as(tmp_path / "case")
    assert with_news.path == tmp_path / "case.dateline"
    assert (with_news.name, with_news.is_named) == ("case", True)
    assert not unnamed.exists()
    assert [recent.path for recent in with_news.recent_projects()] == [tmp_path / "case.dateline"]
    with_news.review(ids(with_news), ReviewState.ACCEPTED)
    with_news.undo()
    with_news.undo()
    assert with_news.events == ()
    (tmp_path / "file").write_text("")
    assert not with_news.save_as(tmp_path / "file" / "x")
    assert "cannot be written" in heard.failed[-1].message
    assert with_news.path == tmp_path / "case.dateline"


def test_save_as_before_the_first_change(session: Session, tmp_path: Path) -> None:
    assert session.save_as(tmp_path / "empty.dateline")
    session.add_note_event("First")
    assert session.path == tmp_path / "empty.dateline"


def test_what_cannot_be_opened_leaves_what_is_open(with_news: Session, heard: Heard, tmp_path: Path) -> None:
    (tmp_path / "other.dateline").write_text("no project")
    before = with_news.events
    assert not with_news.open(tmp_path / "other.dateline")
    assert not with_news.open(tmp_path / "gone.dateline")
    assert len(heard.failed) == 2
    assert with_news.events == before
    assert with_news.review(ids(with_news), ReviewState.ACCEPTED)


def test_opening_what_is_open_changes_nothing(with_news: Session, heard: Heard) -> None:
    assert with_news.path is not None
    assert with_news.open(with_news.path)
    assert with_news.undo_stack.count() == 1
    assert heard.changed == []


def test_opening_a_document_begins_a_new_project_once_it_was_read(
    with_news: Session, heard: Heard, reading: Wait, tmp_path: Path
) -> None:
    first = with_news.path
    reading(lambda: with_news.open(tmp_path / "gone.txt"))
    assert first is not None
    assert len(with_news.events) == 3
    (tmp_path / "b.txt").write_text(OTHER_NEWS)
    reading(lambda: with_news.open(tmp_path / "b.txt"))
    assert with_news.path != first
    assert [title[-5:-1] for title in titles(with_news)] == ["gned", "2001"]
    assert with_news.undo_stack.count() == 1
    assert first.exists(), "the project without a name stays where it was"


def test_an_example_leaves_no_file_unless_something_was_decided(
    session: Session, reading: Wait, tmp_path: Path
) -> None:
    (tmp_path / "example.txt").write_text(NEWS)
    for decide in (False, True):
        reading(lambda: session.open_example(tmp_path / "example.txt"))
        path = session.path
        assert path is not None
        assert path.exists()
        if decide:
            session.review(ids(session), ReviewState.ACCEPTED)
        session.new()
        assert path.exists() is decide
        assert [recent.path for recent in session.recent_projects()] == [path] * decide


def test_a_project_in_which_nothing_is_left_leaves_no_file(with_news: Session) -> None:
    path = with_news.path
    assert path is not None
    with_news.undo()
    with_news.new()
    assert not path.exists()
    assert with_news.recent_projects() == ()


def refuse_writing(session: Session) -> Callable[[], None]:
    """Make the project's file refuse what it is given; gives back what ends that."""
    connection: sqlite3.Connection = session._desk._door.file._connection  # type: ignore[union-attr]
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")

    def free() -> None:
        connection.execute("PRAGMA max_page_count = 1000000")

    return free


def test_a_full_disk_refuses_a_verb_and_nothing_is_different(
    with_news: Session, heard: Heard, another_session: AnotherSession
) -> None:
    before, steps = with_news.project, with_news.undo_stack.count()
    free = refuse_writing(with_news)
    long = "x" * 100_000
    assert not with_news.edit(ids(with_news)[0], notes=long)
    assert with_news.add_note_event(long) is None
    assert with_news.project is before
    assert with_news.undo_stack.count() == steps
    assert heard.changed == []
    assert {error.message[:17] for error in heard.failed} == {"The disk is full;"}
    free()
    assert with_news.edit(ids(with_news)[0], notes=long)


@pytest.mark.parametrize("through_the_stack", [False, True])
def test_a_full_disk_at_undo(with_news: Session, heard: Heard, through_the_stack: bool) -> None:
    with_news.edit(ids(with_news)[0], notes="x" * 100_000)
    with_news.reset(ids(with_news)[:1])
    connection = with_news._desk._door.file._connection  # type: ignore[union-attr]
    connection.execute("VACUUM")
    before = with_news.project
    free = refuse_writing(with_news)
    (with_news.undo_stack.undo if through_the_stack else with_news.undo)()
    assert with_news.project is before
    assert len(heard.failed) == 1
    assert with_news.undo_stack.index() == (2 if through_the_stack else 3)
    free()
    if not through_the_stack:
        with_news.undo()
        assert with_news.events[0].notes == "x" * 100_000


def test_readings_wait_for_each_other_and_see_what_came_before(session: Session, reading: Wait) -> None:
    def both() -> None:
        session.add_text(NEWS, "a.txt")
        session.add_text(OTHER_NEWS, "b.txt")

    reading(both)
    assert session.undo_stack.count() == 2
    assert len(session.events) == 5


def test_an_undo_while_a_document_is_read_is_respected(with_news: Session, reading: Wait) -> None:
    YearReader.gate.clear()

    def undo_meanwhile() -> None:
        with_news.add_text(OTHER_NEWS, "b.txt")
        with_news.undo()
        YearReader.gate.set()

    reading(undo_meanwhile)
    assert [document.name for document in with_news.project.document.values()] == ["b.txt"]
    assert len(with_news.events) == 2


def test_decisions_made_while_a_document_is_read_stay(with_news: Session, reading: Wait) -> None:
    YearReader.gate.clear()

    def review_meanwhile() -> None:
        with_news.add_text(OTHER_NEWS, "b.txt")
        with_news.review(ids(with_news), ReviewState.ACCEPTED)
        YearReader.gate.set()

    reading(review_meanwhile)
    assert sum(event.review is ReviewState.ACCEPTED for event in with_news.events) == 3
    assert len(with_news.events) == 5


def test_a_reading_can_be_stopped(with_news: Session, heard: Heard, reading: Wait) -> None:
    YearReader.gate.clear()

    def stop() -> None:
        with_news.add_text(OTHER_NEWS, "b.txt")
        (job,) = with_news.jobs.running
        with_news.jobs.cancel(job)

    reading(stop)
    assert heard.messages == ["Stopped. Nothing was changed."]
    assert len(with_news.project.document) == 1
    YearReader.gate.set()
    reading(lambda: with_news.add_text(OTHER_NEWS, "b.txt"))
    assert len(with_news.project.document) == 2


def test_a_reading_for_a_project_that_was_left_is_dropped(with_news: Session, heard: Heard, qtbot: QtBot) -> None:
    YearReader.gate.clear()
    with_news.add_text(OTHER_NEWS, "b.txt")
    with_news.new()
    YearReader.gate.set()
    qtbot.waitUntil(lambda: not with_news.jobs.running)
    assert not with_news.project.document
    assert not with_news.readings.is_busy


def test_every_table_that_was_touched_is_named(with_news: Session, heard: Heard) -> None:
    with_news.save_filter("mine")
    with_news.add_note_event("A note")
    assert heard.changed[0].tables == {Table.FILTER}
    assert heard.changed[1].tables == {Table.OWN_EVENT, Table.SETTING, Table.DECISION}


def test_an_error_has_a_remedy_or_none(heard: Heard, with_news: Session) -> None:
    with_news.edit(ids(with_news)[0], title="")
    assert isinstance(heard.failed[0], UserError)
    assert heard.failed[0].remedy == "Type a few words."


def test_the_session_comes_without_what_can_wait() -> None:
    """What takes long to import comes after the first paint."""
    code = "import sys, dateline.session.session; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    late = {"sqlite3", "multiprocessing", "numpy", "PySide6.QtWidgets", "dateline.analysis", "dateline.ingest"}
    assert not late & set(done.stdout.split())
