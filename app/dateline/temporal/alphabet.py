"""One character for every combination of kinds, so that a text becomes a short string that regular expressions can
search.

A pattern names kinds (`THE? LAST count:NUM? UNIT`); each name becomes the class of all characters whose combination
holds that kind, so an ambiguous word ("second": a unit and an ordinal) matches either. It must not know words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Final

from dateline.temporal.kinds import Kind

_NOTHING: Final = "(?!)"
_NAME: Final = re.compile(r"([a-z_]\w*):\(\?:|(?:([a-z_]\w*):)?(\[[A-Z0-9_ ^]+\]|[A-Z][A-Z0-9_]*)|\s+")


def _meaningless() -> Iterator[str]:
    """Characters that mean nothing to a regular expression, the lowest first: a class of those below 256 is a short
    bitmap, and compiled in half the time of any other.
    """
    return (chr(code) for code in count(1) if re.escape(chr(code)) == chr(code))


class Alphabet:
    """The characters given to combinations of kinds, fixed when a language is loaded."""

    def __init__(self, combinations: Iterable[frozenset[Kind]]) -> None:
        distinct = sorted(set(combinations), key=sorted)
        self._characters = dict(zip(distinct, _meaningless(), strict=False))
        self._kinds = {character: kinds for kinds, character in self._characters.items()}
        self._of_kind: dict[Kind, set[str]] = defaultdict(set)
        for kinds, character in self._characters.items():
            for kind in kinds:
                self._of_kind[kind].add(character)

    def character(self, kinds: frozenset[Kind]) -> str:
        """The character of a combination of kinds."""
        return self._characters[kinds]

    def kinds_in(self, tags: str) -> frozenset[Kind]:
        """All kinds that some token of a string of tags can be of."""
        return frozenset().union(*(self._kinds[character] for character in set(tags)))

    def compile(self, pattern: str, macros: Mapping[str, str]) -> re.Pattern[str]:
        """A pattern of kinds as a regular expression over tags; `name:KIND` and `name:(?:...)` make
        groups, `[A B]` is any of several kinds.

        Macros are names that stand for longer patterns. Raises KeyError where a name is neither a kind nor a macro.
        """

        def replace(match: re.Match[str]) -> str:
            opened, group, name = match.groups()
            if opened:
                return f"(?P<{opened}>"
            if name is None:
                return ""
            if name in macros:
                body = f"(?:{_NAME.sub(replace, macros[name])})"
            else:
                body = self._class(name)
            return f"(?P<{group}>{body})" if group else body

        return re.compile(_NAME.sub(replace, pattern))

    def _class(self, name: str) -> str:
        negated = name.startswith("[^")
        wanted = [self._of_kind[Kind[part]] for part in name.strip("[^]").split()]
        characters = "".join(sorted(set().union(*wanted)))
        if not characters:
            return "." if negated else _NOTHING
        return f"[{'^' if negated else ''}{characters}]"
