"""What hands do that a click does not: a drag from panel to panel, two fingers, and a view put on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.gui.canvas.gestures.wheel import ZOOM_PER_NOTCH
from dateline.gui.tray import UndatedTray
from dateline.gui.window import MainWindow
from pointer import Pointer

Open = Callable[..., MainWindow]
LONG_MS = 20_000
PDF_MARK = b"%PDF-"


@pytest.fixture
def window(open_window: Open, article: Path) -> MainWindow:
    """A window on the article."""
    return open_window(article)


def test_an_undated_event_is_dragged_onto_the_timeline(window: MainWindow, pointer: Pointer, qtbot: QtBot) -> None:
    session, canvas = window.session, window.canvas
    assert window.completion is not None
    tray = window.completion.docks.panel("tray")
    assert isinstance(tray, UndatedTray)
    session.edit(session.events[0].id, undated=True)
    (event,) = tray.rows.events
    row = tray.list.visualRect(tray.rows.index(0)).center()
    to = QPoint(round(canvas.width() * 0.6), canvas.height() // 2)
    there = canvas.scale.to_seconds(to.x())

    hand = pointer.drag(tray.list.viewport(), row, canvas, to)
    qtbot.waitUntil(lambda: not tray.rows.events, timeout=LONG_MS)
    hand.wait(10)

    dated = session.event(event.id)
    assert dated is not None
    assert dated.time is not None
    first, last = dated.time.interval.sort_key
    assert first <= there <= last
    assert dated.on_timeline
    assert session.selection.ids == (event.id,)
    session.undo()
    assert event.id in {one.id for one in tray.rows.events}


def test_two_fingers_on_a_touch_screen_zoom_where_they_are(window: MainWindow, qtbot: QtBot) -> None:
    canvas = window.canvas
    screen = QTest.createTouchDevice()
    top = canvas.window()
    middle = QPoint(round(canvas.width() * 0.4), canvas.height() // 2)
    before, seen = canvas.scale.to_seconds(middle.x()), canvas.scale.view.seconds_per_px

    def fingers(apart_px: int) -> list[QPoint]:
        return [canvas.mapTo(top, middle + QPoint(side * apart_px // 2, 0)) for side in (-1, 1)]

    for step, apart in enumerate(range(60, 260, 10)):
        sequence = QTest.touchEvent(top, screen, False)
        for finger, place in enumerate(fingers(apart)):
            (sequence.press if step == 0 else sequence.move)(finger, place, top)
        sequence.commit()
    sequence = QTest.touchEvent(top, screen, False)
    for finger, place in enumerate(fingers(250)):
        sequence.release(finger, place, top)
    sequence.commit()

    qtbot.waitUntil(lambda: canvas.scale.view.seconds_per_px < seen / 1.5, timeout=LONG_MS)
    assert abs(canvas.scale.to_seconds(middle.x()) - before) < 40 * seen, "the time between the fingers stays there"


def test_two_fingers_sideways_move_in_time(window: MainWindow, pointer: Pointer, qtbot: QtBot) -> None:
    canvas = window.canvas
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    fitted = canvas.scale.view.seconds_per_px
    pointer.wheel(canvas, middle, 4)
    qtbot.waitUntil(lambda: canvas.scale.view.seconds_per_px < fitted / ZOOM_PER_NOTCH**3.9, timeout=LONG_MS)
    first, scale = canvas.scale.range_seconds[0], canvas.scale.view.seconds_per_px
    with qtbot.waitSignal(canvas.view_changed, timeout=LONG_MS):
        pointer.click(canvas, middle, button=7)
    qtbot.waitUntil(lambda: canvas.scale.range_seconds[0] > first, timeout=LONG_MS)
    assert canvas.scale.view.seconds_per_px == scale


def test_the_view_is_printed_with_its_notes(window: MainWindow, pointer: Pointer, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    asked: list[QPrintDialog] = []

    def answer() -> None:
        """Give up the first time, print the second."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QPrintDialog):
            QTimer.singleShot(50, answer)
            return
        asked.append(dialog)
        if len(asked) == 1:
            dialog.reject()
            return
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        QPrintDialog.done(dialog, int(QPrintDialog.DialogCode.Accepted))

    said: list[str] = []
    window.session.message.connect(said.append)
    QTimer.singleShot(50, answer)
    window.canvas.setFocus()
    pointer.key("ctrl+p")
    qtbot.waitUntil(lambda: len(asked) == 1 and QApplication.activeModalWidget() is None, timeout=LONG_MS)
    assert said == []
    QTimer.singleShot(50, answer)
    pointer.key("ctrl+p")
    qtbot.waitUntil(lambda: any("Sent to the printer" in words for words in said), timeout=LONG_MS)

    assert len(asked) == 2
    assert path.read_bytes().startswith(PDF_MARK)
    drawn = sum(event.on_timeline for event in window.session.passing)
    assert said[-1].startswith(f"Sent to the printer. {drawn} events written")
    assert "on 2 pages" in said[-1], "the notes stand on a page of their own"
