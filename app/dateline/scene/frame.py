"""What surrounds the marks: the tears of folded gaps and the lines of documents' dates, with their words."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from dateline.model.wording import describe_gap
from dateline.scene.measure import Measure, TextStyle
from dateline.scene.options import Publication
from dateline.scene.parts import FoldBand, PublicationLine
from dateline.scene.scale import TimeScale

_EDGE_PX: Final = 4.0
_APART_PX: Final = 10.0
_MOST_LINES: Final = 400


def fold_bands(scale: TimeScale, height_px: float, measure: Measure) -> tuple[FoldBand, ...]:
    """The tears that are in the picture; the words run upwards and are left out where the picture is too low."""
    bands = []
    for fold, (left, right) in zip(scale.folds, scale.fold_bands, strict=True):
        if right < 0 or left > scale.width_px:
            continue
        text = f"{describe_gap(fold.seconds)} folded"
        short = describe_gap(fold.seconds)
        room = height_px - 2 * _APART_PX
        fitting = (one for one in (text, short) if measure.width(one, TextStyle.SUBTITLE) <= room)
        bands.append(FoldBand(fold, left, right, next(fitting, "")))
    return tuple(bands)


def publication_lines(
    publications: Sequence[Publication], scale: TimeScale, measure: Measure
) -> tuple[PublicationLine, ...]:
    """A line for each document's date in the picture, one for all that lie on the same pixel, from left to right.

    Names stand in the strip below the lanes, at the right or the left of their line, and never reach another name.
    """
    if not publications:
        return ()
    middles = np.array([(one.start + one.end) // 2 for one in publications], np.int64)
    at_px: dict[int, list[Publication]] = {}
    for one, x in zip(publications, np.round(scale.to_px(middles)).tolist(), strict=True):
        if 0 <= x <= scale.width_px:
            at_px.setdefault(int(x), []).append(one)
    places = sorted(at_px)[:_MOST_LINES]
    lines, taken = [], 0.0
    for place, x in enumerate(places):
        documents = at_px[x]
        name = documents[0].name if len(documents) == 1 else f"{len(documents)} documents"
        end = places[place + 1] if place + 1 < len(places) else scale.width_px
        width = measure.width(name, TextStyle.SUBTITLE)
        text_px = _name_place(width, x, taken, end)
        if text_px is not None:
            taken = text_px + width + _APART_PX
        ids = tuple(one.document for one in documents)
        lines.append(PublicationLine(float(x), ids, name if text_px is not None else "", text_px or 0.0, width))
    return tuple(lines)


def _name_place(width: float, x: float, taken: float, end: float) -> float | None:
    """Where a name begins: at the right of its line, else at the left, or None where both are too short."""
    if x + _EDGE_PX + width <= end - _EDGE_PX and x + _EDGE_PX >= taken:
        return x + _EDGE_PX
    left = x - _EDGE_PX - width
    return left if left >= max(taken, _EDGE_PX) else None
