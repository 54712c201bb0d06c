"""Devices with pages: PDF files, and printers, which are handed in. Vector, with links, notes on pages of their own."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from dateline.export.layout import Layout
from dateline.export.page import draw_page, painter_on
from dateline.export.request import LOGICAL_DPI, MM_PER_INCH

_PDF_DPI = 1200  # only how fine coordinates are; everything is vector


def pdf_bytes(layout: Layout) -> bytes:
    """A PDF file whose pages have the size of the picture."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DPI)
    writer.setCreator("Dateline")
    writer.setTitle(layout.request.title or "Timeline")
    millimetres = MM_PER_INCH / LOGICAL_DPI
    size = QSizeF(layout.request.width_px * millimetres, layout.height_px * millimetres)
    # The size is given as it lies; an orientation would turn it.
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    draw_pages(writer, layout)
    return bytes(data.data())


def draw_pages(device: QPagedPaintDevice, layout: Layout) -> int:
    """Draws all pages on a PDF writer or a printer, as large as fits its paper; returns how many."""
    with painter_on(device) as painter:
        for page in range(layout.pages):
            if page:
                device.newPage()
            _draw_fitted(painter, layout, page)
    return layout.pages


def _draw_fitted(painter: QPainter, layout: Layout, page: int) -> None:
    """One page, as large as fits the paper."""
    painter.save()
    across = painter.viewport().width() / layout.request.width_px
    down = painter.viewport().height() / layout.height_px
    painter.scale(min(across, down), min(across, down))
    draw_page(painter, layout, page)
    painter.restore()
