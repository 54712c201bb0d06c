"""The tray of events without a usable date, and how they get one."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.tray import UndatedTray
from dateline.gui.trayrows import MIME_TYPE, drag_data, dragged_ids
from dateline.model.events import ReviewState
from dateline.model.filters import EventFilter
from dateline.session.changes import Place
from dateline.session.session import Session
from panel_story import EVENTS
from pointer import make_active


@pytest.fixture
def tray(qtbot: QtBot, story: Session, appearance: Appearance) -> UndatedTray:
    tray = UndatedTray(story, appearance)
    qtbot.addWidget(tray)
    tray.resize(400, 220)
    make_active(qtbot, tray)
    return tray


def names(tray: UndatedTray) -> list[str]:
    return [str(tray.rows.index(row).data()) for row in range(tray.rows.rowCount())]


def test_it_holds_what_has_no_usable_date(tray: UndatedTray) -> None:
    assert names(tray) == ["Report warns", "Nothing happens"]
    told = [tray.rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert told == ["Report warns, by 12 Mar 2021", "Nothing happens, no date"]
    assert tray.head.text().startswith("Undated (2) — ")


def test_the_header_tells_a_bound_that_all_have(tray: UndatedTray, story: Session) -> None:
    story.set_filter(EventFilter(words="warned"))
    assert tray.head.text().startswith("Undated (1), by 12 Mar 2021 — ")
    story.set_filter(EventFilter(words="strike"))
    assert tray.head.text() == "Undated (0): all have a date"
    story.set_filter(EventFilter(words="nowhere"))
    assert tray.head.text() == "Undated (0)"


def test_a_click_selects_and_enter_shows_the_words(qtbot: QtBot, tray: UndatedTray, story: Session) -> None:
    at = tray.list.visualRect(tray.rows.index(0)).center()
    QTest.mouseClick(tray.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert story.selection.ids == ("report",)
    with qtbot.waitSignal(story.pointed) as told:
        QTest.keyClick(tray.list, Qt.Key.Key_Return)
    excerpt = EVENTS[4].excerpts[0]
    assert told.args == [Place(excerpt.document, excerpt.anchor.span)]


def test_a_date_is_typed_for_the_selected_event_and_the_next_one_comes(tray: UndatedTray, story: Session) -> None:
    assert not tray.date.isVisible()
    story.select(("report",))
    assert tray.date.isVisible()
    tray.list.setFocus()
    QTest.keyClicks(tray.list, "1")
    assert tray.date.line.hasFocus()
    QTest.keyClicks(tray.date.line, "998")
    QTest.keyClick(tray.date.line, Qt.Key.Key_Return)
    event = story.event("report")
    assert event is not None
    assert event.time is not None
    assert (event.time.edtf, event.on_timeline) == ("1998", True)
    assert names(tray) == ["Nothing happens"]
    assert story.selection.ids == ("nothing",)
    assert tray.date.text() == ""
    assert tray.list.hasFocus()
    story.undo()
    assert len(names(tray)) == 2


def test_a_date_that_is_none_changes_nothing(tray: UndatedTray, story: Session) -> None:
    story.select(("report",))
    tray.date.line.setFocus()
    QTest.keyClicks(tray.date.line, "blue")
    QTest.keyClick(tray.date.line, Qt.Key.Key_Return)
    assert story.event("report") == EVENTS[4]


def test_relative_words_are_counted_from_the_document_of_the_event(tray: UndatedTray, story: Session) -> None:
    story.select(("report",))
    tray.date.line.setFocus()
    QTest.keyClicks(tray.date.line, "yesterday")
    QTest.keyClick(tray.date.line, Qt.Key.Key_Return)
    event = story.event("report")
    assert event is not None
    assert event.time is not None
    assert event.time.edtf == "2021-03-11"


def test_the_selection_is_shared(tray: UndatedTray, story: Session) -> None:
    story.select(("nothing",))
    assert [index.row() for index in tray.list.selectionModel().selectedIndexes()] == [1]
    story.select(("met",))
    assert not tray.list.selectionModel().selectedIndexes()
    assert story.selection.ids == ("met",)


def test_what_is_dragged_carries_the_ids(tray: UndatedTray) -> None:
    data = tray.rows.mimeData([tray.rows.index(0), tray.rows.index(1)])
    assert data.hasFormat("application/x-dateline-event")
    assert dragged_ids(data) == ("report", "nothing")
    assert tray.rows.flags(tray.rows.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert dragged_ids(QMimeData()) == ()
    assert drag_data(["a"]).formats() == [MIME_TYPE]


def test_without_events_it_needs_one_line(tray: UndatedTray, story: Session, qtbot: QtBot) -> None:
    assert tray.maximumHeight() > 10_000
    for event in list(tray.rows.events):
        story.review((event.id,), ReviewState.REJECTED)
    qtbot.waitUntil(lambda: not tray.rows.events)
    assert tray.maximumHeight() <= 3 * tray.fontMetrics().lineSpacing()
    story.undo()
    assert tray.maximumHeight() > 10_000
