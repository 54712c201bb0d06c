"""Badges of clusters and strips of activity: what stands for many events."""

from functools import lru_cache
from math import ceil
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from dateline.paint.brush import Brush, color, mixed
from dateline.scene.assembly import badge_text
from dateline.scene.measure import TextStyle
from dateline.scene.parts import ActivityStrip

_STRIP_ALPHA: Final = 0.75
_HOLLOW: Final = 0.16  # of the group's colour in a badge's ground
_THIN: Final = 1.4
_STRONG: Final = 2.5  # the edge of a badge with a selected or a found event


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
        look = _Badge(width, height, mixed(ink, theme.canvas, _HOLLOW), edge, _STRONG if selected or matched else _THIN)
        if brush.raster:
            left, top = brush.snapped(x - width / 2 - _STRONG), brush.snapped(y - height / 2 - _STRONG)
            painter.drawImage(QPointF(left, top), _stamp(look, brush.device_ratio))
        else:
            _draw_badge(painter, look, QRectF(x - width / 2, y - height / 2, width, height))
        brush.centred(x, y, badge_text(count), TextStyle.BADGE, theme.text)


class _Badge(NamedTuple):
    """The look of a badge: size, ground, edge and the edge's width."""

    width: float
    height: float
    ground: str
    edge: str
    edge_px: float


def _draw_badge(painter: QPainter, look: _Badge, rect: QRectF) -> None:
    painter.setPen(QPen(color(look.edge), look.edge_px))
    painter.setBrush(color(look.ground))
    painter.drawRoundedRect(rect, look.height / 2, look.height / 2)


@lru_cache(maxsize=256)
def _stamp(look: _Badge, ratio: float) -> QImage:
    """A badge with room for its edge around it."""
    width, height = look.width + 2 * _STRONG, look.height + 2 * _STRONG
    image = QImage(ceil(width * ratio), ceil(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_badge(painter, look, QRectF(_STRONG, _STRONG, look.width, look.height))
    painter.end()
    return image


def paint_strips(brush: Brush) -> None:
    """Lanes of activity: a skyline, its height the logarithm of how many events go on."""
    strips = brush.scene.strips
    most = max((int(strip.counts.max(initial=1)) for strip in strips), default=1)
    for strip in strips:
        ink = brush.group_color(strip.group)
        heights = skyline(strip, most)
        if brush.raster:
            _draw_image(brush.painter, heights, strip, color(ink, _STRIP_ALPHA).rgba())
        else:
            brush.painter.setPen(Qt.PenStyle.NoPen)
            brush.painter.setBrush(color(ink, _STRIP_ALPHA))
            brush.painter.drawRects(_runs(heights, strip.top + strip.height))


def skyline(strip: ActivityStrip, most: int) -> NDArray[np.float64]:
    """The height over each column of pixels, float64 (width,); `most` reaches to the top, one event is still seen."""
    share = np.log1p(strip.counts) / np.log1p(max(most, 1))
    return np.where(strip.counts > 0, np.maximum(share * strip.height, 2.0), 0.0)


def _draw_image(painter: QPainter, heights: NDArray[np.float64], strip: ActivityStrip, ink: int) -> None:
    """The skyline as one image with two colours, a pixel for a logical pixel."""
    height = round(strip.height)
    rows = np.arange(height, 0, -1, dtype=np.int16)[:, None]
    pixels = (rows <= np.round(heights).astype(np.int16)[None, :]).tobytes()
    image = QImage(pixels, len(heights), height, len(heights), QImage.Format.Format_Indexed8)
    image.setColorTable([0, ink])
    painter.drawImage(QPointF(0, round(strip.top)), image)  # while its bytes live: the image does not own them


def _runs(heights: NDArray[np.float64], base: float) -> list[QRectF]:
    """Rectangles over columns of equal height: what a vector file holds instead of an image."""
    edges = np.flatnonzero(np.diff(heights, prepend=np.nan, append=np.nan))
    starts, ends = edges[:-1].tolist(), edges[1:].tolist()
    return [
        QRectF(start, base - height, end - start, height)
        for start, end, height in zip(starts, ends, heights[edges[:-1]].tolist(), strict=True)
        if height > 0
    ]
