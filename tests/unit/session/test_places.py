"""Where projects lie, and which were open."""

import json
import os
from pathlib import Path

import pytest

from dateline.session.places import Places, data_folder


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data")


def project(folder: Path, name: str) -> Path:
    path = folder / f"{name}.dateline"
    path.write_text("")
    return path


def test_the_data_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_DATA_DIR", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("DATELINE_DATA_DIR")
    assert data_folder().name == "dateline"
    assert data_folder().is_absolute()


def test_projects_without_a_name_never_share_a_file(places: Places) -> None:
    paths = []
    for _ in range(3):
        path = places.unnamed()
        assert places.is_unnamed(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
        paths.append(path)
    assert len(set(paths)) == 3
    assert not places.is_unnamed(Path("elsewhere") / paths[0].name)


def test_the_last_one_comes_first_and_each_once(places: Places, tmp_path: Path) -> None:
    first, second = project(tmp_path, "ä"), project(tmp_path, "b")
    for path in (first, second, first):
        places.remember(path, path.stem)
    assert [(recent.path, recent.name) for recent in places.recent()] == [(first, "ä"), (second, "b")]
    places.forget(first)
    assert [recent.path for recent in places.recent()] == [second]


def test_what_is_gone_is_not_offered(places: Places, tmp_path: Path) -> None:
    path = project(tmp_path, "a")
    places.remember(path, "a")
    path.unlink()
    assert places.recent() == ()


def test_there_are_not_too_many(places: Places, tmp_path: Path) -> None:
    for number in range(20):
        places.remember(project(tmp_path, f"{number}"), "")
    assert len(places.recent()) == 12
    assert places.recent()[0].path.stem == "19"


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"a": 1}', '[{"path": "x"}]', json.dumps([None])])
def test_a_list_that_something_else_has_written_is_no_list(places: Places, tmp_path: Path, content: str) -> None:
    places.folder.mkdir()
    (places.folder / "recent.json").write_text(content)
    assert places.recent() == ()
    path = project(tmp_path, "a")
    places.remember(path, "a")
    assert [recent.path for recent in places.recent()] == [path]


def test_a_folder_that_cannot_be_written_to_costs_the_list_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    places = Places(tmp_path / "file")
    places.remember(tmp_path / "a.dateline", "a")
    assert places.recent() == ()


def test_a_path_that_is_no_text_is_remembered(places: Places, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/akte_\xfc.dateline"))
    try:
        path.touch()
    except (OSError, ValueError):
        pytest.skip("this file system takes no such name")
    places.remember(path, "Akte")
    assert [recent.path for recent in places.recent()] == [path]
