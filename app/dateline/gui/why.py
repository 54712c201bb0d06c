"""Why an event has its date, in the few words a cell of a table has room for. It knows the model alone."""

import re
from typing import Final

from dateline.model.events import Event, EventOrigin

_QUOTED: Final = re.compile(r"“[^”]+”")
_WORDS: Final = {
    "published": "counted from publication",
    "reference": "counted from another date",
    "inherited": "date carried over",
    "inferred": "inferred",
    "person": "by you",
}
_WITHOUT_PHRASE: Final = {"published": "no date of its own, before publication"}


def why_words(event: Event) -> str:
    """The chain of reasons as one line: the words of the text first, then what they were counted from."""
    if "time" in event.edited or "undated" in event.edited:
        return "set by you"
    if event.origin is EventOrigin.PERSON and not event.excerpts:
        return "your note"
    phrases = [quote for step in event.why if step.name == "phrase" for quote in _QUOTED.findall(step.text)]
    names = dict.fromkeys(step.name for step in event.why)
    wording = _WORDS if phrases else _WORDS | _WITHOUT_PHRASE
    told = [*dict.fromkeys(phrases), *(wording[name] for name in names if name in wording)]
    return ", ".join(told) or " ".join(step.text for step in event.why)
