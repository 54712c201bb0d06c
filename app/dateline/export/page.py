"""Drawing a layout, page by page, in logical pixels. Every exporter comes through here."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPaintDevice, QPainter

from dateline.export.flow import draw_note
from dateline.export.layout import Layout
from dateline.export.legend import draw_legend
from dateline.paint.brush import color
from dateline.paint.painting import paint_scene
from dateline.scene.measure import TextStyle, elided


@contextmanager
def painter_on(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that is ended whatever happens: Qt crashes when a device goes before its painter."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


def draw_page(painter: QPainter, layout: Layout, page: int = 0) -> None:
    """Draws one page at the painter's origin; the first is the one with the picture."""
    height = layout.height_px if page == 0 else layout.request.height_px
    if not layout.request.transparent:
        painter.fillRect(QRectF(0, 0, layout.request.width_px, height), color(layout.theme.canvas))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if page == 0:
        _draw_words(painter, layout)
        painter.save()
        painter.translate(layout.margin, layout.scene_top)
        painter.setClipRect(QRectF(0, 0, layout.scene.size.width_px, layout.scene.size.height_px))
        paint_scene(painter, layout.scene, layout.theme, layout.fonts, background=False)
        painter.restore()
        draw_legend(painter, layout.legend, layout.fonts, layout.theme)
    for placed in layout.notes:
        if placed.page == page:
            draw_note(painter, placed, layout.fonts, layout.theme)


def _draw_words(painter: QPainter, layout: Layout) -> None:
    """Title, subtitle, and the line below the picture."""
    theme, fonts, request = layout.theme, layout.fonts, layout.request
    y, width = layout.margin, layout.scene.size.width_px
    if request.title:
        large = layout.title_fonts
        title = elided(request.title, TextStyle.TITLE_BOLD, width, large)
        painter.setFont(large.font(TextStyle.TITLE_BOLD))
        painter.setPen(color(theme.text))
        painter.drawText(QPointF(layout.margin, y + large.ascent(TextStyle.TITLE_BOLD)), title)
        y += large.line_height(TextStyle.TITLE_BOLD)
    lines = [(request.subtitle, TextStyle.TITLE, y), (layout.footer, TextStyle.SUBTITLE, layout.footer_top)]
    painter.setPen(color(theme.muted))
    for words, style, top in lines:
        if words:
            painter.setFont(fonts.font(style))
            painter.drawText(QPointF(layout.margin, top + fonts.ascent(style)), elided(words, style, width, fonts))
