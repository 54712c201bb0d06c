"""What tests/conftest.py promises to tests of windows: a screen of their own, on which a window can be active."""

import os
import sys

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from screen import HEIGHT_PX, WIDTH_PX

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the desktop itself is used")


def test_the_screen_is_virtual_and_of_known_size(qapp: QApplication, screen: str) -> None:
    size = QApplication.primaryScreen().size()
    assert (size.width(), size.height()) == (WIDTH_PX, HEIGHT_PX)
    assert qapp.platformName() == "xcb"
    assert os.environ["DISPLAY"] == screen


def test_a_window_becomes_active_without_a_window_manager(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert window.isActiveWindow()
