"""The ways out, on a timeline made by hand: what the contract promises of JSON, JSON lines, CSV and the table."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from dateline import assets
from dateline.formats import DATA_FORMATS, data_format, event_object, timex_object
from dateline.formats.bounds import inclusive_bounds
from dateline.model.anchors import describe
from dateline.model.dates import Certainty, Interval, Precision, instant
from dateline.model.documents import Line, LineClass, Published, PublishedOrigin, SourceDocument, document_id, text_hash
from dateline.model.edtf import parse_edtf
from dateline.model.events import (
    Alternative,
    Attribution,
    Event,
    EventTime,
    Excerpt,
    Factuality,
    Fate,
    LedgerEntry,
    Step,
)
from dateline.model.group import Group
from dateline.model.spans import Span
from dateline.model.timeline import Timeline
from dateline.model.timex import Timex3, TimexType
from unit.formats.conformity import misfits

TEXT = "4 May 1998\nThe bridge, “old” 🌉, was opened on 3 May 1998.\n=1+1 was painted."
SPAN = Span(TEXT.index("The bridge"), TEXT.index(".\n") + 1)
PHRASE = Span(TEXT.index("3 May"), TEXT.index("3 May") + 10)


def document() -> SourceDocument:
    sha256 = text_hash(TEXT)
    published = Published(*parse_edtf("1998-05-04")[:2], PublishedOrigin.TEXT, Span(0, 10))
    lines = (Line(0, len(TEXT), LineClass.BODY),)
    return SourceDocument(document_id(sha256), "bridge.txt", TEXT, sha256, lines, "en", published)


def event(edtf: str | None, title: str = "Bridge opened", **changes: Any) -> Event:
    said_by = Attribution(Span(11, 21), TEXT[11:21])
    excerpt = Excerpt(document().id, describe(TEXT, *SPAN), PHRASE, (said_by,))
    time = EventTime(*parse_edtf(edtf)) if edtf else None
    made = Event("e1", title, time, "opening", Group.INSTITUTION, Factuality.HAPPENED, (excerpt,))
    return replace(made, **changes)


def timeline() -> Timeline:
    rival = Alternative(*parse_edtf("1998-05-02")[:2], Excerpt(document().id, describe(TEXT, *SPAN)))
    why = (Step("phrase", "The text says “3 May 1998”.", document().id, PHRASE), Step("interval", "That day."))
    opened = event("1998-05-03", why=why, actors=("Bridge Authority", "Mayor"))
    assert opened.time is not None
    opened = replace(opened, time=replace(opened.time, alternatives=(rival,)))
    painted = event(None, "=1+1 painted", id="e2")
    entry = LedgerEntry(document().id, PHRASE, PHRASE.of(TEXT), Fate.EVENT, ("e1",), "dates a clause")
    return Timeline((document(),), (opened, painted), (entry,))


def written(name: str) -> str:
    return "".join(data_format(name).write(timeline()))


def test_json_fits_its_schema() -> None:
    schema = json.loads(assets.read_text("schema/dateline-1.json"))
    assert misfits(json.loads(written("json")), schema, schema) == []


def test_the_schema_finds_what_does_not_fit() -> None:
    schema = json.loads(assets.read_text("schema/dateline-1.json"))
    whole = json.loads(written("json"))
    del whole["events"][0]["why"]
    whole["events"][0]["certainty"] = "sure"
    whole["undated"][0]["start"] = "3 May"
    assert len(misfits(whole, schema, schema)) == 3


def test_every_quote_is_what_stands_there() -> None:
    whole = json.loads(written("json"))
    for excerpt in whole["events"][0]["excerpts"]:
        assert TEXT[excerpt["start"] : excerpt["end"]] == excerpt["quote"]
        assert TEXT[excerpt["phrase"]["start"] : excerpt["phrase"]["end"]] == "3 May 1998"
    assert whole["documents"][0]["published"]["from"]["quote"] == "4 May 1998"


def test_who_says_so_stands_with_its_place() -> None:
    [told] = json.loads(written("json"))["events"][0]["attributed_to"]
    assert (told["source"], told["named"]) == ("The bridge", True)
    assert [TEXT[place["start"] : place["end"]] for place in told["places"]] == ["The bridge"]
    assert next(csv.DictReader(io.StringIO(written("csv"), newline="")))["attributed_to"] == "The bridge"


def test_events_without_a_bound_stand_apart() -> None:
    whole = json.loads(written("json"))
    assert [found["id"] for found in whole["events"]] == ["e1"]
    assert [found["id"] for found in whole["undated"]] == ["e2"]


def test_json_lines_come_document_event_ledger() -> None:
    keys = [next(iter(json.loads(line))) for line in written("jsonl").splitlines()]
    assert keys == ["document", "event", "event", "ledger"]


def test_csv_is_read_back_and_no_formula_runs() -> None:
    read = list(csv.DictReader(io.StringIO(written("csv"), newline="")))
    assert [row["start"] for row in read] == ["1998-05-03", ""]
    assert read[1]["title"] == "'=1+1 painted"
    assert read[0]["actors"] == "Bridge Authority; Mayor"
    assert "“old” 🌉" in read[0]["excerpts"]


def test_a_year_before_year_one_is_no_formula() -> None:
    ides = Timeline((document(),), (event("-0043-03-15"),))
    row = next(csv.DictReader(io.StringIO("".join(data_format("csv").write(ides)))))
    assert row["start"] == "-0043-03-15"


def test_table_columns_stand_below_each_other() -> None:
    lines = written("table").splitlines()
    column = lines[0].index("Event")
    assert lines[2][column:].startswith("Bridge opened")
    assert lines[3][:7] == "undated"
    assert "".join(data_format("table").write(Timeline())) == "No events.\n"


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2014-10-28", ("2014-10-28", "2014-10-28", "2014-10-28", "2014-10-28")),
        ("2014-10", ("2014-10-01", "2014-10-31", "2014-10-01", "2014-10-31")),
        ("1990/1995", ("1990-01-01", "1990-12-31", "1995-01-01", "1995-12-31")),
        ("[..2014-10-30]", (None, "2014-10-30", None, "2014-10-30")),
        ("2014/..", ("2014-01-01", "2014-12-31", None, None)),
        ("-0043-03-15", ("-0043-03-15",) * 4),
    ],
)
def test_bounds_are_inclusive_days(edtf: str, expected: tuple[str | None, ...]) -> None:
    interval, precision, _ = parse_edtf(edtf)
    assert tuple(inclusive_bounds(interval, precision)) == expected


def test_bounds_carry_a_clock_and_a_zone_where_there_are_any() -> None:
    minute = Interval.within(instant(2014, 5, 2, 14, 30), instant(2014, 5, 2, 14, 31))
    assert inclusive_bounds(minute, Precision.MINUTE, "+02:00").start == "2014-05-02T14:30+02:00"
    assert inclusive_bounds(minute, Precision.MINUTE, "+02:00").end == "2014-05-02T14:30+02:00"
    hour = Interval.within(instant(2014, 5, 2, 14), instant(2014, 5, 2, 15))
    assert inclusive_bounds(hour, Precision.HOUR).end == "2014-05-02T14:59"


def test_an_undrawable_time_expression_has_no_bounds() -> None:
    found = timex_object(Timex3(0, 5, "daily", TimexType.SET, "P1D", "adverb"))
    assert (found["earliest"], found["latest"], found["edtf"]) == (None, None, None)


def test_an_approximate_time_says_so() -> None:
    found = event_object(event("2004~"))
    assert (found["edtf"], found["certainty"]) == ("2004~", Certainty.APPROXIMATE.value)


def test_each_format_has_its_own_name_and_suffix() -> None:
    for names in ([known.name for known in DATA_FORMATS], [known.suffix for known in DATA_FORMATS]):
        assert len(set(names)) == len(names)
    with pytest.raises(KeyError):
        data_format("docx")
