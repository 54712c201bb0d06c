"""Go to a date that is typed in any form the program can read: "March 44 BC", "late October 2014", "1990s"."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dateline.gui.appearance import Appearance
from dateline.gui.datefield import DateField
from dateline.model.dates import Interval
from dateline.model.documents import Published


class GoToDate(QDialog):
    """A field that says at once what it understood; Enter goes there and closes.

    `published` is the date from which "yesterday" is counted, where the timeline has one document.
    """

    def __init__(
        self, appearance: Appearance, published: Published | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Go to a date")
        self.setObjectName("go-to-date")
        self.setMinimumWidth(420)
        self.field = DateField(appearance, self, published=published)
        self._go = QPushButton("Go")
        self._go.setDefault(True)
        self._go.setEnabled(False)
        self._go.clicked.connect(self.accept)
        self.field.changed.connect(lambda time: self._go.setEnabled(time is not None))
        cancel = QPushButton("Cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addLayout(row)
        self.field.setFocus()

    @property
    def interval(self) -> Interval | None:
        """Where to go, or None where nothing was understood."""
        return None if self.field.time is None else self.field.time.interval
