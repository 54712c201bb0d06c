"""The project file: a SQLite database that one Dateline at a time holds open, and in which every change is one
transaction.

It must not know how a change came about, nor who shows it. A connection is used by one thread at a time: a worker that
opens a large project hands it over with what it holds, and does not touch it again.

Safety: a rollback journal and `synchronous=FULL`, so that a change either is on the disk as a whole when `apply`
returns, or is not there at all, whatever is switched off in between. The exclusive lock is held for as long as the file
is open: two windows that write over each other's projects would both be wrong.
"""

import gc
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Self

from dateline.errors import Cancelled, ProjectError
from dateline.model.documents import Line, SourceDocument
from dateline.model.project import Change, Project, Put, Table
from dateline.store import failures
from dateline.store.failures import told_to_a_person
from dateline.store.migrations import APPLICATION_ID, CURRENT_VERSION, MIGRATIONS, major
from dateline.store.records import (
    NOTHING_READY,
    Content,
    Ready,
    Written,
    content_of,
    record_reader,
    record_to_json,
    with_content,
)

_PATIENCE_SECONDS: Final = 0.2  # another Dateline holds its lock until it is closed: waiting longer helps nobody
_COPY_SUFFIX: Final = ".part"
_RECORDS_A_STEP: Final = 200  # some three milliseconds
_LIGHT_TABLES: Final = tuple(table for table in Table if table is not Table.DOCUMENT)
Row = tuple[str, str]
_BROKEN: Final = (ValueError, KeyError, TypeError, AttributeError)  # what reading a record raises that is none


class ProjectFile:
    """An open project file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._identity = _identity(path)
        # By document. Lines never change in place, so `is` tells whether the heavy part has to be written.
        self._stored_lines: dict[str, tuple[Line, ...]] = {}

    @classmethod
    def create(cls, path: Path) -> Self:
        """A new, empty project file. ProjectError where the file exists already or cannot be made."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.open("xb").close()
        except OSError as error:
            if path.exists():
                raise ProjectError(path, f"{path.name} exists already.", "Choose another name.") from error
            reason = error.strerror or str(error)
            raise ProjectError(path, f"{path.name} cannot be made: {reason}.", "Choose another folder.") from error
        try:
            return cls._opened(path)
        except ProjectError:
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path) -> Self:
        """An existing project file, brought to the current schema.

        ProjectTooNew, ProjectDamaged or another ProjectError where it cannot be used; the file is then as it was.
        """
        if not path.is_file():
            raise failures.missing(path)
        if path.stat().st_size == 0:
            raise failures.no_project(path)
        return cls._opened(path)

    @classmethod
    def _opened(cls, path: Path) -> Self:
        with told_to_a_person(path):
            connection = sqlite3.connect(
                path, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                _lock(connection)
                _check(connection, path)
                _check_writable(connection)
                _migrate(connection)
                _check_tables(connection, path)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def load(self, progress: Callable[[float], object] = float, cancelled: Callable[[], bool] = bool) -> Project:
        """Everything in it. ProjectDamaged where a record cannot be read, Cancelled where `cancelled` answers yes.

        `progress` is told which share of it is loaded.
        """
        with told_to_a_person(self.path), _no_collection():
            try:
                going = _Going(self._count(), progress, cancelled)
                tables: dict[str, Any] = {table.value: self._records(table, going) for table in _LIGHT_TABLES}
                documents = self._documents(going)
            except _BROKEN as error:
                raise failures.damaged(self.path) from error
        return Project(document=documents, **tables)

    def _count(self) -> int:
        """How many records there are."""
        counted = (self._connection.execute(f'SELECT count(*) FROM "{table.value}"') for table in Table)
        return sum(rows.fetchone()[0] for rows in counted)

    def _records(self, table: Table, going: "_Going") -> Mapping[str, Any]:
        read = record_reader(table)
        rows = self._connection.execute(f'SELECT key, value FROM "{table.value}" ORDER BY rowid')
        return MappingProxyType({key: read(value) for key, value in going.through(rows)})

    def _documents(self, going: "_Going") -> Mapping[str, SourceDocument]:
        documents = {}
        for key, light in self._records(Table.DOCUMENT, going).items():
            row = self._connection.execute("SELECT text, lines FROM content WHERE key = ?", (key,)).fetchone()
            if row is None:
                raise KeyError(key)
            documents[key] = document = with_content(light, Content(*row))
            self._stored_lines[key] = document.lines
        return MappingProxyType(documents)

    def apply(self, change: Change, ready: Ready = NOTHING_READY) -> None:
        """Write a change: all of it is on the disk when this returns, or nothing and a ProjectError tells why.

        `ready` may hold rows that were made ahead (`records.written`), by table and key; they are used for the very
        values they were made of.
        """
        for _ in self.applying(change, ready):
            pass

    def applying(self, change: Change, ready: Ready = NOTHING_READY) -> Generator[None, None, None]:
        """As `apply`, in steps of some milliseconds; the last one takes as long as the disk does. Nothing else may be
        asked of the file before it has ended or was closed, which takes everything back.
        """
        if _identity(self.path) != self._identity:
            # SQLite asks this only when it opens its journal, which an exclusive lock keeps open.
            raise failures.failure(self.path, sqlite3.SQLITE_READONLY_DBMOVED, "")
        with told_to_a_person(self.path), self._transaction():
            for number, put in enumerate(change.puts, 1):
                self._put(put, ready.get((put.table, put.key)))
                if number % _RECORDS_A_STEP == 0:
                    yield
        for put in change.puts:
            if isinstance(put.value, SourceDocument):
                self._stored_lines[put.key] = put.value.lines
            elif put.table is Table.DOCUMENT:
                self._stored_lines.pop(put.key, None)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # SQLite has rolled back by itself after some failures
                self._connection.execute("ROLLBACK")
            raise

    def _put(self, put: Put, ready: Written | None) -> None:
        name = put.table.value
        if ready is not None and ready.value is not put.value:
            ready = None
        if put.value is None:
            self._connection.execute(f'DELETE FROM "{name}" WHERE key = ?', (put.key,))
        else:
            self._connection.execute(
                f'INSERT INTO "{name}" VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
                (put.key, ready.json if ready else record_to_json(put.table, put.value)),
            )
        if put.table is Table.DOCUMENT:
            self._put_content(put.key, put.value, ready)

    def _put_content(self, key: str, document: SourceDocument | None, ready: Written | None) -> None:
        if document is None:
            self._connection.execute("DELETE FROM content WHERE key = ?", (key,))
        elif self._stored_lines.get(key) is not document.lines:
            content = (ready and ready.content) or content_of(document)
            self._connection.execute("INSERT OR REPLACE INTO content VALUES (?, ?, ?)", (key, *content))

    def save_as(self, path: Path) -> None:
        """Copy everything to another file, and go on in that one. Where this fails, this file stays the open one.

        A file of that name is replaced, but only once the copy is complete, and not while another Dateline has it open.
        """
        if path.resolve() == self.path.resolve():
            return
        _refuse_if_in_use(path)
        part = path.with_name(path.name + _COPY_SUFFIX)
        try:
            self._copy_to(part)
            part.replace(path)
            copy = type(self)._opened(path)
        except OSError as error:
            reason = error.strerror or str(error)
            raise ProjectError(path, f"{path.name} cannot be written: {reason}.", "Choose another folder.") from error
        finally:
            with suppress(OSError):
                part.unlink()
        self.close()
        self.path, self._connection, self._identity = copy.path, copy._connection, copy._identity

    def _copy_to(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        with told_to_a_person(path), closing(sqlite3.connect(path, isolation_level=None)) as target:
            target.execute("PRAGMA synchronous = FULL")
            self._connection.backup(target)

    def close(self) -> None:
        """Let go of the file. Nothing is lost: every change is on the disk already."""
        self._connection.close()


class _Going:
    """How far loading is: the records that were read, of all there are."""

    def __init__(self, total: int, progress: Callable[[float], object], cancelled: Callable[[], bool]) -> None:
        self._total, self._done = total, 0
        self._progress, self._cancelled = progress, cancelled

    def through(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows, with word of them now and then."""
        for row in rows:
            self._done += 1
            if self._done % _RECORDS_A_STEP == 0:
                if self._cancelled():
                    raise Cancelled
                self._progress(self._done / self._total)
            yield row


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let values be made without Python's collector of cycles looking through them.

    Values of the model hold no cycles. With 100,000 events the collector takes two fifths of the time of loading, and
    each of its later passes would stop the window for a quarter of a second: it is told to leave them alone for good.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def _identity(path: Path) -> tuple[int, int] | None:
    """Tells whether the file at a path is still the one that was opened; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _lock(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")  # in this locking mode the lock stays


def _check(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and (application, version, tables) != (0, 0, 0):  # all 0: it was made just now
        raise failures.no_project(path)
    if major(version) > major(CURRENT_VERSION):
        raise failures.too_new(path)


def _migrate(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for migration in MIGRATIONS:
        if migration.version > version:
            try:
                connection.executescript(migration.sql)
            except sqlite3.Error:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def _check_writable(connection: sqlite3.Connection) -> None:
    """Raise SQLite's own error now, not at the first change: BEGIN EXCLUSIVE alone is content with a read-only file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute("BEGIN EXCLUSIVE")
    try:
        connection.execute(f"PRAGMA user_version = {version}")
    finally:
        connection.execute("ROLLBACK")


def _check_tables(connection: sqlite3.Connection, path: Path) -> None:
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not found.issuperset(table.value for table in Table):
        raise failures.damaged(path)


def _refuse_if_in_use(path: Path) -> None:
    """ProjectError where another Dateline has the file open; anything else that lies there may be replaced."""
    if not path.is_file():
        return
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise failures.failure(path, sqlite3.SQLITE_BUSY, str(error)) from error
