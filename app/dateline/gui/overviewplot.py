"""The plot of the overview, drawn by pyqtgraph. It knows spans in seconds and colours, and nothing of events or
sessions.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.bounds import Bounds

_BINS: Final = 120  # a bar of 8 px in a plot of 960: thinner ones are seen as noise
_MARGIN: Final = 0.02  # of the whole span, on either side
_LEAST_WINDOW_PX: Final = 10.0  # a narrower window could not be grasped
_TICK_PX: Final = 2.5
_LEAST_SPAN_SECONDS: Final = 60.0


class OverviewPlot(QWidget):
    """Histogram, window and ticks. x is float64 seconds relative to a local origin, so that a minute in the year 9000
    stays one.
    """

    span_chosen = Signal(object)  # (start, end) in seconds, int
    span_dragged = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._origin = 0
        self._range = (0.0, 1.0)
        self._span: tuple[int, int] | None = None
        self._dragging = False
        self._plot = pg.PlotWidget(self, enableMenu=False)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideAxis("left")
        self._plot.hideAxis("bottom")
        self._bars = pg.BarGraphItem(x=[], height=[], width=1.0)
        self._matches = pg.BarGraphItem(x=[], height=[], width=1.0)
        self._window = pg.LinearRegionItem(swapMode="block")
        for item in (self._bars, self._matches, self._window):
            self._plot.addItem(item)
        self._window.sigRegionChanged.connect(self._moved)
        self._window.sigRegionChangeFinished.connect(self._ended)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.colour()

    @property
    def region_seconds(self) -> tuple[int, int]:
        """Where the window stands, in seconds."""
        start, end = self._window.getRegion()
        return self._origin + round(start), self._origin + round(end)

    def show_events(self, bounds: Bounds, matches: Sequence[int]) -> None:
        """Draw the spans as a histogram, and ticks at the matches (seconds)."""
        self._origin = int(bounds.starts[0]) if len(bounds) else 0
        last = float(bounds.ends[-1] - self._origin) if len(bounds) else 1.0
        length = max(last, _LEAST_SPAN_SECONDS)
        self._range = (-_MARGIN * length, (1 + _MARGIN) * length)
        self._draw_bars(bounds)
        places = np.array([match - self._origin for match in matches], dtype=np.float64)
        tick = (self._range[1] - self._range[0]) * _TICK_PX / max(1, self.width())
        self._matches.setOpts(x=places, height=np.ones(len(places)), width=tick)
        self._plot.setXRange(*self._range, padding=0)
        self._plot.setYRange(0, 1, padding=0)
        with QSignalBlocker(self._window):  # new bounds push the window about; that is no wish of a person
            self._window.setBounds(self._range)
        if self._span is not None:
            self.show_span(*self._span)

    def show_span(self, start_seconds: int, end_seconds: int) -> None:
        """Put the window over a span; a span too short to be seen gets the least width that can be grasped."""
        self._span = (start_seconds, end_seconds)
        if self._dragging:
            return
        start, end = float(start_seconds - self._origin), float(end_seconds - self._origin)
        least = (self._range[1] - self._range[0]) * _LEAST_WINDOW_PX / max(1, self.width())
        if end - start < least:
            middle = (start + end) / 2
            start, end = middle - least / 2, middle + least / 2
        low, high = self._range
        inside = max(low, min(start, high - least)), min(high, max(end, low + least))
        with QSignalBlocker(self._window):
            self._window.setRegion(inside)

    def colour(self) -> None:
        """Take the colours of the theme."""
        theme = self._appearance.theme
        accent = QColor(theme.accent)
        self._plot.setBackground(QColor(theme.panel))
        bar = QColor(theme.accent)
        bar.setAlpha(150)
        self._bars.setOpts(brush=bar, pen=pg.mkPen(None))
        self._matches.setOpts(brush=QColor(theme.match), pen=pg.mkPen(None))
        fill = QColor(theme.accent)
        fill.setAlpha(24)
        hover = QColor(theme.accent)
        hover.setAlpha(44)
        self._window.setBrush(fill)
        self._window.setHoverBrush(hover)
        for line in self._window.lines:
            line.setPen(pg.mkPen(accent, width=2))
            line.setHoverPen(pg.mkPen(accent, width=5))

    def _draw_bars(self, bounds: Bounds) -> None:
        """How many events are in each bin, as a share of the fullest; one that lasts counts in each bin it touches."""
        edges = np.linspace(*self._range, _BINS + 1)
        counts = bounds.counts(edges, self._origin).astype(np.float64)
        heights = counts / max(1.0, counts.max()) * 0.86
        used = counts > 0
        width = edges[1] - edges[0]
        self._bars.setOpts(x=(edges[:-1] + width / 2)[used], height=heights[used], width=width * 0.86)

    def _moved(self) -> None:
        if not self._dragging:
            self._dragging = True
            self.span_dragged.emit(True)
        self.span_chosen.emit(self.region_seconds)

    def _ended(self) -> None:
        if self._dragging:
            self._dragging = False
            self.span_dragged.emit(False)
