"""A person reads a date in another way: from the text, from the card, and in all similar places at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.card import EventCard
from dateline.gui.documentdialog import DocumentDialog
from dateline.gui.source.correctdate import CorrectDateDialog
from dateline.gui.source.panel import SourcePanel
from dateline.gui.source.similarbar import SimilarDialog, words_around
from dateline.model.spans import Span
from dateline.session.session import Session

LEFT = Qt.MouseButton.LeftButton
TEXT = """Harbour office minutes

By Ann Lee

October 30, 2014

The office opened on 3/4/2012 in the old mill. The council met last March in Geneva. Two days later it signed a treaty.

It voted on 5/6/2012 in Bern. A new director was appointed on 7/8/2013. The union protested on 12 May.
"""

Wait = Callable[[Callable[[], object]], None]


@pytest.fixture
def reading(qtbot: QtBot, empty_session: Session) -> Wait:
    def wait(start: Callable[[], object]) -> None:
        with qtbot.waitSignal(empty_session.readings.idle, timeout=20_000):
            start()

    return wait


@pytest.fixture
def panel(qtbot: QtBot, empty_session: Session, appearance: Appearance, reading: Wait) -> Iterator[SourcePanel]:
    panel = SourcePanel(empty_session, appearance)
    qtbot.addWidget(panel)
    panel.resize(460, 700)
    with qtbot.waitExposed(panel):
        panel.show()
    reading(lambda: empty_session.add_text(TEXT, "minutes.txt"))
    yield panel
    panel.close()


def middle_of(panel: SourcePanel, words: str) -> QPoint:
    at = TEXT.index(words)
    panel.text.reveal(Span(at, at + len(words)))
    cursor = panel.text.textCursor()
    cursor.setPosition(panel.text.positions.to_qt(at + 1))
    return panel.text.cursorRect(cursor).center()


def click(panel: SourcePanel, words: str) -> None:
    QTest.mouseClick(panel.text.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle_of(panel, words))


def asked(widget: SourcePanel | EventCard) -> CorrectDateDialog:
    (dialog,) = [one for one in widget.findChildren(CorrectDateDialog) if one.isVisible()]
    return dialog


def edtf_of(session: Session, words: str) -> str:
    event = next(one for one in session.events if any(words in excerpt.quote for excerpt in one.excerpts))
    return event.time.edtf if event.time else ""


def test_a_click_asks_only_while_dates_are_edited(panel: SourcePanel, empty_session: Session) -> None:
    click(panel, "3/4/2012")
    assert not panel.findChildren(CorrectDateDialog)
    assert len(empty_session.selection.ids) == 1

    QTest.mouseClick(panel.header.edit_dates, LEFT)
    click(panel, "3/4/2012")

    assert asked(panel).date.text() == "Sun 4 March 2012"


def test_the_other_order_is_one_click_and_its_like_is_offered(
    panel: SourcePanel, empty_session: Session, reading: Wait, qtbot: QtBot
) -> None:
    panel.header.edit_dates.setChecked(True)
    click(panel, "3/4/2012")
    dialog = asked(panel)
    (other,) = dialog.others
    QTest.mouseClick(other, LEFT)
    reading(lambda: QTest.mouseClick(dialog.yes, LEFT))

    assert edtf_of(empty_session, "The office opened") == "2012-04-03"
    assert panel.similar.isVisible()
    assert panel.similar.words.text() == "2 more dates may be wrong in the same way."

    QTest.mouseClick(panel.similar.look, LEFT)
    (cases,) = panel.window().findChildren(SimilarDialog)
    described = [cases.list.item(row).text() for row in range(cases.list.count())]
    assert described[0].startswith("“5/6/2012”: Sun 6 May 2012 → Tue 5 June 2012\n")
    assert "It voted on 5/6/2012 in Bern" in described[0]
    cases.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert cases.yes.text() == "Change 1"
    reading(lambda: QTest.mouseClick(cases.yes, LEFT))

    assert edtf_of(empty_session, "It voted") == "2012-06-05"
    assert edtf_of(empty_session, "A new director") == "2013-07-08"
    assert panel.similar.isHidden()
    empty_session.undo()
    assert edtf_of(empty_session, "It voted") == "2012-05-06"


def test_the_offer_goes_with_the_correction_that_is_taken_back(
    panel: SourcePanel, empty_session: Session, reading: Wait
) -> None:
    panel.header.edit_dates.setChecked(True)
    click(panel, "3/4/2012")
    dialog = asked(panel)
    QTest.mouseClick(dialog.others[0], LEFT)
    reading(dialog.accept)
    assert panel.similar.isVisible()

    empty_session.undo()

    assert panel.similar.isHidden()
    assert edtf_of(empty_session, "The office opened") == "2012-03-04"


def test_what_hangs_on_a_date_that_is_counted_from_another_time_moves(
    panel: SourcePanel, empty_session: Session, reading: Wait
) -> None:
    panel.text.put_caret(TEXT.index("last March") + 2)
    QTest.keyClick(panel.text, Qt.Key.Key_F2)
    dialog = asked(panel)
    assert dialog.reference.text() == "Thu 30 October 2014"
    dialog.reference.set_text("30 October 2012")
    assert dialog.date.text() == "March 2012"
    dialog.date.set_text("10 March 2012")

    reading(dialog.accept)

    assert edtf_of(empty_session, "last March") == "2012-03-10"
    assert edtf_of(empty_session, "Two days later") == "2012-03-12"


def test_the_menu_asks_of_the_date_it_was_opened_on(panel: SourcePanel, qtbot: QtBot) -> None:
    panel.text.customContextMenuRequested.emit(middle_of(panel, "5/6/2012"))
    menu = next(menu for menu in panel.findChildren(QMenu) if menu.isVisible())
    action = next(action for action in menu.actions() if action.text().startswith("How is this date read"))
    assert action.isEnabled()
    action.trigger()
    menu.close()

    assert asked(panel).date.text() == "Sun 6 May 2012"


def test_no_date_and_back_to_the_rules(panel: SourcePanel, empty_session: Session, reading: Wait) -> None:
    panel.header.edit_dates.setChecked(True)
    click(panel, "7/8/2013")
    dialog = asked(panel)
    dialog.no_date.setChecked(True)
    assert not dialog.date.isEnabled()
    reading(dialog.accept)
    assert "2013-07-08" not in {event.time.edtf for event in empty_session.events if event.time}

    click(panel, "7/8/2013")
    dialog = asked(panel)
    assert dialog.no_date.isChecked()
    assert dialog.rules.isVisible()
    reading(lambda: QTest.mouseClick(dialog.rules, LEFT))

    assert edtf_of(empty_session, "A new director") == "2013-07-08"


def test_words_that_mean_no_date_cannot_be_chosen(panel: SourcePanel) -> None:
    panel.header.edit_dates.setChecked(True)
    click(panel, "5/6/2012")
    dialog = asked(panel)
    dialog.date.set_text("whenever")
    assert not dialog.yes.isEnabled()
    dialog.date.set_text("June 2012")
    assert dialog.yes.isEnabled()


def test_nothing_changed_nothing_done(panel: SourcePanel, empty_session: Session) -> None:
    panel.header.edit_dates.setChecked(True)
    click(panel, "5/6/2012")
    steps = empty_session.undo_stack.count()
    asked(panel).accept()
    assert not empty_session.readings.is_busy
    assert empty_session.undo_stack.count() == steps


def test_of_its_own_date_the_document_asks(panel: SourcePanel) -> None:
    panel.header.edit_dates.setChecked(True)
    click(panel, "October 30, 2014")

    assert not panel.findChildren(CorrectDateDialog)
    assert any(dialog.isVisible() for dialog in panel.window().findChildren(DocumentDialog))


def test_the_card_leads_to_the_same_question(
    panel: SourcePanel, empty_session: Session, appearance: Appearance, qtbot: QtBot, tmp_path: Path
) -> None:
    card = EventCard(empty_session, appearance)
    qtbot.addWidget(card)
    card.show()
    event = next(one for one in empty_session.events if "It voted" in one.excerpts[0].quote)
    empty_session.select((event.id,))

    card._follow("correct:0")

    dialog = asked(card)
    assert dialog.date.text() == "Sun 6 May 2012"
    assert not [button for button in dialog.findChildren(QPushButton) if "own date wrong" in button.text()]
    dialog.reject()


def test_the_card_takes_the_other_order_and_its_like_is_offered(
    panel: SourcePanel, empty_session: Session, appearance: Appearance, qtbot: QtBot, reading: Wait
) -> None:
    card = EventCard(empty_session, appearance)
    qtbot.addWidget(card)
    card.show()
    event = next(one for one in empty_session.events if "It voted" in one.excerpts[0].quote)
    empty_session.select((event.id,))
    reading(lambda: card._follow("use:0"))

    after = empty_session.event(event.id)
    assert after is not None
    assert after.time is not None
    assert after.time.edtf == "2012-06-05"
    assert panel.similar.isVisible()


def test_the_words_around_are_whole() -> None:
    text = "a" * 50 + " " + "word " * 30
    around = words_around(text, Span(80, 84))

    assert around.startswith("…word")
    assert around.endswith("word…")
