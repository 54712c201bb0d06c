"""Writes requirements.lock from pyproject.toml: names, versions, markers and hashes; nothing that names a host or path.

Run it with the oldest Python that pyproject.toml allows, so that every locked version serves all of them:

    python3.11 packaging/lock.py            writes packaging/requirements.lock
    python3.11 packaging/lock.py --check    only says whether it would change (exit status 1)

pip resolves, with whatever index it is configured for; the index's own listing then gives the hashes of every
wheel of the release, so that one file serves Linux, macOS and Windows. Only wheels are locked: a source package would
fetch its build tools unlocked. What one system alone needs carries an environment marker, found by walking the
dependencies once for each system and Python.
"""

import itertools
import json
import re
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
PROJECT_FILE = ROOT / "pyproject.toml"
LOCK_FILE = ROOT / "packaging" / "requirements.lock"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = ("linux", "darwin", "win32")
HEADER = """\
# Written by packaging/lock.py from pyproject.toml: do not edit.
# Names, versions and hashes of wheels only; pip takes them from whatever index it is configured for.
"""


@dataclass(frozen=True, slots=True)
class Environment:
    """One of the systems and Pythons that the lock file serves."""

    python: str
    system: str

    def variables(self) -> dict[str, str]:
        """The marker variables of this environment (CPython, not PyPy)."""
        return {
            "extra": "",
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "os_name": "nt" if self.system == "win32" else "posix",
            "platform_python_implementation": "CPython",
            "platform_system": {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}[self.system],
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": self.system,
        }


ENVIRONMENTS = tuple(itertools.starmap(Environment, itertools.product(PYTHONS, SYSTEMS)))


@dataclass(frozen=True, slots=True)
class Release:
    """A locked version of a distribution and what it depends on."""

    name: str
    version: str
    requires: tuple[str, ...]


def wanted(project: Mapping[str, Any]) -> list[str]:
    """Everything that pyproject.toml asks for: to build, to run, and in its extras."""
    table = project["project"]
    extras = itertools.chain.from_iterable(table.get("optional-dependencies", {}).values())
    return sorted({*project["build-system"]["requires"], *table["dependencies"], *extras})


def resolve(requirements: Iterable[str]) -> dict[str, Release]:
    """What pip would install into an empty environment of this Python, by canonical name."""
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet", "--report", "-"]
    ran = subprocess.run(
        [*command, "--only-binary", ":all:", *requirements], stdout=subprocess.PIPE, text=True, check=True
    )
    releases = {}
    for item in json.loads(ran.stdout)["install"]:
        data = item["metadata"]
        name = str(canonicalize_name(data["name"]))
        releases[name] = Release(name, data["version"], tuple(data.get("requires_dist", ())))
    return releases


def applicable(requirements: Iterable[str], environment: Environment) -> Iterator[str]:
    """Canonical names of the requirements whose marker holds in the environment."""
    variables = environment.variables()
    for text in requirements:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate(variables):
            yield str(canonicalize_name(requirement.name))


def closure(roots: Iterable[str], releases: Mapping[str, Release], environment: Environment) -> set[str]:
    """Canonical names of all that the roots need in the environment; unresolved ones are named, not followed."""
    reached: set[str] = set()
    waiting = list(applicable(roots, environment))
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            release = releases.get(name)
            waiting.extend(applicable(release.requires, environment) if release else ())
    return reached


def resolve_everywhere(roots: list[str]) -> tuple[dict[str, Release], dict[str, set[Environment]]]:
    """Releases for all environments, and the environments in which each is needed."""
    asked = list(roots)
    while True:
        releases = resolve(asked)
        needed: dict[str, set[Environment]] = {}
        for environment in ENVIRONMENTS:
            for name in closure(roots, releases, environment):
                needed.setdefault(name, set()).add(environment)
        missing = sorted(needed.keys() - releases.keys())
        if not missing:
            return releases, needed
        asked.extend(missing)


def marker(needed: set[Environment]) -> str:
    """The shortest marker that holds exactly in the given environments; empty where it holds in all."""
    systems = [system for system in SYSTEMS if any(place.system == system for place in needed)]
    pythons = [python for python in PYTHONS if any(place.python == python for place in needed)]
    if len(needed) != len(systems) * len(pythons):
        raise ValueError(f"no simple marker for {sorted((place.python, place.system) for place in needed)}")
    parts = []
    if len(systems) < len(SYSTEMS):
        parts.append(" or ".join(f"sys_platform == '{system}'" for system in systems))
    if len(pythons) < len(PYTHONS):
        parts.append(" or ".join(f"python_version == '{python}'" for python in pythons))
    return " and ".join(f"({part})" if " or " in part and len(parts) > 1 else part for part in parts)


def index_address() -> str:
    """The package index that pip is configured for, or its own default."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], stdout=subprocess.PIPE, text=True, check=True
    )
    configured = re.findall(r"^[^=]*\.index.url='([^']+)'$", listed.stdout, re.MULTILINE)
    if configured:
        return str(configured[-1])
    described = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--help"], stdout=subprocess.PIPE, text=True, check=True
    )
    default = re.search(r"--index.url\b.*?\(default\s+(\S+?)\)", described.stdout, re.DOTALL)
    if default is None:
        raise LookupError("pip does not say which index it uses")
    return default[1]


def serves(wheel: str) -> bool:
    """Whether a wheel's tags fit CPython 3.11 to 3.14."""
    tags = parse_wheel_filename(wheel)[3]
    own = {f"cp{python.replace('.', '')}" for python in PYTHONS}
    return any(
        tag.interpreter in own or tag.interpreter == "py3" or (tag.interpreter.startswith("cp3") and tag.abi == "abi3")
        for tag in tags
    )


class AnchorReader(HTMLParser):
    """Collects file name and sha256 from the links of an index page (PEP 503)."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes one link; a yanked file is left out."""
        values = dict(attrs)
        address, _, fragment = (values.get("href") or "").partition("#")
        if tag == "a" and fragment.startswith("sha256=") and "data-yanked" not in values:
            self.files.append((unquote(address.rpartition("/")[2]), fragment.removeprefix("sha256=")))


def index_files(index: str, name: str) -> list[tuple[str, str]]:
    """File name and sha256 of all that the index holds of a project, from its JSON (PEP 691) or HTML (PEP 503) page."""
    request = urllib.request.Request(
        f"{index.rstrip('/')}/{name}/",
        headers={"Accept": "application/vnd.pypi.simple.v1+json, text/html;q=0.1"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        page = answer.read().decode("utf-8")
        if answer.headers.get_content_type().endswith("json"):
            files = [file for file in json.loads(page)["files"] if not file.get("yanked")]
            return [(file["filename"], file["hashes"]["sha256"]) for file in files]
    reader = AnchorReader()
    reader.feed(page)
    return reader.files


def hashes(index: str, release: Release) -> list[str]:
    """The sha256 of every wheel of the release that serves, in order."""
    wheels = [file for file in index_files(index, release.name) if file[0].endswith(".whl")]
    found = {
        value
        for wheel, value in wheels
        if str(parse_wheel_filename(wheel)[1]) == release.version and serves(wheel)
    }
    if not found:
        raise LookupError(f"no wheel of {release.name} {release.version} in the index")
    return sorted(found)


def entry(release: Release, needed: set[Environment], sums: Iterable[str]) -> str:
    """The lines of one release in the lock file."""
    condition = marker(needed)
    head = f"{release.name}=={release.version}" + (f" ; {condition}" if condition else "")
    return " \\\n".join([head, *(f"    --hash=sha256:{value}" for value in sums)]) + "\n"


def lock_text() -> str:
    """The whole lock file."""
    project = tomllib.loads(PROJECT_FILE.read_text(encoding="utf-8"))
    releases, needed = resolve_everywhere(wanted(project))
    index = index_address()
    return HEADER + "".join(
        entry(releases[name], needed[name], hashes(index, releases[name])) for name in sorted(needed)
    )


def main(arguments: list[str]) -> int:
    """Writes the lock file, or with --check compares it."""
    if f"{sys.version_info[0]}.{sys.version_info[1]}" != PYTHONS[0]:
        print(f"Run this with Python {PYTHONS[0]}: what it can install, the later ones can too.", file=sys.stderr)
        return 2
    text = lock_text()
    if arguments == ["--check"]:
        return 0 if LOCK_FILE.read_text(encoding="utf-8") == text else 1
    LOCK_FILE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
