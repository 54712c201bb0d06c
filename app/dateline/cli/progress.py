"""A progress line on a terminal; nothing in a pipe."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")
_WIDTH = 30


def with_progress(items: Iterable[_T], count: int, doing: str) -> Iterator[_T]:
    """So many items, with a bar on standard error while they are worked on, where that is a terminal."""
    shown = sys.stderr.isatty() and count > 1
    if shown:
        _draw(doing, 0, count)
    for index, item in enumerate(items, 1):
        yield item
        if shown:
            _draw(doing, index, count)
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _draw(doing: str, done: int, of: int) -> None:
    filled = _WIDTH * done // of
    bar = "█" * filled + "░" * (_WIDTH - filled)
    print(f"\r\x1b[K{doing} {bar} {done} of {of}", end="", file=sys.stderr, flush=True)
