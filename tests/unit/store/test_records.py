"""Documents are stored in two parts, and every table of a project has a type."""

from hypothesis import given

from dateline.model.documents import SourceDocument
from dateline.model.project import Table
from dateline.store.records import RECORD_TYPES, content_of, record_reader, record_to_json, with_content
from model_values import documents


def test_every_table_has_a_type() -> None:
    assert set(RECORD_TYPES) == set(Table)


def test_an_excerpt_written_before_sources_were_kept_has_none() -> None:
    stored = (
        '{"id":"e","title":"Hall burns","time":null,"kind":"fire","group":"conflict","factuality":"happened",'
        '"excerpts":[{"document":"d","anchor":{"start":0,"end":4,"quote":"Hall"}}]}'
    )
    event = record_reader(Table.READING)(stored)
    assert event.excerpts[0].sources == ()
    assert record_reader(Table.READING)(record_to_json(Table.READING, event)) == event


@given(documents())
def test_a_document_comes_back_from_its_parts(document: SourceDocument) -> None:
    light = record_reader(Table.DOCUMENT)(record_to_json(Table.DOCUMENT, document))
    assert light.text == ""
    assert with_content(light, content_of(document)) == document
