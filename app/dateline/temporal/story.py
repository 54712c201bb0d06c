"""What is known while a text is read from its beginning to its end: the document's date and the times that were
spoken of.

The only thing in the tagger that changes while it runs; one is made for each text.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from dateline.model.dates import Interval
from dateline.model.spans import Span
from dateline.model.timex import Reference
from dateline.temporal.cells import Cell, Unit, cell_at, year_cell
from dateline.temporal.meanings import Base
from dateline.temporal.sections import Section

_FAR_CHARACTERS: Final = 1500  # a section of a history
_NEAR_CHARACTERS: Final = 1500  # a short report
_OUT_SENTENCES: Final = 4
_OUT_YEARS: Final = 40  # who tells of older times says "this year" of those
_LOG_HEAD_CHARACTERS: Final = 150
_BESIDE_CHARACTERS: Final = 40  # of a date and what it is beside


class Tense(StrEnum):
    """Which way the words around an expression look."""

    PAST = "past"
    TOLD = "told"  # past, said by the clause that the date opens: "In January, they bought it"
    FUTURE = "future"
    COMING = "coming"  # future, by the verb before a date with the name of a month: "It will open in December"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place on the calendar that others count from, and its words (None for the document's date)."""

    name: str
    cell: Cell
    span: Span | None = None

    @property
    def reference(self) -> Reference:
        """As the model tells it."""
        return _reference(self)

    def at(self, unit: Unit) -> Cell:
        """The cell of a unit that this place lies in, by its beginning."""
        return self.cell if self.cell.unit is unit else cell_at(unit, self.cell.start_seconds)


@lru_cache(maxsize=64)  # many expressions in a row are counted from one place
def _reference(anchor: Anchor) -> Reference:
    return Reference(anchor.name, anchor.cell.interval, anchor.span)


@dataclass(slots=True)
class Story:
    """The running state: `document` is where "today" is, `latest` the last date that was told."""

    document: Anchor | None
    latest: Anchor | None = None
    latest_sentence: int = 0  # in which it was told
    telling: bool = False  # whether dates are counted from the story, not from the document's day
    in_paragraph: bool = True  # whether the last date told stands in the paragraph that is read
    aside: bool = False  # whether the expression stands out of the story
    place: int = 0  # where in the text the expression stands that is being resolved
    quarter: Anchor | None = None  # the quarter that a report was found to tell of
    sentence_quarter: tuple[int, Anchor] | None = None  # the first quarter of the last sentence that named one
    quarter_place: int = 0  # where a quarter was spoken of last
    longer_sentence: int | None = None  # where a longer period of accounts was, behind that
    narrative: bool = False  # whether the whole text is a story, not news with some history in it
    midnights: int = 0  # how many a log has passed since the day it told
    opened_month: Anchor | None = None  # the month, or the day of one, with which a range so begins
    opened: Anchor | None = None  # the weekday with which a range begins that the next expression closes
    past: bool = False  # whether the last date was told in a past tense
    ahead: bool = False  # whether the sentence that is read says what is to come from now: "will open in May"
    sentence: int = 0  # which sentence is being read
    section: Section | None = None  # the year's section of a chronicle that is being read
    questions: int = 0  # of an interview, asked so far
    headings: int = 0  # read so far
    titled: Anchor | None = None  # the day that the first title or heading with one names: what a report is about
    asked_of_old: bool = False  # whether the last question told a year that is over: its answer goes on from there
    mentioned: Anchor | None = None  # when that happened which the expression that is read is counted from
    written: tuple[int, Anchor] | None = None  # the last date with its own year, and its sentence
    night: Cell | None = None  # the day with whose evening the night that was told last begins
    published: Anchor | None = None  # where "today" is outside entries, once one was opened
    log: Anchor | None = None  # the day of the log that was read last
    stepped_out: int | None = None  # the sentence in which it spoke of its own time last
    named: tuple[int, Anchor] | None = None  # the last day that was named, and its sentence
    stepped_back: bool = False  # whether that date tells what had been before the rest

    @property
    def published_year(self) -> int | None:
        """The year of the document's own date."""
        anchor = self.published or self.document
        return None if anchor is None or anchor.name == "entry" else anchor.cell.year

    @property
    def antecedent(self) -> Anchor | None:
        """The date with a year of its own that was told last in the same sentence, where none was told behind it."""
        if self.written is None or self.written[0] != self.sentence:
            return None
        anchor, latest = self.written[1], self.latest
        if latest is None or latest.span is None or anchor.span is None:
            return anchor
        return latest if latest.span.start > anchor.span.start else anchor

    @property
    def year_before_now(self) -> Anchor | None:
        """What "that year" points to: a year that was written in this sentence or the one before."""
        near = self.written is not None and self.sentence - self.written[0] <= 1
        return self.written[1] if near and self.written is not None else None

    def write(self, cell: Cell, span: Span, *, stepped_back: bool) -> None:
        """Remember a date that tells its own year, whether or not it moves the story."""
        self.written, self.stepped_back = (self.sentence, Anchor("timex", cell, span)), stepped_back
        if self.section is not None and not self.section.hear(cell.year):
            self.section = None

    def base(self) -> Anchor | None:
        """What "later" and "the following year" count from: the last date told, else the document's."""
        return self.latest or self.document

    def running(self) -> Anchor | None:
        """What dates without a year count from; behind a story told as past, what is to come is to come now, and so is
        all that follows what has not yet been.
        """
        telling = self.telling and not (self.ahead and self.past and self.document is not None)
        now = self.is_ahead_of_now() or self._is_out()
        return self.base() if telling and not now else self.document

    def is_ahead_of_now(self) -> bool:
        """Whether the last date told lies behind the day of writing: "by the end of next year"."""
        latest, document = self.latest, self.document
        if latest is None or document is None or latest is document:
            return False
        return latest.cell.first_day >= document.cell.end_day

    def _is_out(self) -> bool:
        """Whether the text spoke of its own time in one of the last sentences, and has told no year since."""
        out, written = self.stepped_out, self.written
        if out is None or self.document is None or self.sentence - out > _OUT_SENTENCES:
            return False
        return written is None or written[0] <= out

    def told_near(self, unit: Unit) -> Anchor | None:
        """What "the following year", "two weeks later" count from: the last date in this sentence or the one before
        that is as fine as the unit, also where it did not move the story; else the last date told.
        """
        near, latest = None if self.stepped_back else self.year_before_now, self.latest
        named = self._named_just_now if unit.rank <= Unit.WEEK.rank else None
        if named is not None:
            return named
        if self.antecedent is not None or near is None or near.span is None or near.cell.unit.rank > unit.rank:
            return self.antecedent or self.base()
        behind = latest is None or latest.span is None or latest.span.start < near.span.start
        return near if behind else self.base()

    @property
    def day_named_beside(self) -> Anchor | None:
        """The day that was named just before in this sentence: "on 21 July, the fifth day of the revolt"."""
        if self.named is None or self.named[0] != self.sentence:
            return None
        day = self.named[1]
        return day if day.span is not None and self.place - day.span.end < _BESIDE_CHARACTERS else None

    @property
    def _named_just_now(self) -> Anchor | None:
        """The day that was named last in this sentence or the one before, behind the last date that moved the story:
        "shut since 6 July. They protested the next day".
        """
        if self.named is None or self.sentence - self.named[0] > 1:
            return None
        day, latest = self.named[1], self.latest
        behind = latest is None or latest.span is None or day.span is None or latest.span.start < day.span.start
        return day if behind else None

    def pointed_at(self) -> Anchor | None:
        """What "that December" points to: the last date told, else the last that was written."""
        near = None if self.stepped_back else self.year_before_now
        told = self.antecedent or near or self.latest
        return told or (self.written[1] if self.written is not None else self.document)

    def heading(self) -> Anchor | None:
        """The heading that tells the year of dates without one, where a chronicle has such headings."""
        section, latest = self.section, self.latest
        if section is None or (latest is not None and not section.governs(latest.cell.year)):
            return None
        return Anchor("timex", year_cell(section.year), section.heading)

    def anchor(self, base: Base) -> Anchor | None:
        """What an expression counts from."""
        match base:
            case Base.DOCUMENT:
                return self.document
            case Base.STORY:
                return self.antecedent or self.base()
            case Base.RUNNING:
                return self.running()

    @property
    def in_entry(self) -> bool:
        """Whether an entry with a date of its own has begun."""
        return self.document is not None and self.document.name == "entry"

    def open_entry(self, day: Cell, span: Span, *, logged: bool = False) -> None:
        """Begin an entry of a log, a diary or a thread: its date takes the place of the document's."""
        if self.published is None and self.document is not None and not self.in_entry:
            self.published = self.document
        self.document = self.latest = Anchor("entry", day, span)
        self.log = self.document if logged else None

    def leave_log(self) -> None:
        """Go on with running text behind a log's lines: it speaks from the document's day again."""
        if self.log is not None and self.document is self.log and self.published is not None:
            self.document = self.published

    def leave_entries(self, place: int) -> None:
        """Behind the words that tell the document's own date it speaks itself: entries above them are over."""
        own, entry = self.published, self.document
        if own is None or own.span is None or entry is None or entry.span is None or entry.name != "entry":
            return
        if entry.span.end <= own.span.start and own.span.end <= place:
            self.document, self.latest = own, None

    def resume_log(self) -> None:
        """Go on with a log's lines behind running text."""
        if self.log is not None and self.document is self.published:
            self.document = self.log

    def hear_questions(self, asked: int) -> None:
        """Begin another answer, where a question was asked: people speak from today again."""
        if asked > self.questions:
            self.questions, self.latest, self.past, self.asked_of_old = asked, None, False, False

    def title(self, cell: Cell, span: Span) -> None:
        """Note the day that a title or heading names, where it is the first and not the document's own."""
        own = self.document is not None and self.document.cell == cell
        if self.titled is None and not own:
            self.titled = Anchor("timex", cell, span)

    def begin_section(self, headings: int) -> None:
        """Begin another section, where a heading was read: a report returns to the day that its title names."""
        if headings > self.headings:
            self.headings = headings
            titled, latest = self.titled, self.latest
            if titled is None or self.in_entry or (latest is not None and _is_night_of(titled.cell, latest.cell)):
                return
            self.latest, self.named, self.written = titled, None, None

    def ask_of_written(self) -> None:
        """Note that the question which is read told the last year that was written."""
        written, document = self.written, self.document
        self.asked_of_old = written is not None and document is not None and written[1].cell.year < document.cell.year

    def open_log(self, place: int) -> None:
        """Begin a log's lines: a day that was told just above them is theirs."""
        latest = self.latest
        if latest is None or latest.span is None or latest.name == "entry" or latest.cell.unit is not Unit.DAY:
            return
        if place - latest.span.end < _LOG_HEAD_CHARACTERS:
            self.open_entry(latest.cell, latest.span, logged=True)

    @property
    def told_just_now(self) -> bool:
        """Whether a day was told in this sentence: "failed on 2 May and was condemned on the 4th"."""
        latest = self.latest
        return latest is not None and self.latest_sentence == self.sentence and latest.cell.unit.rank <= Unit.DAY.rank

    def moved_by(self, cell: Cell, *, opening: bool) -> bool:
        """Whether a date moves the story: a bare year in the midst of a sentence does not, where a month was told near
        by in the same paragraph; `opening` is one that opens its sentence, or the dates of its paragraph.
        """
        latest = self.latest
        if cell.unit is not Unit.YEAR or opening or latest is None or latest.span is None:
            return True
        return latest.cell.unit.rank >= Unit.YEAR.rank or self.place - latest.span.end > _FAR_CHARACTERS

    def step_out(self) -> None:
        """Note that the text speaks of its own time in the midst of a story: "on Australia Day this year"."""
        latest, document = self.latest, self.document
        if latest is not None and document is not None and document.cell.year - latest.cell.year <= _OUT_YEARS:
            self.stepped_out = self.sentence

    def steps_out(self, reference: Reference | None) -> bool:
        """Whether an expression counts from the document in the midst of a story ("to this day"), and so does not move
        it."""
        return self.telling and self.latest is not None and reference is not None and reference.name == "published"

    def quarter_compared(self) -> Anchor | None:
        """The quarter that a report compares with another: the first in its sentence, which the report goes on with,
        else the one that was named a few sentences ago.
        """
        self.settle_quarter()
        far = self.place - self.quarter_place > _NEAR_CHARACTERS
        return None if far or self.in_longer_period else self.quarter

    @property
    def in_longer_period(self) -> bool:
        """Whether half a year, nine months or a year of accounts was spoken of last, in this sentence or the one
        before.
        """
        return self.longer_sentence is not None and self.sentence - self.longer_sentence <= 1

    def settle_quarter(self) -> None:
        """Take the first quarter of the sentence for the one that the report tells of from here on."""
        if self.sentence_quarter is not None and self.sentence_quarter[0] == self.sentence:
            self.quarter = self.sentence_quarter[1]

    def hear_quarter(self, quarter: Anchor) -> None:
        """Note a quarter that was named."""
        if self.sentence_quarter is None or self.sentence_quarter[0] != self.sentence:
            self.sentence_quarter = (self.sentence, quarter)

    def speak_of_quarter(self) -> None:
        """Note that what is compared from here on are quarters."""
        self.quarter_place, self.longer_sentence = self.place, None

    def speak_of_longer_period(self) -> None:
        """Note that what is compared from here on is longer than a quarter."""
        self.longer_sentence = self.sentence

    def tell(self, cell: Cell, span: Span, *, names: bool) -> None:
        """Remember a date that was told; a quarter only where its name was ("the third quarter", not "a year
        earlier").
        """
        self.latest, self.latest_sentence = Anchor("timex", cell, span), self.sentence
        if names and cell.unit is Unit.QUARTER:
            self.hear_quarter(self.latest)
            named = self.quarter
            if named is None or named.span is None or span.start - named.span.start > _NEAR_CHARACTERS:
                self.quarter = self.latest  # of another company, farther on
            self.speak_of_quarter()


def _is_night_of(day: Cell, other: Cell) -> bool:
    """Whether a day is another or follows it: a night has two."""
    return other.unit is Unit.DAY and 0 <= other.first_day - day.first_day <= 1


def document_anchor(interval: Interval, unit: Unit, span: Span | None) -> Anchor | None:
    """The document's date as an anchor."""
    start = interval.earliest_start
    return None if start is None else Anchor("published", cell_at(unit, start), span)
