"""The doors other programs use: a text or a file in, a timeline out."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

import dateline
from dateline import analysis
from dateline.analysis import analyse_documents, analyse_file, analyse_text, as_published
from dateline.errors import Cancelled, EmptyDocument
from dateline.ingest import read_text
from dateline.model.documents import PublishedOrigin

TEXT = "The ministers signed the treaty in Oslo on 3 May 2010. Two days later the king resigned."


def test_a_text() -> None:
    timeline = dateline.analyse_text(TEXT, published=datetime.date(2010, 6, 1))
    assert [event.time.edtf for event in timeline.events if event.time] == ["2010-05-03", "2010-05-05"]
    document = timeline.documents[0]
    assert document.published is not None
    assert document.published.origin is PublishedOrigin.OPTION
    assert document.language == "en"
    assert len(timeline.ledger) >= len(timeline.timexes[document.id])


def test_the_last_entry_of_a_log_dates_itself_as_well_as_the_document() -> None:
    log = "2023-11-02 08:14:22 The pump was started.\n2023-11-03 00:00:01 The valve was closed.\n" * 2
    timeline = dateline.analyse_text(log)
    (document,) = timeline.documents
    assert document.published is not None
    assert document.published.edtf == "2023-11-03"
    dated = {event.excerpts[0].quote.split(" was")[0][-5:]: event.time for event in timeline.events}
    assert {words: time and time.edtf[:10] for words, time in dated.items()} == {
        " pump": "2023-11-02",
        "valve": "2023-11-03",
    }


def test_what_is_announced_by_a_day_begins_with_the_day_of_writing() -> None:
    text = "The union will appeal by 10 June 2010. The king will have left by 9 May 2010."
    timeline = dateline.analyse_text(text, published="2010-06-01")
    times = {event.excerpts[0].quote[:7]: event.time.edtf for event in timeline.events if event.time}
    assert times == {"The uni": "[2010-06-01..2010-06-10]", "The kin": "[..2010-05-09]"}


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    timeline = analyse_file(path, published="2010-06-01")
    assert timeline.documents[0].name == "article.txt"
    assert timeline.events == analyse_text(TEXT, published="2010-06-01").events


def test_own_date_in_several_forms() -> None:
    day = as_published(datetime.date(2010, 6, 1))
    assert day is not None
    assert day == as_published("2010-06-01") == as_published(day)
    assert as_published(None) is None
    with pytest.raises(ValueError, match="no"):
        as_published("some day")


def test_nothing_but_space() -> None:
    with pytest.raises(EmptyDocument):
        analyse_text(" \n\t ")


def test_several_documents_with_progress() -> None:
    documents = [read_text(TEXT, "one"), read_text(TEXT.replace("Oslo", "Rome"), "two"), read_text(TEXT, "again")]
    shares: list[float] = []
    timeline = analyse_documents(documents, progress=shares.append)
    assert len(timeline.documents) == 2
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_very_long_text_is_read_in_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"The bridge number {n} was opened on {n % 28 + 1} May {1900 + n}.\n\n" for n in range(60))
    at_once = analyse_text(text, published="2014-10-30")
    monkeypatch.setattr(analysis, "LONGEST_AT_ONCE_CHARACTERS", 1000)
    monkeypatch.setattr(analysis, "_STRETCH_CHARACTERS", 500)
    told: list[float] = []
    read = analysis.analyse_document(at_once.documents[0], progress=told.append)
    assert [event.time for event in read.events] == [event.time for event in at_once.events]
    assert all(text[x.start : x.end] == x.quote for event in read.events for x in event.excerpts)
    assert len(told) > 3
    assert told == sorted(told)
    assert told[-1] == 1.0
    with pytest.raises(Cancelled):
        analysis.analyse_document(at_once.documents[0], cancelled=lambda: True)


def test_stopping() -> None:
    with pytest.raises(Cancelled):
        analyse_documents([read_text(TEXT, "one")], cancelled=lambda: True)


def test_the_same_text_is_read_the_same() -> None:
    assert analyse_text(TEXT) == analyse_text(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing happened.",
        "\n".join(f"{day} May 2010" for day in range(1, 29)),
        "1 May 2010, " * 300,
        TEXT.upper(),
        "Th3 mini5ters s1gned the treaty 0n 3 Mav 2O10 l1 |",
        TEXT + "\nDer Rat beschloss am 3. Mai 2010 das Gesetz. 彼は2010年5月3日に死んだ。",
        "." * 3000,
        "He met her on 5 May 2010 and " * 200,
    ],
)
@pytest.mark.parametrize("published", [None, "2050-01-01", "0044-03-15"])
def test_bad_input_gives_something_sensible(text: str, published: str | None) -> None:
    timeline = analyse_text(text, published=published)
    for event in timeline.events:
        for excerpt in event.excerpts:
            assert timeline.documents[0].text[excerpt.start : excerpt.end] == excerpt.quote


def test_importing_the_package_reads_nothing() -> None:
    code = "import dateline, sys; print(sorted(name for name in sys.modules if name.startswith('dateline')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['dateline', 'dateline.version']"


def test_unknown_names_are_named() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = dateline.nonsense


def test_an_answer_goes_on_from_the_year_its_question_tells() -> None:
    lines = (
        "The ferryman who counts herons",
        "By Jane Orr, 12 March 2024",
        "How long have you rowed here?",
        "Since my father let me hold the oars, which was before I could read.",
        "In 2018 your boat burned.",
        "It burned on 9 May. I stood on the slip and watched it, and then I went home.",
        "And then?",
        "Then I built another. We launched her in January.",
    )
    timeline = analyse_text("\n\n".join(lines))
    told = [timex.value for timex in timeline.timexes[timeline.documents[0].id]]
    assert told == ["2024-03-12", "2018", "2018-05-09", "2024-01"]


def test_what_had_been_before_does_not_move_the_day_of_a_report() -> None:
    text = (
        "On the morning of Monday 27 November 2023 fire destroyed the store. At 08:30 two men began to weld. A permit "
        "had been issued on the previous Friday. At 09:04 the alarm sounded."
    )
    timeline = analyse_text(text)
    told = [timex.value for timex in timeline.timexes[timeline.documents[0].id]]
    assert told[1:] == ["2023-11-27T08:30", "2023-11-24", "2023-11-27T09:04"]


def test_rows_with_bars_and_blank_lines_between_are_a_chronology() -> None:
    rows = (
        "3 May 1998 | The mill is let to two brothers. | CB 1",
        "12 June 1999 | The wheel breaks. | CB 4",
        "24 August 2001 | The owner commences a claim by writ. | CB 9",
        "2 July 2003 | Mediation unsuccessful. | CB 12",
    )
    timeline = analyse_text("CHRONOLOGY\n\nDATE | EVENT | REF\n\n" + "\n\n".join(rows) + "\n")
    assert [event.title for event in timeline.events] == [
        "Mill let to two brothers",
        "Wheel breaks",
        "Owner commences claim by writ",
        "Mediation unsuccessful",
    ]


def test_a_report_returns_to_the_day_of_its_title_with_each_section() -> None:
    text = (
        "Fire at the grain store, 27 November 2023\n\nReport of 12 June 2025\n\n"
        "1. What happened\n\nFire destroyed the store. The brigade reached the gate at 09:27 and left at noon.\n\n"
        "2. Background\n\nA smaller fire on 16 May 2022 had been put out by the crew, who told nobody about it.\n\n"
        "3. After the fire\n\nThe province suspended the licence the next day. Two managers were charged later.\n"
    )
    timeline = analyse_text(text)
    told = [timex.value for timex in timeline.timexes[timeline.documents[0].id]]
    assert told[-1] == "2023-11-28"
