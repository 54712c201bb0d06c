"""`run` and `test` do their steps in order and pass on how it ended."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from setting_up import environment, libraries, screens, stops, verbs

VENV = Path("venv-python")
DATELINE = [str(VENV), "-m", "dateline"]


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The programs that were started; setting up itself is taken as done."""
    commands: list[list[str]] = []

    def call(command: tuple[str, ...], **_: object) -> int:
        commands.append(list(command))
        return 0

    monkeypatch.setattr(libraries, "provide", lambda **_: None)
    monkeypatch.setattr(environment, "prepare", lambda root: VENV)
    monkeypatch.setattr(verbs, "first_example", lambda python: Path("first.txt"))
    monkeypatch.setattr(subprocess, "call", call)
    return commands


def test_run_opens_the_example(called: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screens, "opens_windows", lambda python: True)
    assert verbs.main(["run"]) == 0
    assert called == [[*DATELINE, "first.txt"]]


def test_run_opens_what_is_named(called: list[list[str]]) -> None:
    assert verbs.main(["run", "a.txt", "b.dateline"]) == 0
    assert called == [[*DATELINE, "a.txt", "b.dateline"]]


def test_run_without_a_screen_writes_a_picture_and_a_table_and_names_the_file(
    called: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert verbs.main(["run"]) == 0
    assert called == [
        [*DATELINE, "export", "first.txt", "-o", "dateline-example.png"],
        [*DATELINE, "extract", "first.txt", "--format", "table"],
    ]
    printed = capsys.readouterr().out
    assert "no screen" in printed
    assert str(tmp_path / "dateline-example.png") in printed


def test_test_hands_its_arguments_to_pytest(called: list[list[str]]) -> None:
    assert verbs.main(["test", "-k", "lock"]) == 0
    assert called == [[str(VENV), "-m", "pytest", "-q", "-k", "lock"]]


@pytest.mark.parametrize("verb", ["run", "test"])
def test_how_it_ended_is_passed_on(verb: str, called: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "call", lambda command, **_: 3)
    assert verbs.main([verb, "a"]) == 3


def test_a_stop_is_one_sentence_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(**_: object) -> None:
        raise stops.Stop("The disk is full.")

    monkeypatch.setattr(libraries, "provide", stop)
    assert verbs.main(["run"]) == 1
    assert capsys.readouterr() == ("", "The disk is full.\n")


def test_interrupting_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(libraries, "provide", interrupt)
    assert verbs.main(["test"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_interrupting_the_program_says_nothing_about_setting_up(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(command: tuple[str, ...], **_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "call", interrupt)
    assert verbs.main(["run", "a.txt"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["build"], 2), (["--help"], 0), (["-h"], 0)])
def test_usage(arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert verbs.main(arguments) == status
    printed = capsys.readouterr()
    assert verbs.USAGE in (printed.err if status else printed.out)


def test_the_example_is_the_first_of_the_bundled_ones() -> None:
    assert verbs.first_example(Path(sys.executable)).parent == verbs.ROOT / "resources" / "examples"


linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a screen needs no name")


@linux_only
def test_without_a_name_there_is_no_screen_to_probe() -> None:
    assert not screens.opens_windows(Path("is-not-started"))


@linux_only
def test_a_screen_that_is_named_but_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":64999")
    assert not screens.opens_windows(Path(sys.executable))


@linux_only
def test_a_screen_that_is_there(screen: str) -> None:
    assert os.environ["DISPLAY"] == screen
    assert screens.opens_windows(Path(sys.executable))
