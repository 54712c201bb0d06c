"""Contrast by WCAG 2.1, distances by CIE76 in CIELAB (D65), vision by Machado, Oliveira and Fernandes 2009."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from dateline.model.group import Group
from dateline.paint.theme import DARK, LIGHT, PRINT, SHAPES, Theme, theme_for

Array = NDArray[np.float64]

VISIONS = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
THEMES = [LIGHT, DARK, PRINT]
COLOURED = [LIGHT, DARK]


def linear(colour: str) -> Array:
    value = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    low, high = sorted(float(XYZ[1] @ linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(light: Array) -> Array:
    ratio = XYZ @ light / (XYZ @ np.ones(3))
    x, y, z = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_marks_stand_out_from_the_canvas(theme: Theme) -> None:
    for group in Group:
        assert contrast(theme.group_color(group), theme.canvas) >= 3.0, group
    for colour in (theme.accent, theme.publication, theme.match, theme.axis):
        assert contrast(colour, theme.canvas) >= 3.0, colour


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_every_two_groups_can_be_told_apart(theme: Theme, vision: str) -> None:
    seen = {group: lab(np.clip(VISIONS[vision] @ linear(theme.group_color(group)), 0, 1)) for group in Group}

    for one, other in combinations(Group, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= 18, (one, other)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_reads_on_every_ground(theme: Theme) -> None:
    for ground in (theme.window, theme.panel, theme.canvas, theme.accent_soft, theme.hover, theme.fold):
        for ink in (theme.text, theme.muted):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(theme.text, theme.highlight) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    for ink in (theme.accent, theme.warning, theme.error, theme.success):
        for ground in (theme.window, theme.panel, theme.canvas):
            assert contrast(ink, ground) >= 4.5, (ink, ground)


def test_each_group_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(Group)
    assert len(set(SHAPES.values())) == len(Group)


def test_a_theme_is_found_by_its_name() -> None:
    assert [theme_for(name) for name in ("light", "dark", "print")] == THEMES
    with pytest.raises(KeyError):
        theme_for("sepia")
