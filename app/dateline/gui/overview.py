"""The overview: a histogram of all events over all time, the visible span as a window to drag and resize, matches as
ticks.

It is a plot, so pyqtgraph draws it; pyqtgraph takes longer to import than the whole window to open and is imported
after the first paint, by `load`. It must not know the canvas: spans come and go as seconds.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.bounds import Bounds
from dateline.model.events import Event
from dateline.session.changes import MANY_EVENTS, Changes
from dateline.session.session import Session
from dateline.session.slices import Slices, Steps

if TYPE_CHECKING:
    from dateline.gui.overviewplot import OverviewPlot

HEIGHT_PX: Final = 66
_FEW: Final = 20  # up to one changed event in so many is taken over by itself
_EVENTS_A_STEP: Final = 2_000  # some five milliseconds


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
        self._bounds = Bounds()
        self._slices = Slices(self)
        session.changed.connect(self._take_changes)
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
        if tuple(ids) != self._matches:
            self._matches = tuple(ids)
            self._show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, also before the plot is loaded."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._appearance.theme.panel))
        painter.setPen(Qt.PenStyle.NoPen)

    def _take_changes(self, changes: Changes) -> None:
        """Take over what changed; everything, where that is no less work."""
        all_anew = changes.everything or changes.sweeping or self._slices.is_busy
        if all_anew or len(changes.passing) * _FEW > len(self._bounds):
            self._refresh()
        elif self._plot is not None and changes.passing:
            gone, come = (_spans(events) for events in (changes.passing.gone, changes.passing.come))
            if sorted(gone) != sorted(come):
                self._bounds = self._bounds.after(gone, come)
                self._show()

    def _refresh(self, _what: object = None) -> None:
        if self._plot is not None:
            events = self._session.passing
            self._slices.do(self._taking(events), sliced=len(events) >= MANY_EVENTS)

    def _taking(self, events: Sequence[Event]) -> Steps:
        spans: list[tuple[int, int]] = []
        for at in range(0, len(events), _EVENTS_A_STEP):
            spans += _spans(events[at : at + _EVENTS_A_STEP])
            yield
        self._bounds = Bounds().after((), spans)
        self._show()

    def _show(self) -> None:
        if self._plot is not None:
            matches = filter(None, map(self._session.event, self._matches))
            self._plot.show_events(self._bounds, [start for start, _ in _spans(matches)])

    def _recolour(self, _theme: object) -> None:
        if self._plot is not None:
            self._plot.colour()
        self.update()


def _spans(events: Iterable[Event]) -> list[tuple[int, int]]:
    """First and last known bound of those events that are on the timeline, in seconds."""
    return [event.time.interval.sort_key for event in events if event.time is not None and event.on_timeline]
