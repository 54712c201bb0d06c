"""The ground of the side columns, painted before the panels that will stand there are loaded.

It knows how wide the columns were in the last run, and nothing of panels.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from dateline.gui.preferences import preferences

LEFT_PX: Final = 250
RIGHT_PX: Final = 410
BOTTOM_PX: Final = 310

_USUAL_WINDOW_PX: Final = QSize(1600, 1000)  # the window for which these sizes are meant
_LEAST_SHARE: Final = 0.7  # narrower or lower, a panel would hold nothing
_MOST_SHARE: Final = 1.25
_YIELDING: Final = 1.8  # at 720 px a list has just over half of the height it has at 1000

_AREAS: Final = {
    "left": (Qt.DockWidgetArea.LeftDockWidgetArea, LEFT_PX, Qt.Orientation.Horizontal),
    "right": (Qt.DockWidgetArea.RightDockWidgetArea, RIGHT_PX, Qt.Orientation.Horizontal),
    "bottom": (Qt.DockWidgetArea.BottomDockWidgetArea, BOTTOM_PX, Qt.Orientation.Vertical),
}
_CORNERS: Final = (
    (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
    (Qt.Corner.TopLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
    (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
    (Qt.Corner.TopRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
)


class Place(QWidget):
    """Empty ground of a wished size."""

    def __init__(self, size: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self._size = size
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def sizeHint(self) -> QSize:
        """The size of the last run."""
        return self._size


class Places:
    """A place at the left, at the right and under the timeline, until the panels take them."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        for corner, area in _CORNERS:  # the side columns reach from the toolbar to the status bar
            window.setCorner(corner, area)
        self._docks = [dock for name in _AREAS if (dock := self._dock(name)) is not None]

    def show(self, *, shown: bool) -> None:
        """Show the places, or leave the room to the start page."""
        for dock in self._docks:
            dock.setVisible(shown)

    def leave(self) -> None:
        """Give way to the panels."""
        for dock in self._docks:
            self._window.removeDockWidget(dock)
            dock.deleteLater()
        self._docks = []

    def _dock(self, name: str) -> QDockWidget | None:
        area, usual_px, orientation = _AREAS[name]
        yields = area is Qt.DockWidgetArea.BottomDockWidgetArea
        size_px = remembered_px(name, scaled_px(usual_px, orientation, self._window.size(), yields=yields))
        if size_px <= 0:
            return None
        dock = QDockWidget(self._window)
        dock.setObjectName(f"place-{name}")
        dock.setTitleBarWidget(QWidget(dock))
        dock.setWidget(Place(QSize(size_px, size_px), dock))
        self._window.addDockWidget(area, dock)
        self._window.resizeDocks([dock], [size_px], orientation)
        return dock


def scaled_px(usual_px: int, orientation: Qt.Orientation, window: QSize, *, yields: bool = False) -> int:
    """A panel's first width (horizontal) or height in a window of some size.

    What `yields` becomes smaller faster than the window does, so that the timeline above it stays readable.
    """
    if orientation is Qt.Orientation.Horizontal:
        share = window.width() / _USUAL_WINDOW_PX.width()
    else:
        share = window.height() / _USUAL_WINDOW_PX.height()
    share = max(_LEAST_SHARE, min(share, _MOST_SHARE))
    return round(usual_px * (share**_YIELDING if yields else share))


def remembered_px(name: str, usual_px: int) -> int:
    """How much room an area had in the last run; 0 where nothing was shown in it."""
    stored = str(preferences().value(f"places/{name}", usual_px))
    return int(stored) if stored.isdecimal() else usual_px


def remember_px(sizes_px: dict[Qt.DockWidgetArea, int]) -> None:
    """Keep for the next run how much room each area has."""
    for name, (area, _, _) in _AREAS.items():
        preferences().setValue(f"places/{name}", sizes_px.get(area, 0))
