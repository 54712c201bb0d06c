"""What the scene is told beside the events and the view: sizes, what is selected, folds, documents' dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np

from dateline.model.yearstyle import YearStyle
from dateline.scene.columns import Ints, Mask
from dateline.scene.folds import Fold
from dateline.scene.measure import Measure, TextStyle
from dateline.scene.scale import FOLD_WIDTH_PX

_NARROW_PX: Final = 600.0
_LOW_LINES: Final = 30.0  # of text: in a picture lower than that the names of lanes have less air


class Size(NamedTuple):
    """The picture in logical pixels."""

    width_px: float
    height_px: float


class Publication(NamedTuple):
    """A document's own date: its name and its interval in seconds."""

    document: str
    name: str
    start: int
    end: int


def _no_numbers() -> Mapping[str, int]:
    return MappingProxyType({})


def _no_indexes() -> Ints:
    return np.empty(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class SceneOptions:
    """What is set apart in a scene.

    `selected` are ids, `focus` and `hover` one id each. `dimmed` and `matches` are bool (N,) over the columns, or None.
    `numbers` gives events the number of their source note. `scroll_px` is how far lanes are scrolled. `header_px` is
    kept free at the top for nothing but the axis; 0 takes the axis's own height. `labels_dates` writes the date words
    under titles where there is room.
    """

    selected: frozenset[str] = frozenset()
    focus: str | None = None
    hover: str | None = None
    dimmed: Mask | None = None
    matches: Mask | None = None
    folds: tuple[Fold, ...] = ()
    publications: tuple[Publication, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=_no_numbers)
    scroll_px: float = 0.0
    year_style: YearStyle = YearStyle.ERA
    lane_headers: bool = True


class Metrics(NamedTuple):
    """The sizes of things in logical pixels, all from the height of a line of text: everything grows with it."""

    line: float
    small_line: float
    mark: float
    bar: float
    gap: float
    axis: float
    header: float
    footer: float
    fold: float

    @classmethod
    def of(cls, measure: Measure, size: Size, publications: bool) -> "Metrics":
        """The sizes for a font and a picture; a narrow picture has narrower tears, a low one lower headers."""
        line, small = measure.line_height(TextStyle.TITLE), measure.line_height(TextStyle.SUBTITLE)
        upper, lower = measure.line_height(TextStyle.AXIS_MAJOR), measure.line_height(TextStyle.AXIS_MINOR)
        is_low = size.height_px < _LOW_LINES * line
        return cls(
            line=line,
            small_line=small,
            mark=round(line * 0.86),
            bar=round(line * 0.86),
            gap=round(line * 0.4),
            axis=round(upper + lower + line * 0.75),
            header=round(measure.line_height(TextStyle.LANE) + (1.0 if is_low else line * 0.35)),
            footer=round(small + line * 0.4) if publications else 0.0,
            fold=FOLD_WIDTH_PX if size.width_px >= _NARROW_PX else FOLD_WIDTH_PX * 0.7,
        )


def fold_width_px(width_px: float) -> float:
    """How wide a tear is in a picture of some width."""
    return FOLD_WIDTH_PX if width_px >= _NARROW_PX else FOLD_WIDTH_PX * 0.7
