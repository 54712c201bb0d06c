"""JSON as the contract has it, whole or one object a line."""

import json
from collections.abc import Iterator
from typing import Any

from dateline.formats.objects import SCHEMA, document_object, event_object, ledger_object
from dateline.model.timeline import Timeline


def write_json(timeline: Timeline) -> Iterator[str]:
    """One object, indented, in UTF-8 without escapes."""
    whole = {
        "schema": SCHEMA,
        "documents": [document_object(document) for document in timeline.documents],
        "events": [event_object(event) for event in timeline.dated],
        "undated": [event_object(event) for event in timeline.undated],
        "ledger": [ledger_object(entry) for entry in timeline.ledger],
    }
    yield json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def write_jsonl(timeline: Timeline) -> Iterator[str]:
    """Lines `{"document": …}`, then `{"event": …}`, those without any bound last, then `{"ledger": …}`."""
    yield from (_line("document", document_object(document)) for document in timeline.documents)
    yield from (_line("event", event_object(event)) for event in (*timeline.dated, *timeline.undated))
    yield from (_line("ledger", ledger_object(entry)) for entry in timeline.ledger)


def _line(key: str, value: dict[str, Any]) -> str:
    return json.dumps({key: value}, ensure_ascii=False) + "\n"
