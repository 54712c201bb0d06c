"""A long document as a row of shorter ones, and what was read in them put back at its places.

A text of fifty megabytes is no story whose days run on from page to page; read in stretches it takes bounded memory,
tells how far the reading has come, and can be stopped. Stretches end at empty lines where there are any. This module
does not know how documents are read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.model.anchors import describe
from dateline.model.documents import Line, LineClass, SourceDocument
from dateline.model.events import Event, Excerpt, LedgerEntry, Step
from dateline.model.spans import Span
from dateline.model.timeline import Timeline
from dateline.model.timex import Timex3


def stretches(document: SourceDocument, characters: int) -> Iterator[SourceDocument]:
    """The document cut into parts of about so many characters, each as a document; their ids tell where they begin.

    They are cut as they are asked for, so that no second copy of a long text is in memory. A part ends behind the
    first empty line beyond its length, or behind a line when it has grown to twice the length; one endless line is not
    cut.
    """
    return (_part(document, lines) for lines in _cut(document.lines, characters))


def _cut(lines: tuple[Line, ...], characters: int) -> Iterator[tuple[Line, ...]]:
    first = 0
    for index, line in enumerate(lines):
        length = line.end - lines[first].start
        if length >= 2 * characters or (length >= characters and line.kind is LineClass.BLANK):
            yield lines[first : index + 1]
            first = index + 1
    if first < len(lines):
        yield lines[first:]


def _part(document: SourceDocument, lines: tuple[Line, ...]) -> SourceDocument:
    start, end = lines[0].start, lines[-1].end
    published = document.published
    if published is not None and published.span is not None and not Span(start, end).contains(published.span):
        published = replace(published, span=None)
    elif published is not None and published.span is not None:
        published = replace(published, span=_moved(published.span, -start))
    return replace(
        document,
        id=f"{document.id}@{start}",
        text=document.text[start:end],
        lines=tuple(Line(line.start - start, line.end - start, line.kind) for line in lines),
        published=published,
        corrections=tuple(
            replace(one, span=_moved(one.span, -start))
            for one in document.corrections
            if Span(start, end).contains(one.span)
        ),
    )


def put_back(read: Timeline, document: SourceDocument) -> Timeline:
    """What was read in the stretches of a document, as read in the document itself."""
    places = _Places(document, {part.id: int(part.id.rpartition("@")[2]) for part in read.documents})
    timexes = (places.timex(part.id, timex) for part in read.documents for timex in read.timexes[part.id])
    return Timeline(
        (document,),
        tuple(map(places.event, read.events)),
        tuple(map(places.entry, read.ledger)),
        MappingProxyType({document.id: tuple(timexes)}),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where each stretch begins in the document."""

    document: SourceDocument
    starts: Mapping[str, int]

    def timex(self, part: str, timex: Timex3) -> Timex3:
        start, reference = self.starts[part], timex.reference
        if reference is not None:
            span = self._own_date() if reference.name == "published" else _moved_or_none(reference.span, start)
            reference = replace(reference, span=span)
        return replace(timex, start=timex.start + start, end=timex.end + start, reference=reference)

    def event(self, event: Event) -> Event:
        time = event.time
        if time is not None and time.alternatives:
            others = (replace(one, excerpt=one.excerpt and self.excerpt(one.excerpt)) for one in time.alternatives)
            time = replace(time, alternatives=tuple(others))
        excerpts = tuple(map(self.excerpt, event.excerpts))
        return replace(event, time=time, excerpts=excerpts, why=tuple(map(self.step, event.why)))

    def excerpt(self, excerpt: Excerpt) -> Excerpt:
        start = self.starts[excerpt.document]
        anchor = describe(self.document.text, excerpt.start + start, excerpt.end + start)
        sources = tuple(replace(one, span=_moved(one.span, start)) for one in excerpt.sources)
        return Excerpt(self.document.id, anchor, _moved_or_none(excerpt.phrase, start), sources)

    def step(self, step: Step) -> Step:
        if step.document is None:
            return step
        span = self._own_date() if step.name == "published" else _moved_or_none(step.span, self.starts[step.document])
        return replace(step, document=self.document.id, span=span)

    def entry(self, entry: LedgerEntry) -> LedgerEntry:
        return replace(entry, document=self.document.id, span=_moved(entry.span, self.starts[entry.document]))

    def _own_date(self) -> Span | None:
        return self.document.published.span if self.document.published else None


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _moved_or_none(span: Span | None, by: int) -> Span | None:
    return None if span is None else _moved(span, by)
