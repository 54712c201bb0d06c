"""Python's own import, put back in its place after Qt for Python has put another there.

Qt for Python (6.11) reads the whole source of every module that is imported after it, to see whether that might ask for
one of its `__feature__`s. Nothing here does. For the two hundred modules between the first paint and the first event
(numpy's among them) it costs a tenth of the time they take (measured), and the sources stay in memory.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - the hook comes with it


def restore_import() -> None:
    """Import as Python does. Nothing happens where Qt for Python has no such hook."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
