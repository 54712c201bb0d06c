"""Whole documents of many kinds, as data: every line's class, the document's own date, title, author and address."""

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.ingest import read_text

SPECS = Path(__file__).resolve().parents[2] / "specs" / "documents"


def documents() -> list[Any]:
    return [
        pytest.param(spec, id=f"{path.stem}-{spec['name']}")
        for path in sorted(SPECS.glob("*.json"))
        for spec in json.loads(path.read_text("utf-8"))
    ]


@pytest.mark.parametrize("spec", documents())
def test_a_document_is_read_as_its_spec_says(spec: dict[str, Any]) -> None:
    text = "\n".join(words for _, words in spec["lines"])
    document = read_text(text, spec["name"])
    published = document.published
    kinds = [[line.kind.value, text[line.start : line.end]] for line in document.lines]
    assert kinds == spec["lines"]
    assert (published and published.edtf) == spec["published"]
    assert (published and published.span and published.span.of(text)) == spec["phrase"]
    assert {key: spec[key] for key in ("title", "author", "address")} == {
        "title": document.title,
        "author": document.author,
        "address": document.address,
    }


def test_there_are_enough_of_them() -> None:
    assert len(documents()) >= 40
