"""The palette and the stylesheet of the window, made from a theme's tokens; `resources/style/window.qss` says how
tokens are used.

It also colours the icons. It must not know any view: a widget takes part by its property `role` (see `set_role`).
"""

import math
import re
from string import Template
from typing import Final

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from dateline import assets
from dateline.gui.appearance import Appearance
from dateline.paint.theme import Theme

GENERIC_FONTS: Final = frozenset({"sans serif", "sans", "sans-serif", ""})
"""What Qt calls the font where no desktop names one."""
_PREFERRED_FONTS: Final = ("Inter", "Noto Sans", "Sans Serif")
_BARE_POINTS: Final = 10.0  # Qt's 9 pt of a bare X screen is smaller than any desktop's own choice


def set_role(widget: QWidget, role: str) -> None:
    """Let a widget take part in the stylesheet under a role (muted, small, heading, title, link, chip, card, primary,
    ...).
    """
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two `#rrggbb`: `share` of the second."""
    parts = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#rrggbb`, 1 to 21 (WCAG 2.2, relative luminance)."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    channels = [value / 255 for value in _channels(colour)]
    linear = [c / 12.92 if c <= 0.04045 else math.pow((c + 0.055) / 1.055, 2.4) for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def legible(colour: str, backgrounds: tuple[str, ...], towards: str, ratio: float = 4.5) -> str:
    """A colour moved towards another until it reads on all backgrounds."""
    for step in range(21):
        candidate = mixed(colour, towards, step / 20)
        if all(contrast(candidate, background) >= ratio for background in backgrounds):
            return candidate
    return towards


def derived_tokens(theme: Theme) -> dict[str, str]:
    """The tokens of the stylesheet: the theme's own and those computed from them."""
    accent_soft = theme.accent_soft
    return {
        "name": "dark" if theme.is_dark else "light",
        "window": theme.window,
        "panel": theme.panel,
        "canvas": theme.canvas,
        "text": theme.text,
        "muted": legible(theme.muted, (theme.window, theme.panel), theme.text),
        "line": theme.line,
        "accent": theme.accent,
        "accent_text": legible(theme.accent, (theme.window, theme.panel, accent_soft), theme.text),
        "accent_hover": mixed(theme.accent, theme.text, 0.15),
        "accent_soft": accent_soft,
        "on_accent": theme.on_accent,
        "highlight": theme.highlight,
        "highlight_bar": theme.highlight_bar,
        "error": theme.error,
        "hover": theme.hover,
        "disabled": mixed(theme.muted, theme.panel, 0.5),
        "scroll": mixed(theme.line, theme.muted, 0.35),
    }


def stylesheet(theme: Theme, points: float) -> str:
    """The stylesheet for a theme and a base size of text in points."""
    sizes = {"small_pt": points * 0.92, "title_pt": points * 1.15, "headline_pt": points * 2.0}
    tokens = derived_tokens(theme) | {name: f"{size:.2f}pt" for name, size in sizes.items()}
    tokens["icons"] = assets.resource_path("icons").as_posix()
    return Template(re.sub(r"/\*.*?\*/", "", assets.read_text("style/window.qss"), flags=re.DOTALL)).substitute(tokens)


def palette(theme: Theme) -> QPalette:
    """The palette for what the stylesheet does not reach, and for views that paint themselves."""
    tokens = derived_tokens(theme)
    colours = QPalette()
    for role, token in _ROLES.items():
        colours.setColor(role, QColor(tokens[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["disabled"]))
    return colours


_ROLES: Final = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Dark: "line",
}


def base_font(system: QFont) -> QFont:
    """The platform's font, or, where the platform names none, a readable one of those installed."""
    font = QFont(system)
    if system.family().casefold() in GENERIC_FONTS:
        font.setFamilies(list(_PREFERRED_FONTS))
        font.setPointSizeF(max(_BARE_POINTS, system.pointSizeF()))
    return font


class ApplicationStyle:
    """Keeps the application in the theme and text size that its appearance asks for."""

    def __init__(self, application: QApplication, appearance: Appearance) -> None:
        application.setStyle("Fusion")  # the one style that looks alike and obeys a palette on every platform
        self._application = application
        self._appearance = appearance
        self._font = base_font(application.font())
        appearance.changed.connect(self.apply)
        self.apply()

    def apply(self, _theme: object = None) -> None:
        """Set font, palette and stylesheet as they are asked for now."""
        font = QFont(self._font)
        points = self._font.pointSizeF() if self._font.pointSizeF() > 0 else _BARE_POINTS
        font.setPointSizeF(points * self._appearance.text_scale)
        self._application.setFont(font)
        self._application.setPalette(palette(self._appearance.theme))
        self._application.setStyleSheet(stylesheet(self._appearance.theme, font.pointSizeF()))
