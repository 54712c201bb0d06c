"""What surrounds the marks: the tears of folded gaps and the lines of documents' dates, with their words."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from dateline.model.wording import describe_gap
from dateline.scene.folds import Fold
from dateline.scene.measure import Measure, TextStyle
from dateline.scene.options import Publication
from dateline.scene.parts import FoldBand, PublicationLine
from dateline.scene.scale import TimeScale

Box = tuple[float, float, float, float]  # left, top, right, bottom

_EDGE_PX: Final = 4.0
_APART_PX: Final = 10.0
_MOST_LINES: Final = 400


def fold_bands(
    scale: TimeScale, top: float, bottom: float, taken: Sequence[Box], measure: Measure
) -> tuple[FoldBand, ...]:
    """The tears that are in the picture, between the axis (`top`) and the documents' names (`bottom`).

    The words run upwards. They keep clear of what stands there (`taken`): the longest form that fits somewhere is
    taken, nearest to the middle; where the picture is too low for any there are none.
    """
    bands = []
    for fold, (left, right) in zip(scale.folds, scale.fold_bands, strict=True):
        if right < 0 or left > scale.width_px:
            continue
        crossing = [box for box in taken if box[0] < right and left < box[2]]
        text, y = _fold_words(fold, _gaps(top, bottom, crossing), measure)
        bands.append(FoldBand(fold, left, right, text, y))
    return tuple(bands)


def _gaps(top: float, bottom: float, boxes: Sequence[Box]) -> list[tuple[float, float]]:
    """What is free between top and bottom, from the top."""
    gaps = []
    for _, start, _, end in sorted(boxes, key=lambda box: box[1]):
        gaps.append((top, start))
        top = max(top, end)
    return [*gaps, (top, bottom)]


def _fold_words(fold: Fold, gaps: Sequence[tuple[float, float]], measure: Measure) -> tuple[str, float]:
    """The longest words that fit in a gap, and the height of their middle."""
    words = describe_gap(fold.seconds)
    middle = (gaps[0][0] + gaps[-1][1]) / 2
    for text in (f"{words} folded", words, " ".join(words.split(" ")[:2])):
        half = measure.width(text, TextStyle.SUBTITLE) / 2 + _APART_PX
        places = [min(max(middle, start + half), end - half) for start, end in gaps if end - start >= 2 * half]
        if places:
            return text, min(places, key=lambda place: abs(place - middle))
    return "", middle


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
