"""Reading in a worker: from files, texts and corrected dates to the one Change that brings a project up to date.

Pure functions of values; they run outside the window's thread and touch neither a file of the project nor a widget. How
documents are read is the business of the floors below, which come in as a `Reader`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple, Protocol

from dateline.errors import Cancelled, UserError
from dateline.model.corrections import Correction, with_correction
from dateline.model.documents import Published, SourceDocument
from dateline.model.events import Event, Factuality, LedgerEntry
from dateline.model.group import Group
from dateline.model.project import Change, Project, Put, Table
from dateline.model.shown import Shown
from dateline.model.spans import Span
from dateline.model.timeline import Timeline
from dateline.model.timex import Timex3
from dateline.model.wording import describe_interval
from dateline.session.outcome import Outcome, worked_out
from dateline.session.progress import CancelToken, Progress
from dateline.session.similar import SimilarCase, similar_cases
from dateline.session.stored import stored
from dateline.session.wording import several, shortened
from dateline.store.records import NOTHING_READY, Ready, written

_FILES_SHARE: Final = 0.2  # of the progress; analysing takes about four times as long as reading, by measurement


class Reader(Protocol):
    """What the floors below do."""

    def read_file(self, path: Path, cancelled: CancelToken) -> SourceDocument:
        """A document; UserError where the file cannot be read."""

    def read_text(self, text: str, name: str) -> SourceDocument:
        """A document of a text at hand; UserError where it is empty."""

    def timeline(self, documents: Sequence[SourceDocument], progress: Progress, cancelled: CancelToken) -> Timeline:
        """One timeline of all documents, merged across them."""

    def know(self, analyses: Iterable[Timeline]) -> None:
        """Take what was read of documents by themselves, so that they need not be read again."""

    def similar(
        self, before: Timex3, correction: Correction, timexes: Sequence[Timex3], same_text: bool
    ) -> Sequence[tuple[Timex3, Correction]]:
        """Expressions that may be wrong in the way of one that was corrected, with how they would be read."""

    def identities(self, old: Sequence[Event], new: Sequence[Event]) -> Mapping[str, str]:
        """For events of a new reading the ids of the old events they are: by id, then by their excerpts."""


class Wanted(NamedTuple):
    """What is to be read: files, texts (name, text), documents to leave out, corrected dates by document, and words
    that a person reads in another way (document, span, and how; None is as the rules do).
    """

    paths: tuple[Path, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    removed: frozenset[str] = frozenset()
    published: Mapping[str, Published | None] = MappingProxyType({})
    corrected: tuple[tuple[str, Span, Correction | None], ...] = ()
    as_offered: bool = False  # what was corrected was offered as the like of something else
    fresh: bool = False  # for a new project, which takes the open one's place once something was read
    example: bool = False  # as a bundled example


class Reading(NamedTuple):
    """What came of what was wanted. `base` is the project it was read for; `twins` are names of documents whose text
    was there already; `alike` is what may be wrong in the way of the one thing that was corrected; `ready` are the
    change's rows, made here so that the window need not; so is the `outcome` of a large change.
    """

    wanted: Wanted
    base: Project
    change: Change
    added: tuple[str, ...] = ()
    failures: tuple[UserError, ...] = ()
    twins: tuple[tuple[str, str], ...] = ()
    alike: tuple[SimilarCase, ...] = ()
    ready: Ready = NOTHING_READY
    outcome: Outcome | None = None


def read(
    project: Project,
    wanted: Wanted,
    reader: Reader,
    progress: Progress,
    cancelled: CancelToken,
    shown: Shown | None = None,
) -> Reading:
    """Read what is wanted and put it together with what the project has. Raises Cancelled.

    `shown` are the events that the project shows; with them the outcome of a large change is worked out too.
    """
    wanted = _still_possible(wanted, project)
    documents = {id_: document for id_, document in project.document.items() if id_ not in wanted.removed}
    for id_ in wanted.published:
        documents[id_] = replace(documents[id_], published=wanted.published[id_])
    found, failures = _read_all(wanted, reader, progress, cancelled)
    for id_, span, correction in wanted.corrected:
        corrections = with_correction(documents[id_].corrections, span, correction)
        documents[id_] = replace(documents[id_], corrections=corrections)
    added, twins = [], []
    for document in found:
        known = documents.get(document.id)
        if known is None:
            documents[document.id] = document
            added.append(document.id)
        else:
            documents[document.id] = with_name(known, document.name)
            twins.append((document.name, known.name))
    if found or wanted.removed or wanted.published or wanted.corrected:
        change = _change(project, wanted, documents, reader, tuple(added), progress, cancelled)
    else:
        change = Change("", ())
    ready = {(put.table, put.key): written(put.table, put.value) for put in change.puts if put.value is not None}
    alike = _alike(project, change, wanted, reader)
    return Reading(
        wanted,
        project,
        change,
        tuple(added),
        tuple(failures),
        tuple(twins),
        alike,
        MappingProxyType(ready),
        None if shown is None else worked_out(change, project, shown),
    )


def _alike(project: Project, change: Change, wanted: Wanted, reader: Reader) -> tuple[SimilarCase, ...]:
    if wanted.as_offered or not (wanted.corrected or wanted.published):
        return ()
    after = project.applied(change)[0]
    return similar_cases(project, after, wanted.published, wanted.corrected, reader.similar)


def _still_possible(wanted: Wanted, project: Project) -> Wanted:
    """Without what was asked of documents that have gone since."""
    published = {id_: value for id_, value in wanted.published.items() if id_ in project.document}
    corrected = tuple(one for one in wanted.corrected if one[0] in project.document)
    return wanted._replace(
        removed=wanted.removed & project.document.keys(), published=published, corrected=corrected
    )


def with_name(document: SourceDocument, name: str) -> SourceDocument:
    """The same document under one more name."""
    if name == document.name or name in document.other_names:
        return document
    return replace(document, other_names=(*document.other_names, name))


def _read_all(
    wanted: Wanted, reader: Reader, progress: Progress, cancelled: CancelToken
) -> tuple[list[SourceDocument], list[UserError]]:
    documents, failures = [], []
    for number, path in enumerate(wanted.paths):
        if cancelled():
            raise Cancelled
        progress(_FILES_SHARE * number / len(wanted.paths), path.name)
        try:
            documents.append(reader.read_file(path, cancelled))
        except UserError as error:
            failures.append(error)
    for name, text in wanted.texts:
        try:
            documents.append(reader.read_text(text, name))
        except UserError as error:
            failures.append(error)
    return documents, failures


def _change(
    project: Project,
    wanted: Wanted,
    documents: Mapping[str, SourceDocument],
    reader: Reader,
    added: Sequence[str],
    progress: Progress,
    cancelled: CancelToken,
) -> Change:
    def analysing(share: float, text: str = "") -> None:
        progress(_FILES_SHARE + (1 - _FILES_SHARE) * share, text)

    reader.know(stored(project))
    timeline = reader.timeline(tuple(documents.values()), analysing, cancelled)
    if cancelled():
        raise Cancelled
    old = (*project.reading.values(), *_orphans(project))
    puts = (
        *reading_puts(project, timeline, reader.identities(old, timeline.events)),
        *_own_puts(project, wanted.removed),
    )
    return Change(_label(project, wanted, documents, added), puts)


def reading_puts(project: Project, timeline: Timeline, identities: Mapping[str, str]) -> tuple[Put, ...]:
    """What has to be put so that a project holds this timeline as its reading; events keep the ids they had."""
    entries: dict[str, list[LedgerEntry]] = {document.id: [] for document in timeline.documents}
    for entry in timeline.ledger:
        serving = tuple(identities.get(id_, id_) for id_ in entry.events)
        entries[entry.document].append(entry if serving == entry.events else replace(entry, events=serving))
    ledger = {document: tuple(found) for document, found in entries.items()}
    known = ((identities.get(event.id, event.id), event) for event in timeline.events)
    events = (event if id_ == event.id else replace(event, id=id_) for id_, event in known)
    return (
        *_differences(Table.DOCUMENT, project.document, {document.id: document for document in timeline.documents}),
        *_differences(Table.TIMEXES, project.timexes, {id_: timeline.timexes.get(id_, ()) for id_ in ledger}),
        *_differences(Table.LEDGER, project.ledger, ledger),
        *_differences(Table.PART, project.part, timeline.parts),
        *_differences(Table.READING, project.reading, {event.id: event for event in events}),
    )


def _differences(table: Table, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Put]:
    gone = [Put(table, key, None) for key in before if key not in after]
    return gone + [Put(table, key, value) for key, value in after.items() if before.get(key) != value]


def _own_puts(project: Project, removed: frozenset[str]) -> list[Put]:
    """A person's events lose the excerpts of documents that go; one that has no other goes with them."""
    puts = []
    for id_, event in project.own_event.items():
        staying = tuple(excerpt for excerpt in event.excerpts if excerpt.document not in removed)
        if staying != event.excerpts:
            puts.append(Put(Table.OWN_EVENT, id_, replace(event, excerpts=staying) if staying else None))
    return puts


def _orphans(project: Project) -> list[Event]:
    """Decisions whose event an earlier reading lost, as events that can be recognised by their excerpts."""
    return [
        Event(id_, "", None, "", Group.OTHER, Factuality.HAPPENED, override.excerpts)
        for id_, override in project.override.items()
        if id_ not in project.reading and id_ not in project.own_event and override.excerpts
    ]


def lost_decisions(before: Project, after: Project) -> tuple[str, ...]:
    """Ids of events that a person had decided something of and that are gone; the decisions are still kept."""
    events = before.reading.keys() | before.own_event.keys()
    return tuple(
        id_ for id_ in before.override if id_ in events and id_ not in after.reading and id_ not in after.own_event
    )


def _label(project: Project, wanted: Wanted, documents: Mapping[str, SourceDocument], added: Sequence[str]) -> str:
    if wanted.corrected:
        return _correction_label(documents, wanted.corrected)
    if wanted.published:
        return f"change date of {_named(documents, tuple(wanted.published))}"
    if wanted.removed:
        return f"remove {_named(project.document, tuple(wanted.removed))}"
    return f"add {_named(documents, added)}" if added else "add a name of a document"


def _correction_label(
    documents: Mapping[str, SourceDocument], corrected: Sequence[tuple[str, Span, Correction | None]]
) -> str:
    if len(corrected) > 1:
        return f"read {several(len(corrected), 'date')} in another way"
    ((document, span, correction),) = corrected
    words = f"“{shortened(' '.join(span.of(documents[document].text).split()))}”"
    if correction is None:
        return f"read {words} by the rules again"
    if correction.interval is None or correction.precision is None:
        return f"take {words} for no date"
    return f"read {words} as {describe_interval(correction.interval, correction.precision)}"


def _named(documents: Mapping[str, SourceDocument], ids: Sequence[str]) -> str:
    if len(ids) != 1:
        return several(len(ids), "document")
    document = documents[ids[0]]
    return f"“{shortened(document.title or document.name)}”"
