"""How lines of a text look to a reader: font, spacing and tone by the class of a line. It knows nothing of dates or
events.
"""

from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from dateline.model.documents import Line, LineClass
from dateline.paint.theme import Theme

# The first that is there is used; the last two are on every Linux, the style hint does the rest elsewhere.
_SERIF_FAMILIES: Final = ("Source Serif 4", "Charter", "Georgia", "Noto Serif", "DejaVu Serif", "Serif")
_READING_SIZE: Final = 1.14  # against the font of the window: a text is read at length, a label is not
_LINE_HEIGHT_PERCENT: Final = 132
_LONG_LINE_CHARACTERS: Final = 90  # a longer line is a paragraph; shorter ones in a row are one that was broken by hand
_MUTED: Final = frozenset({LineClass.NAVIGATION, LineClass.CREDIT, LineClass.CITATION, LineClass.LEGAL})
_QUIET: Final = frozenset({LineClass.BYLINE, LineClass.CAPTION, LineClass.MAIL_HEADER, LineClass.QUOTED_MAIL})
_LARGE: Final = frozenset({LineClass.TITLE, LineClass.HEADING})


class LineStyle(NamedTuple):
    """The formats of one line."""

    block: QTextBlockFormat
    characters: QTextCharFormat


def is_bold(line: Line) -> bool:
    """Whether a line is set in bold."""
    return line.kind in _LARGE


def reading_font(window_font: QFont, scale: float) -> QFont:
    """The serif font a text is read in, `scale` times its usual size."""
    font = QFont(window_font)
    font.setFamilies(list(_SERIF_FAMILIES))
    font.setStyleHint(QFont.StyleHint.Serif)
    if window_font.pointSizeF() > 0:
        font.setPointSizeF(window_font.pointSizeF() * _READING_SIZE * scale)
    else:
        font.setPixelSize(round(window_font.pixelSize() * _READING_SIZE * scale))
    return font


class Typography:
    """The styles of lines for one theme and one text height in pixels."""

    def __init__(self, theme: Theme, line_height_px: float) -> None:
        self._theme = theme
        self._line_height_px = line_height_px
        self._known: dict[tuple[LineClass, bool], LineStyle] = {}

    def style(self, line: Line, following: Line | None) -> LineStyle:
        """The style of a line, given the one after it."""
        key = line.kind, self._closes_paragraph(line, following)
        if key not in self._known:
            self._known[key] = LineStyle(self._block(*key), self._characters(line.kind))
        return self._known[key]

    @property
    def usual(self) -> LineStyle:
        """The style of a paragraph of body text, which most lines have."""
        line = Line(0, _LONG_LINE_CHARACTERS, LineClass.BODY)
        return self.style(line, line)

    @staticmethod
    def _closes_paragraph(line: Line, following: Line | None) -> bool:
        if following is None or following.kind is LineClass.BLANK:
            return False
        return following.kind is not line.kind or line.end - line.start >= _LONG_LINE_CHARACTERS

    def _block(self, kind: LineClass, closes: bool) -> QTextBlockFormat:
        block = QTextBlockFormat()
        if kind is LineClass.BLANK:
            block.setLineHeight(self._line_height_px * 0.55, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            return block
        percent = _LINE_HEIGHT_PERCENT - 12 * (kind in _LARGE)
        block.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(self._line_height_px * 0.4 if closes else 0)
        return block

    def _characters(self, kind: LineClass) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setForeground(QColor(self._theme.muted if kind in _MUTED or kind in _QUIET else self._theme.text))
        if kind in _MUTED or kind in _QUIET:
            style.setProperty(QTextFormat.Property.FontSizeAdjustment, -1)
        if kind in _LARGE:
            style.setFontWeight(QFont.Weight.Bold)
        if kind is LineClass.TITLE:
            style.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
        if kind is LineClass.CAPTION:
            style.setFontItalic(True)
        return style
