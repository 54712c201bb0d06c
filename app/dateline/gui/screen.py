"""Whether there is a screen to open a window on: asked before Qt is, which ends the process where there is none."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_SOCKETS: Final = Path("/proc/net/unix")
_LOCAL_DISPLAY: Final = re.compile(r"^(?:unix)?:(\d+)(?:\.\d+)?$")


def has_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether Qt will find a screen; on Linux a display must be named, and a local X display must answer."""
    if platform in {"win32", "darwin", "cygwin"} or environment.get("QT_QPA_PLATFORM"):
        return True
    if environment.get("WAYLAND_DISPLAY"):
        return True
    display = environment.get("DISPLAY", "")
    local = _LOCAL_DISPLAY.match(display)
    return _answers(int(local[1])) if local else bool(display)


def _answers(number: int) -> bool:
    """Whether an X server listens for a local display, by the kernel's list of sockets; yes where there is none."""
    if not _SOCKETS.is_file():
        return True
    address = f"/tmp/.X11-unix/X{number}"
    return any(line.split()[-1].lstrip("@") == address for line in _SOCKETS.read_text(errors="replace").splitlines())
