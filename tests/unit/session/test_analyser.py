"""Reading in a thread and in a process give the same, and nothing is analysed twice."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline import analysis
from dateline.errors import Cancelled, UnreadableDocument
from dateline.model.dates import Interval, Precision, day_number
from dateline.model.documents import Published, PublishedOrigin, SourceDocument
from dateline.session import analyser
from dateline.session.analyser import Analyser
from dateline.session.floors import Floors

TEXT = """The mill
Millbrook, March 3, 2011

The mill burned down on 4 May 2009. Its owner sold the land last year. The council met on Tuesday and voted to
rebuild it. A new mill will open in 2013.
"""
PERSONS_DATE = Published(
    Interval.days(day_number(2012, 3, 3), day_number(2012, 3, 3)), Precision.DAY, PublishedOrigin.PERSON
)


def ignore(share: float, text: str = "") -> None:
    pass


def never() -> bool:
    return False


def document(name: str = "mill.txt", text: str = TEXT) -> SourceDocument:
    return Analyser().read_text(text, name)


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the documents that are analysed, in their order."""
    names: list[str] = []
    analyse = analysis.analyse_document

    def watched(document: SourceDocument, **doors: Any) -> analysis.Analysis:
        names.append(document.name)
        return analyse(document, **doors)

    monkeypatch.setattr(Floors, "analyse_document", watched)
    return names


def test_it_is_what_the_analysis_gives() -> None:
    found = Analyser().timeline([document()], ignore, never)
    assert found == analysis.analyse_documents([document()])
    assert len(found.events) >= 3


@pytest.mark.slow
def test_another_process_gives_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    others = [document(), document("other.txt", TEXT.replace("mill", "church")), document("none.txt", "Nothing.")]
    here = Analyser().timeline(others, ignore, never)
    monkeypatch.setattr(analyser, "APART_FROM_CHARACTERS", 1)
    there = Analyser().timeline(others, ignore, never)
    assert there == here
    path = tmp_path / "mill.txt"
    path.write_text(TEXT)
    assert replace(Analyser().read_file(path, never), suggested_day=None) == document()


@pytest.mark.slow
def test_another_process_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analyser, "APART_FROM_CHARACTERS", 1)
    with pytest.raises(Cancelled):
        Analyser().timeline([document()], ignore, lambda: True)


def test_one_more_document_costs_one_analysis(analysed: list[str]) -> None:
    reader = Analyser()
    first = document("a.txt")
    (read,) = reader.timeline([first], ignore, never).documents
    assert read.language == "en"
    second = document("b.txt", "The bridge was closed in 2001. It reopened on 5 June 2003 after long repairs.")
    found = reader.timeline([read, second], ignore, never)
    assert analysed == ["a.txt", "b.txt"]
    assert {document.id for document in found.documents} == {first.id, second.id}


def test_a_corrected_date_is_read_again_and_a_corrected_title_is_not(analysed: list[str]) -> None:
    reader = Analyser()
    first = document("a.txt")
    before = reader.timeline([first], ignore, never)
    titled = reader.timeline([replace(first, title="The mill, corrected")], ignore, never)
    assert analysed == ["a.txt"]
    assert titled.documents[0].title == "The mill, corrected"
    moved = reader.timeline([replace(first, published=PERSONS_DATE)], ignore, never)
    assert analysed == ["a.txt", "a.txt"]
    assert moved.events != before.events
    assert reader.timeline([first], ignore, never).events == before.events
    assert len(analysed) == 2


def test_stopping_between_documents() -> None:
    with pytest.raises(Cancelled):
        Analyser().timeline([document()], ignore, lambda: True)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.txt"):
        with pytest.raises(UnreadableDocument):
            Analyser().read_file(path, never)
