"""The field for a date: it says at once what it understood, and never guesses silently."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dateline.errors import UnreadableDate
from dateline.gui.appearance import Appearance
from dateline.gui.datefield import DateField, read_typed
from dateline.model.dates import Certainty
from panel_story import ARTICLE, time


@pytest.fixture
def field(qtbot: QtBot, appearance: Appearance) -> DateField:
    field = DateField(appearance)
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [("2014-10~", "2014-10~"), ("44 BC", "-0043"), ("28 October 2014", "2014-10-28"), ("1999/2001", "1999/2001")],
)
def test_it_says_at_once_what_it_understood(field: DateField, typed: str, edtf: str) -> None:
    QTest.keyClicks(field.line, typed)
    assert field.time is not None
    assert field.time.edtf == edtf
    assert edtf in field.understood.text()
    assert field.is_valid


def test_what_is_no_date_says_which_forms_are(field: DateField) -> None:
    QTest.keyClicks(field.line, "blue moon")
    assert (field.time, field.is_valid) == (None, False)
    assert "blue moon" in field.understood.text()
    assert "44 BC" in field.understood.text()
    assert field.line.property("role") == "invalid"


def test_an_empty_field_is_no_date_and_allowed(field: DateField) -> None:
    field.set_time(time("2014"))
    field.line.clear()
    assert (field.time, field.is_valid) == (None, True)
    assert field.line.property("role") != "invalid"


def test_what_is_typed_is_shown_as_it_is_and_not_as_markup(field: DateField) -> None:
    field.set_text("<b>x</b>")
    assert "<b>x" not in field.understood.text()


def test_words_that_stay_mean_exactly_the_time_they_were_made_of(field: DateField) -> None:
    given_time = time("2021-03-08", Certainty.INFERRED)
    field.set_time(given_time)
    assert field.time is given_time
    field.set_text("2020")
    field.set_time(given_time)
    assert field.time is given_time


def test_relative_words_are_counted_from_the_documents_date(field: DateField) -> None:
    field.set_published(ARTICLE.published)
    field.set_text("yesterday")
    assert field.time is not None
    assert field.time.edtf == "2021-03-11"


def test_enter_is_told_only_for_what_was_understood(qtbot: QtBot, field: DateField) -> None:
    field.set_text("2014")
    with qtbot.waitSignal(field.accepted):
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    field.set_text("blue")
    with qtbot.assertNotEmitted(field.accepted):
        QTest.keyClick(field.line, Qt.Key.Key_Return)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=30))
def test_anything_may_be_typed(field: DateField, typed: str) -> None:
    field.set_text(typed)
    assert field.is_valid or field.time is None


def test_what_cannot_be_read_is_an_error_for_a_person() -> None:
    with pytest.raises(UnreadableDate, match="“nothing”"):
        read_typed("nothing")
