"""The legend below a picture: the groups that are in it with their shapes, and what fill and lines mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from dateline.model.dates import Certainty
from dateline.model.events import Event, Factuality
from dateline.model.group import Group
from dateline.model.names import GROUP_NAMES
from dateline.paint.brush import color
from dateline.paint.measure import FontMeasure
from dateline.paint.points import draw_point
from dateline.paint.shapes import draw_group
from dateline.paint.theme import Theme
from dateline.scene.columns import GROUPS
from dateline.scene.measure import TextStyle
from dateline.scene.parts import MarkStyle

_LINE_SHARE: Final = 1.35  # of the height of the text


class Sign(StrEnum):
    """What is told beside the groups."""

    GROUP = "group"
    OUTLINE = "outline"
    STRUCK = "struck"
    FADED = "faded"


_WORDS: Final = {
    Sign.OUTLINE: "planned or possible",
    Sign.STRUCK: "did not happen",
    Sign.FADED: "approximate or open",
}


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One sign, its words, and the top left corner of its place in logical pixels; `group` is None but for groups."""

    sign: Sign
    group: Group | None
    words: str
    x: float
    y: float


def legend_line_px(fonts: FontMeasure) -> float:
    """The height of a line of the legend."""
    return fonts.line_height(TextStyle.SUBTITLE) * _LINE_SHARE


def legend(
    events: Sequence[Event], fonts: FontMeasure, left: float, top: float, width: float
) -> tuple[LegendEntry, ...]:
    """The entries for what is in the picture, in lines of that width."""
    line = legend_line_px(fonts)
    entries: list[LegendEntry] = []
    x, y = left, top + line * 0.3
    for sign, group, words in _present(events):
        needed = line * 2.0 + fonts.width(words, TextStyle.SUBTITLE)
        if x > left and x + needed > left + width:
            x, y = left, y + line
        entries.append(LegendEntry(sign, group, words, x, y))
        x += needed
    return tuple(entries)


def _present(events: Sequence[Event]) -> list[tuple[Sign, Group | None, str]]:
    groups = {event.group for event in events}
    found: list[tuple[Sign, Group | None, str]] = [
        (Sign.GROUP, group, GROUP_NAMES[group]) for group in GROUPS if group in groups
    ]
    factual = {event.factuality for event in events}
    times = [event.time for event in events if event.time is not None]
    soft = any(time.certainty is Certainty.APPROXIMATE or time.interval.length_seconds is None for time in times)
    for sign, is_there in (
        (Sign.OUTLINE, bool(factual & {Factuality.PLANNED, Factuality.POSSIBLE})),
        (Sign.STRUCK, Factuality.NEGATED in factual),
        (Sign.FADED, soft),
    ):
        if is_there:
            found.append((sign, None, _WORDS[sign]))
    return found


def draw_legend(painter: QPainter, entries: Sequence[LegendEntry], fonts: FontMeasure, theme: Theme) -> None:
    """Draws the entries."""
    line = legend_line_px(fonts)
    for entry in entries:
        box = QRectF(entry.x, entry.y, line, line)
        if entry.group is not None:
            draw_group(painter, entry.group, theme, box)
        else:
            _draw_sign(painter, entry.sign, theme, box)
        painter.setFont(fonts.font(TextStyle.SUBTITLE))
        painter.setPen(color(theme.muted))
        baseline = entry.y + (line - fonts.line_height(TextStyle.SUBTITLE)) / 2 + fonts.ascent(TextStyle.SUBTITLE)
        painter.drawText(QPointF(box.right() + line * 0.25, baseline), entry.words)


def _draw_sign(painter: QPainter, sign: Sign, theme: Theme, box: QRectF) -> None:
    """A point of the group of other things shows the styles, in the colour of muted text."""
    if sign is Sign.FADED:
        for step in range(4):
            part = QRectF(box.left() + step * box.width() / 4, box.center().y() - 4, box.width() / 4, 8)
            painter.fillRect(part, color(theme.muted, 0.15 + 0.22 * step))
        return
    painter.save()
    painter.translate(box.center())
    style = MarkStyle.OUTLINE if sign is Sign.OUTLINE else MarkStyle.STRUCK
    draw_point(painter, GROUPS.index(Group.MEETING), style, theme, box.height() * 0.75)
    painter.restore()
