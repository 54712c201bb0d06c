"""The view that shows everything, with room for the labels at both ends."""

from dataclasses import replace
from itertools import product
from typing import Final

from dateline.scene.columns import EventColumns
from dateline.scene.measure import ELLIPSIS, Measure
from dateline.scene.options import Metrics, SceneOptions, Size
from dateline.scene.parts import Side
from dateline.scene.scale import View, fit_view
from dateline.scene.scene import MOST_DETAILED, build_scene

_SIDES: Final = ((0.03, 0.03), (0.03, 0.1), (0.03, 0.2), (0.03, 0.3))
_LEFT: Final = (0.0, 0.09)
_MARGIN_COST: Final = 6.0  # labels that a margin as wide as the picture must win to be worth its room
_BELOW_COST: Final = 0.25  # labels beside marks are read more easily, and do not cross documents' lines
_EMPTY_SPAN_SECONDS: Final = 86_400 * 365


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
    since it makes everything else narrower.
    """
    start, end = _bounds(columns, options)
    metrics = Metrics.of(measure, size, bool(options.publications))
    tried: list[tuple[float, View]] = []
    for (left, right), more in product(_SIDES, _LEFT):
        margins = ((left + more) * size.width_px, right * size.width_px)
        view = fit_view(start, end, size.width_px, options.folds, margins, metrics.fold)
        if len(columns) > MOST_DETAILED:
            return view
        tried.append((_worth(columns, view, size, measure, options) - (more + right) * _MARGIN_COST, view))
    return max(tried, key=lambda pair: pair[0])[1]


def _bounds(columns: EventColumns, options: SceneOptions) -> tuple[int, int]:
    known = [] if columns.span is None else list(columns.span)
    for publication in options.publications:
        known += [publication.start, publication.end]
    if not known:
        return -_EMPTY_SPAN_SECONDS, _EMPTY_SPAN_SECONDS
    start, end = min(known), max(known)
    return (start, end) if end > start else (start, start + 86_400)


def _worth(columns: EventColumns, view: View, size: Size, measure: Measure, options: SceneOptions) -> float:
    """How much is told: labels with two lines count more, cut ones less."""
    scene = build_scene(columns, view, size, measure, replace(options, scroll_px=0.0, selected=frozenset()))
    return sum(
        (0.5 if label.title.endswith(ELLIPSIS) else 1.0)
        + (0.25 if label.subtitle else 0.0)
        - (_BELOW_COST if label.side is Side.BELOW else 0.0)
        for label in scene.labels
    )
