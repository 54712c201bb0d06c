"""What passes, kept up to date, is what asking every event gives; what changed is told as it was and as it is."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.events import ReviewState
from dateline.model.filters import WITHOUT_REJECTED, Choice, EventFilter, Facet
from dateline.model.project import Project, time_order
from dateline.model.shown import NO_DIFFERENCE, shown_events
from dateline.session.changes import Changes, Counts, changes_of
from dateline.session.commands import Command, EditEvent, MergeEvents, ResetEvents, ReviewEvents
from dateline.session.listing import Listing
from story import story

PROJECT, _, EVENTS = story()
IDS = [event.id for event in EVENTS]
SOME = st.lists(st.sampled_from(IDS), min_size=1, unique=True).map(tuple)
COMMANDS = st.one_of(
    st.builds(ReviewEvents, SOME, st.sampled_from(ReviewState)),
    st.builds(lambda id_: EditEvent(id_, {"undated": True}), st.sampled_from(IDS)),
    st.builds(lambda id_, title: EditEvent(id_, {"title": title}), st.sampled_from(IDS), st.sampled_from("ab")),
    st.builds(ResetEvents, SOME),
    st.just(MergeEvents(tuple(IDS), IDS[1])),
)
FILTERS = (
    EventFilter(),
    WITHOUT_REJECTED,
    EventFilter(words="a"),
    EventFilter().with_choice(Facet.CERTAINTY, Choice(only=frozenset({"stated"}))),
)


def of(project: Project, event_filter: EventFilter) -> Listing:
    listing = Listing()
    listing.set_filter(event_filter)
    listing.read(project)
    return listing


@given(st.sampled_from(FILTERS), st.lists(COMMANDS, max_size=6), st.sampled_from(["", "a", "t e", "2014 long"]))
def test_what_passes_is_kept_up_to_date(event_filter: EventFilter, commands: list[Command], words: str) -> None:
    project, listing = PROJECT, of(PROJECT, event_filter)
    assert listing.passing == tuple(filter(event_filter.passes, EVENTS))
    for command in commands:
        before = listing.passing, listing.undated, listing.matching(words)
        change = command.change(project)
        project, _ = project.applied(change)
        told = listing.update(project, changes_of(change))
        assert listing.events == shown_events(project)
        check(listing, words)
        assert told.events == {event.id for event in (*told.shown.gone, *told.shown.come)}
        moved = {*before[0]} - {*told.passing.gone} | {*told.passing.come}
        assert sorted(moved, key=time_order) == list(listing.passing)


def check(listing: Listing, words: str) -> None:
    fresh, search = listing.filter, EventFilter(words=words)
    assert listing.passing == tuple(filter(fresh.passes, listing.events))
    assert listing.undated == tuple(event for event in listing.passing if not event.on_timeline)
    assert listing.matching(words) == tuple(e.id for e in listing.passing if words and search.passes(e))
    total, filtered, undated, drawn = (getattr(listing.counts(), name) for name in Counts._fields)
    assert (total, filtered + undated + drawn) == (len(listing.events), total)


def test_what_concerns_no_event_costs_nothing() -> None:
    listing = of(PROJECT, EventFilter())
    before = listing.events
    told = listing.update(PROJECT, Changes(documents=frozenset({"d"})))
    assert (told.shown, told.passing) == (NO_DIFFERENCE, NO_DIFFERENCE)
    assert listing.events is before


def test_events_are_known_by_their_ids() -> None:
    listing = of(PROJECT, EventFilter())
    assert set(listing.ids) == set(IDS)
    assert listing.event(IDS[0]) == EVENTS[0]
    assert listing.event("gone") is None
    assert sum(total for _, _, total in listing.facet_counts(Facet.GROUP)) == len(EVENTS)
