"""Bars, points, badges and strips: what stands for events."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from dateline.model.events import Group, ReviewState
from dateline.paint.brush import GROUPS, Brush, color, mixed
from dateline.paint.shapes import shape_path
from dateline.paint.theme import Theme
from dateline.scene.assembly import badge_text
from dateline.scene.columns import REVIEWS, Mask
from dateline.scene.measure import TextStyle
from dateline.scene.parts import MarkStyle

_FAINT: Final = 0.25  # what does not pass a filter that dims
_REJECTED_SHARE: Final = 0.4
_LIGHT: Final = 0.42  # a span in which something happened once
_HOLLOW: Final = 0.16  # the ground of what is planned or possible
_DASHES: Final = (2.6, 1.9)
_POINT_DASHES: Final = (1.7, 1.1)
_MANY: Final = 300  # beyond that bars are plain rectangles and points are stamped
_ACCEPTED: Final = REVIEWS.index(ReviewState.ACCEPTED)
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
    marks, painter = brush.scene.marks, brush.painter
    stops, alphas = marks.stops[place].tolist(), marks.alphas[place].tolist()
    y, height = float(marks.y[place]), brush.scene.metrics.bar
    ink = brush.group_color(int(marks.group[place]))
    style, light = MarkStyle(int(marks.style[place])), bool(marks.light[place])
    rect = QRectF(stops[0], y - height / 2, stops[3] - stops[0], height)
    share = _LIGHT if light else 1.0
    share = share if style is MarkStyle.SOLID else _HOLLOW
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faded(ink, stops, alphas, share))
    radius = min(height / 2, rect.width() / 2)
    hard = style is MarkStyle.SOLID and light and min(alphas) >= 1.0
    if style is MarkStyle.OUTLINE or hard:
        rect = rect.adjusted(0.75, 0.75, -0.75, -0.75)
        pen = QPen(_faded(ink, stops, alphas, 1.0), 1.5)
        if style is MarkStyle.OUTLINE:
            pen.setDashPattern(list(_DASHES))
        painter.setPen(pen)
    painter.drawRoundedRect(rect, radius, radius)
    if style is MarkStyle.STRUCK:
        painter.setPen(QPen(color(ink), 1.5))
        painter.drawLine(QLineF(rect.left() - 4, y, rect.right() + 4, y))


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
    if brush.raster and len(places) > _MANY:
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
    side = round((mark_px + 8) * ratio)
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
    """Many points from ready images, by group, style and strength."""
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
        for x, y in zip((marks.x[chosen] - half).tolist(), (marks.y[chosen] - half).tolist(), strict=True):
            painter.drawImage(QPointF(x, y), image)
    painter.setOpacity(1.0)


def paint_signs(brush: Brush) -> None:
    """What is told beside marks: accepted, matched by the search, backed by several documents, selected."""
    marks = brush.scene.marks
    many = len(marks) > _MANY * 4
    for place in _places(marks.review == _ACCEPTED) if not many else ():
        _tick(brush, place)
    for place in _places(marks.documents > 1) if not many else ():
        _number_of_documents(brush, place)
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


def paint_clusters(brush: Brush) -> None:
    """The badges with their numbers."""
    clusters, painter, theme = brush.scene.clusters, brush.painter, brush.theme
    height = brush.scene.metrics.line + 3.0
    rows = zip(
        clusters.x.tolist(),
        clusters.y.tolist(),
        clusters.width.tolist(),
        clusters.count.tolist(),
        clusters.group.tolist(),
        clusters.selected.tolist(),
        clusters.matched.tolist(),
        strict=True,
    )
    for x, y, width, count, group, selected, matched in rows:
        ink = brush.group_color(group)
        edge = theme.accent if selected else theme.match if matched else ink
        painter.setPen(QPen(color(edge), 2.5 if selected or matched else 1.4))
        painter.setBrush(color(mixed(ink, theme.canvas, 0.16)))
        painter.drawRoundedRect(QRectF(x - width / 2, y - height / 2, width, height), height / 2, height / 2)
        brush.centred(x, y, badge_text(count), TextStyle.BADGE, theme.text)


def paint_strips(brush: Brush) -> None:
    """Lanes of activity: a skyline, its height the logarithm of how many events go on."""
    scene = brush.scene
    most = max((int(strip.counts.max(initial=1)) for strip in scene.strips), default=1)
    for strip in scene.strips:
        share = np.log1p(strip.counts) / np.log1p(max(most, 1))
        heights = np.where(strip.counts > 0, np.maximum(share * strip.height, 2.0), 0.0)
        path = skyline(heights, strip.top + strip.height)
        brush.painter.fillPath(path, color(brush.group_color(strip.group), 0.75))


def skyline(heights: NDArray[np.float64], base: float) -> QPainterPath:
    """An outline over the columns of pixels, on a base line; corners only where the height changes."""
    edges = np.flatnonzero(np.diff(heights, prepend=0.0, append=0.0))
    left = np.concatenate([[0.0], heights])[edges]
    right = np.concatenate([heights, [0.0]])[edges]
    points = [
        QPointF(x, base - height)
        for x, before, after in zip(edges.tolist(), left.tolist(), right.tolist(), strict=True)
        for height in (before, after)
    ]
    path = QPainterPath()
    if points:
        path.addPolygon(QPolygonF([QPointF(points[0].x(), base), *points, QPointF(points[-1].x(), base)]))
    return path

