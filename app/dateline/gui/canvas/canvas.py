"""The timeline on the screen: a plain widget whose paintEvent builds a scene and lets the one painter paint it.

It turns what the pointer and the keys do over to gestures and verbs; it must not know the panels. What other parts of
the window should do is told by signals.
"""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.canvas.accessible import TimelineAccessibility
from dateline.gui.canvas.clicks import Clicks
from dateline.gui.canvas.content import Arrangement
from dateline.gui.canvas.dropdate import DropDate
from dateline.gui.canvas.gestures.gesture import Gesture
from dateline.gui.canvas.gestures.pinch import Pinch
from dateline.gui.canvas.gestures.press import Press
from dateline.gui.canvas.gestures.range import SelectRange, ZoomToRange
from dateline.gui.canvas.gestures.wheel import Wheel
from dateline.gui.canvas.hover import Hover
from dateline.gui.canvas.keys import verb_of
from dateline.gui.canvas.memory import ViewMemory
from dateline.gui.canvas.sight import Sight
from dateline.gui.canvas.verbs import CanvasVerbs
from dateline.gui.canvas.wayback import WayBack
from dateline.paint.painting import paint_scene
from dateline.paint.theme import Theme
from dateline.scene.hits import HitKind
from dateline.scene.scale import TimeScale
from dateline.scene.scene import Scene
from dateline.session.session import Session

_LINE_PX = 30


class TimelineCanvas(QWidget):
    """One timeline. `sight` holds what is seen, `verbs` what keys and menus do."""

    view_changed = Signal()  # the view moved, or what is drawn is different
    filled = Signal()  # once, after events first stood on the screen
    arranged = Signal(object)  # Arrangement
    search_asked = Signal()
    keys_asked = Signal()
    edit_asked = Signal()
    merge_asked = Signal()
    escaped = Signal()  # Esc with nothing left to clear here
    menu_asked = Signal(object, object)  # global position, tuple of ids under it

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setFocusPolicy(Qt.FocusPolicy.WheelFocus)  # who zooms here also wants the keys to act here
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.session = session
        self.appearance = appearance
        self.sight = Sight(self)
        self.verbs = CanvasVerbs(self)
        self._clicks = Clicks(self)
        self._hover = Hover(self)
        self._wheel = Wheel(self)
        self._pinch = Pinch(self)
        self._drop = DropDate(self)
        self._gesture: Gesture | None = None
        self._is_empty = True
        self.edits_dates = False  # whether events can be dragged to other dates
        self._scroll_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._scroll_bar.valueChanged.connect(self.scroll_lanes_to)
        self._accessibility = TimelineAccessibility(self)
        self._memory = ViewMemory(self)
        self.way_back = WayBack(self)
        self._listen()
        self._start_anew()

    def _listen(self) -> None:
        self.session.changed.connect(self.sight.take_changes)
        self.session.filter_changed.connect(self.sight.take_content)
        self.session.project_opened.connect(self._start_anew)
        self.session.selection_changed.connect(self._selected)
        self.appearance.changed.connect(self.sight.take_looks)
        self.sight.viewport.changed.connect(self._moved)
        self.sight.viewport.settled.connect(self.view_changed)

    # --- what gestures, verbs and the window ask of it -------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        """The theme to paint in."""
        return self.appearance.theme

    @property
    def scene(self) -> Scene:
        """What is drawn now."""
        return self.sight.scene

    @property
    def scale(self) -> TimeScale:
        """Seconds to pixels, now."""
        return self.sight.scale

    def click(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Answer a click."""
        self._clicks.click(at, modifiers)

    def edit_dates(self, on: bool) -> None:
        """Let events be dragged to other dates, or no more."""
        self.edits_dates = on
        if on:
            self.session.message.emit("Drag an event or an end of it to another date. Esc lets it stay.")

    def rearrange(self, arrangement: Arrangement) -> None:
        """Arrange the timeline in another way."""
        self.sight.take_arrangement(arrangement)
        self.arranged.emit(arrangement)

    def show_matches(self, ids: Collection[str]) -> None:
        """Mark the events that a search found."""
        matches = frozenset(ids)
        if matches != self.sight.matches:
            self.sight.matches = matches
            self.refresh()

    def scroll_lanes_to(self, scroll_px: float) -> None:
        """Scroll the lanes so that this much of them is above the window."""
        if self.sight.scroll_to(scroll_px):
            self.refresh()

    def give_up_gesture(self) -> bool:
        """Forget what the pointer has begun; False where it has begun nothing."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def refresh(self) -> None:
        """What is drawn is different now: build the scene anew when it is next asked for."""
        self._moved()
        if not self.sight.viewport.moving:
            self.view_changed.emit()

    # --- Qt --------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """What the design's picture gives it."""
        return QSize(940, 560)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene, and what the gesture under way adds."""
        self._place_scroll_bar()
        with QPainter(self) as painter:  # ended even where a bug breaks off the picture: Qt would crash
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_scene(painter, self.scene, self.theme, self.sight.measure)
            if self._gesture is not None:
                self._gesture.paint(painter)
            self._drop.paint(painter)
        if self._is_empty and self.sight.content.drawn:
            self._is_empty = False
            QTimer.singleShot(0, self, self.filled.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in view that was fitted; keep the left edge otherwise."""
        super().resizeEvent(event)
        self.sight.take_size(self.width(), self.height())
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self._hover.leave()
        if event.button() is Qt.MouseButton.BackButton:
            self.verbs.back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.verbs.forward()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            control = modifiers & Qt.KeyboardModifier.ControlModifier
            self._gesture = SelectRange(self, event.position()) if control else ZoomToRange(self, event.position())
        else:
            self._gesture = Press(self, event.position(), modifiers)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or point at things."""
        if self._gesture is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._gesture.move(event.position())
        else:
            self._hover.point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if event.button() is Qt.MouseButton.LeftButton and self._gesture is not None:
            gesture, self._gesture = self._gesture, None
            gesture.end(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On an event: zoom to it. On empty space nothing happens: no accidental events."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._clicks.double_click(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, pan or scroll."""
        self._hover.leave()
        self._wheel.turn(event)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take events that are dragged here; files are the window's."""
        if not self._drop.take(event):
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would fall."""
        self._drop.take(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Not here after all."""
        self._drop.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Date what is dropped."""
        if not self._drop.drop(event):
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Pinches arrive here."""
        if event.type() in {QEvent.Type.NativeGesture, QEvent.Type.Gesture} and self._pinch.take(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for; Esc first gives up a gesture."""
        if event.key() == Qt.Key.Key_Escape and self.give_up_gesture():
            return
        verb = verb_of(event)
        if verb is None:
            super().keyPressEvent(event)
        else:
            self._hover.leave()
            getattr(self.verbs, verb)()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what lies there."""
        self._hover.leave()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.verbs.menu()
            return
        hit = self.sight.hit(QPointF(event.pos()))
        ids = hit.ids if hit.kind in {HitKind.EVENT, HitKind.CLUSTER} else ()
        self.menu_asked.emit(event.globalPos(), ids)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Point at things."""
        self._hover.point(event.position())
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._hover.leave()
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up a gesture when the window loses the keys."""
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self.give_up_gesture()
        super().focusOutEvent(event)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _moved(self) -> None:
        """One step of a move; those who follow the view are told at its end."""
        self.sight.scene_is_stale()
        self._hover.hide_card()
        self.update()

    def _start_anew(self) -> None:
        remembered = self._memory.recall()
        if remembered is None:
            self.sight.start_anew()
        else:
            self.sight.start_anew(remembered.arrangement, partial(remembered.show, self))
            self.arranged.emit(remembered.arrangement)

    def _selected(self, _selection: object) -> None:
        self.sight.scene_is_stale()
        self.verbs.reveal(self.session.selection.ids)
        self.refresh()

    def _place_scroll_bar(self) -> None:
        hidden = self.sight.most_scroll_px
        self._scroll_bar.setVisible(hidden > 0)
        if hidden > 0:
            width, top = self._scroll_bar.sizeHint().width(), round(self.scene.metrics.axis)
            self._scroll_bar.setGeometry(self.width() - width, top, width, self.height() - top)
            self._scroll_bar.blockSignals(True)
            self._scroll_bar.setRange(0, round(hidden))
            self._scroll_bar.setPageStep(self.height() - top)
            self._scroll_bar.setSingleStep(_LINE_PX)
            self._scroll_bar.setValue(round(self.sight.scroll_px))
            self._scroll_bar.blockSignals(False)
