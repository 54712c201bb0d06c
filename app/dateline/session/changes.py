"""What the session tells the views: which records changed, what is selected, how many events there are. Values only."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from dateline.model.project import Change, Table
from dateline.model.shown import NO_DIFFERENCE, Difference
from dateline.model.spans import Span

_EVENT_TABLES = frozenset({Table.READING, Table.OVERRIDE, Table.OWN_EVENT})
_DOCUMENT_TABLES = frozenset({Table.DOCUMENT, Table.TIMEXES, Table.LEDGER})

MANY_EVENTS: Final = 1_000
"""From so many events on whatever is done with each of them is done ahead in a worker, or in slices: all views together
take about 50 ms for them (measured).
"""


class Changes(NamedTuple):
    """What is different now: ids of documents and events that came, went or changed, and the tables that were touched.

    `everything` is set when another project was opened: whatever a view holds is then out of date. `shown` holds the
    events that are different, `passing` those of them that pass the filter, before and after: with 100,000 events a
    view takes over these instead of looking through all. Where very many are different (`sweeping`), looking through
    all is no more work; `passing` is not worked out then.
    """

    documents: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    everything: bool = False
    tables: frozenset[Table] = frozenset()
    shown: Difference = NO_DIFFERENCE
    passing: Difference = NO_DIFFERENCE

    @property
    def sweeping(self) -> bool:
        """Whether so many events are different that a view looks through all anew, and in slices."""
        return len(self.shown) >= MANY_EVENTS


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected events in the order in which they were selected, and which excerpt of the first is shown."""

    ids: tuple[str, ...] = ()
    excerpt: int = 0


class Place(NamedTuple):
    """Words of a document (code points)."""

    document: str
    span: Span


class Counts(NamedTuple):
    """Numbers of events: `total` = `filtered` (do not pass the filter) + `undated` (in the tray) + `on_timeline`."""

    total: int = 0
    filtered: int = 0
    undated: int = 0
    on_timeline: int = 0


class RecentProject(NamedTuple):
    """A project that was open: its file and what it is called."""

    path: Path
    name: str


EVERYTHING = Changes(everything=True, tables=frozenset(Table))


def changes_of(change: Change) -> Changes:
    """Whose records a change touches; which events look different by that is known once they are put together."""
    keys = [(put.table, put.key) for put in change.puts]
    return Changes(
        documents=frozenset(key for table, key in keys if table in _DOCUMENT_TABLES),
        events=frozenset(key for table, key in keys if table in _EVENT_TABLES),
        tables=frozenset(table for table, _ in keys),
    )
