"""Work in another process, for what would starve the window.

Python runs one thread at a time, and a single search through a long text keeps all others waiting: a text of 5 MB,
analysed in a thread, stops the window for 0.2 to 0.5 s again and again (measured on two cores), one of 50 MB for
seconds. A process of its own does not, and it can be ended at once. It costs about half a second to start, which is
why short texts stay in the thread.

It knows nothing of documents. What comes back is best cut into pieces: reading one pickle is one step that nothing
interrupts.
"""

import os
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from dateline.errors import Cancelled, UserError
from dateline.session.progress import CancelToken, Progress

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PIECE: Final = 500
"""Items in one message: some 10 ms of unpickling, which nobody notices."""

_POLL_SECONDS: Final = 0.05
_NICENESS: Final = 5  # the window comes first, also where there is one core

Item = TypeVar("Item")


class _Told(NamedTuple):
    """Progress."""

    share: float
    text: str


class _Piece(NamedTuple):
    """A part of the result."""

    value: Any


class _Refused(NamedTuple):
    """A UserError in its parts: its class may take other arguments than those it keeps."""

    kind: type[UserError]
    arguments: tuple[Any, ...]
    state: dict[str, Any]


class _Broken(NamedTuple):
    """Another exception, as its traceback reads."""

    trace: str


class _Done(NamedTuple):
    """Nothing follows."""


class BrokenApart(RuntimeError):
    """A bug showed itself in the other process; the text is its traceback there."""


def run_apart(
    function: Callable[..., Iterator[Item]], arguments: Sequence[Any], progress: Progress, cancelled: CancelToken
) -> Iterator[Item]:
    """What `function(*arguments, progress)` yields in another process; both it and its arguments can be pickled.

    Raises Cancelled as soon as the work was stopped, the UserError that the function raised, or BrokenApart.
    """
    from multiprocessing import get_context  # noqa: PLC0415 - it takes a while, and few texts are so long

    context = get_context("spawn")  # a fork would copy the window's threads and locks in mid-flight
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(sender, function, tuple(arguments)), daemon=True)
    process.start()
    sender.close()
    try:
        yield from _received(receiver, progress, cancelled)
    finally:
        process.terminate()
        process.join()
        receiver.close()


def in_pieces(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items, a piece at a time."""
    return (items[at : at + PIECE] for at in range(0, len(items), PIECE))


def _received(receiver: "Connection", progress: Progress, cancelled: CancelToken) -> Iterator[Any]:
    while True:
        if cancelled():
            raise Cancelled
        if not receiver.poll(_POLL_SECONDS):
            continue
        try:
            message = receiver.recv()
        except EOFError:  # it was killed, most likely for want of memory
            remedy = "Close other programs and try again, or split the text."
            raise UserError("Reading broke off: there may be too little memory.", remedy) from None
        match message:
            case _Piece(value):
                yield value
            case _Told(share, text):
                progress(share, text)
            case _Refused(kind, arguments, state):
                raise _remade(kind, arguments, state)
            case _Broken(trace):
                raise BrokenApart(trace)
            case _Done():
                return


def _remade(kind: type[UserError], arguments: tuple[Any, ...], state: dict[str, Any]) -> UserError:
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    vars(error).update(state)
    return error


def _serve(sender: "Connection", function: Callable[..., Iterator[Any]], arguments: tuple[Any, ...]) -> None:
    """In the other process."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)

    def progress(share: float, text: str = "") -> None:
        sender.send(_Told(share, text))

    with suppress(BrokenPipeError):  # nobody listens any more
        try:
            for value in function(*arguments, progress):
                sender.send(_Piece(value))
        except UserError as error:
            sender.send(_Refused(type(error), error.args, vars(error)))
        except Exception:  # the job boundary: the bug is raised again where the one hook waits
            sender.send(_Broken(traceback.format_exc()))
        else:
            sender.send(_Done())
