"""The program's own icons, coloured for a theme. A bare platform has no icon theme, so none is asked.

The files are in `resources/icons`, drawn with `currentColor`. It must not know which view shows an icon.
"""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader, QPixmap

from dateline import assets
from dateline.gui.style import derived_tokens
from dateline.paint.theme import Theme

ICON_PX: Final = 16


def icon(name: str, theme: Theme, token: str = "text") -> QIcon:
    """The icon `resources/icons/<name>.svg` in a token's colour, greyed where it is disabled.

    It is drawn for the screen with the most pixels; Qt scales it down for the others.
    """
    tokens = derived_tokens(theme)
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, tokens[token]), (QIcon.Mode.Disabled, tokens["disabled"])):
        made.addPixmap(pixmap(name, colour, ICON_PX, ratio), mode)
    return made


def pixmap(name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
    """An icon as a square picture of `size_px` logical pixels in one colour."""
    buffer = QBuffer()
    buffer.setData(QByteArray(assets.read_text(f"icons/{name}.svg").replace("currentColor", colour).encode()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    side = round(size_px * ratio)
    reader.setScaledSize(QSize(side, side))
    picture = QPixmap.fromImage(reader.read())
    picture.setDevicePixelRatio(ratio)
    return picture


def application_icon() -> QIcon:
    """The icon of windows and of the task bar."""
    return QIcon(str(assets.resource_path("icons/dateline.svg")))
