"""The source panel: from an event to its exact words and back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance, ThemeChoice
from dateline.gui.documentdialog import DocumentDialog
from dateline.gui.source.makeevent import MakeEventDialog, suggested_title
from dateline.gui.source.panel import SourcePanel
from dateline.model.documents import SourceDocument
from dateline.model.filters import Choice, EventFilter, Facet
from dateline.model.group import Group
from dateline.model.spans import Span
from dateline.session.session import Session
from panel_story import ARTICLE, EVENTS, HARBOUR, NOTE, document, excerpt, project_file
from pointer import make_active

MET = (
    "On Monday, March 8, the council met the union",
    "the talks of Monday ended it",
)


@pytest.fixture
def panel(qtbot: QtBot, story: Session, appearance: Appearance) -> SourcePanel:
    panel = SourcePanel(story, appearance)
    qtbot.addWidget(panel)
    panel.resize(420, 640)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def middle_of(panel: SourcePanel, words: str, text: str = HARBOUR) -> QPoint:
    """The third letter of words of the text, in the viewport, as Qt has laid it out."""
    at = text.index(words)
    panel.text.reveal(Span(at, at + len(words)))
    cursor = panel.text.textCursor()
    cursor.setPosition(panel.text.positions.to_qt(at + 2))
    return panel.text.cursorRect(cursor).center()


def click(panel: SourcePanel, at: QPoint) -> None:
    QTest.mouseClick(panel.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def press(panel: SourcePanel, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(panel.text, key, modifier)


def test_the_excerpts_of_the_selected_event_are_highlighted_and_their_phrases_bold(
    panel: SourcePanel, story: Session
) -> None:
    story.select(("met",))
    assert panel.highlighted() == MET
    assert panel.text.emboldened() == ("Monday, March 8", "Monday")
    story.select(("toast",))
    assert panel.highlighted() == ("A toast was drunk 🥂 to that",)
    assert panel.text.emboldened() == ()
    story.select(())
    assert panel.highlighted() == ()


def test_a_phrase_is_bold_no_longer_than_it_is_selected(panel: SourcePanel, story: Session) -> None:
    story.select(("office",))
    cursor = panel.text.textCursor()
    cursor.setPosition(panel.text.positions.to_qt(HARBOUR.index("ten years ago")) + 3)
    assert cursor.charFormat().fontWeight() >= 700
    story.select(("met",))
    assert cursor.charFormat().fontWeight() < 700


def test_an_excerpt_of_another_document_turns_to_it(panel: SourcePanel, story: Session) -> None:
    story.select(("met",))
    assert panel.document == ARTICLE.id
    story.step_excerpt(1)
    story.step_excerpt(1)
    assert panel.document == NOTE.id
    assert panel.highlighted() == ("The council and the union met on 9 March 2021",)
    assert panel.header.place.text() == "excerpt 3 of 3"
    assert panel.header.chooser.currentData() == NOTE.id


def test_keys_and_buttons_step_through_the_excerpts(qtbot: QtBot, panel: SourcePanel, story: Session) -> None:
    story.select(("met",))
    press(panel, Qt.Key.Key_N)
    assert story.selection.excerpt == 1
    press(panel, Qt.Key.Key_P)
    assert story.selection.excerpt == 0
    QTest.mouseClick(panel.header.next, Qt.MouseButton.LeftButton)
    assert panel.header.place.text() == "excerpt 2 of 3"


def test_a_click_on_a_phrase_selects_its_event_and_excerpt(qtbot: QtBot, panel: SourcePanel, story: Session) -> None:
    click(panel, middle_of(panel, "ten years ago"))
    assert story.selection.ids == ("office",)
    click(panel, middle_of(panel, "Monday ended"))
    assert (story.selection.ids, story.selection.excerpt) == (("met",), 1)


def test_a_click_beside_a_phrase_selects_nothing(qtbot: QtBot, panel: SourcePanel, story: Session) -> None:
    click(panel, middle_of(panel, "port office"))
    click(panel, middle_of(panel, "three weeks"))
    assert story.selection.ids == ()


def test_a_drag_over_a_phrase_selects_words_and_no_event(qtbot: QtBot, panel: SourcePanel, story: Session) -> None:
    start, end = middle_of(panel, "ten years ago"), middle_of(panel, "created")
    viewport = panel.text.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert story.selection.ids == ()
    assert panel.text.selected_span() is not None


def test_the_sign_in_the_margin_selects_an_excerpt_without_phrase(
    qtbot: QtBot, panel: SourcePanel, story: Session
) -> None:
    at = middle_of(panel, "A report")
    click(panel, QPoint(8, at.y()))
    assert story.selection.ids == ("report",)


def test_a_phrase_of_several_events_asks_which(
    qtbot: QtBot, panel: SourcePanel, story: Session, tmp_path: Path
) -> None:
    twin = replace(EVENTS[1], id="twin", title="Office founded")
    story.open(project_file(tmp_path / "twins.dateline", events=(*EVENTS, twin)))
    click(panel, middle_of(panel, "ten years ago"))
    assert not story.selection.ids
    [menu] = [child for child in panel.findChildren(QMenu) if child.isVisible()]
    [action] = [action for action in menu.actions() if "Office founded" in action.text()]
    action.trigger()
    menu.close()
    assert story.selection.ids == ("twin",)


def test_a_phrase_is_selected_by_keys_alone(qtbot: QtBot, panel: SourcePanel, story: Session) -> None:
    press(panel, Qt.Key.Key_BracketRight)
    press(panel, Qt.Key.Key_BracketRight)
    assert panel.text.pointed() == "ten years ago"
    press(panel, Qt.Key.Key_Return)
    assert story.selection.ids == ("office",)
    press(panel, Qt.Key.Key_BracketLeft)
    assert panel.text.pointed() == "Monday, March 8"


def test_the_words_somebody_points_at_are_shown_and_framed(panel: SourcePanel, story: Session) -> None:
    at = NOTE.text.index("9 March 2021")
    story.point(NOTE.id, Span(at, at + 12))
    assert (panel.document, panel.text.pointed()) == (NOTE.id, "9 March 2021")


def test_the_frame_goes_by_itself(qtbot: QtBot, panel: SourcePanel, story: Session) -> None:
    story.point(ARTICLE.id, Span(0, 4))
    qtbot.waitUntil(lambda: panel.text.pointed() == "", timeout=4000)


def test_revealing_brings_the_words_into_view(panel: SourcePanel, story: Session) -> None:
    panel.resize(300, 260)
    story.select(("report",))
    at = HARBOUR.index("A report had")
    visible = panel.text.visible_span()
    assert visible.start <= at < visible.end
    rect = panel.text.cursorRect()
    assert panel.text.viewport().rect().contains(rect.center())


def test_an_event_selected_before_the_panel_is_shown_is_in_view_when_it_is(
    qtbot: QtBot, story: Session, appearance: Appearance
) -> None:
    story.select(("report",))
    late = SourcePanel(story, appearance)
    qtbot.addWidget(late)
    late.resize(300, 240)
    late.show()
    seen = late.text.visible_span()
    assert seen.start <= HARBOUR.index("A report had") < seen.end
    late.resize(230, 330)
    seen = late.text.visible_span()
    assert seen.start <= HARBOUR.index("A report had") < seen.end


def test_the_words_on_top_stay_there_when_the_width_changes(panel: SourcePanel) -> None:
    panel.resize(300, 200)
    panel.text.verticalScrollBar().setValue(150)
    top = panel.text.top_offset()
    panel.resize(520, 200)
    assert abs(panel.text.top_offset() - top) < 60


def test_the_header_tells_author_date_and_address(panel: SourcePanel) -> None:
    assert panel.header.title.text() == "Harbour talks resume"
    assert panel.header.about.words() == "Ada Lund · published Fri 12 March 2021"
    assert panel.header.link.isVisible()
    panel.show_document(NOTE.id)
    assert panel.header.about.words() == "no date: click to set it"
    assert not panel.header.link.isVisible()


def test_long_words_do_not_widen_the_panel(panel: SourcePanel, story: Session) -> None:
    before = panel.minimumSizeHint().width()
    story.correct_document(ARTICLE.id, title="x" * 200, author="Somebody with a very long name " * 8)
    assert panel.minimumSizeHint().width() <= before < 300
    QApplication.processEvents()
    assert panel.header.about.text().endswith("…")
    assert panel.header.about.words().endswith("published Fri 12 March 2021")


def test_a_click_on_the_line_about_the_document_opens_its_properties(qtbot: QtBot, panel: SourcePanel) -> None:
    QTest.mouseClick(panel.header.about, Qt.MouseButton.LeftButton)
    [dialog] = panel.window().findChildren(DocumentDialog)
    assert dialog.title.text() == "Harbour talks resume"
    dialog.close()


def test_the_menu_of_a_phrase_offers_its_event(panel: SourcePanel, story: Session) -> None:
    panel.text.customContextMenuRequested.emit(middle_of(panel, "ten years ago"))
    [menu] = [child for child in panel.findChildren(QMenu) if child.isVisible()]
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words[0] == "Select Port office created – about 2011"
    assert not next(action for action in menu.actions() if action.text().startswith("Make an event")).isEnabled()
    menu.actions()[0].trigger()
    menu.close()
    assert story.selection.ids == ("office",)


def test_find_steps_round_and_counts(qtbot: QtBot, panel: SourcePanel) -> None:
    press(panel, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert panel.find_row.isVisible()
    QTest.keyClicks(panel.find_row.words, "talks")
    assert panel.find_row.found.text() == "1 of 2"
    QTest.keyClick(panel.find_row.words, Qt.Key.Key_Return)
    assert panel.find_row.found.text() == "2 of 2"
    span = panel.text.selected_span()
    assert span is not None
    assert span == Span(HARBOUR.rindex("talks"), HARBOUR.rindex("talks") + 5)
    QTest.keyClick(panel.find_row.words, Qt.Key.Key_F3)
    assert panel.find_row.found.text() == "1 of 2"
    QTest.keyClick(panel.find_row.words, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert panel.find_row.found.text() == "2 of 2"
    QTest.keyClicks(panel.find_row.words, "xyz")
    assert panel.find_row.found.text() == "not found"
    QTest.keyClick(panel.find_row.words, Qt.Key.Key_Escape)
    assert not panel.find_row.isVisible()


def test_text_size_by_keys_and_wheel_is_remembered(
    qtbot: QtBot, panel: SourcePanel, story: Session, appearance: Appearance
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    before = panel.text.document().defaultFont().pointSizeF()
    press(panel, Qt.Key.Key_Plus, control)
    larger = panel.text.document().defaultFont().pointSizeF()
    assert larger > before
    at = QPointF(50, 50)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, control, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(panel.text.viewport(), wheel)
    assert panel.text.document().defaultFont().pointSizeF() == before
    press(panel, Qt.Key.Key_Plus, control)
    again = SourcePanel(story, appearance)
    qtbot.addWidget(again)
    assert again.text.scale == panel.text.scale > 1
    press(panel, Qt.Key.Key_0, control)
    assert panel.text.scale == 1


def test_a_larger_text_keeps_highlight_and_place(panel: SourcePanel, story: Session) -> None:
    story.select(("met",))
    panel.text.set_scale(2.0)
    assert panel.highlighted() == MET
    assert panel.text.emboldened() == ("Monday, March 8", "Monday")


def test_another_theme_keeps_the_highlight(panel: SourcePanel, story: Session, appearance: Appearance) -> None:
    story.select(("met",))
    appearance.choose_theme(ThemeChoice.DARK)
    assert panel.highlighted() == MET


def test_an_excerpt_is_copied_with_its_citation(qtbot: QtBot, panel: SourcePanel, story: Session) -> None:
    story.select(("office",))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    press(panel, Qt.Key.Key_C, both)
    words = QGuiApplication.clipboard().text()
    assert words.startswith("“The port office was created ten years ago”\n— Ada Lund, “Harbour talks resume”")
    panel.text.select_span(Span(0, 4))
    press(panel, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text().startswith("“Home”")


def test_selected_words_become_an_event(qtbot: QtBot, panel: SourcePanel, story: Session) -> None:
    words = "A toast was drunk 🥂 to that"
    panel.text.select_span(Span(HARBOUR.index(words), HARBOUR.index(words) + len(words) - 2))
    press(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [dialog] = panel.findChildren(MakeEventDialog)
    assert dialog.title.text() == words
    dialog.title.setText("Toast")
    QTest.keyClicks(dialog.date.line, "autumn 1998")
    dialog.kind.choose("meeting", Group.MEETING)
    QTest.keyClicks(dialog.who, "Ada Lund, the council")
    QTest.keyClicks(dialog.where, "Customs house")
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    event = story.event(story.selection.ids[0])
    assert event is not None
    assert (event.title, event.group, event.excerpts[0].quote) == ("Toast", Group.MEETING, words)
    assert (event.actors, event.places) == (("Ada Lund", "the council"), ("Customs house",))
    assert event.time is not None
    assert event.time.edtf == "1998-23"
    assert panel.highlighted() == (words,)
    story.undo()
    assert story.event(event.id) is None


def test_a_date_that_is_none_makes_no_event(qtbot: QtBot, panel: SourcePanel) -> None:
    panel.text.select_span(Span(0, 4))
    panel.make_event()
    [dialog] = panel.findChildren(MakeEventDialog)
    QTest.keyClicks(dialog.date.line, "blue")
    assert not dialog.yes.isEnabled()
    dialog.close()


def test_without_selected_words_nothing_is_made(qtbot: QtBot, panel: SourcePanel, story: Session) -> None:
    with qtbot.waitSignal(story.message) as told:
        panel.make_event()
    assert "Select the words" in told.args[0]
    assert not panel.findChildren(MakeEventDialog)


def test_what_is_filtered_out_is_told_over_its_phrase(panel: SourcePanel, story: Session) -> None:
    seen: list[str] = []
    panel.text.tooltip_of = remembered(seen, panel.text.tooltip_of)
    at = middle_of(panel, "ten years ago")
    story.set_filter(EventFilter().with_choice(Facet.GROUP, Choice(hidden=frozenset({"institution"}))))
    for point in (at, middle_of(panel, "three weeks")):
        tip = QHelpEvent(QEvent.Type.ToolTip, point, panel.text.viewport().mapToGlobal(point))
        QApplication.sendEvent(panel.text.viewport(), tip)
    assert seen == ["Port office created – about 2011\n(filtered out)", "A length of time."]


def remembered(seen: list[str], function: Callable[..., str]) -> Callable[..., str]:
    def call(mark: object) -> str:
        seen.append(function(mark))
        return seen[-1]

    return call


def test_the_strip_shows_marks_and_leads_to_them(qtbot: QtBot, panel: SourcePanel, story: Session) -> None:
    panel.resize(300, 240)
    story.select(("met",))
    qtbot.waitUntil(lambda: sum(tick.wide for tick in panel.strip.ticks) == 2)
    assert len(panel.strip.ticks) == 6 + 2
    assert all(0 <= tick.fraction <= 1 for tick in panel.strip.ticks)
    bottom = QPoint(5, panel.strip.height() - 2)
    QTest.mouseClick(panel.strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bottom)
    bar = panel.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > bar.maximum() * 0.8)


def test_undo_of_adding_leaves_no_text(panel: SourcePanel, story: Session) -> None:
    story.new()
    assert (panel.document, panel.text.toPlainText(), panel.highlighted()) == (None, "", ())


def test_a_suggested_title_is_short_and_clean() -> None:
    assert suggested_title("— the council, met:") == "The council, met"
    numbers = "one two three four five six seven eight nine ten"
    assert suggested_title(numbers) == "One two three four five six seven eight nine…"


def test_tab_leaves_the_text(qtbot: QtBot, panel: SourcePanel) -> None:
    make_active(qtbot, panel)
    panel.text.setFocus()
    QTest.keyClick(panel.text, Qt.Key.Key_Tab)
    assert not panel.text.hasFocus()


def test_navigation_and_credits_are_muted_and_follow_the_theme(panel: SourcePanel, appearance: Appearance) -> None:
    def color_at(words: str) -> str:
        cursor = panel.text.textCursor()
        cursor.setPosition(panel.text.positions.to_qt(HARBOUR.index(words)) + 1)
        return cursor.charFormat().foreground().color().name()

    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        appearance.choose_theme(choice)
        theme, words = appearance.theme, ("Home |", "Photo:", "The strike")
        assert [color_at(word) for word in words] == [theme.muted, theme.muted, theme.text]


@pytest.fixture
def long_text(story: Session, tmp_path: Path) -> SourceDocument:
    """A text of several pages, a character beyond U+FFFF in every line; two events, on the first and the last page."""
    text = "".join(f"🚢 line {number}: the ship came in on 8 March 2021.\n" for number in range(9000))
    long = document(text, "long.txt", "Long")
    events = [
        replace(EVENTS[1], id=f"l{number}", excerpts=(excerpt(long, f"line {number}: the ship", f"{number}"),))
        for number in (5, 8990)
    ]
    story.open(project_file(tmp_path / "long.dateline", (long,), events))
    return long


def test_a_long_text_is_shown_in_parts(panel: SourcePanel, story: Session, long_text: SourceDocument) -> None:
    assert panel.text.page_count > 2
    assert len(panel.text.toPlainText()) < len(long_text.text) / 2
    assert panel.pages.isVisible()
    for number in (8990, 5):
        story.select((f"l{number}",))
        assert panel.highlighted() == (f"line {number}: the ship",)
        assert panel.text.emboldened() == (f"{number}",)
        at = long_text.text.index(f"line {number}:")
        seen = panel.text.visible_span()
        assert seen.start <= at < seen.end


def test_buttons_and_wheel_turn_the_parts(panel: SourcePanel, long_text: SourceDocument) -> None:
    assert not panel.pages.earlier.isEnabled()
    QTest.mouseClick(panel.pages.later, Qt.MouseButton.LeftButton)
    assert (panel.text.page, panel.pages.part.text()[:9]) == (1, "part 2 of")
    bar = panel.text.verticalScrollBar()
    bar.setValue(bar.maximum())
    spin(panel, -120)
    assert (panel.text.page, bar.value()) == (2, 0)
    spin(panel, 120)
    assert (panel.text.page, bar.value()) == (1, bar.maximum())


def spin(panel: SourcePanel, turn: int) -> None:
    """Turn the wheel over the text."""
    at, none = QPointF(50, 50), Qt.KeyboardModifier.NoModifier
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(0, turn), buttons, none, phase, False)
    QApplication.sendEvent(panel.text.viewport(), event)


def test_words_are_found_in_all_parts(panel: SourcePanel, long_text: SourceDocument) -> None:
    press(panel, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(panel.find_row.words, "line 8765:")
    span = panel.text.selected_span()
    assert span is not None
    assert span.of(long_text.text) == "line 8765:"
    assert panel.text.page > 0


def test_a_text_that_is_seen_from_its_beginning_stays_there_in_another_width(panel: SourcePanel) -> None:
    panel.resize(420, 200)
    bar = panel.text.verticalScrollBar()
    assert (bar.value(), bar.maximum() > 0) == (0, True)
    for width_px in (360, 500, 420):
        panel.resize(width_px, 200)
        assert bar.value() == 0


def test_a_selection_does_not_widen_the_panel(panel: SourcePanel, story: Session) -> None:
    for event in story.events:
        story.select((event.id,))
        assert panel.minimumSizeHint().width() < 328, "what a window of 1280 gives it"
