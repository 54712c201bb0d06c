"""A source document: immutable text, its lines and their classes, its own date and where that was read."""

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from dateline.model.corrections import Correction
from dateline.model.dates import Interval, Precision
from dateline.model.edtf import format_edtf
from dateline.model.spans import Span
from dateline.model.values import Value

_ID_DIGITS: Final = 16  # of the sha256: 64 bits, no collision among any number of documents a person holds
_SAMPLE_CHARACTERS: Final = 2_000
_ENOUGH_WORDS: Final = 15  # a calendar has hardly any, a note of a line is in no language for certain
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


class LineClass(StrEnum):
    """What a line of a document is. Only some lines make events (`makes_events`)."""

    BLANK = "blank"
    NAVIGATION = "navigation"
    TITLE = "title"
    HEADING = "heading"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    QUESTION = "question"
    ANSWER = "answer"
    BODY = "body"
    PULL_QUOTE = "pull quote"
    MAIL_HEADER = "mail header"
    QUOTED_MAIL = "quoted mail"
    LOG = "log"
    TABLE = "table"
    FOOTNOTE = "footnote"
    CITATION = "citation"  # of another work: an entry of a list of references
    LEGAL = "legal"  # copyright lines, terms, embargo notes

    @property
    def makes_events(self) -> bool:
        """Whether clauses of such a line may become events."""
        return self in _EVENTFUL


_TERSE: Final = frozenset({LineClass.LOG, LineClass.TABLE})
_EVENTFUL: Final = frozenset(
    {
        LineClass.TITLE,
        LineClass.HEADING,
        LineClass.CAPTION,
        LineClass.QUESTION,
        LineClass.ANSWER,
        LineClass.BODY,
        LineClass.QUOTED_MAIL,
        LineClass.LOG,
        LineClass.TABLE,
        LineClass.FOOTNOTE,
        LineClass.DATELINE,
    }
)


@dataclass(frozen=True, slots=True)
class Line(Value):
    """One line of the canonical text without its LF."""

    start: int
    end: int
    kind: LineClass

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)


class PublishedOrigin(StrEnum):
    """Where a document's own date came from."""

    TEXT = "text"
    METADATA = "metadata"
    OPTION = "option"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Published:
    """The document creation time: an interval (usually a day; an hour or a month where that is all there is)."""

    interval: Interval
    precision: Precision
    origin: PublishedOrigin
    span: Span | None = None  # its words in the text, for origin TEXT

    @property
    def edtf(self) -> str:
        """In EDTF."""
        return format_edtf(self.interval, self.precision)


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document as it was read once. Corrections by a person make a new value with the same id, text and sha256."""

    id: str
    name: str
    text: str = field(repr=False)
    sha256: str
    lines: tuple[Line, ...] = field(repr=False)
    language: str | None = None
    published: Published | None = None
    title: str = ""
    author: str = ""
    address: str = ""
    suggested_day: int | None = None  # the file's own date, day number; only ever a suggestion to a person
    other_names: tuple[str, ...] = ()  # the same text, added again under other names
    corrections: tuple[Correction, ...] = ()  # how a person reads some of its words, in the order of the text

    @property
    def language_is_unknown(self) -> bool:
        """Whether no language was told by its words, though it has enough of them: asked once it was analysed.

        Entries of logs and tables leave out the small words that tell a language, so they prove nothing.
        """
        if self.language is not None:
            return False
        told = (line for line in self.lines if line.start < _SAMPLE_CHARACTERS and line.kind not in _TERSE)
        words = (len(_WORD.findall(self.text, line.start, min(line.end, _SAMPLE_CHARACTERS))) for line in told)
        return sum(words) >= _ENOUGH_WORDS

    @property
    def dateline(self) -> Span | None:
        """The words that tell its own date and nothing else, if there are any; an entry of a log dates itself too."""
        span = self.published.span if self.published is not None else None
        line = self.line_at(span.start) if span is not None else None
        return None if line is not None and line.kind is LineClass.LOG else span

    def line_at(self, offset: int) -> Line | None:
        """The line that holds a code point (its LF counts to it), by bisection."""
        low, high = 0, len(self.lines)
        while low < high:
            middle = (low + high) // 2
            if self.lines[middle].end < offset:
                low = middle + 1
            else:
                high = middle
        return self.lines[low] if low < len(self.lines) else None


def text_hash(text: str) -> str:
    """sha256 of a canonical text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_id(sha256: str) -> str:
    """A document's id: the beginning of its text's sha256."""
    return sha256[:_ID_DIGITS]
