"""The lines in which a document's own date may stand, and what is said of a date that may be it.

It gathers; how such dates are recognised stands in `candidates`, which one is believed in `published`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Final

from dateline.ingest.date_lines import other_words
from dateline.ingest.header_dates import HeaderDate, may_hold_date, month_comes_first, read_dates
from dateline.ingest.lexicon import bare, header_words
from dateline.model.documents import Line, LineClass

_HEAD_LINES: Final = 40  # lines that are neither blank nor navigation
_HEAD_PARAGRAPHS: Final = 3
_PARAGRAPH_CHARACTERS: Final = 120
_SENTENCE_CHARACTERS: Final = 50
_STOPS: Final = '.!?:"”»“'
_TAIL_LINES: Final = 15
_READ_CHARACTERS: Final = 400  # of a line: a date in a masthead stands near the beginning of its line
_PER_LINE: Final = 0.05
_ENTRY_SEARCH_LINES: Final = 2000
_ENTRY_CHARACTERS: Final = 60  # of a line in which an entry's date may stand
_GAP: Final = re.compile(r"(?<=[^\s:])(?:\s{3,}|\s*\t\s*|\s+[|¦·•]\s+|\s{2,}/\s{2,})(?=\S)")
OWN_LINE_KINDS: Final = frozenset(
    {LineClass.DATELINE, LineClass.BYLINE, LineClass.HEADING, LineClass.TITLE, LineClass.BODY, LineClass.ANSWER}
)
"""Classes of lines in which a date may fill its line."""

_RUNNING: Final = frozenset({LineClass.BODY, LineClass.QUESTION, LineClass.ANSWER, LineClass.LOG})


class Trust(IntEnum):
    """How far a kind of candidate is trusted. The distances keep what agreement adds from overturning more than a
    neighbour.
    """

    MAIL = 130
    PUBLISHED = 120
    EMBARGO_TODAY = 112
    ISSUED = 110
    DATELINE = 95
    BYLINE = 90
    PRODUCED = 88
    FORMULA = 87
    DATED = 85
    CALLED = 83
    LETTERHEAD = 82
    OWN_LINE = 80
    UPDATED = 70
    CLOSING = 60
    ADDRESS = 50
    EMBARGO = 40
    SET_OFF = 30
    ENTRY = 20
    TOLD = 10
    YEAR = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date with its offsets in the text, its line's number, its kind and how far it is trusted."""

    date: HeaderDate
    start: int
    end: int
    line: int
    trust: Trust
    score: float

    def agrees_with(self, other: "Candidate") -> bool:
        """Whether both tell the same day, or one the month of the other."""
        mine, its = self.date, other.date
        if mine.month is None or its.month is None:
            return mine.year == its.year
        same_month = (mine.year, mine.month) == (its.year, its.month)
        return same_month and (mine.day == its.day or mine.day is None or its.day is None)


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line, or a cell of one, in which dates stand: the line's number and class, its place in the text, its words."""

    number: int
    start: int
    kind: LineClass
    words: str
    dates: tuple[HeaderDate, ...]

    def candidate(self, date: HeaderDate, trust: Trust) -> Candidate:
        """A candidate of this line; one further down counts a little less."""
        score = trust - _PER_LINE * min(self.number, 100)
        return Candidate(date, self.start + date.start, self.start + date.end, self.number, trust, score)


@dataclass
class Header:
    """A text's head and tail: the numbers of their lines, blank ones left out."""

    text: str
    lines: tuple[Line, ...]
    head: tuple[int, ...]
    tail: tuple[int, ...]

    @classmethod
    def of(cls, text: str, lines: tuple[Line, ...]) -> "Header":
        """The header of a text."""
        head = _head(lines)
        last = head[-1] if head else -1
        return cls(text, lines, head, tuple(number for number in _tail(lines) if number > last))

    @cached_property
    def month_first(self) -> bool:
        """How the text orders numeric dates."""
        return month_comes_first(self.text)

    @cached_property
    def first_running(self) -> int:
        """The number of the first line of running text that is long enough for a sentence; of all lines without one."""
        for number in self.head:
            line = self.lines[number]
            is_long = line.kind in _RUNNING and line.end - line.start >= _SENTENCE_CHARACTERS
            if is_long and self.text[line.end - 1] in _STOPS:  # what introduces an article often ends without a stop
                return number
        return len(self.lines)

    @cached_property
    def dated_head(self) -> tuple[DatedLine, ...]:
        """The lines of the head that hold dates."""
        return tuple(self.dated(self.head))

    @cached_property
    def dated_tail(self) -> tuple[DatedLine, ...]:
        """The lines of the tail that hold dates."""
        return tuple(self.dated(self.tail))

    def dated(self, numbers: Iterable[int]) -> Iterator[DatedLine]:
        """Those of some lines that hold dates, cell by cell: a masthead has several things in a line, far apart."""
        for number in numbers:
            line = self.lines[number]
            words = self.text[line.start : min(line.end, line.start + _READ_CHARACTERS)]
            if not may_hold_date(words):
                continue
            is_field = line.kind is LineClass.MAIL_HEADER and ":" in words
            for start, cell in [(0, words)] if is_field else _cells(words):
                dates = self._dates(cell)
                if dates:
                    yield DatedLine(number, line.start + start, line.kind, cell, dates)

    def _dates(self, words: str) -> tuple[HeaderDate, ...]:
        """The dates in some words; the whole text is asked for the order of numbers only where that matters."""
        dates = read_dates(words, month_first=True)
        if any(date.swapped for date in dates) and not self.month_first:
            return read_dates(words, month_first=False)
        return dates

    @cached_property
    def entry_days(self) -> tuple[tuple[int, int], ...]:
        """The lines that are a date alone or begin with one, all over the text: their numbers and the day numbers."""
        days = []
        for number, line in enumerate(self.lines[:_ENTRY_SEARCH_LINES]):
            words = self.text[line.start : min(line.end, line.start + _ENTRY_CHARACTERS)]
            if line.kind in OWN_LINE_KINDS and (dates := self._dates(words)):
                is_alone = line.end - line.start <= _ENTRY_CHARACTERS and not other_words(words, dates)
                if is_alone or not other_words(words[: dates[0].start], []):
                    days.append((number, dates[0].day_number))
        return tuple(days)

    @cached_property
    def says_today(self) -> bool:
        """Whether the running text of the head speaks of today."""
        running = (self.lines[number] for number in self.head if self.lines[number].kind in _RUNNING)
        return any(header_words().today.search(self.text, line.start, line.end) for line in running)

    @cached_property
    def related(self) -> int:
        """The number of the line from which on links to other documents stand; the number of all lines where none
        do.
        """
        for number, line in enumerate(self.lines):
            if line.kind in (LineClass.NAVIGATION, LineClass.HEADING, LineClass.BODY):
                if line.end - line.start <= _ENTRY_CHARACTERS and bare(self.words(number)) in header_words().related:
                    return number
        return len(self.lines)

    def text_stands_above(self, number: int) -> bool:
        """Whether a paragraph of running text stands above a line."""
        above = self.lines[:number]
        return any(line.kind in _RUNNING and line.end - line.start >= _PARAGRAPH_CHARACTERS for line in above)

    def words(self, number: int) -> str:
        """A line's words."""
        return self.text[self.lines[number].start : self.lines[number].end]


def _cells(words: str) -> Iterator[tuple[int, str]]:
    """The cells of a line and where they start in it: what stands between wide gaps, bars and brackets."""
    start = 0
    for gap in _GAP.finditer(words):
        yield start, words[start : gap.start()]
        start = gap.end()
    yield start, words[start:]


def _head(lines: tuple[Line, ...]) -> tuple[int, ...]:
    """The first lines, up to the third paragraph of running text."""
    head: list[int] = []
    paragraphs = running = 0
    for number, line in enumerate(lines):
        if line.kind in (LineClass.BLANK, LineClass.NAVIGATION):
            running = 0 if line.kind is LineClass.BLANK else running
            continue
        head.append(number)
        if line.kind in _RUNNING:  # the lines of a wrapped paragraph count together
            before, running = running, running + line.end - line.start
            paragraphs += (
                before < _PARAGRAPH_CHARACTERS <= running or line.end - line.start >= 2 * _PARAGRAPH_CHARACTERS
            )
        if paragraphs >= _HEAD_PARAGRAPHS or len(head) >= _HEAD_LINES:
            break
    return tuple(head)


def _tail(lines: tuple[Line, ...]) -> list[int]:
    """The last lines that are not blank, in order."""
    tail: list[int] = []
    for number in range(len(lines) - 1, -1, -1):
        if lines[number].kind is not LineClass.BLANK:
            tail.append(number)
        if len(tail) == _TAIL_LINES:
            break
    return tail[::-1]
