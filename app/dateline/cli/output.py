"""Where output goes: standard output, a file, or a file in a folder."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import UnwritableFile, UserError
from dateline.writing import write_whole


@contextmanager
def printing() -> Iterator[None]:
    """Around what is printed. Raises UserError where standard output takes no more, as on a full disk."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        close_output()
        message = f"The output cannot be written: {error.strerror or error}."
        raise UserError(message, "Free some space, or send it to another place.") from error


def close_output() -> None:
    """Let nothing more reach standard output: what is left to be printed would fail once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_to(target: str | None, pieces: Iterable[str]) -> None:
    """Write text to a file (made anew, with its folder), or to standard output where target is None or "-".

    Raises UnwritableFile, and what was there is then as it was; UserError where standard output takes no more.
    """
    if target is None or target == "-":
        with printing():
            sys.stdout.writelines(pieces)
        return
    path = Path(target)
    try:
        # A half of a character, which no encoding has, is written as JSON would: it must not cost the whole file.
        write_whole(path, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
    except OSError as error:
        message = f"“{path}” cannot be written: {error.strerror or error}."
        raise UnwritableFile(path, message, "Choose another place.") from error


def keep_documents(target: str | None, documents: Iterable[Path]) -> None:
    """Raises UnwritableFile where the file to write is one of the documents to read, which would be lost."""
    path = Path(target) if target is not None and target != "-" else None
    if path is None or not path.is_file():
        return
    for document in documents:
        if document.exists() and path.samefile(document):
            message = f"“{path}” is one of the documents, and would be overwritten."
            raise UnwritableFile(path, message, "Choose another name for the output.")


def folder_target(folder: Path, name: str, suffix: str, taken: set[Path]) -> Path:
    """The file in a folder for a document of that name: NAME.json for NAME.txt, NAME-2.json for a second one.

    `taken` is what must not be written: the documents, and what was given out already; the answer is added to it.
    """
    stem = Path(name).stem
    target, number = folder / f"{stem}{suffix}", 2
    while target.resolve() in taken:
        target, number = folder / f"{stem}-{number}{suffix}", number + 1
    taken.add(target.resolve())
    return target
