"""Images of the timeline: the export dialog, copy to the clipboard, print. `export` lays them out anew."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from dateline.errors import UserError
from dateline.export.exporters import clipboard_data, left_out, print_image
from dateline.export.request import ImageRequest, What
from dateline.gui.appearance import Appearance
from dateline.gui.canvas.canvas import TimelineCanvas
from dateline.gui.chips import chips_of
from dateline.gui.exportdialog import ExportDialog
from dateline.gui.exportform import Offer
from dateline.model.documents import SourceDocument
from dateline.model.events import Event
from dateline.paint.theme import ThemeName
from dateline.session.session import Session


class ImageVerbs(QObject):
    """Verbs on images, for one window."""

    def __init__(self, session: Session, appearance: Appearance, canvas: TimelineCanvas, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._appearance = appearance
        self._canvas = canvas
        self._window = window

    def export(self) -> None:
        """The dialog."""
        dialog = ExportDialog(self._events(), self._documents(), self._offer(), self._appearance, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._tell(dialog))
        dialog.open()

    def copy(self) -> None:
        """The view, in the size of the window, to the clipboard."""
        try:
            data, written = clipboard_data(self._events(), self._documents(), self._view_request())
        except UserError as error:
            self._session.failed.emit(error)
            return
        QGuiApplication.clipboard().setMimeData(data)
        self._session.message.emit(f"The image is on the clipboard. {written.sentence}{left_out(self._undated())}")

    def print(self) -> None:
        """The view on paper, in the look for print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        if QPrintDialog(printer, self._window).exec() != QDialog.DialogCode.Accepted:
            return
        paper = printer.pageRect(QPrinter.Unit.Millimeter)
        request = replace(self._view_request(), theme=ThemeName.PRINT, title=self._title(), notes=True)
        request = request.of_millimetres(paper.width(), paper.height(), printer.resolution())
        try:
            written = print_image(printer, self._events(), self._documents(), request)
        except UserError as error:
            self._session.failed.emit(error)
            return
        self._session.message.emit(f"Sent to the printer. {written.sentence}{left_out(self._undated())}")

    def _events(self) -> tuple[Event, ...]:
        """The events that are drawn and pass the filters; dimmed ones do not."""
        content = self._canvas.sight.content
        return tuple(event for event in content.drawn if event.id not in content.dimmed)

    def _undated(self) -> int:
        """How many pass the filters and are drawn nowhere."""
        drawn = {event.id for event in self._canvas.sight.content.drawn}
        return sum(event.id not in drawn for event in self._session.passing)

    def _documents(self) -> tuple[SourceDocument, ...]:
        return tuple(self._session.project.document.values())

    def _base(self) -> ImageRequest:
        """The timeline as it is arranged on the screen."""
        how = self._canvas.sight.arrangement
        return ImageRequest(
            theme=ThemeName(self._appearance.theme.name),
            fold=how.folding,
            lane_by=how.lane_by,
            lane_names={document.id: document.title or document.name for document in self._documents()},
            lane_order=how.lane_order,
            collapsed=how.collapsed,
            year_style=self._appearance.year_style,
        )

    def _view_request(self) -> ImageRequest:
        size = self._canvas.size()
        request = replace(self._base(), what=What.VIEW, range_seconds=self._canvas.scale.range_seconds)
        return request.of_pixels(size.width(), size.height(), max(2.0, self._canvas.devicePixelRatioF()))

    def _offer(self) -> Offer:
        words = ", ".join(words for words, _ in chips_of(self._session.filter, self._session))
        return Offer(
            self._canvas.scale.range_seconds,
            frozenset(self._session.selection.ids),
            self._canvas.size(),
            words,
            self._base(),
            self._title(),
            self._undated(),
        )

    def _title(self) -> str:
        """The name of the project, or the title of its only document, which the name cuts short."""
        documents = self._documents()
        return documents[0].title or self._session.name if len(documents) == 1 else self._session.name

    def _tell(self, dialog: ExportDialog) -> None:
        written = dialog.written
        if written is not None and written.path is not None:
            self._session.message.emit(f"{written.path.name}: {written.sentence}{left_out(self._undated())}")
