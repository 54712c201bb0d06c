"""What the File menu does: open, add, paste, save as, properties. Dialogs here, changes in the session."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from dateline import assets
from dateline.gui.appearance import Appearance
from dateline.gui.documentdialog import DocumentDialog
from dateline.gui.opening import PROJECT_SUFFIX, add_paths, open_paths
from dateline.gui.preferences import preferences
from dateline.session.session import Session

_OPEN_FILTER: Final = (
    "Projects and documents (*.dateline *.txt *.text *.md *.log);;Dateline projects (*.dateline);;All files (*)"
)
_ADD_FILTER: Final = "Documents (*.txt *.text *.md *.log);;All files (*)"
_RECENT_SHOWN: Final = 10


class FileVerbs(QObject):
    """Verbs on files, for one window."""

    def __init__(self, session: Session, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._appearance = appearance
        self._window = window

    def new(self) -> None:
        """An empty project; the one that was open is on disk already."""
        self._session.new()

    def open(self) -> None:
        """Ask for a project, or for documents to begin one with."""
        open_paths(self._session, self._ask_paths("Open", _OPEN_FILTER))

    def add(self) -> None:
        """Ask for documents to add."""
        add_paths(self._session, self._ask_paths("Add documents", _ADD_FILTER))

    def open_example(self) -> None:
        """The bundled example."""
        self._session.open_example(assets.examples()[0])

    def save_as(self) -> None:
        """Ask for a name and a place."""
        suggested = self._folder() / f"{self._session.name or 'timeline'}{PROJECT_SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "Save as", str(suggested), f"Dateline projects (*{PROJECT_SUFFIX})"
        )
        if chosen:
            path = Path(chosen)
            self._session.save_as(path if path.suffix else path.with_suffix(PROJECT_SUFFIX))

    def paste(self) -> None:
        """Add what is on the clipboard, files or text."""
        self.take(QGuiApplication.clipboard().mimeData(), "Pasted text")

    def take(self, data: QMimeData, name: str) -> bool:
        """Add dropped or pasted files or text as documents; False where there is neither."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            add_paths(self._session, paths)
        elif data.text().strip():
            self._session.add_text(data.text(), name)
        else:
            return False
        return True

    def properties(self) -> None:
        """Title, author, address and date of the document the selected event rests on, or of the first."""
        if (document := self._current_document()) is not None:
            DocumentDialog.edit(self._session, self._appearance, document, self._window)

    def ask_date(self, document: str) -> None:
        """A document was read that tells no date of its own: ask, without standing in the way."""
        DocumentDialog.ask(self._session, self._appearance, document, self._window)

    def fill_recent(self, menu: QMenu) -> None:
        """The projects of last time, as they are now."""
        menu.clear()
        for recent in self._session.recent_projects()[:_RECENT_SHOWN]:
            action = menu.addAction(recent.name)
            action.setToolTip(str(recent.path))
            action.triggered.connect(lambda _checked=False, path=recent.path: self._session.open(path))
        menu.setEnabled(not menu.isEmpty())

    def _current_document(self) -> str | None:
        for event_id in self._session.selection.ids:
            event = self._session.event(event_id)
            if event is not None and event.documents:
                return event.documents[0]
        return next(iter(self._session.project.document), None)

    def _ask_paths(self, title: str, kinds: str) -> list[Path]:
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, str(self._folder()), kinds)
        if chosen:
            preferences().setValue("folder", str(Path(chosen[0]).parent))
        return [Path(name) for name in chosen]

    def _folder(self) -> Path:
        stored = preferences().value("folder")
        folder = Path(str(stored)) if stored else Path.home()
        return folder if folder.is_dir() else Path.home()
