"""The bundled example: its masthead is read, and its further reading is a link and no event."""

from dateline.assets import examples
from dateline.ingest import read_file
from dateline.model.documents import LineClass


def test_the_example_shows_its_masthead() -> None:
    document = read_file(examples()[0])
    assert document.published is not None
    assert document.published.edtf == "2014-10-31"
    assert document.author == "Clara Neumann"
    assert document.title == "North Korean diplomats sit down with UN rights envoy"
    assert document.lines[-1].kind is LineClass.NAVIGATION
