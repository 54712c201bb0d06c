"""The docks around the timeline: made from VIEWS, with a quiet grip in place of a title bar, remembered between runs.

It must not know what the views show.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QToolButton, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.places import remember_px, scaled_px
from dateline.gui.preferences import preferences
from dateline.gui.style import derived_tokens
from dateline.gui.views import View
from dateline.session.session import Session

GRIP_PX: Final = 14
_DOTS: Final = 5
_LAYOUT_VERSION: Final = 1  # of the remembered layout; a change of VIEWS that spoils old layouts raises it


class Grip(QWidget):
    """The top edge of a panel: looks like its margin; the pointer brings out dots to drag it by and a close button."""

    def __init__(self, dock: QDockWidget, appearance: Appearance) -> None:
        super().__init__(dock)
        self._appearance = appearance
        self.setFixedHeight(GRIP_PX)
        self.setToolTip(f"{dock.windowTitle()}: drag to move, double-click to float")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.addStretch(1)
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setStyleSheet("QToolButton { padding: 0 3px; margin: 0; border-radius: 3px; }")
        self._close.setAccessibleName(f"Close the panel {dock.windowTitle()}")
        self._close.setToolTip("Close this panel (View → Panels opens it again)")
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.setFixedHeight(GRIP_PX)
        self._close.clicked.connect(dock.close)
        self._close.hide()
        row.addWidget(self._close)

    def minimumSizeHint(self) -> QSize:
        """As low as a margin."""
        return QSize(20, GRIP_PX)

    sizeHint = minimumSizeHint

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done here."""
        self._close.show()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._close.hide()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the panel's colour, and the dots under the pointer."""
        painter = QPainter(self)
        tokens = derived_tokens(self._appearance.theme)
        painter.fillRect(self.rect(), QColor(tokens["panel"]))
        if not self.underMouse():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens["muted"]))
        middle = self.rect().center()
        for index in range(_DOTS):
            painter.drawEllipse(middle.x() + (index - _DOTS // 2) * 6, middle.y(), 3, 3)


class Docks:
    """All docks of a window."""

    def __init__(self, window: QMainWindow, views: Sequence[View], session: Session, appearance: Appearance) -> None:
        self._window = window
        self._views = {view.name: view for view in views}
        self.docks = {view.name: self._dock(view, session, appearance) for view in views}
        self._arrange()
        self._initial_state = window.saveState(_LAYOUT_VERSION)
        self._covered: list[str] | None = None
        self._filled: QByteArray | None = None  # the layout before one dock took all the height

    def panel(self, name: str) -> QWidget:
        """The view inside a dock."""
        widget = self.docks[name].widget()
        assert widget is not None
        return widget

    def restore(self) -> None:
        """The layout of the last run, where there was one."""
        stored = preferences().value("docks")
        if isinstance(stored, QByteArray):
            self._window.restoreState(stored, _LAYOUT_VERSION)

    def remember(self) -> None:
        """Keep the layout for the next run."""
        self.uncover()
        preferences().setValue("docks", self._window.saveState(_LAYOUT_VERSION))
        remember_px(self._room_px())

    def _room_px(self) -> dict[Qt.DockWidgetArea, int]:
        """The width of each side column, and the height of what stands under the timeline."""
        room: dict[Qt.DockWidgetArea, int] = {}
        for dock in self.docks.values():
            if dock.isHidden() or dock.isFloating():
                continue
            area = self._window.dockWidgetArea(dock)
            if area is Qt.DockWidgetArea.BottomDockWidgetArea:
                room[area] = room.get(area, 0) + dock.height()
            else:
                room[area] = max(room.get(area, 0), dock.width())
        return room

    def reset(self) -> None:
        """The layout a new window has."""
        self._window.restoreState(self._initial_state, _LAYOUT_VERSION)
        self._arrange()

    def cover(self) -> None:
        """Hide all docks, as long as the start page fills the window."""
        if self._covered is None:
            self._covered = [name for name, dock in self.docks.items() if not dock.isHidden()]
            for dock in self.docks.values():
                dock.hide()

    def uncover(self) -> None:
        """Show again what `cover` hid."""
        if self._covered is not None:
            for name in self._covered:
                self.docks[name].show()
            self._covered = None

    def fill_with(self, name: str) -> None:
        """Give one dock all the height that others can spare, or, where it has it already, put everything back."""
        dock = self.docks[name]
        if self._filled is not None:
            self._window.restoreState(self._filled, _LAYOUT_VERSION)
            self._filled = None
            return
        self._filled = self._window.saveState(_LAYOUT_VERSION)
        dock.show()
        self._window.resizeDocks([dock], [self._window.height()], Qt.Orientation.Vertical)
        self.panel(name).setFocus()

    def _dock(self, view: View, session: Session, appearance: Appearance) -> QDockWidget:
        dock = QDockWidget(view.title, self._window)
        dock.setObjectName(f"dock-{view.name}")
        panel = view.make(session, appearance, dock)
        panel.setObjectName(panel.objectName() or view.name)
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # the stylesheet's ground, whatever class it is
        dock.setWidget(panel)
        dock.setTitleBarWidget(Grip(dock, appearance))
        self._window.addDockWidget(view.area, dock)
        dock.setVisible(view.shown)
        return dock

    def _arrange(self) -> None:
        """Stack the docks of an area and give them their first sizes."""
        previous: dict[Qt.DockWidgetArea, QDockWidget] = {}
        for name, view in self._views.items():
            dock = self.docks[name]
            if view.area in previous and view.area is not Qt.DockWidgetArea.LeftDockWidgetArea:
                self._window.splitDockWidget(previous[view.area], dock, Qt.Orientation.Vertical)
            previous[view.area] = dock
        self.set_first_sizes()

    def set_first_sizes(self) -> None:
        """Ask for the widths and heights of VIEWS, for a window of this size."""
        wide = {name: view.width_px for name, view in self._views.items() if view.width_px}
        high = {name: view.height_px for name, view in self._views.items() if view.height_px}
        self._resize(wide, Qt.Orientation.Horizontal)
        self._resize(high, Qt.Orientation.Vertical)

    def _resize(self, usual_px: dict[str, int], orientation: Qt.Orientation) -> None:
        below = {name for name, view in self._views.items() if view.area is Qt.DockWidgetArea.BottomDockWidgetArea}
        window = self._window.size()
        sizes = [scaled_px(size, orientation, window, yields=name in below) for name, size in usual_px.items()]
        self._window.resizeDocks([self.docks[name] for name in usual_px], sizes, orientation)
