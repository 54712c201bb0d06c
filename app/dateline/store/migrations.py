"""The schema of a project file, as numbered steps of plain SQL.

A step is never changed once it has been released: the files that it made are out there. It imports nothing of the
model, which goes on changing, and carries its own BEGIN and COMMIT, because `executescript` commits whatever is open.

A version is major * 1000 + minor. A file of a larger minor number can be read and written by this program (it has keys
or tables that are skipped); one of a larger major number cannot.
"""

from typing import Final, NamedTuple

APPLICATION_ID: Final = 0x44744C6E  # "DtLn"


class Migration(NamedTuple):
    """One step: the version that a file has after it, and the SQL that brings it there."""

    version: int
    sql: str


_FIRST: Final = f"""
BEGIN IMMEDIATE;
PRAGMA application_id = {APPLICATION_ID};
-- One table for each kind of record; a value is JSON. Rows keep the order in which they came.
CREATE TABLE document (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE TABLE timexes (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE TABLE ledger (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE TABLE reading (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE TABLE override (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE TABLE own_event (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE TABLE filter (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
CREATE TABLE decision (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
-- The heavy part of a document lies apart, so that a corrected title does not write the whole text again: the
-- canonical text in UTF-8, and its lines as JSON {{"starts": [], "ends": [], "kinds": []}}.
CREATE TABLE content (key TEXT PRIMARY KEY NOT NULL, text BLOB NOT NULL, lines TEXT NOT NULL);
PRAGMA user_version = 1000;
COMMIT;
"""

_PARTS: Final = """
BEGIN IMMEDIATE;
-- Of each document the events as read in it alone that became one with those of another, as JSON: one more document is
-- then merged without reading the others again. A file that was made before has none.
CREATE TABLE part (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
PRAGMA user_version = 1001;
COMMIT;
"""

MIGRATIONS: Final = (Migration(1000, _FIRST), Migration(1001, _PARTS))
CURRENT_VERSION: Final = MIGRATIONS[-1].version


def major(version: int) -> int:
    """The part of a version that must not be larger than this program's."""
    return version // 1000
