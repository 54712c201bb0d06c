"""Many files read by several processes, for the command line; each file becomes a timeline of its own.

A window must not use it: starting children out of a process with threads is not safe everywhere. It does not know how
a file is read, nor what becomes of the timelines.
"""

import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from dateline.analysis import Analysis, PublishedLike, analyse_file, as_published
from dateline.errors import UserError
from dateline.model.documents import Published

_LEAST_SHARED_BYTES: Final = 400_000  # for each further process; with less, starting it costs more than it saves
_CHUNK_BYTES: Final = 50_000  # half a second of work, beside which sending it is nothing


def analyse_files(
    paths: Sequence[Path],
    *,
    published: PublishedLike = None,
    language: str | None = None,
    processes: int | None = None,
) -> Generator[Analysis | UserError, None, None]:
    """The timeline of each file in their order, or why it could not be read; close it to stop early.

    They are read by so many `processes`, by default as many as there are processors where that saves time. Raises
    UserError where one of them was killed.
    """
    read = partial(_analysed, published=as_published(published), language=language)
    count = min(processes or _worthwhile(paths), len(paths))
    yield from map(read, paths) if count <= 1 else _shared(read, paths, count)


def _shared(
    read: Callable[[Path], Analysis | UserError], paths: Sequence[Path], count: int
) -> Generator[Analysis | UserError, None, None]:
    """The same, by several processes."""
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415 - few command lines need it
    from multiprocessing import active_children, get_context  # noqa: PLC0415 - likewise

    evenly = len(paths) // (4 * count)
    chunk = max(1, min(evenly, _CHUNK_BYTES * len(paths) // max(1, sum(map(_size, paths)))))
    pool, others = ProcessPoolExecutor(count, get_context("spawn")), active_children()
    try:
        with _deaf_to_interrupts():
            found = pool.map(read, paths, chunksize=chunk)  # this starts the children
        yield from found
    except BrokenExecutor as error:
        raise UserError("Reading broke off: there may be too little memory.", "Read fewer files at once.") from error
    except BaseException:  # interrupted, or closed early: what is begun is not waited for
        for child in set(active_children()).difference(others):
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _analysed(path: Path, published: Published | None, language: str | None) -> Analysis | UserError:
    try:
        return analyse_file(path, published=published, language=language)
    except UserError as error:
        return error


def _worthwhile(paths: Sequence[Path]) -> int:
    """How many processes save time."""
    return min(_processors(), 1 + sum(map(_size, paths)) // _LEAST_SHARED_BYTES)


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
def _deaf_to_interrupts() -> Iterator[None]:
    """What is started meanwhile stays deaf: Ctrl-C reaches all processes of a terminal, but only this one answers."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
