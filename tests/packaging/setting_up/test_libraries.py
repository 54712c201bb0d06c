"""What the system lacks is found by loading it; root gets it installed, everybody else one line to type."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from setting_up import libraries, stops

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has loose libraries")
Apt = Callable[..., str | None]


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Sonames and programs that this system is made to lack."""
    names: set[str] = set()
    real = shutil.which
    monkeypatch.setattr(libraries, "loads", lambda soname: soname not in names)
    monkeypatch.setattr(shutil, "which", lambda name: None if name in names else real(name) or f"/usr/bin/{name}")
    monkeypatch.setattr(libraries, "fontconfig_knows_a_font", lambda: "fonts" not in names)
    monkeypatch.setattr(libraries, "can_make_environments", lambda: "venv" not in names)
    monkeypatch.setattr(libraries, "has_apt", lambda: "apt-get" not in names)
    return names


def test_a_library_loads_or_does_not() -> None:
    assert libraries.loads("libc.so.6")
    assert not libraries.loads("libdateline-no-such-thing.so.1")


def test_fonts_are_asked_of_fontconfig(tmp_path: Path) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}/c</cachedir></fontconfig>", "utf-8")
    asked = "from setting_up.libraries import fontconfig_knows_a_font as f; print(f())"
    environment = {**os.environ, "FONTCONFIG_FILE": str(empty), "PYTHONPATH": str(Path(libraries.__file__).parents[1])}
    ran = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_each_library_has_its_package(lacking: set[str]) -> None:
    lacking.update(libraries.LIBRARIES)
    assert libraries.missing_packages(for_tests=False) == list(libraries.LIBRARIES.values())


def test_the_tests_need_more_than_the_program(lacking: set[str]) -> None:
    lacking.update(libraries.TEST_TOOLS)
    assert libraries.missing_packages(for_tests=False) == []
    assert libraries.missing_packages(for_tests=True) == ["xvfb", "xauth", "xdotool", "imagemagick"]


def test_fonts_and_venv_are_missed(lacking: set[str]) -> None:
    lacking.update({"fonts", "venv"})
    assert libraries.missing_packages(for_tests=False) == [libraries.venv_package(), "fonts-inter"]
    assert re.fullmatch(r"python3(\.\d+)?-venv", libraries.venv_package())


def test_a_person_without_rights_gets_one_line(lacking: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lacking.update({"libxcb-cursor.so.0", "xdotool"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(stops.Stop) as stopped:
        libraries.provide(for_tests=True)
    lines = [line.strip() for line in str(stopped.value).splitlines() if "sudo" in line]
    assert lines == ["sudo apt-get install -y --no-install-recommends libxcb-cursor0 xdotool"]


def test_a_system_without_apt_is_told_the_names(lacking: set[str]) -> None:
    lacking.update({"libEGL.so.1", "apt-get"})
    with pytest.raises(stops.Stop, match="libegl1: install what your system calls them"):
        libraries.provide(for_tests=False)


def recorded_apt(answers: list[str | None], calls: list[tuple[str, ...]]) -> Apt:
    def apt(*arguments: str) -> str | None:
        calls.append(arguments)
        return answers.pop(0)

    return apt


@pytest.mark.parametrize(
    ("lists", "answers", "verbs"),
    [
        (True, [None], ["install"]),
        (True, ["E: Unable to locate package xvfb", None, None], ["install", "update", "install"]),
        (False, [None, None], ["update", "install"]),
    ],
)
def test_lists_of_packages_are_fetched_when_they_are_needed(
    lists: bool, answers: list[str | None], verbs: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(libraries, "apt", recorded_apt(answers, calls))
    monkeypatch.setattr(libraries, "PACKAGE_LISTS", tmp_path)
    if lists:
        (tmp_path / "debian_main_Packages.lz4").touch()
    libraries.install(["xvfb"])
    assert [call[0] for call in calls] == verbs
    assert calls[-1] == ("install", "-y", "--no-install-recommends", "xvfb")


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Err:1 http://x\n  Temporary failure resolving 'x'\nE: Failed to fetch", "cannot be reached"),
        ("E: You don't have enough free space.\ndpkg: No space left on device", "is full"),
        ("Reading...\nE: Unable to locate package xvfb", "could not install xvfb: E: Unable to locate package xvfb"),
    ],
)
def test_when_apt_fails_its_reason_is_told(
    printed: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "apt", recorded_apt([None, printed], []))
    monkeypatch.setattr(libraries, "PACKAGE_LISTS", tmp_path)
    with pytest.raises(stops.Stop, match=re.escape(told)):
        libraries.install(["xvfb"])


def test_what_is_installed_but_does_not_load_is_told(lacking: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lacking.add("libEGL.so.1")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(libraries, "install", lambda packages: None)
    with pytest.raises(stops.Stop, match="cannot be loaded: libegl1"):
        libraries.provide(for_tests=False)


def test_root_gets_it_installed(lacking: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lacking.add("libEGL.so.1")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(libraries, "install", lambda packages: lacking.clear())
    libraries.provide(for_tests=False)


def test_a_system_that_has_everything_is_left_alone(lacking: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "install", lambda packages: pytest.fail("nothing was missing"))
    libraries.provide(for_tests=True)
