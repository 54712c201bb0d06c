"""A session whose reader is quick and predictable, and ways to wait for it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from dateline.session.session import Session
from year_reader import YearReader

NEWS = "In 2004 the office was made. The meeting of 2014 was long. A visit in 2015 is planned."
OTHER_NEWS = "In 1999 a treaty was signed. Nobody came in 2001."


class Heard:
    """What a session said, by signal."""

    def __init__(self, session: Session) -> None:
        self.changed: list[Any] = []
        self.failed: list[Any] = []
        self.messages: list[str] = []
        self.needs_date: list[str] = []
        self.selections: list[Any] = []
        self.filters: list[Any] = []
        self.opened: list[bool] = []
        session.changed.connect(self.changed.append)
        session.failed.connect(self.failed.append)
        session.message.connect(self.messages.append)
        session.needs_date.connect(self.needs_date.append)
        session.selection_changed.connect(self.selections.append)
        session.filter_changed.connect(self.filters.append)
        session.project_opened.connect(lambda: self.opened.append(True))


@pytest.fixture
def session(qtbot: QtBot, data_folder: Path) -> Iterator[Session]:
    """An empty session; the virtual screen of qtbot is not used."""
    session = Session(data_folder, YearReader)
    yield session
    YearReader.gate.set()
    session.close()


@pytest.fixture
def heard(session: Session) -> Heard:
    return Heard(session)


@pytest.fixture
def reading(qtbot: QtBot, session: Session) -> Callable[[Callable[[], object]], None]:
    """Does something that starts a reading, and waits until it has ended."""

    def wait(start: Callable[[], object]) -> None:
        with qtbot.waitSignal(session.readings.idle, timeout=10_000):
            start()

    return wait


@pytest.fixture
def with_news(session: Session, reading: Callable[[Callable[[], object]], None]) -> Session:
    """A session with one document of three events."""
    reading(lambda: session.add_text(NEWS, "news.txt"))
    return session


@pytest.fixture
def another_session(qtbot: QtBot, data_folder: Path) -> Iterator[Callable[[], Session]]:
    """Makes sessions with the same data folder, as the next start of the program would."""
    made: list[Session] = []

    def make() -> Session:
        made.append(Session(data_folder, YearReader))
        return made[-1]

    yield make
    for session in made:
        session.close()
