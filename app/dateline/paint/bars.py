"""Bars and halos: what lasted, and the spans in which something happened once.

In pixels a long bar is put together from plain spans: a smooth outline of the width of the picture costs ten times as
much, and it is drawn at every frame of a zoom. Vector files get one rounded rectangle.
"""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from dateline.paint.brush import Brush, color, opacities
from dateline.scene.columns import each_once
from dateline.scene.parts import MarkStyle

_LIGHT: Final = 0.42  # a span in which something happened once
_HOLLOW: Final = 0.16  # the ground of what is planned or possible
_EDGE_PX: Final = 1.5
_DASHES: Final = (2.6, 1.9)  # of the edge's width
_LONG: Final = 4.0  # times its height: from then on a bar is put together from spans
_MANY: Final = 300  # beyond that bars are plain rectangles


def paint_bars(brush: Brush) -> None:
    """All bars and halos: one by one with round ends while they are few, else as rectangles in a buffer."""
    marks = brush.scene.marks
    places = np.flatnonzero(marks.has_bar)
    strength = opacities(brush)
    if len(places) > _MANY:
        _plain_bars(brush, places, strength)
        return
    for place in places.tolist():
        brush.painter.setOpacity(float(strength[place]))
        _bar(brush, place)
    brush.painter.setOpacity(1.0)


def _bar(brush: Brush, place: int) -> None:
    marks = brush.scene.marks
    stops, alphas = marks.stops[place].tolist(), marks.alphas[place].tolist()
    height = brush.scene.metrics.bar
    ink = brush.group_color(int(marks.group[place]))
    style, light = MarkStyle(int(marks.style[place])), bool(marks.light[place])
    top = brush.snapped(float(marks.y[place]) - height / 2)
    rect = QRectF(stops[0], top, stops[3] - stops[0], brush.snapped(top + height) - top)
    share = _HOLLOW if style is not MarkStyle.SOLID else _LIGHT if light else 1.0
    dashed = style is MarkStyle.OUTLINE
    edged = dashed or (style is MarkStyle.SOLID and light and min(alphas) >= 1.0)
    fill = _faded(ink, stops, alphas, share)
    if brush.raster and rect.width() > _LONG * height:
        ends = (color(ink, share * alphas[0]), color(ink, share * alphas[3]))
        _long_body(brush, rect, fill, ends)
        if edged:
            _long_edge(brush.painter, rect, ink, dashed, (alphas[0], alphas[3]))
    else:
        _body(brush.painter, rect, fill, edged)
        if edged:
            _edge(brush.painter, rect, color(ink), dashed)
    if style is MarkStyle.STRUCK:
        line = QRectF(rect.left() - 2, rect.center().y() - _EDGE_PX / 2, rect.width() + 4, _EDGE_PX)
        brush.painter.fillRect(line, color(ink))


def _body(painter: QPainter, rect: QRectF, fill: QBrush, edged: bool) -> None:
    radius = min(rect.height() / 2, rect.width() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(_inset(rect) if edged else rect, radius, radius)


def _inset(rect: QRectF) -> QRectF:
    half = _EDGE_PX / 2
    return rect.adjusted(half, half, -half, -half)


def _edge(painter: QPainter, rect: QRectF, ink: QColor, dashed: bool) -> None:
    rect = _inset(rect)
    radius = min(rect.height() / 2, rect.width() / 2)
    pen = QPen(ink, _EDGE_PX)
    if dashed:
        pen.setDashPattern(list(_DASHES))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def _long_body(brush: Brush, rect: QRectF, fill: QBrush, ends: tuple[QColor, QColor]) -> None:
    """A round end, a plain rectangle, a round end; they meet on device pixels, so that no seam shows."""
    painter, half = brush.painter, rect.height() / 2
    inner = QRectF(rect)
    inner.setLeft(brush.snapped(rect.left() + half + 1))
    inner.setRight(brush.snapped(rect.right() - half - 1))
    painter.setPen(Qt.PenStyle.NoPen)
    for disc, ink, edge, first in zip(_discs(rect), ends, (inner.left(), inner.right()), (90, -90), strict=True):
        if ink.alpha():
            path = QPainterPath(QPointF(edge, rect.top() if first > 0 else rect.bottom()))
            path.arcTo(disc, first, 180)
            path.lineTo(edge, rect.bottom() if first > 0 else rect.top())
            painter.fillPath(path, ink)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(inner, fill)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _discs(rect: QRectF) -> tuple[QRectF, QRectF]:
    """The squares around the round ends."""
    height = rect.height()
    return (
        QRectF(rect.left(), rect.top(), height, height),
        QRectF(rect.right() - height, rect.top(), height, height),
    )


def _long_edge(painter: QPainter, rect: QRectF, ink: str, dashed: bool, alphas: tuple[float, float]) -> None:
    """An upper and a lower line, and an arc at each end that is certain."""
    half = rect.height() / 2
    lines = QBrush(_dash_tile(ink)) if dashed else QBrush(color(ink))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrushOrigin(rect.topLeft())
    for top in (rect.top(), rect.bottom() - 1):
        painter.fillRect(QRectF(rect.left() + half, top, rect.width() - 2 * half, 1), lines)
    painter.setBrushOrigin(0, 0)  # it moves gradients too
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    pen = QPen(color(ink), _EDGE_PX)
    if dashed:
        pen.setDashPattern(list(_DASHES))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for disc, alpha, first in zip(_discs(rect), alphas, (90, -90), strict=True):
        if alpha >= 1.0:
            painter.drawArc(_inset(disc), first * 16, 180 * 16)


@lru_cache(maxsize=64)
def _dash_tile(ink: str) -> QImage:
    """One dash and one gap."""
    dash, gap = (round(length * _EDGE_PX) for length in _DASHES)
    tile = QImage(dash + gap, 1, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.fillRect(0, 0, dash, 1, color(ink))
    painter.end()
    return tile


def _faded(ink: str, stops: list[float], alphas: list[float], share: float) -> QBrush:
    """A colour that fades as the stops say."""
    if min(alphas) >= 1.0 or stops[3] - stops[0] < 1.0:
        return QBrush(color(ink, share * max(alphas)))
    gradient = QLinearGradient(stops[0], 0, stops[3], 0)
    for stop, alpha in zip(stops, alphas, strict=True):
        gradient.setColorAt((stop - stops[0]) / (stops[3] - stops[0]), color(ink, share * alpha))
    return QBrush(gradient)


def _plain_bars(brush: Brush, places: NDArray[np.int64], strength: NDArray[np.float64]) -> None:
    """Rectangles by colour and strength; fades are told by a fainter colour at their ends."""
    marks, height = brush.scene.marks, brush.scene.metrics.bar * 0.8
    hollow = marks.style[places] != MarkStyle.SOLID
    levels = np.round(strength[places] * np.where(hollow | marks.light[places], 0.45, 1.0) * 20).astype(np.int64)
    keys = marks.group[places].astype(np.int64) * 32 + levels
    brush.painter.setPen(Qt.PenStyle.NoPen)
    for key in each_once(keys).tolist():
        chosen = places[keys == key]
        brush.painter.setBrush(color(brush.group_color(key // 32), (key % 32) / 20))
        left, right = marks.stops[chosen, 0], marks.stops[chosen, 3]
        brush.painter.drawRects(rectangles(left, marks.y[chosen] - height / 2, right - left, height))


def rectangles(
    x: NDArray[np.float64], y: NDArray[np.float64], width: NDArray[np.float64], height: float
) -> list[QRectF]:
    """Rectangles of arrays (M,)."""
    return [QRectF(*box, height) for box in zip(x.tolist(), y.tolist(), width.tolist(), strict=True)]
