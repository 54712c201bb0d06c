"""Whether Qt can open a window here, asked in a child process: where Qt finds no platform it aborts. Nothing else."""

import os
import subprocess
import sys
from pathlib import Path

PROBE = "import sys; from PySide6.QtGui import QGuiApplication; QGuiApplication(sys.argv)"
PROBE_SECONDS = 30


def named() -> bool:
    """Whether the environment names a screen; Windows and macOS need no name."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def opens_windows(python: Path) -> bool:
    """Whether Qt starts with the platform that it would choose."""
    if not named():
        return False
    try:
        status = subprocess.call(
            [str(python), "-c", PROBE],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PROBE_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return False
    return status == 0
