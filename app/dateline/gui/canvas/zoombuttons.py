"""The buttons + − fit in the corner of the timeline: zoom without a wheel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout

from dateline.gui.icons import ICON_PX, icon
from dateline.gui.style import set_role

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas


class ZoomButtons(QFrame):
    """A small column of buttons that belongs to a canvas."""

    def __init__(self, canvas: "TimelineCanvas") -> None:
        super().__init__(canvas)
        set_role(self, "float")
        self._canvas = canvas
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        self._buttons: list[tuple[QToolButton, str]] = []
        for name, tip, verb in (
            ("plus", "Zoom in (+)", "zoom_in"),
            ("minus", "Zoom out (−)", "zoom_out"),
            ("fit", "Fit all (0)", "fit_all"),
        ):
            button = QToolButton()
            button.setObjectName(f"zoom-{name}")
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setIconSize(QSize(ICON_PX, ICON_PX))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(getattr(canvas.verbs, verb))
            column.addWidget(button)
            self._buttons.append((button, name))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        canvas.appearance.changed.connect(self._colour)
        self._colour()

    def _colour(self, _theme: object = None) -> None:
        for button, name in self._buttons:
            button.setIcon(icon(name, self._canvas.theme, "muted"))
