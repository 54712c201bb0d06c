"""The environment is made once, made anew when what it is made from changes, and every failure is one sentence."""

import os
import shutil
import sys
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path

import pytest

from setting_up import environment, stops

VERSION_3X = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with what an environment is made from, and nothing else."""
    for name in ("packaging/requirements.lock", "pyproject.toml", "app/dateline/version.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("content", encoding="utf-8")
    return tmp_path


@pytest.fixture
def steps(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps that would be done, without doing them."""
    done: list[str] = []

    def make(root: Path) -> None:
        done.append("make")
        packages = root / ".venv" / "lib" / f"python{VERSION_3X}" / "site-packages" / "pip"
        packages.mkdir(parents=True, exist_ok=True)
        (packages / "__main__.py").touch()
        environment.interpreter(root).parent.mkdir(exist_ok=True)
        environment.interpreter(root).touch()
        (root / ".venv" / "pyvenv.cfg").write_text(f"version = {VERSION_3X}.1\n", encoding="utf-8")

    monkeypatch.setattr(environment, "make", make)
    monkeypatch.setattr(environment, "pip", lambda root, *arguments: done.append(arguments[0]))
    return done


FIRST = ["make", "--require-hashes", "--no-deps"]
posix_only = pytest.mark.skipif(os.name == "nt", reason="the layout of a POSIX environment is faked")


@posix_only
def test_made_once_then_left_alone(root: Path, steps: list[str]) -> None:
    assert environment.prepare(root) == environment.interpreter(root)
    assert steps == FIRST
    assert environment.prepare(root) == environment.interpreter(root)
    assert steps == FIRST


@posix_only
@pytest.mark.parametrize("name", ["packaging/requirements.lock", "pyproject.toml", "app/dateline/version.py"])
def test_what_changes_is_installed_into_the_same_environment(name: str, root: Path, steps: list[str]) -> None:
    environment.prepare(root)
    (root / name).write_text("changed", encoding="utf-8")
    environment.prepare(root)
    assert steps == [*FIRST, *FIRST[1:]]


@posix_only
def test_another_python_makes_it_anew(root: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    environment.prepare(root)
    monkeypatch.setattr(environment, "PYTHON", "3.99")
    environment.prepare(root)
    assert steps == [*FIRST, *FIRST]


@posix_only
def test_an_environment_without_pip_was_interrupted_and_is_made_anew(root: Path, steps: list[str]) -> None:
    environment.prepare(root)
    shutil.rmtree(root / ".venv" / "lib")
    (root / ".venv" / "dateline-stamp").unlink()
    environment.prepare(root)
    assert steps == [*FIRST, *FIRST]


@posix_only
def test_a_failed_step_leaves_no_stamp(root: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(root: Path, *arguments: str) -> None:
        raise stops.Stop("no")

    with monkeypatch.context() as patch:
        patch.setattr(environment, "pip", fail)
        with pytest.raises(stops.Stop):
            environment.prepare(root)
    environment.prepare(root)
    assert steps == FIRST


def test_a_checkout_that_was_moved_is_another(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    moved = tmp_path_factory.mktemp("moved") / "project"
    before = environment.stamp(root)
    root.rename(moved)
    assert environment.stamp(moved) != before


def test_a_disk_with_too_little_space_is_told_before_anything_is_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(10**9, 10**9, 10**6))
    with pytest.raises(stops.Stop, match="is full: free about 1 GB"):
        environment.prepare(root)
    assert not (root / ".venv").exists()


@pytest.fixture
def speaking_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts in Python's place a program that prints something and fails."""

    def put(words: str) -> None:
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\ncat <<'END'\n{words}\nEND\nexit 1\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))

    return put


NO_ENSUREPIP = """\
The virtual environment was not created successfully because ensurepip is not
available.  On Debian/Ubuntu systems, you need to install the python3-venv
package using the following command.

    apt install python3.11-venv
"""


@posix_only
@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (NO_ENSUREPIP, "install its venv module"),
        ("No module named venv", "install its venv module"),
        ("Error: [Errno 13] Permission denied: '.venv'", "cannot be written to"),
        ("Error: [Errno 28] No space left on device", "is full"),
    ],
)
def test_an_environment_that_cannot_be_made(
    printed: str, told: str, root: Path, speaking_python: Callable[[str], None]
) -> None:
    speaking_python(printed)
    with pytest.raises(stops.Stop, match=told):
        environment.prepare(root)


@posix_only
def test_a_folder_that_forbids_writing(root: Path, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(self: Path, *arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "write_text", forbid)
    with pytest.raises(stops.Stop, match="cannot be written to"):
        environment.prepare(root)


MISMATCH = """\
ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions,
please update the hashes.
"""
ABSENT = """\
ERROR: Could not find a version that satisfies the requirement pyside6-essentials==6.11.3 (from versions: none)
ERROR: No matching distribution found for pyside6-essentials==6.11.3
"""
UNREACHED = """\
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<...>: Failed to establish a new
connection: [Errno -3] Temporary failure in name resolution')': /simple/ast-serialize/
ERROR: Could not find a version that satisfies the requirement ast-serialize==0.13.1 (from versions: none)
ERROR: No matching distribution found for ast-serialize==0.13.1
"""


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (MISMATCH, "is not the one that packaging/requirements.lock names"),
        (ABSENT, f"There is no package pyside6-essentials==6.11.3 for Python {VERSION_3X} on this system"),
        (UNREACHED, "The index of Python packages cannot be reached"),
        ("Traceback\nERROR: Something else", "pip could not install what is needed: Something else"),
        ("", "pip said nothing"),
    ],
)
def test_what_pip_prints_becomes_one_sentence(printed: str, told: str, root: Path) -> None:
    stop = str(environment.pip_failure(printed, root))
    assert told in stop
    assert "\n" not in stop


def test_progress_shows_what_is_fetched(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        "Collecting numpy==2.4.6\n",
        "  Downloading https://example.org/ab/numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl.metadata (6 kB)\n",
        "  Downloading https://example.org/ab/numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl (17.1 MB)\n",
        "Using cached nupunkt-0.8.0-py3-none-any.whl (148 kB)\n",
        "Installing collected packages: nupunkt, numpy\n",
    ]
    assert environment.progress(iter(lines)) == "".join(lines)
    assert capsys.readouterr().out == "  numpy-2.4.6 (17.1 MB)\n  nupunkt-0.8.0 (148 kB)\n  unpacking\n"


def test_an_index_that_does_not_answer(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real pip, sent to a port of this machine on which nothing listens."""
    settings = {
        "CONFIG_FILE": os.devnull,
        "INDEX_URL": "http://127.0.0.1:9/simple",
        "RETRIES": "1",
        "NO_CACHE_DIR": "1",
    }
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    for name, value in settings.items():
        monkeypatch.setenv(f"PIP_{name}", value)
    monkeypatch.setattr(environment, "interpreter", lambda root: Path(sys.executable))
    with pytest.raises(stops.Stop, match="The index of Python packages cannot be reached"):
        environment.pip(root, "--dry-run", "--target", str(root / "nowhere"), "dateline-no-such-package")
