"""Many files read by several processes, for the command line; each file becomes a timeline of its own.

A very long file is read by several processes too, stretch by stretch. A window must not use this: starting children
out of a process with threads is not safe everywhere. It does not know how a file is read, nor what becomes of the
timelines.
"""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

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
    from dateline.batch.pool import Pool

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
    from dateline.batch.pool import open_pool  # noqa: PLC0415 - few command lines need it

    with open_pool(count) as pool:
        for is_long, group in groupby(paths, _is_long):
            if is_long:
                yield from map(partial(read, read_all=partial(_read_apart, pool)), group)
            else:
                yield from chain.from_iterable(pool.in_order(partial(_each, read), _chunks(tuple(group), count)))


def _read_apart(
    pool: "Pool", read: Callable[[SourceDocument], Analysis], parts: Iterable[SourceDocument]
) -> Iterator[Analysis]:
    """As `ReadAll` asks for it."""
    return pool.in_order(partial(_bare_of, read), parts)


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
