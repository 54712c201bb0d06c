"""From what is wanted to the one change that brings a project up to date."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import Cancelled
from dateline.model.dates import Interval, Precision
from dateline.model.documents import Published, PublishedOrigin, SourceDocument
from dateline.model.events import ReviewState
from dateline.model.project import Project, Table
from dateline.model.shown import shown_event
from dateline.model.timeline import Timeline
from dateline.session.commands import MakeEvent, MergeEvents, ReviewEvents
from dateline.session.progress import CancelToken, Progress
from dateline.session.reading import Wanted, lost_decisions, read, reading_puts, with_name
from dateline.store.records import written
from story import STORY, after, after_reading, ignore, never, story
from year_reader import YearReader

PROJECT, DOCUMENT, EVENTS = story()
FIRST, SECOND, THIRD = (event.id for event in EVENTS)
OTHER = Wanted(texts=(("other.txt", "In 1999 a treaty was signed."),))
PERSONS_DATE = Published(Interval.days(0, 0), Precision.DAY, PublishedOrigin.PERSON)


def test_reading_the_same_again_changes_nothing() -> None:
    again = Timeline(
        tuple(PROJECT.document.values()),
        tuple(EVENTS),
        PROJECT.ledger[DOCUMENT.id],
        {DOCUMENT.id: PROJECT.timexes[DOCUMENT.id]},
    )
    assert reading_puts(PROJECT, again, {}) == ()


def test_one_more_document_touches_only_itself() -> None:
    change = read(PROJECT, OTHER, YearReader(), ignore, never).change
    assert {put.table for put in change.puts} == {Table.DOCUMENT, Table.TIMEXES, Table.LEDGER, Table.READING}
    assert not {put.key for put in change.puts} & {DOCUMENT.id, FIRST, SECOND, THIRD}


def test_rows_are_made_ahead_of_the_very_values() -> None:
    reading = read(PROJECT, OTHER, YearReader(), ignore, never)
    assert {(put.table, put.key) for put in reading.change.puts} == set(reading.ready)
    for put in reading.change.puts:
        row = reading.ready[put.table, put.key]
        assert row.value is put.value
        assert row == written(put.table, put.value)


def test_an_event_that_is_read_differently_keeps_its_id_and_serves_its_phrases() -> None:
    moved = [replace(event, id=f"new{number}") for number, event in enumerate(EVENTS)]
    ledger = tuple(
        replace(entry, events=(event.id,)) for entry, event in zip(PROJECT.ledger[DOCUMENT.id], moved, strict=True)
    )
    timeline = Timeline((DOCUMENT,), tuple(moved), ledger, PROJECT.timexes)
    same = YearReader().identities(EVENTS, moved)
    assert reading_puts(PROJECT, timeline, same) == ()


def test_what_is_gone_is_taken_away_and_decisions_wait_for_it() -> None:
    decided = after(PROJECT, ReviewEvents((FIRST, SECOND), ReviewState.ACCEPTED), MakeEvent(DOCUMENT.id, 0, 28))
    without = after_reading(decided, Wanted(removed=frozenset({DOCUMENT.id})))
    tables = (without.document, without.timexes, without.ledger, without.reading, without.own_event)
    assert not any(tables)
    assert without.override == decided.override
    assert set(lost_decisions(decided, without)) == {FIRST, SECOND}
    back = after_reading(without, Wanted(texts=(("story.txt", STORY),)))
    assert shown_event(back, FIRST).review is ReviewState.ACCEPTED
    assert lost_decisions(without, back) == ()


def test_decisions_find_their_words_in_a_new_reading() -> None:
    """Ids of another reading differ; the words are the same."""
    decided = after(PROJECT, ReviewEvents((FIRST,), ReviewState.ACCEPTED))
    orphaned = replace(decided, reading={}, document={}, timexes={}, ledger={})

    class Renamed(YearReader):
        def timeline(self, documents: Sequence[SourceDocument], progress: Progress, cancelled: CancelToken) -> Timeline:
            found = super().timeline(documents, progress, cancelled)
            return replace(found, events=tuple(replace(event, id=f"x{event.id}") for event in found.events), ledger=())

    reading = read(orphaned, Wanted(texts=(("story.txt", STORY),)), Renamed(), ignore, never)
    project, _ = orphaned.applied(reading.change)
    assert shown_event(project, FIRST).review is ReviewState.ACCEPTED


def test_own_events_lose_the_words_of_removed_documents() -> None:
    both = after_reading(PROJECT, OTHER)
    (other,) = both.document.keys() - {DOCUMENT.id}
    mine = after(both, MakeEvent(DOCUMENT.id, 0, 28), MakeEvent(other, 0, 28), MergeEvents(("p1", "p2"), "p1"))
    without = after_reading(mine, Wanted(removed=frozenset({other})))
    assert set(without.own_event) == {"p1"}
    assert [excerpt.document for excerpt in shown_event(without, "p1").excerpts] == [DOCUMENT.id]


def test_what_was_asked_of_a_document_that_is_gone_is_nothing() -> None:
    for wanted in (Wanted(removed=frozenset({"gone"})), Wanted(published={"gone": PERSONS_DATE})):
        assert read(PROJECT, wanted, YearReader(), ignore, never).change.puts == ()


@pytest.mark.parametrize(
    ("wanted", "label"),
    [
        (OTHER, "add “other.txt”"),
        (Wanted(texts=(("a", "In 1999."), ("b", "In 1998."))), "add 2 documents"),
        (Wanted(texts=(("copy.txt", STORY),)), "add a name of a document"),
        (Wanted(removed=frozenset({DOCUMENT.id})), "remove “story.txt”"),
        (Wanted(published={DOCUMENT.id: PERSONS_DATE}), "change date of “story.txt”"),
    ],
)
def test_labels(wanted: Wanted, label: str) -> None:
    assert read(PROJECT, wanted, YearReader(), ignore, never).change.label == label


def test_failures_are_gathered(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    wanted = Wanted(paths=(tmp_path / "gone.txt", tmp_path / "a.txt"), texts=(("empty", " "),))
    reading = read(Project(), wanted, YearReader(), ignore, never)
    assert [str(error) for error in reading.failures] == ["gone.txt cannot be read. Choose another.", "empty is empty."]
    assert reading.added == (DOCUMENT.id,)


def test_it_can_be_stopped_between_files(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        read(Project(), Wanted(paths=(tmp_path / "a.txt",)), YearReader(), ignore, lambda: True)


def test_progress_rises(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text("In 1999.")
    shares: list[float] = []
    wanted = Wanted(paths=(tmp_path / "a.txt", tmp_path / "b.txt"))
    read(Project(), wanted, YearReader(), lambda share, text="": shares.append(share), never)
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert shares[-1] < 1.0


def test_a_name_is_remembered_once() -> None:
    assert with_name(DOCUMENT, "story.txt") is DOCUMENT
    twice = with_name(with_name(DOCUMENT, "copy"), "copy")
    assert twice.other_names == ("copy",)
