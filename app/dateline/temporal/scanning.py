"""Cutting a text into words, numbers and signs. It must not know what they mean; it is linear in the text."""

import re
from collections.abc import Iterator
from typing import Final

# A word may have digits behind letters (an identifier). Abbreviations keep their inner full stops together: "a.m.",
# "B.C.". A number takes the signs between its digits; a comma only before exactly three digits, or before one or two
# with a word behind ("2,5 Jahre"). A date and a clock in
# ISO's form are one.
CHUNK: Final = re.compile(
    r"\d{4}-\d\d-\d\d[T _]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[ ]?[+-]\d\d:?\d\d)?(?!\d)"
    r"|\d+(?:(?:[./:–—-]|,(?=\d\d\d(?!\d)|\d\d?[ ]?[^\W\d_]))\d+)*(?:[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?|[^\W_]*)"
    r"|[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?"
    r"|[^\W\d_]+(?:\d[^\W_]*)?"
    r"|['’]s(?!\w)"
    r"|\n[^\S\n]*\n\s*"
    r"|[^\w\s]|_+"
)


def normalised(raw: str) -> str:
    """A chunk's word: in lower case, an abbreviation without its full stops, an empty line as a line feed."""
    if raw[0] == "\n":
        return "\n"
    if raw[0].isalpha() and "." in raw:
        return raw.lower().replace(".", "")
    return raw.lower().replace("’", "'")


def scan(text: str) -> Iterator[str]:
    """The words, numbers and signs of a text in order; blanks and single line feeds are left out."""
    return (normalised(match.group()) for match in CHUNK.finditer(text))
