"""The lock file holds names, versions and hashes for every system, and everything that pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name

import lock
from lock import ENVIRONMENTS, PYTHONS, SYSTEMS, AnchorReader, Environment, Release

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENTRY = re.compile(r"([a-z0-9-]+)==(\S+)(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n")
LOCKED = {found[1]: found[2] for found in ENTRY.finditer(TEXT)}
WIN, MAC, LINUX = (Environment(PYTHONS[0], system) for system in ("win32", "darwin", "linux"))


def test_nothing_but_names_versions_markers_and_hashes() -> None:
    assert ENTRY.sub("", TEXT) == lock.HEADER


def test_no_address_and_no_path() -> None:
    assert not re.search(r"://|file:|/\w+/|\\\w|@|--(?!hash=sha256:)", TEXT.removeprefix(lock.HEADER))


@pytest.mark.parametrize("wanted", lock.wanted(PROJECT))
def test_what_the_project_asks_for_is_locked_at_a_version_it_accepts(wanted: str) -> None:
    requirement = Requirement(wanted)
    assert requirement.specifier.contains(LOCKED[canonicalize_name(requirement.name)])


def test_the_pyside_that_kills_the_process_is_excluded() -> None:
    requirement = next(Requirement(wanted) for wanted in lock.wanted(PROJECT) if wanted.startswith("PySide6"))
    assert not requirement.specifier.contains("6.12.0")
    assert requirement.specifier.contains("6.11.3")


def test_the_pythons_are_those_that_the_project_serves() -> None:
    allowed = Requirement(f"dateline{PROJECT['project']['requires-python']}").specifier
    minors = [f"3.{minor}" for minor in range(30) if allowed.contains(f"3.{minor}")]
    assert tuple(minors) == PYTHONS


def test_a_dependency_is_followed_only_where_its_marker_holds() -> None:
    releases = {
        "a": Release("a", "1", ("B>=1; sys_platform == 'win32'", "c", "x; extra == 'test'")),
        "c": Release("c", "1", ("d_e; python_version < '3.12'",)),
    }
    assert lock.closure(["A"], releases, WIN) == {"a", "b", "c", "d-e"}
    assert lock.closure(["a"], releases, Environment("3.12", "linux")) == {"a", "c"}


@pytest.mark.parametrize(
    ("needed", "expected"),
    [
        (set(ENVIRONMENTS), ""),
        ({Environment(python, "win32") for python in PYTHONS}, "sys_platform == 'win32'"),
        ({place for place in ENVIRONMENTS if place.python == "3.11"}, "python_version == '3.11'"),
        ({WIN, MAC}, "(sys_platform == 'darwin' or sys_platform == 'win32') and python_version == '3.11'"),
    ],
)
def test_a_marker_names_where_a_package_is_needed(needed: set[Environment], expected: str) -> None:
    assert lock.marker(needed) == expected
    if expected:
        found = Requirement(f"a ; {expected}").marker
        assert found is not None
        assert {place for place in ENVIRONMENTS if found.evaluate(place.variables())} == needed


def test_an_uneven_set_has_no_marker_rather_than_a_wrong_one() -> None:
    with pytest.raises(ValueError, match="no simple marker"):
        lock.marker({WIN, Environment("3.12", "linux")})


@pytest.mark.parametrize(
    ("wheel", "expected"),
    [
        ("a-1-py3-none-any.whl", True),
        ("a-1-py2.py3-none-any.whl", True),
        ("a-1-cp39-abi3-macosx_11_0_arm64.whl", True),
        ("a-1-cp314-cp314-win_amd64.whl", True),
        ("a-1-cp310-cp310-win_amd64.whl", False),
        ("a-1-pp311-pypy311_pp73-manylinux_2_17_x86_64.whl", False),
    ],
)
def test_wheels_that_no_served_python_can_use_are_left_out(wheel: str, expected: bool) -> None:
    assert lock.serves(wheel) is expected


def test_an_index_page_gives_names_and_hashes_but_no_yanked_file() -> None:
    reader = AnchorReader()
    reader.feed(
        '<a href="../../x/a-1%2Bcpu-py3-none-any.whl#sha256=00ff">a</a>'
        '<a href="b.whl#sha256=11" data-yanked="broken">b</a><a href="c.whl">c</a>'
    )
    assert reader.files == [("a-1+cpu-py3-none-any.whl", "00ff")]


@pytest.mark.parametrize("system", SYSTEMS)
def test_everything_locked_is_needed_somewhere(system: str) -> None:
    conditions = [Requirement(line.rstrip("\\ ")).marker for line in TEXT.splitlines() if "==" in line]
    variables = Environment("3.13", system).variables()
    assert sum(marker is None or marker.evaluate(variables) for marker in conditions) >= len(lock.wanted(PROJECT))
