"""The row under a text that is shown in parts: which part, and the way to its neighbours. Hidden where all is one
part.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from dateline.gui.style import set_role


class PageBar(QWidget):
    """`turned` carries -1 or 1."""

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier = QPushButton("‹ earlier", self)
        self.later = QPushButton("later ›", self)
        self.part = QLabel(self)
        set_role(self.part, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 4, 22, 4)
        row.addWidget(self.earlier)
        row.addStretch(1)
        row.addWidget(self.part)
        row.addStretch(1)
        row.addWidget(self.later)
        for button, direction in ((self.earlier, -1), (self.later, 1)):
            set_role(button, "link")
            button.clicked.connect(lambda _checked=False, direction=direction: self.turned.emit(direction))
        self.hide()

    def show_part(self, number: int, count: int) -> None:
        """Part `number`, from 0, of so many."""
        self.part.setText(f"part {number + 1} of {count} of this long text")
        self.earlier.setEnabled(number > 0)
        self.later.setEnabled(number + 1 < count)
        self.setVisible(count > 1)
