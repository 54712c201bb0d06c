"""Export an image: the choices at the left, at the right exactly what will be written, and how many events that are."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dateline.errors import UserError
from dateline.export.exporters import Written, clipboard_data, left_out, render_preview, write_image
from dateline.export.layout import asked_events
from dateline.gui.appearance import Appearance
from dateline.gui.exportform import ExportForm, Offer
from dateline.gui.preferences import preferences
from dateline.gui.shrinking import resize_on_screen
from dateline.gui.statusbar import plural
from dateline.gui.style import set_role
from dateline.model.documents import SourceDocument
from dateline.model.events import Event

_PREVIEW_AFTER_MS: Final = 120  # after the last choice: typing a title must not lay out at every letter
_FORM_PX: Final = 330
_EDGE_PX: Final = 16
_SQUARE_PX: Final = 8  # of the pattern behind a transparent picture
_NAME_CHARACTERS: Final = 60  # of the file that is suggested
_SIZE: Final = (1180, 760)


class Preview(QWidget):
    """The picture, as large as the room allows, on a ground that shows where it is transparent."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.image = QImage()
        self.logical = QRectF(0, 0, 1, 1)
        self.setMinimumSize(360, 280)
        self.setAccessibleName("Preview")

    def share(self, width_px: float, height_px: float) -> float:
        """How many pixels of the widget a logical pixel of a picture of that size can have."""
        room = self.rect().adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        return max(0.05, min(room.width() / width_px, room.height() / height_px, 1.0))

    def show_image(self, image: QImage) -> None:
        """Show a picture drawn for this widget."""
        self.image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture in the middle."""
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), QColor(theme.window))
        if self.image.isNull():
            return
        size = self.image.deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        target = QRectF(left, top, size.width(), size.height())
        painter.fillRect(target, QColor("#ffffff"))
        self._checker(painter, target)
        painter.drawImage(target, self.image)
        painter.setPen(QColor(theme.line))
        painter.drawRect(target.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _checker(self, painter: QPainter, target: QRectF) -> None:
        if not self.image.hasAlphaChannel():
            return
        painter.save()
        painter.setClipRect(target)
        for row in range(int(target.height() / _SQUARE_PX) + 1):
            for column in range(row % 2, int(target.width() / _SQUARE_PX) + 1, 2):
                left, top = target.left() + column * _SQUARE_PX, target.top() + row * _SQUARE_PX
                painter.fillRect(QRectF(left, top, _SQUARE_PX, _SQUARE_PX), QColor("#e4e6ea"))
        painter.restore()


class ExportDialog(QDialog):
    """The dialog for the events that pass; `written` is what came of it last."""

    def __init__(
        self,
        events: Sequence[Event],
        documents: Sequence[SourceDocument],
        offer: Offer,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export image")
        self.setObjectName("export-dialog")
        resize_on_screen(self, *_SIZE)
        self._events, self._documents, self._undated = events, documents, offer.undated
        self._name = re.sub(r"[^\w\- ]+", "", offer.title).strip()[:_NAME_CHARACTERS] or "timeline"
        self.written: Written | None = None
        self.form = ExportForm(offer, appearance, self)
        self.preview = Preview(appearance, self)
        self.told = QLabel()
        self.told.setWordWrap(True)
        set_role(self.told, "muted")
        self.save = QPushButton("Save…")
        self.save.setDefault(True)
        self.save.clicked.connect(self._ask_and_save)
        self.copy = QPushButton("Copy")
        self.copy.clicked.connect(self._copy)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PREVIEW_AFTER_MS)
        self._soon.timeout.connect(self.show_preview)
        self.form.changed.connect(self._soon.start)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the preview for its new room."""
        super().resizeEvent(event)
        self._soon.start()

    def show_preview(self) -> None:
        """Lay the picture out as it will be written, and tell how many events it holds."""
        request, paged = self.form.request, self.form.exporter.paged
        ratio = self.devicePixelRatioF()
        share = self.preview.share(request.width_px, request.height_px)
        try:
            image, written = render_preview(self._events, self._documents, request, share * ratio, paged)
        except UserError as error:
            self._refuse(error)
            return
        if image.height() / ratio > self.preview.height():  # notes made the picture higher than was asked
            fitting = share * self.preview.share(1.0, image.height() / ratio) / self.preview.share(1.0, 1.0)
            image, written = render_preview(self._events, self._documents, request, fitting * ratio, paged)
        image.setDevicePixelRatio(ratio)
        self.preview.show_image(image)
        asked = len(asked_events(self._events, request))
        width, height = round(request.width_px * request.scale), round(request.height_px * request.scale)
        self.told.setText(
            f"{_counted(written)} of {asked} asked for.{left_out(self._undated)} "
            f"{width:,} × {height:,} px at {request.dpi:.0f} dpi."
        )
        self.save.setEnabled(True)
        self.copy.setEnabled(True)

    def save_as(self, path: Path) -> bool:
        """Write the picture; False where it could not be written, which is then told under the preview."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.written = write_image(path, self._events, self._documents, self.form.request)
        except UserError as error:
            self.told.setText(str(error))
            return False
        finally:
            QGuiApplication.restoreOverrideCursor()
        return True

    def _lay_out(self) -> None:
        close = QPushButton("Cancel")
        close.clicked.connect(self.reject)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are reached one by one
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        area.setFixedWidth(_FORM_PX)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QVBoxLayout()
        right.addWidget(self.preview, 1)
        right.addWidget(self.told)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        columns.addWidget(area)
        columns.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (close, self.copy, self.save):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(14)
        column.addLayout(columns, 1)
        column.addLayout(buttons)

    def _refuse(self, error: UserError) -> None:
        self.preview.show_image(QImage())
        self.told.setText(str(error))
        self.save.setEnabled(False)
        self.copy.setEnabled(False)

    def _ask_and_save(self) -> None:
        exporter = self.form.exporter
        folder = Path(str(preferences().value("export_folder") or Path.home()))
        suggested = folder / f"{self._name}{exporter.suffix}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, "Save the image", str(suggested), f"{exporter.label} (*{exporter.suffix})"
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(exporter.suffix)
        if self.save_as(path):
            preferences().setValue("export_folder", str(path.parent))
            self.accept()

    def _copy(self) -> None:
        data, self.written = clipboard_data(self._events, self._documents, self.form.request)
        QGuiApplication.clipboard().setMimeData(data)
        self.told.setText(f"Copied. {self.written.sentence}")


def _counted(written: Written) -> str:
    """How many events the picture holds, and on how many pages."""
    gathered = f" ({written.clustered} of them gathered in clusters)" if written.clustered else ""
    pages = f" on {written.pages} pages" if written.pages > 1 else ""
    return f"{plural(written.events_written, 'event')}{gathered}{pages}"
