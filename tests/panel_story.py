"""A small project for tests of the panels: two documents, six events, emoji before the excerpts, one date in dispute.

It is written as values, so that what the panels show does not depend on how well texts are read.
"""

from collections.abc import Sequence
from pathlib import Path

from dateline.model.anchors import describe
from dateline.model.dates import Certainty, Interval, Precision, day_number
from dateline.model.documents import (
    Line,
    LineClass,
    Published,
    PublishedOrigin,
    SourceDocument,
    document_id,
    text_hash,
)
from dateline.model.edtf import parse_edtf
from dateline.model.events import Alternative, Event, EventTime, Excerpt, Factuality, Fate, LedgerEntry, Step
from dateline.model.group import Group
from dateline.model.project import Change, Put, Table
from dateline.model.spans import Span
from dateline.store.project_file import ProjectFile

HARBOUR = """Home | News | About us
Harbour talks resume
By Ada Lund, 12 March 2021

🚢🚢 On Monday, March 8, the council met the union in the old customs house of the town. \
The port office was created ten years ago.

The strike began on 1 February and lasted three weeks; the talks of Monday ended it.\u2028A toast was drunk 🥂 to that.
A report had warned of it.
Photo: A. Person"""
LETTER = "The council and the union met on 9 March 2021, I was there.\nNothing else happened for years."
FILE_DAY = day_number(2021, 3, 14)
OTHER_LINES = {0: LineClass.NAVIGATION, 1: LineClass.TITLE, 2: LineClass.BYLINE, 8: LineClass.CREDIT}


def time(
    edtf: str, certainty: Certainty | None = None, *rivals: Alternative, only_published: bool = False
) -> EventTime:
    """The time an EDTF text stands for."""
    interval, precision, sure = parse_edtf(edtf)
    return EventTime(interval, precision, certainty or sure, None, rivals, only_published)


def document(
    text: str, name: str, title: str = "", published: Published | None = None, author: str = "", address: str = ""
) -> SourceDocument:
    """A document of a text, its lines classified by their number."""
    key, lines = text_hash(text), lines_of(text)
    return SourceDocument(document_id(key), name, text, key, lines, "en", published, title, author, address, FILE_DAY)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text between its LFs: blank ones, body, and in the harbour's text those of OTHER_LINES."""
    lines, start = [], 0
    for number, words in enumerate(text.split("\n")):
        kind = LineClass.BLANK if not words.strip() else LineClass.BODY
        kind = OTHER_LINES.get(number, kind) if text is HARBOUR else kind
        lines.append(Line(start, start + len(words), kind))
        start += len(words) + 1
    return tuple(lines)


def excerpt(source: SourceDocument, quote: str, phrase: str = "") -> Excerpt:
    """The excerpt with these words, its phrase being the first place of those words in it."""
    start = source.text.index(quote)
    at = start + quote.index(phrase)
    return Excerpt(
        source.id, describe(source.text, start, start + len(quote)), Span(at, at + len(phrase)) if phrase else None
    )


PUBLISHED = Published(
    Interval.days(day_number(2021, 3, 12), day_number(2021, 3, 12)),
    Precision.DAY,
    PublishedOrigin.TEXT,
    Span(HARBOUR.index("12 March 2021"), HARBOUR.index("12 March 2021") + 13),
)
ARTICLE = document(
    HARBOUR, "harbour.txt", "Harbour talks resume", PUBLISHED, author="Ada Lund", address="https://example.org/harbour"
)
NOTE = document(LETTER, "letter.txt")


def _met() -> Event:
    monday = excerpt(ARTICLE, "On Monday, March 8, the council met the union", "Monday, March 8")
    talks = excerpt(ARTICLE, "the talks of Monday ended it", "Monday")
    letter = excerpt(NOTE, "The council and the union met on 9 March 2021", "9 March 2021")
    rival = Alternative(*parse_edtf("2021-03-09")[:2], letter)
    why = (
        Step("phrase", "The text says “Monday, March 8”.", ARTICLE.id, monday.phrase),
        Step("published", "The year comes from the document’s own date.", ARTICLE.id, PUBLISHED.span),
        Step("interval", "The event’s time: Mon 8 March 2021."),
    )
    return Event(
        "met",
        "Council meets the union",
        time("2021-03-08", Certainty.INFERRED, rival),
        "meeting",
        Group.MEETING,
        Factuality.HAPPENED,
        (monday, talks, letter),
        why,
        ("Council", "Union"),
        ("Customs house",),
    )


def _events() -> tuple[Event, ...]:
    office = excerpt(ARTICLE, "The port office was created ten years ago", "ten years ago")
    strike = excerpt(ARTICLE, "The strike began on 1 February and lasted three weeks", "1 February")
    toast = excerpt(ARTICLE, "A toast was drunk 🥂 to that")
    report = excerpt(ARTICLE, "A report had warned of it")
    nothing = excerpt(NOTE, "Nothing else happened for years")
    before = time("[..2021-03-12]", only_published=True)
    lasted, happened = time("2021-02-01/2021-02-22"), Factuality.HAPPENED
    return (
        _met(),
        Event("office", "Port office created", time("2011~"), "creation", Group.INSTITUTION, happened, (office,)),
        Event("strike", "Strike", lasted, "protest", Group.CONFLICT, happened, (strike,)),
        Event("toast", "Toast to the end", time("2021-03-08"), "", Group.OTHER, Factuality.POSSIBLE, (toast,)),
        Event("report", "Report warns", before, "publication", Group.STATEMENT, happened, (report,)),
        Event("nothing", "Nothing happens", None, "", Group.OTHER, Factuality.NEGATED, (nothing,)),
    )


EVENTS = _events()
_WEEKS = HARBOUR.index("three weeks")
LEDGER = (
    LedgerEntry(ARTICLE.id, Span(_WEEKS, _WEEKS + 11), "three weeks", Fate.DURATION, (), "A length of time."),
    LedgerEntry(ARTICLE.id, EVENTS[1].excerpts[0].phrase or Span(0, 0), "ten years ago", Fate.EVENT, ("office",)),
)


def project_file(
    path: Path, documents: Sequence[SourceDocument] = (ARTICLE, NOTE), events: Sequence[Event] = EVENTS
) -> Path:
    """A project file that holds these, as if they had been read."""
    file = ProjectFile.create(path)
    puts = [Put(Table.DOCUMENT, source.id, source) for source in documents]
    puts += [Put(Table.TIMEXES, source.id, ()) for source in documents]
    puts += [
        Put(Table.LEDGER, source.id, tuple(entry for entry in LEDGER if entry.document == source.id))
        for source in documents
    ]
    puts += [Put(Table.READING, event.id, event) for event in events]
    file.apply(Change("read", tuple(puts)))
    file.close()
    return path
