"""From bounds to pixels: where the point of each event lies, where its bar begins, fades and ends."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.model.dates import Certainty
from dateline.model.events import Factuality
from dateline.scene.columns import (
    CERTAINTIES,
    FACTUALITIES,
    OPEN_FUTURE,
    OPEN_PAST,
    EventColumns,
    Floats,
    Form,
    Ints,
    Mask,
)
from dateline.scene.parts import MarkStyle
from dateline.scene.scale import TimeScale

CLIP_PX: Final = 64.0  # how far beyond the picture bars are drawn: outlines and round ends must not show
_OPEN_FADE: Final = 0.8  # of the width: over that an open end fades to its faintest
_FAINTEST: Final = 0.2
_SOFT_SHARE: Final = 0.2  # of its length: where an approximate bar with no bounds of softness fades
_HARD_PX: Final = 5.0  # a shorter fade is none: it would only blur the round end
_WIDE_DAY: Final = 2.5  # marks: a day wider than that shows its span

STYLE_OF: Final = np.array(
    [
        {
            Factuality.PLANNED: MarkStyle.OUTLINE,
            Factuality.POSSIBLE: MarkStyle.OUTLINE,
            Factuality.NEGATED: MarkStyle.STRUCK,
        }.get(factuality, MarkStyle.SOLID)
        for factuality in FACTUALITIES
    ],
    np.uint8,
)
_APPROXIMATE: Final = CERTAINTIES.index(Certainty.APPROXIMATE)


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """The extents of M events in pixels, all arrays (M,) or (M, 4).

    `left`, `right`: float64, of point and bar together, not clipped but for open ends. `x`, `stops`, `alphas`, `light`
    as in `Marks`.
    """

    index: Ints
    left: Floats
    right: Floats
    x: Floats
    stops: Floats
    alphas: Floats
    light: Mask

    def split(self, cuts: Ints) -> "list[Outlines]":
        """The same in parts that begin at these places."""
        arrays = (self.index, self.left, self.right, self.x, self.stops, self.alphas, self.light)
        return [Outlines(*parts) for parts in zip(*(np.split(array, cuts) for array in arrays), strict=True)]


def outlines(
    columns: EventColumns, indexes: Ints, scale: TimeScale, mark_px: float, number_px: Floats | None = None
) -> Outlines:
    """Points and bars of some events. What is narrower than a mark becomes a point, whatever it is.

    `number_px`: float64 (N,) over the columns, the room for a number at the right of each mark that has no bar to hold
    it.
    """
    first, last = columns.earliest_start[indexes], columns.latest_end[indexes]
    corners = np.stack([first, columns.latest_start[indexes], columns.earliest_end[indexes], last])
    px = scale.to_px(corners.reshape(-1)).reshape(4, -1)
    form = columns.form[indexes]
    open_past, open_future = first == OPEN_PAST, last == OPEN_FUTURE
    width = px[3] - px[0]
    once = form != Form.BAR
    has_bar = (width > mark_px) & ((form != Form.POINT) | (width > _WIDE_DAY * mark_px))
    has_point = once | ~has_bar
    x = np.where(has_point, scale.to_px(columns.place[indexes]), np.nan)
    approximate = columns.certainty[indexes] == _APPROXIMATE
    knots = _knots(px, once, approximate, open_past, open_future, scale.width_px)
    stops, alphas = _clipped(knots, open_past, open_future, scale.width_px)
    stops[~has_bar] = np.nan
    point_left, point_right = x - mark_px / 2, x + mark_px / 2
    left = np.fmin(np.where(has_bar, px[0], np.inf), point_left)
    right = np.fmax(np.where(has_bar, px[3], -np.inf), point_right)
    if number_px is not None:
        right = np.where(has_bar, right, right + number_px[indexes])
    return Outlines(indexes, left, right, x, stops, alphas, once & has_bar)


def _knots(px: Floats, once: Mask, approximate: Mask, open_past: Mask, open_future: Mask, width_px: float) -> Floats:
    """float64 (4, M): left end, where it is full, where it begins to fade, right end, not clipped.

    What happened once is evenly likely in its span, unless that is approximate: then it fades from the middle.
    """
    left, full, fading, right = px
    middle = (left + right) / 2
    length = right - left
    full = np.where(once, np.where(approximate, middle, left), np.minimum(full, right))
    fading = np.where(once, np.where(approximate, middle, right), np.maximum(fading, left))
    hard = approximate & ~once
    full = np.where(hard & (full - left < 1), left + length * _SOFT_SHARE, full)
    fading = np.where(hard & (right - fading < 1), right - length * _SOFT_SHARE, fading)
    crossed = full > fading
    full, fading = np.where(crossed, (full + fading) / 2, full), np.where(crossed, (full + fading) / 2, fading)
    fade = width_px * _OPEN_FADE
    # An open end fades over a fixed way from the bound that is known.
    left_known, right_known = np.where(open_past, right, left), np.where(open_future, left, right)
    full = np.where(open_past, np.where(once, right_known, full), full)
    fading = np.where(open_future, np.where(once, left_known, fading), fading)
    left = np.where(open_past, np.minimum(full, right) - fade, left)
    right = np.where(open_future, np.maximum(fading, left_known) + fade, right)
    return np.stack([left, np.where(open_future & once, left, full), np.where(open_past & once, right, fading), right])


def _clipped(knots: Floats, open_past: Mask, open_future: Mask, width_px: float) -> tuple[Floats, Floats]:
    """Stops within the picture and the alphas there, both float64 (M, 4). Open ends go on to the edge, faintly."""
    left, full, fading, right = knots
    low, high = -CLIP_PX, width_px + CLIP_PX
    far = np.stack([np.where(open_past, low, left), full, fading, np.where(open_future, high, right)])
    stops = np.clip(far, low, high)
    rise = np.clip((stops - left) / np.maximum(full - left, 1e-9), 0, 1)
    fall = np.clip((right - stops) / np.maximum(right - fading, 1e-9), 0, 1)
    rise = np.where(full - left < _HARD_PX, 1.0, rise)
    fall = np.where(right - fading < _HARD_PX, 1.0, fall)
    rise = np.where(open_past, np.maximum(rise, _FAINTEST), rise)
    fall = np.where(open_future, np.maximum(fall, _FAINTEST), fall)
    return np.sort(stops, axis=0).T.copy(), np.minimum(rise, fall).T.copy()
