"""The sizes of a text are those of the font that paints it."""

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from dateline.paint.measure import FontMeasure
from dateline.scene.measure import TextStyle


def test_sizes_follow_the_font(qapp: QApplication) -> None:
    font = QFont(qapp.font())
    font.setPixelSize(13)
    small, large = FontMeasure(font), FontMeasure(font, 2.0)

    for style in TextStyle:
        assert large.line_height(style) > 1.7 * small.line_height(style)
        assert large.width("October 2014", style) > 1.7 * small.width("October 2014", style)
    assert small.width("October", TextStyle.TITLE_BOLD) > small.width("October", TextStyle.TITLE)
    assert small.line_height(TextStyle.SUBTITLE) < small.line_height(TextStyle.TITLE)


def test_widths_are_those_of_the_font_it_paints_with(qapp: QApplication) -> None:
    measure = FontMeasure(qapp.font())

    for style in TextStyle:
        painted = QFontMetricsF(measure.font(style)).horizontalAdvance("Wörter – 28")
        assert measure.width("Wörter – 28", style) == painted


def test_keys_tell_fonts_apart(qapp: QApplication) -> None:
    measure = FontMeasure(qapp.font())

    assert measure.key(TextStyle.TITLE) == FontMeasure(qapp.font()).key(TextStyle.TITLE)
    assert measure.key(TextStyle.TITLE) != measure.key(TextStyle.TITLE_BOLD)
