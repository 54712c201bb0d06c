"""The command line as other programs rely on it: what is printed, where, and with which exit status."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.cli.output import folder_target

REPORT = "Bridge opened\n\nLeeds, 5 May 1998\n\nThe mayor opened the bridge on 3 May 1998. It was built in 1997.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_text_is_the_decoded_file_with_line_feeds(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "windows.txt"
    path.write_bytes("\ufeffZwei Zeilen – für uns\r\nund mehr 🌉\r".encode())
    assert run(capsys, "text", path) == (0, "Zwei Zeilen – für uns\nund mehr 🌉\n", "")


def test_tag_prints_a_line_a_document(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    status, out, _ = run(capsys, "tag", report)
    found = json.loads(out)
    assert (status, found["doc"], found["published"], found["language"]) == (0, "report.txt", "1998-05-05", "en")
    assert [timex["value"] for timex in found["timexes"]] == ["1998-05-05", "1998-05-03", "1997"]
    for timex in found["timexes"]:
        assert REPORT[timex["start"] : timex["end"]] == timex["text"]
        assert timex.keys() >= {"type", "mod", "edtf", "earliest", "latest", "rule"}


def test_tag_counts_from_the_date_it_is_given(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The bridge was closed yesterday.", encoding="utf-8")
    _, out, _ = run(capsys, "tag", path, "--published", "30 October 2014")
    assert [timex["value"] for timex in json.loads(out)["timexes"]] == ["2014-10-29"]


def test_tag_reads_json_lines(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    lines = [{"doc": "a", "dct": "2001-03-02", "text": "It rained today."}, {"doc": "b", "text": "It rained in 1990."}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    status, out, _ = run(capsys, "tag", "--jsonl", path)
    found = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [(line["doc"], line["timexes"][0]["value"]) for line in found] == [("a", "2001-03-02"), ("b", "1990")]


def test_a_broken_json_line_is_named_and_the_rest_is_done(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_bytes(b'{"doc": "a", "text": "now"}\n{"doc": "b"}\n\xff\n[1]\n{"doc": "c", "text": "in 1990"}\n')
    status, out, err = run(capsys, "tag", "--jsonl", path)
    assert status == 1
    assert [json.loads(line)["doc"] for line in out.splitlines()] == ["a", "c"]
    assert [words[:7] for words in err.split("dateline: ")[1:]] == ["Line 2 ", "Line 3 ", "Line 4 "]


def test_json_lines_that_are_not_there_are_told_in_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, _, err = run(capsys, "tag", "--jsonl", tmp_path / "none.jsonl")
    assert status == 1
    assert "cannot be read: No such file or directory. Check" in err


@pytest.mark.parametrize("verb", ["text", "tag", "extract"])
def test_standard_input_is_a_document(report: Path, verb: str) -> None:
    command = [sys.executable, "-m", "dateline", verb]
    piped = subprocess.run([*command, "-"], input=report.read_bytes(), capture_output=True, check=True)
    named = subprocess.run([*command, str(report)], capture_output=True, check=True)
    assert piped.stdout.replace(b'"standard input"', b'"report.txt"') == named.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("verb", ["text", "tag", "extract"])
def test_an_output_that_takes_no_more_is_told_in_a_sentence(report: Path, verb: str) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "dateline", verb, str(report)]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("dateline: The output cannot be written: ")
    assert ended.stderr.count("\n") == 1


def test_a_file_name_need_not_be_text(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bericht_\xfc.txt"))
    try:
        path.write_text(REPORT, encoding="utf-8")
    except (OSError, ValueError):
        pytest.skip("this file system takes no such name")
    status, _, _ = run(capsys, "extract", path, "-o", tmp_path / "events.json")
    whole = json.loads((tmp_path / "events.json").read_text(encoding="utf-8"))
    assert (status, whole["documents"][0]["name"]) == (0, "bericht_\N{REPLACEMENT CHARACTER}.txt")


def test_extract_gives_events_with_exact_quotes(capsys: pytest.CaptureFixture[str], report: Path) -> None:
    status, out, _ = run(capsys, "extract", report)
    whole = json.loads(out)
    assert status == 0
    assert whole["schema"] == "dateline/1"
    assert "1998-05-03" in [event["start"] for event in whole["events"]]
    for event in whole["events"]:
        for excerpt in event["excerpts"]:
            assert REPORT[excerpt["start"] : excerpt["end"]] == excerpt["quote"]


def test_extract_writes_a_file_a_document_into_a_folder(
    capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The school was founded in 1901. It burnt down in 1950.", encoding="utf-8")
    folder = tmp_path / "out"
    assert run(capsys, "extract", report, other, "-o", f"{folder}/")[0] == 0
    assert sorted(path.name for path in folder.iterdir()) == ["other.json", "report.json"]
    assert json.loads((folder / "other.json").read_text("utf-8"))["events"][0]["edtf"] == "1901"


def test_two_documents_of_one_name_do_not_overwrite_each_other() -> None:
    taken: set[Path] = set()
    folder = Path("out")
    given = [folder_target(folder, name, ".json", taken).name for name in ("a.txt", "a.md", "a.txt")]
    assert given == ["a.json", "a-2.json", "a-3.json"]


def test_a_document_in_the_folder_is_not_overwritten(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source = tmp_path / "report.json"
    source.write_text(REPORT, encoding="utf-8")
    assert run(capsys, "extract", source, "-o", f"{tmp_path}/")[0] == 0
    assert source.read_text(encoding="utf-8") == REPORT
    assert (tmp_path / "report-2.json").is_file()


def test_extract_makes_one_timeline_of_several_documents(
    capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The school was founded in 1901. It burnt down in 1950.", encoding="utf-8")
    _, out, _ = run(capsys, "extract", report, other, "--format", "jsonl")
    keys = [next(iter(json.loads(line))) for line in out.splitlines()]
    assert keys[:2] == ["document", "document"]
    _, out, _ = run(capsys, "extract", report, other, "--format", "csv")
    assert "1901" in [row["edtf"] for row in csv.DictReader(io.StringIO(out, newline=""))]


def test_what_cannot_be_read_is_named_and_the_rest_is_done(
    capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path
) -> None:
    status, out, err = run(capsys, "extract", tmp_path / "missing.txt", report)
    assert status == 1
    assert "missing.txt" in err
    assert json.loads(out)["events"]


def test_nothing_is_printed_where_nothing_was_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = run(capsys, "extract", tmp_path)
    assert (status, out) == (1, "")
    assert "folder" in err


def test_a_text_without_dates_is_no_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("Bridges are useful.", encoding="utf-8")
    status, out, err = run(capsys, "extract", path)
    assert (status, err) == (0, "")
    assert json.loads(out)["events"] == []


def test_an_unwritable_place_is_named(capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.touch()
    status, _, err = run(capsys, "extract", report, "-o", blocker / "out.json")
    assert status == 1
    assert "out.json" in err


def test_one_file_that_cannot_be_written_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str], report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(REPORT.replace("Leeds", "York"), encoding="utf-8")
    folder = tmp_path / "out"
    (folder / "report.json").mkdir(parents=True)  # a folder where the first file should be
    status, _, err = run(capsys, "extract", report, other, "-o", f"{folder}/")
    assert status == 1
    assert "report.json" in err
    assert json.loads((folder / "other.json").read_text(encoding="utf-8"))["documents"][0]["name"] == "other.txt"


@pytest.mark.parametrize(
    "words",
    [["tag"], ["extract"], ["extract", "a.txt", "--format", "docx"], ["--nonsense"], ["text", "a.txt", "b.txt"]],
)
def test_wrong_usage_is_status_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_date_that_is_none_is_wrong_usage(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["tag", str(report), "--published", "soonish"])
    assert stopped.value.code == 2
    assert "soonish" in capsys.readouterr().err


@pytest.mark.parametrize("verb", [[], ["text"], ["tag"], ["extract"], ["export"]])
def test_each_verb_has_help_with_an_example(verb: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*verb, "--help"])
    assert stopped.value.code == 0
    assert "example:\n  dateline" in capsys.readouterr().out


def test_the_version_does_not_load_qt() -> None:
    program = "import sys, dateline.cli as c\ntry: c.main(['--version'])\nfinally: print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("dateline ")
    assert done.stdout.splitlines()[-1] == "False"


def test_the_door_to_the_window_loads_nothing_that_reads() -> None:
    program = "import sys, dateline.cli.arguments as a; a.parse(['x.txt']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"PySide6", "numpy", "dateline.temporal", "dateline.events", "dateline.analysis"}


def test_a_closed_pipe_is_no_error(report: Path) -> None:
    command = f'"{sys.executable}" -m dateline extract "{report}" | true; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("verb", ["extract", "export"])
def test_a_document_is_not_overwritten(verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "report.svg"
    document.write_text(REPORT)
    assert main([verb, str(document), "-o", str(document)]) == 1
    assert "would be overwritten" in capsys.readouterr().err
    assert document.read_text() == REPORT


FINNISH = (
    "Kaupunginvaltuusto päätti maanantaina rakentaa uuden sillan. Silta avattiin liikenteelle kesäkuussa, ja viime "
    "vuonna sen yli kulki miljoona autoa. Edellinen silta sortui myrskyssä 3.5.1998.\n"
)


def test_a_language_that_is_not_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "silta.txt"
    document.write_text(FINNISH, "utf-8")
    assert main(["extract", str(document)]) == 0
    assert "“silta.txt” is in a language that is not read here" in capsys.readouterr().err
    assert main(["extract", str(document), "--language", "fi"]) == 0
    assert "(fi)" in capsys.readouterr().err
    assert main(["tag", str(document)]) == 0
    assert "“silta.txt” is in a language that is not read here" in capsys.readouterr().err
