"""Cutting a text into words, numbers and signs. It must not know what they mean; it is linear in the text."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Chunk(NamedTuple):
    """A word, a number with what hangs on it, a sign, or an empty line between paragraphs (its word is a line feed)."""

    start: int
    end: int
    word: str  # in lower case, without the full stops of an abbreviation


# A word may have digits behind letters (an identifier). Abbreviations keep their inner full stops together: "a.m.",
# "B.C.". A number takes the signs between its digits; a comma only before exactly three digits. A date and a clock in
# ISO's form are one.
_CHUNK: Final = re.compile(
    r"\d{4}-\d\d-\d\d[T _]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[ ]?[+-]\d\d:?\d\d)?(?!\d)"
    r"|\d+(?:(?:[./:–—-]|,(?=\d\d\d(?!\d)))\d+)*(?:[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?|[^\W_]*)"
    r"|[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?"
    r"|[^\W\d_]+(?:\d[^\W_]*)?"
    r"|['’]s(?!\w)"
    r"|\n[^\S\n]*\n\s*"
    r"|[^\w\s]|_+"
)


def scan(text: str) -> Iterator[Chunk]:
    """The chunks of a text in order; blanks and single line feeds are left out."""
    for match in _CHUNK.finditer(text):
        word = match.group()
        start, end = match.span()
        if word[0] == "\n":
            yield Chunk(start, end, "\n")
        elif word[0].isalpha() and "." in word:
            yield Chunk(start, end, word.lower().replace(".", ""))
        else:
            yield Chunk(start, end, word.lower().replace("’", "'"))
