"""Documents named on the command line, read in a process of their own that begins before the window does.

What reads documents (modules, patterns, language data) takes longer to load than the whole frame of the window. While
one process loads Qt and paints, this one reads; the first events stand on the screen that much earlier. Where no core
is free it would delay the first paint, and begins after it. It is only a head start: what is not there, was changed
since or could not be read is read as always, and told as always.

It is imported before Qt, so nothing here may import more than the standard library at its top.
"""

import gc
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dateline.errors import Cancelled, UserError

if TYPE_CHECKING:
    from dateline.model.documents import SourceDocument
    from dateline.model.timeline import Timeline
    from dateline.session.progress import CancelToken

VERB: Final = "read-ahead"
"""The word on the command line that makes a process of this program such a reader; no help lists it."""

MOST_BYTES: Final = 300_000  # together; more takes so long that the window's own reading with progress serves better
_CORES_TO_SPARE: Final = 2
_ENOUGH_CORES: Final = 4  # where it cannot be told how busy they are
_POLL_SECONDS: Final = 0.05


class Stamp(NamedTuple):
    """What tells whether a file is as it was."""

    changed_ns: int
    size_bytes: int


class Found(NamedTuple):
    """A document that was read, and its analysis."""

    stamp: Stamp
    document: "SourceDocument"
    analysis: "Timeline"


class ReadAhead:
    """The documents of one command line, read apart."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)
        self._process: subprocess.Popen[bytes] | None = None
        self._listener: threading.Thread | None = None
        self._sent = b""
        self._found: dict[Path, Found] | None = None

    def begin(self) -> None:
        """Start to read, if that was not done yet. Where no process can be started, the window reads alone."""
        if self._process is not None:
            return
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "dateline"]
        with suppress(OSError):
            self._process = subprocess.Popen(
                [*program, VERB, *map(str, self._paths)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what goes wrong does so again in the window's own reading, which tells it
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._listen_to(self._process)

    def take(self, path: Path, cancelled: "CancelToken") -> Found | None:
        """What was read of this file, once all are read; None where it could not be read or has changed since.

        Raises Cancelled, and ends the process, as soon as `cancelled` answers yes.
        """
        while self._process and self._listener and self._listener.is_alive():
            if cancelled():
                self._process.kill()
                raise Cancelled
            self._listener.join(_POLL_SECONDS)
        if self._found is None:
            self._found = _unpacked(self._sent)
        found = self._found.get(path)
        return found if found is not None and found.stamp == _stamp(path) else None

    def _listen_to(self, process: "subprocess.Popen[bytes]") -> None:
        def listen() -> None:
            self._sent, _ = process.communicate()

        self._listener = threading.Thread(target=listen, name="read ahead", daemon=True)
        self._listener.start()


def reader_of(paths: Sequence[Path]) -> ReadAhead | None:
    """A reader of these files, where it is worth it: ordinary files, not too large, all of them documents. Where a
    core is free it has begun.
    """
    stamps = [_stamp(path) for path in paths]
    if not paths or any(path.suffix.casefold() == ".dateline" for path in paths):
        return None
    sizes = [stamp.size_bytes for stamp in stamps if stamp is not None]
    if len(sizes) < len(stamps) or sum(sizes) > MOST_BYTES:
        return None
    reader = ReadAhead(paths)
    if _is_a_core_free():
        reader.begin()
    return reader


def _is_a_core_free() -> bool:
    """Whether something else can be computed while the window is painted. With two busy cores that took half as long
    again (measured).
    """
    cores = os.cpu_count() or 1
    if not hasattr(os, "getloadavg"):
        return cores >= _ENOUGH_CORES
    return cores >= _CORES_TO_SPARE and os.getloadavg()[0] < cores


def serve(paths: Sequence[Path]) -> int:
    """In the other process: read, and send on standard output what was read. The exit status."""
    gc.disable()  # it ends before it could want for memory
    read = [found for found in map(_read, paths) if found is not None]
    pickle.dump(read, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
    sys.stdout.buffer.flush()
    return 0


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size) if path.is_file() else None


def _read(path: Path) -> tuple[Any, ...] | None:
    """A file as it is sent: its path, its stamp, the document and the parts of its analysis."""
    from dateline.session.floors import Floors  # noqa: PLC0415 - only in the other process

    stamp = _stamp(path)
    try:
        document = Floors.read_file(path)
    except UserError:
        return None
    analysis = Floors.analyse_document(document)
    return path, stamp, document, analysis.documents, analysis.events, analysis.ledger, dict(analysis.timexes)


def _unpacked(sent: bytes) -> dict[Path, Found]:
    """What was sent, by path; nothing where the process broke off."""
    from dateline.model.timeline import Timeline  # noqa: PLC0415 - with the first document, after the first paint

    try:
        rows = pickle.loads(sent)
    except (EOFError, pickle.UnpicklingError):
        return {}
    return {
        path: Found(stamp, document, Timeline(documents, events, ledger, MappingProxyType(timexes)))
        for path, stamp, document, documents, events, ledger, timexes in rows
    }
