"""The shapes of the groups: told apart without colour."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from dateline.model.group import Group
from dateline.paint.shapes import group_icon, shape_path
from dateline.paint.theme import LIGHT, Shape


@pytest.mark.parametrize("shape", Shape)
def test_shapes_are_about_equally_large(shape: Shape) -> None:
    box = shape_path(shape, 20).boundingRect()

    assert 16 <= box.width() <= 25
    assert 16 <= box.height() <= 25
    assert box.contains(0, 0)


def filled(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    return np.array(
        [[image.pixelColor(x, y).alpha() > 127 for x in range(image.width())] for y in range(image.height())]
    )


def test_icons_differ_by_their_outline_alone(qapp: QApplication) -> None:
    outlines = {group: filled(group_icon(group, LIGHT, 16, 2.0)) for group in Group}

    for one, other in combinations(Group, 2):
        different = int((outlines[one] != outlines[other]).sum())
        assert different > 0.1 * int(outlines[one].sum()), (one, other)


def test_an_icon_is_as_large_as_asked(qapp: QApplication) -> None:
    icon = group_icon(Group.MEETING, LIGHT, 14, 1.5)

    assert (icon.width(), icon.devicePixelRatio()) == (21, 1.5)
    assert icon.pixelColor(10, 10).name() == LIGHT.group_color(Group.MEETING)
