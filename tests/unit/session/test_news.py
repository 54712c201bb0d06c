"""What is said when a reading has ended."""

from dataclasses import replace

from dateline.errors import UserError
from dateline.model.documents import Line, LineClass
from dateline.model.events import ReviewState
from dateline.model.project import Change, Project
from dateline.session.commands import ReviewEvents
from dateline.session.news import failures, sentences, unread_language
from dateline.session.reading import Reading, Wanted
from story import after, after_reading, story

PROJECT, DOCUMENT, EVENTS = story()
NOTHING = Reading(Wanted(), PROJECT, Change("", ()))


def reading(**parts: object) -> Reading:
    return Reading(Wanted(), PROJECT, Change("", ()), **parts)  # type: ignore[arg-type]


def test_what_was_added_is_counted() -> None:
    assert list(sentences(Project(), PROJECT, reading(added=(DOCUMENT.id,)))) == ["1 document added with 3 new events."]
    assert list(sentences(PROJECT, PROJECT, reading(added=("a", "b")))) == ["2 documents added."]
    assert list(sentences(PROJECT, PROJECT, NOTHING)) == []


def test_twins_are_told() -> None:
    twins = (("copy.txt", "story.txt"), ("story.txt", "story.txt"))
    assert list(sentences(PROJECT, PROJECT, reading(twins=twins))) == [
        "copy.txt has the same text as story.txt: it is one document with two names.",
        "story.txt is in the project already.",
    ]


def test_decisions_without_their_event_are_told() -> None:
    decided = after(PROJECT, ReviewEvents((EVENTS[0].id,), ReviewState.ACCEPTED))
    without = after_reading(decided, Wanted(removed=frozenset({DOCUMENT.id})))
    (sentence,) = sentences(decided, without, NOTHING)
    assert sentence.startswith("1 decided event cannot be found")


def test_a_language_that_nobody_reads_is_told() -> None:
    text = "kaupunginvaltuusto päätti rakentaa sillan " * 5
    foreign = replace(DOCUMENT, text=text, lines=(Line(0, len(text), LineClass.BODY),), language=None)
    project = replace(PROJECT, document={DOCUMENT.id: foreign})
    error = unread_language(project, reading(added=(DOCUMENT.id,)))
    assert error is not None
    assert "a language that Dateline does not read" in str(error)
    assert unread_language(PROJECT, NOTHING) is None
    few = replace(
        project, document={DOCUMENT.id: replace(foreign, text="3.5.1998 silta", lines=(Line(0, 14, LineClass.BODY),))}
    )
    assert unread_language(few, reading(added=(DOCUMENT.id,))) is None


def test_entries_of_a_log_are_in_no_language_for_certain() -> None:
    entries = "09:02 deploy aborted node restarted queue drained pager silenced disk replaced\n" * 4
    lines = tuple(
        Line(start, start + len(entries) // 4 - 1, LineClass.LOG) for start in range(0, len(entries), len(entries) // 4)
    )
    log = replace(DOCUMENT, text=entries, lines=lines, language=None)
    project = replace(PROJECT, document={DOCUMENT.id: log})
    assert unread_language(project, reading(added=(DOCUMENT.id,))) is None


def test_failures_become_one_error() -> None:
    assert failures(NOTHING) is None
    one = UserError("No.")
    assert failures(reading(failures=(one,))) is one
    many = failures(reading(failures=tuple(UserError(f"{number}.") for number in range(20))))
    assert many is not None
    assert many.message == "20 documents could not be read; the others were."
    assert many.remedy.split("\n") == [f"• {number}." for number in range(12)] + ["• and 8 more"]
