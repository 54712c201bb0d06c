"""What SQLite says becomes a sentence and a remedy; what is our own mistake stays one."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import ProjectDamaged, ProjectError
from dateline.store.failures import failure, told_to_a_person

PATH = Path("folder") / "case.dateline"


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (sqlite3.SQLITE_BUSY, ProjectError, "another Dateline"),
        (sqlite3.SQLITE_BUSY_RECOVERY, ProjectError, "another Dateline"),
        (sqlite3.SQLITE_READONLY, ProjectError, "write-protected"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ProjectError, "write-protected"),
        (sqlite3.SQLITE_READONLY_DBMOVED, ProjectError, "moved or deleted"),
        (sqlite3.SQLITE_FULL, ProjectError, "disk is full"),
        (sqlite3.SQLITE_IOERR_WRITE, ProjectError, "disk failed"),
        (sqlite3.SQLITE_CANTOPEN, ProjectError, "cannot be opened"),
        (sqlite3.SQLITE_NOTADB, ProjectDamaged, "no Dateline project"),
        (sqlite3.SQLITE_CORRUPT_INDEX, ProjectDamaged, "damaged"),
        (sqlite3.SQLITE_NOLFS, ProjectError, "large files"),
    ],
)
def test_codes_become_sentences(code: int, kind: type[ProjectError], words: str) -> None:
    error = failure(PATH, code, "large files are not supported")
    assert type(error) is kind
    assert words in error.message
    assert error.message.endswith(".")
    assert error.remedy.endswith(".")
    assert "case.dateline" in error.message
    assert error.path == PATH


@pytest.mark.parametrize("sql", ["SELECT", "SELECT ?"])
def test_mistakes_in_our_sql_stay_mistakes(sql: str) -> None:
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.Error),
        told_to_a_person(PATH),
    ):
        connection.execute(sql)
