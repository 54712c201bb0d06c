"""What is known of a document, and how a person corrects it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.documentdialog import DocumentDialog
from dateline.model.documents import PublishedOrigin
from dateline.session.changes import Place
from dateline.session.session import Session
from panel_story import ARTICLE, EVENTS, NOTE, project_file

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    return window


def dialog_of(story: Session, appearance: Appearance, document: str, window: QWidget) -> DocumentDialog:
    dialog = DocumentDialog(story, appearance, document, window)
    dialog.open()
    return dialog


def test_it_shows_what_is_known(story: Session, appearance: Appearance, window: QWidget) -> None:
    dialog = dialog_of(story, appearance, ARTICLE.id, window)
    shown = dialog.title.text(), dialog.author.text(), dialog.address.text(), dialog.date.text()
    assert shown == ("Harbour talks resume", "Ada Lund", "https://example.org/harbour", "Fri 12 March 2021")
    assert dialog.origin.text() == "read in the text: “12 March 2021”"
    assert not dialog.without.isVisible()
    assert not dialog.isModal()


def test_the_words_of_the_date_can_be_looked_at(
    qtbot: QtBot, story: Session, appearance: Appearance, window: QWidget
) -> None:
    dialog = dialog_of(story, appearance, ARTICLE.id, window)
    assert ARTICLE.published is not None
    assert ARTICLE.published.span is not None
    with qtbot.waitSignal(story.pointed) as told:
        QTest.mouseClick(dialog.origin, LEFT)
    assert told.args == [Place(ARTICLE.id, ARTICLE.published.span)]


def test_corrections_are_one_step(story: Session, appearance: Appearance, window: QWidget) -> None:
    dialog = dialog_of(story, appearance, ARTICLE.id, window)
    dialog.title.setText("Talks in the harbour")
    dialog.author.setText("")
    QTest.mouseClick(dialog.save, LEFT)
    document = story.document(ARTICLE.id)
    assert document is not None
    assert (document.title, document.author, document.published) == ("Talks in the harbour", "", ARTICLE.published)
    assert story.undo_stack.count() == 1


def test_nothing_changed_is_no_step(story: Session, appearance: Appearance, window: QWidget) -> None:
    dialog = dialog_of(story, appearance, ARTICLE.id, window)
    QTest.mouseClick(dialog.save, LEFT)
    assert story.undo_stack.count() == 0


def test_without_a_date_it_asks_and_offers_that_of_the_file(
    qtbot: QtBot, story: Session, appearance: Appearance, window: QWidget
) -> None:
    dialog = dialog_of(story, appearance, NOTE.id, window)
    assert dialog.head.text() == "When was “letter.txt” published?"
    assert dialog.suggestion.text() == "Use the file’s own date, Sun 14 March 2021"
    QTest.mouseClick(dialog.suggestion, LEFT)
    with qtbot.waitSignal(story.jobs.finished, timeout=20_000):
        QTest.mouseClick(dialog.save, LEFT)
    document = story.document(NOTE.id)
    assert document is not None
    assert document.published is not None
    assert (document.published.edtf, document.published.origin) == ("2021-03-14", PublishedOrigin.PERSON)


def test_it_can_go_on_without(story: Session, appearance: Appearance, window: QWidget) -> None:
    dialog = dialog_of(story, appearance, NOTE.id, window)
    QTest.mouseClick(dialog.without, LEFT)
    assert not window.findChildren(DocumentDialog) or not dialog.isVisible()
    assert story.document(NOTE.id) == NOTE


def test_a_date_that_is_none_cannot_be_saved(story: Session, appearance: Appearance, window: QWidget) -> None:
    dialog = dialog_of(story, appearance, NOTE.id, window)
    dialog.date.set_text("some day")
    assert not dialog.save.isEnabled()


def test_the_list_leads_to_the_other_documents(story: Session, appearance: Appearance, window: QWidget) -> None:
    dialog = dialog_of(story, appearance, ARTICLE.id, window)
    assert [dialog.list.item(n).text() for n in range(2)] == ["Harbour talks resume", "letter.txt  (no date)"]
    dialog.list.setCurrentRow(1)
    assert (dialog.title.text(), dialog.date.text()) == ("", "")


def test_a_document_is_removed_and_comes_back(
    qtbot: QtBot, story: Session, appearance: Appearance, window: QWidget
) -> None:
    dialog = dialog_of(story, appearance, NOTE.id, window)
    with qtbot.waitSignal(story.jobs.finished, timeout=20_000):
        QTest.mouseClick(dialog.remove, LEFT)
    assert set(story.project.document) == {ARTICLE.id}
    assert dialog.title.text() == "Harbour talks resume"
    story.undo()
    assert set(story.project.document) == {ARTICLE.id, NOTE.id}


def test_one_dialog_asks_for_many_documents(story: Session, appearance: Appearance, window: QWidget) -> None:
    first = DocumentDialog.ask(story, appearance, NOTE.id, window)
    assert DocumentDialog.ask(story, appearance, ARTICLE.id, window) is first
    assert len(window.findChildren(DocumentDialog)) == 1
    assert first.head.text() == "When was “letter.txt” published?"


def test_another_project_closes_it(story: Session, appearance: Appearance, window: QWidget, tmp_path: Path) -> None:
    dialog = dialog_of(story, appearance, NOTE.id, window)
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    story.open(project_file(tmp_path / "other.dateline", events=EVENTS[:1]))
    assert closed or not dialog.isVisible()


def test_nothing_in_it_stands_on_something_else(
    story: Session, appearance: Appearance, window: QWidget, qtbot: QtBot
) -> None:
    dialog = dialog_of(story, appearance, NOTE.id, window)
    qtbot.waitUntil(lambda: dialog.hint.height() >= dialog.hint.heightForWidth(dialog.hint.width()))
    assert dialog.date.height() >= dialog.date.sizeHint().height(), "what a date is understood as has its line"
    assert dialog.width() > 600
