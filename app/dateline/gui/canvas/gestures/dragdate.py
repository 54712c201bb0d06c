"""Drag an event, or one end of it, to another date: only while "Edit dates" is on, and as one step that can be undone.

What is dragged snaps to calendar units as wide as a hand can aim at, as an event does that is dropped from the tray.
"""

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from dateline.gui.canvas.dropdate import aimed_time, paint_time
from dateline.gui.canvas.gestures.gesture import Gesture
from dateline.model.dates import Extent, Interval
from dateline.model.events import Event, EventTime
from dateline.scene.hits import mark_at

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas

REACH_PX: Final = 7.0  # to both sides of an end


class Part(Enum):
    """What of an event is dragged."""

    START = "start"
    END = "end"
    ALL = "all"


class Grip(NamedTuple):
    """An event with a time, and what of it is taken hold of."""

    event: Event
    part: Part


def grip_at(canvas: "TimelineCanvas", at: QPointF) -> Grip | None:
    """What a drag from a point would take hold of: a point as a whole, or an end of a bar; None between them."""
    scene, x = canvas.scene, at.x()
    index = mark_at(scene.marks, scene.metrics.mark / 2, x, at.y()) if canvas.edits_dates else None
    event = None if index is None else canvas.session.event(scene.columns.ids[index])
    if event is None or event.time is None:
        return None
    place = scene.marks.index.tolist().index(index)
    if abs(float(scene.marks.x[place]) - x) <= scene.metrics.mark:  # no number is near to none
        return Grip(event, Part.ALL)
    bounds = event.time.interval.earliest_start, event.time.interval.latest_end
    distances = [
        (abs(scene.scale.px(bound) - x), part)
        for bound, part in zip(bounds, (Part.START, Part.END), strict=True)
        if bound is not None
    ]
    distance, part = min(distances, key=lambda pair: pair[0])
    return Grip(event, part) if distance <= REACH_PX else None


def dragged(time: EventTime, part: Part, seconds: int, seconds_per_px: float) -> EventTime:
    """The time once a part of it was dragged to an instant, in a view of some scale. An end stays on its side of the
    other one, and the other one as soft or as open as it is.
    """
    aimed = aimed_time(seconds, seconds_per_px)
    if part is Part.ALL:
        return EventTime(aimed.interval, aimed.precision, zone=time.zone)
    interval = time.interval
    if part is Part.START:
        moved = _from(interval, _start(aimed, interval.latest_end, seconds_per_px))
    else:
        moved = _until(interval, _end(aimed, interval.earliest_start, seconds_per_px))
    return EventTime(moved, min(time.precision, aimed.precision, key=lambda one: one.rank), zone=time.zone)


def _start(aimed: EventTime, end: int | None, seconds_per_px: float) -> int:
    start = aimed.interval.sort_key[0]
    return start if end is None or start < end else aimed_time(end - 1, seconds_per_px).interval.sort_key[0]


def _end(aimed: EventTime, start: int | None, seconds_per_px: float) -> int:
    end = aimed.interval.sort_key[1]
    return end if start is None or start < end else aimed_time(start, seconds_per_px).interval.sort_key[1]


def _from(interval: Interval, start: int) -> Interval:
    if interval.extent is Extent.WITHIN:
        return Interval.within(start, interval.latest_end)
    soft = interval.earliest_end
    return Interval(start, start, soft if soft is None else max(soft, start), interval.latest_end, interval.extent)


def _until(interval: Interval, end: int) -> Interval:
    if interval.extent is Extent.WITHIN:
        return Interval.within(interval.earliest_start, end)
    soft = interval.latest_start
    return Interval(interval.earliest_start, soft if soft is None else min(soft, end), end, end, interval.extent)


class DragDate(Gesture):
    """Shows where the event would be, and puts it there when the button goes up."""

    def __init__(self, canvas: "TimelineCanvas", start: QPointF, grip: Grip) -> None:
        super().__init__(canvas, start)
        self._event, self._part = grip
        self._time: EventTime | None = None
        canvas.setCursor(Qt.CursorShape.SizeHorCursor)

    def move(self, at: QPointF) -> None:
        """Snap to the unit under the pointer."""
        assert self._event.time is not None
        scale = self.canvas.scale
        self._time = dragged(self._event.time, self._part, scale.to_seconds(at.x()), scale.view.seconds_per_px)
        self.canvas.update()

    def end(self, at: QPointF) -> None:
        """Date the event. The view stays: what was dragged lies where it was let go."""
        self.move(at)
        time = self._time
        self.cancel()
        if time is not None:
            self.canvas.sight.move_to(self.canvas.sight.viewport.view, smoothly=False)
            self.canvas.session.edit(self._event.id, time=time)
            self.canvas.session.select((self._event.id,))

    def cancel(self) -> None:
        """Leave it where it was."""
        self._time = None
        self.canvas.unsetCursor()
        self.canvas.update()

    def paint(self, painter: QPainter) -> None:
        """Draw the time it would have, in words too."""
        if self._time is not None:
            paint_time(painter, self.canvas, self._time)
