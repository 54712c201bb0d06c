"""Which kinds of token must be among others for a pattern of kinds to be found there at all.

Most texts hold no quarter, no holiday and no military time: a rule whose kinds are missing need not be tried, nor its
pattern be compiled. It must not know what patterns mean.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.temporal.kinds import Kind

Needs = tuple[frozenset[Kind], ...]
"""Of each set at least one kind must be there."""

_PIECE: Final = re.compile(
    r"(?:[a-z_]\w*:)?(?:(?P<opens>\(\?(?:<?[=!]|:))|(?P<class>\[[^\]]+\])|(?P<name>[A-Z][A-Z0-9_]*))"
    r"|(?P<closes>\))|(?P<or>\|)|(?P<repeats>[?*+]|\{[^}]*\})"
)
_MAY_LACK: Final = ("?", "*", "{0", "{,")


def needs_of(pattern: str, macros: Mapping[str, str]) -> Needs:
    """The needs of a pattern as `Alphabet.compile` takes it.

    >>> needs = needs_of("THE? nth:[ORDINAL FINAL] (?:DASH|OF) NAME(?=YEAR)", {"NAME": "MONTH DOT?"})
    >>> [sorted(needed) for needed in needs]
    [['final', 'ordinal'], ['-', 'of'], ['month']]
    """
    return _branches(_PIECE.finditer(pattern), macros)


def _branches(pieces: Iterator[re.Match[str]], macros: Mapping[str, str]) -> Needs:
    """What stands up to the end of the group that is open; of several branches one set that some branch needs."""
    branches: list[list[Needs]] = [[]]
    for piece in pieces:
        if piece["closes"]:
            break
        if piece["or"]:
            branches.append([])
        elif not piece["repeats"]:
            branches[-1].append(_item(piece, pieces, macros))
        elif piece["repeats"].startswith(_MAY_LACK):
            branches[-1][-1] = ()
    needs = [tuple(needed for item in branch for needed in item) for branch in branches]
    if len(needs) == 1:
        return needs[0]
    return (frozenset().union(*(min(each, key=len) for each in needs)),) if all(needs) else ()


def _item(piece: re.Match[str], pieces: Iterator[re.Match[str]], macros: Mapping[str, str]) -> Needs:
    """A kind, a class, a macro or a group; what only looks around needs nothing here."""
    if piece["opens"]:
        inner = _branches(pieces, macros)
        return inner if piece["opens"] == "(?:" else ()
    if piece["name"] in macros:
        return needs_of(macros[piece["name"]], macros)
    names = piece["class"] or piece["name"]
    return () if names.startswith("[^") else (frozenset(Kind[name] for name in names.strip("[]").split()),)
