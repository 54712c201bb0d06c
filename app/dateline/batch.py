"""Many files read by several processes, for the command line; each file becomes a timeline of its own.

A very long file is read by several processes too, stretch by stretch. A window must not use this: starting children
out of a process with threads is not safe everywhere. It does not know how a file is read, nor what becomes of the
timelines.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from dateline.analysis import (
    LONGEST_AT_ONCE_CHARACTERS,
    Analysis,
    PublishedLike,
    ReadAll,
    analyse_document,
    as_published,
)
from dateline.errors import UserError
from dateline.ingest import read_file
from dateline.model.documents import Published, SourceDocument

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

_LEAST_SHARED_BYTES: Final = 400_000  # for each further process; with less, starting it costs more than it saves
_CHUNK_BYTES: Final = 50_000  # half a second of work, beside which sending it is nothing
_TASKS_AHEAD: Final = 3  # for each process: none waits, and no more is in memory than that

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def analyse_files(
    paths: Sequence[Path],
    *,
    published: PublishedLike = None,
    language: str | None = None,
    processes: int | None = None,
) -> Generator[Analysis | UserError, None, None]:
    """The timeline of each file in their order, or why it could not be read; close it to stop early.

    The timelines come without time expressions, which no command writes beside events and which are a quarter of all.
    They are read by so many `processes`, by default as many as there are processors where that saves time. Raises
    UserError where one of them was killed.
    """
    read = partial(_analysed, published=as_published(published), language=language)
    count = processes or _worthwhile(paths)
    if not any(map(_is_long, paths)):
        count = min(count, len(paths))
    yield from map(read, paths) if count <= 1 else _shared(read, paths, count)


def _shared(
    read: Callable[..., Analysis | UserError], paths: Sequence[Path], count: int
) -> Iterator[Analysis | UserError]:
    """The same, by several processes."""
    with _pool(count) as pool:
        for is_long, group in groupby(paths, _is_long):
            if is_long:
                yield from map(partial(read, read_all=partial(_read_apart, pool, count)), group)
            else:
                chunks = _chunks(tuple(group), count)
                yield from chain.from_iterable(_in_order(pool, count, partial(_each, read), chunks))


@contextmanager
def _pool(count: int) -> Iterator["Executor"]:
    """So many processes, which end with the block, however it ends."""
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415 - few command lines need it
    from multiprocessing import active_children, get_context  # noqa: PLC0415 - likewise

    pool, others = ProcessPoolExecutor(count, get_context("spawn")), active_children()
    try:
        yield pool
    except BrokenExecutor as error:
        raise UserError("Reading broke off: there may be too little memory.", "Read fewer files at once.") from error
    except BaseException:  # interrupted, or closed early: what is begun is not waited for
        for child in set(active_children()).difference(others):
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: "Executor", count: int, work: Callable[[_Item], _Result], items: Iterable[_Item]
) -> Iterator[_Result]:
    """The work on each item in their order, done by the pool's processes, of which there are `count`."""
    waiting = deque["Future[_Result]"]()
    for number, item in enumerate(items):
        with _deaf_to_interrupts(number < count):  # the first tasks start the children
            waiting.append(pool.submit(work, item))
        if len(waiting) > _TASKS_AHEAD * count:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _read_apart(
    pool: "Executor", count: int, read: Callable[[SourceDocument], Analysis], parts: Iterable[SourceDocument]
) -> Iterator[Analysis]:
    """As `ReadAll` asks for it."""
    return _in_order(pool, count, partial(_bare_of, read), parts)


def _bare_of(read: Callable[[SourceDocument], Analysis], part: SourceDocument) -> Analysis:
    return _bare(read(part))


def _each(read: Callable[[Path], Analysis | UserError], paths: Sequence[Path]) -> list[Analysis | UserError]:
    return list(map(read, paths))


def _analysed(
    path: Path, published: Published | None, language: str | None, read_all: ReadAll = map
) -> Analysis | UserError:
    try:
        document = read_file(path, published=published, language=language)
        return _bare(analyse_document(document, read_all=read_all))
    except UserError as error:
        return error


def _bare(analysis: Analysis) -> Analysis:
    """A timeline without its time expressions."""
    return replace(analysis, timexes=MappingProxyType({document.id: () for document in analysis.documents}))


def _chunks(paths: Sequence[Path], count: int) -> Iterator[Sequence[Path]]:
    """The paths in groups that are worth sending, and so small that all processes end together."""
    evenly = len(paths) // (4 * count)
    length = max(1, min(evenly, _CHUNK_BYTES * len(paths) // max(1, sum(map(_size, paths)))))
    return (paths[at : at + length] for at in range(0, len(paths), length))


def _worthwhile(paths: Sequence[Path]) -> int:
    """How many processes save time."""
    return min(_processors(), 1 + sum(map(_size, paths)) // _LEAST_SHARED_BYTES)


def _is_long(path: Path) -> bool:
    """Whether a file is read in stretches, as far as its size can tell."""
    return _size(path) > LONGEST_AT_ONCE_CHARACTERS


def _size(path: Path) -> int:
    """Bytes of a file; 0 where it cannot be told."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _deaf_to_interrupts(wanted: bool) -> Iterator[None]:
    """What is started meanwhile stays deaf: Ctrl-C reaches all processes of a terminal, but only this one answers."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if wanted else None
    try:
        yield
    finally:
        if wanted:
            signal.signal(signal.SIGINT, before)
