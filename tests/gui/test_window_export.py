"""Export from the window: what is in the preview is what is in the file, and the numbers are told and true."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dateline.export.layout import lay_out
from dateline.export.request import What
from dateline.gui.exportdialog import ExportDialog
from dateline.gui.shrinking import resize_on_screen
from dateline.gui.window import MainWindow
from dateline.model.filters import EventFilter
from pointer import Pointer

Open = Callable[..., MainWindow]


def dialog_of(window: MainWindow, pointer: Pointer, qtbot: QtBot) -> ExportDialog:
    """The dialog, opened by a click on the button in the toolbar."""
    button = window.toolbar.findChild(QPushButton, "button-export")
    assert isinstance(button, QPushButton)
    pointer.click(button, QPoint(button.width() // 2, button.height() // 2))
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None, timeout=10_000)
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    qtbot.waitUntil(lambda: not dialog.preview.image.isNull(), timeout=10_000)
    return dialog


def choose(dialog: ExportDialog, what: What) -> None:
    dialog.form.what.setCurrentIndex(dialog.form.what.findData(what))
    dialog.show_preview()


def test_filtered_zoomed_and_exported_it_is_the_same_timeline(
    open_window: Open, article: Path, tmp_path: Path, pointer: Pointer, qtbot: QtBot
) -> None:
    window = open_window(article)
    session, canvas = window.session, window.canvas
    session.set_filter(EventFilter(words="2019"))
    shown = [event.id for event in session.passing if event.on_timeline]
    assert 0 < len(shown) < len(session.events)
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    scale = canvas.scale.view.seconds_per_px
    pointer.wheel(canvas, middle, -1)
    qtbot.waitUntil(lambda: canvas.scale.view.seconds_per_px > scale)
    dialog = dialog_of(window, pointer, qtbot)
    choose(dialog, What.VIEW)
    dialog.form.title_line.setText("The river talks")
    path = tmp_path / "picture.svg"
    assert dialog.save_as(path), dialog.told.text()

    scene = lay_out(dialog._events, dialog._documents, dialog.form.request).scene
    assert set(scene.visible_ids()) == set(canvas.scene.visible_ids()) == set(shown)
    assert dialog.written is not None
    assert dialog.written.events_written == len(shown)
    svg = path.read_text(encoding="utf-8")
    assert "The river talks" in svg
    for event_id in shown:
        event = session.event(event_id)
        assert event is not None
        assert event.title.split()[0] in svg, "text stays text"


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_each_format_is_written_with_every_event(
    open_window: Open, article: Path, tmp_path: Path, pointer: Pointer, qtbot: QtBot, suffix: str
) -> None:
    window = open_window(article)
    dialog = dialog_of(window, pointer, qtbot)
    path = tmp_path / f"picture{suffix}"
    assert dialog.save_as(path), dialog.told.text()
    assert path.stat().st_size > 1_000
    assert dialog.written is not None
    assert dialog.written.events_written == len([event for event in window.session.passing if event.on_timeline])


def test_the_preview_is_laid_out_at_the_asked_size(
    open_window: Open, article: Path, tmp_path: Path, pointer: Pointer, qtbot: QtBot
) -> None:
    dialog = dialog_of(open_window(article), pointer, qtbot)
    size = dialog.form.size_choice
    for name in ("a4", "social", "slide"):
        size.kind.setCurrentIndex(size.kind.findData(name))
        dialog.show_preview()
        request = dialog.form.request
        image = dialog.preview.image
        assert image.width() / image.height() == pytest.approx(request.width_px / request.height_px, rel=0.01)
    size.kind.setCurrentIndex(size.kind.findData("pixels"))
    size.width_box.setValue(1000)
    size.height_box.setValue(600)
    size.dpi_box.setValue(192)
    path = tmp_path / "own.png"
    assert dialog.save_as(path), dialog.told.text()
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1000, 600)
    assert image.dotsPerMeterX() * 0.0254 == pytest.approx(192, abs=0.5)


def test_what_cannot_be_drawn_is_told_and_not_saved(
    open_window: Open, article: Path, pointer: Pointer, qtbot: QtBot
) -> None:
    dialog = dialog_of(open_window(article), pointer, qtbot)
    choose(dialog, What.RANGE)
    dialog.form.from_field.set_text("1 January 1700")
    dialog.form.to_field.set_text("1 January 1701")
    dialog.show_preview()
    assert not dialog.save.isEnabled()
    assert "no event" in dialog.told.text()
    dialog.form.to_field.set_text("2020")
    dialog.show_preview()
    assert dialog.save.isEnabled()


def test_a_place_that_cannot_be_written_is_told(
    open_window: Open, article: Path, pointer: Pointer, qtbot: QtBot
) -> None:
    dialog = dialog_of(open_window(article), pointer, qtbot)
    assert not dialog.save_as(article / "picture.png")  # a file is no folder
    assert "cannot be written" in dialog.told.text()
    assert QGuiApplication.overrideCursor() is None


def test_the_selection_is_offered_only_where_there_is_one(
    open_window: Open, article: Path, pointer: Pointer, qtbot: QtBot
) -> None:
    window = open_window(article)
    dialog = dialog_of(window, pointer, qtbot)
    assert dialog.form.what.findData(What.SELECTION) < 0
    dialog.reject()
    window.session.select((window.session.passing[0].id,))
    window.commands["export"].trigger()
    other = window.findChildren(ExportDialog)[-1]
    choose(other, What.SELECTION)
    assert "1 event of 1 asked for" in other.told.text()


def test_what_is_not_in_the_picture_is_told(open_window: Open, article: Path, pointer: Pointer, qtbot: QtBot) -> None:
    window = open_window(article)
    assert "Not in the picture" not in dialog_of(window, pointer, qtbot).told.text()
    window.findChildren(ExportDialog)[-1].reject()
    window.session.edit(window.session.passing[0].id, undated=True)
    window.commands["export"].trigger()
    told = window.findChildren(ExportDialog)[-1]
    qtbot.waitUntil(lambda: "Not in the picture: 1 undated event." in told.told.text())


def test_copy_image_puts_the_view_on_the_clipboard(open_window: Open, article: Path, qtbot: QtBot) -> None:
    window = open_window(article)
    with qtbot.waitSignal(window.session.message):
        window.commands["copy_image"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"<svg" in data.data("image/svg+xml").data()
    assert QGuiApplication.clipboard().image().width() == 2 * window.canvas.width()


def test_the_dialog_closes_by_escape_and_leaves_everything(
    open_window: Open, article: Path, pointer: Pointer, qtbot: QtBot
) -> None:
    window = open_window(article)
    seen, events = window.canvas.scale.range_seconds, window.session.events
    dialog = dialog_of(window, pointer, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert window.canvas.scale.range_seconds == seen
    assert window.session.events == events


def test_the_dialog_is_no_larger_than_its_screen(
    open_window: Open, article: Path, pointer: Pointer, qtbot: QtBot
) -> None:
    window = open_window(article)
    dialog = dialog_of(window, pointer, qtbot)
    room = dialog.screen().availableSize()
    resize_on_screen(dialog, room.width() + 500, room.height() + 500)
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
