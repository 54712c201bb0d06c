"""The program with a window: application, looks, session, window, and the one hook for errors that nobody caught."""

import gc
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog

from dateline.errors import UserError
from dateline.gui.appearance import Appearance
from dateline.gui.icons import application_icon
from dateline.gui.report import ReportDialog, report_text
from dateline.gui.screen import has_screen
from dateline.gui.style import ApplicationStyle
from dateline.gui.window import MainWindow

if TYPE_CHECKING:
    from dateline.session.ahead import ReadAhead
    from dateline.session.session import Session

NO_SCREEN: Final = (
    "There is no screen to open a window on. `dateline export PATH -o OUT.png` writes the timeline as a picture."
)


class ErrorHook(QObject):
    """Takes every exception that reached the top, from any thread: a UserError to the message bar, a bug to the report
    dialog.
    """

    _caught = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: QDialog | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the hook of this process."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Take an exception; called where it reached the top."""
        if error is None or issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, UserError):
            self._caught.emit(error)
            return
        sys.__excepthook__(kind, error, trace)
        self._caught.emit(report_text(kind, error, trace))

    def _show(self, what: object) -> None:
        if isinstance(what, UserError):
            self._window.centre.messages.show_error(what)
        elif self._dialog is None:  # one bug often brings a hundred: one dialog is enough
            self._dialog = ReportDialog(str(what), self._window)
            self._dialog.finished.connect(self._closed)
            self._dialog.open()

    def _closed(self) -> None:
        self._dialog = None


def open_session(reading: "ReadAhead | None" = None) -> "Session":
    """The session of a window, opened after the window's first paint; `reading` has begun before it, or begins now."""
    if reading is not None:
        reading.begin()
    from dateline.session.analyser import Analyser  # noqa: PLC0415 - sqlite3 and all it needs can wait
    from dateline.session.session import Session  # noqa: PLC0415 - as above

    return Session(make_reader=partial(Analyser, reading))


def make_window(application: QApplication, make_session: "Callable[[], Session]" = open_session) -> MainWindow:
    """The window with its looks, not shown yet."""
    appearance = Appearance(application)
    style = ApplicationStyle(application, appearance)
    window = MainWindow(appearance, make_session)
    window.destroyed.connect(lambda: style)  # keeps the style as long as the window
    return window


def main(paths: Sequence[Path] = (), reading: "ReadAhead | None" = None) -> int:
    """Open the window with documents or a project, of which `reading` has a head start; the exit status."""
    if not has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 1
    QApplication.setApplicationName("Dateline")
    QApplication.setDesktopFileName("dateline")
    application = QApplication(sys.argv[:1])
    application.setWindowIcon(application_icon())
    window = make_window(application, partial(open_session, reading))
    ErrorHook(window).install()
    window.completed.connect(_collect)
    window.begin(paths)
    window.show()
    return application.exec()


def _collect() -> None:
    """Collect garbage from here on, among what comes; what there is stays as long as the window."""
    gc.freeze()
    gc.enable()
