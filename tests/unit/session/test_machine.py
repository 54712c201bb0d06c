"""Any verbs in any order: what was done can be undone, done again, and is there when the project is opened again."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtWidgets import QApplication

from dateline.model.dates import Interval, Precision, day_number, instant
from dateline.model.documents import Published, PublishedOrigin
from dateline.model.events import Event, EventTime, ReviewState
from dateline.model.filters import Choice, EventFilter, Facet
from dateline.model.project import Project, Table
from dateline.model.shown import shown_events
from dateline.session.changes import Changes
from dateline.session.reading import Wanted, read
from dateline.session.session import Session
from year_reader import YearReader

TEXTS = st.lists(
    st.sampled_from(["In 1999 a treaty came. ", "The war of 1914 began. ", "It is 2014 now. ", "Nothing else. "]),
    min_size=1,
    max_size=4,
).map("".join)
DAYS = st.integers(1, 28).map(lambda day: day_number(2014, 10, day))
FILTERS = st.builds(
    lambda hidden, words: EventFilter(((Facet.REVIEW, Choice(hidden=hidden)),) if hidden else (), words),
    st.frozensets(st.sampled_from([state.value for state in ReviewState])),
    st.sampled_from(["", "war", "treaty 1999"]),
)
NOT_UNDONE = {Table.DECISION.value, Table.SETTING.value}
"""The log marks what was undone, and the counter of ids goes on."""


def content(project: Project) -> Mapping[str, Any]:
    return {table.value: dict(getattr(project, table.value)) for table in Table if table.value not in NOT_UNDONE}


class Verbs(RuleBasedStateMachine):
    documents = Bundle("documents")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.session = Session(Path(self.folder.name) / "data", YearReader)
        self.seen: dict[str, Event] = {}
        self.session.changed.connect(self.follow)
        self.given_ids: set[str] = set()

    def follow(self, changes: Changes) -> None:
        """A view that looks only at what it is told has changed."""
        if changes.everything:
            self.seen.clear()
        ids = {event.id for event in self.session.events} if changes.everything else changes.events
        for event_id in ids:
            event = self.session.event(event_id)
            self.seen.pop(event_id, None)
            if event is not None:
                self.seen[event_id] = event

    def read(self, wanted: Wanted) -> None:
        """What a job does, without its thread."""
        reading = read(self.session.project, wanted, YearReader(), lambda share, text="": None, lambda: False)
        self.session.readings.ready.emit(reading)

    def teardown(self) -> None:
        self.session.close()
        self.folder.cleanup()

    def some_ids(self, data: st.DataObject, least: int = 1) -> list[str]:
        ids = [event.id for event in self.session.events]
        return data.draw(st.lists(st.sampled_from(ids), min_size=least, max_size=3, unique=True))

    def has_events(self, number: int = 1) -> bool:
        return len(self.session.events) >= number

    @initialize(target=documents)
    def first(self) -> str:
        self.read(Wanted(texts=(("first", "In 1999 a treaty came. The war of 1914 began. "),)))
        return next(iter(self.session.project.document))

    @rule(target=documents, text=TEXTS, name=st.sampled_from(["a", "b"]))
    def add(self, text: str, name: str) -> Any:
        before = set(self.session.project.document)
        self.read(Wanted(texts=((name, text),)))
        return multiple(*(set(self.session.project.document) - before))

    @rule(document=consumes(documents))
    def remove(self, document: str) -> None:
        self.read(Wanted(removed=frozenset({document})))

    @rule(document=documents, day=st.none() | DAYS)
    def set_published(self, document: str, day: int | None) -> None:
        interval = None if day is None else Interval.days(day, day)
        published = None if interval is None else Published(interval, Precision.DAY, PublishedOrigin.PERSON)
        self.read(Wanted(published={document: published}))

    @rule(document=documents, title=st.text(max_size=5))
    def correct(self, document: str, title: str) -> None:
        if document in self.session.project.document:
            self.session.correct_document(document, title=title)

    @precondition(has_events)
    @rule(data=st.data(), state=st.sampled_from(ReviewState))
    def review(self, data: st.DataObject, state: ReviewState) -> None:
        self.session.review(self.some_ids(data), state)

    @precondition(has_events)
    @rule(data=st.data(), title=st.sampled_from(["x", "y"]), year=st.none() | st.integers(-50, 50))
    def edit(self, data: st.DataObject, title: str, year: int | None) -> None:
        (event_id,) = self.some_ids(data)[:1]
        if year is None:
            self.session.edit(event_id, title=title, undated=True)
        else:
            time = EventTime(Interval.within(instant(year), instant(year + 1)), Precision.YEAR)
            self.session.edit(event_id, title=title, time=time)

    @precondition(has_events)
    @rule(data=st.data())
    def reset(self, data: st.DataObject) -> None:
        self.session.reset(self.some_ids(data))

    @precondition(lambda self: self.has_events(2))
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        before = self.quotes()
        self.session.merge(self.some_ids(data, least=2))
        assert self.quotes() == before, "merging loses no words"

    @precondition(has_events)
    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        mergeable = [event for event in self.session.events if len(event.excerpts) > 1]
        if mergeable:
            event = data.draw(st.sampled_from(mergeable))
            chosen = data.draw(st.sets(st.sampled_from(range(len(event.excerpts))), min_size=1))
            before = self.quotes()
            split = self.session.split(event.id, chosen)
            assert split is (len(chosen) < len(event.excerpts))
            assert self.quotes() == before, "splitting loses no words"
            if split:
                left = self.session.event(event.id)
                assert left is not None
                assert left.excerpts == tuple(x for at, x in enumerate(event.excerpts) if at not in chosen)

    def quotes(self) -> set[tuple[str, int, str]]:
        return {(x.document, x.start, x.quote) for event in self.session.events for x in event.excerpts}

    @rule(document=documents, start=st.integers(0, 10), length=st.integers(1, 20))
    def make(self, document: str, start: int, length: int) -> None:
        if document in self.session.project.document:
            made = self.session.make_event(document, start, start + length)
            assert made is None or made not in self.given_ids, "ids are given once"
            self.given_ids |= {made} if made else set()

    @rule(filter_=FILTERS)
    def filter(self, filter_: EventFilter) -> None:
        self.session.set_filter(filter_)
        self.session.save_filter("kept")

    @rule()
    def undo(self) -> None:
        before = content(self.session.project)
        if self.session.undo_stack.canUndo():
            self.session.undo()
            after = content(self.session.project)
            self.session.redo()
            assert content(self.session.project) == before
            self.session.undo()
            assert content(self.session.project) == after

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def undo_everything_and_come_back(self) -> None:
        before, index = content(self.session.project), self.session.undo_stack.index()
        while self.session.undo_stack.canUndo():
            self.session.undo()
        while self.session.undo_stack.index() < index:
            self.session.redo()
        assert content(self.session.project) == before

    @rule(name=st.sampled_from(["one", "two"]))
    def save_as(self, name: str) -> None:
        assert self.session.save_as(Path(self.folder.name) / name)

    @precondition(lambda self: self.session.is_named)
    @rule()
    def open_again(self) -> None:
        path = self.session.path
        assert path is not None
        self.session.new()
        assert self.session.events == ()
        assert self.session.open(path)

    @invariant()
    def the_file_holds_what_is_shown(self) -> None:
        file = self.session._desk._door.file
        if file is not None:
            assert file.load() == self.session.project

    @invariant()
    def the_events_are_those_of_the_project(self) -> None:
        assert self.session.events == shown_events(self.session.project)
        assert self.seen == {event.id: event for event in self.session.events}

    @invariant()
    def counts_add_up(self) -> None:
        counts = self.session.counts()
        assert counts.total == counts.filtered + counts.undated + counts.on_timeline == len(self.session.events)
        passing = tuple(event for event in self.session.events if self.session.filter.passes(event))
        assert self.session.passing == passing
        assert set(self.session.selection.ids) <= {event.id for event in self.session.events}

    @invariant()
    def every_word_is_where_it_is_said_to_be(self) -> None:
        for event in self.session.events:
            for excerpt in event.excerpts:
                text = self.session.project.document[excerpt.document].text
                assert text[excerpt.start : excerpt.end] == excerpt.quote


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
def test_any_verbs_in_any_order(qapp: QApplication) -> None:
    run_state_machine_as_test(Verbs, settings=settings(max_examples=25, stateful_step_count=25, deadline=None))
