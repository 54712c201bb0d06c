"""What the Edit menu does with the selected events. Each verb is one step in the session; dialogs that ask are here."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from dateline.gui.actions import Actions
from dateline.gui.appearance import Appearance
from dateline.gui.editevent import EditEventDialog
from dateline.gui.source.citation import citation
from dateline.model.events import Event, ReviewState
from dateline.session.session import Session

NEED_SELECTION = ("accept", "reject", "edit", "reset", "copy_excerpt", "fit_selection")


class EventVerbs(QObject):
    """Verbs on the selection, for one window."""

    def __init__(self, session: Session, appearance: Appearance, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._appearance = appearance
        self._actions = actions
        self._window = window
        actions.connect(
            {
                "accept": lambda: self._review(ReviewState.ACCEPTED),
                "reject": lambda: self._review(ReviewState.REJECTED),
                "edit": self.edit,
                "merge": self.merge,
                "reset": lambda: session.reset(session.selection.ids),
                "next_review": session.next_to_review,
                "copy_excerpt": self.copy_excerpt,
            }
        )
        session.selection_changed.connect(self._offer)
        session.changed.connect(self._offer)
        self._offer()

    def edit(self) -> None:
        """The form for the selected event."""
        if (event := self._first()) is not None:
            EditEventDialog(self._session, self._appearance, event, self._window).open()

    def merge(self) -> None:
        """Make one event of the selected ones."""
        if len(self._session.selection.ids) > 1:
            self._session.merge(self._session.selection.ids)
        else:
            self._session.message.emit("Select two or more events to merge them: Ctrl+click, or Ctrl+Shift+drag.")

    def copy_excerpt(self) -> None:
        """The excerpt that is shown, with where it stands."""
        event = self._first()
        if event is None or not event.excerpts:
            return
        excerpt = event.excerpts[min(self._session.selection.excerpt, len(event.excerpts) - 1)]
        document = self._session.document(excerpt.document)
        if document is not None:
            QGuiApplication.clipboard().setText(citation(document, excerpt.start, excerpt.end))
            self._session.message.emit("The excerpt and its citation are on the clipboard.")

    def show_menu(self, at: QPoint, ids: tuple[str, ...]) -> None:
        """The menu of events, or of the timeline where there is none under the pointer."""
        if ids and not set(ids) <= set(self._session.selection.ids):
            self._session.select(ids)
        names = _EVENT_MENU if ids else _TIMELINE_MENU
        menu = QMenu(self._window)
        menu.setObjectName("context-menu")
        for name in names:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _review(self, state: ReviewState) -> None:
        ids = self._session.selection.ids
        if ids:
            self._session.review(ids, state)

    def _first(self) -> Event | None:
        ids = self._session.selection.ids
        return self._session.event(ids[0]) if ids else None

    def _offer(self, _what: object = None) -> None:
        count = len(self._session.selection.ids)
        self._actions.enable(NEED_SELECTION, count > 0)
        self._actions.enable(("merge",), count > 1)


_EVENT_MENU = (
    "accept",
    "reject",
    "edit",
    "merge",
    "reset",
    None,
    "copy_excerpt",
    None,
    "fit_selection",
    "fit",
    None,
    "export",
    "copy_image",
)
_TIMELINE_MENU = (
    "fit",
    "fit_selection",
    "back",
    "forward",
    "go_to_date",
    None,
    "fold_gaps",
    "show_open",
    None,
    "export",
    "copy_image",
    "print",
)
