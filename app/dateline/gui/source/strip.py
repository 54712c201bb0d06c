"""The strip beside the scroll bar: where in the whole text the marks, the highlights and the matches lie.

It is handed fractions of the text's height and tells which fraction was clicked.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

WIDTH_PX: Final = 10
_TICK_PX: Final = 2.0
_REACH_PX: Final = 5  # a click this near to a tick means the tick


class Tick(NamedTuple):
    """One sign of the strip: how far down the text (0 to 1), its `#rrggbb`, and whether it fills the width."""

    fraction: float
    color: str
    wide: bool = False


class MarkStrip(QWidget):
    """A narrow column of ticks; `jumped` carries the fraction of the text that a person wants to see."""

    jumped = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: tuple[Tick, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Dates in the whole text: click to go there")
        self.setAccessibleName("Marks in the whole text")

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """What is shown, wide ones last, so that they lie on top."""
        return self._ticks

    def set_ticks(self, ticks: Iterable[Tick]) -> None:
        """Show these. Ticks that would fall on the same pixel are drawn once."""
        self._ticks = tuple(sorted(ticks, key=lambda tick: tick.wide))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it stays."""
        return QSize(WIDTH_PX, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One small bar for each tick."""
        painter = QPainter(self)
        drawn = set()
        for tick in self._ticks:
            y = round(self._y_of(tick.fraction))
            if (y, tick.color, tick.wide) not in drawn:
                drawn.add((y, tick.color, tick.wide))
                inset = 0.0 if tick.wide else 2.0
                painter.fillRect(QRectF(inset, y, WIDTH_PX - 2 * inset, _TICK_PX + tick.wide), QColor(tick.color))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the tick nearby, or just there."""
        y = event.position().y()
        near = min(self._ticks, key=lambda tick: abs(self._y_of(tick.fraction) - y), default=None)
        if near is not None and abs(self._y_of(near.fraction) - y) <= _REACH_PX:
            self.jumped.emit(near.fraction)
        else:
            self.jumped.emit(max(0.0, min(1.0, y / max(1, self.height()))))

    def _y_of(self, fraction: float) -> float:
        return fraction * max(0.0, self.height() - _TICK_PX - 1)
