"""The keys of the timeline, as a table from key to verb. Verbs are methods of the canvas; keys with Ctrl are the
window's.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_K = Qt.Key
KEYS: Final = {
    _K.Key_Left: "go_left",
    _K.Key_Right: "go_right",
    _K.Key_Up: "go_up",
    _K.Key_Down: "go_down",
    _K.Key_Return: "show_excerpt",
    _K.Key_Enter: "show_excerpt",
    _K.Key_Space: "show_excerpt",
    _K.Key_N: "next_excerpt",
    _K.Key_P: "previous_excerpt",
    _K.Key_Plus: "zoom_in",
    _K.Key_Equal: "zoom_in",
    _K.Key_Minus: "zoom_out",
    _K.Key_0: "fit_all",
    _K.Key_F: "fit_selection",
    _K.Key_Home: "go_first",
    _K.Key_End: "go_last",
    _K.Key_PageUp: "page_back",
    _K.Key_PageDown: "page_on",
    _K.Key_A: "accept",
    _K.Key_R: "reject",
    _K.Key_E: "edit",
    _K.Key_M: "merge",
    _K.Key_Slash: "search",
    _K.Key_Question: "all_keys",
    _K.Key_Escape: "escape",
    _K.Key_Menu: "menu",
}
_SHIFTED: Final = frozenset({_K.Key_Plus, _K.Key_Question, _K.Key_Slash, _K.Key_Equal})  # where a layout needs Shift


def verb_of(event: QKeyEvent) -> str | None:
    """What a key does here, or None where it is not ours."""
    key = _K(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in _SHIFTED:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return KEYS.get(key) if modifiers == Qt.KeyboardModifier.NoModifier else None
