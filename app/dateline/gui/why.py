"""Why an event has its date, in the few words a cell of a table has room for. It knows the model alone."""

import re
from typing import Final

from dateline.model.events import Event, EventOrigin

_QUOTED: Final = re.compile(r"“[^”]+”")


def why_words(event: Event) -> str:
    """The chain of reasons as one line: the phrase first, then what it was counted from."""
    if "time" in event.edited:
        return "set by you"
    if not event.why:
        return "a note of yours" if event.origin is EventOrigin.PERSON and not event.excerpts else ""
    return " ".join(step.text for step in event.why)
