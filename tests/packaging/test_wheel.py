"""The wheel is enough: installed into an empty environment outside the checkout, the program runs and finds its files.

Nothing is fetched: the build tools are those of this environment, and what the program depends on is lent to the empty
one by a path file.
"""

import json
import os
import platform
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from pathlib import Path

import PySide6
import pytest

from dateline.version import __version__

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Harbour opened\n\n3 May 2011\n\nThe new harbour was opened on 2 May 2011 by the mayor of the town.\n"

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel and nothing else of ours, and a folder of its own to work in."""

    folder: Path

    @property
    def scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        program = str(self.scripts / command[0])
        return subprocess.run(
            [program, *command[1:]],
            cwd=self.folder,
            env={**variables, "PYTHONWARNINGS": "error"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    result = Installed(tmp_path_factory.mktemp("elsewhere"))
    venv.create(result.folder, with_pip=False)
    python = str(result.scripts / "python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, str(wheel)], check=True)
    packages = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    )
    (Path(packages.strip()) / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return result


def metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode("utf-8"))


def test_the_wheel_installs_dateline_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names} == {"dateline", f"dateline-{__version__}.dist-info"}
    sources = {path.relative_to(ROOT / "app").as_posix() for path in (ROOT / "app").rglob("*.py")}
    resources = {f"dateline/{path.relative_to(ROOT).as_posix()}" for path in shipped("resources")}
    assert {name for name in names if name.startswith("dateline/")} >= sources | resources
    assert any(name.endswith("/LICENSE") for name in names)


def shipped(folder: str) -> list[Path]:
    """All files of a folder of the checkout but what the machine left there and the pictures of README."""
    left_out = {"__pycache__", "pictures"}
    return [path for path in (ROOT / folder).rglob("*") if path.is_file() and left_out.isdisjoint(path.parts)]


def test_the_wheel_tells_what_it_is_and_needs(wheel: Path) -> None:
    told = metadata(wheel)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (told["Name"], told["Version"], told["License-Expression"]) == ("dateline", __version__, "MIT")
    needed = [text for text in told.get_all("Requires-Dist", []) if "extra ==" not in text]
    assert len(needed) == len(project["dependencies"])


def test_the_program_tells_its_version(installed: Installed) -> None:
    ran = installed.run("dateline", "--version")
    assert (ran.returncode, ran.stderr) == (0, "")
    for part in (__version__, platform.python_version(), PySide6.__version__):
        assert part in ran.stdout


def test_the_program_finds_events_and_its_own_files_there(installed: Installed) -> None:
    (installed.folder / "harbour.txt").write_text(TEXT, encoding="utf-8")
    ran = installed.run("dateline", "extract", "harbour.txt", "--format", "json")
    assert (ran.returncode, ran.stderr) == (0, "")
    (event,) = json.loads(ran.stdout)["events"]
    assert (event["start"], event["end"]) == ("2011-05-02", "2011-05-02")
    assert "opened on 2 May 2011" in event["excerpts"][0]["quote"]


@pytest.mark.parametrize(
    "asked", ["import dateline; print(dateline.__file__)", "from dateline.assets import examples; print(examples()[0])"]
)
def test_nothing_is_taken_from_the_checkout(asked: str, installed: Installed) -> None:
    ran = installed.run("python", "-c", asked)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert Path(ran.stdout.strip()).is_relative_to(installed.folder)
