"""`dateline export`: what is in the picture, how large it is, and what is refused."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dateline.cli import main
from dateline.cli.picture import filter_words
from dateline.cli.pictureoptions import NO_FILTER, filter_argument, range_argument
from dateline.model.dates import instant
from dateline.model.filters import Choice, Facet

REPORT = """Bridge opened

Leeds, 5 May 1998

The mayor opened the bridge on 3 May 1998. The council had approved the plan in March 1996.
In 2001 the bridge was closed.
"""


@pytest.fixture(autouse=True)
def one_application(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process has one application: that of all tests. The verb sets the platform for a process of its own."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def export(report: Path, target: Path, *words: str) -> int:
    return main(["export", str(report), "-o", str(target), *words])


def test_a_png_has_the_asked_size(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.png"
    assert export(report, target, "--width", "800", "--height", "450", "--scale", "2") == 0
    data = target.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (1600, 900)


def test_it_works_without_a_screen(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.png"
    unset = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    command = [sys.executable, "-m", "dateline", "export", str(report), "-o", str(target)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "events written" in done.stderr
    assert target.read_bytes().startswith(b"\x89PNG")


def test_svg_keeps_text_as_text(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.svg"
    assert export(report, target, "--title", "The bridge") == 0
    drawing = target.read_text("utf-8")
    assert "<text" in drawing
    assert "The bridge" in drawing
    assert "1998" in drawing


def test_a_pdf_is_written_with_notes(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    assert export(report, target, "--paper", "A4", "--landscape", "--notes") == 0
    assert target.read_bytes().startswith(b"%PDF")


def test_filters_and_ranges_leave_events_out(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export(report, tmp_path / "all.svg")
    everything = int(capsys.readouterr().err.split(": ")[1].split()[0])
    export(report, tmp_path / "some.svg", "--filter", "words=mayor")
    assert int(capsys.readouterr().err.split(": ")[1].split()[0]) < everything


@pytest.mark.parametrize(("name", "status"), [("out.gif", 2), ("out.xyz", 2), ("report.txt/out.png", 1)])
def test_a_place_that_cannot_be_written_is_told(
    report: Path, tmp_path: Path, name: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(report), "-o", str(tmp_path / name)]) == status
    assert Path(name).name in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["--filter", "colour=red"],
        ["--filter", "kind=foo"],
        ["--range", "soon/later"],
        ["--paper", "B9"],
        ["--width", "0"],
        ["--theme", "x"],
    ],
)
def test_wrong_options_are_wrong_usage(report: Path, tmp_path: Path, words: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        export(report, tmp_path / "out.png", *words)
    assert stopped.value.code == 2


def test_a_value_that_there_is_not_is_told_with_those_there_are(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        export(report, tmp_path / "out.png", "--filter", "factuality=maybe")
    assert "“maybe” is no factuality; choose one of happened, ongoing," in capsys.readouterr().err
    report.write_text(REPORT.replace("bridge on", "bridge in Leeds on"), encoding="utf-8")
    assert export(report, tmp_path / "out.png", "--filter", "place=Bath") == 1
    assert "No event has the place “Bath”. There are: Leeds" in capsys.readouterr().err
    assert export(report, tmp_path / "out.png", "--filter", "place=Leeds", "--filter", "words=plan") == 1
    assert "No event passes all of: place: Leeds; with “plan”." in capsys.readouterr().err


def test_a_letter_case_does_not_matter_where_the_values_are_known() -> None:
    assert filter_argument("group=Meeting") == (Facet.GROUP, "meeting")


def test_undated_events_are_told_and_not_drawn(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report.write_text(
        REPORT.replace("The mayor opened", "The council has bought a ferry. The mayor opened"), encoding="utf-8"
    )
    assert export(report, tmp_path / "out.svg") == 0
    told = capsys.readouterr().err
    assert "3 events written. Not in the picture: 1 undated event." in told


def test_values_of_one_key_add_up_and_are_told_in_words() -> None:
    facet, value = filter_argument("place=New York")
    assert (facet, value) == (Facet.PLACE, "New York")
    both = NO_FILTER.with_choice(Facet.PLACE, Choice(only=frozenset({"New York", "Geneva"})))
    assert filter_words(both) == "place: Geneva or New York"


def test_a_range_reaches_to_the_end_of_its_last_part() -> None:
    assert range_argument("2014-05/2014-10") == (instant(2014, 5), instant(2014, 11))
    assert range_argument("March 44 BC") == (instant(-43, 3), instant(-43, 4))
