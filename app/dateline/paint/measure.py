"""The fonts of a picture and the widths of texts in them: what the scene measures is what is painted."""

from typing import Final

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from dateline.scene.measure import TextStyle

_SIZES: Final = {
    TextStyle.TITLE: 1.0,
    TextStyle.TITLE_BOLD: 1.0,
    TextStyle.SUBTITLE: 0.87,
    TextStyle.LANE: 0.87,
    TextStyle.AXIS_MAJOR: 1.0,
    TextStyle.AXIS_MINOR: 0.9,
    TextStyle.BADGE: 0.8,
    TextStyle.NOTE: 0.7,
}
_BOLD: Final = frozenset({TextStyle.TITLE_BOLD, TextStyle.LANE, TextStyle.AXIS_MAJOR, TextStyle.BADGE, TextStyle.NOTE})
_MOST_WIDTHS: Final = 20_000


class FontMeasure:
    """A `Measure` over one font family in the sizes of the text styles; in logical pixels, widths remembered."""

    def __init__(self, font: QFont, scale: float = 1.0, hinting: bool = True) -> None:
        """`scale` enlarges all text; without `hinting` widths stay true at any enlargement of the painter."""
        base_px = QFontInfo(font).pixelSize() * scale
        self._fonts = {style: _styled(font, style, base_px, hinting) for style in TextStyle}
        self._metrics = {style: QFontMetricsF(styled) for style, styled in self._fonts.items()}
        self._keys = {style: styled.key() for style, styled in self._fonts.items()}
        self._widths: dict[tuple[str, TextStyle], float] = {}

    def width(self, text: str, style: TextStyle) -> float:
        """Advance width of a text on one line."""
        key = (text, style)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[key] = self._metrics[style].horizontalAdvance(text)
        return width

    def line_height(self, style: TextStyle) -> float:
        """Ascent and descent of a line."""
        return self._metrics[style].height()

    def ascent(self, style: TextStyle) -> float:
        """From the top of a line to its baseline."""
        return self._metrics[style].ascent()

    def font(self, style: TextStyle) -> QFont:
        """The font of a style."""
        return self._fonts[style]

    def key(self, style: TextStyle) -> str:
        """A text that is the same for the same font."""
        return self._keys[style]


def _styled(font: QFont, style: TextStyle, base_px: float, hinting: bool) -> QFont:
    styled = QFont(font)
    # Pixels, not points: the picture is in logical pixels whatever the device's resolution is.
    styled.setPixelSize(max(round(base_px * _SIZES[style]), 1))
    styled.setWeight(QFont.Weight.DemiBold if style in _BOLD else QFont.Weight.Normal)
    if not hinting:
        styled.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return styled
