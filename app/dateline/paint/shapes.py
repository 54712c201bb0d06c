"""The outlines of the groups' points, and small icons of them for filters, cards and legends."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from dateline.model.group import Group
from dateline.paint.theme import Shape, Theme

# Corners on a circle of radius 1, chosen so that all shapes look equally large; angles in degrees, 0 is to the right.
_CORNERS: Final[dict[Shape, tuple[tuple[float, float], ...]]] = {
    Shape.SQUARE: ((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)),
    Shape.DIAMOND: ((0.0, -1.16), (1.16, 0.0), (0.0, 1.16), (-1.16, 0.0)),
    Shape.TRIANGLE: ((0.0, -1.08), (1.12, 0.88), (-1.12, 0.88)),
    Shape.TRIANGLE_DOWN: ((0.0, 1.08), (1.12, -0.88), (-1.12, -0.88)),
    Shape.HOUSE: ((0.0, -1.14), (1.02, -0.22), (1.02, 0.92), (-1.02, 0.92), (-1.02, -0.22)),
    Shape.PLUS: (
        (-0.38, -1.04),
        (0.38, -1.04),
        (0.38, -0.38),
        (1.04, -0.38),
        (1.04, 0.38),
        (0.38, 0.38),
        (0.38, 1.04),
        (-0.38, 1.04),
        (-0.38, 0.38),
        (-1.04, 0.38),
        (-1.04, -0.38),
        (-0.38, -0.38),
    ),
    Shape.STAR: tuple(
        (radius * math.sin(math.radians(angle)), -radius * math.cos(math.radians(angle)))
        for angle, radius in ((step * 36, 1.22 if step % 2 == 0 else 0.56) for step in range(10))
    ),
}


def shape_path(shape: Shape, size_px: float) -> QPainterPath:
    """The outline of a shape around the origin, about as large as a circle of that diameter."""
    path = QPainterPath()
    radius = size_px / 2
    if shape is Shape.CIRCLE:
        path.addEllipse(QPointF(0, 0), radius, radius)
        return path
    path.addPolygon(QPolygonF([QPointF(x * radius, y * radius) for x, y in _CORNERS[shape]]))
    path.closeSubpath()
    return path


def group_icon(group: Group, theme: Theme, size_px: float, device_ratio: float = 1.0) -> QImage:
    """The shape of a group in its colour, on a transparent square of `size_px` logical pixels."""
    side = math.ceil(size_px * device_ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(device_ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_group(painter, group, theme, QRectF(0, 0, size_px, size_px))
    painter.end()
    return image


def draw_group(painter: QPainter, group: Group, theme: Theme, rect: QRectF) -> None:
    """The shape of a group in its colour in the middle of a rectangle, for legends and lists."""
    painter.save()
    painter.translate(rect.center())
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(theme.group_color(group)))
    painter.drawPath(shape_path(theme.group_shape(group), min(rect.width(), rect.height()) * 0.8))
    painter.restore()
