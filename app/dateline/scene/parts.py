"""What a scene consists of: marks, labels, clusters, strips, bands and lines, all in logical pixels of the picture."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.scene.columns import Codes, Floats, Ints, Mask
from dateline.scene.folds import Fold
from dateline.scene.measure import ELLIPSIS, TextStyle

TICK_PX: Final = 6.0  # the room at the right of a mark for the sign that it is accepted
MIXED_GROUP: Final = 255  # of a cluster whose events are of several groups


class MarkStyle(IntEnum):
    """How a mark is filled: SOLID happened or is going on, OUTLINE is planned or possible, STRUCK is negated."""

    SOLID = 0
    OUTLINE = 1
    STRUCK = 2


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """M events that are drawn one by one; every array has M entries.

    `index`: int64, into the columns. `left`, `right`: float64, the extent of point and bar within the picture. `x`:
    float64, centre of the point, NaN where there is only a bar. `y`: float64, centre. `stops`: float64 (M, 4), the
    bar's left end, end of its fade-in, begin of its fade-out, right end, all clipped to a little beyond the picture,
    NaN where there is no bar; `alphas`: float64 (M, 4), 0 to 1, at the stops. `light`: bool, the bar is a span in which
    the event happened once, not one through which it lasted. `group`, `review`: uint8 codes of the columns. `style`:
    uint8, `MarkStyle`. `documents`: int32. `number`: int64, of the source note, 0 where there is none. `dimmed`,
    `selected`, `matched`: bool.
    """

    index: Ints
    left: Floats
    right: Floats
    x: Floats
    y: Floats
    stops: Floats
    alphas: Floats
    light: Mask
    group: Codes
    style: Codes
    review: Codes
    documents: NDArray[np.int32]
    number: Ints
    dimmed: Mask
    selected: Mask
    matched: Mask

    def __len__(self) -> int:
        return len(self.index)

    @property
    def has_bar(self) -> Mask:
        """bool (M,): there is a bar or a halo."""
        return ~np.isnan(self.stops[:, 0])

    @property
    def has_point(self) -> Mask:
        """bool (M,): there is a point."""
        return ~np.isnan(self.x)


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """K gatherings of marks that would overlap; every array has K entries, but `members`.

    `x`, `y`: float64, centre. `width`: float64, of the badge. `count`: int64. `group`: uint8, MIXED_GROUP where there
    are several. `first`: int64 (K+1,), where in `members` (int64, indexes into the columns) those of each begin.
    `matched`, `selected`: bool, at least one member is.
    """

    x: Floats
    y: Floats
    width: Floats
    count: Ints
    group: Codes
    members: Ints
    first: Ints
    matched: Mask
    selected: Mask

    def __len__(self) -> int:
        return len(self.x)

    def of(self, place: int) -> Ints:
        """Indexes of the events of one cluster."""
        return self.members[self.first[place] : self.first[place + 1]]


@dataclass(frozen=True, slots=True, eq=False)
class ActivityStrip:
    """A lane too full for marks: how many of its events go on in each column of pixels, int64 (width,)."""

    lane: int
    top: float
    height: float
    counts: Ints
    group: int
    events: int


class Side(IntEnum):
    """Where a label lies beside its mark."""

    RIGHT = 0
    LEFT = 1
    BELOW = 2


@dataclass(frozen=True, slots=True)
class Label:
    """The words at a mark in a rectangle, flush with the side on which the mark is.

    `rest` is the second line of a title that is broken, else empty; `subtitle` the line below in smaller letters.
    """

    index: int
    x: float
    y: float
    width: float
    height: float
    side: Side
    title: str
    rest: str
    subtitle: str
    style: TextStyle
    muted: bool
    struck: bool

    def indent(self, width_px: float) -> float:
        """How far a line of that width is moved in: lines at the left of a mark end at it, those below a point too."""
        return self.width - width_px if self.side is Side.LEFT else 0.0

    @property
    def whole(self) -> bool:
        """Whether nothing of the title is cut."""
        return not (self.rest or self.title).endswith(ELLIPSIS)

    def overlaps(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether a rectangle shares a point with it."""
        return self.x < right and left < self.x + self.width and self.y < bottom and top < self.y + self.height


class LaneBand(NamedTuple):
    """One lane: its number, its vertical extent, and its header, already cut to fit."""

    lane: int
    key: str
    name: str
    top: float
    rows_top: float
    bottom: float
    collapsed: bool
    events: int


class FoldBand(NamedTuple):
    """The tear of a folded gap and how much it hides in words around a height; empty where there is no room."""

    fold: Fold
    left: float
    right: float
    text: str
    text_y: float


class PublicationLine(NamedTuple):
    """The line of one document's date, or of several on the same pixels; the name is empty where there is no room."""

    x: float
    documents: tuple[str, ...]
    name: str
    text_px: float
    text_width_px: float


class Counts(NamedTuple):
    """How many of the columns' events are drawn singly, gathered, or lie outside the picture; the sum is all."""

    single: int
    clustered: int
    outside: int
