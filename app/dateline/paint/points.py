"""Points: what happened on a day, or once in a longer span."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from dateline.model.group import Group
from dateline.paint.brush import GROUPS, Brush, color, mixed, opacities
from dateline.paint.shapes import shape_path
from dateline.paint.theme import Theme
from dateline.scene.columns import each_once
from dateline.scene.parts import MarkStyle

_HOLLOW: Final = 0.16  # the ground of what is planned or possible
_POINT_DASHES: Final = (1.7, 1.1)


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
    ratio = brush.device_ratio
    for key in each_once(keys).tolist():
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
