"""The main window. What is painted first is its frame: menus, toolbar, ground of panels and timeline, status bar.

Then come, in this order: the session and the timeline, so that events stand on the screen; panels and dialogs; the plot
of the overview. What menus do is in `completion` and the verbs it brings.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from dateline.gui.actions import Actions
from dateline.gui.appearance import Appearance
from dateline.gui.centre import Centre
from dateline.gui.opening import open_paths
from dateline.gui.places import Places
from dateline.gui.preferences import preferences
from dateline.gui.startpage import StartPage
from dateline.gui.statusbar import StatusBar
from dateline.gui.toolbar import Toolbar

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas
    from dateline.gui.completion import Completion
    from dateline.session.session import Session

FIRST_SIZE_PX: Final = QSize(1600, 1000)
_PANELS_AFTER_MS: Final = 1500  # at the latest: a long document must not keep the panels away


class MainWindow(QMainWindow):
    """One window on one session."""

    timeline_loaded = Signal()  # once, when the session and the timeline are there
    completed = Signal()  # once, when the panels and the dialogs are there too

    def __init__(self, appearance: Appearance, make_session: "Callable[[], Session]") -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.appearance = appearance
        self.completion: Completion | None = None
        self._canvas: TimelineCanvas | None = None
        self._session: Session | None = None
        self._make_session = make_session
        self._begun = False
        self._paths: tuple[Path, ...] = ()
        self._undated: list[str] = []
        self.commands = Actions(self)
        self.commands.fill(self.menuBar())
        self.commands.enable(("undo", "redo"), False)  # until there is something that can be
        self.toolbar = Toolbar(self.commands, appearance, self)
        self.addToolBar(self.toolbar)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self.start_page = StartPage(appearance, self)
        self.centre = Centre(appearance, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.centre)
        self._pages.addWidget(self.start_page)
        self.setCentralWidget(self._pages)
        self.resize(FIRST_SIZE_PX.boundedTo(self.screen().availableSize()))
        self._places = Places(self)
        geometry = preferences().value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.centre.place.painted.connect(self._load_soon)
        self.start_page.painted.connect(self._load_soon)

    def begin(self, paths: Sequence[Path]) -> None:
        """Start with documents or a project, or with the start page; called before the window is shown."""
        self._paths = tuple(paths)
        self.show_start_page(shown=not paths)

    @property
    def session(self) -> "Session":
        """The session, which is there after the first paint."""
        assert self._session is not None
        return self._session

    @property
    def canvas(self) -> "TimelineCanvas":
        """The timeline, which is there after the first paint."""
        assert self._canvas is not None
        return self._canvas

    @property
    def shows_start_page(self) -> bool:
        """Whether the start page fills the window."""
        return self._pages.currentWidget() is self.start_page

    def show_start_page(self, *, shown: bool) -> None:
        """Fill the window with the start page, or go back to the timeline and its panels."""
        self._pages.setCurrentWidget(self.start_page if shown else self.centre)
        self._places.show(shown=not shown)
        if shown:
            self.start_page.take_focus()
        if self.completion is not None:
            self.completion.show_panels(shown=not shown)
        self._name()

    # --- after the first paint ---------------------------------------------------------------------------------------

    def _load_soon(self) -> None:
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self, self._load_timeline)

    def _load_timeline(self) -> None:
        self._session = session = self._make_session()
        session.failed.connect(self.centre.messages.show_error)
        session.failed.connect(self.start_page.messages.show_error)
        session.project_opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.needs_date.connect(self._ask_date)
        session.jobs.finished.connect(self._nothing_came)
        # The session's worker reads already when the timeline is loaded.
        open_paths(session, self._paths)
        from dateline.gui.loading import put_timeline  # noqa: PLC0415 - it must not keep the frame from its first paint

        self._canvas = put_timeline(session, self.appearance, self.centre, self.status, self)
        self.timeline_loaded.emit()
        self._canvas.filled.connect(self._load_panels)
        QTimer.singleShot(_PANELS_AFTER_MS if self._paths else 0, self, self._load_panels)

    def _load_panels(self) -> None:
        if self.completion is not None:
            return
        from dateline.gui.completion import Completion  # noqa: PLC0415 - panels and dialogs come after the events

        self.setUpdatesEnabled(False)
        self._places.leave()
        self.completion = Completion(self)
        self.show_start_page(shown=self.shows_start_page)
        self.setUpdatesEnabled(True)
        self.completed.emit()
        for document in self._undated:
            self.completion.files.ask_date(document)
        self._undated.clear()

    def _ask_date(self, document: str) -> None:
        """A document tells no date of its own: ask, as soon as there is a dialog to ask with."""
        if self.completion is None:
            self._undated.append(document)
        else:
            self.completion.files.ask_date(document)

    # --- news --------------------------------------------------------------------------------------------------------

    def _changed(self, _changes: object) -> None:
        holds = bool(self.session.project.document or self.session.events)
        if self.shows_start_page and holds:
            self.show_start_page(shown=False)
        elif not self.shows_start_page and not holds and not self.session.is_busy:
            self.show_start_page(shown=True)  # everything was undone or removed: Redo brings it back
        self._name()

    def _opened(self) -> None:
        self.centre.messages.clear()
        self.show_start_page(shown=not self.session.project.document and not self.session.is_busy)

    def _nothing_came(self, _job: object) -> None:
        """What was opened could not be read, and nothing else is open: back to the ways in."""
        if not self.session.project.document and not self.session.events and not self.session.is_busy:
            self.show_start_page(shown=True)

    def _name(self) -> None:
        name = "" if self._session is None or self.shows_start_page else self._session.name
        self.setWindowTitle(f"{name} – Dateline" if name else "Dateline")

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        if self.completion is not None and self.completion.files.take(event.mimeData(), "Dropped text"):
            event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window looks. Nothing needs saving: everything is on disk."""
        preferences().setValue("geometry", self.saveGeometry())
        if self.completion is not None:
            self.completion.close()
        if self._session is not None:
            self._session.close()
        super().closeEvent(event)
