"""The buttons − + fit at the upper right corner of the timeline, where they cover no event: zoom without a wheel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from dateline.gui.icons import ICON_PX, icon

if TYPE_CHECKING:
    from dateline.gui.canvas.canvas import TimelineCanvas


class ZoomButtons(QFrame):
    """A small row of buttons that belongs to a canvas."""

    def __init__(self, canvas: "TimelineCanvas", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(0)
        self._buttons: list[tuple[QToolButton, str]] = []
        for name, tip, verb in (
            ("minus", "Zoom out (−)", "zoom_out"),
            ("plus", "Zoom in (+)", "zoom_in"),
            ("fit", "Fit all (0)", "fit_all"),
        ):
            button = QToolButton()
            button.setObjectName(f"zoom-{name}")
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setIconSize(QSize(ICON_PX, ICON_PX))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(getattr(canvas.verbs, verb))
            row.addWidget(button)
            self._buttons.append((button, name))
        canvas.appearance.changed.connect(self._colour)
        self._colour()

    def _colour(self, _theme: object = None) -> None:
        for button, name in self._buttons:
            button.setIcon(icon(name, self._canvas.theme, "muted"))
