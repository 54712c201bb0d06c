"""Notes set in columns: how high each paragraph gets, and on which page and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from dateline.export.notes import Note
from dateline.paint.measure import FontMeasure
from dateline.paint.theme import Theme
from dateline.scene.measure import TextStyle

_COLUMN_PX: Final = 420.0  # about 75 letters, which read well
_GUTTER_PX: Final = 24.0
_PARAGRAPH_GAP_PX: Final = 5.0


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note, the number of its page (0 is the one of the picture), and its rectangle there."""

    note: Note
    page: int
    x: float
    y: float
    width: float
    height: float


def text_layout(note: Note, width_px: float, fonts: FontMeasure, theme: Theme) -> QTextLayout:
    """The paragraph broken into lines of that width, with its bold, muted and linked passages."""
    layout = QTextLayout(note.text, fonts.font(TextStyle.SUBTITLE))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.setFormats([_format(note.text, 0, len(note.text), theme.text), *_passages(note, theme)])
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width_px)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _passages(note: Note, theme: Theme) -> list[QTextLayout.FormatRange]:
    formats = []
    for passage in note.passages:
        ink = theme.accent if passage.address else theme.muted if passage.muted else theme.text
        made = _format(note.text, *passage.span, ink)
        if passage.bold:
            made.format.setFontWeight(QFont.Weight.DemiBold)
        if passage.address:
            # QPdfWriter turns anchors of text into links; other devices draw them as text.
            made.format.setAnchor(True)
            made.format.setAnchorHref(passage.address)
        formats.append(made)
    return formats


def _format(text: str, start: int, end: int, ink: str) -> QTextLayout.FormatRange:
    """A range of code points as Qt counts it: in UTF-16 units."""
    made = QTextLayout.FormatRange()
    made.start = _utf16(text[:start])
    made.length = _utf16(text[start:end])
    char_format = QTextCharFormat()
    char_format.setForeground(QColor(ink))
    made.format = char_format
    return made


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def draw_note(painter: QPainter, placed: PlacedNote, fonts: FontMeasure, theme: Theme) -> None:
    """Draws a note where it stands."""
    text_layout(placed.note, placed.width, fonts, theme).draw(painter, QPointF(placed.x, placed.y))


def set_below(
    notes: Sequence[Note], left: float, top: float, width: float, fonts: FontMeasure, theme: Theme
) -> tuple[PlacedNote, ...]:
    """The notes in columns of about equal height below `top`, all on the page of the picture."""
    count, column = _columns(width)
    heights = _heights(notes, column, fonts, theme)
    wanted = sum(heights) / count
    placed, y, place = [], 0.0, 0
    for note, height in zip(notes, heights, strict=True):
        if y > 0 and y + height / 2 > wanted and place + 1 < count:
            place, y = place + 1, 0.0
        x = left + place * (column + _GUTTER_PX)
        placed.append(PlacedNote(note, 0, x, top + y, column, height - _PARAGRAPH_GAP_PX))
        y += height
    return tuple(placed)


def set_on_pages(
    notes: Sequence[Note],
    left: float,
    top: float,
    size: tuple[float, float],
    fonts: FontMeasure,
    theme: Theme,
) -> tuple[PlacedNote, ...]:
    """The notes in columns on pages from 1 on; `size` is the width and the height that is there on each.

    A paragraph higher than a page begins a page of its own.
    """
    count, column = _columns(size[0])
    placed, y, place = [], 0.0, 0
    for note, height in zip(notes, _heights(notes, column, fonts, theme), strict=True):
        if y > 0 and y + height > size[1]:
            place, y = place + 1, 0.0
        page, side = divmod(place, count)
        x = left + side * (column + _GUTTER_PX)
        placed.append(PlacedNote(note, page + 1, x, top + y, column, height - _PARAGRAPH_GAP_PX))
        y += height
    return tuple(placed)


def _columns(width: float) -> tuple[int, float]:
    count = max(int((width + _GUTTER_PX) / (_COLUMN_PX + _GUTTER_PX)), 1)
    return count, (width - (count - 1) * _GUTTER_PX) / count


def _heights(notes: Sequence[Note], column: float, fonts: FontMeasure, theme: Theme) -> list[float]:
    layouts = (text_layout(note, column, fonts, theme) for note in notes)
    return [layout.boundingRect().height() + _PARAGRAPH_GAP_PX for layout in layouts]
