"""Bringing an event into view by the smallest move: not at all, by a pan, or by a zoom out where it is too long for the
window.
"""

from typing import TYPE_CHECKING, Final

import numpy as np

from dateline.scene.columns import OPEN_FUTURE, OPEN_PAST
from dateline.scene.scale import View

if TYPE_CHECKING:
    from dateline.gui.canvas.sight import Sight

_MOST_PAGES: Final = 60  # of lanes that are scrolled through to find one
MARGIN_PX: Final = 80.0  # from the edge, so that a label has room beside the mark


def revealing_view(sight: "Sight", event_id: str) -> View | None:
    """The view that shows an event, or None where it is in view already.

    What lies in a fold's band is in view: a fold holds no event's beginning or end. A bar is in view when its
    beginning, its end or, while both are outside, its middle is.
    """
    columns, scale = sight.content.columns, sight.scale_of(sight.viewport.target)
    index = columns.index_of[event_id]
    bounds = [bound for bound in _bounds(sight, index) if OPEN_PAST < bound < OPEN_FUTURE]
    px = scale.to_px(np.array(bounds, np.int64))
    left, right = float(px.min()), float(px.max())
    width = scale.width_px
    inner_left, inner_right = min(MARGIN_PX, width / 4), width - min(MARGIN_PX, width / 4)
    if left <= width and right >= 0 and (left >= 0 or right <= width or right - left > width):
        return None
    if right - left <= inner_right - inner_left:
        return scale.panned(inner_left - left if left < inner_left else inner_right - right)
    return scale.panned(inner_left - left)


def scroll_into_view(sight: "Sight", event_id: str) -> None:
    """Scroll the lanes, no farther than needed, so that an event's mark is between axis and lower edge."""
    lane = int(sight.content.columns.lane[sight.content.columns.index_of[event_id]])
    for _ in range(_MOST_PAGES):
        shown = [band.lane for band in sight.scene.lanes]
        if not shown or shown[0] <= lane <= shown[-1]:
            break
        page = sight.scene.lanes_height_px * (1 if lane > shown[-1] else -1)
        if not sight.scroll_to(sight.scroll_px + page):
            break
        sight.scene_is_stale()
    rect = sight.scene.mark_rect(event_id)
    if rect is not None and sight.scroll_to(sight.scroll_px + _hidden_px(sight, rect[1], rect[3])):
        sight.scene_is_stale()


def _hidden_px(sight: "Sight", mark_top: float, mark_height: float) -> float:
    """How far to scroll (down positive) to see a mark and as much again beside it; 0 where it is in view."""
    top = sight.scene.metrics.axis
    bottom = top + sight.scene.lanes_height_px
    if mark_top < top:
        return mark_top - mark_height - top
    if mark_top + mark_height > bottom:
        return mark_top + 2 * mark_height - bottom
    return 0.0


def _bounds(sight: "Sight", index: int) -> tuple[int, int]:
    columns = sight.content.columns
    return int(columns.earliest_start[index]), int(columns.latest_end[index])
