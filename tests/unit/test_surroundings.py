"""What tests/conftest.py promises to every test: no screen, no network, no data of the person, no time zone."""

import os
import socket
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths


def test_nothing_sees_a_screen_that_did_not_ask_for_one() -> None:
    assert not {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & os.environ.keys()


@pytest.mark.parametrize("address", [("127.0.0.1", 9), ("192.0.2.1", 80)])
def test_nothing_reaches_out(address: tuple[str, int]) -> None:
    with socket.socket() as connection, pytest.raises(RuntimeError, match="a test reached out to"):
        connection.connect(address)


def test_the_data_folder_is_empty(data_folder: Path) -> None:
    assert Path(os.environ["DATELINE_DATA_DIR"]) == data_folder
    assert not list(data_folder.iterdir())


@pytest.mark.parametrize(
    "location",
    [
        QStandardPaths.StandardLocation.AppDataLocation,
        QStandardPaths.StandardLocation.AppConfigLocation,
        QStandardPaths.StandardLocation.CacheLocation,
    ],
)
def test_qt_writes_into_the_folders_of_this_run(location: QStandardPaths.StandardLocation, own_folders: Path) -> None:
    assert Path(QStandardPaths.writableLocation(location)).is_relative_to(own_folders)


def test_the_clock_is_utc() -> None:
    assert time.timezone == 0
    assert time.tzname[0] == "UTC"
