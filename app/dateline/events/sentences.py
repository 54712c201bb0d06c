"""Sentences of a document: spans that never cross a line of another class.

Lines of running text that were broken to a width are joined, so that a sentence may run over several lines of one
paragraph. It is one pass of one pattern over the text. It must not know words beyond a language's abbreviations.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

from dateline.model.documents import Line, LineClass, SourceDocument
from dateline.model.spans import Span
from dateline.model.timex import Timex3

_RUNNING: Final = frozenset(
    {LineClass.BODY, LineClass.QUOTED_MAIL, LineClass.ANSWER, LineClass.QUESTION, LineClass.FOOTNOTE}
)
_ROWS: Final = frozenset({LineClass.TABLE, LineClass.LOG})
# The last column of a row's head that wide gaps part: where the rows that go on from it begin.
_COLUMNS: Final = re.compile(r"\s*\S[^\n]{0,30}?\s{2,}(?=[^\W\d_]|[\"“'(])")
_ROW_NUMBER: Final = re.compile(r"\s*\d{1,3}\s{2,}(?=\d{1,2}[./]\d|\d{4}\b|[A-Z][a-z]{2,8}\.? \d{4}|c\. ?\d)")
_INDENT: Final = re.compile(r" {4,}(?=\S)")
_COLUMN_SLACK: Final = 2
_LONGEST_ROW: Final = 400
_WRAP_WIDTH: Final = 45  # a shorter line that is followed by another is a line of its own (an address, a list, a verse)
_LONGEST_SENTENCE: Final = 4000  # what runs on longer is no sentence (a table without lines, OCR); it is cut at a space
_END: Final = re.compile(
    # Possessive, and never from within a run: a page of dots is read once.
    r"(?<![.!?…])[.!?…]++(?:[\"'”’»)\]]*+(?=\s)|[\"”’»)\]]++(?=[A-Z])|(?:\[\d{1,3}\])++(?=\s))|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])|;[^\S\n]*+\n"
)
_CLOCK_MARKS: Final = frozenset({"a.m", "p.m"})
_BEFORE_NUMBERS: Final = frozenset({"no", "nos"})
_ZONE: Final = re.compile(
    r"[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:East|West|Cent|Pac|Mount|Green|Brit)"
)
_LAST_WORD: Final = re.compile(r"(\w[\w.’'-]*)\W*$")
_NEXT: Final = re.compile(r"\s*+[\"'“‘„«(\[–—-]*+\s*+(\w)")
_SPEAKER: Final = re.compile(r"\s*(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}|Q|A):\s+(?=\S)")
_LONGEST_DATELINE: Final = 60
_DATELINE_END: Final = re.compile(r"[\s,.]*(?:\([^)\n]{2,40}\)\s*)?[–—:-]+\s+")  # "LONDON, May 16, 2018 (AP) - "
_BULLET: Final = re.compile(  # "- ", "3.", "3.1  ", "(a)", "> "
    r"\s*(?:(?:[-*•·–—]+|\d{1,2}(?:\.\d{1,2})+(?=\s\s)|\(?\d{1,3}[.)]|(?!c\.\s?\d)\(?[a-z][.)])\s++|>++\s*+)++"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, the class of its lines, its paragraph's number, and who speaks where a label says so.

    `opens_line`: it is the first of its line; `listed`: its line is an item of a list.
    """

    index: int
    start: int
    end: int
    line_class: LineClass
    paragraph: int
    speaker: str = ""
    opens_line: bool = False
    listed: bool = False

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that are read together."""

    start: int
    end: int
    line_class: LineClass
    paragraph: int


def sentences(
    document: SourceDocument, abbreviations: frozenset[str], timexes: Iterable[Timex3] = ()
) -> list[Sentence]:
    """All sentences of the lines that can make events, in the order of the text. Where one of the time expressions
    begins, no bullet and no label stands: "7. November 2014: ...", "January: ..."."""
    text, found, dated = document.text, list[Sentence](), frozenset(timex.start for timex in timexes)
    for block in _blocks(text, document.lines or lines_of(text)):
        start, speaker, listed = _opening(document, block, dated)
        for span in _split(text, start, block.end, abbreviations):
            opens = span.start == start
            found.append(
                Sentence(len(found), span.start, span.end, block.line_class, block.paragraph, speaker, opens, listed)
            )
    return found


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that nobody has classified: body, or blank."""
    found, start = [], 0
    for part in text.split("\n"):
        end = start + len(part)
        found.append(Line(start, end, LineClass.BODY if part.strip() else LineClass.BLANK))
        start = end + 1
    return tuple(found)


def _blocks(text: str, lines: Sequence[Line]) -> Iterator[_Block]:
    """Runs of lines that belong together. A blank line, another class, or a line that was not wrapped ends a run."""
    paragraph, start, last = 0, None, None
    for line in lines:
        joins = last is not None and line.kind is last.kind and _goes_on(text, start, last, line)
        if last is not None and start is not None and not joins:
            yield _Block(start, last.end, last.kind, paragraph)
            start = None
        if not joins and (last is None or last.kind is not line.kind or line.kind in _RUNNING | _ROWS):
            paragraph += 1
        last = None
        if line.kind.makes_events:
            start, last = (line.start if start is None else start), line
    if last is not None and start is not None:
        yield _Block(start, last.end, last.kind, paragraph)


def _goes_on(text: str, start: int | None, line: Line, following: Line) -> bool:
    """Whether a line belongs to what began at a place and has come up to the line above."""
    if line.kind in _RUNNING:
        return _is_wrapped(text, line, following)
    if line.kind not in _ROWS or start is None or start > line.start:
        return False
    head = _COLUMNS.match(text, start, text.find("\n", start) if "\n" in text[start : line.end] else line.end)
    indent = _INDENT.match(text, following.start, following.end)
    if head is None or indent is None or following.end - following.start > _LONGEST_ROW:
        return False
    return abs((indent.end() - following.start) - (head.end() - start)) <= _COLUMN_SLACK


def _is_wrapped(text: str, line: Line, following: Line) -> bool:
    """Whether running text goes on in the next line."""
    if line.kind not in _RUNNING or line.end - line.start < _WRAP_WIDTH:
        return False
    if text[line.end - 1] == ":":
        return False
    words = text[following.start : following.end].lstrip("> ")
    if not words or words[0] in "-*•·–—#|":
        return False
    return not (words[0].isupper() and text[line.end - 1] in '.!?:”"' and line.end - line.start > 120)


def _opening(document: SourceDocument, block: _Block, dated: Set[int]) -> tuple[int, str, bool]:
    """Where a block's first sentence begins, behind bullets, a dateline and a speaker's label; the label; whether it
    is listed. `dated` are the places where time expressions begin."""
    text, start = document.text, block.start
    bullet = _BULLET.match(text, start, block.end)
    if bullet is not None and not dated.isdisjoint(range(*bullet.span())):
        bullet = None
    if bullet is not None:
        start = bullet.end()
    listed = bullet is not None and not bullet.group().lstrip().startswith(">")
    if bullet is None and block.line_class in _ROWS:
        number = _ROW_NUMBER.match(text, start, block.end)
        start = number.end() if number is not None else start
    published = document.dateline
    if published is not None and start <= published.start < min(block.end, start + _LONGEST_DATELINE):
        dateline = _DATELINE_END.match(text, published.end, block.end)
        if dateline is not None:
            return dateline.end(), "", listed
    if block.line_class in {LineClass.ANSWER, LineClass.QUESTION, LineClass.BODY}:
        label = _SPEAKER.match(text, start, min(block.end, start + 60))
        if label is not None and dated.isdisjoint(range(*label.span())):
            return label.end(), label.group().strip().rstrip(":"), listed
    return start, "", listed


def _split(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[Span]:
    """The sentences between two places."""
    for match in _END.finditer(text, start, end):
        if match.start() < start or not _is_end(text, match, end, abbreviations):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, end)


def _is_end(text: str, match: re.Match[str], end: int, abbreviations: frozenset[str]) -> bool:
    """Whether a stop ends a sentence: not after an abbreviation, an initial or an ordinal, and not before a small
    letter."""
    following = _NEXT.match(text, match.end(), end)
    if following is not None and following[1].islower():
        return False
    if match.group()[:1] != "." or len(match.group().rstrip("\"'”’»)]")) > 1:
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    if word is None or following is None:
        return True
    last = word[1]
    if len(last) == 1 and last.isupper() and last != "I":
        return False
    if last.isdigit() and len(last) <= 2 and "." in abbreviations:
        return False
    if last.lower() in _CLOCK_MARKS:
        return following[1].isupper() and _ZONE.match(text, following.start(1)) is None  # "at 7 a.m. Power failed"
    if last.lower() in _BEFORE_NUMBERS and not following[1].isdigit():
        return True  # "No. 5", but "He said no. Then he left"
    return last.lower() not in abbreviations


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without white space around it, cut where it is longer than any sentence."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield Span(start, end)
