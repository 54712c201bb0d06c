"""Documents are stored in two parts, and every table of a project has a type."""

from hypothesis import given

from dateline.model.documents import SourceDocument
from dateline.model.project import Table
from dateline.store.records import RECORD_TYPES, content_of, record_reader, record_to_json, with_content
from model_values import documents


def test_every_table_has_a_type() -> None:
    assert set(RECORD_TYPES) == set(Table)


@given(documents())
def test_a_document_comes_back_from_its_parts(document: SourceDocument) -> None:
    light = record_reader(Table.DOCUMENT)(record_to_json(Table.DOCUMENT, document))
    assert light.text == ""
    assert with_content(light, content_of(document)) == document
