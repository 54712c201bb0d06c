"""From a text and its date to Timex3 values: drafts are found, then resolved one after the other as a reader would."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.model.dates import Certainty, Interval, day_number
from dateline.model.documents import Line, Published
from dateline.model.spans import Span
from dateline.model.timex import Timex3
from dateline.temporal.cells import Cell, Unit, cell_at
from dateline.temporal.detection import detect_language
from dateline.temporal.drafts import Draft, Setting
from dateline.temporal.evidence import asides, tells_story
from dateline.temporal.language import load_language
from dateline.temporal.meanings import Base, Calendar, Shift
from dateline.temporal.pipeline import find_drafts
from dateline.temporal.resolution import resolve
from dateline.temporal.resolved import Resolved
from dateline.temporal.softness import part_of, with_signal
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
    return _with_ranges([draft for draft, _ in found], [timex for _, timex in found])


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
    return _assemble(draft, resolved, start, end, tokens.text[start:end])


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


def _assemble(draft: Draft, resolved: Resolved, start: int, end: int, words: str) -> Timex3:
    """The value of the model, its interval as signal and mod have it."""
    mod = draft.mod or resolved.mod
    denoted, precision, certainty = resolved.denoted, resolved.precision, resolved.certainty
    interval = resolved.within or denoted
    if mod is not None and resolved.cell is not None and (part := part_of(resolved.cell, mod)):
        interval, precision = part
        certainty = Certainty.APPROXIMATE
    elif mod == "APPROX" and denoted is not None:
        certainty = Certainty.APPROXIMATE
    if interval is not None:
        interval = with_signal(draft.signal, interval)
    return Timex3(
        start=start,
        end=end,
        text=words,
        type=resolved.type,
        value=resolved.value,
        rule=draft.rule,
        mod=mod,
        signal=draft.signal,
        interval=interval,
        denoted=denoted,
        precision=precision,
        certainty=certainty,
        reference=resolved.reference,
        zone=resolved.zone,
        alternatives=tuple(cell.interval for cell in resolved.alternatives),
    )


def _with_ranges(drafts: list[Draft], timexes: list[Timex3]) -> list[Timex3]:
    """The two ends of a range both get the interval from one to the other."""
    out = list(timexes)
    for index, draft in enumerate(drafts):
        if draft.partner is None:
            continue
        left, right = out[index], out[index + 1]
        if left.denoted is None or right.denoted is None:
            continue
        whole = range_interval(left.denoted, right.denoted)
        if whole is not None:
            out[index], out[index + 1] = replace(left, interval=whole), replace(right, interval=whole)
    return out


def range_interval(first: Interval, last: Interval) -> Interval | None:
    """From somewhere in the first to somewhere in the last, or None where the first does not begin earlier."""
    if first.earliest_start is None or last.latest_end is None or first.earliest_start >= last.latest_end:
        return None
    return Interval.from_to(first, last)
