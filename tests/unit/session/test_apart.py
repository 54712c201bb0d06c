"""Work in another process: its pieces, progress and errors come here, and it can be ended at once."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import Cancelled, UnreadableDocument, UserError
from dateline.session.apart import PIECE, BrokenApart, in_pieces, run_apart
from dateline.session.progress import Progress

pytestmark = pytest.mark.slow  # each starts a process


def counting(last: int, progress: Progress) -> Iterator[int]:
    for number in range(last):
        progress(number / last, f"number {number}")
        yield number
    yield os.getpid()


def refusing(path: Path, progress: Progress) -> Iterator[int]:
    yield 1
    raise UnreadableDocument(path, "It cannot be read.", "Choose another.")


def breaking(progress: Progress) -> Iterator[int]:
    yield 1 // 0


def dying(progress: Progress) -> Iterator[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield 1


def sleeping(progress: Progress) -> Iterator[int]:
    progress(0.5, "asleep")
    time.sleep(600)
    yield 1


def ignore(share: float, text: str = "") -> None:
    pass


def test_pieces_and_progress_come_in_their_order() -> None:
    told: list[tuple[float, str]] = []
    *numbers, process = run_apart(counting, (3,), lambda share, text="": told.append((share, text)), lambda: False)
    assert numbers == [0, 1, 2]
    assert told == [(0.0, "number 0"), (1 / 3, "number 1"), (2 / 3, "number 2")]
    assert process != os.getpid()


def test_a_users_error_is_the_same_here() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        list(run_apart(refusing, (Path("a.txt"),), ignore, lambda: False))
    error = caught.value
    assert (error.path, error.message, error.remedy) == (Path("a.txt"), "It cannot be read.", "Choose another.")
    assert str(error) == "It cannot be read. Choose another."


def test_a_bug_brings_its_traceback() -> None:
    with pytest.raises(BrokenApart, match="ZeroDivisionError"):
        list(run_apart(breaking, (), ignore, lambda: False))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL on this system")
def test_a_process_that_is_killed_is_told() -> None:
    with pytest.raises(UserError, match="memory"):
        list(run_apart(dying, (), ignore, lambda: False))


def test_stopping_does_not_wait_for_the_work() -> None:
    asleep: list[str] = []
    begun = time.monotonic()
    with pytest.raises(Cancelled):
        list(run_apart(sleeping, (), lambda share, text="": asleep.append(text), lambda: bool(asleep)))
    assert asleep == ["asleep"]
    assert time.monotonic() - begun < 300, "it does not sleep to its end"


def test_pieces_make_up_the_whole() -> None:
    items = tuple(range(2 * PIECE + 1))
    pieces = list(in_pieces(items))
    assert [len(piece) for piece in pieces] == [PIECE, PIECE, 1]
    assert tuple(item for piece in pieces for item in piece) == items
    assert list(in_pieces(())) == []
