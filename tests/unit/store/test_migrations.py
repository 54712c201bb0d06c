"""The numbered steps of the schema stand by themselves."""

import ast
import inspect
import sqlite3
from contextlib import closing

from dateline.store import migrations
from dateline.store.migrations import APPLICATION_ID, CURRENT_VERSION, MIGRATIONS


def test_steps_rise_and_set_their_version() -> None:
    versions = [step.version for step in MIGRATIONS]
    assert versions == sorted(set(versions))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for step in MIGRATIONS:
            connection.executescript(step.sql)
            assert connection.execute("PRAGMA user_version").fetchone() == (step.version,)
            assert not connection.in_transaction
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert versions[-1] == CURRENT_VERSION


def test_steps_carry_their_own_transaction() -> None:
    for step in MIGRATIONS:
        assert step.sql.strip().startswith("BEGIN")
        assert step.sql.strip().endswith("COMMIT;")


def test_steps_import_nothing_of_the_program() -> None:
    tree = ast.parse(inspect.getsource(migrations))
    modules = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert modules == ["typing"]
