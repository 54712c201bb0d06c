"""A long text in pieces, so that the tokens of only one of them are in memory at a time. It must not know words."""

from collections.abc import Iterator
from typing import Final

_LENGTH: Final = 50_000  # characters: tokens take some 40 times the room of the text they are made from
_SEPARATORS: Final = ("\n\n", "\n", ". ", " ")  # best first: expressions run over none of them but the last


def segments(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each piece, which follow each other without gaps; a piece ends between paragraphs where it
    can.
    """
    start = 0
    while len(text) - start > _LENGTH:
        end = _cut(text, start)
        yield start, end
        start = end
    yield start, len(text)


def _cut(text: str, start: int) -> int:
    """The end of the piece that begins at a place: behind the last separator of its second half."""
    for separator in _SEPARATORS:
        found = text.rfind(separator, start + _LENGTH // 2, start + _LENGTH)
        if found >= 0:
            return found + len(separator)
    return start + _LENGTH
