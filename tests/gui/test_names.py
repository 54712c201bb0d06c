"""Whatever the Tab key reaches says what it is, so that a screen reader can."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.window import MainWindow

Open = Callable[..., MainWindow]


def unnamed(root: QWidget) -> Iterator[str]:
    """The widgets that the Tab key reaches and that have no name."""
    for widget in root.findChildren(QWidget):
        inside = isinstance(widget.parent(), QAbstractSpinBox)  # Qt asks the box itself for the name
        if widget.isVisible() and not inside and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            told = QAccessible.queryAccessibleInterface(widget)
            if not told.text(QAccessible.Text.Name):
                yield f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"


def test_all_of_the_window_is_named(open_window: Open, article: Path) -> None:
    window = open_window(article)
    window.session.select((window.session.events[0].id,))
    assert window.completion is not None
    window.completion.docks.docks["decisions"].show()
    assert list(unnamed(window)) == []


@pytest.mark.parametrize("verb", ["export", "edit", "properties", "go_to_date", "keys"])
def test_all_of_a_dialog_is_named(open_window: Open, article: Path, verb: str, qtbot: QtBot) -> None:
    window = open_window(article)
    window.session.select((window.session.events[0].id,))
    window.commands[verb].trigger()
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QDialog)), timeout=10_000)
    for dialog in window.findChildren(QDialog):
        assert list(unnamed(dialog)) == []
        dialog.close()
