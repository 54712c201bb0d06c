"""The list of decisions: what was done, when, and what was taken back."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.decisions import DecisionsLog
from dateline.model.events import ReviewState
from dateline.session.session import Session


@pytest.fixture
def log(qtbot: QtBot, story: Session, appearance: Appearance) -> DecisionsLog:
    log = DecisionsLog(story, appearance)
    qtbot.addWidget(log)
    log.resize(420, 240)
    log.show()
    return log


def test_nothing_was_decided_yet(log: DecisionsLog) -> None:
    assert log.count.text() == "Nothing was decided yet."
    assert not log.copy_button.isEnabled()


def test_the_last_decision_stands_on_top_with_its_time(log: DecisionsLog, story: Session) -> None:
    story.review(("met",), ReviewState.ACCEPTED)
    story.edit("strike", title="Long strike")
    words = [log.rows.index(row, 1).data() for row in range(2)]
    assert words == ["Rename “Strike”", "Accept “Council meets the union”"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", log.rows.index(0, 0).data())
    assert log.count.text() == "2 decisions"


def test_what_was_undone_is_struck_through(log: DecisionsLog, story: Session) -> None:
    story.review(("met",), ReviewState.ACCEPTED)
    story.undo()
    font = log.rows.index(0, 1).data(Qt.ItemDataRole.FontRole)
    assert isinstance(font, QFont)
    assert font.strikeOut()
    assert log.rows.index(0, 1).data() == "Accept “Council meets the union” (undone)"
    assert log.count.text() == "1 decision, 1 undone"
    story.redo()
    assert log.rows.index(0, 1).data(Qt.ItemDataRole.FontRole) is None


def test_a_click_selects_what_it_was_about(log: DecisionsLog, story: Session) -> None:
    story.review(("met", "office"), ReviewState.ACCEPTED)
    story.select(())
    at = log.table.visualRect(log.rows.index(0, 1)).center()
    QTest.mouseClick(log.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert set(story.selection.ids) == {"met", "office"}


def test_it_is_copied_as_text_oldest_first(log: DecisionsLog, story: Session) -> None:
    story.review(("met",), ReviewState.ACCEPTED)
    story.review(("office",), ReviewState.REJECTED)
    QTest.mouseClick(log.copy_button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[1:] for line in lines] == [
        ["Accept “Council meets the union”", "Council meets the union"],
        ["Reject “Port office created”", "Port office created"],
    ]
