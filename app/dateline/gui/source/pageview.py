"""One page of a document laid out for reading, and where its places are: code points of the document in, pixels and
words out.

It shows what it is handed; input and what is drawn around the words are `textview`'s. It must not know the session.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.source.pages import cut_pages, page_of
from dateline.gui.source.positions import Positions, shown
from dateline.gui.source.typography import LineStyle, Typography, is_bold, reading_font
from dateline.gui.style import set_role
from dateline.model.documents import Line, SourceDocument
from dateline.model.spans import Span

MARGIN_PX: Final = 24
_SCROLL_MS: Final = 140
_TOP_PX: Final = 4  # the line that is this far below the edge is the one on top


class PageView(QTextEdit):
    """A read-only page of a document; `page_changed` tells that another page, or another text, is shown."""

    page_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._source: SourceDocument | None = None
        self._pages: tuple[int, ...] = (0,)
        self._page = 0
        self._scale = 1.0
        self._highlights: tuple[Span, ...] = ()
        self._bold: tuple[Span, ...] = ()
        self._current: Span | None = None
        self.positions = Positions("")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_role(self, "page")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        both = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(both)
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.setDuration(_SCROLL_MS)

    # What is shown --------------------------------------------------------------------------------

    @property
    def source(self) -> SourceDocument | None:
        """The document whose text is shown."""
        return self._source

    @property
    def page(self) -> int:
        """The number of the page shown, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages the text has."""
        return len(self._pages)

    def show_document(self, document: SourceDocument | None) -> None:
        """Show a document from its beginning; nothing for None."""
        self._source = document
        self._highlights = self._bold = ()
        self._pages = cut_pages(document.lines, len(document.text)) if document else (0,)
        self.show_page(0)

    def show_page(self, number: int) -> None:
        """Show a page from its top."""
        self._page = max(0, min(number, len(self._pages) - 1))
        self._fill()
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit()

    @property
    def scale(self) -> float:
        """How large the text is against its usual size."""
        return self._scale

    @property
    def highlights(self) -> tuple[Span, ...]:
        """The places of the document that are highlighted, on this page or not."""
        return self._highlights

    def set_scale(self, scale: float) -> None:
        """Show the text larger or smaller, the same words staying on top."""
        self._scale = scale
        self.refresh()

    def refresh(self) -> None:
        """Take over theme and sizes anew, the same words staying on top."""
        top = self.top_offset()
        self._fill()
        self._bring_to_top(top)

    def set_highlights(
        self, excerpts: Iterable[Span], phrases: Iterable[Span] = (), current: Span | None = None
    ) -> None:
        """Highlight excerpts, `current` being the one that is looked at, and set phrases in bold; code points of the
        document.
        """
        self._embolden(False)
        self._current = current
        self._highlights, self._bold = tuple(excerpts), tuple(phrases)
        self._embolden(True)
        self.viewport().update()

    def highlighted(self) -> tuple[str, ...]:
        """The words that are highlighted, read back from what Qt shows (lines are told apart by LF)."""
        return tuple(self.words(span) for span in map(self.on_page, self._highlights) if span is not None)

    def emboldened(self) -> tuple[str, ...]:
        """The words that are bold as phrases, read back from the formats of what Qt shows."""
        found = []
        for span in filter(None, map(self.on_page, self._bold)):
            cursor = QTextCursor(self.document())
            cursor.setPosition(span.start + 1)
            if cursor.charFormat().fontWeight() >= QFont.Weight.Bold:
                found.append(self.words(span))
        return tuple(found)

    def words(self, span: Span) -> str:
        """The words between two QTextDocument positions, read back from what Qt shows."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n")

    def _fill(self) -> None:
        """Put the page's text into the document, each line in the style of its class."""
        source = self._source
        start = self._pages[self._page]
        end = self._pages[self._page + 1] if self._page + 1 < len(self._pages) else len(source.text) if source else 0
        text = source.text[start:end] if source else ""
        self.positions = Positions(text, start)
        font = reading_font(self.font(), self._scale)
        typography = Typography(self._appearance.theme, QFontMetricsF(font).lineSpacing())
        self.document().clear()
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(MARGIN_PX)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(typography.usual.block)
        cursor.insertText(shown(text), typography.usual.characters)
        if source:
            self._style_lines(cursor, typography, source.lines, Span(start, end))
        cursor.endEditBlock()
        self._embolden(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _style_lines(self, cursor: QTextCursor, typography: Typography, lines: Sequence[Line], page: Span) -> None:
        usual = typography.usual
        for line, following in _with_next(lines, page):
            style = typography.style(line, following)
            if style is not usual and style != usual:
                self._style_line(cursor, line, style)

    def _style_line(self, cursor: QTextCursor, line: Line, style: LineStyle) -> None:
        cursor.setPosition(self.positions.to_qt(line.start))
        cursor.setPosition(self.positions.to_qt(line.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.setBlockFormat(style.block)
        cursor.setCharFormat(style.characters)

    def _embolden(self, bold: bool) -> None:
        """Make the phrases bold, or as their line is."""
        for phrase in self._bold:
            if (span := self.on_page(phrase)) is None:
                continue
            line = self._source.line_at(phrase.start) if self._source else None
            weight = QTextCharFormat()
            weight.setFontWeight(QFont.Weight.Bold if bold or (line and is_bold(line)) else QFont.Weight.Normal)
            cursor = QTextCursor(self.document())
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(weight)

    def on_page(self, span: Span) -> Span | None:
        """A place of the document as QTextDocument positions; None where the page does not hold any of it."""
        start, end = self.positions.to_qt(span.start), self.positions.to_qt(span.end)
        return Span(start, end) if start < end else None

    # Places ---------------------------------------------------------------------------------------

    def top_offset(self) -> int:
        """The code point at the top of what is visible."""
        return self.positions.to_text(self.cursorForPosition(QPoint(MARGIN_PX, _TOP_PX)).position())

    def visible_span(self) -> Span:
        """From the first to the last visible code point, whole lines as they are laid out."""
        first = self.cursorForPosition(QPoint(0, 0))
        last = self.cursorForPosition(QPoint(self.viewport().width(), self.viewport().height()))
        return Span(self.positions.to_text(first.position()), self.positions.to_text(last.position()))

    def selected_span(self) -> Span | None:
        """What a person has selected, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(self.positions.to_text(cursor.selectionStart()), self.positions.to_text(cursor.selectionEnd()))

    def select_span(self, span: Span) -> None:
        """Select a place as a person would, and show it."""
        self.reveal(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.positions.to_qt(span.start))
        cursor.setPosition(self.positions.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def put_caret(self, offset: int) -> None:
        """Put the caret, from where keys and searches go on, at a code point."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.positions.to_qt(offset))
        self.setTextCursor(cursor)

    def caret_offset(self) -> int:
        """The code point at the caret."""
        return self.positions.to_text(self.textCursor().position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The excerpt that is looked at stays in sight, or else the words on top stay there."""
        seen, top, begins = self.visible_span(), self.top_offset(), self.verticalScrollBar().value() == 0
        is_first = event.oldSize().width() <= 0
        looked_at = self._current is not None and (is_first or seen.overlaps(self._current))
        super().resizeEvent(event)
        if self._current is not None and looked_at:
            self.reveal(self._current, at_once=True)
        elif begins:
            self.verticalScrollBar().setValue(0)
        elif event.oldSize().width() != event.size().width():
            self._bring_to_top(top)

    def reveal(self, span: Span, *, at_once: bool = False) -> None:
        """Turn to the page that holds a place, and scroll as little as shows it with some text around."""
        if not self.positions.start <= span.start < max(self.positions.end, 1):
            self.show_page(page_of(self._pages, span.start))
        top, bottom = (self._y_of(self.positions.to_qt(offset)) for offset in (span.start, span.end))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        line = QFontMetricsF(self.document().defaultFont()).lineSpacing()
        if bar.value() + line <= top and bottom + 2 * line <= bar.value() + height:
            return
        target = round(top - max(line, min(height / 3, height - (bottom - top) - 3 * line)))
        self._scroll_to(target, glide=not at_once)

    def fraction_of(self, offset: int) -> float:
        """How far down the whole text a code point lies, 0 to 1: by its line where all is one page, else by
        counting.
        """
        if len(self._pages) == 1:
            height = self.document().size().height()
            return min(1.0, self._y_of(self.positions.to_qt(offset)) / height) if height > 0 else 0.0
        return offset / max(1, len(self._source.text) if self._source else 1)

    def show_fraction(self, fraction: float) -> None:
        """Show the place that lies so far down the whole text, in the middle."""
        if len(self._pages) == 1:
            height = self.document().size().height()
            self._scroll_to(round(fraction * height - self.viewport().height() / 2))
        elif self._source:
            at = min(len(self._source.text) - 1, int(fraction * len(self._source.text)))
            self.reveal(Span(at, at + 1))

    def _y_of(self, position: int) -> float:
        """Pixels from the top of the page to the line of a document position."""
        block = self.document().findBlock(position)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - block.position())
        return top + (line.y() if line.isValid() else 0.0)

    def _bring_to_top(self, offset: int) -> None:
        self.verticalScrollBar().setValue(round(self._y_of(self.positions.to_qt(offset)) - _TOP_PX))

    def _scroll_to(self, value: int, *, glide: bool = True) -> None:
        bar = self.verticalScrollBar()
        self._glide.stop()
        if not (glide and self._appearance.animations and self.isVisible()):
            bar.setValue(value)
            return
        self._glide.setStartValue(bar.value())
        self._glide.setEndValue(max(bar.minimum(), min(bar.maximum(), value)))
        self._glide.start()


def _with_next(lines: Sequence[Line], page: Span) -> Iterator[tuple[Line, Line | None]]:
    """The lines of a page, each with the one after it. One that goes on beyond the page is cut by the converter of
    positions.
    """
    first = max(0, bisect_right(lines, page.start, key=lambda line: line.start) - 1)
    last = bisect_left(lines, page.end, key=lambda line: line.start)
    return zip_longest(lines[first:last], lines[first + 1 : last])
