"""A document that is added to a stored project is the only one that is read, and gives what reading all would give."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dateline import analysis
from dateline.model.documents import SourceDocument
from dateline.model.events import Event
from dateline.model.project import Project, Table
from dateline.model.timeline import Timeline
from dateline.session.analyser import Analyser
from dateline.session.floors import Floors
from dateline.session.reading import Wanted, read
from dateline.session.stored import stored
from dateline.store.records import record_reader, record_to_json
from story import ignore, never

TEXTS = (
    ("first.txt", "On 4 May 2009 the old mill of Millbrook burned down. The mayor Ann Hale resigned on 9 May 2009."),
    ("second.txt", "Old Millbrook mill burned down on 4 May 2009. A bridge was opened on 3 June 2010 in Harbour."),
    ("third.txt", "The old mill burned down in Millbrook on 4 May 2009. In 2012 a council was elected in Harbour."),
)


def added(project: Project, reader: Analyser, *texts: tuple[str, str]) -> Project:
    return project.applied(read(project, Wanted(texts=texts), reader, ignore, never).change)[0]


def as_in_a_file(project: Project) -> Project:
    """Through the form of its records, as opening it again would give it."""
    tables = {}
    for table in Table:
        records = getattr(project, table.value)
        if table is not Table.DOCUMENT:
            reader = record_reader(table)
            records = {key: reader(record_to_json(table, value)) for key, value in records.items()}
        tables[table.value] = records
    return Project(**tables)


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    analyse = analysis.analyse_document

    def watched(document: SourceDocument, **doors: object) -> Timeline:
        names.append(document.name)
        return analyse(document, **doors)  # type: ignore[arg-type]

    monkeypatch.setattr(Floors, "analyse_document", watched)
    return names


def test_only_what_is_new_is_read(analysed: list[str]) -> None:
    at_once = added(Project(), Analyser(), *TEXTS)
    shared = [event for event in at_once.reading.values() if len(event.documents) > 1]
    assert shared, "the texts tell of one event"
    before = as_in_a_file(added(Project(), Analyser(), *TEXTS[:2]))
    analysed.clear()
    after = added(before, Analyser(), TEXTS[2])
    assert analysed == ["third.txt"]
    assert after == at_once


def test_what_goes_leaves_the_others_as_they_were_alone(analysed: list[str]) -> None:
    both = as_in_a_file(added(Project(), Analyser(), *TEXTS[:2]))
    alone = added(Project(), Analyser(), TEXTS[0])
    (gone,) = both.document.keys() - alone.document.keys()
    analysed.clear()
    left = both.applied(read(both, Wanted(removed=frozenset({gone})), Analyser(), ignore, never).change)[0]
    assert analysed == []
    assert without_ids(left) == without_ids(alone)
    assert not left.part
    assert {id_ for entries in left.ledger.values() for entry in entries for id_ in entry.events} <= left.reading.keys()


def without_ids(project: Project) -> list[Event]:
    """An event keeps the id that it had together with others."""
    return [replace(event, id="") for event in project.reading.values()]


def test_what_is_stored_is_what_was_read() -> None:
    reader, project = Analyser(), Project()
    for text in TEXTS:
        project = added(project, reader, text)
    documents = tuple(project.document.values())
    wanted = [reader.timeline((document,), ignore, never) for document in documents]
    assert in_order(list(stored(project))) == in_order(wanted)


def in_order(timelines: Sequence[Timeline]) -> list[Timeline]:
    return sorted(timelines, key=lambda timeline: timeline.documents[0].id)


def test_a_file_without_parts_is_read_again_where_events_are_shared(analysed: list[str]) -> None:
    both = added(Project(), Analyser(), *TEXTS[:2])
    before = Project(document=both.document, timexes=both.timexes, ledger=both.ledger, reading=both.reading)
    analysed.clear()
    after = added(before, Analyser(), TEXTS[2])
    assert sorted(analysed) == ["first.txt", "second.txt", "third.txt"]
    assert after.part
