"""What a change of many events comes to, worked out in the worker that made the change: the project after it, the
events that it shows, their facets. With 20,000 events that is a third of a second for which the window would stand.

Pure functions of values. What a person decides meanwhile is not lost: only the tables that the change touches are taken
from here, and the events are put together anew where decisions on them have changed.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dateline.model.project import Change, Project, Table
from dateline.model.shown import Difference, Shown
from dateline.session.changes import MANY_EVENTS, Changes, changes_of

if TYPE_CHECKING:
    from dateline.session.facets import FacetIndex


class ShownAhead(NamedTuple):
    """The events that a project shows, put together ahead, with their facets; `difference` is to those of `base`."""

    base: Shown
    shown: Shown
    difference: Difference
    facets: "FacetIndex"


class Outcome(NamedTuple):
    """A change of the project `base`, the project after it, the change that takes it back, and who is told of what."""

    change: Change
    base: Project
    after: Project
    inverse: Change
    changes: Changes
    ahead: ShownAhead

    def project(self, now: Project) -> Project:
        """The project after the change, where it is `now` as it was, but for tables that the change does not touch."""
        touched = self.changes.tables
        return replace(now, **{table.value: getattr(self.after, table.value) for table in touched})

    def holds_for(self, now: Project) -> bool:
        """Whether the events that were put together are those that the project shows, with the decisions as they are
        now.
        """
        return now.override == self.base.override and now.own_event == self.base.own_event


def worked_out(change: Change, project: Project, shown: Shown) -> Outcome | None:
    """The outcome of a change of many events; None where a change is so small that it need not be worked out ahead.
    `shown` are the events that the project shows.
    """
    if sum(put.table is Table.READING for put in change.puts) < MANY_EVENTS:
        return None
    after, inverse = project.applied(change)
    changes = changes_of(change)
    now, difference = shown.after(after, changes.events)
    return Outcome(change, project, after, inverse, changes, ahead_of(shown, now, difference))


def ahead_of(base: Shown, shown: Shown, difference: Difference) -> ShownAhead:
    """With the facets of the events."""
    from dateline.session.facets import FacetIndex  # noqa: PLC0415 - numpy must not keep the window from its paint

    facets = FacetIndex(shown.events)
    facets.sort_out()
    return ShownAhead(base, shown, difference, facets)
