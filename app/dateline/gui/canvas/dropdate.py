"""An undated event dragged onto the timeline: the calendar unit under the pointer is shown, and becomes its date.

The unit is as fine as the zoom lets a hand aim, so that a drop never claims more than was meant.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QDropEvent, QPainter

from dateline.gui.trayrows import dragged_ids
from dateline.model.dates import (
    DAY_SECONDS,
    HOUR_SECONDS,
    MINUTE_SECONDS,
    Interval,
    Precision,
    add_months,
    civil_instant,
    instant,
)
from dateline.model.events import EventTime
from dateline.model.wording import describe_time

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas

LEAST_PX: Final = 14.0  # a narrower unit cannot be aimed at
_YEAR_SECONDS: Final = 31_556_952
_UNITS: Final = (
    (Precision.MINUTE, MINUTE_SECONDS),
    (Precision.HOUR, HOUR_SECONDS),
    (Precision.DAY, DAY_SECONDS),
    (Precision.MONTH, _YEAR_SECONDS // 12),
    (Precision.YEAR, _YEAR_SECONDS),
    (Precision.DECADE, 10 * _YEAR_SECONDS),
)


def aimed_time(seconds: int, seconds_per_px: float) -> EventTime:
    """The calendar unit around an instant, the finest that is at least LEAST_PX wide.

    >>> aimed_time(0, 3600.0).edtf
    '1970-01-01'
    """
    precision = next((p for p, size in _UNITS if size / seconds_per_px >= LEAST_PX), Precision.CENTURY)
    year, month, day, hour, minute, _ = civil_instant(seconds)
    match precision:
        case Precision.MINUTE:
            start = instant(year, month, day, hour, minute)
            end = start + MINUTE_SECONDS
        case Precision.HOUR:
            start = instant(year, month, day, hour)
            end = start + HOUR_SECONDS
        case Precision.DAY:
            start = instant(year, month, day)
            end = start + DAY_SECONDS
        case Precision.MONTH:
            start, end = instant(year, month), instant(*add_months(year, month, 1))
        case _:
            years = {Precision.YEAR: 1, Precision.DECADE: 10}.get(precision, 100)
            first = year - year % years
            start, end = instant(first), instant(first + years)
    return EventTime(Interval.within(start, end), precision)


class DropDate:
    """What is dragged over one canvas."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        self._canvas = canvas
        self._time: EventTime | None = None

    def take(self, event: QDropEvent) -> bool:
        """Events are dragged here: show where they would fall. False where something else is dragged."""
        if not dragged_ids(event.mimeData()):
            return False
        scale = self._canvas.scale
        self._time = aimed_time(scale.to_seconds(event.position().x()), scale.view.seconds_per_px)
        event.acceptProposedAction()
        self._canvas.update()
        return True

    def drop(self, event: QDropEvent) -> bool:
        """Date the dragged events; False where something else was dropped."""
        if not self.take(event) or self._time is None:
            return False
        time = self._time
        self.leave()
        ids = [id_ for id_ in dragged_ids(event.mimeData()) if self._canvas.session.edit(id_, time=time)]
        self._canvas.session.select(ids)
        return True

    def leave(self) -> None:
        """Nothing is dragged here any more."""
        self._time = None
        self._canvas.update()

    def paint(self, painter: QPainter) -> None:
        """Draw the unit under the pointer, and its name."""
        if self._time is not None:
            paint_time(painter, self._canvas, self._time)


def paint_time(painter: QPainter, canvas: "TimelineCanvas", time: EventTime) -> None:
    """Draw a time that an event would get as a band over the timeline, and say it in words."""
    scale, theme, top, width = canvas.scale, canvas.theme, canvas.scene.metrics.axis, canvas.width()
    start, end = time.interval.sort_key
    left, right = max(scale.px(start), -1.0), min(scale.px(end), width + 1.0)
    fill = QColor(theme.accent)
    fill.setAlpha(60)
    painter.fillRect(QRectF(left, top, max(right - left, 2.0), canvas.height() - top), fill)
    words = describe_time(time, canvas.appearance.year_style)
    metrics = painter.fontMetrics()
    words_px = metrics.horizontalAdvance(words)
    at = QPointF(min(right + 8, width - words_px - 8), top + 2 * metrics.height())
    ground = QRectF(at.x() - 4, at.y() - metrics.ascent() - 2, words_px + 8, metrics.height() + 4)
    painter.fillRect(ground, QColor(theme.panel))
    painter.setPen(QColor(theme.text))
    painter.drawText(at, words)
