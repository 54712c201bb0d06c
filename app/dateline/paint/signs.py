"""What is told beside marks: accepted, found by the search, backed by several documents, selected."""

from collections.abc import Iterable
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from dateline.model.events import ReviewState
from dateline.paint.brush import Brush, color
from dateline.scene.columns import REVIEWS, Mask
from dateline.scene.measure import TextStyle
from dateline.scene.parts import TICK_PX, MarkStyle

_MOST_SIGNS: Final = 1200  # marks: beyond that small signs are noise
_PATCH_ALPHA: Final = 0.85
_ACCEPTED: Final = REVIEWS.index(ReviewState.ACCEPTED)


def paint_signs(brush: Brush) -> None:
    """What is told beside marks: accepted, matched by the search, backed by several documents, selected."""
    marks = brush.scene.marks
    many = len(marks) > _MOST_SIGNS
    for place in _places(marks.review == _ACCEPTED) if not many else ():
        _tick(brush, place)
    for place in _places(marks.documents > 1) if not many else ():
        _number_of_documents(brush, place)
    for place in _places(marks.number > 0):
        _number_of_note(brush, place)
    for place in _places(marks.matched):
        _ring(brush, place, brush.theme.match, 2.0)
    for place in _places(marks.selected):
        _ring(brush, place, brush.theme.accent, 3.5)


def _places(mask: Mask) -> Iterable[int]:
    return np.flatnonzero(mask).tolist()


def _anchor(brush: Brush, place: int) -> tuple[float, float]:
    """Where signs stand: at the point, or at the visible right end of a bar."""
    marks = brush.scene.marks
    x = float(marks.x[place])
    if np.isnan(x):
        x = float(marks.right[place]) - brush.scene.metrics.mark / 2
    return x, float(marks.y[place])


def _tick(brush: Brush, place: int) -> None:
    x, y = _anchor(brush, place)
    half = brush.scene.metrics.mark / 2
    sign = [QPointF(x + half - 2, y - half + 1), QPointF(x + half, y - half + 3), QPointF(x + half + 4, y - half - 3)]
    for ink, width in ((brush.theme.canvas, 4.0), (brush.theme.success, 1.8)):
        brush.painter.setPen(QPen(color(ink), width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        brush.painter.drawPolyline(QPolygonF(sign))


def _number_of_documents(brush: Brush, place: int) -> None:
    marks = brush.scene.marks
    x, y = _anchor(brush, place)
    solid = marks.style[place] == MarkStyle.SOLID and not marks.light[place]
    ink = brush.theme.canvas if solid or not np.isnan(marks.x[place]) else brush.theme.text
    if marks.style[place] != MarkStyle.SOLID:
        ink = brush.theme.text
    brush.centred(x, y, str(int(marks.documents[place])), TextStyle.NOTE, ink)


def _number_of_note(brush: Brush, place: int) -> None:
    """At the upper right of a point, or in a patch at the visible begin of a bar."""
    marks, metrics, fonts = brush.scene.marks, brush.scene.metrics, brush.fonts
    words = str(int(marks.number[place]))
    y = float(marks.y[place])
    if not marks.has_bar[place]:
        x = float(marks.x[place]) + metrics.mark / 2 + (TICK_PX if marks.review[place] == _ACCEPTED else 1)
        brush.text(x, y - metrics.mark / 2 - 3, words, TextStyle.NOTE, brush.theme.text)
        return
    width, height = fonts.width(words, TextStyle.NOTE), fonts.line_height(TextStyle.NOTE)
    left = float(marks.left[place]) + 4
    if marks.has_point[place] and abs(float(marks.x[place]) - left - width / 2) < metrics.mark / 2 + width:
        left = float(marks.x[place]) + metrics.mark / 2 + 3
    patch = QRectF(left - 2, y - height / 2, width + 4, height)
    brush.painter.fillRect(patch, color(brush.theme.canvas, _PATCH_ALPHA))
    brush.text(left, y - height / 2, words, TextStyle.NOTE, brush.theme.text)


def _ring(brush: Brush, place: int, ink: str, away_px: float) -> None:
    marks, metrics, painter = brush.scene.marks, brush.scene.metrics, brush.painter
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(ink), 2.0))
    y = float(marks.y[place])
    if np.isnan(marks.x[place]):
        left, right = float(marks.stops[place, 0]), float(marks.stops[place, 3])
        half = metrics.bar / 2 + away_px
        painter.drawRoundedRect(QRectF(left - away_px, y - half, right - left + 2 * away_px, 2 * half), half, half)
        return
    radius = metrics.mark / 2 + away_px
    painter.drawEllipse(QPointF(float(marks.x[place]), y), radius, radius)
