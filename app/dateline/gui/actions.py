"""Everything that can be done from the menus, as data: names, words, keys; and the actions made from it.

What an action does is connected by name in `window`; this module must not know it. Keys without a modifier (A, R, E,
M, N, P, F, +, −) belong to the timeline and the table alone and are not here, so that they never get in the way of
typing.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

SEPARATOR: Final = "-"


class Verb(NamedTuple):
    """One action: its name, its words in a menu, its keys, whether it is a switch, and a sentence for the pointer."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    checked: bool = False
    tip: str = ""


class Menu(NamedTuple):
    """A menu or submenu: a title, the names of its verbs, separators and submenus. `name` is for what is filled in
    later.
    """

    title: str
    items: "tuple[str | Menu, ...]"
    name: str = ""


VERBS: Final = (
    Verb("new", "&New", ("Ctrl+N",), tip="Begin an empty timeline; the one that is open is already saved"),
    Verb("open", "&Open…", ("Ctrl+O",), tip="Open a project or documents"),
    Verb("add", "&Add documents…", ("Ctrl+Shift+O",), tip="Add documents to this timeline"),
    Verb(
        "save_as", "Save &as…", ("Ctrl+Shift+S",), tip="Give the project a name and a place; it is saved all the time"
    ),
    Verb("properties", "&Document properties…", ("Ctrl+I",), tip="Title, author, address and date of the document"),
    Verb("export", "&Export image…", ("Ctrl+E",), tip="PNG, SVG or PDF, with an exact preview"),
    Verb("copy_image", "Copy &image", ("Ctrl+Shift+C",), tip="The view as a picture on the clipboard"),
    Verb("print", "&Print…", ("Ctrl+P",)),
    Verb("quit", "&Quit", ("Ctrl+Q",)),
    Verb("undo", "&Undo", ("Ctrl+Z",)),
    Verb("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Verb("find", "&Find", ("Ctrl+F",), tip="Search titles and excerpts"),
    Verb("find_next", "Find ne&xt", ("F3",)),
    Verb("find_previous", "Find pre&vious", ("Shift+F3",)),
    Verb("paste", "&Paste text as document", ("Ctrl+V",)),
    Verb("accept", "&Accept selected", tip="A in the timeline and the table"),
    Verb("reject", "&Reject selected", tip="R in the timeline and the table"),
    Verb("edit", "&Edit event…", tip="E in the timeline and the table"),
    Verb(
        "edit_dates",
        "Edit &dates",
        ("Ctrl+D",),
        checkable=True,
        tip="On the timeline events and their ends can be dragged to other dates",
    ),
    Verb("merge", "&Merge selected", tip="M in the timeline and the table"),
    Verb("reset", "Re&set to what was read"),
    Verb("next_review", "Ne&xt to review", ("Ctrl+J",)),
    Verb("copy_excerpt", "&Copy excerpt with citation", ("Ctrl+Alt+C",)),
    Verb("select_all", "Select a&ll in view", ("Ctrl+A",)),
    Verb("zoom_in", "Zoom &in", ("Ctrl++", "Ctrl+=")),
    Verb("zoom_out", "Zoom &out", ("Ctrl+-",)),
    Verb("fit", "&Fit all", ("Ctrl+0",)),
    Verb("fit_selection", "Fit &selection", ("Ctrl+Shift+F",), tip="F in the timeline; again fits all"),
    Verb("back", "&Back", ("Alt+Left",), tip="The view before this one"),
    Verb("forward", "For&ward", ("Alt+Right",)),
    Verb("go_to_date", "&Go to date…", ("Ctrl+G",)),
    Verb(
        "fold_gaps",
        "Fold ga&ps",
        ("Ctrl+Shift+G",),
        checkable=True,
        checked=True,
        tip="Fold long stretches of time without events",
    ),
    Verb("dim", "&Dim instead of hide what filters leave out", checkable=True),
    Verb(
        "show_open", "Undated events as open &bars", checkable=True, tip="Events known only to be before their document"
    ),
    Verb("animations", "A&nimate zoom", checkable=True),
    Verb("text_larger", "&Larger", ("Ctrl+Alt++", "Ctrl+Alt+=")),
    Verb("text_smaller", "&Smaller", ("Ctrl+Alt+-",)),
    Verb("text_normal", "&Normal", ("Ctrl+Alt+0",)),
    Verb("full_list", "&Full list", ("Ctrl+L",), tip="Everything as a table, as large as the window allows"),
    Verb("reset_panels", "&Reset panels"),
    Verb("keys", "&All keys", ("F1",)),
    Verb("about", "A&bout Dateline"),
)

MENUS: Final = (
    Menu(
        "&File",
        (
            "new",
            "open",
            Menu("Open &recent", (), "recent"),
            SEPARATOR,
            "add",
            "paste",
            "properties",
            SEPARATOR,
            "save_as",
            "export",
            "copy_image",
            "print",
            SEPARATOR,
            "quit",
        ),
    ),
    Menu(
        "&Edit",
        (
            "undo",
            "redo",
            SEPARATOR,
            "find",
            "find_next",
            "find_previous",
            SEPARATOR,
            "accept",
            "reject",
            "edit",
            "edit_dates",
            "merge",
            "reset",
            "next_review",
            SEPARATOR,
            "copy_excerpt",
            "select_all",
        ),
    ),
    Menu(
        "&View",
        (
            "zoom_in",
            "zoom_out",
            "fit",
            "fit_selection",
            "back",
            "forward",
            "go_to_date",
            Menu("S&cale", (), "presets"),
            SEPARATOR,
            Menu("La&nes by", (), "lanes"),
            "fold_gaps",
            "dim",
            "show_open",
            SEPARATOR,
            Menu("&Theme", (), "theme"),
            Menu("Te&xt size", ("text_larger", "text_smaller", "text_normal")),
            Menu("&Years before year 1", (), "years"),
            "animations",
            SEPARATOR,
            Menu("&Panels", (), "panels"),
            "full_list",
            "reset_panels",
        ),
    ),
    Menu("&Help", ("keys", "about")),
)


class Actions:
    """The actions of VERBS as children of a widget, and the menus of MENUS."""

    def __init__(self, parent: QWidget) -> None:
        self._actions = {verb.name: _action(verb, parent) for verb in VERBS}
        self.submenus: dict[str, QMenu] = {}
        parent.addActions(list(self._actions.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect(self, slots: dict[str, Callable[[], object]]) -> None:
        """Let actions do something, by name."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())

    def connect_switches(self, slots: dict[str, Callable[[bool], object]]) -> None:
        """Let switches do something with their new state, by name."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda checked, slot=slot: slot(checked))

    def enable(self, names: tuple[str, ...], enabled: bool) -> None:
        """Offer some actions, or grey them."""
        for name in names:
            self._actions[name].setEnabled(enabled)

    def fill(self, bar: QMenuBar) -> None:
        """Put all menus into a menu bar."""
        for menu in MENUS:
            bar.addMenu(self._menu(menu, bar))

    def _menu(self, menu: Menu, parent: QWidget) -> QMenu:
        made = QMenu(menu.title, parent)
        made.setToolTipsVisible(True)
        for item in menu.items:
            if item == SEPARATOR:
                made.addSeparator()
            elif isinstance(item, str):
                made.addAction(self._actions[item])
            else:
                made.addMenu(self._menu(item, made))
        if menu.name:
            self.submenus[menu.name] = made
        return made


def _action(verb: Verb, parent: QWidget) -> QAction:
    action = QAction(verb.text, parent)
    action.setObjectName(f"action-{verb.name}")
    action.setCheckable(verb.checkable)
    action.setChecked(verb.checked)
    action.setShortcuts([QKeySequence(keys) for keys in verb.keys])
    if verb.tip:
        action.setToolTip(verb.tip)
    return action
