"""The looks: colours that can be read, a stylesheet that names no colour of its own, icons in the theme's colours, no
screen.
"""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from dateline import assets
from dateline.gui.appearance import TEXT_SCALES, Appearance, ThemeChoice
from dateline.gui.icons import icon, pixmap
from dateline.gui.keyshelp import KeysHelp
from dateline.gui.screen import has_screen
from dateline.gui.style import base_font, contrast, derived_tokens, legible, palette, stylesheet
from dateline.paint.theme import DARK, LIGHT, Theme

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "panel"),
        ("text", "window"),
        ("text", "highlight"),
        ("text", "accent_soft"),
        ("muted", "panel"),
        ("muted", "window"),
        ("accent_text", "panel"),
        ("accent_text", "window"),
        ("accent_text", "accent_soft"),
        ("on_accent", "accent"),
    ],
)
def test_text_is_readable(theme: Theme, ink: str, ground: str) -> None:
    tokens = derived_tokens(theme)
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast(legible("#999999", ("#ffffff",), "#000000"), "#ffffff") >= 4.5


@THEMES
def test_the_stylesheet_is_filled_and_has_no_colour_of_its_own(theme: Theme) -> None:
    filled = stylesheet(theme, 10.0)
    assert "$" not in filled
    source = assets.read_text("style/window.qss")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", source), "every colour is a token"
    for url in re.findall(r"url\(([^)]+)\)", filled):
        assert Path(url).is_file(), url


@THEMES
def test_the_palette_is_the_themes(theme: Theme, qapp: QApplication) -> None:
    colours = palette(theme)
    assert colours.color(QPalette.ColorRole.Base).name() == theme.panel
    assert colours.color(QPalette.ColorRole.Highlight).name() == theme.accent


@pytest.mark.parametrize("name", ["undo", "redo", "fold", "plus", "minus", "fit"])
def test_icons_have_the_themes_colour(name: str, qapp: QApplication) -> None:
    picture = pixmap(name, "#ff0000", 16, 2.0).toImage()
    assert (picture.width(), picture.height()) == (32, 32)
    seen = {
        picture.pixelColor(x, y).name() for x in range(32) for y in range(32) if picture.pixelColor(x, y).alpha() > 200
    }
    assert "#ff0000" in seen
    assert not icon(name, LIGHT).isNull()


def test_a_generic_font_is_replaced_and_a_desktops_own_is_kept(qapp: QApplication) -> None:
    assert base_font(QFont("Cantarell", 11)).family() == "Cantarell"
    assert base_font(QFont("Sans Serif", 9)).pointSizeF() >= 10


def test_choices_of_looks_are_remembered(qapp: QApplication) -> None:
    first = Appearance(qapp)
    first.choose_theme(ThemeChoice.DARK)
    first.choose_text_scale(1.28)
    first.choose_animations(False)
    again = Appearance(qapp)
    assert again.choice is ThemeChoice.DARK
    assert again.theme.is_dark
    assert again.text_scale == 1.3
    assert not again.animations
    again.step_text_scale(100)
    assert again.text_scale == TEXT_SCALES[-1]
    again.choose_theme(ThemeChoice.SYSTEM)
    assert Appearance(qapp).choice is ThemeChoice.SYSTEM


def test_the_list_of_keys_opens(qapp: QApplication) -> None:
    assert KeysHelp().windowTitle() == "All keys"


@pytest.mark.parametrize(
    ("environment", "platform", "found"),
    [
        ({}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": "elsewhere:0"}, "linux", True),
        ({"DISPLAY": ":54321"}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
    ],
)
def test_whether_there_is_a_screen(environment: dict[str, str], platform: str, found: bool) -> None:
    assert has_screen(environment, platform) is found


def test_the_tests_own_screen_is_found(screen: str) -> None:
    assert has_screen({"DISPLAY": screen}, "linux")
