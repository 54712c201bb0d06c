"""From time expressions and text to events: clauses, titles, factuality, kinds, inherited dates, merging of mentions.

It takes the model's values and gives the model's values. It must not know how a date is read (`temporal`), how a file
is read (`ingest`), or where events are kept.
"""

from dateline.events.across import merge_timelines
from dateline.events.identity import event_id, reconcile
from dateline.events.ledger import LookAlike
from dateline.events.reading import Reading, read_events

__all__ = ["LookAlike", "Reading", "event_id", "merge_timelines", "read_events", "reconcile"]
