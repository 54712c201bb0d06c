"""Words read in another way: one step, kept by new readings, and offered where else it may be so."""

from collections.abc import Callable

import pytest

from dateline.model.corrections import Correction
from dateline.model.dates import Interval, Precision, instant
from dateline.model.documents import Published, PublishedOrigin
from dateline.model.events import ReviewState
from dateline.model.spans import Span
from dateline.session.session import Session
from dateline.session.similar import SimilarCase

Wait = Callable[[Callable[[], object]], None]
TEXT = "In 2004 it was made. The fire of 2004 was put out. A visit in 2015 is planned."
OTHER = "In 2004 a treaty was signed."


def year(number: int) -> Interval:
    return Interval.within(instant(number), instant(number + 1))


@pytest.fixture
def told(session: Session, reading: Wait) -> str:
    """The id of a document of three years, beside another."""
    reading(lambda: session.add_text(TEXT, "a.txt"))
    reading(lambda: session.add_text(OTHER, "b.txt"))
    return next(id_ for id_, document in session.project.document.items() if document.text == TEXT)


@pytest.fixture
def offered(session: Session) -> list[tuple[SimilarCase, ...]]:
    heard: list[tuple[SimilarCase, ...]] = []
    session.found_similar.connect(heard.append)
    return heard


def years(session: Session) -> list[str]:
    return [event.time.edtf for event in session.events if event.time is not None]


def first_year(session: Session, document: str, number: int | None) -> tuple[str, Span, Correction | None]:
    span = session.project.timexes[document][0].span
    if number is None:
        return document, span, None
    return document, span, Correction(span, year(number), Precision.YEAR)


def test_words_are_read_in_another_way_as_one_step(session: Session, reading: Wait, told: str) -> None:
    session.review((session.events[0].id,), ReviewState.ACCEPTED)
    before = session.project

    reading(lambda: session.correct_dates([first_year(session, told, 1994)]))

    assert session.undo_stack.undoText() == "read “2004” as 1994"
    assert years(session) == ["1994", "2004", "2004", "2015"]
    assert len(session.project.document[told].corrections) == 1
    session.undo()
    assert (session.project.document, session.project.reading) == (before.document, before.reading)
    session.redo()
    assert years(session)[0] == "1994"


def test_a_correction_is_there_when_the_project_is_opened_again(
    session: Session, reading: Wait, told: str, another_session: Callable[[], Session]
) -> None:
    reading(lambda: session.correct_dates([first_year(session, told, 1994)]))
    path = session.path
    assert path is not None
    session.close()

    again = another_session()
    assert again.open(path)

    assert years(again) == ["1994", "2004", "2004", "2015"]
    assert again.project.document[told].corrections[0].interval == year(1994)


def test_a_correction_outlives_a_new_reading_and_can_be_left_to_the_rules_again(
    session: Session, reading: Wait, told: str
) -> None:
    reading(lambda: session.correct_dates([first_year(session, told, 1994)]))
    date = Published(Interval.days(0, 0), Precision.DAY, PublishedOrigin.PERSON)
    reading(lambda: session.set_published(told, date))
    assert years(session)[0] == "1994"

    reading(lambda: session.correct_dates([first_year(session, told, None)]))

    assert session.undo_stack.undoText() == "read “2004” by the rules again"
    assert years(session) == ["2004", "2004", "2004", "2015"]
    assert session.project.document[told].corrections == ()


def test_words_that_are_no_date_date_nothing(session: Session, reading: Wait, told: str) -> None:
    span = session.project.timexes[told][0].span

    reading(lambda: session.correct_dates([(told, span, Correction(span))]))

    assert session.undo_stack.undoText() == "take “2004” for no date"
    assert len(session.events) == 3


def test_the_like_of_it_is_offered_and_changed_as_one_step(
    session: Session, reading: Wait, told: str, offered: list[tuple[SimilarCase, ...]]
) -> None:
    reading(lambda: session.correct_dates([first_year(session, told, 1994)]))
    (cases,) = offered
    assert [case.document == told for case in cases] == [True, False]

    reading(lambda: session.correct_alike(cases))

    assert years(session) == ["1994", "1994", "1994", "2015"]
    assert session.undo_stack.undoText() == "read 2 dates in another way"
    assert len(offered) == 1
    session.undo()
    assert years(session) == ["1994", "2004", "2004", "2015"]


def test_what_was_left_out_of_an_offer_is_not_offered_again(
    session: Session, reading: Wait, told: str, offered: list[tuple[SimilarCase, ...]]
) -> None:
    reading(lambda: session.correct_dates([first_year(session, told, 1994)]))

    reading(lambda: session.correct_alike(offered[0][:1]))

    assert len(offered) == 1


def test_nothing_alike_nothing_offered(
    session: Session, reading: Wait, told: str, offered: list[tuple[SimilarCase, ...]]
) -> None:
    span = session.project.timexes[told][2].span

    reading(lambda: session.correct_dates([(told, span, Correction(span, year(2016), Precision.YEAR))]))

    assert years(session)[-1] == "2016"
    assert offered == []


def test_documents_with_the_same_wrong_date_are_offered(
    session: Session, reading: Wait, offered: list[tuple[SimilarCase, ...]]
) -> None:
    from_page = Published(Interval.days(9, 9), Precision.DAY, PublishedOrigin.METADATA)
    reading(lambda: session.add_text(TEXT, "a.txt"))
    reading(lambda: session.add_text(OTHER, "b.txt"))
    reading(lambda: session.add_text("In 1999 nobody came.", "c.txt"))
    first, second, third = session.project.document
    reading(lambda: session.correct_alike([SimilarCase(first, from_page), SimilarCase(second, from_page)]))
    assert [session.project.document[id_].published for id_ in (first, second, third)] == [from_page, from_page, None]
    right = Published(Interval.days(5, 5), Precision.DAY, PublishedOrigin.PERSON)

    reading(lambda: session.set_published(first, right))

    ((case,),) = offered
    assert (case.document, case.proposed) == (second, right)
    reading(lambda: session.correct_alike((case,)))
    assert session.project.document[second].published == right
