"""The view that shows everything, with room for the labels at both ends."""

from dataclasses import replace
from typing import Final

from dateline.scene.columns import EventColumns
from dateline.scene.measure import Measure
from dateline.scene.options import Metrics, SceneOptions, Size
from dateline.scene.parts import Label, Side
from dateline.scene.scale import View, fit_view
from dateline.scene.scene import MOST_DETAILED, build_labels

_LEFT: Final = (0.03, 0.12)  # of the width
_RIGHT: Final = (0.03, 0.14, 0.26, 0.38)
_MARGIN_COST: Final = 3.0  # labels that a margin as wide as the picture must win to be worth its room
_BELOW_COST: Final = 0.25  # labels beside marks are read more easily, and do not cross documents' lines
_CUT_WORTH: Final = 0.5
_LEAST_WEIGHT: Final = 0.5  # of an event that is not salient at all, beside 1.5 of the most salient
_DATE_WORTH: Final = 0.25  # labels, for the date below one
_EMPTY_SPAN_SECONDS: Final = 86_400 * 365

_Margins = tuple[float, float]
"""Left and right, in shares of the width."""


def fit_span(
    columns: EventColumns, start: int, end: int, size: Size, measure: Measure, options: SceneOptions
) -> View:
    """The view in which start to end (seconds) fills the picture but for small margins."""
    metrics = Metrics.of(measure, size, bool(options.publications))
    margin = size.width_px * 0.04
    return fit_view(start, end, size.width_px, options.folds, (margin, margin), metrics.fold)


def fit_all(columns: EventColumns, size: Size, measure: Measure, options: SceneOptions) -> View:
    """The view in which all known bounds and the documents' dates lie, with margins for the labels at the ends.

    Where events are few, several margins are tried and the one with the most labels wins; a wider one costs a little,
    since it makes everything else narrower. None is tried that could not win if it told everything.
    """
    start, end = _bounds(columns, options)
    metrics = Metrics.of(measure, size, bool(options.publications))

    def view_between(left: float, right: float) -> View:
        margins = left * size.width_px, right * size.width_px
        return fit_view(start, end, size.width_px, options.folds, margins, metrics.fold)

    def worth(margins: _Margins) -> float:
        return _worth(columns, view_between(*margins), size, measure, options) - _cost(margins)

    best = _LEFT[0], _RIGHT[0]
    if not 0 < len(columns) <= MOST_DETAILED:
        return view_between(*best)
    most = len(columns) * (1.0 + _DATE_WORTH)
    best_worth = worth(best)
    # The right side first: most labels stand at the right of their marks.
    for side, values in ((1, _RIGHT[1:]), (0, _LEFT[1:])):
        for value in values:
            tried = (best[0], value) if side else (value, best[1])
            if most - _cost(tried) > best_worth and (found := worth(tried)) > best_worth:
                best, best_worth = tried, found
    return view_between(*best)


def _cost(margins: _Margins) -> float:
    return sum(margins) * _MARGIN_COST


def _bounds(columns: EventColumns, options: SceneOptions) -> tuple[int, int]:
    known = [] if columns.span is None else list(columns.span)
    for publication in options.publications:
        known += [publication.start, publication.end]
    if not known:
        return -_EMPTY_SPAN_SECONDS, _EMPTY_SPAN_SECONDS
    start, end = min(known), max(known)
    return (start, end) if end > start else (start, start + 86_400)


def _worth(columns: EventColumns, view: View, size: Size, measure: Measure, options: SceneOptions) -> float:
    """How much is told of what is in sight without scrolling, in labels of average salience."""
    labels = build_labels(columns, view, size, measure, replace(options, scroll_px=0.0, selected=frozenset()))
    bottom = size.height_px - Metrics.of(measure, size, bool(options.publications)).footer
    weights = columns.salience + _LEAST_WEIGHT
    told = sum(weights[label.index] * _readable(label) for label in labels if label.y + label.height <= bottom)
    return float(told / weights.mean())


def _readable(label: Label) -> float:
    """What a label is worth: less when it is cut or crosses documents' lines, a little more with its date."""
    words = 1.0 if label.whole else _CUT_WORTH
    return words + (_DATE_WORTH if label.subtitle else 0.0) - (_BELOW_COST if label.side is Side.BELOW else 0.0)
