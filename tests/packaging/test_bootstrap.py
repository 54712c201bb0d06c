"""A Python that cannot serve is told so in one sentence, whatever its age."""

import ast
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BOOTSTRAP = Path(__file__).resolve().parents[2] / "packaging" / "bootstrap.py"
OLD_NAMES = ("python2", "python2.7", *(f"python3.{minor}" for minor in range(2, 11)))


def old_pythons() -> list[str]:
    """The oldest and the newest of the old Pythons that start here, on the search path or kept by pyenv."""
    kept = (Path.home() / ".pyenv" / "versions").glob("*/bin/python")
    found: dict[tuple[int, ...], str] = {}
    for path in (*filter(None, map(shutil.which, OLD_NAMES)), *map(str, kept)):
        asked = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
        version = re.match(r"Python (\d+)\.(\d+)\.", asked.stdout + asked.stderr)  # Python 2 tells it as an error
        if asked.returncode == 0 and version and (key := tuple(map(int, version.groups()))) < (3, 11):
            found[key] = path
    return [found[min(found)], found[max(found)]] if found else [""]


@pytest.mark.parametrize("python", old_pythons())
def test_an_old_python_reads_the_file_and_says_one_sentence(python: str) -> None:
    if not python:
        pytest.skip("there is no Python before 3.11 here")
    ran = subprocess.run([python, str(BOOTSTRAP), "run"], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr.startswith("Dateline needs Python 3.11 to 3.14, and this is Python ")
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize(("version", "told"), [((3, 10), "3.10"), ((3, 15), "3.15"), ((4, 0), "4.0")])
def test_what_a_python_out_of_range_is_told(
    version: tuple[int, int], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (*version, 0, "final", 0))
    monkeypatch.setattr(sys, "argv", ["", "test", "-x"])
    monkeypatch.setattr(subprocess, "call", lambda command, **_: 0 if command[0] == "python3.12" else 1)
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(BOOTSTRAP))
    assert f"this is Python {told}:" in str(stopped.value)
    assert f"run  python3.12 {BOOTSTRAP} test -x  instead" in str(stopped.value)


def test_where_no_python_serves_a_person_is_told_to_install_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(command: list[str], **_: object) -> int:
        raise FileNotFoundError(command[0])

    monkeypatch.setattr(sys, "version_info", (3, 9, 0, "final", 0))
    monkeypatch.setattr(subprocess, "call", absent)
    with pytest.raises(SystemExit, match="install one from your system's packages"):
        runpy.run_path(str(BOOTSTRAP))


def test_the_file_uses_nothing_that_old_pythons_cannot_parse() -> None:
    tree = ast.parse(BOOTSTRAP.read_text(encoding="ascii"))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.Match, ast.Starred, ast.Nonlocal)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert not [function.name for function in functions if function.returns or function.args.kwonlyargs]
