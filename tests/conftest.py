"""What every test lives in: a screen of its own where it needs one, folders of its own, no network, no time zone.

A test that asks for `qapp` or `qtbot` gets a virtual screen, started when the first of them runs; the others see no
screen at all, whatever the machine has. `test_data` is the folder of texts that lies beside the checkout and is not
part of it.
"""

import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from PySide6.QtWidgets import QApplication

from screen import NoScreen, virtual_screen

ROOT = Path(__file__).resolve().parent.parent
TEST_DATA = Path(os.environ.get("DATELINE_TEST_DATA") or ROOT / ".." / "shared" / "data")
SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR")
FOLDER_VARIABLES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME")

# No deadlines: a shared machine pauses now and then. What fails prints how to run it again.
hypothesis.settings.register_profile("dateline", deadline=None, print_blob=True)
hypothesis.settings.register_profile("ci", parent=hypothesis.settings.get_profile("dateline"), derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "dateline")


def _forbid_the_network(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: nothing that is tested may reach out (Qt's and X's sockets are local)."""
    if event == "socket.connect" and arguments[0].family in (socket.AF_INET, socket.AF_INET6):
        raise RuntimeError(f"a test reached out to {arguments[1]}")


def pytest_configure() -> None:
    """Sets what must hold before the first module of the program is imported."""
    for name in SCREEN_VARIABLES:
        os.environ.pop(name, None)
    os.environ.update(TZ="UTC", LC_ALL="C.UTF-8", LANGUAGE="en")
    if hasattr(time, "tzset"):
        time.tzset()
    sys.addaudithook(_forbid_the_network)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks by folder, so that nobody has to think of it."""
    for item in items:
        folder = item.path.relative_to(ROOT / "tests").parts[0]
        if folder in ("gui", "packaging"):
            item.add_marker(folder)


@pytest.fixture(scope="session")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a display that belongs to this run alone; on Windows and macOS the desktop that is there."""
    if not sys.platform.startswith("linux"):
        yield ""
        return
    try:
        with virtual_screen() as display, pytest.MonkeyPatch.context() as patch:
            patch.setenv("DISPLAY", display)
            patch.setenv("QT_QPA_PLATFORM", "xcb")
            yield display
    except NoScreen as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def qapp_cls(screen: str, own_folders: Path) -> type[QApplication]:
    """pytest-qt makes its application of this class; asking for it here starts the screen first."""
    return QApplication


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Settings, caches and data of this run lie in a folder of its own, not in the person's."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in FOLDER_VARIABLES:
            folder = home / name.lower()
            folder.mkdir(mode=0o700)
            patch.setenv(name, str(folder))
        yield home


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has an empty data folder: projects without a name, recent files."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("DATELINE_DATA_DIR", str(folder))
    return folder


@pytest.fixture(autouse=True)
def screen_only_where_asked_for(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test starts in another process sees a screen only if the test itself asked for one."""
    if "screen" not in request.fixturenames:
        for name in SCREEN_VARIABLES:
            monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def test_data() -> Path:
    """The folder of other people's texts beside the checkout (DATELINE_TEST_DATA); without it the test is skipped."""
    if not TEST_DATA.is_dir():
        pytest.skip(f"no test data in {TEST_DATA}; DATELINE_TEST_DATA names their folder")
    return TEST_DATA.resolve()
