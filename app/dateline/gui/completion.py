"""What the window gets once events stand on the screen: the panels, and everything the menus do.

Importing this module imports all panels and dialogs.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox

from dateline.gui.docks import Docks
from dateline.gui.eventverbs import EventVerbs
from dateline.gui.fileverbs import FileVerbs
from dateline.gui.imageverbs import ImageVerbs
from dateline.gui.keyshelp import KeysHelp
from dateline.gui.overview import Overview
from dateline.gui.search import Search
from dateline.gui.undoactions import UndoActions
from dateline.gui.views import VIEWS
from dateline.gui.viewverbs import ViewVerbs, join_looks
from dateline.model.filters import EventFilter
from dateline.session.changes import Selection
from dateline.version import __version__

if TYPE_CHECKING:
    from dateline.gui.window import MainWindow

_OVERVIEW_AFTER_MS: Final = 250  # after the events are on the screen, not before: pyqtgraph would make them wait
_NEED_EVENTS: Final = (
    *("export", "copy_image", "print", "find", "find_next", "find_previous", "select_all", "next_review", "save_as"),
    *("zoom_in", "zoom_out", "fit", "back", "forward", "go_to_date", "full_list"),
)


class Completion(QObject):
    """The later parts of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        session, appearance, actions = window.session, window.appearance, window.commands
        self.canvas = window.canvas
        self.docks = Docks(window, VIEWS, session, appearance)
        self.docks.restore()
        self.search = Search(session, window.toolbar.search_field, window)
        overview = self.docks.panel("overview")
        assert isinstance(overview, Overview)
        self._overview = overview
        self.files = FileVerbs(session, appearance, window)
        self.events = EventVerbs(session, appearance, actions, window)
        self.images = ImageVerbs(session, appearance, self.canvas, window)
        self.views = ViewVerbs(
            session, appearance, actions, self.canvas, window.toolbar, self._overview, self.search, window
        )
        join_looks(actions, appearance)
        self._connect_actions()
        self._undo = UndoActions(session, actions, window)
        self._connect_canvas()
        self._connect_start_page()
        self._card_is_put_away = False
        session.selection_changed.connect(self._bring_card)
        session.changed.connect(self._offer)
        self._offer()
        QTimer.singleShot(_OVERVIEW_AFTER_MS, self._overview, self._load_overview)

    def show_panels(self, *, shown: bool) -> None:
        """Show the panels, or leave the room to the start page."""
        if shown:
            self.docks.uncover()
        else:
            self.docks.cover()
            recent = self._window.session.recent_projects()
            self._window.start_page.show_recent([project.path for project in recent])

    def close(self) -> None:
        """Keep the view and the layout for the next time."""
        self.docks.remember()

    def _load_overview(self) -> None:
        self._overview.load()
        self._overview.show_span(*self.canvas.sight.scale.range_seconds)

    def _connect_actions(self) -> None:
        window = self._window
        window.commands.connect(
            {
                "new": self.files.new,
                "open": self.files.open,
                "add": self.files.add,
                "save_as": self.files.save_as,
                "paste": self.files.paste,
                "properties": self.files.properties,
                "export": self.images.export,
                "copy_image": self.images.copy,
                "print": self.images.print,
                "quit": window.close,
                "find": self._find,
                "find_next": lambda: self.search.step(1),
                "find_previous": lambda: self.search.step(-1),
                "full_list": self._full_list,
                "reset_panels": self.docks.reset,
                "keys": self.show_keys,
                "about": self._about,
            }
        )
        window.commands.connect_switches({"dim": self._dim})
        recent = window.commands.submenus["recent"]
        recent.aboutToShow.connect(lambda: self.files.fill_recent(recent))
        panels = window.commands.submenus["panels"]
        for dock in self.docks.docks.values():
            panels.addAction(dock.toggleViewAction())
        window.session.filter_changed.connect(self._show_dim)

    def _connect_canvas(self) -> None:
        canvas, window = self.canvas, self._window
        canvas.search_asked.connect(self._find)
        canvas.keys_asked.connect(self.show_keys)
        canvas.edit_asked.connect(self.events.edit)
        canvas.merge_asked.connect(self.events.merge)
        canvas.menu_asked.connect(self.events.show_menu)
        canvas.escaped.connect(self._escape)
        window.toolbar.search_field.left.connect(canvas.setFocus)

    def _connect_start_page(self) -> None:
        page = self._window.start_page
        page.open_chosen.connect(self.files.open)
        page.example_chosen.connect(self.files.open_example)
        page.recent_chosen.connect(self._window.session.open)

    def _find(self) -> None:
        field = self._window.toolbar.search_field
        field.setFocus()
        field.selectAll()

    def _escape(self) -> None:
        """After the selection: the search, then the words of the filter, then the card."""
        window = self._window
        if self.search.words:
            window.toolbar.search_field.clear()
        elif window.session.filter.words:
            window.session.set_filter(replace(window.session.filter, words=""))
        elif self.docks.docks["card"].isVisible():
            self.docks.docks["card"].hide()
            self._card_is_put_away = True

    def _bring_card(self, selection: Selection) -> None:
        """The card that Esc closed comes back with the next event; one that was closed by its button does not."""
        if self._card_is_put_away and selection.ids:
            self._card_is_put_away = False
            self.docks.docks["card"].show()

    def _full_list(self) -> None:
        self.docks.fill_with("table")

    def _dim(self, dim: bool) -> None:
        session = self._window.session
        session.set_filter(replace(session.filter, dim=dim))

    def _show_dim(self, event_filter: EventFilter) -> None:
        self._window.commands["dim"].setChecked(event_filter.dim)

    def show_keys(self) -> None:
        """List all keys."""
        KeysHelp(self._window).open()

    def _offer(self, _changes: object = None) -> None:
        """Offer what needs events or documents where there are some."""
        session, actions = self._window.session, self._window.commands
        actions.enable(_NEED_EVENTS, bool(session.events))
        actions.enable(("properties",), bool(session.project.document))

    def _about(self) -> None:
        QMessageBox.about(
            self._window,
            "About Dateline",
            f"<b>Dateline {__version__}</b><p>Turns documents into a timeline on which every mark leads to the exact "
            "words it rests on.<p>Everything happens on this machine. MIT licence.",
        )
