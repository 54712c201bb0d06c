"""Which events are selected, and where the selection goes next. Pure functions of the events in their order."""

from collections.abc import Collection, Sequence

from dateline.model.events import Event, ReviewState
from dateline.session.changes import Selection


def kept(selection: Selection, ids: Collection[str]) -> Selection:
    """The selection without events that are gone."""
    staying = tuple(id_ for id_ in selection.ids if id_ in ids)
    return selection if staying == selection.ids else Selection(staying)


def stepped(selection: Selection, excerpts: int, step: int) -> Selection:
    """The next or previous of the first event's excerpts; past the last comes the first."""
    return selection if excerpts == 0 else Selection(selection.ids, (selection.excerpt + step) % excerpts)


def next_to_review(events: Sequence[Event], passing: Sequence[Event], selection: Selection) -> str | None:
    """The first event to review behind the selected one among those that pass, from the start again after the last.

    The place is that among all `events`, in their order: one that was rejected just now may pass no longer, and what
    comes next is still what lies behind it.
    """
    selected = set(selection.ids)
    at = max((place for place, event in enumerate(events) if event.id in selected), default=-1)
    shown = {event.id for event in passing}
    behind_first = (*events[at + 1 :], *events[: at + 1])
    wanted = (event.id for event in behind_first if event.review is ReviewState.TO_REVIEW and event.id in shown)
    return next(wanted, None)
