"""What changes: the open project, the undo stack, the selection, work in the background. QtCore and QUndoStack, no
widgets.
"""
