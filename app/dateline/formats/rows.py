"""Events as rows of a chronology, for the formats that have columns."""

from typing import NamedTuple

from dateline.formats.bounds import OPEN, inclusive_bounds
from dateline.model.events import Event
from dateline.model.timeline import Timeline
from dateline.model.voices import describe_voice, voices
from dateline.model.wording import describe_time


class Row(NamedTuple):
    """One event; lists are joined by semicolons, excerpts by a space, a bar and a space."""

    date: str
    start: str
    end: str
    edtf: str
    precision: str
    certainty: str
    title: str
    kind: str
    group: str
    factuality: str
    actors: str
    places: str
    why: str
    excerpts: str
    documents: str
    id: str
    attributed_to: str


def rows(timeline: Timeline) -> list[Row]:
    """The events in the order of time, those without any bound last."""
    names = {document.id: document.title or document.name for document in timeline.documents}
    return [_row(event, names) for event in (*timeline.dated, *timeline.undated)]


def _row(event: Event, names: dict[str, str]) -> Row:
    time = event.time
    bounds = inclusive_bounds(time.interval, time.precision, time.zone) if time else OPEN
    return Row(
        date=describe_time(time) if time else "undated",
        start=bounds.start or "",
        end=bounds.end or "",
        edtf=time.edtf if time else "",
        precision=time.precision.value if time else "",
        certainty=time.certainty.value if time else "",
        title=event.title,
        kind=event.kind,
        group=event.group.value,
        factuality=event.factuality.value,
        actors="; ".join(event.actors),
        places="; ".join(event.places),
        why=" ".join(step.text for step in event.why),
        excerpts=" | ".join(" ".join(excerpt.quote.split()) for excerpt in event.excerpts),
        documents="; ".join(names.get(document, document) for document in event.documents),
        id=event.id,
        attributed_to="; ".join(map(describe_voice, voices(event))),
    )
