"""What a screen reader reads of the timeline: a list of the events in view, each with its title and date.

Qt asks through a factory, which is installed once. It must not know how anything is drawn.
"""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from dateline.model.wording import describe_time

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas

MOST_CHILDREN: Final = 200  # what a person would step through; the table reads all of them
_DESCRIPTION: Final = (
    "Arrow keys move from event to event, Enter shows the excerpt. The table below lists the same events."
)
# PySide6's types leave out that Qt takes "none" here.
_NO_CHILD: Final = cast(QAccessibleInterface, None)
_NO_OBJECT: Final = cast(QObject, None)


class EventItem(QAccessibleInterface):
    """One event in view."""

    def __init__(self, parent: "TimelineInterface", event_id: str) -> None:
        super().__init__()
        self._parent = parent
        self.event_id = event_id

    def isValid(self) -> bool:
        """Whether the event is still there."""
        return self._parent.canvas.session.event(self.event_id) is not None

    def object(self) -> QObject:
        """No object of its own."""
        return _NO_OBJECT

    def parent(self) -> QAccessibleInterface:
        """The timeline."""
        return self._parent

    def child(self, _index: int) -> QAccessibleInterface:
        """Nothing is in it."""
        return _NO_CHILD

    def childCount(self) -> int:
        """Nothing is in it."""
        return 0

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """Nothing is in it."""
        return _NO_CHILD

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Nothing is in it."""
        return -1

    def rect(self) -> QRect:
        """Where its mark is on the screen."""
        mark = self._parent.canvas.scene.mark_rect(self.event_id)
        if mark is None:
            return QRect()
        left, top, width, height = map(round, mark)
        corner = self._parent.canvas.mapToGlobal(QPoint(left, top))
        return QRect(corner.x(), corner.y(), width, height)

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """No state that a screen reader would need to be told; what is selected is in the name."""
        return QAccessible.State()

    def text(self, kind: QAccessible.Text) -> str:
        """Title and date; the first excerpt as description."""
        canvas = self._parent.canvas
        event = canvas.session.event(self.event_id)
        if event is None:
            return ""
        if kind is QAccessible.Text.Description:
            return event.excerpts[0].quote if event.excerpts else "A note without a source"
        if kind is not QAccessible.Text.Name:
            return ""
        time = "undated" if event.time is None else describe_time(event.time, canvas.appearance.year_style)
        selected = ", selected" if self.event_id in canvas.session.selection.ids else ""
        return f"{event.title}, {time}{selected}"

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """A screen reader changes nothing here."""


class TimelineInterface(QAccessibleWidget):
    """The timeline as a list."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas, QAccessible.Role.List, "Timeline")
        self.canvas = canvas
        self._items: dict[str, EventItem] = {}

    def ids(self) -> tuple[str, ...]:
        """The events in view, in the order of time."""
        return tuple(self.canvas.scene.visible_ids())[:MOST_CHILDREN]

    def childCount(self) -> int:
        """How many events are in view."""
        return len(self.ids())

    def child(self, index: int) -> QAccessibleInterface:
        """The event at a place."""
        ids = self.ids()
        if not 0 <= index < len(ids):
            return _NO_CHILD
        return self._items.setdefault(ids[index], EventItem(self, ids[index]))

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """The event at a point of the screen."""
        ids = self.ids()
        found = next((at for at, id_ in enumerate(ids) if EventItem(self, id_).rect().contains(x, y)), None)
        return _NO_CHILD if found is None else self.child(found)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of an event."""
        ids = self.ids()
        return ids.index(child.event_id) if isinstance(child, EventItem) and child.event_id in ids else -1

    def text(self, kind: QAccessible.Text) -> str:
        """What it is, and how many events are in view."""
        if kind is QAccessible.Text.Name:
            return f"Timeline, {self.childCount()} events in view"
        return _DESCRIPTION if kind is QAccessible.Text.Description else ""


class TimelineAccessibility(QObject):
    """Answers for the canvases of this process, and tells of new selections."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._interface: TimelineInterface | None = None
        QAccessible.installFactory(self._make)
        canvas.setAccessibleName("Timeline")
        canvas.setAccessibleDescription(_DESCRIPTION)
        canvas.session.selection_changed.connect(self._tell)

    def _make(self, _key: str, asked: QObject | None) -> QAccessibleInterface | None:
        if asked is not self._canvas:
            return None
        self._interface = TimelineInterface(self._canvas)  # kept: Qt holds it without counting Python's references
        return self._interface

    def _tell(self, _selection: object) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self._canvas, QAccessible.Event.NameChanged))
