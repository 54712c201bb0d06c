"""Documents: their ids, their lines, and which of these make events."""

import hashlib

import pytest
from hypothesis import given

from dateline.model.dates import Interval, Precision, day_number
from dateline.model.documents import (
    Line,
    LineClass,
    Published,
    PublishedOrigin,
    SourceDocument,
    document_id,
    text_hash,
)
from dateline.model.spans import Span
from model_values import documents


@given(documents())
def test_every_place_lies_in_one_line(document: SourceDocument) -> None:
    for at in range(len(document.text)):
        line = document.line_at(at)
        assert line is not None
        assert line.start <= at <= line.end
        assert "\n" not in line.span.of(document.text)
    beyond = document.line_at(len(document.text) + 1)
    assert beyond is None


def test_lines_are_asked_by_place() -> None:
    text = "Title\n\nBody."
    lines = (Line(0, 5, LineClass.TITLE), Line(6, 6, LineClass.BLANK), Line(7, 12, LineClass.BODY))
    document = SourceDocument("d", "a.txt", text, "", lines)
    assert [document.line_at(at) for at in (0, 5, 6, 7, 12, 13)] == [
        lines[0],
        lines[0],
        lines[1],
        lines[2],
        lines[2],
        None,
    ]
    assert SourceDocument("d", "a.txt", "", "", ()).line_at(0) is None


@pytest.mark.parametrize("kind", [LineClass.NAVIGATION, LineClass.CREDIT, LineClass.BYLINE, LineClass.LEGAL])
def test_what_frames_a_text_makes_no_events(kind: LineClass) -> None:
    assert not kind.makes_events


@pytest.mark.parametrize("kind", [LineClass.BODY, LineClass.QUESTION, LineClass.ANSWER, LineClass.CAPTION])
def test_what_is_told_makes_events(kind: LineClass) -> None:
    assert kind.makes_events


def test_an_id_begins_its_hash() -> None:
    digest = text_hash("Tëxt")
    assert digest == hashlib.sha256("Tëxt".encode()).hexdigest()
    assert digest.startswith(document_id(digest))
    assert len(document_id(digest)) == 16
    assert text_hash("\ud800") != text_hash("\ud801"), "a lone surrogate is text, too"


def test_a_publication_day_in_edtf() -> None:
    day = day_number(2014, 10, 30)
    published = Published(Interval.days(day, day), Precision.DAY, PublishedOrigin.TEXT, Span(1, 5))
    assert published.edtf == "2014-10-30"
