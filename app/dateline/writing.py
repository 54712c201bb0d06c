"""Writes a file as a whole or not at all: what was there stays until all of the new one is on the disk.

It must not know what is in the file, nor who asks for it.
"""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file, made anew with its folder. Raises OSError; a file that was there before is then as it was.

    A link goes on to point where it does. What is no file (a pipe, a device), and a file in a folder that takes no new
    one, can only be written in place.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _write_beside(path.resolve(), pieces, None)
    elif not path.is_file() or not os.access(path.resolve().parent, os.W_OK):
        with path.open("wb") as file:
            file.writelines(pieces)
    elif not os.access(path, os.W_OK):  # a rename would not ask
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    else:
        _write_beside(path.resolve(), pieces, path.stat().st_mode)


def _write_beside(target: Path, pieces: Iterable[bytes], mode: int | None) -> None:
    """Write a part file and let it take the target's place, with the rights the target had."""
    part = target.with_name(f".dateline-{os.getpid()}.part")  # short: the target's own name may be as long as can be
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            part.chmod(mode)
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
