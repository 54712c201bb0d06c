"""Bars, halos and points: what stands for single events."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen

from dateline.model.events import Group, ReviewState
from dateline.paint.brush import GROUPS, Brush, color, mixed
from dateline.paint.shapes import shape_path
from dateline.paint.theme import Theme
from dateline.scene.columns import REVIEWS
from dateline.scene.parts import MarkStyle

_FAINT: Final = 0.25  # what does not pass a filter that dims
_REJECTED_SHARE: Final = 0.4
_LIGHT: Final = 0.42  # a span in which something happened once
_HOLLOW: Final = 0.16  # the ground of what is planned or possible
_DASHES: Final = (2.6, 1.9)
_POINT_DASHES: Final = (1.7, 1.1)
_MANY: Final = 300  # beyond that bars are plain rectangles and points are stamped
_REJECTED: Final = REVIEWS.index(ReviewState.REJECTED)


def opacities(brush: Brush) -> NDArray[np.float64]:
    """How strongly each mark is drawn, float64 (M,), 0 to 1."""
    marks = brush.scene.marks
    strength = np.where(marks.review == _REJECTED, _REJECTED_SHARE, 1.0)
    return np.where(marks.dimmed, _FAINT, strength)


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
    y, height = float(marks.y[place]), brush.scene.metrics.bar
    ink = brush.group_color(int(marks.group[place]))
    style, light = MarkStyle(int(marks.style[place])), bool(marks.light[place])
    rect = QRectF(stops[0], round(y - height / 2), stops[3] - stops[0], height)
    share = _HOLLOW if style is not MarkStyle.SOLID else _LIGHT if light else 1.0
    outline = style is MarkStyle.OUTLINE or (style is MarkStyle.SOLID and light and min(alphas) >= 1.0)
    if brush.raster and not outline and rect.width() > 4 * height:
        _long_body(brush.painter, rect, _faded(ink, stops, alphas, share), color(ink, share * alphas[0]))
        _cap(brush.painter, rect, color(ink, share * alphas[3]), left=False)
    else:
        _body(brush.painter, rect, _faded(ink, stops, alphas, share), outline)
        if outline:
            _outline(brush.painter, rect, _faded(ink, stops, alphas, 1.0), dashed=style is MarkStyle.OUTLINE)
    if style is MarkStyle.STRUCK:
        brush.painter.setPen(QPen(color(ink), 1.5))
        brush.painter.drawLine(QLineF(rect.left() - 2, y, rect.right() + 2, y))


def _body(painter: QPainter, rect: QRectF, fill: QBrush, outline: bool) -> None:
    radius = min(rect.height() / 2, rect.width() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75) if outline else rect, radius, radius)


def _outline(painter: QPainter, rect: QRectF, fill: QBrush, dashed: bool) -> None:
    rect = rect.adjusted(0.75, 0.75, -0.75, -0.75)
    radius = min(rect.height() / 2, rect.width() / 2)
    pen = QPen(fill, 1.5)
    if dashed:
        pen.setDashPattern(list(_DASHES))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def _long_body(painter: QPainter, rect: QRectF, fill: QBrush, left_ink: QColor) -> None:
    """The body without its right end: a smooth outline of that length would cost ten times as much in pixels."""
    half = rect.height() / 2
    _cap(painter, rect, left_ink, left=True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(rect.adjusted(half, 0, -half, 0), fill)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _cap(painter: QPainter, rect: QRectF, ink: QColor, left: bool) -> None:
    """A half disc at one end of a bar."""
    if ink.alpha() == 0:
        return
    height = rect.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    corner = rect.left() if left else rect.right() - height
    painter.drawPie(QRectF(corner, rect.top(), height, height), (90 if left else -90) * 16, 180 * 16)


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
    for key in np.unique(keys).tolist():
        chosen = places[keys == key]
        brush.painter.setBrush(color(brush.group_color(key // 32), (key % 32) / 20))
        left, right = marks.stops[chosen, 0], marks.stops[chosen, 3]
        brush.painter.drawRects(rectangles(left, marks.y[chosen] - height / 2, right - left, height))


def rectangles(
    x: NDArray[np.float64], y: NDArray[np.float64], width: NDArray[np.float64], height: float
) -> list[QRectF]:
    """Rectangles of arrays (M,)."""
    return [QRectF(*box, height) for box in zip(x.tolist(), y.tolist(), width.tolist(), strict=True)]


def paint_points(brush: Brush) -> None:
    """All points."""
    marks, painter, mark_px = brush.scene.marks, brush.painter, brush.scene.metrics.mark
    places = np.flatnonzero(marks.has_point)
    if brush.raster:
        _stamped(brush, places)
        return
    strength = opacities(brush)
    for place in places.tolist():
        painter.setOpacity(float(strength[place]))
        painter.translate(float(marks.x[place]), float(marks.y[place]))
        draw_point(painter, int(marks.group[place]), MarkStyle(int(marks.style[place])), brush.theme, mark_px)
        painter.translate(-float(marks.x[place]), -float(marks.y[place]))
    painter.setOpacity(1.0)


def draw_point(painter: QPainter, group: int, style: MarkStyle, theme: Theme, mark_px: float) -> None:
    """One point around the origin."""
    member: Group = GROUPS[group]
    ink = theme.group_color(member)
    path = shape_path(theme.group_shape(member), mark_px - 2.0)
    if style is MarkStyle.SOLID:
        painter.strokePath(path, QPen(color(theme.canvas), 2.6, j=Qt.PenJoinStyle.RoundJoin))
        painter.fillPath(path, color(ink))
        return
    pen = QPen(color(ink), 1.7, j=Qt.PenJoinStyle.RoundJoin)
    if style is MarkStyle.OUTLINE:
        pen.setDashPattern(list(_POINT_DASHES))
    painter.fillPath(path, color(mixed(ink, theme.canvas, _HOLLOW)))
    painter.strokePath(path, pen)
    if style is MarkStyle.STRUCK:
        painter.setPen(QPen(color(ink), 1.7))
        painter.drawLine(QLineF(-mark_px * 0.75, 0, mark_px * 0.75, 0))


@lru_cache(maxsize=256)
def _stamp(group: int, style: MarkStyle, theme: Theme, mark_px: float, ratio: float) -> QImage:
    side = 2 * round((mark_px / 2 + 5) * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / ratio / 2, side / ratio / 2)
    draw_point(painter, group, style, theme, mark_px)
    painter.end()
    return image


def _stamped(brush: Brush, places: NDArray[np.int64]) -> None:
    """Points from ready images, by group, style and strength."""
    marks, painter, metrics = brush.scene.marks, brush.painter, brush.scene.metrics
    strength = np.round(opacities(brush)[places] * 20).astype(np.int64)
    keys = (marks.group[places].astype(np.int64) * 4 + marks.style[places]) * 32 + strength
    ratio = painter.device().devicePixelRatioF()
    for key in np.unique(keys).tolist():
        chosen = places[keys == key]
        group, style = divmod(key // 32, 4)
        image = _stamp(group, MarkStyle(style), brush.theme, metrics.mark, ratio)
        half = image.width() / ratio / 2
        painter.setOpacity((key % 32) / 20)
        # On whole device pixels: in between, the image would be resampled.
        x, y = (np.round((at[chosen] - half) * ratio) / ratio for at in (marks.x, marks.y))
        for left, top in zip(x.tolist(), y.tolist(), strict=True):
            painter.drawImage(QPointF(left, top), image)
    painter.setOpacity(1.0)
