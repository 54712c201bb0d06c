"""The ways out: one explicit tuple, and the calls that go through it.

A new way is one module and one line in EXPORTERS.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QImage, QPagedPaintDevice

from dateline.errors import UnsupportedFormat, UnwritableFile
from dateline.export.layout import Layout, lay_out
from dateline.export.pages import draw_pages, pdf_bytes
from dateline.export.png import image_of, png_bytes
from dateline.export.request import ImageRequest
from dateline.export.svg import svg_bytes
from dateline.model.documents import SourceDocument
from dateline.model.events import Event
from dateline.writing import write_whole


@dataclass(frozen=True, slots=True)
class Exporter:
    """One way out. `suffix` is that of its files, empty for the clipboard and the printer; `paged` puts notes on pages.

    `encode` gives the bytes of a file; None where the result goes to a device.
    """

    name: str
    label: str
    suffix: str = ""
    paged: bool = False
    encode: Callable[[Layout], bytes] | None = None


PNG: Final = Exporter("png", "PNG image", ".png", encode=png_bytes)
SVG: Final = Exporter("svg", "SVG drawing", ".svg", encode=svg_bytes)
PDF: Final = Exporter("pdf", "PDF document", ".pdf", paged=True, encode=pdf_bytes)
CLIPBOARD: Final = Exporter("clipboard", "Clipboard")
PRINTER: Final = Exporter("printer", "Printer", paged=True)

EXPORTERS: Final = (PNG, SVG, PDF, CLIPBOARD, PRINTER)


@dataclass(frozen=True, slots=True)
class Written:
    """What came of an export: how many events are in the picture, how many of them gathered, and its pages.

    `events_written` equals the number asked for. `path` is None where no file was written.
    """

    path: Path | None
    events_written: int
    clustered: int
    pages: int

    @property
    def sentence(self) -> str:
        """What is told to the person."""
        count = f"{self.events_written} event" + ("s" if self.events_written != 1 else "")
        gathered = f", {self.clustered} of them gathered in clusters" if self.clustered else ""
        pages = f", on {self.pages} pages" if self.pages > 1 else ""
        return f"{count} written{gathered}{pages}."


def left_out(undated: int) -> str:
    """What is said of the events that have no place in time and so none in a picture; empty where there are none."""
    return f" Not in the picture: {undated:,} undated event{'' if undated == 1 else 's'}." if undated else ""


def exporter_for(path: Path) -> Exporter:
    """The exporter of a file's suffix. Raises UnsupportedFormat where there is none."""
    found = next((one for one in EXPORTERS if one.suffix and one.suffix == path.suffix.lower()), None)
    if found is None:
        known = ", ".join(one.suffix for one in EXPORTERS if one.suffix)
        raise UnsupportedFormat(path, f"“{path.name}” does not end as a picture does.", f"Use one of {known}.")
    return found


def write_image(
    path: Path, events: Sequence[Event], documents: Sequence[SourceDocument], request: ImageRequest
) -> Written:
    """Writes a picture of those of the events that are asked for; its format is that of the file's suffix.

    Raises UnsupportedFormat, UnwritableFile, and UserError where there is nothing to draw or no room to.
    """
    exporter = exporter_for(path)
    assert exporter.encode is not None
    layout = lay_out(events, documents, request, exporter.paged)
    data = exporter.encode(layout)
    try:
        write_whole(path, (data,))
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnwritableFile(path, f"“{path}” cannot be written: {reason}.", "Choose another place.") from error
    return _written(path, layout)


def print_image(
    device: QPagedPaintDevice, events: Sequence[Event], documents: Sequence[SourceDocument], request: ImageRequest
) -> Written:
    """Draws a picture on a printer that is ready (or a PDF writer), its notes on following pages."""
    layout = lay_out(events, documents, request, PRINTER.paged)
    draw_pages(device, layout)
    return _written(None, layout)


def clipboard_data(
    events: Sequence[Event], documents: Sequence[SourceDocument], request: ImageRequest
) -> tuple[QMimeData, Written]:
    """What goes to the clipboard: the picture in pixels, and as SVG for programs that take it."""
    layout = lay_out(events, documents, request, CLIPBOARD.paged)
    data = QMimeData()
    data.setImageData(image_of(layout))
    data.setData("image/svg+xml", QByteArray(svg_bytes(layout)))
    return data, _written(None, layout)


def render_preview(
    events: Sequence[Event],
    documents: Sequence[SourceDocument],
    request: ImageRequest,
    scale: float | None = None,
    paged: bool = False,
) -> tuple[QImage, Written]:
    """The first page as it will be written, `scale` pixels for a logical one, and what would be written."""
    layout = lay_out(events, documents, request, paged)
    return image_of(layout, scale), _written(None, layout)


def _written(path: Path | None, layout: Layout) -> Written:
    return Written(path, layout.events_written, layout.clustered, layout.pages)
