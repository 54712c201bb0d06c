"""Windows for tests: opened as the program opens them, with documents of the tests' own, without animation.

For tests of single panels a session with a small project of known events, and looks that do not move.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.errors import UserError
from dateline.gui.app import make_window
from dateline.gui.appearance import Appearance, ThemeChoice
from dateline.gui.overview import Overview
from dateline.gui.window import MainWindow
from dateline.session.session import Session
from panel_story import project_file
from pointer import Pointer, make_active

OpenWindow = Callable[..., MainWindow]
LONG_MS = 30_000
STILL_LOOKS = 5  # waitUntil looks every 10 ms or later

# Written for these tests: an office long ago, a meeting of this week, something planned, something long since over.
ARTICLE = """Valley dam talks resume

By Ada Brandt

LINDEN, 14 March 2019 – The two river states have begun to speak to each other again.

The joint water office was created in 2009. For most of the decade its requests for talks went unanswered.

On Tuesday, March 12, the ministers of both states met in Linden for the first time. They agreed to share data.

In January 2019 the upper state had published a report on the dam. A second meeting is planned for May 2019.

The old treaty was signed on 3 June 2009.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article in a file."""
    path = tmp_path / "valley-dam.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def pointer(screen: str) -> Pointer:
    """A real pointer."""
    return Pointer()


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[OpenWindow]:
    """Opens a window as the program does and waits until all of it is loaded and the documents are read."""
    opened: list[MainWindow] = []

    def open_one(*paths: Path, width: int = 1500, height: int = 940) -> MainWindow:
        window = make_window(qapp)
        opened.append(window)
        window.appearance.choose_animations(False)
        window.begin(paths)
        window.move(0, 0)
        window.resize(width, height)
        with qtbot.waitSignal(window.completed, timeout=LONG_MS):
            window.show()
        if window.session.jobs.running:
            with qtbot.waitSignal(window.session.jobs.finished, timeout=LONG_MS):
                pass
        make_active(qtbot, window)
        settle(window, qtbot)
        return window

    yield open_one
    for window in opened:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Waits until nothing moves any more: panels fill one after the other, and each may push the canvas a little."""
    seen: list[tuple[QSize, tuple[int, int]]] = []

    def is_still() -> bool:
        seen.append((window.canvas.size(), window.canvas.scale.range_seconds))
        return len(seen) >= STILL_LOOKS and len({repr(look) for look in seen[-STILL_LOOKS:]}) == 1

    assert window.completion is not None
    overview = window.completion.docks.panel("overview")
    assert isinstance(overview, Overview)
    qtbot.waitUntil(lambda: overview.plot is not None, timeout=LONG_MS)
    qtbot.waitUntil(is_still, timeout=LONG_MS)


def event_with(window: MainWindow, words: str) -> str:
    """The id of the event one of whose excerpts holds these words."""
    found = [e.id for e in window.session.events if any(words in excerpt.quote for excerpt in e.excerpts)]
    assert found, f"no event rests on {words!r}: {[e.title for e in window.session.events]}"
    return found[0]


def mark_of(window: MainWindow, event_id: str) -> QPointF:
    """The middle of an event's mark on the canvas."""
    rect = window.canvas.scene.mark_rect(event_id)
    assert rect is not None
    left, top, width, height = rect
    return QPointF(left + width / 2, top + height / 2)


@pytest.fixture
def event_of() -> Callable[[MainWindow, str], str]:
    """See `event_with`."""
    return event_with


@pytest.fixture
def mark_at() -> Callable[[MainWindow, str], QPointF]:
    """See `mark_of`."""
    return mark_of


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    """Light, and nothing moves: a test sees the end of every motion at once."""
    looks = Appearance()
    looks.choose_theme(ThemeChoice.LIGHT)
    looks.choose_animations(False)
    return looks


@pytest.fixture
def empty_session(qapp: QApplication, data_folder: Path) -> Iterator[Session]:
    """A session in which nothing is open."""
    session = Session(data_folder)
    yield session
    session.close()


@pytest.fixture
def story(empty_session: Session, tmp_path: Path) -> Session:
    """A session with the project of `panel_story`. A verb that fails is an error of the test."""

    def refuse(error: UserError) -> None:
        raise error

    empty_session.failed.connect(refuse)
    assert empty_session.open(project_file(tmp_path / "story.dateline"))
    return empty_session
