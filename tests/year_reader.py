"""A reader for tests of what lies above reading: every sentence with a year is an event in that year.

It has no language data and takes no time, and one can predict what it finds.
"""

import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from dateline.errors import Cancelled, EmptyDocument, UnreadableDocument
from dateline.events.identity import event_id, reconcile
from dateline.model.anchors import describe
from dateline.model.corrections import Correction
from dateline.model.dates import Interval, Precision, instant
from dateline.model.documents import Line, LineClass, SourceDocument, document_id, text_hash
from dateline.model.events import Event, EventTime, Excerpt, Factuality, Fate, LedgerEntry
from dateline.model.group import Group
from dateline.model.project import time_order
from dateline.model.spans import Span
from dateline.model.timeline import Timeline
from dateline.model.timex import Timex3, TimexType
from dateline.session.progress import CancelToken, Progress

SENTENCE = re.compile(r"[^.\s][^.]*?(\d{4})[^.]*\.")


class YearReader:
    """Fulfils `session.reading.Reader`. `gate` holds analyses back until it is set."""

    gate = threading.Event()
    gate.set()

    def read_file(self, path: Path, cancelled: CancelToken) -> SourceDocument:
        try:
            return self.read_text(path.read_text("utf-8"), path.name)
        except OSError as error:
            raise UnreadableDocument(path, f"{path.name} cannot be read.", "Choose another.") from error

    def read_text(self, text: str, name: str) -> SourceDocument:
        if not text.strip():
            raise EmptyDocument(Path(name), f"{name} is empty.")
        digest = text_hash(text)
        return SourceDocument(document_id(digest), name, text, digest, (Line(0, len(text), LineClass.BODY),))

    def timeline(self, documents: Sequence[SourceDocument], progress: Progress, cancelled: CancelToken) -> Timeline:
        while not self.gate.wait(0.01):
            if cancelled():
                raise Cancelled
        events, ledger, timexes = [], [], {}
        for number, document in enumerate(documents):
            progress(number / len(documents), document.name)
            matches = [match for match in SENTENCE.finditer(document.text) if not _is_no_date(document, match)]
            found = [_timex(document, match) for match in matches]
            events += [_event(document, match) for match in matches]
            timexes[document.id] = tuple(found)
            served = events[len(events) - len(found) :]
            ledger += [
                LedgerEntry(document.id, timex.span, timex.text, Fate.EVENT, (event.id,))
                for timex, event in zip(found, served, strict=True)
            ]
        ordered = tuple(sorted(events, key=time_order))
        return Timeline(tuple(documents), ordered, tuple(ledger), MappingProxyType(timexes))

    def know(self, analyses: Iterable[Timeline]) -> None:
        """It reads all anew each time."""

    def similar(
        self, before: Timex3, correction: Correction, timexes: Sequence[Timex3], same_text: bool
    ) -> Sequence[tuple[Timex3, Correction]]:
        others = (timex for timex in timexes if not same_text or timex.span != correction.span)
        alike = (timex for timex in others if timex.text == before.text)
        return tuple((timex, replace(correction, span=timex.span)) for timex in alike)

    def identities(self, old: Sequence[Event], new: Sequence[Event]) -> Mapping[str, str]:
        return reconcile(old, new)


def _correction(document: SourceDocument, match: re.Match[str]) -> Correction | None:
    return next((one for one in document.corrections if one.span == Span(*match.span(1))), None)


def _is_no_date(document: SourceDocument, match: re.Match[str]) -> bool:
    correction = _correction(document, match)
    return correction is not None and not correction.is_date


def _interval(document: SourceDocument, match: re.Match[str]) -> Interval:
    correction = _correction(document, match)
    if correction is not None and correction.interval is not None:
        return correction.interval
    return Interval.within(instant(int(match[1])), instant(int(match[1]) + 1))


def _timex(document: SourceDocument, match: re.Match[str]) -> Timex3:
    interval = _interval(document, match)
    return Timex3(
        *match.span(1), match[1], TimexType.DATE, match[1], "year", interval=interval, precision=Precision.YEAR
    )


def _event(document: SourceDocument, match: re.Match[str]) -> Event:
    """An event; of a document with a date of its own it says so, as a new reading would."""
    return Event(
        event_id(document.id, *match.span()),
        match[0] if document.published is None else f"{match[0]} (told {document.published.edtf})",
        EventTime(_interval(document, match), Precision.YEAR),
        "meeting",
        Group.MEETING,
        Factuality.HAPPENED,
        (Excerpt(document.id, describe(document.text, *match.span()), Span(*match.span(1))),),
    )
