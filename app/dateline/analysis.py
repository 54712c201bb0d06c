"""The whole reading without a window: a file or a text in, a timeline out. Window, command line and workers call these.

It joins what must not know each other: `ingest` gives a document, `temporal` its time expressions, `events` its
events. No Qt.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from heapq import merge as merged
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

from dateline.errors import Cancelled
from dateline.events import LookAlike, merge_timelines, read_events
from dateline.ingest import read_file, read_text
from dateline.model.dates import Interval, Precision, day_number
from dateline.model.documents import Published, PublishedOrigin, SourceDocument
from dateline.model.edtf import parse_edtf
from dateline.model.project import time_order
from dateline.model.stretches import put_back, stretches
from dateline.model.timeline import Timeline
from dateline.temporal import detect_language, read_times

Analysis = Timeline
"""What a reading gives; see `dateline.model.timeline`."""

Progress = Callable[[float], None]
IsCancelled = Callable[[], bool]
ReadAll = Callable[[Callable[[SourceDocument], Analysis], Iterable[SourceDocument]], Iterable[Analysis]]
"""Reads documents one by one, as `map` does: here, or in other processes."""


class CalendarDate(Protocol):
    """Anything with year, month and day, as `datetime.date` has them."""

    @property
    def year(self) -> int:
        """The year."""

    @property
    def month(self) -> int:
        """The month, 1 to 12."""

    @property
    def day(self) -> int:
        """The day of the month."""


LONGEST_AT_ONCE_CHARACTERS: Final = 2_000_000
"""A longer text is read in stretches: a thousand pages; no article, report or court file is longer."""

_STRETCH_CHARACTERS: Final = 250_000  # a second or two of work between two looks at Cancel
_SAID_BY_HAND: Final = "You said that it is no date."

PublishedLike = Published | CalendarDate | str | None
"""A document's own date as callers give it: a date, EDTF or ISO 8601 as text, or the model's value."""


def as_published(given: PublishedLike) -> Published | None:
    """The model's value of a document's date that was given. Raises ValueError where a text is no EDTF.

    >>> as_published("2014-10-30").edtf
    '2014-10-30'
    """
    if given is None or isinstance(given, Published):
        return given
    if isinstance(given, str):
        interval, precision, *_ = parse_edtf(given)
        return Published(interval, precision, PublishedOrigin.OPTION)
    day = day_number(given.year, given.month, given.day)
    return Published(Interval.days(day, day), Precision.DAY, PublishedOrigin.OPTION)


def analyse_file(path: Path | str, *, published: PublishedLike = None, language: str | None = None) -> Analysis:
    """Read a file to a timeline. Raises UnreadableDocument with a sentence for a person where it cannot be read."""
    return analyse_document(read_file(path, published=as_published(published), language=language))


def analyse_text(
    text: str, *, name: str = "text", published: PublishedLike = None, language: str | None = None
) -> Analysis:
    """Read a text to a timeline. Raises EmptyDocument where there is nothing but space."""
    return analyse_document(read_text(text, name, published=as_published(published), language=language))


def analyse_document(
    document: SourceDocument,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
    read_all: ReadAll = map,
) -> Analysis:
    """Read a document to a timeline. Where nobody said its language, it is told by its words.

    A very long one is read in stretches, by `read_all`: `progress` is told shares from 0 to 1 between them, and
    Cancelled is raised as soon as `cancelled` answers yes.
    """
    return _joined(tuple(analyse_in_stretches(document, progress=progress, cancelled=cancelled, read_all=read_all)))


def analyse_in_stretches(
    document: SourceDocument,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
    read_all: ReadAll = map,
) -> Iterator[Analysis]:
    """Read a document to the timelines of its stretches, in the order of the text; a document of usual length is one.

    Each is as read in the document itself. Events of two stretches are never made one: that would be work that grows
    with the square of a text that says the same again and again, and an event is told again soon or not at all.
    """
    if document.language is None:
        document = replace(document, language=detect_language(document.text))
    if len(document.text) <= LONGEST_AT_ONCE_CHARACTERS:
        yield _read_at_once(document)
        return
    done_characters = 0
    for read in read_all(_read_at_once, _unless(cancelled, stretches(document, _STRETCH_CHARACTERS))):
        done_characters += len(read.documents[0].text) + 1
        yield put_back(read, document)
        if progress is not None:
            progress(min(1.0, done_characters / len(document.text)))


def _unless(cancelled: IsCancelled | None, parts: Iterable[SourceDocument]) -> Iterator[SourceDocument]:
    for part in parts:
        if cancelled is not None and cancelled():
            raise Cancelled
        yield part


def _joined(stretches: Sequence[Analysis]) -> Analysis:
    """One timeline of those of a document's stretches."""
    if len(stretches) == 1:
        return stretches[0]
    documents = stretches[0].documents
    (id_,) = (document.id for document in documents)
    return Timeline(
        documents,
        tuple(merged(*(part.events for part in stretches), key=time_order)),
        tuple(entry for part in stretches for entry in part.ledger),
        MappingProxyType({id_: tuple(timex for part in stretches for timex in part.timexes[id_])}),
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let a document be read without Python's collector of cycles looking on.

    Reading makes many small values and next to no cycles; the collector would go through those that live, and with them
    through the lexicons, again and again, for 2 to 7 % of the time (measured). It goes on behind each document, or
    stretch of a long one.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_no_collection()
def _read_at_once(document: SourceDocument) -> Analysis:
    corrections = document.corrections
    timexes, alike = read_times(
        document.text, document.published, language=document.language, lines=document.lines, corrections=corrections
    )
    no_dates = [one.span for one in corrections if not one.is_date]
    told = [LookAlike(one.span, one.reason) for one in alike if not any(one.span.overlaps(span) for span in no_dates)]
    reading = read_events(document, timexes, told + [LookAlike(span, _SAID_BY_HAND) for span in no_dates])
    return Timeline((document,), reading.events, reading.ledger, MappingProxyType({document.id: tuple(timexes)}))


def analyse_documents(
    documents: Iterable[SourceDocument],
    *,
    merge: bool = True,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Analysis:
    """Read several documents to one timeline, their events merged where they tell of the same.

    `progress` is told shares from 0 to 1; raises Cancelled as soon as `cancelled` answers yes. A document that comes
    twice counts once.
    """
    wanted = list({document.id: document for document in documents}.values())
    found = list[Analysis]()
    for document in wanted:
        if cancelled is not None and cancelled():
            raise Cancelled
        found.append(analyse_document(document))
        if progress is not None:
            progress(len(found) / len(wanted))
    return merge_analyses(found, merge=merge)


def merge_analyses(analyses: Sequence[Analysis], *, merge: bool = True) -> Analysis:
    """Several timelines as one; with `merge`, events that several documents tell of become one each."""
    return merge_timelines(analyses, merge=merge)
