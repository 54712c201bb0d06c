"""Empty stretches of time are folded away."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.dates import DAY_SECONDS, instant
from dateline.model.events import Event
from dateline.scene.folds import find_folds
from scene_values import PUBLICATION, at, columns_of, event, events, story


def test_ten_empty_years_are_folded() -> None:
    (fold,) = find_folds(columns_of(story()))

    assert instant(2004, 12, 1) < fold.start < instant(2005, 6)
    assert instant(2013, 10) < fold.end <= instant(2014, 4, 30)


def test_even_events_fold_nothing() -> None:
    yearly = tuple(event(year, "A year", at(f"{year}-05-01")) for year in range(1990, 2020))

    assert find_folds(columns_of(yearly)) == ()
    assert find_folds(columns_of(yearly[:5])) == ()


def test_two_events_fold_nothing() -> None:
    assert find_folds(columns_of((event(1, "One", at("2004")), event(2, "Two", at("2014-10-28"))))) == ()


def test_several_heaps_have_a_fold_between_each() -> None:
    years = (1066, 1492, 1789)
    heaps = tuple(event(year + day, "Day", at(f"{year}-07-{day:02d}")) for year in years for day in range(1, 15))

    assert len(find_folds(columns_of(heaps))) == 2


def test_a_documents_date_is_never_folded_away() -> None:
    heap = tuple(event(day, "Day", at(f"1999-07-{day:02d}")) for day in range(1, 15))
    lone = event(99, "Long before", at("1950-01-01"))

    folds = find_folds(columns_of((lone, *heap)), [(instant(1975), instant(1975, 1, 2))])

    assert len(folds) == 2
    assert not any(fold.start <= instant(1975) < fold.end for fold in folds)


@given(found=events(), documents=st.lists(st.integers(0, 4000), max_size=3))
def test_nothing_begins_or_ends_in_a_fold(found: tuple[Event, ...], documents: list[int]) -> None:
    columns = columns_of(found)
    dates = [(day * DAY_SECONDS, (day + 1) * DAY_SECONDS) for day in documents]

    folds = find_folds(columns, dates)

    occupied = [*columns.known_bounds.tolist(), *(bound for date in dates for bound in date)]
    for fold in folds:
        assert fold.start < fold.end
        assert not any(fold.start < bound < fold.end for bound in occupied)
    assert all(one.end <= other.start for one, other in itertools.pairwise(folds))


def test_the_story_with_its_document() -> None:
    assert len(find_folds(columns_of(story()), [(PUBLICATION.start, PUBLICATION.end)])) == 1


def test_a_bar_is_not_torn_for_its_own_length_alone() -> None:
    heap = tuple(event(day, "Day", at(f"2014-07-{day:02d}")) for day in range(1, 15))
    lone = event(99, "Seven years", at("1977/1983"))

    (fold,) = find_folds(columns_of((lone, *heap)))

    assert fold.start >= instant(1984)


def test_an_island_between_two_tears_has_room_for_its_words() -> None:
    heap = tuple(event(day, "Day", at(f"2014-07-{day:02d}")) for day in range(1, 15))
    early = tuple(event(100 + day, "Early", at(f"1977-03-{day:02d}")) for day in range(1, 9))
    lone = event(99, "The office created", at("1996-05"))

    first, second = find_folds(columns_of((*early, lone, *heap)))

    folded = first.seconds + second.seconds
    left = instant(2014, 7, 15) - instant(1977, 3, 1) - folded
    assert second.start - first.end >= 0.15 * left


def test_a_gap_that_hides_little_beside_what_is_shown_is_not_torn() -> None:
    years = (1977, 1980, 1983, 2004, 2010, 2012, 2013, 2014)
    months = tuple(event(month, "Day", at(f"2014-{month:02d}-20")) for month in range(1, 13))
    found = tuple(event(year, "Day", at(f"{year}-07-01")) for year in years) + months

    folds = find_folds(columns_of(found))

    assert any(fold.start < instant(1994) < fold.end for fold in folds)
    assert not any(fold.start < instant(2013) < fold.end for fold in folds)
