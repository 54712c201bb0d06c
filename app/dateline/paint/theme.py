"""Colours and shapes: the tokens of the light, the dark and the printed look.

Colours are `#rrggbb` texts and nothing here needs Qt, so that tests of contrast are cheap. It knows nothing of what is
drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dateline.model.events import Group


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


# The group colours come from a search (simulated annealing) within a window of lightness, chroma and hue for each,
# for the largest least distance (CIE76) among all pairs in normal and simulated protan, deutan and tritan vision; it
# is 23 in both looks, and the contrast to the canvas at least 3.1:1. The limits wanted are 18 and 3:1.
LIGHT: Final = Theme(
    name=ThemeName.LIGHT,
    window="#eef0f3",
    panel="#ffffff",
    canvas="#fbfbfd",
    text="#1d2433",
    muted="#5c667a",
    line="#dde1e8",
    axis="#838d9e",
    accent="#1f5fa8",
    accent_soft="#e6eef8",
    on_accent="#ffffff",
    highlight="#fff1b8",
    highlight_bar="#e2b93b",
    hover="#f3f5f8",
    fold="#f2f4f7",
    fold_edge="#a9b1be",
    publication="#3f86b5",
    match="#b3541e",
    success="#1d7a46",
    warning="#8a5a00",
    error="#b3261e",
    groups=(
        "#246ace",  # meeting
        "#14a363",  # statement
        "#bd3a28",  # decision
        "#c67e03",  # law
        "#743e8a",  # institution
        "#7f0527",  # conflict
        "#e85aa3",  # life
        "#556065",  # other
    ),
)

DARK: Final = Theme(
    name=ThemeName.DARK,
    window="#15181e",
    panel="#1d2129",
    canvas="#191d24",
    text="#e6e9ef",
    muted="#97a1b3",
    line="#303744",
    axis="#7d8798",
    accent="#6cabee",
    accent_soft="#26344a",
    on_accent="#10151d",
    highlight="#574a18",
    highlight_bar="#c9a227",
    hover="#252b35",
    fold="#1f242d",
    fold_edge="#566072",
    publication="#5aa9d6",
    match="#f2a65a",
    success="#5cc98b",
    warning="#e0b04c",
    error="#ff8a80",
    groups=(
        "#3b97f6",  # meeting
        "#53d993",  # statement
        "#f05f3f",  # decision
        "#fda82a",  # law
        "#c0a5e3",  # institution
        "#bd5957",  # conflict
        "#f8bed6",  # life
        "#798b97",  # other
    ),
)

# Greys tell little apart; in print the shapes do, and the greys only support them.
PRINT: Final = Theme(
    name=ThemeName.PRINT,
    window="#ffffff",
    panel="#ffffff",
    canvas="#ffffff",
    text="#000000",
    muted="#4a4a4a",
    line="#d6d6d6",
    axis="#6a6a6a",
    accent="#000000",
    accent_soft="#ebebeb",
    on_accent="#ffffff",
    highlight="#ebebeb",
    highlight_bar="#6a6a6a",
    hover="#f4f4f4",
    fold="#f4f4f4",
    fold_edge="#8c8c8c",
    publication="#6a6a6a",
    match="#000000",
    success="#2a2a2a",
    warning="#4a4a4a",
    error="#000000",
    groups=(
        "#1a1a1a",  # meeting
        "#707070",  # statement
        "#333333",  # decision
        "#808080",  # law
        "#4d4d4d",  # institution
        "#000000",  # conflict
        "#8c8c8c",  # life
        "#606060",  # other
    ),
)

_THEMES: Final = (LIGHT, DARK, PRINT)


def theme_for(name: str) -> Theme:
    """The look of that name ("light", "dark", "print"). Raises KeyError where there is none."""
    found = next((theme for theme in _THEMES if theme.name == name), None)
    if found is None:
        raise KeyError(name)
    return found
