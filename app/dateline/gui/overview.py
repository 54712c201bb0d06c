"""The overview: a histogram of all events over all time, the visible span as a window to drag and resize, matches as
ticks.

It is a plot, so pyqtgraph draws it; pyqtgraph takes longer to import than the whole window to open and is imported
after the first paint, by `load`. It must not know the canvas: spans come and go as seconds.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.model.events import Event
from dateline.session.session import Session

if TYPE_CHECKING:
    from dateline.gui.overviewplot import OverviewPlot

HEIGHT_PX: Final = 66


class Overview(QWidget):
    """Shows all events that pass; `span_chosen` carries (start, end) in seconds while the window in it is dragged."""

    span_chosen = Signal(object)
    span_dragged = Signal(bool)  # whether a drag has begun (True) or ended

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(44)
        self.setAccessibleName("Overview of all events")
        self.setToolTip("All events over all time; drag the window in it to move the timeline, its ends to zoom")
        self._session = session
        self._appearance = appearance
        self._plot: OverviewPlot | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 0, 8, 6)
        self._matches: tuple[str, ...] = ()
        session.changed.connect(self._refresh)
        session.filter_changed.connect(self._refresh)
        appearance.changed.connect(self._recolour)

    @property
    def plot(self) -> "OverviewPlot | None":
        """The plot, once it is loaded."""
        return self._plot

    def load(self) -> None:
        """Import pyqtgraph and show the plot; called after the first paint."""
        if self._plot is not None:
            return
        from dateline.gui.overviewplot import OverviewPlot  # noqa: PLC0415 - pyqtgraph costs 175 ms of a start of 95

        self._plot = OverviewPlot(self._appearance, self)
        self._plot.span_chosen.connect(self.span_chosen)
        self._plot.span_dragged.connect(self.span_dragged)
        self._column.addWidget(self._plot)
        self._refresh()

    def show_span(self, start_seconds: int, end_seconds: int) -> None:
        """Move the window to the span that the canvas shows."""
        if self._plot is not None:
            with QSignalBlocker(self._plot):
                self._plot.show_span(start_seconds, end_seconds)

    def show_matches(self, ids: Sequence[str]) -> None:
        """Mark the events that a search found."""
        self._matches = tuple(ids)
        self._refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, also before the plot is loaded."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._appearance.theme.panel))
        painter.setPen(Qt.PenStyle.NoPen)

    def _refresh(self, _what: object = None) -> None:
        if self._plot is None:
            return
        events = [event for event in self._session.passing if event.on_timeline]
        wanted = set(self._matches)
        self._plot.show_events([_span(e) for e in events], [_span(e)[0] for e in events if e.id in wanted])

    def _recolour(self, _theme: object) -> None:
        if self._plot is not None:
            self._plot.colour()
        self.update()


def _span(event: Event) -> tuple[int, int]:
    """First and last known bound of an event on the timeline, in seconds."""
    assert event.time is not None
    return event.time.interval.sort_key
