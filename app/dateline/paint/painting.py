"""`paint_scene`: the only code that draws a timeline. Screen, PNG, SVG, PDF and paper all come through here."""

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from dateline.paint.bars import paint_bars
from dateline.paint.brush import Brush, color
from dateline.paint.crowds import paint_clusters, paint_strips
from dateline.paint.measure import FontMeasure
from dateline.paint.points import paint_points
from dateline.paint.signs import paint_signs
from dateline.paint.theme import Theme
from dateline.scene.drawn import Scene
from dateline.scene.measure import TextStyle
from dateline.scene.parts import FoldBand, Label

_TOOTH_PX: Final = 6.0
_TOOTH_DEPTH_PX: Final = 3.0
_HEADER_INSET_PX: Final = 10.0
_LABEL_GROUND: Final = 0.82  # alpha of the ground behind labels: lines behind them stay guessable and never strike them


def paint_scene(
    painter: QPainter, scene: Scene, theme: Theme, fonts: FontMeasure | None = None, background: bool = True
) -> None:
    """Draws a scene at the painter's origin, in logical pixels.

    `fonts` is the measure the scene was built with; without one it is taken from the painter's font. Without
    `background` the ground stays as it is.
    """
    brush = Brush.of(painter, scene, theme, fonts or FontMeasure(painter.font()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    if background:
        painter.fillRect(QRectF(0, 0, scene.size.width_px, scene.size.height_px), color(theme.canvas))
    _paint_lanes(brush)
    _paint_axis(brush)
    _paint_names(brush)
    painter.restore()


def _paint_lanes(brush: Brush) -> None:
    """Everything between the axis and the documents' names, clipped to that."""
    scene, painter = brush.scene, brush.painter
    painter.save()
    painter.setClipRect(QRectF(0, scene.metrics.axis, scene.size.width_px, scene.lanes_height_px))
    _paint_grid(brush)
    _paint_separators(brush)
    _paint_publications(brush)
    for band in scene.folds:
        _paint_tear(brush, band, scene.metrics.axis, scene.size.height_px)
    paint_strips(brush)
    paint_bars(brush)
    paint_points(brush)
    paint_clusters(brush)
    paint_signs(brush)
    _paint_fold_words(brush)
    for label in scene.labels:
        _paint_label(brush, label)
    _paint_headers(brush)
    _paint_focus(brush)
    painter.restore()


def _paint_grid(brush: Brush) -> None:
    scene = brush.scene
    top, bottom = scene.metrics.axis, scene.size.height_px - scene.metrics.footer
    brush.line(brush.theme.line)
    lines = [_upright(tick.x_px, top, bottom) for tick in (*scene.minor, *scene.major) if tick.in_view]
    brush.painter.drawLines(lines)


def _upright(x: float, top: float, bottom: float) -> QLineF:
    at = round(x) + 0.5  # on the middle of a pixel, so that a thin line is thin
    return QLineF(at, top, at, bottom)


def _paint_separators(brush: Brush) -> None:
    scene = brush.scene
    brush.line(brush.theme.line, 1.0, (4.0, 3.0))
    for lane in scene.lanes[:-1]:
        y = round(lane.bottom) + 0.5
        brush.painter.drawLine(QLineF(0, y, scene.size.width_px, y))


def _paint_publications(brush: Brush) -> None:
    scene = brush.scene
    brush.line(brush.theme.publication, 1.4)
    top, bottom = scene.lines_top_px, scene.size.height_px
    brush.painter.drawLines([_upright(line.x, top, bottom) for line in scene.publications])


def _paint_tear(brush: Brush, band: FoldBand, top: float, bottom: float) -> None:
    """A torn band: its ground, and a zigzag at both sides."""
    left, right = _zigzag(band.left, top, bottom), _zigzag(band.right, top, bottom)
    painter = brush.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(brush.theme.fold))
    painter.drawPolygon(QPolygonF([*left, *reversed(right)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(brush.theme.fold_edge), 1.1, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF(left))
    painter.drawPolyline(QPolygonF(right))


def _zigzag(x: float, top: float, bottom: float) -> list[QPointF]:
    """Teeth on a grid that is fixed in the picture, so that the parts of one tear meet."""
    first = int(top // _TOOTH_PX)
    last = int(bottom // _TOOTH_PX) + 1
    return [
        QPointF(x + (_TOOTH_DEPTH_PX / 2 if number % 2 else -_TOOTH_DEPTH_PX / 2), number * _TOOTH_PX)
        for number in range(first, last + 1)
    ]


def _paint_fold_words(brush: Brush) -> None:
    theme = brush.theme
    for band in brush.scene.folds:
        if band.text:
            x = (band.left + band.right) / 2
            brush.upwards(x, band.text_y, band.text, TextStyle.SUBTITLE, theme.muted, theme.fold)


def _paint_label(brush: Brush, label: Label) -> None:
    theme, fonts = brush.theme, brush.fonts
    titles = [words for words in (label.title, label.rest) if words]
    lines = [*((words, label.style) for words in titles), (label.subtitle, TextStyle.SUBTITLE)]
    width = max(fonts.width(words, style) for words, style in lines)
    left = label.x + label.indent(width)
    under = brush.scene.publications if brush.scene.lines_top_px < label.y + label.height else ()
    if any(left - 2 < line.x < left + width + 2 for line in under):
        ground = QRectF(left - 2, label.y, width + 4, label.height)
        brush.painter.fillRect(ground, color(theme.canvas, _LABEL_GROUND))
    ink = theme.muted if label.muted else theme.text
    for place, words in enumerate(titles):
        _paint_title(brush, label, label.y + place * fonts.line_height(TextStyle.TITLE), words, ink)
    if label.subtitle:
        top = label.y + fonts.line_height(TextStyle.TITLE)
        _paint_line(brush, label, top, label.subtitle, TextStyle.SUBTITLE, theme.muted)


def _paint_title(brush: Brush, label: Label, top: float, words: str, ink: str) -> None:
    """One line of a title, struck through where the event is rejected."""
    _paint_line(brush, label, top, words, label.style, ink)
    if label.struck:
        left, width = _line_place(brush, label, words, label.style)
        y = top + brush.fonts.line_height(label.style) / 2 + 0.5
        brush.line(ink, 1.0)
        brush.painter.drawLine(QLineF(left, y, left + width, y))


def _paint_line(brush: Brush, label: Label, top: float, words: str, style: TextStyle, ink: str) -> None:
    left, _ = _line_place(brush, label, words, style)
    brush.text(left, top, words, style, ink)


def _line_place(brush: Brush, label: Label, words: str, style: TextStyle) -> tuple[float, float]:
    """Where a line of a label begins, and its width: flush with the mark's side."""
    width = brush.fonts.width(words, style)
    return label.x + label.indent(width), width


def _paint_headers(brush: Brush) -> None:
    scene = brush.scene
    height = brush.fonts.line_height(TextStyle.LANE)
    for lane in scene.lanes:
        if lane.name:
            top = lane.top + (scene.metrics.header - height) / 2 + 1
            sign = "▸ " if lane.collapsed else ""
            words = f"{sign}{lane.name} ({lane.events})" if lane.collapsed else lane.name
            width = brush.fonts.width(words, TextStyle.LANE)
            ground = QRectF(_HEADER_INSET_PX - 4, top, width + 8, height)
            brush.painter.fillRect(ground, color(brush.theme.canvas, _LABEL_GROUND))
            brush.text(_HEADER_INSET_PX, top, words, TextStyle.LANE, brush.theme.muted)


def _paint_focus(brush: Brush) -> None:
    """Thin frames around the event that has the keyboard's focus and the one under the pointer."""
    scene, painter = brush.scene, brush.painter
    for event_id, ink, away in (
        (scene.options.hover, brush.theme.muted, 3.0),
        (scene.options.focus, brush.theme.accent, 6.5),
    ):
        rect = scene.mark_rect(event_id) if event_id is not None else None
        if rect is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(ink), 1.2))
            painter.drawRoundedRect(QRectF(*rect).adjusted(-away, -away, away, away), 6, 6)


def _paint_axis(brush: Brush) -> None:
    scene, theme, fonts = brush.scene, brush.theme, brush.fonts
    height = scene.metrics.axis
    pad = (height - fonts.line_height(TextStyle.AXIS_MAJOR) - fonts.line_height(TextStyle.AXIS_MINOR)) / 3
    lower = height - pad - fonts.line_height(TextStyle.AXIS_MINOR)
    for tick in scene.major:
        if tick.text:
            brush.text(tick.text_px, pad, tick.text, TextStyle.AXIS_MAJOR, theme.text)
    for tick in scene.minor:
        if tick.text:
            brush.text(tick.text_px, lower, tick.text, TextStyle.AXIS_MINOR, theme.muted)
    brush.line(theme.axis)
    minor = [_upright(tick.x_px, lower + 3, height) for tick in scene.minor if tick.in_view]
    brush.painter.drawLines([*minor, *(_upright(tick.x_px, lower + 3, height) for tick in scene.major if tick.in_view)])
    brush.line(theme.axis, 1.2)
    brush.painter.drawLine(QLineF(0, height - 0.5, scene.size.width_px, height - 0.5))
    for band in scene.folds:
        brush.painter.save()
        brush.painter.setClipRect(QRectF(0, 0, scene.size.width_px, height))
        _paint_tear(brush, band, 0.0, height)
        brush.painter.restore()


def _paint_names(brush: Brush) -> None:
    """The documents' names below the lanes."""
    scene, theme = brush.scene, brush.theme
    top = scene.size.height_px - scene.metrics.footer
    lift = (scene.metrics.footer - brush.fonts.line_height(TextStyle.SUBTITLE)) / 2
    for line in scene.publications:
        if line.name:
            brush.text(line.text_px, top + lift, line.name, TextStyle.SUBTITLE, theme.publication)
