"""The filters: values with counts, and what a tick hides."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.facetrow import FacetRow
from dateline.gui.facetsection import FacetSection, ticked
from dateline.gui.filterspanel import FiltersPanel
from dateline.model.events import Attribution, ReviewState
from dateline.model.filters import NOTHING, WITHOUT_REJECTED, Choice, EventFilter, Facet
from dateline.model.spans import Span
from dateline.session.session import Session
from panel_story import ARTICLE, EVENTS, NOTE, project_file
from pointer import make_active

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, story: Session, appearance: Appearance) -> FiltersPanel:
    panel = FiltersPanel(story, appearance)
    qtbot.addWidget(panel)
    panel.resize(260, 900)
    make_active(qtbot, panel)
    return panel


def lines(section: FacetSection) -> list[tuple[str, str, bool]]:
    """What the rows of a facet show: name, count, tick."""
    return [(row.box.words(), row.count.text(), row.box.isChecked()) for row in section.rows.values()]


def row(panel: FiltersPanel, facet: Facet, value: str) -> FacetRow:
    return panel.sections[facet].rows[facet, value]


def hover(widget: FacetRow) -> None:
    QApplication.sendEvent(widget, QEnterEvent(QPointF(3, 3), QPointF(3, 3), QPointF(3, 3)))


def test_every_facet_has_its_values_with_counts(panel: FiltersPanel) -> None:
    assert lines(panel.sections[Facet.GROUP]) == [
        ("Meetings and visits", "1", True),
        ("Statements and reports", "1", True),
        ("Institutions and offices", "1", True),
        ("Conflict and disaster", "1", True),
        ("Economy and other", "2", True),
    ]
    assert lines(panel.sections[Facet.CERTAINTY]) == [
        ("Stated", "3", True),
        ("Approximate", "1", True),
        ("Inferred from context", "1", True),
        ("Undated", "1", True),
    ]
    assert lines(panel.sections[Facet.DOCUMENT]) == [("Harbour talks resume", "5", True), ("letter.txt", "2", True)]
    assert lines(panel.sections[Facet.REVIEW]) == [
        ("To review", "6", True),
        ("Accepted", "0", True),
        ("Rejected", "0", False),
    ]


def test_a_tick_taken_away_hides_and_the_counts_of_the_others_follow(panel: FiltersPanel, story: Session) -> None:
    QTest.mouseClick(row(panel, Facet.GROUP, "other").box, LEFT)
    assert {event.group.value for event in story.passing} == {"meeting", "statement", "institution", "conflict"}
    assert row(panel, Facet.GROUP, "other").count.text() == "2"
    assert row(panel, Facet.REVIEW, ReviewState.TO_REVIEW.value).count.text() == "4"
    QTest.mouseClick(row(panel, Facet.GROUP, "other").box, LEFT)
    assert story.filter == WITHOUT_REJECTED


def test_only_shows_one_alone_and_again_all(panel: FiltersPanel, story: Session) -> None:
    line = row(panel, Facet.GROUP, "meeting")
    assert not line.only_button.isVisible()
    hover(line)
    assert line.only_button.isVisible()
    QTest.mouseClick(line.only_button, LEFT)
    assert [event.id for event in story.passing] == ["met"]
    assert [checked for *_, checked in lines(panel.sections[Facet.GROUP])] == [True, False, False, False, False]
    assert line.only_button.text() == "All"
    QTest.mouseClick(line.only_button, LEFT)
    assert len(story.passing) == len(EVENTS)


def test_only_leaves_with_the_pointer(panel: FiltersPanel) -> None:
    line = row(panel, Facet.GROUP, "meeting")
    hover(line)
    QApplication.sendEvent(line, QEvent(QEvent.Type.Leave))
    assert not line.only_button.isVisible()


def test_all_of_it_by_keys(panel: FiltersPanel, story: Session) -> None:
    line = row(panel, Facet.GROUP, "meeting")
    line.box.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.only_button.isVisible()
    QTest.keyClick(line.box, Qt.Key.Key_Space)
    assert "met" not in {event.id for event in story.passing}
    assert line.box.hasFocus()
    QTest.keyClick(line.box, Qt.Key.Key_Tab)
    assert line.only_button.hasFocus()
    QTest.keyClick(line.only_button, Qt.Key.Key_Space)
    assert [event.id for event in story.passing] == ["met"]
    QTest.keyClick(line.only_button, Qt.Key.Key_Down)
    below = row(panel, Facet.GROUP, "statement")
    assert below.box.hasFocus()
    assert not line.only_button.isVisible()
    QTest.keyClick(below.box, Qt.Key.Key_O)
    assert [event.id for event in story.passing] == ["report"]
    QTest.keyClick(below.box, Qt.Key.Key_Up)
    assert line.box.hasFocus()


def test_fine_kinds_stand_below_their_group(panel: FiltersPanel, story: Session) -> None:
    group = row(panel, Facet.GROUP, "institution")
    QTest.mouseClick(group.opener, LEFT)
    fine = panel.sections[Facet.GROUP].rows[Facet.KIND, "creation"]
    assert fine.box.words() == "Creation"
    QTest.mouseClick(fine.box, LEFT)
    assert story.filter.choice(Facet.KIND) == Choice(hidden=frozenset({"creation"}))
    assert "office" not in {event.id for event in story.passing}
    QTest.mouseClick(group.opener, LEFT)
    assert (Facet.KIND, "creation") not in panel.sections[Facet.GROUP].rows


def test_a_group_without_fine_kinds_has_nothing_to_open(panel: FiltersPanel) -> None:
    assert not row(panel, Facet.GROUP, "other").opener.isVisible()


def test_what_has_no_value_can_be_filtered_too(panel: FiltersPanel, story: Session) -> None:
    nobody = row(panel, Facet.ACTOR, NOTHING)
    assert (nobody.box.words(), nobody.count.text()) == ("Nobody named", "5")
    QTest.mouseClick(nobody.box, LEFT)
    assert [event.id for event in story.passing] == ["met"]


def test_a_facet_of_which_there_is_nothing_to_tell_is_not_shown(panel: FiltersPanel, story: Session) -> None:
    assert not panel.sections[Facet.TAG].isVisible()
    story.edit("met", tags=("talks",))
    assert panel.sections[Facet.TAG].isVisible()


def many_actors(story: Session, path: Path) -> None:
    events = [
        replace(EVENTS[1], id=f"e{n}", actors=tuple(f"Actor {m:02}" for m in range(n + 1))) for n in range(30)
    ]
    story.open(project_file(path, events=events))


def test_who_says_so_is_a_facet_where_somebody_does(panel: FiltersPanel, story: Session, tmp_path: Path) -> None:
    assert not panel.sections[Facet.SOURCE].isVisibleTo(panel)
    told, rumoured = Attribution(Span(0, 5), "the union"), Attribution(Span(0, 5), "reportedly", named=False)
    sources = {"met": (told,), "strike": (rumoured,)}
    events = tuple(
        replace(event, excerpts=tuple(replace(one, sources=sources.get(event.id, ())) for one in event.excerpts))
        for event in EVENTS
    )
    story.open(project_file(tmp_path / "told.dateline", events=events))
    names = [name for name, *_ in lines(panel.sections[Facet.SOURCE])]
    assert names == ["Hearsay", "union", "The document itself"]


def test_a_long_list_shows_the_first_and_on_demand_all(panel: FiltersPanel, story: Session, tmp_path: Path) -> None:
    many_actors(story, tmp_path / "many.dateline")
    section = panel.sections[Facet.ACTOR]
    assert [name for name, *_ in lines(section)] == [f"Actor {n:02}" for n in range(5)]
    assert section.more.text() == "Show all 30"
    QTest.mouseClick(section.more, LEFT)
    assert len(lines(section)) == 30
    QTest.keyClicks(section.words, "2")
    assert [name for name, *_ in lines(section)] == ["Actor 02", "Actor 12", *(f"Actor {n}" for n in range(20, 30))]
    QTest.mouseClick(section.more, LEFT)
    assert len(lines(section)) == 5


def test_what_is_hidden_stays_in_sight_in_a_long_list(panel: FiltersPanel, story: Session, tmp_path: Path) -> None:
    many_actors(story, tmp_path / "many.dateline")
    story.set_filter(EventFilter().with_choice(Facet.ACTOR, Choice(hidden=frozenset({"Actor 25"}))))
    assert ("Actor 25", "5", False) in lines(panel.sections[Facet.ACTOR])


def test_rows_keep_the_focus_when_the_events_change(panel: FiltersPanel, story: Session) -> None:
    box = row(panel, Facet.GROUP, "conflict").box
    box.setFocus()
    story.review(("met",), ReviewState.REJECTED)
    assert row(panel, Facet.GROUP, "conflict").box is box
    assert box.window().focusWidget() is box  # whether or not the window is the active one


def test_dim_instead_of_hide(panel: FiltersPanel, story: Session) -> None:
    QTest.mouseClick(panel.dim, LEFT, pos=panel.dim.rect().center())
    assert story.filter.dim
    story.set_filter(replace(story.filter, dim=False))
    assert not panel.dim.isChecked()


def test_it_never_asks_for_more_width_than_it_was_given(panel: FiltersPanel, story: Session) -> None:
    before = panel.minimumSizeHint().width()
    story.correct_document(NOTE.id, title="A very long title of a letter that nobody will ever read to its end")
    hover(row(panel, Facet.DOCUMENT, NOTE.id))
    QApplication.processEvents()
    assert panel.minimumSizeHint().width() <= before <= 250


def test_filters_are_saved_applied_and_removed(panel: FiltersPanel, story: Session) -> None:
    wanted = EventFilter().with_choice(Facet.DOCUMENT, Choice(only=frozenset({NOTE.id})))
    story.set_filter(wanted)
    QTest.keyClicks(panel.saved.name, "The letter")
    QTest.keyClick(panel.saved.name, Qt.Key.Key_Return)
    assert (list(panel.saved.rows), panel.saved.name.text()) == (["The letter"], "")
    story.set_filter(EventFilter())
    apply = panel.saved.rows["The letter"].findChild(QPushButton, "apply")
    assert isinstance(apply, QPushButton)
    QTest.mouseClick(apply, LEFT)
    assert story.filter == wanted
    remove = panel.saved.rows["The letter"].findChild(QToolButton, "remove")
    assert isinstance(remove, QToolButton)
    QTest.mouseClick(remove, LEFT)
    assert not panel.saved.rows
    story.undo()
    assert list(panel.saved.rows) == ["The letter"]


def test_a_document_is_called_by_its_title(panel: FiltersPanel, story: Session) -> None:
    story.correct_document(NOTE.id, title="My letter")
    assert [name for name, *_ in lines(panel.sections[Facet.DOCUMENT])] == ["Harbour talks resume", "My letter"]
    assert row(panel, Facet.DOCUMENT, ARTICLE.id).box.accessibleName() == "Harbour talks resume, 5 events"


def test_where_only_some_are_shown_ticks_add_and_the_last_brings_all_back() -> None:
    only = ticked(Choice(only=frozenset({"a"})), "b", True)
    assert only == Choice(only=frozenset({"a", "b"}))
    assert ticked(ticked(only, "a", False), "b", False) == Choice()
