"""Resources are found in a checkout, beside an installed package, and nowhere else."""

from pathlib import Path

import pytest

from dateline import assets


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    package = tmp_path / "app" / "dateline"
    package.mkdir(parents=True)
    return package


def test_a_checkout_keeps_resources_at_its_top(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "resources").mkdir()
    assert assets.resource_folder(checkout) == tmp_path / "resources"


def test_an_installed_package_carries_its_resources(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "resources").mkdir()
    (checkout / "resources").mkdir()
    assert assets.resource_folder(checkout) == checkout / "resources"


def test_a_folder_that_only_happens_to_be_called_resources_is_not_taken(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    with pytest.raises(assets.MissingResource, match="no resources beside"):
        assets.resource_folder(checkout)


def test_a_resource_that_is_not_there_is_a_bug() -> None:
    with pytest.raises(assets.MissingResource, match=r"no resource 'languages/tlh\.toml'"):
        assets.resource_path("languages/tlh.toml")


@pytest.mark.parametrize("name", ["../pyproject.toml", "/etc/hostname", "languages/../../README.md"])
def test_no_name_leads_out_of_the_resources(name: str) -> None:
    with pytest.raises(ValueError, match="leads out of the resources"):
        assets.resource_path(name)


def test_text_is_read_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "resource_folder", lambda: tmp_path)
    (tmp_path / "note.txt").write_bytes("Ünï ×\r\n".encode())
    assert assets.read_text("note.txt") == "Ünï ×\r\n"


def test_examples_come_in_order_and_only_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "resource_folder", lambda: tmp_path)
    (tmp_path / "examples").mkdir()
    for name in ("b.txt", "a.txt", "a.licence", "c.html"):
        (tmp_path / "examples" / name).touch()
    assert [path.name for path in assets.examples()] == ["a.txt", "b.txt", "c.html"]


def test_the_bundled_examples_are_there() -> None:
    assert assets.examples()
