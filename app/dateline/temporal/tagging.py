"""From a text and its date to Timex3 values: drafts are found, then resolved one after the other as a reader would."""

import datetime
import re
from collections.abc import Sequence

from dateline.model.dates import day_number
from dateline.model.documents import Line, Published
from dateline.model.spans import Span
from dateline.model.timex import Timex3
from dateline.temporal.assembling import assemble, with_ranges
from dateline.temporal.cells import Cell, Unit, cell_at
from dateline.temporal.detection import detect_language
from dateline.temporal.drafts import Draft, Setting
from dateline.temporal.evidence import asides, tells_story
from dateline.temporal.language import load_language
from dateline.temporal.meanings import Base, Calendar, Shift
from dateline.temporal.pipeline import find_drafts
from dateline.temporal.resolution import resolve
from dateline.temporal.resolved import Resolved
from dateline.temporal.story import Anchor, Story
from dateline.temporal.tense import tense_at
from dateline.temporal.tokens import Tokens, tokenise

FALLBACK_LANGUAGE = "en"
_MESSAGE_CHARACTERS = 300  # a message between people, which speaks of days and weeks without saying which
_OPENING_CHARACTERS = 30
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
    code = language or detect_language(text) or FALLBACK_LANGUAGE
    return tag_in(code, text, published)


def tag_in(
    code: str, text: str, published: datetime.date | Published | None, *, trusting: bool = False
) -> list[Timex3]:
    """The same in a language that is known; `trusting` where the text is nothing but a time."""
    tokens = tokenise(text, load_language(code))
    drafts = find_drafts(tokens, trusting=trusting)
    story = Story(document_anchor(published))
    told = list(zip(drafts, tells_story(drafts, tokens, story.document), asides(drafts), strict=True))
    message = len(text) <= _MESSAGE_CHARACTERS and "\n\n" not in text
    told = [entry for entry in told if _belongs(entry[0], telling=entry[1], message=message)]
    found = []
    for draft, telling, aside in told:
        story.telling, story.aside = telling, aside
        timex = _timex(draft, tokens, story)
        if timex.value:
            found.append((draft, timex))
    return with_ranges([draft for draft, _ in found], [timex for _, timex in found])


def _belongs(draft: Draft, *, telling: bool, message: bool) -> bool:
    """Whether a draft is a time in this kind of text."""
    return draft.only is None or (telling if draft.only is Setting.STORY else message)


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


def _timex(draft: Draft, tokens: Tokens, story: Story) -> Timex3:
    start, end = tokens.items[draft.first].start, tokens.items[draft.last - 1].end
    story.place = start
    resolved = resolve(draft.meaning, story, tense_at(draft, tokens))
    if resolved.cell is not None and _moves(draft, resolved, story, opens_sentence(tokens.text, start)):
        story.tell(resolved.cell, Span(start, end), names=isinstance(draft.meaning, Calendar))
    return assemble(draft, resolved, start, end, tokens.text[start:end])


def _moves(draft: Draft, resolved: Resolved, story: Story, opening: bool) -> bool:
    """Whether what comes later may be counted from this expression."""
    if resolved.cell is None or story.aside or story.steps_out(resolved.reference):
        return False
    if isinstance(draft.meaning, Shift) and draft.meaning.base is not Base.DOCUMENT and (draft.meaning.count or 0) < 0:
        return False  # "the previous year" looks back for a moment
    return story.moved_by(resolved.cell, opening=opening)


def opens_sentence(text: str, start: int) -> bool:
    """Whether at most two words stand between a place and the beginning of its sentence or line."""
    before = text[max(0, start - _OPENING_CHARACTERS) : start]
    return _OPENING.search(before) is not None or (start < _OPENING_CHARACTERS and len(before.split()) <= 2)
