"""The project file: what was applied is there again; whatever goes wrong, nothing is lost and a person is told."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import ProjectDamaged, ProjectError, ProjectTooNew
from dateline.model.documents import Line, LineClass, SourceDocument, document_id, text_hash
from dateline.model.filters import WITHOUT_REJECTED
from dateline.model.project import Change, Project, Put, Table
from dateline.store import project_file
from dateline.store.migrations import CURRENT_VERSION, MIGRATIONS, Migration
from dateline.store.project_file import ProjectFile
from model_values import DECISIONS, EVENTS, FILTERS, LEDGER_ENTRIES, OVERRIDES, TIMEXES, documents

KEYS = st.sampled_from(["a", "b", "c"])


def puts(table: Table, values: st.SearchStrategy[object]) -> st.SearchStrategy[Put]:
    return st.builds(Put, st.just(table), KEYS, st.none() | values)


PUTS = st.one_of(
    puts(Table.DOCUMENT, documents()),
    puts(Table.TIMEXES, st.lists(TIMEXES, max_size=2).map(tuple)),
    puts(Table.LEDGER, st.lists(LEDGER_ENTRIES, max_size=2).map(tuple)),
    puts(Table.READING, EVENTS),
    puts(Table.OVERRIDE, OVERRIDES),
    puts(Table.OWN_EVENT, EVENTS),
    puts(Table.FILTER, FILTERS),
    puts(Table.SETTING, st.text(max_size=5)),
    puts(Table.DECISION, DECISIONS),
)
CHANGES = st.builds(Change, st.just("change"), st.lists(PUTS, max_size=6).map(tuple))


def setting(value: str) -> Change:
    return Change("set", (Put(Table.SETTING, "name", value),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.dateline"


@pytest.fixture
def file(path: Path) -> Iterator[ProjectFile]:
    file = ProjectFile.create(path)
    yield file
    file.close()


def reopened(file: ProjectFile) -> Project:
    file.close()
    again = ProjectFile.open(file.path)
    project = again.load()
    again.close()
    return project


@given(st.lists(CHANGES, max_size=4))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_applied_is_there_when_it_is_opened_again(changes: list[Change]) -> None:
    project = Project()
    path = Path(os.environ["XDG_CACHE_HOME"]) / "law.dateline"
    path.unlink(missing_ok=True)
    file = ProjectFile.create(path)
    for change in changes:
        project, _ = project.applied(change)
        file.apply(change)
    assert reopened(file) == project


def test_order_is_the_order_of_coming(file: ProjectFile) -> None:
    file.apply(Change("set", tuple(Put(Table.SETTING, key, "1") for key in "cab")))
    file.apply(Change("set", (Put(Table.SETTING, "a", "2"),)))
    assert list(reopened(file).setting) == ["c", "a", "b"]


def document(text: str = "One.\nTwo.") -> SourceDocument:
    digest = text_hash(text)
    return SourceDocument(document_id(digest), "a.txt", text, digest, (Line(0, len(text), LineClass.BODY),))


def test_a_corrected_title_does_not_write_the_text_again(file: ProjectFile) -> None:
    first = document("word " * 200_000)
    file.apply(Change("add", (Put(Table.DOCUMENT, first.id, first),)))
    corrected = replace(first, title="Words")
    written: list[str] = []
    file._connection.set_trace_callback(written.append)
    file.apply(Change("correct", (Put(Table.DOCUMENT, first.id, corrected),)))
    file._connection.set_trace_callback(None)
    assert sum(map(len, written)) < 10_000
    assert reopened(file).document == {first.id: corrected}


def test_new_lines_of_the_same_text_are_written(file: ProjectFile) -> None:
    first = document()
    file.apply(Change("add", (Put(Table.DOCUMENT, first.id, first),)))
    other = replace(first, lines=(Line(0, 4, LineClass.TITLE), Line(5, 9, LineClass.BODY)))
    file.apply(Change("classify", (Put(Table.DOCUMENT, first.id, other),)))
    assert reopened(file).document == {first.id: other}


def test_a_document_that_went_and_came_back_has_its_text(file: ProjectFile) -> None:
    first = document()
    for value in (first, None, first):
        file.apply(Change("put", (Put(Table.DOCUMENT, first.id, value),)))
    assert reopened(file).document == {first.id: first}


def test_it_is_as_safe_as_sqlite_can_be(file: ProjectFile) -> None:
    def pragma(name: str) -> object:
        return file._connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "delete"
    assert pragma("synchronous") == 2
    assert pragma("locking_mode") == "exclusive"
    assert pragma("user_version") == CURRENT_VERSION


def test_create_never_writes_over_a_file(path: Path) -> None:
    path.write_text("precious")
    with pytest.raises(ProjectError, match="exists already"):
        ProjectFile.create(path)
    assert path.read_text() == "precious"


def test_create_makes_its_folder_or_says_why_not(tmp_path: Path) -> None:
    ProjectFile.create(tmp_path / "new" / "a.dateline").close()
    (tmp_path / "file").write_text("")
    with pytest.raises(ProjectError, match="cannot be made"):
        ProjectFile.create(tmp_path / "file" / "a.dateline")


@pytest.mark.parametrize("content", [b"", b"Dear diary,", b"\0" * 5000, b"SQLite format 3\0" + b"\0" * 200])
def test_other_files_are_told_apart(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(ProjectDamaged):
        ProjectFile.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name)")
    before = path.read_bytes()
    with pytest.raises(ProjectDamaged, match="no Dateline project"):
        ProjectFile.open(path)
    assert path.read_bytes() == before


def test_missing_files_and_folders_are_told(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="not there"):
        ProjectFile.open(tmp_path / "gone.dateline")
    with pytest.raises(ProjectError, match="folder"):
        ProjectFile.open(tmp_path)


def with_version(path: Path, version: int) -> None:
    ProjectFile.create(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE later (key)")
        connection.execute(f"PRAGMA user_version = {version}")


def test_a_file_of_a_later_major_version_is_refused(path: Path) -> None:
    with_version(path, CURRENT_VERSION // 1000 * 1000 + 1000)
    before = path.read_bytes()
    with pytest.raises(ProjectTooNew, match="newer Dateline"):
        ProjectFile.open(path)
    assert path.read_bytes() == before


def test_a_file_of_a_later_minor_version_is_used_and_keeps_its_version(path: Path) -> None:
    with_version(path, CURRENT_VERSION + 1)
    file = ProjectFile.open(path)
    file.apply(setting("x"))
    assert reopened(file).setting == {"name": "x"}
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (CURRENT_VERSION + 1,)


def test_a_failing_migration_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ProjectFile.create(path).close()
    broken = Migration(CURRENT_VERSION + 1, "BEGIN; CREATE TABLE more (key); INSERT INTO nowhere VALUES (1); COMMIT;")
    with monkeypatch.context() as patch:
        patch.setattr(project_file, "MIGRATIONS", (*MIGRATIONS, broken))
        with pytest.raises(sqlite3.OperationalError):
            ProjectFile.open(path)
    with closing(sqlite3.connect(path)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert "more" not in tables
    ProjectFile.open(path).close()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE setting SET value = '{'",
        "DROP TABLE reading",
        "INSERT INTO override VALUES ('a', '{\"review\": \"maybe\"}')",
        "INSERT INTO document VALUES ('a', '{}')",
        "DELETE FROM content",
    ],
)
def test_damage_is_told_and_not_made_worse(path: Path, harm: str) -> None:
    file = ProjectFile.create(path)
    first = document()
    file.apply(Change("add", (Put(Table.DOCUMENT, first.id, first), Put(Table.SETTING, "a", "b"))))
    file.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(harm)
    before = path.read_bytes()
    with pytest.raises(ProjectDamaged, match="damaged") as caught:
        ProjectFile.open(path).load()
    assert "backup" in caught.value.remedy
    assert path.read_bytes() == before


def test_overwritten_pages_are_damage(path: Path) -> None:
    file = ProjectFile.create(path)
    file.apply(Change("set", tuple(Put(Table.SETTING, f"{i}", "x" * 500) for i in range(200))))
    file.close()
    content = bytearray(path.read_bytes())
    content[8192:60_000] = b"\xff" * (60_000 - 8192)
    path.write_bytes(content)
    with pytest.raises(ProjectDamaged):
        ProjectFile.open(path).load()


def test_a_full_disk_changes_nothing(file: ProjectFile) -> None:
    file.apply(setting("before"))
    (pages,) = file._connection.execute("PRAGMA page_count").fetchone()
    file._connection.execute(f"PRAGMA max_page_count = {pages}")
    big = Change("add", (Put(Table.SETTING, "name", "after"), Put(Table.SETTING, "big", "x" * 100_000)))
    with pytest.raises(ProjectError, match="disk is full"):
        file.apply(big)
    file._connection.execute("PRAGMA max_page_count = 1000000")
    assert file.load().setting == {"name": "before"}
    file.apply(big)
    assert reopened(file).setting["name"] == "after"


def test_a_refused_record_takes_the_others_with_it(file: ProjectFile) -> None:
    file.apply(setting("before"))
    file._connection.execute("CREATE TRIGGER refuse BEFORE INSERT ON filter BEGIN SELECT raise(ABORT, 'no'); END")
    change = Change("two", (Put(Table.SETTING, "name", "after"), Put(Table.FILTER, "f", WITHOUT_REJECTED)))
    with pytest.raises(ProjectError):
        file.apply(change)
    assert file.load().setting == {"name": "before"}
    assert not file.load().filter


def test_a_file_that_was_deleted_under_it_is_told(file: ProjectFile) -> None:
    file.apply(setting("before"))
    file.path.unlink()
    with pytest.raises(ProjectError, match="moved or deleted") as caught:
        file.apply(setting("after"))
    assert "Save as" in caught.value.remedy
    rescued = file.path.with_name("rescued.dateline")
    file.save_as(rescued)
    assert reopened(file).setting == {"name": "before"}


RUN = [sys.executable, "-c"]


def other_process(code: str, path: Path) -> str:
    done = subprocess.run(
        [*RUN, textwrap.dedent(code), str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


OPEN = """
    import sys
    from pathlib import Path
    from dateline.errors import ProjectError
    from dateline.store.project_file import ProjectFile
    try:
        ProjectFile.open(Path(sys.argv[1])).close()
        print("opened")
    except ProjectError as error:
        print(error)
"""


def test_two_programs_never_have_the_same_project_open(file: ProjectFile) -> None:
    assert "open in another Dateline" in other_process(OPEN, file.path)
    file.apply(setting("still mine"))
    file.close()
    assert other_process(OPEN, file.path) == "opened\n"


SAVE_OVER = """
    import sys
    from pathlib import Path
    from dateline.errors import ProjectError
    from dateline.store.project_file import ProjectFile
    path = Path(sys.argv[1])
    file = ProjectFile.create(path.with_name("other.dateline"))
    try:
        file.save_as(path)
    except ProjectError as error:
        print(error)
"""


def test_save_as_does_not_take_a_file_away_from_another_program(file: ProjectFile) -> None:
    assert "open in another Dateline" in other_process(SAVE_OVER, file.path)
    file.apply(setting("still mine"))
    assert reopened(file).setting == {"name": "still mine"}


READ_ONLY = """
    import os, sys
    from pathlib import Path
    from dateline.errors import ProjectError
    from dateline.store.project_file import ProjectFile
    if os.getuid() == 0:
        os.setuid(65534)  # nobody: the superuser may write everywhere
    try:
        ProjectFile.open(Path(sys.argv[1]))
    except ProjectError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions work differently there")
def test_a_write_protected_file_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = Path(tmp_path_factory.mktemp("guarded")) / "case.dateline"
    ProjectFile.create(path).close()
    for folder in [path.parent, *path.parent.parents][:3]:
        if folder.stat().st_uid == os.getuid() and folder != Path("/"):
            folder.chmod(0o755)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        assert "write-protected" in other_process(READ_ONLY, path)
    finally:
        path.parent.chmod(0o755)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from dateline.model.project import Change, Put, Table
    from dateline.store.project_file import ProjectFile
    file = ProjectFile.open(Path(sys.argv[1]))
    file._connection.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the end
    file._connection.create_function("die", 0, lambda: os.kill(os.getpid(), signal.SIGKILL))
    file._connection.execute(
        "CREATE TEMP TRIGGER killer AFTER INSERT ON setting WHEN new.key = 'last' BEGIN SELECT die(); END"
    )
    puts = [Put(Table.SETTING, "name", "after"), *(Put(Table.SETTING, str(i), "x" * 3000) for i in range(300))]
    file.apply(Change("much", (*puts, Put(Table.SETTING, "last", ""))))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
def test_a_kill_in_the_middle_of_a_change_leaves_the_file_as_it_was(file: ProjectFile) -> None:
    file.apply(setting("before"))
    file.close()
    size = file.path.stat().st_size
    done = subprocess.run([*RUN, textwrap.dedent(KILLED), str(file.path)], timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL
    assert file.path.stat().st_size > size, "the change was under way"
    again = ProjectFile.open(file.path)
    assert again.load().setting == {"name": "before"}
    assert again._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again.close()


def test_save_as_goes_on_in_the_new_file(file: ProjectFile, tmp_path: Path) -> None:
    first = document()
    file.apply(Change("add", (Put(Table.DOCUMENT, first.id, first),)))
    old, new = file.path, tmp_path / "sub" / "named.dateline"
    file.save_as(new)
    file.apply(setting("after"))
    assert file.path == new
    project = reopened(file)
    assert project.document == {first.id: first}
    assert project.setting == {"name": "after"}
    before = ProjectFile.open(old)
    assert not before.load().setting
    before.close()
    assert sorted(path.name for path in new.parent.iterdir()) == ["named.dateline"]


def test_save_as_replaces_what_was_there(file: ProjectFile, tmp_path: Path) -> None:
    target = tmp_path / "old.dateline"
    target.write_text("something else")
    file.apply(setting("mine"))
    file.save_as(target)
    assert reopened(file).setting == {"name": "mine"}


def test_save_as_onto_itself_is_nothing(file: ProjectFile) -> None:
    file.apply(setting("mine"))
    file.save_as(file.path)
    assert reopened(file).setting == {"name": "mine"}


def test_where_save_as_fails_the_old_file_stays_open(file: ProjectFile, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ProjectError, match="cannot be written"):
        file.save_as(tmp_path / "file" / "new.dateline")
    file.apply(setting("still here"))
    assert reopened(file).setting == {"name": "still here"}


def test_where_save_as_fails_half_way_the_target_is_as_it_was(
    file: ProjectFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "old.dateline"
    target.write_text("precious")

    def fail(self: ProjectFile, path: Path) -> None:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ProjectFile, "_copy_to", fail)
    with pytest.raises(ProjectError, match="No space left"):
        file.save_as(target)
    assert target.read_text() == "precious"
    assert not target.with_name("old.dateline.part").exists()


def test_what_is_broken_off_has_not_happened(file: ProjectFile, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_file, "_RECORDS_A_STEP", 1)
    file.apply(setting("before"))
    steps = file.applying(Change("two", (*setting("after").puts, Put(Table.SETTING, "other", "x"))))
    next(steps)
    steps.close()
    assert dict(file.load().setting) == {"name": "before"}
    for _ in file.applying(setting("at last")):
        pass
    assert dict(file.load().setting) == {"name": "at last"}
