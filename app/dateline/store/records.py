"""Records of a project as rows of its file and back. It knows the tables of the model, and nothing of connections."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, NamedTuple, get_args, get_type_hints

from dateline.model.documents import Line, LineClass, SourceDocument
from dateline.model.project import Project, Table
from dateline.store.plain import from_json, to_json

RECORD_TYPES: Final = {Table(name): get_args(hint)[1] for name, hint in get_type_hints(Project).items()}
"""The type of the values of each table, as the project declares it."""

_LINE_CLASSES: Final = {kind.value: kind for kind in LineClass}


class Content(NamedTuple):
    """The heavy part of a document, as it is stored."""

    text: bytes
    lines: str


class Written(NamedTuple):
    """A value as its row holds it: JSON, and the heavy part where it is a document. It can be made ahead, in a
    worker.
    """

    value: Any
    json: str
    content: Content | None


Ready = Mapping[tuple[Table, str], Written]
"""Rows that were made ahead, by table and key."""

NOTHING_READY: Final[Ready] = MappingProxyType({})


def written(table: Table, value: Any) -> Written:
    """The row of a value."""
    return Written(
        value, record_to_json(table, value), content_of(value) if isinstance(value, SourceDocument) else None
    )


def record_to_json(table: Table, value: Any) -> str:
    """The value of a record; of a document only the light part."""
    if isinstance(value, SourceDocument):
        value = replace(value, text="", lines=())
    return to_json(value, RECORD_TYPES[table])


def record_reader(table: Table) -> Callable[[str], Any]:
    """What turns a stored value of that table into a value of the model (a document without its heavy part)."""
    hint = RECORD_TYPES[table]
    return lambda text: from_json(text, hint)


def content_of(document: SourceDocument) -> Content:
    """The heavy part of a document. Lines are stored as three columns: a long text has a million of them."""
    lines = {
        "starts": [line.start for line in document.lines],
        "ends": [line.end for line in document.lines],
        "kinds": [line.kind.value for line in document.lines],
    }
    return Content(document.text.encode("utf-8", "surrogatepass"), json.dumps(lines, separators=(",", ":")))


def with_content(document: SourceDocument, content: Content) -> SourceDocument:
    """A document put together again. Raises ValueError or KeyError where the content is broken."""
    columns = json.loads(content.lines)
    kinds = [_LINE_CLASSES[kind] for kind in columns["kinds"]]
    lines = tuple(map(Line, columns["starts"], columns["ends"], kinds))
    return replace(document, text=content.text.decode("utf-8", "surrogatepass"), lines=lines)
