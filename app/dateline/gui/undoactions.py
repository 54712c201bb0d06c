"""The actions Undo and Redo: they say what would be undone, and ask the session for it."""

from PySide6.QtCore import QObject

from dateline.gui.actions import Actions
from dateline.session.session import Session


class UndoActions(QObject):
    """Keeps the two actions true.

    The stack tells news even while it is destroyed, which is why they are taken from the signals and not asked of it.
    """

    def __init__(self, session: Session, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        stack = session.undo_stack
        self._undo, self._redo = actions["undo"], actions["redo"]
        actions.connect({"undo": session.undo, "redo": session.redo})
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        self._undo.setEnabled(stack.canUndo())
        self._redo.setEnabled(stack.canRedo())
        self._name_undo(stack.undoText())
        self._name_redo(stack.redoText())

    def _name_undo(self, step: str) -> None:
        self._undo.setText(f"&Undo {step}".rstrip())

    def _name_redo(self, step: str) -> None:
        self._redo.setText(f"&Redo {step}".rstrip())
