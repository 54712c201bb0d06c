"""Where output goes: standard output, a file, or a file in a folder."""

import sys
from collections.abc import Iterable
from pathlib import Path

from dateline.errors import UnwritableFile


def write_to(target: str | None, pieces: Iterable[str]) -> None:
    """Write text to a file (made anew, with its folder), or to standard output where target is None or "-".

    Raises UnwritableFile.
    """
    if target in (None, "-"):
        sys.stdout.writelines(pieces)
        return
    assert target is not None
    path = Path(target)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
    except OSError as error:
        message = f"“{path}” cannot be written: {error.strerror or error}."
        raise UnwritableFile(path, message, "Choose another place.") from error


def keep_documents(target: str | None, documents: Iterable[Path]) -> None:
    """Raises UnwritableFile where the file to write is one of the documents to read, which would be lost."""
    path = Path(target) if target not in (None, "-") and target is not None else None
    if path is None or not path.is_file():
        return
    for document in documents:
        if document.exists() and path.samefile(document):
            message = f"“{path}” is one of the documents, and would be overwritten."
            raise UnwritableFile(path, message, "Choose another name for the output.")


def folder_target(folder: Path, name: str, suffix: str, taken: set[Path]) -> Path:
    """The file in a folder for a document of that name: NAME.json for NAME.txt, NAME-2.json for a second one.

    `taken` is what was given out already; the answer is added to it.
    """
    stem = Path(name).stem
    target, number = folder / f"{stem}{suffix}", 2
    while target in taken:
        target, number = folder / f"{stem}-{number}{suffix}", number + 1
    taken.add(target)
    return target
