"""Where the selection goes."""

from dataclasses import replace

import pytest

from dateline.model.events import ReviewState
from dateline.session.changes import Selection
from dateline.session.selecting import kept, next_to_review, stepped
from story import story

PROJECT, DOCUMENT, EVENTS = story()
FIRST, SECOND, THIRD = (event.id for event in EVENTS)


def test_what_is_gone_is_no_longer_selected() -> None:
    selection = Selection((FIRST, SECOND), 1)
    assert kept(selection, {FIRST, SECOND}) is selection
    assert kept(selection, {SECOND}) == Selection((SECOND,))


@pytest.mark.parametrize(("at", "step", "shown"), [(0, 1, 1), (2, 1, 0), (0, -1, 2), (1, -1, 0)])
def test_excerpts_go_round(at: int, step: int, shown: int) -> None:
    assert stepped(Selection((FIRST,), at), 3, step) == Selection((FIRST,), shown)


def test_without_excerpts_nothing_moves() -> None:
    assert stepped(Selection((FIRST,)), 0, 1) == Selection((FIRST,))


@pytest.mark.parametrize(
    ("selected", "accepted", "found"),
    [
        ((), (), FIRST),
        ((FIRST,), (), SECOND),
        ((THIRD,), (), FIRST),
        ((FIRST,), (SECOND,), THIRD),
        ((SECOND, FIRST), (), THIRD),
        ((THIRD,), (FIRST, SECOND), THIRD),
        (("gone",), (), FIRST),
        ((FIRST,), (FIRST, SECOND, THIRD), None),
    ],
)
def test_the_next_to_review(selected: tuple[str, ...], accepted: tuple[str, ...], found: str | None) -> None:
    events = [replace(e, review=ReviewState.ACCEPTED) if e.id in accepted else e for e in EVENTS]
    assert next_to_review(events, events, Selection(selected)) == found


def test_one_that_passes_no_longer_keeps_its_place() -> None:
    passing = [event for event in EVENTS if event.id != SECOND]
    assert next_to_review(EVENTS, passing, Selection((SECOND,))) == THIRD
    assert next_to_review(EVENTS, passing, Selection((FIRST,))) == THIRD
