"""Events that a person makes: from words of a document, split off from another event, or as a note without a source."""

from collections.abc import Iterable
from typing import Final

from dateline.errors import UserError
from dateline.model.anchors import describe
from dateline.model.events import Event, EventOrigin, EventTime, Excerpt, Factuality, ReviewState, Step
from dateline.model.group import Group
from dateline.model.project import Project, Put, Table
from dateline.model.spans import Span
from dateline.model.timex import Timex3
from dateline.session.wording import shortened

LAST_OWN_ID: Final = "last own event"
"""The setting that counts the ids given to a person's events. Undo leaves it alone: an id is never given twice."""

_TITLE_CHARACTERS: Final = 80
_BY_HAND: Final = Step("person", "Made by hand.")


def next_own_id(project: Project, after: int = 0) -> tuple[str, Put]:
    """A new id for a person's event, and the put that uses it up. `after` counts those taken in the same change.

    It begins with p, which no id of a reading does: those are hexadecimal.
    """
    number = int(project.setting.get(LAST_OWN_ID, "0")) + 1 + after
    return f"p{number}", Put(Table.SETTING, LAST_OWN_ID, str(number))


def note_event(event_id: str, title: str, time: EventTime | None) -> Event:
    """An event without a source; it counts as accepted, since a person wrote it."""
    return _own(event_id, title, time, (), (_BY_HAND,))


def quoted_event(
    project: Project, event_id: str, document: str, start: int, end: int, title: str | None, time: EventTime | None
) -> Event:
    """An event of the words text[start:end] of a document, without the space around them.

    Its time, when none is given, is that of the first date expression in them. UserError where there are no words.
    """
    text = project.document[document].text
    words = text[start:end]
    end = start + len(words)
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if start >= end:
        raise UserError("There are no words in the selection.", "Select a sentence of the document.")
    timex = timex_in(project, document, Span(start, end))
    excerpt = Excerpt(document, describe(text, start, end), timex.span if timex else None)
    why = [_BY_HAND]
    if time is None and timex is not None:
        time = time_of(timex)
        why.append(Step("phrase", f"The selected words say “{timex.text}”.", document, timex.span))
    given = (title or "").strip() or shortened(excerpt.quote, _TITLE_CHARACTERS)
    return _own(event_id, given, time, (excerpt,), tuple(why))


def _own(
    event_id: str, title: str, time: EventTime | None, excerpts: tuple[Excerpt, ...], why: tuple[Step, ...]
) -> Event:
    return Event(
        event_id,
        title,
        time,
        kind="",
        group=Group.OTHER,
        factuality=Factuality.HAPPENED,
        excerpts=excerpts,
        why=why,
        salience=1.0,  # a person's own label is the last to give way
        review=ReviewState.ACCEPTED,
        origin=EventOrigin.PERSON,
    )


def timex_in(project: Project, document: str, span: Span) -> Timex3 | None:
    """The first date expression inside a span that has an interval."""
    return next(iter(_dated(project.timexes.get(document, ()), span)), None)


def _dated(timexes: Iterable[Timex3], span: Span) -> Iterable[Timex3]:
    return (timex for timex in timexes if timex.interval is not None and span.contains(timex.span))


def time_of(timex: Timex3) -> EventTime | None:
    """The time that a date expression gives to an event; None where it has no interval."""
    if timex.interval is None or timex.precision is None:
        return None
    return EventTime(timex.interval, timex.precision, timex.certainty, timex.zone)
