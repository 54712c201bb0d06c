"""The table of events: its columns, its order, and the selection it shares."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from dateline.gui.appearance import Appearance
from dateline.gui.editevent import EditEventDialog
from dateline.gui.table import EventTable
from dateline.model.events import Attribution, ReviewState
from dateline.model.filters import EventFilter
from dateline.model.spans import Span
from dateline.session.changes import Place
from dateline.session.session import Session
from panel_story import ARTICLE, EVENTS, project_file, time

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def table(qtbot: QtBot, story: Session, appearance: Appearance) -> EventTable:
    table = EventTable(story, appearance)
    QAbstractItemModelTester(table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    qtbot.addWidget(table)
    table.resize(1100, 300)
    table.show()
    table.setFocus()
    return table


def column(table: EventTable, number: int) -> list[str]:
    return [str(table.rows.index(row, number).data()) for row in range(table.rows.rowCount())]


def click(table: EventTable, event_id: str, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    row = table.rows.row_of(event_id)
    assert row is not None
    QTest.mouseClick(table.viewport(), LEFT, modifier, table.visualRect(table.rows.index(row, 1)).center())


def state(story: Session, event_id: str) -> ReviewState:
    event = story.event(event_id)
    assert event is not None
    return event.review


def test_it_says_what_the_page_promises(table: EventTable) -> None:
    titles = [table.rows.headerData(n, Qt.Orientation.Horizontal) for n in range(table.rows.columnCount())]
    assert titles == ["Date", "Event", "Why this date", "Excerpts", "Document", "Review", "Said by"]
    row = table.rows.row_of("met")
    assert row is not None
    assert [table.rows.index(row, n).data() for n in range(6)] == [
        "8 Mar 2021 or 9 Mar 2021",
        "Council meets the union",
        "“Monday, March 8”, counted from publication",
        "3",
        "Harbour talks resume, letter.txt",
        "To review",
    ]


def test_dates_are_sorted_by_time_and_not_by_their_words(
    table: EventTable, story: Session, tmp_path: Path
) -> None:
    years = ["2004", "-0043", "0900", "1999-12-31", "10000"[:4]]
    events = [replace(EVENTS[1], id=f"e{n}", time=time(year)) for n, year in enumerate(years)]
    story.open(project_file(tmp_path / "years.dateline", events=events))
    assert column(table, 0) == ["44 BC", "900", "1000", "31 Dec 1999", "2004"]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert column(table, 0) == ["2004", "31 Dec 1999", "1000", "900", "44 BC"]


def test_other_columns_sort_too_and_numbers_as_numbers(table: EventTable) -> None:
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert column(table, 1) == sorted(column(table, 1), key=str.casefold)
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert column(table, 3)[0] == "3"


def test_sorting_keeps_the_selection(table: EventTable, story: Session) -> None:
    story.select(("strike", "met"))
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert set(table.selected_ids()) == {"strike", "met"}
    assert story.selection.ids == ("strike", "met")


def test_the_selection_is_shared_both_ways(table: EventTable, story: Session) -> None:
    click(table, "office")
    assert story.selection.ids == ("office",)
    click(table, "strike", Qt.KeyboardModifier.ControlModifier)
    assert set(story.selection.ids) == {"office", "strike"}
    story.select(("met",))
    assert table.selected_ids() == ("met",)
    story.select(())
    assert table.selected_ids() == ()


def test_all_can_be_selected(table: EventTable, story: Session) -> None:
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(story.selection.ids) == len(EVENTS)


def test_arrows_walk_through_time(table: EventTable, story: Session) -> None:
    click(table, "office")
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert story.selection.ids == (story.passing[1].id,)


def test_a_and_r_decide_and_go_on_to_the_next(table: EventTable, story: Session) -> None:
    story.select(("office",))
    QTest.keyClick(table, Qt.Key.Key_A)
    assert state(story, "office") is ReviewState.ACCEPTED
    following = story.selection.ids
    assert following == (story.passing[1].id,)
    QTest.keyClick(table, Qt.Key.Key_R)
    assert state(story, following[0]) is ReviewState.REJECTED
    assert story.selection.ids == (story.passing[1].id,), "the one behind it, not the first again"
    assert table.rows.row_of(following[0]) is None
    assert table.selected_ids() == story.selection.ids


def test_thirty_are_reviewed_without_the_mouse(table: EventTable, story: Session, tmp_path: Path) -> None:
    events = [replace(EVENTS[1], id=f"e{n:02}", time=time(f"{1900 + n}")) for n in range(30)]
    story.open(project_file(tmp_path / "thirty.dateline", events=events))
    story.next_to_review()
    for number in range(30):
        QTest.keyClick(table, Qt.Key.Key_A if number % 2 else Qt.Key.Key_R)
    assert [state(story, f"e{n:02}") for n in range(4)] == [ReviewState.REJECTED, ReviewState.ACCEPTED] * 2
    assert all(event.review is not ReviewState.TO_REVIEW for event in story.events)


def test_e_opens_the_form_and_m_merges(table: EventTable, story: Session) -> None:
    story.select(("office",))
    QTest.keyClick(table, Qt.Key.Key_E)
    [dialog] = table.findChildren(EditEventDialog)
    dialog.close()
    story.select(("met", "toast"))
    QTest.keyClick(table, Qt.Key.Key_M)
    assert story.event("toast") is None


def test_letters_with_ctrl_are_no_keys_of_reviewing(table: EventTable, story: Session) -> None:
    story.select(("office",))
    QTest.keyClick(table, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert state(story, "office") is ReviewState.TO_REVIEW


def test_enter_shows_the_excerpt_and_n_steps(qtbot: QtBot, table: EventTable, story: Session) -> None:
    story.select(("met",))
    QTest.keyClick(table, Qt.Key.Key_N)
    with qtbot.waitSignal(story.pointed) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [Place(ARTICLE.id, EVENTS[0].excerpts[1].anchor.span)]


def test_only_what_passes_has_a_row(table: EventTable, story: Session) -> None:
    story.set_filter(EventFilter(words="strike"))
    assert column(table, 1) == ["Strike"]
    story.set_filter(EventFilter())
    assert len(column(table, 1)) == len(EVENTS)


def test_what_is_selected_elsewhere_stays_selected_though_it_is_filtered_out(
    table: EventTable, story: Session
) -> None:
    story.select(("met",))
    story.set_filter(EventFilter(words="strike"))
    assert story.selection.ids == ("met",)
    story.set_filter(EventFilter())
    assert table.selected_ids() == ("met",)


def test_a_cell_tells_its_column_to_a_screen_reader(table: EventTable) -> None:
    index = table.rows.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Date: about 2011"


def test_tips_tell_what_is_cut_off(table: EventTable) -> None:
    row = table.rows.row_of("met") or 0
    tip = Qt.ItemDataRole.ToolTipRole
    assert table.rows.index(row, 0).data(tip) == "Mon 8 March 2021 or Tue 9 March 2021\n2021-03-08"
    assert "the talks of Monday ended it" in table.rows.index(row, 3).data(tip)
    assert table.rows.index(row, 2).data(tip).count("\n") == 2


def test_the_columns_a_person_set_are_there_again(
    qtbot: QtBot, table: EventTable, story: Session, appearance: Appearance
) -> None:
    table.setColumnWidth(1, 333)
    again = EventTable(story, appearance)
    qtbot.addWidget(again)
    again.resize(700, 200)
    again.show()
    assert again.columnWidth(1) == 333


def test_who_says_so_has_a_column_on_demand_that_stays(
    qtbot: QtBot, table: EventTable, story: Session, appearance: Appearance, tmp_path: Path
) -> None:
    assert table.isColumnHidden(6)
    told = tuple(replace(one, sources=(Attribution(Span(0, 5), "the union"),)) for one in EVENTS[0].excerpts)
    story.open(project_file(tmp_path / "told.dateline", events=(replace(EVENTS[0], excerpts=told), *EVENTS[1:])))
    [action] = table.columns_menu().actions()
    action.trigger()
    assert not table.isColumnHidden(6)
    row = table.rows.row_of("met")
    assert row is not None
    assert table.rows.index(row, 6).data() == "the union (2 documents)"
    other = EventTable(story, appearance)
    qtbot.addWidget(other)
    assert not other.isColumnHidden(6)


def test_columns_share_the_width_until_then(table: EventTable) -> None:
    table.resize(1400, 300)
    wide = table.columnWidth(1)
    table.resize(900, 300)
    assert table.columnWidth(1) < wide


def test_nothing_open_is_no_row(table: EventTable, story: Session) -> None:
    story.new()
    assert table.rows.rowCount(QModelIndex()) == 0


@pytest.mark.parametrize("column_number", range(6))
@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
def test_among_many_rows_those_that_changed_are_taken_over_singly(
    column_number: int,
    order: Qt.SortOrder,
    empty_session: Session,
    tmp_path: Path,
    appearance: Appearance,
    qtbot: QtBot,
) -> None:
    """No reset, the same rows as made anew, and the selection stays."""
    session = empty_session
    many = [replace(EVENTS[n % 5], id=f"e{n:03}", title=f"Event {n % 30}", time=time(f"{1900 + n}")) for n in range(90)]
    assert session.open(project_file(tmp_path / "many.dateline", (ARTICLE,), many))
    table = EventTable(session, appearance)
    QAbstractItemModelTester(table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    qtbot.addWidget(table)
    table.sortByColumn(column_number, order)
    session.select(("e040", "e050"))
    with qtbot.assertNotEmitted(table.rows.modelReset):
        session.review(("e003",), ReviewState.REJECTED)
        session.edit("e040", title="Another", time=time("1800"))
        session.review(("e050",), ReviewState.ACCEPTED)
        session.undo()
        session.undo()
        session.edit("e041", time=None, undated=True)
        session.review(("e050",), ReviewState.REJECTED)
        session.undo()
    assert session.selection.ids == ("e040", "e050")
    assert set(table.selected_ids()) == {"e040", "e050"}
    rows = [table.rows.at(row) for row in range(table.rows.rowCount())]
    assert [table.rows.row_of(event.id) for event in rows] == list(range(89))
    table.rows.refresh()
    assert rows == [table.rows.at(row) for row in range(table.rows.rowCount())]
