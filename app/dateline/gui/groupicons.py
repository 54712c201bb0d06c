"""The shape of a group as an icon of Qt, sharp on every screen. It knows themes and shapes and no view."""

from typing import Final

from PySide6.QtGui import QIcon, QPixmap

from dateline.model.group import Group
from dateline.paint.shapes import group_icon
from dateline.paint.theme import Theme

SIZE_PX: Final = 12
_RATIOS: Final = (1.0, 1.5, 2.0, 3.0)  # device pixels per pixel for which a picture is kept


def group_sign(group: Group, theme: Theme, size_px: int = SIZE_PX) -> QIcon:
    """An icon of a group's shape in its colour; selecting a row does not tint it."""
    icon = QIcon()
    for ratio in _RATIOS:
        picture = QPixmap.fromImage(group_icon(group, theme, size_px, ratio))
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(picture, mode)
    return icon
