"""Draws what lies behind and under the words of a text view: highlights with their bar, underlines, signs in the
margin.

Qt's own underlines are one pixel of a font's choosing, and its backgrounds leave gaps; these are drawn line by line.
It is handed places as QTextDocument positions and knows nothing of events.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

UNDERLINE_PX: Final = 2.0
_UNDERLINE_GAP_PX: Final = 2.5  # from the baseline to the middle of the underline
BAR_PX: Final = 4.0
THIN_BAR_PX: Final = 1.5
_BAR_GAP_PX: Final = 3.0
SIGN_PX: Final = 8.0
SIGN_LEFT_PX: Final = 4.0


@dataclass(frozen=True, slots=True)
class Underline:
    """A phrase to underline, in QTextDocument positions; `dotted` where it belongs to no event that is shown, `thick`
    under the pointer.
    """

    start: int
    end: int
    color: QColor
    dotted: bool = False
    thick: bool = False


@dataclass(frozen=True, slots=True)
class LinePiece:
    """The part of a laid-out line that a place covers, in pixels of the viewport: its rectangle, and the baseline of
    its words.
    """

    area: QRectF
    baseline_px: float


def visible_blocks(view: QTextEdit) -> Iterator[QTextBlock]:
    """The blocks of which something is to be seen."""
    scrolled = view.verticalScrollBar().value()
    bottom = scrolled + view.viewport().height()
    block = view.cursorForPosition(view.viewport().rect().topLeft()).block()
    while block.isValid() and block.layout().position().y() <= bottom:
        yield block
        block = block.next()


def pieces(view: QTextEdit, block: QTextBlock, start: int, end: int) -> Iterator[LinePiece]:
    """The visible lines of a block between two document positions."""
    layout = block.layout()
    origin = layout.position() - QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
    at = layout.lineForTextPosition(first)
    for number in range(at.lineNumber() if at.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(number)
        line_end = line.textStart() + line.textLength()
        if line.textStart() >= last or origin.y() + line.y() > view.viewport().height():
            break  # a block may have thousands of lines: what is not to be seen is not asked for
        if line_end <= first or origin.y() + line.y() + line.height() < 0:
            continue
        left, right = _x_of(line, max(first, line.textStart())), _x_of(line, min(last, line_end))
        right = min(right, line.naturalTextRect().right())
        area = QRectF(min(left, right), line.y(), abs(right - left), line.rect().height()).translated(origin)
        yield LinePiece(area, origin.y() + line.y() + line.ascent())


def _x_of(line: QTextLine, at: int) -> float:
    """Pixels from the left of a line to one of its characters."""
    place = line.cursorToX(at)
    assert isinstance(place, tuple)  # Qt's second answer is where the character really is
    return float(place[0])


def draw_highlight(
    painter: QPainter, view: QTextEdit, place: tuple[int, int], back: str, bar: str, bar_px: float
) -> None:
    """The background of an excerpt, and a bar in the margin beside it."""
    right = view.document().documentMargin() - view.horizontalScrollBar().value() - _BAR_GAP_PX
    for block in visible_blocks(view):
        lines = [piece.area.adjusted(-_BAR_GAP_PX, -2, 2, 3) for piece in pieces(view, block, *place)]
        for area in lines:
            painter.fillRect(area, QColor(back))
        if lines:
            top, bottom = lines[0].top(), lines[-1].bottom()
            painter.fillRect(QRectF(right - bar_px, top, bar_px, bottom - top), QColor(bar))


def draw_match(painter: QPainter, view: QTextEdit, place: tuple[int, int], color: str) -> None:
    """A thin box around words that were searched for."""
    fill = QColor(color)
    fill.setAlphaF(0.22)
    for block in visible_blocks(view):
        for piece in pieces(view, block, *place):
            painter.fillRect(piece.area.adjusted(-1, 0, 1, 2), fill)


def draw_underlines(painter: QPainter, view: QTextEdit, underlines: Iterable[Underline]) -> None:
    """A line of two pixels under each phrase, clear of the letters' feet."""
    wanted = list(underlines)
    for block in visible_blocks(view):
        for underline in wanted:
            for piece in pieces(view, block, underline.start, underline.end):
                y = round(piece.baseline_px + _UNDERLINE_GAP_PX) + 0.5
                painter.setPen(_pen(underline))
                painter.drawLine(QPointF(piece.area.left(), y), QPointF(piece.area.right(), y))


def _pen(underline: Underline) -> QPen:
    if underline.dotted:
        return QPen(underline.color, 1.0, Qt.PenStyle.DotLine, Qt.PenCapStyle.FlatCap)
    width = UNDERLINE_PX * (1.6 if underline.thick else 1.0)
    return QPen(underline.color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def draw_frame(painter: QPainter, view: QTextEdit, place: tuple[int, int], color: str) -> None:
    """A frame around a place that was pointed at."""
    painter.setPen(QPen(QColor(color), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for block in visible_blocks(view):
        for piece in pieces(view, block, *place):
            painter.drawRoundedRect(piece.area.adjusted(-2, -1, 2, 3), 3, 3)


def sign_area(view: QTextEdit, position: int) -> QRectF | None:
    """Where the sign in the margin stands for an excerpt that begins at a document position; None when not laid out."""
    block = view.document().findBlock(position)
    first = next(iter(pieces(view, block, position, position + 1)), None)
    if first is None:
        return None
    return QRectF(SIGN_LEFT_PX, first.area.center().y() - SIGN_PX / 2, SIGN_PX, SIGN_PX)
