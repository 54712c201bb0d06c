"""From a text and its date to Timex3 values: drafts are found, then resolved one after the other as a reader would."""

import datetime
import re
from collections.abc import Iterator, Sequence
from sys import intern

from dateline.model.corrections import Correction
from dateline.model.dates import day_number
from dateline.model.documents import Line, Published
from dateline.model.spans import Span
from dateline.model.timex import Reference, Signal, Timex3
from dateline.temporal.antiquity import with_old_years
from dateline.temporal.assembling import assemble, with_ranges
from dateline.temporal.cells import Cell, Unit, cell_at, year_cell
from dateline.temporal.corrected import with_corrections
from dateline.temporal.detection import language_to_read
from dateline.temporal.drafts import Setting
from dateline.temporal.entries import opens_entries, opens_line
from dateline.temporal.evidence import asides, is_narrative, tells_story
from dateline.temporal.expressions import Expression, placed
from dateline.temporal.language import Language, load_language
from dateline.temporal.linekinds import (
    above_text,
    beside_the_text,
    headings_before,
    in_log_lines,
    in_mail_heads,
    in_questions,
    questions_before,
)
from dateline.temporal.logclocks import with_log_clocks
from dateline.temporal.lookalikes import Lookalike, beside_times, find_lookalikes
from dateline.temporal.meanings import (
    Base,
    Calendar,
    Given,
    Length,
    Meaning,
    Piece,
    Recurring,
    Shift,
    ShortYear,
    TimeOfDay,
    Vague,
)
from dateline.temporal.mentions import Mentions, mentions_wanted
from dateline.temporal.midnights import midnights
from dateline.temporal.order import settle_order
from dateline.temporal.pipeline import find_drafts
from dateline.temporal.resolution import resolve
from dateline.temporal.resolved import Resolved
from dateline.temporal.sections import section_headed
from dateline.temporal.segments import segments
from dateline.temporal.sentences import is_paragraph_between, sentence_numbers
from dateline.temporal.story import Anchor, Story, Tense
from dateline.temporal.tense import in_aside, is_told_ahead, speaks_of_now, steps_back, tense_at
from dateline.temporal.tokens import Tokens, tokenise
from dateline.temporal.value import PRESENT

_TODAY = Shift(Unit.DAY, 0, Base.DOCUMENT)
_MESSAGE_CHARACTERS = 300  # a message between people, which speaks of days and weeks without saying which
_OPENING_CHARACTERS = 30
_PARAGRAPH_CHARACTERS = 1500
_BRACKET_CHARACTERS = 80
_OPENING = re.compile(r"(?:[.!?:\n][\"')\]]?\s*|\n)(?:\w{1,12}[,]?\s){0,2}\W?\Z")


def tag(
    text: str,
    published: datetime.date | Published | None,
    *,
    language: str | None = None,
    lines: Sequence[Line] | None = None,
) -> list[Timex3]:
    """The time expressions of a text, in order and disjoint.

    `published` is the document's own date; without it relative expressions stay unresolved. `language` is detected
    where it is not given. `lines` are the classes of the text's lines, where they are known. Never raises on any text.
    """
    return tag_in(language_to_read(text, language), text, published, lines=lines)


def read_times(
    text: str,
    published: datetime.date | Published | None,
    *,
    language: str | None = None,
    lines: Sequence[Line] | None = None,
    corrections: Sequence[Correction] = (),
) -> tuple[list[Timex3], tuple[Lookalike, ...]]:
    """The time expressions of a text as `tag` finds them, and the phrases that only look like dates, in order; none of
    those touches a time expression. The text is cut into words once for both. `corrections` say how a person reads
    some of the words.
    """
    read = load_language(language_to_read(text, language))
    expressions, alike = list[Expression](), list[Lookalike]()
    for start, tokens in _pieces(text, read):
        expressions += _expressions(tokens, start)
        alike += find_lookalikes(tokens, start)
    timexes = _resolved(with_corrections(expressions, corrections), text, read, published, lines)
    return timexes, beside_times(alike, timexes)


def tag_in(
    code: str,
    text: str,
    published: datetime.date | Published | None,
    *,
    lines: Sequence[Line] | None = None,
    trusting: bool = False,
) -> list[Timex3]:
    """The same in a language that is known; `trusting` where the text is nothing but a time."""
    language = load_language(code)
    pieces = _pieces(text, language)
    found = [each for start, tokens in pieces for each in _expressions(tokens, start, trusting=trusting)]
    return _resolved(found, text, language, published, lines)


def _pieces(text: str, language: Language) -> Iterator[tuple[int, Tokens]]:
    """The tokens of the text piece by piece, each with the place where it begins."""
    return ((start, tokenise(text[start:end], language)) for start, end in segments(text))


def _expressions(tokens: Tokens, start: int, *, trusting: bool = False) -> list[Expression]:
    """All that the rules find in a piece of the text that begins at a place."""
    meanings: dict[Meaning, Meaning] = {}  # most are one of a few; a long text holds each once
    drafts = find_drafts(tokens, trusting=trusting)
    return [placed(draft, meanings.setdefault(draft.meaning, draft.meaning), tokens, start) for draft in drafts]


def _resolved(
    found: list[Expression],
    text: str,
    language: Language,
    published: datetime.date | Published | None,
    lines: Sequence[Line] | None,
) -> list[Timex3]:
    """What was found as values, one after the other; what turns out to be no time is left out."""
    story = Story(document_anchor(published))
    year = None if story.document is None else story.document.cell.year
    found = with_old_years(with_log_clocks(found, text, lines, year), text, language.code)
    expressions = _in_setting(found, text, story.document)
    expressions = settle_order(expressions, language, story.document)
    story.narrative = is_narrative(expressions, story.document)
    beside, logged = beside_the_text(expressions, lines), in_log_lines(expressions, lines)
    mentions = Mentions(mentions_wanted(expressions))
    settings = zip(
        expressions,
        sentence_numbers(expressions, text, beside),
        tells_story(expressions, story.document),
        _asides(expressions, text),
        beside,
        midnights(expressions, text, logged),
        opens_entries(expressions, text, in_mail_heads(expressions, lines), logged),
        logged,
        questions_before(expressions, lines),
        in_questions(expressions, lines),
        above_text(expressions, lines),
        headings_before(expressions, lines),
        strict=True,
    )
    kept, dated = list[Expression](), list[Timex3]()
    for (
        expression,
        sentence,
        telling,
        aside,
        is_beside,
        passed,
        opens_entry,
        is_logged,
        asked,
        is_asked,
        is_titled,
        headed,
    ) in settings:
        story.sentence, story.midnights = sentence, passed
        story.hear_questions(asked)
        story.begin_section(headed)
        story.leave_entries(expression.start)
        in_midst = is_logged and not opens_line(expression, text)
        if is_logged and not in_midst:
            story.resume_log()
            story.open_log(expression.start)
        elif not is_logged and not is_beside:
            story.leave_log()
        story.telling, story.aside = telling and not story.in_entry, aside or is_beside or in_midst
        if story.latest is not None and story.latest.span is not None:
            story.in_paragraph = text.find("\n\n", story.latest.span.end, expression.start) < 0
            if story.telling and not story.narrative:
                story.telling = story.in_paragraph  # news that goes back to old times returns with the next paragraph
        story.telling = story.telling or (story.asked_of_old and not is_asked and not story.in_entry)
        timex, cell = _timex(expression, text, language, story, mentions)
        if is_titled and cell is not None and _tells_own_year(_day_meaning(expression.meaning)):
            story.title(cell, Span(expression.start, expression.end))
        if is_asked and _tells_own_year(expression.meaning):
            story.ask_of_written()
        story.section = section_headed(expression, text) or story.section
        if opens_entry and cell is not None:
            story.open_entry(cell, Span(expression.start, expression.end), logged=is_logged)
        if timex.value:
            kept.append(expression)
            dated.append(timex)
    return with_ranges(kept, dated)


def _asides(expressions: Sequence[Expression], text: str) -> list[bool]:
    """For each expression whether its year stands out of the story; one that opens its sentence begins another: "1992
    was the first flood".
    """
    return [
        aside and not (_is_year(expression.meaning) and opens_sentence(text, expression.start))
        for expression, aside in zip(expressions, asides(expressions), strict=True)
    ]


def _is_year(meaning: Meaning) -> bool:
    return isinstance(meaning, Calendar) and meaning.is_year_alone


def _in_setting(expressions: list[Expression], text: str, document: Anchor | None) -> list[Expression]:
    """The expressions without those that are times only in another kind of text."""
    message = len(text) <= _MESSAGE_CHARACTERS and "\n\n" not in text
    telling = tells_story(expressions, document)
    return [
        expression
        for expression, told in zip(expressions, telling, strict=True)
        if _fits(expression.only, told=told, message=message)
    ]


def _fits(only: Setting | None, *, told: bool, message: bool) -> bool:
    match only:
        case None:
            return True
        case Setting.STORY:
            return told
        case Setting.MESSAGE:
            return message
        case Setting.BESIDE_NEWS:
            return told or message


def document_anchor(published: datetime.date | Published | None) -> Anchor | None:
    """The document's date as something to count from."""
    match published:
        case None:
            return None
        case Published():
            start = published.interval.earliest_start
            return None if start is None else Anchor("published", cell_at(Unit.DAY, start), published.span)
        case _:
            day = day_number(published.year, published.month, published.day)
            return Anchor("published", Cell(Unit.DAY, day))


def _timex(
    expression: Expression, text: str, language: Language, story: Story, mentions: Mentions
) -> tuple[Timex3, Cell | None]:
    """The expression resolved, and its place on the calendar."""
    story.place = expression.start
    tense = tense_at(expression, text, language) if _is_tensed(expression.meaning) else Tense.OPEN
    story.ahead = tense is Tense.FUTURE and speaks_of_now(expression, text, language)
    if tense is Tense.FUTURE and _is_in_month(expression.meaning) and is_told_ahead(expression, text, language):
        tense = Tense.COMING
    story.mentioned = mentions.date_of(expression.meaning, expression.start)
    meaning = Vague(PRESENT) if _is_now_at_large(expression.meaning, story) else expression.meaning
    resolved = resolve(meaning, story, tense)
    span, told = Span(expression.start, expression.end), resolved.cell or _told_besides(expression.meaning, resolved)
    aback = told is not None and _steps_back(expression, told, story, text, language)
    if told is not None and not aback and _moves(expression, told, resolved.reference, story, text):
        story.tell(told, span, names=isinstance(expression.meaning, Calendar))
        story.past = tense in (Tense.PAST, Tense.TOLD)
    if told is not None and told.unit is Unit.DAY and _names_day(expression.meaning) and not story.aside:
        story.named = (story.sentence, Anchor("timex", told, span))
    if resolved.cell is not None and _tells_own_year(expression.meaning):
        story.write(resolved.cell, span, stepped_back=aback or story.aside)
    if _tells_night(expression.meaning):
        story.night = resolved.day
    if _names_own_time(expression.meaning) and story.steps_out(resolved.reference):
        story.step_out()
    if resolved.cell is not None:
        mentions.hear(Anchor("timex", resolved.cell, span), text)
    opened = None if resolved.cell is None or not expression.opens_range else Anchor("timex", resolved.cell, span)
    story.opened = opened if _is_weekday(expression.meaning) else None
    story.opened_month = opened if _is_in_month(expression.meaning) else None
    words = intern(text[expression.start : expression.end])  # the same few words come again and again
    return assemble(expression, resolved, words), resolved.day


def _is_now_at_large(meaning: Meaning, story: Story) -> bool:
    """Whether "today" of a story means the present at large: "the survey is today a footnote"."""
    dated = story.document is not None and not story.in_entry
    return meaning == _TODAY and dated and story.narrative and story.telling


def _is_in_month(meaning: Meaning) -> bool:
    return isinstance(meaning, Calendar) and meaning.month is not None and meaning.year is None


def _tells_night(meaning: Meaning) -> bool:
    """Whether a night is told with its date: "the night of 28 to 29 February"."""
    night = isinstance(meaning, TimeOfDay) and meaning.part == "NI" and isinstance(meaning.day, Calendar)
    return night and isinstance(meaning, TimeOfDay) and _names_date(meaning.day)


def _names_day(meaning: Meaning) -> bool:
    """Whether a day is named, by the calendar or by the day of writing: "Tuesday", "today"."""
    deictic = isinstance(meaning, Shift) and meaning.exact and meaning.base is Base.DOCUMENT
    return isinstance(meaning, Calendar) or deictic


def _names_date(meaning: Meaning | None) -> bool:
    """Whether a day of a month is named."""
    return isinstance(meaning, Calendar) and meaning.day is not None and meaning.month is not None


def _names_own_time(meaning: Meaning) -> bool:
    """Whether an expression names a year or a month by the day of writing: "this year", "last November"."""
    match meaning:
        case Shift():
            return meaning.base is Base.DOCUMENT and meaning.exact and meaning.unit.rank >= Unit.DAY.rank
        case Calendar(year_from=Shift() as year):
            return _names_own_time(year)
        case Calendar(way=way):
            return way is not None and way.base is Base.DOCUMENT
        case _:
            return False


def _is_weekday(meaning: Meaning) -> bool:
    return isinstance(meaning, Calendar) and meaning.weekday is not None and meaning.day is None


def _is_tensed(meaning: Meaning) -> bool:
    """Whether the tense of the sentence can matter: to what has a place on the calendar."""
    if isinstance(meaning, Length):
        return meaning.ahead or meaning.until is not None or meaning.counted_from is not None
    return not isinstance(meaning, Vague | Recurring)


def _tells_own_year(meaning: Meaning) -> bool:
    written = isinstance(meaning, Calendar) and (meaning.year is not None or meaning.year_from is not None)
    return written or isinstance(meaning, Given | ShortYear)


def _day_meaning(meaning: Meaning) -> Meaning:
    """What tells the day of a time of day, else the expression itself."""
    return meaning.day if isinstance(meaning, TimeOfDay) and meaning.day is not None else meaning


def _named_day(meaning: Meaning, resolved: Resolved) -> Cell | None:
    """The day told with a time of day: "Saturday, 9 a.m."; a night that ends on a day tells that day."""
    if not isinstance(meaning, TimeOfDay) or meaning.day is None or resolved.day is None:
        return None
    return resolved.day.shifted(meaning.eve - meaning.morrow)


def _told_besides(meaning: Meaning, resolved: Resolved) -> Cell | None:
    """What an expression tells that is no place of its own on the calendar: the day of an hour, the year of a piece."""
    return _named_day(meaning, resolved) or _year_of_piece(meaning)


def _year_of_piece(meaning: Meaning) -> Cell | None:
    """The year that a piece of it names: "the first ten months of 1915"."""
    whole = meaning.of if isinstance(meaning, Piece) else None
    return year_cell(whole.year) if isinstance(whole, Calendar) and whole.year is not None else None


def _moves(expression: Expression, told: Cell, reference: Reference | None, story: Story, text: str) -> bool:
    """Whether what comes later may be counted from this expression."""
    meaning = expression.meaning
    if story.aside or story.steps_out(reference) or (story.latest is not None and _is_by_the_way(expression, text)):
        return False
    if isinstance(meaning, Shift) and meaning.base is not Base.DOCUMENT and (meaning.count or 0) < 0:
        return False  # "the previous year" looks back for a moment
    if meaning == _TODAY and story.latest is not None:
        return False  # "to this day" says how things are now, and tells nothing
    if not isinstance(meaning, Calendar) and story.latest is not None and _widens(told, story.latest.cell):
        return False  # "earlier that week" says less than the day that was told
    if isinstance(meaning, Shift) and meaning.base is Base.STORY and (meaning.count or 0) > 0:
        return True  # "two years later" goes on from what was told
    opening = opens_sentence(text, expression.start) or _opens_paragraph(expression, story, text)
    return story.moved_by(told, opening=opening)


def _opens_paragraph(expression: Expression, story: Story, text: str) -> bool:
    """Whether it is the first in its paragraph to tell of the story's time."""
    told = 0 if story.latest is None or story.latest.span is None else story.latest.span.end
    return is_paragraph_between(text, max(told, expression.start - _PARAGRAPH_CHARACTERS), expression.start)


def _widens(told: Cell, latest: Cell) -> bool:
    """Whether a cell holds the last one that was told, and is longer."""
    return told.unit.rank > latest.unit.rank and told.interval.contains(latest.interval)


def _steps_back(expression: Expression, told: Cell, story: Story, text: str, language: Language) -> bool:
    """Whether a date tells of what had been before the rest: in the pluperfect one of an earlier year, in an aside any
    that is earlier. Behind a plan every date that is told is earlier."""
    base = story.base()
    if story.is_ahead_of_now():
        return False
    earlier = base is not None and base is not story.document and told.first_day < base.cell.first_day
    if earlier and in_aside(expression, text, language):
        return True
    return _is_before(told, story) and steps_back(expression, text, language)


def _is_before(told: Cell, story: Story) -> bool:
    """Whether a date lies in an earlier year than the one the story has reached, or is an earlier day than its day."""
    base = story.base()
    if base is None:
        return False
    days = told.unit.rank <= Unit.DAY.rank and base.cell.unit.rank <= Unit.DAY.rank and base is not story.document
    return told.year < base.cell.year or (days and told.first_day < base.cell.first_day)


def _is_by_the_way(expression: Expression, text: str) -> bool:
    """Whether a date is told in brackets, or as the beginning of what has lasted since."""
    if expression.signal is Signal.SINCE:
        return True
    start = max(0, expression.start - _BRACKET_CHARACTERS)
    return text.rfind("(", start, expression.start) > text.rfind(")", start, expression.start)


def opens_sentence(text: str, start: int) -> bool:
    """Whether at most two words stand between a place and the beginning of its sentence or line."""
    before = text[max(0, start - _OPENING_CHARACTERS) : start]
    return _OPENING.search(before) is not None or (start < _OPENING_CHARACTERS and len(before.split()) <= 2)
