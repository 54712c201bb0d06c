"""Code points of a text ↔ positions in the QTextDocument that shows it: the only place where the one becomes the other.

Qt counts UTF-16 units, so every character beyond U+FFFF moves what follows it by one. Four characters would also be
swallowed or merged by QTextDocument (a CR before a LF, a leading byte order mark, lone surrogates); `shown` puts one
other character in the place of each, so that nothing moves. This module knows no widget.
"""

import re
from bisect import bisect_left, bisect_right
from typing import Final

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_TROUBLE: Final = re.compile("[\r\ufeff\ufffe\ufdd0\ufdd1\ufffc\x00\ud800-\udfff]")
_WORD_JOINER: Final = "\u2060"
_REPLACEMENT: Final = "\ufffd"


def shown(text: str) -> str:
    """The text to give to a QTextDocument: as many UTF-16 units as `text` has, none of which Qt drops, merges or
    takes for its own.

    >>> shown("a\\r\\nb") == "a \\nb"
    True
    """
    return _TROUBLE.sub(lambda match: _stand_in(match[0]), text)


def _stand_in(character: str) -> str:
    """What is shown for a character that Qt would not keep."""
    return {"\r": " ", "\ufeff": _WORD_JOINER}.get(character, _REPLACEMENT)


class Positions:
    """The two ways of counting in one piece of text that begins at the code point `start` of its document.

    O(n) once, O(log n) for each question. Offsets beyond the piece are taken for its nearest end.
    """

    def __init__(self, text: str, start: int = 0) -> None:
        self.start = start
        self.end = start + len(text)
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._second_units = [at + number + 1 for number, at in enumerate(self._astral)]

    def to_qt(self, offset: int) -> int:
        """The QTextDocument position of a code point of the document.

        >>> Positions("a😀b").to_qt(2)
        3
        """
        inside = min(max(offset, self.start), self.end) - self.start
        return inside + bisect_left(self._astral, inside)

    def to_text(self, position: int) -> int:
        """The code point of the document at a QTextDocument position; inside a surrogate pair, the character it is
        half of.

        >>> Positions("a😀b").to_text(3)
        2
        """
        return min(self.start + position - bisect_right(self._second_units, position), self.end)
