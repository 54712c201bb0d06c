"""A real pointer on the tests' screen: X events by xdotool, which reach the window as those of a hand do."""

import shutil
import subprocess

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

ACTIVE_MS = 30_000


class Pointer:
    """Moves and clicks in global pixels of the screen."""

    def __init__(self) -> None:
        if shutil.which("xdotool") is None:
            pytest.fail("xdotool is missing; `python3 packaging/bootstrap.py test` installs it", pytrace=False)

    def move(self, widget: QWidget, at: QPointF | QPoint) -> None:
        """Move to a point of a widget."""
        point = widget.mapToGlobal(at if isinstance(at, QPoint) else at.toPoint())
        self._do("mousemove", str(point.x()), str(point.y()))

    def click(self, widget: QWidget, at: QPointF | QPoint, button: int = 1) -> None:
        """Click on a point of a widget."""
        self.move(widget, at)
        self._do("click", str(button))

    def wheel(self, widget: QWidget, at: QPointF | QPoint, clicks: int) -> None:
        """Turn the wheel over a point of a widget; positive turns away from the hand."""
        self.move(widget, at)
        self._do("click", "--repeat", str(abs(clicks)), "--delay", "20", "4" if clicks > 0 else "5")

    def drag(self, source: QWidget, start: QPoint, target: QWidget, end: QPoint) -> "subprocess.Popen[bytes]":
        """Drag from a point of a widget to one of another, in steps; it goes on while the program answers. Wait for
        what is returned when the program has answered.
        """
        first, last = source.mapToGlobal(start), target.mapToGlobal(end)
        steps = [first + (last - first) * share for share in (0.05, 0.1, 0.3, 0.6, 0.9, 0.98, 1.0)]
        words = ["mousemove", str(first.x()), str(first.y()), "mousedown", "1", "sleep", "0.15"]
        for step in steps:
            words += ["mousemove", str(step.x()), str(step.y()), "sleep", "0.08"]
        return subprocess.Popen(["xdotool", *words, "sleep", "0.2", "mouseup", "1"])

    def key(self, keys: str) -> None:
        """Press keys, as xdotool names them."""
        self._do("key", keys)

    def type(self, words: str) -> None:
        """Type words."""
        self._do("type", "--delay", "5", words)

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], check=True, capture_output=True)


def make_active(qtbot: QtBot, widget: QWidget) -> None:
    """Show a window and wait until the keys reach it; only then does it hear of its focus.

    No window manager gives the focus back when the window of the test before goes, so it is asked for until it is
    there.
    """
    with qtbot.waitExposed(widget, timeout=ACTIVE_MS):
        widget.show()

    def is_active() -> bool:
        if not widget.isActiveWindow():
            widget.activateWindow()
        return widget.isActiveWindow()

    qtbot.waitUntil(is_active, timeout=ACTIVE_MS)
