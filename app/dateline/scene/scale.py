"""Seconds to pixels and back, with folded gaps. One scale holds everywhere outside the folds.

Distances are counted as integers from the view's own anchor before they become float64: seconds since 1970 as float64
would tremble at 13.8 billion years ago.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from dateline.scene.columns import OPEN_FUTURE, OPEN_PAST, Floats, Ints
from dateline.scene.folds import Fold

FOLD_WIDTH_PX: Final = 44.0
FINEST_SECONDS_PER_PX: Final = 0.01  # one second over 100 px
WIDEST_SPAN_SECONDS: Final = 100_000_000_000 * 31_556_952  # 10^11 years
_LAST: Final = WIDEST_SPAN_SECONDS


class View(NamedTuple):
    """What part of time is seen: the instant `anchor_seconds` lies at `anchor_px`, outside folds."""

    anchor_seconds: int
    anchor_px: float
    seconds_per_px: float


@dataclass(frozen=True)
class TimeScale:
    """A view, the folds in it and the width of the picture. Pixels count from the left edge."""

    view: View
    folds: tuple[Fold, ...] = ()
    width_px: float = 800.0
    fold_width_px: float = FOLD_WIDTH_PX

    @cached_property
    def _starts(self) -> Ints:
        return np.array([fold.start for fold in self.folds], np.int64)

    @cached_property
    def _hidden(self) -> Ints:
        """Seconds hidden by all folds before the first, the second, ... and by all of them."""
        return np.concatenate([[0], np.cumsum([fold.seconds for fold in self.folds], dtype=np.int64)]).astype(np.int64)

    def _open_seconds(self, seconds: Ints) -> tuple[Ints, Floats]:
        """For each instant the unfolded seconds before it, and how many folds, a started one in part."""
        if not self.folds:
            return seconds, np.zeros(len(seconds))
        passed = np.searchsorted(self._starts, seconds, side="right")
        last = np.maximum(passed - 1, 0)
        lengths = np.diff(self._hidden)
        inside = np.where(passed > 0, np.clip(seconds - self._starts[last], 0, lengths[last]), 0)
        return seconds - self._hidden[last] - inside, np.where(passed > 0, last + inside / lengths[last], 0.0)

    @cached_property
    def _anchor(self) -> tuple[int, float]:
        seconds, folds = self._open_seconds(np.array([self.view.anchor_seconds], np.int64))
        return int(seconds[0]), float(folds[0])

    def to_px(self, seconds: Ints) -> Floats:
        """Where instants lie: int64 (N,) seconds in, float64 (N,) pixels out. Monotone; folds keep their width."""
        known = np.clip(seconds, OPEN_PAST, OPEN_FUTURE)
        open_seconds, folds = self._open_seconds(known)
        anchor_seconds, anchor_folds = self._anchor
        distance = (open_seconds - anchor_seconds) / self.view.seconds_per_px
        return self.view.anchor_px + distance + (folds - anchor_folds) * self.fold_width_px

    def px(self, seconds: int) -> float:
        """Where one instant lies."""
        return float(self.to_px(np.array([seconds], np.int64))[0])

    def to_seconds(self, px: float) -> int:
        """The instant at a pixel, rounded to a second; within a fold's band the part of the fold it stands for."""
        for fold, (left, right) in zip(self.folds, self.fold_bands, strict=True):
            if left <= px < right:
                return fold.start + int((px - left) / (right - left) * fold.seconds)
        anchor_seconds, anchor_folds = self._anchor
        before = sum(1 for _, right in self.fold_bands if right <= px)
        distance = (px - self.view.anchor_px - (before - anchor_folds) * self.fold_width_px) * self.view.seconds_per_px
        seconds = anchor_seconds + round(distance) + int(self._hidden[before])
        return max(-_LAST, min(_LAST, seconds))

    @cached_property
    def fold_bands(self) -> tuple[tuple[float, float], ...]:
        """Left and right edge of each fold's band."""
        edges = self.to_px(np.array([bound for fold in self.folds for bound in fold], np.int64)).tolist()
        return tuple(zip(edges[::2], edges[1::2], strict=True))

    @cached_property
    def range_seconds(self) -> tuple[int, int]:
        """The instants at the left and the right edge."""
        return self.to_seconds(0.0), self.to_seconds(self.width_px)

    @cached_property
    def open_ranges(self) -> tuple[tuple[int, int], ...]:
        """The visible stretches between folds, in seconds."""
        first, last = self.range_seconds
        ranges = []
        for fold in self.folds:
            if first < min(fold.start, last):
                ranges.append((first, min(fold.start, last)))
            first = max(first, fold.end)
        return (*ranges, (first, last)) if first < last else tuple(ranges)

    def zoomed(self, factor: float, at_px: float) -> View:
        """The view closer by a factor (below 1: farther), with the instant at `at_px` staying where it is."""
        coarsest = WIDEST_SPAN_SECONDS / max(self.width_px, 1.0)
        scale = min(max(self.view.seconds_per_px / factor, FINEST_SECONDS_PER_PX), coarsest)
        anchor = self._outside_folds(self.to_seconds(at_px))
        here = self.px(anchor)
        # Where the pixel is in a band, or between two seconds, the rest of the way is kept in pixels, scaled alike.
        rest = here - at_px
        kept = rest if self._in_band(at_px) else rest * self.view.seconds_per_px / scale
        return View(anchor, at_px + kept, scale)

    def panned(self, px: float) -> View:
        """The view with everything `px` farther to the right, within the limits of time."""
        moved = self.view._replace(anchor_px=self.view.anchor_px + px)
        scale = replace(self, view=moved)
        middle = self._outside_folds(scale.to_seconds(self.width_px / 2))
        return View(middle, scale.px(middle), self.view.seconds_per_px)

    def _outside_folds(self, seconds: int) -> int:
        return next((fold.start for fold in self.folds if fold.start < seconds < fold.end), seconds)

    def _in_band(self, px: float) -> bool:
        return any(left <= px < right for left, right in self.fold_bands)

    def fitted(self, start: int, end: int, margins_px: tuple[float, float] = (24.0, 24.0)) -> View:
        """The view in which start to end fills the width but for a margin on the left and on the right."""
        return fit_view(start, end, self.width_px, self.folds, margins_px, self.fold_width_px)


def fit_view(
    start: int,
    end: int,
    width_px: float,
    folds: Sequence[Fold] = (),
    margins_px: tuple[float, float] = (24.0, 24.0),
    fold_width_px: float = FOLD_WIDTH_PX,
) -> View:
    """The view of that width in which start to end (seconds) fills what two margins leave."""
    inside = [fold for fold in folds if start <= fold.start and fold.end <= end]
    room = max(width_px - sum(margins_px) - len(inside) * fold_width_px, 20.0)
    seconds = max(end - start - sum(fold.seconds for fold in inside), 1)
    coarsest = WIDEST_SPAN_SECONDS / max(width_px, 1.0)
    scale = min(max(seconds / room, FINEST_SECONDS_PER_PX), coarsest)
    left = margins_px[0] + max(room - seconds / scale, 0.0) / 2
    return View(start, left, scale)
