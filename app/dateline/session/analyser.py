"""How the session reads: the doors of the floors below, short texts in the worker's thread, long ones in a process.

It knows the floors below by their public names (`floors`), and nothing of projects. They are imported with the first
document, in the worker: their language data would keep the window from being painted.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from heapq import merge
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dateline.errors import Cancelled
from dateline.model.corrections import Correction
from dateline.model.documents import Published, SourceDocument
from dateline.model.events import Event
from dateline.model.project import time_order
from dateline.model.timeline import Timeline
from dateline.model.timex import Timex3
from dateline.session.ahead import ReadAhead
from dateline.session.apart import in_pieces, run_apart
from dateline.session.progress import CancelToken, Progress
from dateline.session.stored import parts
from dateline.store.records import Content, content_of, with_content

if TYPE_CHECKING:
    from dateline.session.floors import Floors

APART_FROM_CHARACTERS: Final = 300_000
"""How much text is read in a process of its own. At 300,000 characters a thread still leaves the window gaps of no
more than 40 ms
(measured); at 1,000,000 it takes 130 ms, and more with every further character."""

_Light = tuple[SourceDocument, Content]
"""A document in the two parts in which it is stored, which are quick to pickle."""


_FROZEN_AFTER: Final = 16  # pieces; so many are looked through in some milliseconds


class _Key(NamedTuple):
    """What a document's analysis depends on."""

    document: str
    published: Published | None
    language: str | None
    corrections: tuple[Correction, ...]


class _Part(NamedTuple):
    """A piece of an analysis made in another process: of which document, of what, and the items."""

    number: int
    name: str
    items: Sequence[Any]


class Analyser:
    """Reads with what the program has. It keeps what it has read, so that one more document costs one analysis."""

    def __init__(self, ahead: ReadAhead | None = None) -> None:
        """`ahead` may have read some files already."""
        self._ahead = ahead
        self._analyses: dict[_Key, Timeline] = {}

    def read_file(self, path: Path, cancelled: CancelToken) -> SourceDocument:
        """See `Reader`."""
        found = self._ahead and self._ahead.take(path, cancelled)
        if found:
            self._keep(found.document, found.analysis)
            return found.document
        if path.is_file() and path.stat().st_size >= APART_FROM_CHARACTERS:
            (light,) = run_apart(_read_apart, (path,), _unheard, cancelled)
            return with_content(*light)
        return floors().read_file(path, cancelled=cancelled)

    def read_text(self, text: str, name: str) -> SourceDocument:
        """See `Reader`."""
        return floors().read_text(text, name)

    def timeline(self, documents: Sequence[SourceDocument], progress: Progress, cancelled: CancelToken) -> Timeline:
        """See `Reader`."""
        self._analyse([document for document in documents if _key(document) not in self._analyses], progress, cancelled)
        current = [self._current(document) for document in documents]
        if len(current) == 1:
            return current[0]  # nothing to merge with
        merged = floors().merge_analyses(current)
        return replace(merged, parts=parts(current, merged))

    def know(self, analyses: Iterable[Timeline]) -> None:
        """See `Reader`."""
        for analysis in analyses:
            self._analyses.setdefault(_key(analysis.documents[0]), analysis)

    def similar(
        self, before: Timex3, correction: Correction, timexes: Sequence[Timex3], same_text: bool
    ) -> Sequence[tuple[Timex3, Correction]]:
        """See `Reader`."""
        others = [timex for timex in timexes if not same_text or timex.span != correction.span]
        found = dict(floors().similar(before, correction, others))
        counted = floors().similarly_counted(before, correction, others) if same_text else ()
        return tuple((found | {timex: made for timex, made in counted if timex not in found}).items())

    def identities(self, old: Sequence[Event], new: Sequence[Event]) -> Mapping[str, str]:
        """See `Reader`."""
        if not old:
            return MappingProxyType({})
        return floors().reconcile(old, new)

    def _analyse(self, documents: Sequence[SourceDocument], progress: Progress, cancelled: CancelToken) -> None:
        if not documents:
            return
        apart = sum(len(document.text) for document in documents) >= APART_FROM_CHARACTERS
        analyses = (_analysed_apart if apart else _analysed)(documents, progress, cancelled)
        for document, analysis in zip(documents, analyses, strict=True):
            if cancelled():
                raise Cancelled
            self._keep(document, analysis)

    def _keep(self, document: SourceDocument, analysis: Timeline) -> None:
        """Under both keys: the document as it comes from the file, and as it is once its language is known."""
        self._analyses[_key(document)] = self._analyses[_key(analysis.documents[0])] = analysis

    def _current(self, document: SourceDocument) -> Timeline:
        """The analysis with the document as it is now: its title may have been corrected since."""
        analysis = self._analyses[_key(document)]
        return replace(analysis, documents=(replace(document, language=analysis.documents[0].language),))


def floors() -> "type[Floors]":
    """The floors below, loaded by the first call."""
    from dateline.session.floors import Floors  # noqa: PLC0415 - see above

    return Floors


def _key(document: SourceDocument) -> _Key:
    return _Key(document.id, document.published, document.language, document.corrections)


def _analysed(documents: Sequence[SourceDocument], progress: Progress, cancelled: CancelToken) -> Iterator[Timeline]:
    tell = partial(_tell, progress, len(documents))
    for number, document in enumerate(documents):
        tell(number, document.name, 0.0)
        yield floors().analyse_document(document, progress=partial(tell, number, document.name), cancelled=cancelled)


def _analysed_apart(
    documents: Sequence[SourceDocument], progress: Progress, cancelled: CancelToken
) -> Iterator[Timeline]:
    """The analyses, made in another process and put together here as they come, piece by piece."""
    lights = [(replace(document, text="", lines=()), content_of(document)) for document in documents]
    lists: dict[str, list[Sequence[Any]]] = {}
    for count, (number, name, items) in enumerate(run_apart(_analyse_apart, (lights,), progress, cancelled), 1):
        if count % _FROZEN_AFTER == 0:
            gc.freeze()  # values hold no cycles; Python's collector looking through millions would stop the window
        lists.setdefault(name, []).append(items)
        if name == _END:
            yield _joined(documents[number], lists)
            lists = {}


_END: Final = "language"  # comes last, and always


def _joined(document: SourceDocument, lists: Mapping[str, Sequence[Sequence[Any]]]) -> Timeline:
    """A timeline of its pieces. Each piece of the events is in the order of time; they are merged in steps between
    which the window has its turn, which sorting would not give it.
    """
    ((language,),) = lists[_END]
    return Timeline(
        (replace(document, language=language),),
        tuple(merge(*lists.get("events", ()), key=time_order)),
        tuple(chain.from_iterable(lists.get("ledger", ()))),
        MappingProxyType({document.id: tuple(chain.from_iterable(lists.get("timexes", ())))}),
    )


def _analyse_apart(lights: Sequence[_Light], progress: Progress) -> Iterator[_Part]:
    """In the other process: analyses, in pieces, stretch by stretch. To stop it, the parent ends this process."""
    tell = partial(_tell, progress, len(lights))
    for number, light in enumerate(lights):
        document = with_content(*light)
        tell(number, document.name, 0.0)
        for found in floors().analyse_in_stretches(document, progress=partial(tell, number, document.name)):
            (read,) = found.documents
            lists = {"events": found.events, "ledger": found.ledger, "timexes": found.timexes[read.id]}
            for name, items in lists.items():
                yield from (_Part(number, name, piece) for piece in in_pieces(items))
        yield _Part(number, _END, [read.language])


def _tell(progress: Progress, count: int, number: int, name: str, share: float) -> None:
    """How far all of several documents are, when one of them is so far."""
    progress((number + share) / count, name)


def _read_apart(path: Path, progress: Progress) -> Iterator[_Light]:
    """In the other process: a document in its two parts."""
    document = floors().read_file(path, progress=progress)
    yield replace(document, text="", lines=()), content_of(document)


def _unheard(share: float, text: str = "") -> None:
    """Reading is the small part of the work; its progress is told by files."""
