"""The window: what it says, where it leads, and that nothing is lost when something goes wrong."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from dateline.errors import UserError
from dateline.gui.app import ErrorHook
from dateline.gui.appearance import ThemeChoice
from dateline.gui.chips import ChipsBar
from dateline.gui.completion import Completion
from dateline.gui.shrinking import ElidedLabel
from dateline.gui.statusbar import Tally
from dateline.gui.views import VIEWS
from dateline.gui.window import MainWindow
from dateline.model.dates import instant
from dateline.model.events import ReviewState
from dateline.model.filters import Choice, EventFilter, Facet
from dateline.scene.lanes import LaneBy
from pointer import Pointer

Open = Callable[..., MainWindow]
EventOf = Callable[[MainWindow, str], str]
LEFT = Qt.MouseButton.LeftButton


def completion_of(window: MainWindow) -> Completion:
    assert window.completion is not None
    return window.completion


def read_one_more(window: MainWindow, qtbot: QtBot, begin: Callable[[], object]) -> None:
    """Begin something that is read in the background, and wait for its end."""
    with qtbot.waitSignal(window.session.jobs.finished, timeout=30_000):
        begin()


def test_the_parts_of_a_tally_add_up() -> None:
    tally = Tally(3, 2, 1, 4, 5)
    assert tally.all == 15
    assert tally.words() == "in view 3 + in clusters 2 + outside 1 + filtered out 4 + undated 5 = all 15"


def test_the_status_bar_adds_up_in_every_view(open_window: Open, article: Path) -> None:
    window = open_window(article)
    session, canvas = window.session, window.canvas
    total = len(session.events)
    for change in (
        canvas.verbs.fit_all,
        lambda: canvas.verbs.show_span(86_400),
        lambda: session.review([session.events[0].id], ReviewState.REJECTED),
        canvas.verbs.page_back,
        lambda: session.set_filter(EventFilter(words="ministers", dim=True)),
        lambda: canvas.rearrange(canvas.sight.arrangement.with_lane_toggled(canvas.sight.content.lane_keys[0])),
        lambda: completion_of(window).views._show_open(shown=True),
    ):
        change()
        words = window.status.text.text
        assert f"= all {total}" in words, words
        numbers = [int(part.split()[-1]) for part in words.split("in view")[1].split("=")[0].split("+")]
        assert sum(numbers) == total, words


def test_all_panels_of_views_are_there_and_can_be_closed_and_restored(open_window: Open, article: Path) -> None:
    window = open_window(article)
    docks = completion_of(window).docks
    assert [name for name, dock in docks.docks.items() if dock.isVisible()] == [v.name for v in VIEWS if v.shown]
    panels = window.commands.submenus["panels"].actions()
    assert [action.text() for action in panels] == [view.title for view in VIEWS]
    docks.docks["table"].close()
    assert not docks.docks["table"].isVisible()
    window.commands["reset_panels"].trigger()
    assert docks.docks["table"].isVisible()


def test_the_full_list_takes_the_height_and_gives_it_back(open_window: Open, article: Path, qtbot: QtBot) -> None:
    window = open_window(article)
    table = completion_of(window).docks.docks["table"]
    before = table.height()
    window.commands["full_list"].trigger()
    qtbot.waitUntil(lambda: table.height() > window.height() * 0.5)
    window.commands["full_list"].trigger()
    qtbot.waitUntil(lambda: abs(table.height() - before) <= 4)


def test_layout_view_and_lanes_are_there_again(open_window: Open, article: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(article)
    window.session.save_as(tmp_path / "kept.dateline")
    completion_of(window).docks.docks["filters"].close()
    completion_of(window).views._choose_lanes(LaneBy.KIND)
    window.canvas.verbs.show_range(1_500_000_000, 1_600_000_000)
    shown = window.canvas.scale.range_seconds
    window.canvas._memory._soon.timeout.emit()
    window.close()

    again = open_window(tmp_path / "kept.dateline")
    assert not completion_of(again).docks.docks["filters"].isVisible()
    assert again.canvas.sight.arrangement.lane_by is LaneBy.KIND
    middle = sum(again.canvas.scale.range_seconds) / 2
    assert abs(middle - sum(shown) / 2) < (shown[1] - shown[0]) * 0.2


def test_without_anything_the_start_page_leads_to_the_example(
    open_window: Open, pointer: Pointer, qtbot: QtBot
) -> None:
    window = open_window()
    assert window.shows_start_page
    assert not any(dock.isVisible() for dock in completion_of(window).docks.docks.values())
    button = window.start_page.findChild(QPushButton, "start-example")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(window.canvas.filled, timeout=30_000):
        pointer.click(button, button.rect().center())
    assert window.centre.isVisible()
    assert len(window.canvas.scene.visible_ids()) >= 3
    assert all(dock.isVisible() for name, dock in completion_of(window).docks.docks.items() if name != "decisions")


def test_recent_projects_are_offered(open_window: Open, article: Path, tmp_path: Path) -> None:
    window = open_window(article)
    window.session.save_as(tmp_path / "valley.dateline")
    window.close()
    again = open_window()
    texts = [button.text() for button in again.start_page.findChildren(QPushButton)]
    assert any(text.startswith("valley") for text in texts)


def test_text_on_the_clipboard_becomes_a_document(open_window: Open, article: Path, qtbot: QtBot) -> None:
    window = open_window(article)
    QGuiApplication.clipboard().setText("On 5 May 2003 the bridge was opened. Published 6 May 2003.")
    window.canvas.setFocus()
    read_one_more(
        window, qtbot, lambda: QTest.keyClick(window.canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    )
    assert len(window.session.project.document) == 2


def test_ctrl_v_in_a_field_pastes_there(open_window: Open, article: Path) -> None:
    window = open_window(article)
    QGuiApplication.clipboard().setText("ministers")
    field = window.toolbar.search_field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "ministers"
    assert len(window.session.project.document) == 1


def test_dropped_files_are_added(open_window: Open, article: Path, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_window(article)
    other = tmp_path / "other.txt"
    other.write_text("1 June 2005\n\nThe road was closed on 30 May 2005.\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    read_one_more(window, qtbot, lambda: window.dropEvent(event))
    assert event.isAccepted()
    assert {document.name for document in window.session.project.document.values()} == {article.name, other.name}


def test_what_cannot_be_read_is_told_and_nothing_is_lost(
    open_window: Open, article: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(article)
    events = window.session.events
    read_one_more(window, qtbot, lambda: window.session.add_documents([tmp_path / "missing.txt"]))
    bar = window.centre.messages
    assert bar.isVisible()
    assert "missing.txt" in bar.text
    assert window.session.events == events
    bar.clear()
    assert not bar.isVisible()


def test_a_file_that_cannot_be_read_leads_back_to_the_start_page(open_window: Open, tmp_path: Path) -> None:
    window = open_window(tmp_path / "missing.txt")
    assert window.shows_start_page
    assert "missing.txt" in window.start_page.messages.text


def test_a_document_without_a_date_is_asked_for_it_and_can_go_without(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("The council met last week. It will meet again tomorrow.\n", encoding="utf-8")
    window = open_window(path)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(QDialog)))
    dialog = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    dialog.reject()
    assert len(window.session.project.document) == 1


@pytest.fixture
def hook(open_window: Open, article: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[ErrorHook, MainWindow]:
    window = open_window(article)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_args: None)
    return ErrorHook(window), window


def test_a_bug_is_reported_once_with_a_text_to_copy(hook: tuple[ErrorHook, MainWindow], qtbot: QtBot) -> None:
    take, window = hook[0].take, hook[1]
    for number in range(3):
        error = RuntimeError(f"a test's own bug {number}")
        take(RuntimeError, error, None)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "report-dialog") is not None)
    dialogs = [dialog for dialog in window.findChildren(QDialog, "report-dialog") if dialog.isVisible()]
    assert len(dialogs) == 1
    text = dialogs[0].findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    assert "a test's own bug 0" in text.toPlainText()
    assert "Dateline" in text.toPlainText()
    dialogs[0].accept()


def test_a_users_error_that_nobody_caught_goes_to_the_message_bar(
    hook: tuple[ErrorHook, MainWindow], qtbot: QtBot
) -> None:
    hook[0].take(UserError, UserError("The disk is full.", "Make room and try again."), None)
    bar = hook[1].centre.messages
    qtbot.waitUntil(bar.isVisible)
    assert bar.text == "The disk is full. Make room and try again."


def test_search_steps_through_matches_and_hides_nothing(
    open_window: Open, article: Path, pointer: Pointer, qtbot: QtBot
) -> None:
    window = open_window(article)
    session, field = window.session, window.toolbar.search_field
    shown = len(session.passing)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Slash)
    assert field.hasFocus()
    with qtbot.waitSignal(completion_of(window).search.changed, timeout=10_000):
        pointer.type("dam")
    qtbot.waitUntil(lambda: field.text() == "dam")
    matches = session.matching("dam")
    assert matches
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.selection.ids == (matches[0],)
    assert len(session.passing) == shown
    assert window.canvas.sight.matches == frozenset(matches)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.filter.words == "dam"
    assert any("dam" in words for words in _chips(window))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert window.canvas.hasFocus()


def test_a_filter_of_documents_names_them_and_takes_the_lines_of_the_others(
    open_window: Open, article: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The harbour of Marle\n\n3 May 2018\n\nThe harbour was closed on 2 May 2018.", encoding="utf-8")
    third = tmp_path / "third.txt"
    third.write_text("The mill of Marle\n\n3 May 2017\n\nThe mill was opened on 2 May 2017.", encoding="utf-8")
    window = open_window(article, other, third)
    session = window.session
    titles = {document.title: id_ for id_, document in session.project.document.items()}
    assert len(window.canvas.sight.content.publications) == 3
    kept = frozenset({titles["The harbour of Marle"], titles["The mill of Marle"]})
    session.set_filter(session.filter.with_choice(Facet.DOCUMENT, Choice(only=kept)))
    assert "Document: The harbour of Marle or The mill of Marle" in _chips(window)
    assert {line.document for line in window.canvas.sight.content.publications} == kept
    chip = next(label for label in window.centre.findChildren(ElidedLabel) if "harbour" in label.text())
    qtbot.waitUntil(chip.isVisible)
    assert not chip.text().endswith("…")
    chip.resize(60, chip.height())
    assert chip.text().endswith("…")
    assert chip.toolTip() == "Document: The harbour of Marle or The mill of Marle"


def _chips(window: MainWindow) -> tuple[str, ...]:
    bar = window.centre.findChild(ChipsBar)
    assert isinstance(bar, ChipsBar)
    return bar.words()


def test_letters_in_a_field_are_letters(open_window: Open, article: Path, event_of: EventOf) -> None:
    window = open_window(article)
    window.session.select((event_of(window, "March 12"),))
    field = window.toolbar.search_field
    field.setFocus()
    QTest.keyClicks(field, "area")
    assert field.text() == "area"
    event = window.session.event(event_of(window, "March 12"))
    assert event is not None
    assert event.review is ReviewState.TO_REVIEW


def test_presets_show_their_span(open_window: Open, article: Path) -> None:
    window = open_window(article)
    for text, days in (("10 y", 3652), ("Year", 365), ("Month", 30.4), ("Day", 1)):
        button = window.toolbar.findChild(QPushButton, f"preset-{text}")
        assert isinstance(button, QPushButton)
        QTest.mouseClick(button, LEFT)
        span = window.canvas.scale.view.seconds_per_px * window.canvas.width()
        assert span == pytest.approx(days * 86_400, rel=0.01)
        assert button.isChecked()
        assert window.canvas.scene.visible_ids(), "the span lies where something happened"
    every = window.toolbar.findChild(QPushButton, "preset-All")
    assert isinstance(every, QPushButton)
    QTest.mouseClick(every, LEFT)
    assert every.isChecked()
    assert window.canvas.sight.fitted


def test_folding_is_switched_in_toolbar_and_menu_alike(open_window: Open, article: Path) -> None:
    window = open_window(article)
    button = window.toolbar.findChild(QPushButton, "fold-gaps")
    assert isinstance(button, QPushButton)
    assert button.isChecked()
    assert window.canvas.sight.content.folds
    QTest.mouseClick(button, LEFT)
    assert not window.canvas.sight.content.folds
    assert not window.commands["fold_gaps"].isChecked()
    window.commands["fold_gaps"].trigger()
    assert button.isChecked()


def test_go_to_a_date_in_words(open_window: Open, article: Path, qtbot: QtBot) -> None:
    window = open_window(article)
    window.commands["go_to_date"].trigger()
    dialog = window.findChild(QDialog, "go-to-date")
    assert isinstance(dialog, QDialog)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "March 44 BC")
    QTest.keyClick(field, Qt.Key.Key_Return)
    first, last = window.canvas.scale.range_seconds
    assert first < instant(-43, 3, 15) < last


def test_undo_says_what_it_undoes(open_window: Open, article: Path, event_of: EventOf) -> None:
    window = open_window(article)
    meeting = event_of(window, "March 12")
    window.session.edit(meeting, title="A first meeting")
    undo = window.commands["undo"]
    assert undo.isEnabled()
    assert undo.text() != "&Undo"
    undo.trigger()
    event = window.session.event(meeting)
    assert event is not None
    assert event.title != "A first meeting"
    assert window.commands["redo"].isEnabled()


def test_theme_and_text_size_switch_live_and_stay(open_window: Open, article: Path) -> None:
    window = open_window(article)
    looks = window.appearance
    try:
        looks.choose_theme(ThemeChoice.DARK)
        assert looks.theme.is_dark
        grab = window.canvas.grab().toImage()
        assert grab.pixelColor(2, 2).lightness() < 60  # a corner of the axis, where nothing is drawn
        line = window.canvas.scene.metrics.line
        looks.step_text_scale(2)
        assert window.canvas.scene.metrics.line > line
    finally:
        looks.choose_text_scale(1.0)
        looks.choose_theme(ThemeChoice.LIGHT)
    assert not looks.theme.is_dark


def test_escape_clears_one_thing_after_the_other(open_window: Open, article: Path, event_of: EventOf) -> None:
    window = open_window(article)
    window.session.select((event_of(window, "March 12"),))
    window.toolbar.search_field.setText("dam")
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not window.session.selection.ids
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not window.toolbar.search_field.text()
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    card = completion_of(window).docks.docks["card"]
    assert not card.isVisible()
    window.session.select((event_of(window, "March 12"),))
    assert card.isVisible()


def test_a_filter_keeps_everything_in_view(open_window: Open, article: Path, qtbot: QtBot) -> None:
    window = open_window(article)
    overview = completion_of(window)._overview
    qtbot.waitUntil(lambda: overview.plot is not None, timeout=10_000)
    window.session.set_filter(EventFilter(words="2019"))
    assert window.canvas.sight.fitted
    assert set(window.canvas.scene.visible_ids()) == {e.id for e in window.session.passing if e.on_timeline}


def test_dragging_the_overviews_window_moves_the_timeline(open_window: Open, article: Path, qtbot: QtBot) -> None:
    window = open_window(article)
    overview = completion_of(window)._overview
    qtbot.waitUntil(lambda: overview.plot is not None, timeout=10_000)
    plot = overview.plot
    assert plot is not None
    whole = window.canvas.scale.range_seconds
    low, high = plot.region_seconds
    quarter = (high - low) // 4
    plot._window.setRegion((low - plot._origin + quarter, high - plot._origin - quarter))
    first, last = window.canvas.scale.range_seconds
    assert whole[0] < first < last < whole[1]
    assert not window.canvas.sight.fitted


def test_the_grip_of_a_panel_has_its_close_button(open_window: Open, article: Path) -> None:
    window = open_window(article)
    dock = completion_of(window).docks.docks["tray"]
    grip = dock.titleBarWidget()
    assert grip.height() < 20
    QTest.mouseMove(grip, QPoint(5, 5))
    assert dock.toggleViewAction().isChecked()
