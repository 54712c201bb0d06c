"""The document's own date where texts show it, and none where they do not."""

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.ingest import read_file, read_text

NEWS = ("timeset-dev", "seed")
WITHOUT = ("aquaint_dev", "timebank", "wikiwars_dev", "krauts_dolomiten_42")


DOCUMENTS = json.loads((Path(__file__).parents[2] / "specs" / "published" / "documents.json").read_text("utf-8"))


@pytest.mark.parametrize("spec", DOCUMENTS, ids=lambda spec: f"{spec['name']} {spec['genre']}")
def test_a_document_tells_its_date(spec: dict[str, Any]) -> None:
    published = read_text("\n".join(spec["text"]), spec["name"]).published
    assert (published and published.edtf) in (spec["published"], *spec["also"])


def test_articles_tell_their_date(test_data: Path) -> None:
    golds = [*(test_data / "events" / "timeset-dev").glob("*.gold.json"), *(test_data / "seed").glob("*.gold.json")]
    assert golds
    wrong = {}
    for path in golds:
        gold = json.loads(path.read_text("utf-8"))
        published = read_file(path.parent / gold["text_file"]).published
        if published is None or published.edtf != gold["doc_date"]:
            wrong[path.name] = published
    assert wrong == {}


@pytest.mark.parametrize("name", WITHOUT)
def test_bodies_without_a_masthead_have_no_date(test_data: Path, name: str) -> None:
    rows = (test_data / "timex" / f"{name}.jsonl").read_text("utf-8").splitlines()
    found = {}
    for row in rows:
        text = json.loads(row)
        published = read_text(text["text"], text["doc"]).published
        if published is not None and published.edtf != text["dct"]:
            found[text["doc"]] = published.edtf
    assert found == {}


def test_two_contradicting_labels_are_a_tie() -> None:
    text = "A title\nPublished: 3 March 2021 | Published: 5 March 2021\nThe text begins here.\n"
    assert read_text(text, "a").published is None


def test_agreement_breaks_a_near_tie() -> None:
    text = "A title\nFiled 3 March 2021\nDated: 4 March 2021\n4 March 2021\nThe text begins here.\n"
    published = read_text(text, "a").published
    assert published is not None
    assert published.edtf == "2021-03-04"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["31/12/2020 was the last day.", "Published 04/03/2021"], "2021-03-04"),
        (["12/31/2020 was the last day.", "Published 04/03/2021"], "2021-04-03"),
        (["On 3 May 2020 and 4 June 2020 it rained.", "Published 04/03/2021"], "2021-03-04"),
        (["Published Thursday, 04/03/2021"], "2021-03-04"),
        (["Published Saturday, 04/03/2021"], "2021-04-03"),
        (["Veröffentlicht am 04.03.2021"], "2021-03-04"),
    ],
)
def test_the_order_of_numeric_dates_is_learnt_from_the_text(lines: list[str], expected: str) -> None:
    published = read_text("\n".join(["A title", *lines]), "a").published
    assert published is not None
    assert published.edtf == expected


@pytest.mark.parametrize(
    "line",
    [
        "Born: 3 March 1921",
        "Retrieved 3 March 2021",
        "Due date: 3 March 2021",
        "Incident date: 3 March 2021",
        "Photo: A. Author, 3 March 2021",
        "Published on 3 March 2021, the book tells the story of a city that nobody wanted to leave.",
        "5 August 1941 – 27 November 2020",
        "© 1998–2021 The Company",
        "Next hearing: 3 March 2021",
        "THE SENATE CLOSED THE PORT ON 3 MARCH 2021. THE MAYOR WAS NOT ASKED.",
    ],
)
def test_dates_of_other_things_are_not_the_documents(line: str) -> None:
    text = f"A title of some words\n{line}\n\nThe running text begins here and goes on for a while.\n"
    assert read_text(text, "a").published is None


def test_the_found_words_lie_in_the_text() -> None:
    text = "A title\n\nBy Jane Doe, Updated: 3 March 2021, 14:32\n\nThe text.\n"
    published = read_text(text, "a").published
    assert published is not None
    assert published.span is not None
    assert published.span.of(text) == "3 March 2021"


def test_a_place_with_a_preposition_behind_its_comma_opens_a_dateline() -> None:
    text = "Neues aus dem Rat\n\nBern, am 3. Mai 2018. Der Rat hat getagt und nichts beschlossen."
    published = read_text(text, "a").published
    assert published is not None
    assert published.edtf == "2018-05-03"


MILL = (
    "The mill was founded by a baker from Riga who had come to the town with a wheel. "
    "His sons kept it, and so did theirs, until the sea took the quay.\n\n"
) * 4


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Filed by Ada Lee-Voss — July 14, 2018 — 12.01am", "", "2018-07-14"),
        ("", "Drawn up at Linden, 17 March 2016\nHead of section: A. Lee", "2016-03-17"),
        ("", "Typed AL, 22.1.18. Checked.", "2018-01-22"),
        ("Text: Ada Lee. Last revised for the web in spring 2011.", "", "2011"),
        ("First published 1998", "", "1998"),
        ("(as at 20 January 2023; items in italics are not agreed)", "", "2023-01-20"),
        ("", "This article was amended on 6 February 2024. It had a wrong name.", "2024-02-06"),
        ("", "Adopted: September 20, 2022", "2022-09-20"),
        (
            "EMBARGOED until 18:30 South African time (16:30 GMT) on Wednesday, 14 March 2018\n\nIt opens today.",
            "Issued: 12 March 2018.",
            "2018-03-14",
        ),
        ("Ada Lee <ada@lee.example>          Wed, Jun 8, 2022 at 9:26 AM\nTo: Tom", "", "2022-06-08"),
        ("Founded in 1902", "© 1998–2021 Mill Museum", None),
        ("", "Open daily. Admission 150 (as of 1.1.2010)", None),
        ("Born Linden, 19 March 1931. Died Riga, 2 July 2018.", "", None),
    ],
)
def test_who_made_it_where_and_when(before: str, after: str, expected: str | None) -> None:
    published = read_text(f"THE MILL\n\n{before}\n\n{MILL}\n{after}\n", "a").published
    assert (published and published.edtf) == expected


BELOW_TEXT = (
    "The report was published on 3 March 2021.",
    "Issued in 1931, the stamp was withdrawn in May 1932.",
    "Signed in Geneva on 3 March 2021, the treaty entered into force on 4 May 2022.",
    "Oban, 3 May 2022: the pier burns.",
    "3 May 2011",
    "Statement by the council, 3 May 2011",
    "Correction, 15 March 2024: the wall is 3 m high.",
    "Decided on 3 May 2011.",
)


SENTENCE = "The town council approved the new wall of the harbour today."


@pytest.mark.parametrize("told", BELOW_TEXT)
@pytest.mark.parametrize(
    "masthead",
    [
        "Council approves harbour wall\n\nBy Jane Orr\n12 March 2024\n\n",
        "Council approves harbour wall\n\nOBAN, March 12, 2024 (CNW) - ",
        "PRESS RELEASE\n\nEMBARGOED until 00:01, 12 March 2024\n\nHarbour wall approved\n\n",
    ],
)
def test_a_paragraph_below_the_text_does_not_date_the_document(told: str, masthead: str) -> None:
    published = read_text(f"{masthead}{SENTENCE}\n\n{told}\n\n{SENTENCE}\n", "a").published
    assert published is not None
    assert published.edtf == "2024-03-12"


def test_a_date_above_the_entries_of_a_log_is_theirs() -> None:
    entries = "0702  Relief.\n0810  Alarm.\n0955  Siren.\n1010  All clear.\n"
    published = read_text(f"CONTROL ROOM\n\n== Wed 11 Jan 2017 ==\n{entries}\nTyped JO, 22.1.18.\n", "a").published
    assert published is not None
    assert published.edtf == "2018-01-22"
