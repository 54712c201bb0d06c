"""In which sentence each expression stands: what is counted from a date that was told looks in its own sentence first.

It must not know dates or languages.
"""

import re
from collections.abc import Sequence
from typing import Final

from dateline.temporal.expressions import Expression

# A full stop before a small letter is an abbreviation's ("218 B.C. and"), and behind a short word often one before a
# figure ("Sept. 3", "3. 5."). One behind two letters with a capital is a title's or an initial's ("Mr. Hale").
_NO_TITLE: Final = r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs|\bRev|\bGen|\bCol|\bSgt|\bSen|\bRep|\bGov)"
_END: Final = re.compile(
    _NO_TITLE + r"""[.!?]["'”’)\]]*\s+["'“‘(\[]*(?P<opening>[^\W\d_])"""
    r"""|[^\W\d_]{5}[.!?]["'”’)\]]*\s+["'“‘(\[]*\d|\n\s*\n"""
)
_PARAGRAPH_END: Final = re.compile(r"""\n\s*\n|[.!?:;"'”’)\]][^\S\n]*\n""")  # lines that are wrapped end in between
_LOOK_CHARACTERS: Final = 2000  # farther apart no two expressions share a sentence


def sentence_numbers(expressions: Sequence[Expression], text: str, beside: Sequence[bool]) -> list[int]:
    """A number for each expression, equal for those of one sentence; `beside` are those out of the running text, whose
    lines may end without a stop.
    """
    out: list[int] = []
    end, number, was_beside = 0, 0, False
    for expression, is_beside in zip(expressions, beside, strict=True):
        number += is_beside is not was_beside or _parted(text, end, expression.start)
        was_beside = is_beside
        out.append(number)
        end = max(end, expression.end)
    return out


def _parted(text: str, end: int, start: int) -> bool:
    """Whether a sentence ends between two places."""
    if start - end > _LOOK_CHARACTERS:
        return True
    between = text[max(0, end - 1) : start + 1]  # "218 B.C." may hold the stop itself
    openings = (found["opening"] for found in _END.finditer(between))
    return any(opening is None or not opening.islower() for opening in openings)


def is_paragraph_between(text: str, start: int, end: int) -> bool:
    """Whether a paragraph ends between two places."""
    return _PARAGRAPH_END.search(text, start, end) is not None
