"""The event's card: all that is known of one event, and what can be decided on it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.card import EventCard
from dateline.gui.editevent import EditEventDialog
from dateline.gui.mergesplit import MergeDialog, SplitDialog
from dateline.gui.namesfield import names_in
from dateline.model.events import Attribution, Event, Factuality, ReviewState
from dateline.model.filters import EventFilter
from dateline.model.group import Group
from dateline.model.spans import Span
from dateline.session.changes import Place
from dateline.session.session import Session
from panel_story import ARTICLE, EVENTS, NOTE, project_file

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(qtbot: QtBot, story: Session, appearance: Appearance) -> EventCard:
    card = EventCard(story, appearance)
    qtbot.addWidget(card)
    card.resize(410, 420)
    card.show()
    return card


def texts(card: EventCard) -> list[str]:
    """All lines of the card as they are shown, without markup."""
    labels = [label for label in card.findChildren(QLabel) if label.isVisible() and label.text()]
    return [re.sub(r"<[^>]+>", "", label.text()).replace("&nbsp;", " ") for label in labels]


def line(card: EventCard, words: str) -> QLabel:
    """The line of the card that holds these words."""
    return next(label for label in card.findChildren(QLabel) if label.isVisible() and words in label.text())


def follow(card: EventCard, target: str) -> None:
    """Click a link, as Qt tells it."""
    line(card, f'href="{target}"').linkActivated.emit(target)


def shown(story: Session, event_id: str) -> Event:
    event = story.event(event_id)
    assert event is not None
    return event


def test_it_tells_everything_of_one_event(card: EventCard, story: Session) -> None:
    story.select(("met",))
    words = "\n".join(texts(card))
    for part in (
        "Council meets the union",
        "Mon 8 March 2021  2021-03-08 · inferred",
        "The text says “Monday, March 8”. The year comes from the document’s own date.",
        "Meetings and visits · Happened",
        "Customs house",
        "Council, Union",
        "“the talks of Monday ended it” — Harbour talks resume",
        "“The council and the union met on 9 March 2021” — letter.txt",
    ):
        assert part in words


def test_every_line_has_room_for_its_key(card: EventCard, story: Session) -> None:
    story.select(("met",))
    QApplication.processEvents()
    for key in ("Date", "Why", "Where", "Text"):
        [label] = [label for label in card.findChildren(QLabel) if label.isVisible() and label.text() == key]
        assert label.width() >= label.fontMetrics().horizontalAdvance(key)


def test_every_step_leads_to_its_place(qtbot: QtBot, card: EventCard, story: Session) -> None:
    story.select(("met",))
    for number, step in enumerate(EVENTS[0].why[:2]):
        assert step.document is not None
        assert step.span is not None
        with qtbot.waitSignal(story.pointed) as told:
            follow(card, f"step:{number}")
        assert told.args == [Place(step.document, step.span)]
    assert 'href="step:2"' not in line(card, "The event’s time").text()


def test_a_click_on_an_excerpt_selects_and_shows_it(qtbot: QtBot, card: EventCard, story: Session) -> None:
    story.select(("met",))
    with qtbot.waitSignal(story.pointed) as told:
        follow(card, "excerpt:2")
    assert story.selection.excerpt == 2
    assert told.args == [Place(NOTE.id, EVENTS[0].excerpts[2].anchor.span)]


def test_who_says_so_is_named_with_the_documents_that_name_them(
    qtbot: QtBot, card: EventCard, story: Session, tmp_path: Path
) -> None:
    first, second, third = EVENTS[0].excerpts
    article, letter = (text.index("the union") for text in (ARTICLE.text, NOTE.text))
    spans = [Span(article, article + 9), Span(letter, letter + 9)]
    excerpts = (
        replace(first, sources=(Attribution(spans[0], "the union"),)),
        second,
        replace(third, sources=(Attribution(spans[1], "the union"), Attribution(Span(0, 3), "The", named=False))),
    )
    story.open(project_file(tmp_path / "told.dateline", events=(replace(EVENTS[0], excerpts=excerpts), *EVENTS[1:])))
    story.select(("met",))
    [told] = [words for words in texts(card) if words.startswith("the union")]
    assert told == "the union (2) · 2 documentsnobody named: “The”Harbour talks resume: in its own words"
    with qtbot.waitSignal(story.pointed) as pointed:
        follow(card, "voice:1")
    assert pointed.args == [Place(NOTE.id, spans[1])]


def test_a_rival_date_is_shown_with_its_source_and_can_be_taken(
    qtbot: QtBot, card: EventCard, story: Session
) -> None:
    story.select(("met",))
    rival = next(words for words in texts(card) if words.startswith("Tue 9 March 2021"))
    assert "— letter.txt" in rival
    with qtbot.waitSignal(story.pointed):
        follow(card, "rival:0")
    follow(card, "use:0")
    time = shown(story, "met").time
    assert time is not None
    assert (time.edtf, time.alternatives) == ("2021-03-09", ()), "it is decided"
    assert "· yours" in line(card, "Tue 9 March 2021").text()
    assert "Mon 8 March 2021 or Tue 9 March 2021" in texts(card), "what was read is told beside it"
    assert story.undo_stack.undoText().startswith("date “Council meets the union”: 9 Mar 2021")


def test_accept_and_reject_can_be_taken_back_by_the_same_button(card: EventCard, story: Session) -> None:
    story.select(("met",))
    for name, state in (("accept", ReviewState.ACCEPTED), ("reject", ReviewState.REJECTED)):
        QTest.mouseClick(card.buttons[name], LEFT)
        assert shown(story, "met").review is state
        assert "✓" in card.buttons[name].text()
        QTest.mouseClick(card.buttons[name], LEFT)
        assert shown(story, "met").review is ReviewState.TO_REVIEW
        assert "✓" not in card.buttons[name].text()


def test_several_are_decided_on_at_once(card: EventCard, story: Session) -> None:
    story.select(("office", "strike", "toast"))
    assert "3 events selected" in texts(card)
    assert not card.buttons["edit"].isVisible()
    QTest.mouseClick(card.buttons["reject"], LEFT)
    assert {shown(story, id_).review for id_ in ("office", "strike", "toast")} == {ReviewState.REJECTED}
    story.undo()
    QTest.mouseClick(card.buttons["merge"], LEFT)
    assert [event.id for event in story.events if event.id in {"office", "strike", "toast"}] == ["office"]
    assert len(shown(story, "office").excerpts) == 3


def test_reset_is_offered_where_something_was_decided(card: EventCard, story: Session) -> None:
    story.select(("office",))
    assert not card.buttons["reset"].isVisible()
    story.edit("office", title="Another name")
    assert card.title.text() == "Another name"
    QTest.mouseClick(card.buttons["reset"], LEFT)
    assert card.title.text() == "Port office created"
    assert not card.buttons["reset"].isVisible()


def test_only_what_can_be_done_is_offered(card: EventCard, story: Session) -> None:
    assert {name for name, button in card.buttons.items() if button.isVisible()} == {"next"}
    QTest.mouseClick(card.buttons["next"], LEFT)
    assert len(story.selection.ids) == 1
    story.select(("office",))
    assert not card.buttons["split"].isVisible()
    story.select(("met",))
    assert card.buttons["split"].isVisible()


def test_titles_and_notes_are_no_markup(card: EventCard, story: Session) -> None:
    story.edit("office", title="<b>&amp; co", notes="1 < 2\nsecond", tags=("a<b",))
    story.select(("office",))
    words = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert card.title.text() == "<b>&amp; co"
    assert "1 &lt; 2<br>second" in "".join(words)
    assert "a&lt;b" in "".join(words)


def test_long_words_do_not_widen_the_card(card: EventCard, story: Session) -> None:
    story.select(("office",))
    before = card.minimumSizeHint().width()
    story.edit("office", title="x" * 300, notes="y" * 300)
    assert card.minimumSizeHint().width() <= max(before, 300)


def test_edit_sets_only_what_was_changed(card: EventCard, story: Session) -> None:
    story.select(("strike",))
    QTest.mouseClick(card.buttons["edit"], LEFT)
    [dialog] = card.findChildren(EditEventDialog)
    assert dialog.changes() == {}
    dialog.title.clear()
    assert not dialog.yes.isEnabled()
    QTest.keyClicks(dialog.title, "Long strike")
    dialog.reality.setCurrentIndex(dialog.reality.findData(Factuality.ONGOING.value))
    dialog.who.setText("Dockers, Union, Dockers")
    dialog.notes.setPlainText("see file 3")
    dialog.kind.choose("court", Group.LAW)
    QTest.mouseClick(dialog.yes, LEFT)
    event = shown(story, "strike")
    assert (event.title, event.factuality, event.actors) == ("Long strike", Factuality.ONGOING, ("Dockers", "Union"))
    assert (event.kind, event.group, event.notes) == ("court", Group.LAW, "see file 3")
    assert event.edited == {"title", "factuality", "actors", "kind", "group", "notes"}
    story.undo()
    assert shown(story, "strike").edited == frozenset()


def test_a_date_is_edited_in_free_words_and_can_be_taken_away(card: EventCard, story: Session) -> None:
    story.select(("strike",))
    for typed, edtf in (("autumn 1998", "1998-23"), ("", None)):
        card.edit()
        dialog = next(dialog for dialog in card.findChildren(EditEventDialog) if dialog.isVisible())
        dialog.date.line.selectAll()
        QTest.keyClick(dialog.date.line, Qt.Key.Key_Delete)
        QTest.keyClicks(dialog.date.line, typed)
        QTest.mouseClick(dialog.yes, LEFT)
        time = shown(story, "strike").time
        assert (time.edtf if time else None) == edtf


def test_a_date_that_is_none_cannot_be_saved(card: EventCard, story: Session) -> None:
    story.select(("strike",))
    card.edit()
    [dialog] = card.findChildren(EditEventDialog)
    dialog.date.set_text("blue moon")
    assert not dialog.yes.isEnabled()
    dialog.close()


def test_merge_asks_with_which_event_the_nearest_first(card: EventCard, story: Session) -> None:
    story.select(("met",))
    QTest.mouseClick(card.buttons["merge"], LEFT)
    [dialog] = card.findChildren(MergeDialog)
    assert dialog.list.item(0).text().startswith("Toast to the end")
    assert not dialog.yes.isEnabled()
    QTest.keyClicks(dialog.words, "port office")
    assert dialog.list.count() == 1
    dialog.list.item(0).setSelected(True)
    QTest.mouseClick(dialog.yes, LEFT)
    assert story.event("office") is None
    assert len(shown(story, "met").excerpts) == 4


def test_split_takes_some_excerpts_but_not_all(card: EventCard, story: Session) -> None:
    story.select(("met",))
    QTest.mouseClick(card.buttons["split"], LEFT)
    [dialog] = card.findChildren(SplitDialog)
    for row in range(3):
        dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert not dialog.yes.isEnabled()
    for row in (0, 1):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    QTest.mouseClick(dialog.yes, LEFT)
    assert [excerpt.document for excerpt in shown(story, "met").excerpts] == [ARTICLE.id, ARTICLE.id]
    assert sum(NOTE.id in event.documents for event in story.events) == 2


def test_names_are_told_apart_by_commas() -> None:
    assert names_in(" EU , Japan,, EU,") == ("EU", "Japan")


def test_every_button_can_be_pressed_in_a_small_window(card: EventCard, story: Session, qtbot: QtBot) -> None:
    card.resize(326, 186)
    story.select(("met",))
    QApplication.processEvents()
    for name in ("accept", "edit", "merge", "reject"):
        area = card.buttons[name].geometry()
        assert card.buttons[name].isVisible()
        assert 0 < area.bottom() < card.height() - 8, name


def test_no_gap_stands_between_the_lines(card: EventCard, story: Session, qtbot: QtBot) -> None:
    """One event after another: what was left free for the first is not kept above the second."""
    for event in ("met", "toast", "met"):
        if story.event(event) is not None:
            story.select((event,))
    qtbot.waitUntil(lambda: line(card, "Mon 8 March 2021").y() < line(card, "Mon 8 March 2021").height())


def test_what_is_left_to_review_follows_the_filters(card: EventCard, story: Session) -> None:
    assert any("6 of 6 still to review" in words for words in texts(card))
    story.set_filter(EventFilter(words="strike"))
    assert any("1 of 1 still to review" in words for words in texts(card))
