"""Sections of a chronicle that are headed by their year: "1919", "2003: The bridge opens".

It must not resolve anything.
"""

import re
from dataclasses import dataclass
from typing import Final

from dateline.model.spans import Span
from dateline.temporal.expressions import Expression
from dateline.temporal.meanings import Calendar

_HEADING_CHARACTERS: Final = 80
_BEHIND: Final = re.compile(r"[ \t]*(?:[:–—-][ \t]+[^\n]*[^\n.;,])?[ \t]*(?:\n|\Z)")
_ELSEWHERE: Final = 3  # dates of other years, one after the other, by which a section is taken to have ended
_ASIDE_YEARS: Final = 2  # a story that goes on over New Year is one year on


@dataclass(slots=True)
class Section:
    """The section that is being read: the year and the words of its heading, and how many dates of other years were
    told since one of its own.
    """

    year: int
    heading: Span
    elsewhere: int = 0

    def hear(self, year: int) -> bool:
        """Note a date with its own year; False where the section has ended."""
        self.elsewhere = 0 if year == self.year else self.elsewhere + 1
        return self.elsewhere < _ELSEWHERE

    def governs(self, told: int) -> bool:
        """Whether dates without a year are of the section where a year was told last: any but the next."""
        return not 0 < told - self.year < _ASIDE_YEARS


def section_headed(expression: Expression, text: str) -> Section | None:
    """The section that a year heads: alone in its line, or with a colon or dash and a title."""
    meaning = expression.meaning
    if not isinstance(meaning, Calendar) or meaning.year is None or not meaning.is_year_alone:
        return None
    opens = expression.start == 0 or text[expression.start - 1] == "\n"
    behind = text[expression.end : expression.end + _HEADING_CHARACTERS]
    if not opens or _BEHIND.match(behind) is None:
        return None
    return Section(meaning.year, Span(expression.start, expression.end))
