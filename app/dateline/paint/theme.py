"""Colours and shapes: the tokens of the light, the dark and the printed look.

Colours are `#rrggbb` texts and nothing here needs Qt, so that tests of contrast are cheap. It knows nothing of what is
drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dateline.model.group import Group


class Shape(StrEnum):
    """The outline of a point; one for each group, so that colour never tells a group alone."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    HOUSE = "house"
    STAR = "star"
    TRIANGLE_DOWN = "triangle down"
    PLUS = "plus"


class ThemeName(StrEnum):
    """The looks there are."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


SHAPES: Final[Mapping[Group, Shape]] = MappingProxyType(
    {
        Group.MEETING: Shape.CIRCLE,
        Group.STATEMENT: Shape.SQUARE,
        Group.DECISION: Shape.DIAMOND,
        Group.LAW: Shape.TRIANGLE,
        Group.INSTITUTION: Shape.HOUSE,
        Group.CONFLICT: Shape.STAR,
        Group.LIFE: Shape.TRIANGLE_DOWN,
        Group.OTHER: Shape.PLUS,
    }
)

_ORDER: Final = {group: place for place, group in enumerate(Group)}


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one look, as `#rrggbb`.

    `window` lies behind panels, `panel` behind controls and text, `canvas` behind the timeline. `muted` reads at 4.5:1
    on all three. `accent_soft` is the selected row or a chip, `on_accent` the text on an accent button, `highlight` an
    excerpt's background and `highlight_bar` the bar at its edge. `fold` fills the band of a folded gap. `publication`
    is the line of a document's own date. `groups` are the colours of the kinds' groups in the order of `Group`.
    """

    name: ThemeName
    window: str
    panel: str
    canvas: str
    text: str
    muted: str
    line: str
    axis: str
    accent: str
    accent_soft: str
    on_accent: str
    highlight: str
    highlight_bar: str
    hover: str
    fold: str
    fold_edge: str
    publication: str
    match: str
    success: str
    warning: str
    error: str
    groups: tuple[str, ...]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.name is ThemeName.DARK

    def group_color(self, group: Group) -> str:
        """The colour of a group of kinds."""
        return self.groups[_ORDER[group]]

    def group_shape(self, group: Group) -> Shape:
        """The shape of a group of kinds, the same in every look."""
        return SHAPES[group]


# The table of all looks: a token, and its colour in light, dark and print.
_COLOURS: Final = (
    ("window", "#eef0f3", "#15181e", "#ffffff"),
    ("panel", "#ffffff", "#1d2129", "#ffffff"),
    ("canvas", "#fbfbfd", "#191d24", "#ffffff"),
    ("text", "#1d2433", "#e6e9ef", "#000000"),
    ("muted", "#5c667a", "#97a1b3", "#4a4a4a"),
    ("line", "#dde1e8", "#303744", "#d6d6d6"),
    ("axis", "#838d9e", "#7d8798", "#6a6a6a"),
    ("accent", "#1f5fa8", "#6cabee", "#000000"),
    ("accent_soft", "#e6eef8", "#26344a", "#ebebeb"),
    ("on_accent", "#ffffff", "#10151d", "#ffffff"),
    ("highlight", "#fff1b8", "#574a18", "#ebebeb"),
    ("highlight_bar", "#e2b93b", "#c9a227", "#6a6a6a"),
    ("hover", "#f3f5f8", "#252b35", "#f4f4f4"),
    ("fold", "#f2f4f7", "#1f242d", "#f4f4f4"),
    ("fold_edge", "#a9b1be", "#566072", "#8c8c8c"),
    ("publication", "#3f86b5", "#5aa9d6", "#6a6a6a"),
    ("match", "#b3541e", "#f2a65a", "#000000"),
    ("success", "#1d7a46", "#5cc98b", "#2a2a2a"),
    ("warning", "#8a5a00", "#e0b04c", "#4a4a4a"),
    ("error", "#b3261e", "#ff8a80", "#000000"),
)

# The group colours come from a search (simulated annealing) within a window of lightness, chroma and hue for each,
# for the largest least distance (CIE76) among all pairs in normal and simulated protan, deutan and tritan vision; it
# is 23 in both looks, and the contrast to the canvas at least 3.1:1. The limits wanted are 18 and 3:1.
# Greys tell little apart; in print the shapes do, and the greys only support them.
_GROUP_COLOURS: Final = (
    (Group.MEETING, "#246ace", "#3b97f6", "#1a1a1a"),
    (Group.STATEMENT, "#14a363", "#53d993", "#707070"),
    (Group.DECISION, "#bd3a28", "#f05f3f", "#333333"),
    (Group.LAW, "#c67e03", "#fda82a", "#808080"),
    (Group.INSTITUTION, "#743e8a", "#c0a5e3", "#4d4d4d"),
    (Group.CONFLICT, "#7f0527", "#bd5957", "#000000"),
    (Group.LIFE, "#e85aa3", "#f8bed6", "#8c8c8c"),
    (Group.OTHER, "#556065", "#798b97", "#606060"),
)


def _theme(name: ThemeName, column: int) -> Theme:
    """The look of one column of the tables."""
    colours = {str(row[0]): row[column] for row in _COLOURS}
    groups = {row[0]: row[column] for row in _GROUP_COLOURS}
    return Theme(name=name, groups=tuple(groups[group] for group in Group), **colours)


LIGHT: Final = _theme(ThemeName.LIGHT, 1)
DARK: Final = _theme(ThemeName.DARK, 2)
PRINT: Final = _theme(ThemeName.PRINT, 3)
_THEMES: Final = (LIGHT, DARK, PRINT)


def theme_for(name: str) -> Theme:
    """The look of that name ("light", "dark", "print"). Raises KeyError where there is none."""
    found = next((theme for theme in _THEMES if theme.name == name), None)
    if found is None:
        raise KeyError(name)
    return found
