"""The text of a document as one reads and touches it: underlines, highlights, signs in the margin, clicks, keys, text
size.

It tells what was asked for in code points and words of KEYS; what then happens is the panel's. It must not know the
session.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.source import drawing
from dateline.gui.source.marks import Mark, MarkIndex
from dateline.gui.source.pageview import MARGIN_PX, PageView
from dateline.gui.source.search import TextSearch
from dateline.model.spans import Span
from dateline.paint.shapes import draw_group

_POINTED_MS: Final = 1600
_WHEEL_NOTCH: Final = 120

# What the text does itself where the window has the same key for something else.
KEYS: Final = (
    ("Ctrl+Return", "make_event"),
    ("Ctrl+Enter", "make_event"),
    ("Ctrl+F", "find"),
    ("/", "find"),
    ("F3", "find_next"),
    ("Shift+F3", "find_previous"),
    ("N", "next_excerpt"),
    ("P", "previous_excerpt"),
    ("]", "next_phrase"),
    ("[", "previous_phrase"),
    ("Return", "select_here"),
    ("Enter", "select_here"),
    ("Ctrl++", "larger"),
    ("Ctrl+=", "larger"),
    ("Ctrl+-", "smaller"),
    ("Ctrl+0", "usual_size"),
    ("Ctrl+Alt+C", "copy_citation"),
    ("F2", "correct"),
)
_ASKED: Final = {QKeySequence(keys).toString(): asked for keys, asked in KEYS}


class SourceText(PageView):
    """A page of a document that can be read, clicked and searched.

    `phrase_clicked` carries a Mark and the global point of the click, `correction_asked` a Mark that was clicked while
    dates are edited; `asked` one of the words of KEYS.
    """

    phrase_clicked = Signal(object, object)
    correction_asked = Signal(object)
    asked = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._marks = MarkIndex()
        self._hovered: Mark | None = None
        self._pressed: QPoint | None = None
        self._pointed: Span | None = None
        self._search: TextSearch | None = None
        self._turned = 0
        self.tooltip_of = _reason
        self.edits_dates = False
        self.viewport().setMouseTracking(True)
        self._timer = QTimer(self, singleShot=True, interval=_POINTED_MS)
        self._timer.timeout.connect(self._stop_pointing)
        self.page_changed.connect(self._stop_pointing)

    @property
    def marks(self) -> MarkIndex:
        """The places that are underlined or signed."""
        return self._marks

    def set_marks(self, marks: MarkIndex) -> None:
        """The places to underline or to sign in the margin."""
        self._marks, self._hovered = marks, None
        self.viewport().update()

    def set_search(self, search: TextSearch | None) -> None:
        """The search whose matches are to be marked; None for none."""
        self._search = search
        self.viewport().update()

    def point_at(self, span: Span) -> None:
        """Show a place and frame it for a moment."""
        self.reveal(span)
        self._pointed = span
        self._timer.start()
        self.viewport().update()

    def pointed(self) -> str:
        """The words that are framed at the moment."""
        place = self.on_page(self._pointed) if self._pointed else None
        return self.words(place) if place else ""

    def _stop_pointing(self) -> None:
        self._pointed = self._hovered = None
        self.viewport().update()

    # What is drawn --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Highlights below the words, underlines and signs above them."""
        theme = self._appearance.theme
        below = QPainter(self.viewport())
        for span in self._highlights:
            if place := self.on_page(span):
                bar_px = drawing.BAR_PX if span == self._current else drawing.THIN_BAR_PX
                drawing.draw_highlight(below, self, place, theme.highlight, theme.highlight_bar, bar_px)
        for match in self._search.within(*self.visible_span()) if self._search else ():
            if place := self.on_page(match):
                drawing.draw_match(below, self, place, theme.match)
        below.end()
        super().paintEvent(event)
        above = QPainter(self.viewport())
        above.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks = self._marks.overlapping(*self.visible_span())
        drawing.draw_underlines(above, self, (self._underline(mark) for mark in marks if mark.is_phrase))
        for mark in marks:
            self._draw_sign(above, mark)
        if self._pointed and (place := self.on_page(self._pointed)):
            drawing.draw_frame(above, self, place, theme.accent)
        above.end()

    def _underline(self, mark: Mark) -> drawing.Underline:
        theme = self._appearance.theme
        color = QColor(theme.group_color(mark.group) if mark.group else theme.muted)
        start, end = self.positions.to_qt(mark.start), self.positions.to_qt(mark.end)
        thick = mark is self._hovered
        return drawing.Underline(start, end, color, dotted=not mark.events or not mark.passes, thick=thick)

    def _draw_sign(self, painter: QPainter, mark: Mark) -> None:
        area = self._sign_area(mark)
        if area is not None and mark.group is not None:
            painter.setOpacity(1.0 if mark.passes else 0.4)
            draw_group(painter, mark.group, self._appearance.theme, area)
            painter.setOpacity(1.0)

    def _sign_area(self, mark: Mark) -> QRectF | None:
        """Where the sign of an excerpt without a phrase stands; None for a phrase, or for what is not on this page."""
        if mark.is_phrase or not self.positions.start <= mark.start < self.positions.end:
            return None
        return drawing.sign_area(self, self.positions.to_qt(mark.start))

    # Pointer --------------------------------------------------------------------------------------

    def mark_at(self, point: QPointF) -> Mark | None:
        """The phrase at a point of the viewport, or the excerpt whose sign is there."""
        if point.x() < MARGIN_PX:
            marks = self._marks.overlapping(*self.visible_span())
            return next((mark for mark in marks if (area := self._sign_area(mark)) and area.contains(point)), None)
        at = point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return None
        offset = self.positions.to_text(position)
        # The position nearest to a point on a phrase's last letter may be the one behind that letter.
        touching = (*self._marks.phrases_at(offset), *self._marks.phrases_at(offset - 1))
        return next((mark for mark in touching if self._covers(mark, point)), None)

    def _covers(self, mark: Mark, point: QPointF) -> bool:
        start, end = self.positions.to_qt(mark.start), self.positions.to_qt(mark.end)
        lines = drawing.pieces(self, self.document().findBlock(start), start, end)
        return any(line.area.adjusted(0, -2, 0, 5).contains(point) for line in lines)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click (no drag) on a phrase of an event tells so."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        moved = (event.position().toPoint() - pressed).manhattanLength()
        if moved >= QApplication.startDragDistance() or self.textCursor().hasSelection():
            return
        mark = self.mark_at(event.position())
        if mark is not None and mark.is_phrase and self.edits_dates:
            self.correction_asked.emit(mark)
        elif mark is not None and mark.events:
            self.phrase_clicked.emit(mark, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        super().mouseMoveEvent(event)
        mark = self.mark_at(event.position()) if event.buttons() == Qt.MouseButton.NoButton else None
        if mark is not self._hovered:
            self._hovered = mark
            self.viewport().update()
        hand = mark is not None and (bool(mark.events) or (self.edits_dates and mark.is_phrase))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell over a phrase what it dates, or why it dates nothing."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self.mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.tooltip_of(mark) if mark else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the text size; at either end of a page the next one."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn_size(event.angleDelta().y())
            event.accept()
            return
        bar, turn = self.verticalScrollBar(), event.angleDelta().y()
        if turn < 0 and bar.value() == bar.maximum() and self.page + 1 < self.page_count:
            self.show_page(self.page + 1)
        elif turn > 0 and bar.value() == bar.minimum() and self.page > 0:
            self.show_page(self.page - 1)
            bar.setValue(bar.maximum())
        else:
            super().wheelEvent(event)

    def _turn_size(self, turn: int) -> None:
        """Small turns of a trackpad add up to one step."""
        self._turned += turn
        steps, self._turned = int(self._turned / _WHEEL_NOTCH), int(self._turned % _WHEEL_NOTCH if turn > 0 else 0)
        for _ in range(abs(steps)):
            self.asked.emit("larger" if steps > 0 else "smaller")

    # Keys -----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of this view before the window's shortcuts get them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _asked_by(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what is asked for; Tab leaves the text, everything else moves in it."""
        asked = _asked_by(event)
        if asked is not None:
            self.asked.emit(asked)
        else:
            super().keyPressEvent(event)

    def selected_or_at(self, point: QPointF | None) -> Span | None:
        """What is selected, or else the line of the text at a point of the viewport."""
        span = self.selected_span()
        if span is not None or point is None:
            return span
        cursor = QTextCursor(self.cursorForPosition(point.toPoint()))
        line = self.source.line_at(self.positions.to_text(cursor.position())) if self.source else None
        return line.span if line and line.start < line.end else None


def _asked_by(event: QKeyEvent) -> str | None:
    """What a key of this view asks for. The keypad's keys count as the others."""
    combination = event.keyCombination()
    plain = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _SHIFTED:
        plain &= ~Qt.KeyboardModifier.ShiftModifier
    return _ASKED.get(QKeySequence(plain.value | event.key()).toString())


_SHIFTED: Final = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Slash, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight})
"""Keys for which keyboards of some countries need Shift."""


def _reason(mark: Mark) -> str:
    return mark.reason
