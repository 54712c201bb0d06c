"""Makes `.venv`: an environment of its own with the locked packages and the project in it.

Two steps of pip: what the lock file names, by hash, then the project alone, built with what the first step installed.
A stamp tells on the next call that nothing has to be done. It knows nothing of the system's libraries.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from setting_up import stops

FREE_BYTES = 900_000_000  # 480 MB of packages, 160 MB of wheels while they are unpacked, as much again in pip's cache
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
INDEX = "The index of Python packages"


def interpreter(root: Path) -> Path:
    """The Python of the environment."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp(root: Path) -> str:
    """What an environment is made from; where it lies counts too, since its scripts hold their own path."""
    digest = hashlib.sha256(f"{PYTHON}\n{sys.platform}\n{root}\n".encode())
    for name in ("packaging/requirements.lock", "pyproject.toml", "app/dateline/version.py"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def serves(root: Path) -> bool:
    """Whether there is an environment of the same Python 3.x with pip in it: making it may have been interrupted."""
    try:
        settings = (root / ".venv" / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    same = re.search(rf"^version\s*=\s*{re.escape(PYTHON)}\.", settings, re.MULTILINE) is not None
    packages = "Lib/site-packages" if os.name == "nt" else f"lib/python{PYTHON}/site-packages"
    return same and interpreter(root).exists() and (root / ".venv" / packages / "pip" / "__main__.py").exists()


def pip_environment() -> dict[str, str]:
    """The variables for pip: those of the person, who may need a proxy or an index, but what leads out of the venv."""
    dropped = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_HASHES"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PYTHONUTF8": "1"}


def progress(lines: Iterator[str]) -> str:
    """Shows what pip fetches while it does; returns all that it printed."""
    printed = []
    for line in lines:
        printed.append(line)
        if found := re.match(r"\s*(?:Downloading|Using cached) (\S+\.whl) (\(.*\))", line):
            print(f"  {found[1].rpartition('/')[2].split('-py')[0].split('-cp')[0]} {found[2]}", flush=True)
        elif line.startswith("Installing collected packages") and "," in line:
            print("  unpacking", flush=True)
    return "".join(printed)


def pip(root: Path, *arguments: str) -> None:
    """Runs pip of the environment; stops with one sentence if it fails."""
    command = [str(interpreter(root)), "-m", "pip", "install", "--progress-bar", "off", *arguments]
    with subprocess.Popen(
        command,
        cwd=root,
        env=pip_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        output = progress(iter(process.stdout))
    if process.returncode != 0:
        raise pip_failure(output, root)


def pip_failure(output: str, root: Path) -> stops.Stop:
    """The sentence for what pip printed."""
    if "DO NOT MATCH THE HASHES" in output:
        return stops.Stop(
            "A package is not the one that packaging/requirements.lock names: it was damaged on its way, or the index"
            " in use serves another; run `pip cache purge` and the same command again."
        )
    if outside := stops.of_output(output, INDEX, root):
        return outside
    if absent := re.search(r"No matching distribution found for (\S+)", output):
        return stops.Stop(
            f"There is no package {absent[1]} for Python {PYTHON} on this system: use another of 3.11 to 3.14, or"
            " a newer system."
        )
    errors = [line for line in output.splitlines() if line.strip()]
    named = [line for line in errors if line.startswith("ERROR:")] or errors or ["pip said nothing"]
    return stops.Stop(f"pip could not install what is needed: {named[-1].removeprefix('ERROR:').strip()}")


def make(root: Path) -> None:
    """Makes an empty environment in place of whatever was there."""
    if shutil.disk_usage(root).free < FREE_BYTES:
        raise stops.disk_full(root)
    command = [sys.executable, "-m", "venv", "--clear", str(root / ".venv")]
    ran = subprocess.run(
        command,
        check=False,
        env=pip_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if ran.returncode != 0:
        raise stops.of_output(ran.stdout, INDEX, root) or stops.Stop(
            "This Python cannot make an environment: install its venv module (on Debian and Ubuntu the package"
            f" python3-venv) or use another Python; it said: {' '.join(ran.stdout.split())[-200:]}"
        )


def prepare(root: Path) -> Path:
    """Makes the environment where it is missing or out of date, and returns its Python."""
    written = root / ".venv" / "dateline-stamp"
    wanted = stamp(root)
    if written.is_file() and interpreter(root).exists() and written.read_text(encoding="utf-8") == wanted:
        return interpreter(root)
    try:
        if not serves(root):
            print("Making .venv", flush=True)
            make(root)
        written.unlink(missing_ok=True)
        print("Installing the locked packages (about 160 MB the first time)", flush=True)
        pip(root, "--require-hashes", "--only-binary", ":all:", "-r", str(root / "packaging" / "requirements.lock"))
        print("Installing Dateline", flush=True)
        pip(root, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(root))
        written.write_text(wanted, encoding="utf-8")
    except OSError as error:
        raise stops.of_os_error(error, root) from error
    return interpreter(root)
