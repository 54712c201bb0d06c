"""Numbered source notes: for each event its number, its title, and the words it rests on with document and date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model.documents import SourceDocument
from dateline.model.events import Event, Excerpt
from dateline.model.spans import Span
from dateline.model.wording import describe_interval, describe_time
from dateline.model.yearstyle import YearStyle

_NO_SOURCE: Final = "added by hand, without a source"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a note's text that stands out: a title or a date's phrase, what is muted, or a link."""

    span: Span
    bold: bool = False
    muted: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """The note of one event: its number, its text on one paragraph, and the passages in it, in code points."""

    number: int
    event_id: str
    text: str
    passages: tuple[Passage, ...]

    @property
    def addresses(self) -> tuple[str, ...]:
        """The web addresses it links to."""
        return tuple(dict.fromkeys(passage.address for passage in self.passages if passage.address))


class _Paragraph:
    """Text put together piece by piece."""

    def __init__(self) -> None:
        self.text = ""
        self.passages: list[Passage] = []

    def add(self, words: str, bold: bool = False, muted: bool = False, address: str = "") -> None:
        start = len(self.text)
        self.text += words
        if bold or muted or address:
            self.passages.append(Passage(Span(start, len(self.text)), bold, muted, address))


def numbered_notes(
    events: Sequence[Event],
    documents: Mapping[str, SourceDocument],
    year_style: YearStyle,
    gathered: Mapping[str, int],
) -> tuple[Note, ...]:
    """A note for each event, numbered from 1 in the order given.

    `gathered` gives for an event that is in a cluster how many are in it: its number does not stand at a mark.
    """
    return tuple(
        _note(number, event, documents, year_style, gathered.get(event.id, 0))
        for number, event in enumerate(events, start=1)
    )


def _note(
    number: int, event: Event, documents: Mapping[str, SourceDocument], year_style: YearStyle, gathered: int
) -> Note:
    paragraph = _Paragraph()
    paragraph.add(f"{number}\u2002{event.title}", bold=True)
    if event.time is not None:
        paragraph.add(f", {describe_time(event.time, year_style)}", muted=True)
    if gathered:
        paragraph.add(f", in a cluster of {gathered}", muted=True)
    paragraph.add(". ")
    told: set[str] = set()
    for excerpt in event.excerpts:
        if excerpt.document not in told:
            told.add(excerpt.document)
            _quote(paragraph, excerpt, documents.get(excerpt.document), year_style)
    if not told:
        paragraph.add(f"({_NO_SOURCE})", muted=True)
    return Note(number, event.id, paragraph.text.rstrip(), tuple(paragraph.passages))


def _quote(paragraph: _Paragraph, excerpt: Excerpt, document: SourceDocument | None, year_style: YearStyle) -> None:
    """The words in quotation marks, the date's phrase bold, then where they are from."""
    phrase = excerpt.phrase or Span(excerpt.end, excerpt.end)
    cut, end = (max(min(bound - excerpt.start, len(excerpt.quote)), 0) for bound in phrase)
    paragraph.add("“" + _one_line(excerpt.quote[:cut]))
    paragraph.add(_one_line(excerpt.quote[cut:end]), bold=True)
    paragraph.add(_one_line(excerpt.quote[end:]) + "” ")
    if document is not None:
        paragraph.add(document.title or document.name, muted=True, address=document.address)
        paragraph.add(_published(document, year_style) + ". ", muted=True)


def _published(document: SourceDocument, year_style: YearStyle) -> str:
    if document.published is None:
        return ", without a date"
    published = document.published
    return ", " + describe_interval(published.interval, published.precision, year_style=year_style)


def _one_line(words: str) -> str:
    """Line ends as spaces: a note is one paragraph; nothing else is changed."""
    return words.replace("\n", " ")
