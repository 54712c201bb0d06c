"""A small question to a person: what it is about, its fields, and two buttons of which one does it.

It must not know what is asked; a dialog of the program is one of these with its own fields.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QLineEdit, QVBoxLayout, QWidget

from dateline.gui.style import set_role


class Question(QDialog):
    """Closed by Cancel or Esc, nothing happens; `yes` is the button that does it, and Enter presses it."""

    def __init__(self, title: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttons = QDialogButtonBox(self)
        self.yes = self.buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.yes.setDefault(True)
        set_role(self.yes, "primary")
        self.buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def lay_out(self, *parts: QWidget | QLayout) -> None:
        """Put what is asked one below the other, the buttons at the end."""
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addWidget(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field, whose words can be typed over: the buttons were made first, and would have it."""
        super().showEvent(event)
        field = next((field for field in self.findChildren(QLineEdit) if field.isVisible() and field.isEnabled()), None)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)
