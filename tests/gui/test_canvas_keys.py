"""The table of keys: each verb is there, and each key is told in the list of all keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from dateline.gui.actions import MENUS, VERBS, Menu
from dateline.gui.canvas.keys import KEYS, verb_of
from dateline.gui.canvas.verbs import CanvasVerbs
from dateline.gui.keyshelp import KEYS as TOLD

NO = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NO) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


@pytest.mark.parametrize("verb", sorted(set(KEYS.values())))
def test_each_key_has_its_verb(verb: str) -> None:
    assert callable(getattr(CanvasVerbs, verb))
    assert getattr(CanvasVerbs, verb).__doc__


@pytest.mark.parametrize(
    ("key", "modifiers", "verb"),
    [
        (Qt.Key.Key_A, NO, "accept"),
        (Qt.Key.Key_A, CONTROL, None),
        (Qt.Key.Key_A, SHIFT, None),
        (Qt.Key.Key_Plus, SHIFT, "zoom_in"),
        (Qt.Key.Key_Plus, KEYPAD, "zoom_in"),
        (Qt.Key.Key_Question, SHIFT, "all_keys"),
        (Qt.Key.Key_Slash, SHIFT, "search"),
        (Qt.Key.Key_Home, NO, "go_first"),
        (Qt.Key.Key_Q, NO, None),
    ],
)
def test_modifiers_that_a_layout_needs_do_not_count(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, verb: str | None
) -> None:
    assert verb_of(press(key, modifiers)) == verb


def test_no_two_actions_share_a_key() -> None:
    keys = [key for verb in VERBS for key in verb.keys]
    assert len(keys) == len(set(keys))


def test_every_action_is_in_one_menu() -> None:
    def names(menu: Menu) -> list[str]:
        return [
            name for item in menu.items for name in ([item] if isinstance(item, str) else names(item)) if name != "-"
        ]

    placed = [name for menu in MENUS for name in names(menu)]
    assert sorted(placed) == sorted(verb.name for verb in VERBS)


def test_no_action_of_the_window_has_a_key_without_modifier() -> None:
    bare = {key for verb in VERBS for key in verb.keys if "+" not in key and not key.startswith("F")}
    assert not bare, "it would get in the way of typing"


def test_all_keys_of_the_window_are_told() -> None:
    told = " ".join(keys for _, rows in TOLD for keys, _ in rows)
    for name in ("open", "add", "paste", "find", "undo", "redo", "export", "copy_image", "print", "go_to_date", "keys"):
        verb = next(verb for verb in VERBS if verb.name == name)
        assert verb.keys[0] in told, name
