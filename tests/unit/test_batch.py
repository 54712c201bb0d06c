"""Many files read by several processes: the same timelines in the same order as by one, and a clean end."""

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import analysis, batch
from dateline.analysis import Analysis, analyse_file
from dateline.batch import analyse_files
from dateline.errors import UnreadableDate, UnreadableDocument, UserError

TEXT = "The ministers signed the treaty in {} on 3 May 2010. Two days later the king resigned.\n"

_PROCESSORS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@pytest.fixture
def files(tmp_path: Path) -> Sequence[Path]:
    """Nine texts, and among them one that is missing and an empty one."""
    paths = [tmp_path / f"{number}.txt" for number in range(11)]
    for number, path in enumerate(paths):
        path.write_text(TEXT.format(f"Oslo{number}") if number != 7 else " ", encoding="utf-8")
    paths[3].unlink()
    return paths


def test_a_file_that_cannot_be_read_stands_at_its_place(files: Sequence[Path]) -> None:
    found = list(analyse_files(files, published="2010-06-01"))
    assert [isinstance(each, UserError) for each in found] == [number in {3, 7} for number in range(11)]
    whole = analyse_file(files[4], published="2010-06-01")
    assert found[4] == replace(whole, timexes={whole.documents[0].id: ()})


@pytest.mark.slow
def test_several_processes_read_the_same(files: Sequence[Path]) -> None:
    alone, shared = (list(analyse_files(files, published="2010-06-01", processes=count)) for count in (1, 2))
    assert [each for each in shared if isinstance(each, Analysis)] == [x for x in alone if isinstance(x, Analysis)]
    assert [str(each) for each in shared if isinstance(each, UserError)] == [str(alone[3]), str(alone[7])]


@pytest.mark.slow
def test_a_long_file_is_read_by_several_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "LONGEST_AT_ONCE_CHARACTERS", 3_000)
    monkeypatch.setattr(batch, "LONGEST_AT_ONCE_CHARACTERS", 3_000)
    monkeypatch.setattr(analysis, "_STRETCH_CHARACTERS", 500)
    paths = [tmp_path / name for name in ("short.txt", "long.txt", "last.txt")]
    for path, count in zip(paths, (1, 60, 2), strict=True):
        path.write_text("\n".join(TEXT.format(f"Oslo{number}") for number in range(count)), encoding="utf-8")
    alone, shared = (list(analyse_files(paths, processes=count)) for count in (1, 2))
    assert shared == alone
    (long,) = (each for each in shared if isinstance(each, Analysis) and each.documents[0].name == "long.txt")
    assert len(long.events) > 60


def test_few_files_are_read_by_this_process(files: Sequence[Path]) -> None:
    program = (
        "import sys, pathlib, dateline.batch as b; list(b.analyse_files(list(map(pathlib.Path, sys.argv[1:]))));"
        "print('multiprocessing' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, *files], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are counted in /proc")
@pytest.mark.skipif(_PROCESSORS < 2, reason="with one processor one process reads")
def test_an_interrupted_command_ends_with_one_word(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(8)]
    for number, path in enumerate(paths):
        path.write_text(TEXT.format(number) * 1200, encoding="utf-8")
    # Where the tests run in the background of a shell, interrupts are ignored, and a child would inherit that.
    program = (
        "import signal, sys; from dateline.cli import main;"
        "signal.signal(signal.SIGINT, signal.default_int_handler); sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", program, "extract", *map(str, paths)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        while process.poll() is None and len(_children(process.pid)) < 3:  # its readers, and what they share
            time.sleep(0.05)
        time.sleep(1.0)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err) == (130, "", "Stopped.\n")


def _children(parent: int) -> list[str]:
    return Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()


@pytest.mark.parametrize(
    "error",
    [
        UserError("It is full.", "Free some space."),
        UnreadableDate("soonish", "“soonish” is no date."),
        UnreadableDocument(Path("a.txt"), "It is a folder.", "Name a file."),
    ],
)
def test_errors_come_whole_from_another_process(error: UserError) -> None:
    same = pickle.loads(pickle.dumps(error))
    assert (type(same), vars(same), str(same)) == (type(error), vars(error), str(error))
