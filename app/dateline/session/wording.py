"""The few words that labels of undo, the log and the status bar are made of."""

from typing import Final

_LABEL_CHARACTERS: Final = 40  # what a menu entry holds without becoming wider than the menu


def several(number: int, noun: str) -> str:
    """A number and its noun.

    >>> several(1, "document"), several(1200, "event")
    ('1 document', '1,200 events')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def shortened(text: str, characters: int = _LABEL_CHARACTERS) -> str:
    """A text on one line, cut after a word where it is too long.

    >>> shortened("The meeting of the special rapporteur in New York", 30)
    'The meeting of the special…'
    """
    line = " ".join(text.split())
    if len(line) <= characters:
        return line
    cut = line[:characters]
    head = cut.rpartition(" ")[0]
    return (head if len(head) >= characters // 2 else cut).rstrip(" ,;:–-") + "…"
