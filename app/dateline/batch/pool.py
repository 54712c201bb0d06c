"""Processes that share the work on many items and hand the results back in order.

It is imported only where there is work to share: few command lines need it, and its modules take a while. It does not
know what the work is.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import Final, TypeVar

from dateline.errors import UserError

_TASKS_AHEAD: Final = 3  # for each process: none waits, and no more is in memory than that

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Pool:
    """So many processes that work on items."""

    def __init__(self, executor: Executor, count: int) -> None:
        self._executor = executor
        self.count = count

    def in_order(self, work: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        """The work on each item, in their order; both can be pickled."""
        waiting = deque[Future[_Result]]()
        for number, item in enumerate(items):
            with _deaf_to_interrupts(number < self.count):  # the first tasks start the children
                waiting.append(self._executor.submit(work, item))
            if len(waiting) > _TASKS_AHEAD * self.count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@contextmanager
def open_pool(count: int) -> Iterator[Pool]:
    """A pool of `count` processes, which end with the block, however it ends. Raises UserError where one was killed."""
    executor, others = ProcessPoolExecutor(count, get_context("spawn")), active_children()
    try:
        yield Pool(executor, count)
    except BrokenExecutor as error:
        raise UserError("Reading broke off: there may be too little memory.", "Read fewer files at once.") from error
    except BaseException:  # interrupted, or closed early: what is begun is not waited for
        for child in set(active_children()).difference(others):
            child.terminate()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


@contextmanager
def _deaf_to_interrupts(wanted: bool) -> Iterator[None]:
    """What is started meanwhile stays deaf: Ctrl-C reaches all processes of a terminal, but only this one answers."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if wanted else None
    try:
        yield
    finally:
        if wanted:
            signal.signal(signal.SIGINT, before)
