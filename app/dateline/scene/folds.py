"""Long empty stretches of time that are folded away. They depend on the events shown, never on the zoom."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from dateline.scene.columns import OPEN_FUTURE, OPEN_PAST, EventColumns, Form, Ints, Mask, each_once

_MANY_TIMES: Final = 8  # of the median distance of two moments: among evenly spread events the largest gap stays below
_SHARE: Final = 0.15  # of the span that is left: a shorter gap costs little room
_SHORT_SHARE: Final = 0.125  # of the span: an event up to that length is never torn
_MOST: Final = 12
_ISLAND: Final = 0.2  # of the span that is left: so wide is what lies before, between and after tears
_OPENED: Final = 0.3  # of a fold: so much of it may be opened at each end for that
_WORTHWHILE: Final = 0.3  # of what is shown beside it
_PADDING: Final = 0.03  # of the span that is left, kept open at both sides so that no mark touches the tear


class Fold(NamedTuple):
    """A stretch that is folded: seconds since 1970-01-01, end exclusive."""

    start: int
    end: int

    @property
    def seconds(self) -> int:
        """How much time it hides."""
        return self.end - self.start


def find_folds(columns: EventColumns, publications: Sequence[tuple[int, int]] = ()) -> tuple[Fold, ...]:
    """The stretches to fold, in order of time, for all the events of the columns.

    No event begins or ends in them; one that lasts through them runs on. `publications` are documents' own dates (start
    and end, seconds), which are never folded away.
    """
    occupied = _occupied(columns, publications)
    moments = each_once(columns.place[columns.form != Form.BAR])
    if len(occupied) < 3 or len(moments) < 3:
        return ()
    lengths = np.where(_inside_short(columns, occupied), 0, np.diff(occupied))
    typical = float(np.median(np.diff(moments)))
    span = int(occupied[-1] - occupied[0])
    chosen: list[int] = []
    for gap in np.argsort(-lengths, kind="stable")[:_MOST].tolist():
        length = int(lengths[gap])
        if length < _MANY_TIMES * typical or length < _SHARE * span:
            break
        chosen.append(gap)
        span -= length
    padded = [_padded(occupied, gap, int(span * _PADDING)) for gap in sorted(chosen)]
    return _worthwhile(padded, int(occupied[0]), int(occupied[-1]))


def _worthwhile(folds: list[Fold], first: int, last: int) -> tuple[Fold, ...]:
    """The folds opened as `_with_islands` does, without those that then hide too little for the room a tear takes.

    The shortest goes first: what it held apart is one island then, and the others need be opened less.
    """
    opened = _with_islands(folds, first, last)
    while opened:
        shown = last - first - sum(fold.seconds for fold in opened)
        place = min(range(len(opened)), key=lambda place: opened[place].seconds)
        if opened[place].seconds >= shown * _WORTHWHILE:
            break
        folds = [fold for other, fold in enumerate(folds) if other != place]
        opened = _with_islands(folds, first, last)
    return opened


def _occupied(columns: EventColumns, publications: Sequence[tuple[int, int]]) -> Ints:
    bounds = np.array(publications, np.int64).reshape(-1)
    return each_once(np.concatenate([columns.known_bounds, bounds]))


def _inside_short(columns: EventColumns, occupied: Ints) -> Mask:
    """Which gaps lie within an event that is short against the whole and should not be torn, bool (gaps,)."""
    short = columns.latest_end - columns.earliest_start <= (occupied[-1] - occupied[0]) * _SHORT_SHARE
    begun = np.searchsorted(np.sort(columns.earliest_start[short]), occupied[:-1], side="right")
    ended = np.searchsorted(np.sort(columns.latest_end[short]), occupied[:-1], side="right")
    return np.asarray((begun > ended) | _is_own_span(columns, occupied), np.bool_)


def _is_own_span(columns: EventColumns, occupied: Ints) -> Mask:
    """Which gaps are just the length of one event: it would be torn for nothing but itself, bool (gaps,)."""
    pairs = np.stack([columns.earliest_start, columns.latest_end])
    places = np.searchsorted(occupied, pairs)
    gaps = np.zeros(len(occupied) - 1, np.bool_)
    gaps[places[0][(places[1] - places[0] == 1) & (pairs[0] > OPEN_PAST) & (pairs[1] < OPEN_FUTURE)]] = True
    return gaps


def _with_islands(folds: list[Fold], first: int, last: int) -> tuple[Fold, ...]:
    """The folds opened at their ends so far that what lies between two tears has room for words."""
    span = last - first - sum(fold.seconds for fold in folds)
    least = int(span * _ISLAND)
    opened = list(folds)
    for place, fold in enumerate(folds):
        before = fold.start - (folds[place - 1].end if place else first)
        after = (folds[place + 1].start if place + 1 < len(folds) else last) - fold.end
        most = int(fold.seconds * _OPENED)
        # An island between two tears takes half of what it lacks from each of them.
        start = min(max(least - before, 0) // (2 if place else 1), most)
        end = min(max(least - after, 0) // (2 if place + 1 < len(folds) else 1), most)
        opened[place] = Fold(fold.start + start, fold.end - end)
    return tuple(opened)


def _padded(occupied: Ints, gap: int, padding: int) -> Fold:
    start, end = int(occupied[gap]), int(occupied[gap + 1])
    padding = min(padding, (end - start) // 8)
    return Fold(start + padding, end - padding)
