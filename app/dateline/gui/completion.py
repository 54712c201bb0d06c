"""What the window gets after its first paint: the timeline, the overview's plot, and everything the menus do.

Importing this module imports what is slow: numpy, the scene, the painter, the dialogs.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from dateline.gui.canvas.canvas import TimelineCanvas
from dateline.gui.canvas.memory import recall_view, remember_view
from dateline.gui.eventverbs import EventVerbs
from dateline.gui.fileverbs import FileVerbs
from dateline.gui.imageverbs import ImageVerbs
from dateline.gui.keyshelp import KeysHelp
from dateline.gui.overview import Overview
from dateline.gui.viewverbs import ViewVerbs, join_looks
from dateline.version import __version__

if TYPE_CHECKING:
    from dateline.gui.window import MainWindow

_OVERVIEW_AFTER_MS: Final = 250  # after the events are on the screen, not before: pyqtgraph would make them wait


class Completion:
    """The later parts of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        session, appearance, actions = window.session, window.appearance, window.commands
        overview = window.docks.panel("overview")
        assert isinstance(overview, Overview)
        self.canvas = TimelineCanvas(session, appearance, window.centre)
        window.centre.put(self.canvas)
        self.files = FileVerbs(session, appearance, window)
        self.events = EventVerbs(session, appearance, actions, window)
        self.images = ImageVerbs(session, appearance, self.canvas, window)
        self.views = ViewVerbs(
            session, appearance, actions, self.canvas, window.toolbar, overview, window.search, window
        )
        join_looks(actions, appearance)
        self._connect_actions()
        self._connect_undo()
        self._connect_canvas()
        self._connect_start_page()
        session.project_opened.connect(self._recall)
        QTimer.singleShot(_OVERVIEW_AFTER_MS, overview, self._load_overview)

    def close(self) -> None:
        """Keep the view for the next time."""
        remember_view(self.canvas)

    def _load_overview(self) -> None:
        overview = self._window.docks.panel("overview")
        assert isinstance(overview, Overview)
        overview.load()
        overview.show_span(*self.canvas.sight.scale.range_seconds)

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
                "find_next": lambda: window.search.step(1),
                "find_previous": lambda: window.search.step(-1),
                "full_list": self._full_list,
                "reset_panels": window.docks.reset,
                "keys": self.show_keys,
                "about": self._about,
            }
        )
        window.commands.connect_switches({"dim": self._dim})
        recent = window.commands.submenus["recent"]
        recent.aboutToShow.connect(lambda: self.files.fill_recent(recent))
        panels = window.commands.submenus["panels"]
        for dock in window.docks.docks.values():
            panels.addAction(dock.toggleViewAction())
        window.session.filter_changed.connect(lambda f: window.commands["dim"].setChecked(f.dim))

    def _connect_undo(self) -> None:
        session, actions = self._window.session, self._window.commands
        actions.connect({"undo": session.undo, "redo": session.redo})
        stack = session.undo_stack
        for name, can, text in (
            ("undo", stack.canUndoChanged, stack.undoTextChanged),
            ("redo", stack.canRedoChanged, stack.redoTextChanged),
        ):
            can.connect(actions[name].setEnabled)
            text.connect(lambda words, name=name: actions[name].setText(f"&{name.title()} {words}".rstrip()))
        actions["undo"].setEnabled(stack.canUndo())
        actions["redo"].setEnabled(stack.canRedo())

    def _connect_canvas(self) -> None:
        canvas, window = self.canvas, self._window
        canvas.view_changed.connect(lambda: window.feed.show_drawn(*canvas.scene.counts))
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
        if window.search.words:
            window.toolbar.search_field.clear()
        elif window.session.filter.words:
            window.session.set_filter(replace(window.session.filter, words=""))
        else:
            window.docks.docks["card"].hide()

    def _full_list(self) -> None:
        self._window.docks.fill_with("table")

    def _dim(self, dim: bool) -> None:
        session = self._window.session
        session.set_filter(replace(session.filter, dim=dim))

    def show_keys(self) -> None:
        """List all keys."""
        KeysHelp(self._window).open()

    def _recall(self) -> None:
        recall_view(self.canvas)

    def _about(self) -> None:
        QMessageBox.about(
            self._window,
            "About Dateline",
            f"<b>Dateline {__version__}</b><p>Turns documents into a timeline on which every mark leads to the exact "
            "words it rests on.<p>Everything happens on this machine. MIT licence.",
        )
