"""What every part of the painter shares: the painter, the scene, the look, the fonts, and a few ways to use them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen, QStaticText, QTransform

from dateline.model.events import ReviewState
from dateline.model.group import Group
from dateline.paint.measure import FontMeasure
from dateline.paint.theme import Theme
from dateline.scene.columns import REVIEWS
from dateline.scene.drawn import Scene
from dateline.scene.measure import TextStyle
from dateline.scene.parts import MIXED_GROUP

GROUPS: Final = tuple(Group)
_FAINT: Final = 0.25  # what does not pass a filter that dims
_REJECTED_SHARE: Final = 0.4
_REJECTED: Final = REVIEWS.index(ReviewState.REJECTED)


@lru_cache(maxsize=256)
def color(name: str, alpha: float = 1.0) -> QColor:
    """A colour of the look, with an alpha from 0 to 1."""
    made = QColor(name)
    made.setAlphaF(alpha)
    return made


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, with that share of the first."""
    places = (1, 3, 5)
    channels = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in places)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in channels)


@lru_cache(maxsize=2048)
def _static(text: str, font_key: str) -> QStaticText:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    return made


@dataclass(frozen=True, slots=True, eq=False)
class Brush:
    """One painting of one scene."""

    painter: QPainter
    scene: Scene
    theme: Theme
    fonts: FontMeasure
    raster: bool
    device_ratio: float

    @classmethod
    def of(cls, painter: QPainter, scene: Scene, theme: Theme, fonts: FontMeasure) -> "Brush":
        """A brush that knows whether it draws pixels (and may use images) or writes a vector file."""
        raster = painter.paintEngine().type() == QPaintEngine.Type.Raster
        return cls(painter, scene, theme, fonts, raster, painter.deviceTransform().m11() or 1.0)

    def snapped(self, px: float) -> float:
        """The nearest edge of a device pixel, as far as the painter's origin lies on one; unchanged in vector files."""
        return round(px * self.device_ratio) / self.device_ratio if self.raster else px

    def group_color(self, code: int) -> str:
        """The colour of a group's code; the muted one for mixed groups."""
        return self.theme.muted if code == MIXED_GROUP else self.theme.group_color(GROUPS[code])

    def text(self, x: float, top: float, words: str, style: TextStyle, ink: str) -> None:
        """One line of text, its top left corner given."""
        self.painter.setFont(self.fonts.font(style))
        self.painter.setPen(color(ink))
        if self.raster:
            self.painter.drawStaticText(QPointF(x, top), _static(words, self.fonts.key(style)))
        else:
            self.painter.drawText(QPointF(x, top + self.fonts.ascent(style)), words)

    def centred(self, x: float, y: float, words: str, style: TextStyle, ink: str) -> None:
        """One line of text around a point."""
        width, height = self.fonts.width(words, style), self.fonts.line_height(style)
        self.text(x - width / 2, y - height / 2, words, style, ink)

    def upwards(self, x: float, y: float, words: str, style: TextStyle, ink: str, ground: str) -> None:
        """One line of text around a point, running upwards, on a patch of ground."""
        width, height = self.fonts.width(words, style), self.fonts.line_height(style)
        self.painter.save()
        self.painter.setTransform(QTransform().translate(x, y).rotate(-90), True)
        self.painter.fillRect(QRectF(-width / 2 - 6, -height / 2, width + 12, height), color(ground))
        self.text(-width / 2, -height / 2, words, style, ink)
        self.painter.restore()

    def line(self, ink: str, width: float = 1.0, dashes: tuple[float, ...] = ()) -> None:
        """The pen for lines from here on."""
        pen = QPen(color(ink), width)
        if dashes:
            pen.setDashPattern(list(dashes))
        self.painter.setPen(pen)


def opacities(brush: Brush) -> NDArray[np.float64]:
    """How strongly each mark is drawn, float64 (M,), 0 to 1."""
    marks = brush.scene.marks
    strength = np.where(marks.review == _REJECTED, _REJECTED_SHARE, 1.0)
    return np.where(marks.dimmed, _FAINT, strength)
