"""Pixels: PNG files that tell their resolution, and images for previews and the clipboard."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter

from dateline.errors import UserError
from dateline.export.layout import Layout
from dateline.export.page import draw_page, painter_on
from dateline.export.request import LOGICAL_DPI

_METRES_PER_INCH: Final = 0.0254
_MOST_PIXELS: Final = 250_000_000  # a gigabyte of memory


def image_of(layout: Layout, scale: float | None = None) -> QImage:
    """The first page as pixels, `scale` of them (as asked for, where None) for a logical one.

    Raises UserError where that would be more than a gigabyte.
    """
    scale = layout.request.scale if scale is None else scale
    width, height = round(layout.request.width_px * scale), round(layout.height_px * scale)
    if width * height > _MOST_PIXELS:
        raise UserError(f"A picture of {width} × {height} pixels is too large.", "Choose a lower resolution.")
    image = QImage(max(width, 1), max(height, 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    dots_per_metre = round(LOGICAL_DPI * scale / _METRES_PER_INCH)
    image.setDotsPerMeterX(dots_per_metre)
    image.setDotsPerMeterY(dots_per_metre)
    with painter_on(image) as painter:
        painter.scale(scale, scale)
        draw_page(painter, layout)
    return image


def png_bytes(layout: Layout) -> bytes:
    """A PNG file of the first page, with resolution, title and what made it."""
    image = image_of(layout)
    image.setText("Title", layout.request.title or "Timeline")
    image.setText("Description", layout.description)
    image.setText("Software", "Dateline")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    if not writer.write(image):
        raise RuntimeError(f"Qt could not encode a PNG: {writer.errorString()}")
    return bytes(data.data())
