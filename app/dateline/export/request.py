"""What picture is wanted: which events, how large, in which look, with what around it. It draws nothing.

Lengths are logical pixels of 1/96 inch; `scale` says how many device pixels one of them has, so the resolution of a
picture is 96 times its scale.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dateline.model.yearstyle import YearStyle
from dateline.paint.theme import ThemeName
from dateline.scene.lanes import LaneBy

LOGICAL_DPI: Final = 96.0
MM_PER_INCH: Final = 25.4


class What(StrEnum):
    """Which events the picture is of."""

    VIEW = "view"
    EVERYTHING = "everything"
    SELECTION = "selection"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Preset:
    """A size that is often wanted: its name, its logical pixels, and device pixels for one of them."""

    name: str
    label: str
    width_px: float
    height_px: float
    scale: float


def _mm(length: float) -> float:
    return length / MM_PER_INCH * LOGICAL_DPI


def _paper(name: str, label: str, width_mm: float, height_mm: float) -> tuple[Preset, Preset]:
    width, height, scale = _mm(width_mm), _mm(height_mm), 300 / LOGICAL_DPI
    return (
        Preset(name, f"{label}, upright", width, height, scale),
        Preset(f"{name}-landscape", f"{label}, landscape", height, width, scale),
    )


PRESETS: Final = (
    Preset("slide", "Slide 16:9, 1920 × 1080", 1280.0, 720.0, 1.5),
    *_paper("a4", "A4", 210.0, 297.0),
    *_paper("a3", "A3", 297.0, 420.0),
    *_paper("letter", "Letter", 215.9, 279.4),
    Preset("social", "Social media, 1200 × 675", 800.0, 450.0, 1.5),
)


def preset(name: str, landscape: bool = False) -> Preset:
    """The preset of a name, upper or lower case ("A4", "slide"). Raises KeyError where there is none."""
    wanted = name.casefold() + ("-landscape" if landscape else "")
    found = next((one for one in PRESETS if one.name == wanted), None)
    if found is None:
        raise KeyError(name)
    return found


def _no_names() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ImageRequest:
    """A picture that is wanted.

    `range_seconds` (end exclusive) is what is seen for VIEW and RANGE, `selected` are the ids for SELECTION.
    `filter_words` says in words what is hidden, and is written below the picture. `notes` numbers the events and lists
    their excerpts: below the picture, which grows by that, or on following pages. `font_points` is the size of titles
    of events; every other text follows it. `font_family` empty is the program's own font.
    """

    width_px: float = 1280.0
    height_px: float = 720.0
    scale: float = 1.5
    theme: ThemeName = ThemeName.LIGHT
    transparent: bool = False
    what: What = What.EVERYTHING
    range_seconds: tuple[int, int] | None = None
    selected: frozenset[str] = frozenset()
    fold: bool = True
    title: str = ""
    subtitle: str = ""
    legend: bool = False
    filter_words: str = ""
    notes: bool = False
    publications: bool = True
    lane_by: LaneBy = LaneBy.GROUP
    lane_names: Mapping[str, str] = field(default_factory=_no_names, hash=False)
    lane_order: tuple[str, ...] = ()
    collapsed: frozenset[str] = frozenset()
    year_style: YearStyle = YearStyle.ERA
    font_points: float = 10.0
    font_family: str = ""

    def of_preset(self, chosen: Preset) -> "ImageRequest":
        """The same picture in another size."""
        return replace(self, width_px=chosen.width_px, height_px=chosen.height_px, scale=chosen.scale)

    def of_millimetres(self, width_mm: float, height_mm: float, dpi: float) -> "ImageRequest":
        """The same picture in millimetres, with a resolution for pixels."""
        return replace(self, width_px=_mm(width_mm), height_px=_mm(height_mm), scale=dpi / LOGICAL_DPI)

    def of_pixels(self, width_px: float, height_px: float, scale: float = 1.0) -> "ImageRequest":
        """The same picture in logical pixels, with device pixels for one of them."""
        return replace(self, width_px=width_px, height_px=height_px, scale=scale)

    @property
    def dpi(self) -> float:
        """Device pixels of an inch."""
        return LOGICAL_DPI * self.scale
