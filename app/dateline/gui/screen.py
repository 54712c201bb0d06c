"""Whether there is a screen to open a window on: asked before Qt is, which ends the process where there is none."""

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

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
    """Whether the X server of a local display takes connections, at its abstract socket or its file."""
    path = Path("/tmp/.X11-unix") / f"X{number}"
    for address in (f"\0{path}", str(path)):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            try:
                connection.connect(address)
            except OSError:
                continue
            return True
    return False
