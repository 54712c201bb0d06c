"""The views of the window beside the timeline itself: one explicit tuple. A new view is one module and one line here.

Each is a class made as `Class(session, appearance, parent)`. It talks to the session alone; views never know of
each other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.card import EventCard
from dateline.gui.decisions import DecisionsLog
from dateline.gui.filterspanel import FiltersPanel
from dateline.gui.overview import Overview
from dateline.gui.places import LEFT_PX, RIGHT_PX
from dateline.gui.source.panel import SourcePanel
from dateline.gui.table import EventTable
from dateline.gui.tray import UndatedTray
from dateline.session.session import Session

_LEFT: Final = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT: Final = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM: Final = Qt.DockWidgetArea.BottomDockWidgetArea


@dataclass(frozen=True, slots=True)
class View:
    """A dock of the window: a stable name, its title, where it stands at first and the sizes it is given there.

    `size_px` is the width or height asked for at first, `shown` whether it is open at first.
    """

    name: str
    title: str
    area: Qt.DockWidgetArea
    make: Callable[[Session, Appearance, QWidget | None], QWidget]
    width_px: int = 0
    height_px: int = 0
    shown: bool = True


VIEWS: Final = (
    View("filters", "Filters", _LEFT, FiltersPanel, width_px=LEFT_PX),
    View("overview", "Overview", _BOTTOM, Overview, height_px=66),
    View("table", "Table", _BOTTOM, EventTable, height_px=240),
    View("source", "Source", _RIGHT, SourcePanel, width_px=RIGHT_PX, height_px=440),
    View("card", "Event", _RIGHT, EventCard, width_px=RIGHT_PX, height_px=390),
    View("tray", "Undated", _RIGHT, UndatedTray, width_px=RIGHT_PX, height_px=70),
    View("decisions", "Decisions", _RIGHT, DecisionsLog, width_px=RIGHT_PX, height_px=200, shown=False),
)
