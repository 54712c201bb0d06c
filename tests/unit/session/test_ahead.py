"""What is read before the window is what the window would read, and never anything else."""

import subprocess
import sys
from pathlib import Path

import pytest

from dateline import analysis
from dateline.errors import Cancelled
from dateline.session import ahead
from dateline.session.ahead import MOST_BYTES, ReadAhead, reader_of
from dateline.session.analyser import Analyser
from dateline.session.floors import Floors

TEXT = "The mill\nMillbrook, March 3, 2011\n\nThe mill burned down on 4 May 2009. The council met on Tuesday.\n"


def never() -> bool:
    return False


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def begun(mill: Path, tmp_path: Path) -> ReadAhead:
    """A reader of the mill and of a file that holds no text."""
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)))
    reader = reader_of([mill, binary])
    assert reader is not None
    reader.begin()
    return reader


@pytest.mark.slow
def test_it_finds_what_the_window_would(begun: ReadAhead, mill: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = begun.take(mill, never)
    assert found is not None
    assert found.document == Analyser().read_file(mill, never)
    assert found.analysis == analysis.analyse_file(mill)
    assert begun.take(mill.with_name("binary.txt"), never) is None

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("analysed again")

    monkeypatch.setattr(Floors, "analyse_document", refuse)
    analyser = Analyser(begun)
    document = analyser.read_file(mill, never)
    assert analyser.timeline([document], lambda *_: None, never).events == found.analysis.events


@pytest.mark.slow
def test_a_file_that_has_changed_since_is_read_again(begun: ReadAhead, mill: Path) -> None:
    assert begun.take(mill, never) is not None
    mill.write_text(TEXT + "It was rebuilt in 2010.\n")
    assert begun.take(mill, never) is None
    assert "rebuilt" in Analyser(begun).read_file(mill, never).text


def test_it_can_be_stopped(begun: ReadAhead, mill: Path) -> None:
    with pytest.raises(Cancelled):
        begun.take(mill, lambda: True)


def test_it_begins_only_where_it_is_worth_it(mill: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReadAhead, "begin", lambda self: pytest.fail("begun"))
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    long = tmp_path / "long.txt"
    long.write_text("x" * (MOST_BYTES + 1))
    project = tmp_path / "case.dateline"
    project.write_bytes(b"")
    for paths in ([], [long], [mill, long], [mill, project], [tmp_path], [mill, tmp_path / "missing.txt"]):
        assert reader_of(paths) is None
    assert reader_of([mill]) is not None


@pytest.mark.parametrize(
    ("cores", "load", "begins"), [(1, 0.1, False), (2, 0.4, True), (2, 2.0, False), (8, 3.5, True)]
)
def test_where_a_core_is_free_it_begins_at_once(
    cores: int, load: float, begins: bool, mill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[ReadAhead] = []

    def begin(reader: ReadAhead) -> None:
        begun.append(reader)

    monkeypatch.setattr(ReadAhead, "begin", begin)
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    monkeypatch.setattr("os.getloadavg", lambda: (load, 0.0, 0.0), raising=False)
    reader = reader_of([mill])
    assert begun == ([reader] if begins else [])


def test_where_no_process_starts_or_one_breaks_off_there_is_nothing(
    mill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_more(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    reader = ReadAhead([mill])
    assert reader.take(mill, never) is None
    monkeypatch.setattr(subprocess, "Popen", no_more)
    reader.begin()
    assert reader.take(mill, never) is None
    assert ahead._unpacked(b"\x80\x05") == {}


def test_what_is_loaded_before_the_window_is_small() -> None:
    code = "import sys, dateline.session.ahead; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"PySide6", "numpy", "dateline.model", "dateline.analysis", "multiprocessing"}
