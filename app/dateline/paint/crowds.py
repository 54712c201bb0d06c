"""Badges of clusters and strips of activity: what stands for many events."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPen

from dateline.paint.brush import Brush, color, mixed
from dateline.scene.assembly import badge_text
from dateline.scene.measure import TextStyle
from dateline.scene.parts import ActivityStrip

_STRIP_ALPHA = 0.75


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
    strips = brush.scene.strips
    most = max((int(strip.counts.max(initial=1)) for strip in strips), default=1)
    for strip in strips:
        ink = brush.group_color(strip.group)
        heights = skyline(strip, most)
        if brush.raster:
            image = _image(heights, round(strip.height), color(ink, _STRIP_ALPHA).rgba())
            brush.painter.drawImage(QPointF(0, round(strip.top)), image)
        else:
            brush.painter.setPen(Qt.PenStyle.NoPen)
            brush.painter.setBrush(color(ink, _STRIP_ALPHA))
            brush.painter.drawRects(_runs(heights, strip.top + strip.height))


def skyline(strip: ActivityStrip, most: int) -> NDArray[np.float64]:
    """The height over each column of pixels, float64 (width,); `most` reaches to the top, one event is still seen."""
    share = np.log1p(strip.counts) / np.log1p(max(most, 1))
    return np.where(strip.counts > 0, np.maximum(share * strip.height, 2.0), 0.0)


def _image(heights: NDArray[np.float64], height: int, ink: int) -> QImage:
    """The skyline as one image, a pixel for a logical pixel."""
    rows = np.arange(height, 0, -1, dtype=np.float64)[:, None]
    pixels = np.where(rows <= np.round(heights)[None, :], np.uint32(ink), np.uint32(0))
    made = QImage(pixels.tobytes(), len(heights), height, len(heights) * 4, QImage.Format.Format_ARGB32)
    return made.copy()  # of its own, since the bytes go when this returns


def _runs(heights: NDArray[np.float64], base: float) -> list[QRectF]:
    """Rectangles over columns of equal height: what a vector file holds instead of an image."""
    edges = np.flatnonzero(np.diff(heights, prepend=np.nan, append=np.nan))
    starts, ends = edges[:-1].tolist(), edges[1:].tolist()
    return [
        QRectF(start, base - height, end - start, height)
        for start, end, height in zip(starts, ends, heights[edges[:-1]].tolist(), strict=True)
        if height > 0
    ]
