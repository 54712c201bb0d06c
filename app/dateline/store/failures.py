"""What SQLite says when something fails, in words for a person: what happened, what to do. It knows codes, no SQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from dateline.errors import ProjectDamaged, ProjectError, ProjectTooNew

_PRIMARY_CODE: Final = 0xFF  # an extended result code carries the primary one in its low byte

_COPY: Final = "Copy it into a folder of yours and open the copy."
_IN_USE: Final = ("{name} is open in another Dateline.", "Close it there and try again.")
_FORBIDDEN: Final = ("{name} cannot be used: permission is denied.", _COPY)
_SENTENCES: Final = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_READONLY: ("{name} cannot be changed: it is write-protected.", _COPY),
    sqlite3.SQLITE_READONLY_DBMOVED: (
        "{name} was moved or deleted while it was open.",
        "Choose Save as to keep your work in another file.",
    ),
    sqlite3.SQLITE_PERM: _FORBIDDEN,
    sqlite3.SQLITE_AUTH: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: ("{name} cannot be opened.", "See whether its folder still exists and may be written to."),
    sqlite3.SQLITE_FULL: ("The disk is full; {name} is as it was before.", "Free some space and try again."),
    sqlite3.SQLITE_IOERR: ("The disk failed while {name} was in use.", "See whether the drive is still connected."),
    sqlite3.SQLITE_TOOBIG: ("This is too much for {name}: a document may have a gigabyte at most.", "Split it."),
}
_UNKNOWN: Final = ("{name} cannot be used ({reason}).", _COPY)


@contextmanager
def told_to_a_person(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into a ProjectError about that file; mistakes in our SQL stay what they are."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)  # the module's own errors carry none
        if code == sqlite3.SQLITE_ERROR:  # a syntax error or the like
            raise
        raise failure(path, code, str(error)) from error


def failure(path: Path, code: int, reason: str) -> ProjectError:
    """The error for a result code of SQLite, extended or not."""
    primary = code & _PRIMARY_CODE
    if primary == sqlite3.SQLITE_NOTADB:
        return no_project(path)
    if primary == sqlite3.SQLITE_CORRUPT:
        return damaged(path)
    message, remedy = _SENTENCES.get(code) or _SENTENCES.get(primary, _UNKNOWN)
    return ProjectError(path, message.format(name=path.name, reason=reason), remedy)


def no_project(path: Path) -> ProjectDamaged:
    """The file is something else."""
    return ProjectDamaged(path, f"{path.name} is no Dateline project.", "Add it as a document if it is one.")


def damaged(path: Path) -> ProjectDamaged:
    """The file was a project once."""
    return ProjectDamaged(path, f"{path.name} is damaged and cannot be read.", "Open a copy from a backup.")


def too_new(path: Path) -> ProjectTooNew:
    """The file was written by a later program."""
    return ProjectTooNew(path, f"{path.name} was made by a newer Dateline.", "Update Dateline and open it again.")


def missing(path: Path) -> ProjectError:
    """There is no such file."""
    if path.is_dir():
        return ProjectError(path, f"{path.name} is a folder.", "Choose a project file.")
    return ProjectError(path, f"{path.name} is not there any more.", "See whether it was moved or renamed.")
