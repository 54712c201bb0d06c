"""A file is written whole or not at all."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.writing import write_whole


def breaking_off() -> Iterator[bytes]:
    yield b"a half"
    raise OSError(28, "No space left on device")


def test_a_file_is_made_with_its_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "a.txt", (b"one", b" two"))
    assert (tmp_path / "new" / "a.txt").read_bytes() == b"one two"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.txt"]


def test_what_was_there_stays_where_writing_breaks_off(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    with pytest.raises(OSError, match="No space"):
        write_whole(target, breaking_off())
    assert target.read_bytes() == b"old"
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "b.txt", breaking_off())
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights and links are another thing there")
def test_rights_and_links_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "a.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, (b"new",))
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_name_as_long_as_can_be_is_no_hindrance(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 255)
    write_whole(target, (b"whole",))
    assert target.read_bytes() == b"whole"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, (b"through",))
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    target.chmod(0o444)
    if os.access(target, os.W_OK):
        pytest.skip("whoever runs this may write everywhere")
    with pytest.raises(PermissionError):
        write_whole(target, (b"new",))
    assert target.read_bytes() == b"old"
