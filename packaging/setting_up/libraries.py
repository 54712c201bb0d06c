"""What Qt and the tests need from a Linux system, found by loading it, and installed where that is possible.

Asking the package manager would tell what it installed, not what can be loaded, and each system asks differently.
It knows Debian's names of packages and nothing of Python packages.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from setting_up import stops

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
TEST_TOOLS = {"Xvfb": "xvfb", "xauth": "xauth", "xdotool": "xdotool", "convert": "imagemagick"}
FONT = "fonts-inter"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
PACKAGE_LISTS = Path("/var/lib/apt/lists")


class FontSet(ctypes.Structure):
    """FcFontSet of fontconfig.h, as far as its first member: how many fonts there are."""

    _fields_ = (("count", ctypes.c_int),)


def loads(soname: str) -> bool:
    """Whether the dynamic linker finds the library and all that it needs."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def fontconfig_knows_a_font() -> bool:
    """Whether fontconfig lists any font; where it is not installed yet, whether there is a font file it would find."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
        return any(path.suffix in {".ttf", ".otf"} for folder in folders for path in folder.rglob("*.?tf"))
    fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(FontSet)
    fontconfig.FcConfigGetFonts.argtypes = (ctypes.c_void_p, ctypes.c_int)
    fonts = [fontconfig.FcConfigGetFonts(None, kind) for kind in (0, 1)]  # FcSetSystem, FcSetApplication
    return any(found and found.contents.count > 0 for found in fonts)


def venv_package() -> str:
    """Debian's package of the venv module for this Python: its own for the system's default, else the numbered one."""
    default = Path("/usr/bin/python3").resolve().name
    own = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return "python3-venv" if default == own else f"{own}-venv"


def can_make_environments() -> bool:
    """Whether this Python has venv and the pip that goes into it (Debian ships both apart)."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def missing_packages(*, for_tests: bool) -> list[str]:
    """Debian's names of what this system lacks."""
    found = [package for soname, package in LIBRARIES.items() if not loads(soname)]
    if not fontconfig_knows_a_font():
        found.append(FONT)
    if for_tests:
        found.extend(package for tool, package in TEST_TOOLS.items() if shutil.which(tool) is None)
    if not can_make_environments():
        found.insert(0, venv_package())
    return found


def has_apt() -> bool:
    """Whether this is Debian, Ubuntu or one of their kin."""
    return shutil.which("apt-get") is not None and Path("/etc/debian_version").exists()


def apt(*arguments: str) -> str | None:
    """Runs apt-get without questions; None if it went well, else what it printed."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *arguments]
    ran = subprocess.run(
        command,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    return None if ran.returncode == 0 else ran.stdout


def install(packages: Iterable[str]) -> None:
    """Installs Debian packages as root; their lists are fetched when there are none or they are out of date."""
    install_them = ("install", "-y", "--no-install-recommends", *packages)
    failure: str | None = "no lists"
    if any(PACKAGE_LISTS.glob("*_Packages*")):
        failure = apt(*install_them)
    if failure is not None:
        failure = apt("update") or apt(*install_them)
    if failure is not None:
        last = [line for line in failure.splitlines() if line.startswith("E:")][-1:] or failure.splitlines()[-1:]
        raise stops.of_output(failure, "The server of the system's packages", PACKAGE_LISTS) or stops.Stop(
            f"apt-get could not install {' '.join(packages)}: {' '.join(last)}"
        )


def provide(*, for_tests: bool) -> None:
    """Sees to it that the system has what is needed, or stops with the one line that installs it."""
    packages = missing_packages(for_tests=for_tests) if sys.platform.startswith("linux") else []
    if not packages:
        return
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if not has_apt():
        raise stops.Stop(
            f"Some of the system's libraries or programs are missing; Debian calls their packages {' '.join(packages)}:"
            " install what your system calls them, and run the same command again."
        )
    if os.geteuid() != 0:
        raise stops.Stop(f"Some of the system's packages are missing; install them with\n\n    sudo {line}\n")
    print(f"Installing from the system's packages: {' '.join(packages)}", flush=True)
    install(packages)
    if remaining := missing_packages(for_tests=for_tests):
        raise stops.Stop(f"These packages were installed, but what they hold cannot be loaded: {' '.join(remaining)}.")
