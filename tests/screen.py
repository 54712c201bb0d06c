"""An X server of the tests' own: they run alike with and without a screen, and never disturb the person's desktop."""

import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

WIDTH_PX, HEIGHT_PX = 1600, 1000
START_SECONDS = 30.0


class NoScreen(Exception):
    """The X server is not installed, or does not start."""


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Runs Xvfb on a display that is free, and gives its name (`:99`)."""
    program = shutil.which("Xvfb")
    if program is None:
        raise NoScreen("Xvfb is missing; `python3 packaging/bootstrap.py test` installs it")
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", f"{WIDTH_PX}x{HEIGHT_PX}x24", "-dpi", "96"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        yield f":{_announced(reading)}"
    finally:
        os.close(reading)
        server.terminate()
        server.wait(START_SECONDS)


def _announced(reading: int) -> int:
    """The display number that the server writes, ended by a newline, once it accepts clients."""
    written = b""
    while not written.endswith(b"\n"):
        ready, _, _ = select.select([reading], [], [], START_SECONDS)
        part = os.read(reading, 16) if ready else b""
        if not part:
            raise NoScreen(f"Xvfb did not start within {START_SECONDS:g} s")
        written += part
    return int(written)
