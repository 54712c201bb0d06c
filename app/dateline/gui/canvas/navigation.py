"""From event to event by keys: before and after in time, above and below on the canvas. Pure; it knows no widget."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from dateline.scene.columns import EventColumns


class Box(NamedTuple):
    """Where an event's mark is, in pixels of the canvas."""

    x: float
    y: float


def beside(columns: EventColumns, selected: Sequence[str], steps: int) -> str | None:
    """The event some steps later (or earlier, negative) than the last selected one, across lanes; None at the ends.

    Without a selection: the first event for steps forward, the last for steps back. Events are stepped through by
    where they are drawn, so that a step right never goes left.
    """
    if not len(columns):
        return None
    order: list[int] = columns.place.argsort(kind="stable").tolist()
    at = next((columns.index_of[id_] for id_ in reversed(selected) if id_ in columns.index_of), None)
    if at is None:
        return columns.ids[order[0 if steps > 0 else -1]]
    position = order.index(at) + steps
    return columns.ids[order[position]] if 0 <= position < len(order) else None


def first_and_last(columns: EventColumns) -> tuple[str, str] | None:
    """The events drawn first and last, or None where there is none."""
    if not len(columns):
        return None
    return columns.ids[int(columns.place.argmin())], columns.ids[int(columns.place.argmax())]


def above_or_below(boxes: Mapping[str, Box], current: str, direction: int) -> str | None:
    """The event in the nearest row above (-1) or below (1); in that row the one nearest in time. None where there is no
    row.
    """
    here = boxes.get(current)
    if here is None:
        return None
    beyond = {id_: box for id_, box in boxes.items() if (box.y - here.y) * direction > 1.0}
    if not beyond:
        return None
    row = min(abs(box.y - here.y) for box in beyond.values())
    return min(_in_row(beyond, here.y, row), key=lambda id_: abs(beyond[id_].x - here.x))


def _in_row(boxes: Mapping[str, Box], y: float, distance: float) -> Collection[str]:
    return [id_ for id_, box in boxes.items() if abs(abs(box.y - y) - distance) <= 1.0]
