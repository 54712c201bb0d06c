"""The search field in the room that a window leaves it."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dateline.gui.toolbar import SearchField


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    return field


def test_the_hint_is_never_cut(field: SearchField) -> None:
    hints = []
    for width_px in (500, 180, 70):
        field.resize(width_px, 30)
        hints.append(field.placeholderText())
        assert field.fontMetrics().horizontalAdvance(hints[-1]) < width_px
    assert hints == ["Search events and excerpts  Ctrl+F", "Search  Ctrl+F", "Search"]


def test_the_count_stays_at_the_right_end(field: SearchField) -> None:
    field.resize(300, 30)
    field.setText("dam")
    field.show_matches(1, 12)
    count = field.findChild(QLabel)
    assert isinstance(count, QLabel)
    for width_px in (420, 260):
        field.resize(width_px, 30)
        assert width_px - 20 < count.geometry().right() < width_px
