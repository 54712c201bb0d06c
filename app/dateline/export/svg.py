"""SVG files: text stays text, with a title, a description, and links from marks to notes and from notes to sources."""

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtSvg import QSvgGenerator

from dateline.export.layout import Layout
from dateline.export.page import draw_page, painter_on
from dateline.export.request import LOGICAL_DPI

_LINK_REACH_PX: Final = 3.0


def svg_bytes(layout: Layout) -> bytes:
    """An SVG file of the first page; a logical pixel is a unit of it."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The default profile, Tiny 1.2, has no clipping, and what lies beyond the lanes would show.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(round(LOGICAL_DPI))
    width, height = layout.request.width_px, layout.height_px
    generator.setSize(QSize(round(width), round(height)))
    generator.setViewBox(QRectF(0, 0, width, height))
    generator.setTitle(layout.request.title or "Timeline")
    generator.setDescription(layout.description)
    with painter_on(generator) as painter:
        draw_page(painter, layout)
    return _with_links(bytes(data.data()).decode("utf-8"), layout).encode("utf-8")


def _with_links(svg: str, layout: Layout) -> str:
    """QSvgGenerator writes no links: invisible rectangles over what was drawn carry them."""
    links = "\n".join((*_note_links(layout), *_source_links(layout)))
    head, end, tail = svg.rpartition("</svg>")
    if not end:
        raise RuntimeError("Qt wrote an SVG without an end")
    return f"{head}<g fill-opacity=\"0\" stroke=\"none\">\n{links}\n</g>\n{end}{tail}" if links else svg


def _note_links(layout: Layout) -> Iterator[str]:
    """From each mark that has a note to that note."""
    for placed in layout.notes:
        rect = layout.scene.mark_rect(placed.note.event_id)
        if rect is not None:
            left, top, width, height = rect
            reach = _LINK_REACH_PX
            box = (layout.margin + left - reach, layout.scene_top + top - reach, width + 2 * reach, height + 2 * reach)
            yield _link(f"#note-{placed.note.number}", box, f"Note {placed.note.number}")


def _source_links(layout: Layout) -> Iterator[str]:
    """Each note as a target, and from it to the web address of its first source."""
    for placed in layout.notes:
        box = (placed.x, placed.y, placed.width, placed.height)
        yield f'<g id="note-{placed.note.number}">'
        for address in placed.note.addresses[:1]:
            yield _link(address, box, address)
        yield "</g>"


def _link(address: str, box: tuple[float, float, float, float], title: str) -> str:
    x, y, width, height = box
    target, shown = (escape(re.sub(r"[\x00-\x1f]", "", words)) for words in (address, title))
    return (
        f'<a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{target}" xlink:title="{shown}">'
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"/></a>'
    )
