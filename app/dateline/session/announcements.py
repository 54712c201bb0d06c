"""The signals of the session, on an object of their own: `Session` is no QObject, whose method `event` would stand in
the way.
"""

from PySide6.QtCore import QObject, Signal


class Announcements(QObject):
    """What the session tells everybody. The comments say what each carries."""

    changed = Signal(object)  # Changes
    selection_changed = Signal(object)  # Selection
    filter_changed = Signal(object)  # EventFilter
    pointed = Signal(object)  # Place: words of a document that somebody wants to see now
    project_opened = Signal()  # another project, or none: every view starts anew
    failed = Signal(object)  # UserError
    found_similar = Signal(object)  # tuple of SimilarCase, after one correction
    needs_date = Signal(object)  # id of a document that was added and tells no date
    message = Signal(str)  # a sentence for the status bar
