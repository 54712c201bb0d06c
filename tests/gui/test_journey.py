"""What people come to do, in the running window: with a real pointer, and read back from what the window shows."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from dateline.gui.source.makeevent import MakeEventDialog
from dateline.gui.source.panel import SourcePanel
from dateline.gui.window import MainWindow
from dateline.model.spans import Span
from pointer import Pointer, make_active

Open = Callable[..., MainWindow]
EventOf = Callable[[MainWindow, str], str]
MarkAt = Callable[[MainWindow, str], QPointF]


def source_of(window: MainWindow) -> SourcePanel:
    assert window.completion is not None
    panel = window.completion.docks.panel("source")
    assert isinstance(panel, SourcePanel)
    return panel


def click_mark(window: MainWindow, event: str, at: QPointF, pointer: Pointer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.session.selection_changed, timeout=10_000):
        pointer.click(window.canvas, at)
    assert window.session.selection.ids == (event,)


def test_a_click_on_the_meeting_shows_its_very_words(
    open_window: Open, article: Path, event_of: EventOf, mark_at: MarkAt, pointer: Pointer, qtbot: QtBot
) -> None:
    window = open_window(article)
    meeting = event_of(window, "March 12")
    click_mark(window, meeting, mark_at(window, meeting), pointer, qtbot)
    source = source_of(window)
    event = window.session.event(meeting)
    assert event is not None
    assert set(source.text.highlighted()) == {excerpt.quote for excerpt in event.excerpts}
    assert any("March 12" in words for words in source.text.emboldened())


def test_a_click_on_the_meeting_of_the_seed_shows_its_very_words(
    open_window: Open, test_data: Path, event_of: EventOf, mark_at: MarkAt, pointer: Pointer, qtbot: QtBot
) -> None:
    window = open_window(test_data / "seed" / "dw-interview-2014-10-30.txt", width=1600, height=1000)
    meeting = event_of(window, "Tuesday, October 28")
    click_mark(window, meeting, mark_at(window, meeting), pointer, qtbot)
    highlighted = source_of(window).text.highlighted()
    assert any("Tuesday, October 28" in words for words in highlighted)
    assert any("Earlier this week in New York" in words for words in highlighted)
    event = window.session.event(meeting)
    assert event is not None
    assert set(highlighted) == {excerpt.quote for excerpt in event.excerpts}


def test_filter_zoom_and_come_back(
    open_window: Open, article: Path, event_of: EventOf, mark_at: MarkAt, pointer: Pointer, qtbot: QtBot
) -> None:
    window = open_window(article)
    session, canvas = window.session, window.canvas
    everything = set(canvas.scene.visible_ids())
    assert window.completion is not None
    boxes = window.completion.docks.panel("filters").findChildren(QCheckBox)
    meeting = event_of(window, "March 12")
    group = session.event(meeting)
    assert group is not None
    box = next(box for box in boxes if box.isVisible() and box.isChecked())
    with qtbot.waitSignal(session.filter_changed, timeout=10_000):
        pointer.click(box, QPoint(10, box.height() // 2))
    assert len(session.passing) < len(session.events)
    assert {event.id for event in session.passing if event.on_timeline} == set(canvas.scene.columns.ids)
    chips = [label.text() for label in window.centre.findChildren(QLabel)]
    assert f"{len(session.passing)} of {len(session.events)} events" in chips
    with qtbot.waitSignal(session.filter_changed, timeout=10_000):
        pointer.click(box, QPoint(10, box.height() // 2))

    at = mark_at(window, meeting)
    before = canvas.scale.to_seconds(at.x())
    scale = canvas.scale.view.seconds_per_px
    with qtbot.waitSignal(canvas.view_changed, timeout=10_000):
        pointer.wheel(canvas, at, 4)
    qtbot.waitUntil(lambda: canvas.scale.view.seconds_per_px < scale / 2)
    after = canvas.scale.to_seconds(at.x())
    assert abs(after - before) <= 2 * scale, "the time under the pointer stays under it"
    with qtbot.waitSignal(canvas.view_changed, timeout=10_000):
        pointer.key("0")
    assert set(canvas.scene.visible_ids()) == everything


def test_words_selected_by_hand_become_an_event_of_ones_own(
    open_window: Open, article: Path, pointer: Pointer, qtbot: QtBot
) -> None:
    """The hand stops within a word; the rest is typed: a title, a date in free words, a kind by its first letters."""
    window = open_window(article)
    source, words = source_of(window), "The two river states have begun to speak"
    whole = window.session.project.document[window.session.events[0].excerpts[0].document].text
    at = whole.index(words)
    source.text.reveal(Span(at, at + len(words)))
    first, last = (place_of(source, offset) for offset in (at + 1, at + len(words) - 2))
    hand = pointer.drag(source.text.viewport(), first, source.text.viewport(), last)
    qtbot.waitUntil(lambda: hand.poll() is not None, timeout=20_000)
    assert source.text.selected_span() is not None

    pointer.key("ctrl+Return")
    qtbot.waitUntil(lambda: bool(source.findChildren(MakeEventDialog)), timeout=20_000)
    make_active(qtbot, source.findChildren(MakeEventDialog)[0])
    pointer.type("Talks begin")
    pointer.key("Tab")
    pointer.type("autumn 1998")
    pointer.key("Return")
    qtbot.waitUntil(lambda: any(event.title == "Talks begin" for event in window.session.events), timeout=20_000)

    (made,) = (event for event in window.session.events if event.title == "Talks begin")
    assert made.excerpts[0].quote == words
    assert made.time is not None
    assert made.time.edtf == "1998-23"
    assert window.session.selection.ids == (made.id,)


def place_of(source: SourcePanel, offset: int) -> QPoint:
    """Where a code point of the text stands in the source's viewport."""
    source.text.select_span(Span(offset, offset + 1))
    place = source.text.cursorRect().center()
    source.text.select_span(Span(offset, offset))
    return place
