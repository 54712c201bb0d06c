"""A progress line on a terminal; nothing in a pipe."""

import sys
from collections.abc import Collection, Iterator
from typing import TypeVar

_T = TypeVar("_T")
_WIDTH = 30


def with_progress(items: Collection[_T], doing: str) -> Iterator[_T]:
    """The items, with a bar on standard error while they are worked on, where that is a terminal."""
    shown = sys.stderr.isatty() and len(items) > 1
    for index, item in enumerate(items):
        if shown:
            _draw(doing, index, len(items))
        yield item
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _draw(doing: str, done: int, of: int) -> None:
    filled = _WIDTH * done // of
    bar = "█" * filled + "░" * (_WIDTH - filled)
    print(f"\r\x1b[K{doing} {bar} {done} of {of}", end="", file=sys.stderr, flush=True)
