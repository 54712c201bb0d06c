"""The main window: toolbar, docks, timeline, status bar, start page. It is painted first; what is slow to load comes
after.

It puts parts together and passes on drops and keys. What menus do is in `fileverbs`, `eventverbs` and `viewverbs`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from dateline.gui.actions import Actions
from dateline.gui.appearance import Appearance
from dateline.gui.centre import Centre
from dateline.gui.docks import Docks
from dateline.gui.preferences import preferences
from dateline.gui.search import Search
from dateline.gui.startpage import StartPage
from dateline.gui.statusbar import StatusBar
from dateline.gui.statusfeed import StatusFeed
from dateline.gui.toolbar import Toolbar
from dateline.gui.views import VIEWS
from dateline.session.session import Session

if TYPE_CHECKING:
    from dateline.gui.completion import Completion

FIRST_SIZE_PX: Final = (1600, 1000)


class MainWindow(QMainWindow):
    """One window on one session. `completed` is told once, when everything is loaded after the first paint."""

    completed = Signal()

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.session = session
        self.appearance = appearance
        self.completion: Completion | None = None
        self._begun = False
        self._waiting: list[Callable[[], None]] = []
        self.commands = Actions(self)
        self.commands.fill(self.menuBar())
        self.search = Search(session, self)
        self.toolbar = Toolbar(self.commands, self.search, appearance, self)
        self.addToolBar(self.toolbar)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self.feed = StatusFeed(session, self.status, self)
        self.start_page = StartPage(appearance, self)
        self.centre = Centre(session, appearance, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.centre)
        self._pages.addWidget(self.start_page)
        self.setCentralWidget(self._pages)
        self.resize(*FIRST_SIZE_PX)
        self.docks = Docks(self, VIEWS, session, appearance)
        self._restore()
        self._listen()

    def _listen(self) -> None:
        self.centre.place.painted.connect(self._load_soon)
        self.start_page.painted.connect(self._load_soon)
        self.session.failed.connect(self.centre.messages.show_error)
        self.session.failed.connect(self.start_page.messages.show_error)
        self.session.changed.connect(self._changed)
        self.session.project_opened.connect(self._opened)

    def begin(self, paths: Sequence[Path]) -> None:
        """Start with documents or a project, or with the start page; called before the window is shown."""
        self._show_start_page(shown=not paths)
        if paths:
            self.when_complete(lambda: self._open(paths))

    def when_complete(self, call: Callable[[], None]) -> None:
        """Call something once everything is loaded."""
        if self.completion is not None:
            call()
        else:
            self._waiting.append(call)

    @property
    def shows_start_page(self) -> bool:
        """Whether the start page fills the window."""
        return self._pages.currentWidget() is self.start_page

    # --- after the first paint ---------------------------------------------------------------------------------------

    def _load_soon(self) -> None:
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self, self._load)

    def _load(self) -> None:
        # numpy, the scene, the painter and the dialogs cost more than the whole window: they come after its first
        # paint.
        from dateline.gui.completion import Completion  # noqa: PLC0415 - see above

        self.completion = Completion(self)
        for call in self._waiting:
            call()
        self._waiting.clear()
        self.completed.emit()

    def _open(self, paths: Sequence[Path]) -> None:
        assert self.completion is not None
        self.completion.files.open_paths(list(paths))

    # --- news --------------------------------------------------------------------------------------------------------

    def _changed(self, _changes: object) -> None:
        if self.session.project.document or self.session.events:
            self._show_start_page(shown=False)
        self._name()

    def _opened(self) -> None:
        self.centre.messages.clear()
        self._show_start_page(shown=not self.session.project.document and not self.session.jobs.running)
        self._name()

    def _name(self) -> None:
        name = self.session.name
        self.setWindowTitle(f"{name} – Dateline" if name and not self.shows_start_page else "Dateline")

    def _show_start_page(self, *, shown: bool) -> None:
        if shown:
            self.start_page.show_recent([recent.path for recent in self.session.recent_projects()])
            self._pages.setCurrentWidget(self.start_page)
            self.docks.cover()
        else:
            self._pages.setCurrentWidget(self.centre)
            self.docks.uncover()
        self._name()

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        data = event.mimeData()
        if self.completion is not None and self.completion.files.take(data, "Dropped text"):
            event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window looks. Nothing needs saving: everything is on disk."""
        preferences().setValue("geometry", self.saveGeometry())
        self.docks.remember()
        if self.completion is not None:
            self.completion.close()
        self.session.close()
        super().closeEvent(event)

    def _restore(self) -> None:
        stored = preferences().value("geometry")
        if isinstance(stored, QByteArray):
            self.restoreGeometry(stored)
        self.docks.restore()
