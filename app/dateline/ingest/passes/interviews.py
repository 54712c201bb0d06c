"""Question and answer: by the speakers' names before their words, or by short paragraphs that ask.

It does not know who speaks for whom; a question is what the side says whose paragraphs mostly ask.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dateline.ingest.lexicon import layout_words
from dateline.ingest.page import Page
from dateline.model.documents import LineClass

_SPEAKER: Final = re.compile(
    r"\**(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’&-]+){0,4}?)\**\s?(?:\([^)]{1,40}\))?\s?:\**\s+\S"
)
_LONGEST_QUESTION: Final = 450
_LONGEST_PROMPT: Final = 160  # a question without its mark is one sentence
_WORDS: Final = re.compile(r"[^\W\d_]+")
_FEWEST_QUESTIONS: Final = 2
_FEWEST_SHARE: Final = (
    0.12  # of the paragraphs after the first question; essays ask less often, interviews more than a quarter
)
_FEWEST_TURNS: Final = 2


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph: its rows, its words, and the speaker named before them."""

    rows: range
    words: str
    speaker: str


def decide_interview(page: Page) -> None:
    """Decide questions and answers, where the text is an interview."""
    asking = [row for row in page.open_rows() if page.rows[row].rstrip().endswith("?")]
    speaking = any(_speaker(page.rows[row]) for row in page.open_rows())
    if not asking and not speaking:
        return
    turns = [_turn(page, rows) for rows in page.paragraphs()]
    askers = _askers(turns)
    if askers:
        _decide_by_speaker(page, turns, askers)
    elif len(asking) >= _FEWEST_QUESTIONS:
        _decide_by_form(page, turns)


def _turn(page: Page, rows: range) -> _Turn:
    words = page.words_of(rows)
    return _Turn(rows, words, _speaker(words))


def _speaker(words: str) -> str:
    """The name that stands with a colon before what somebody says, in small letters; empty where there is none."""
    if ":" not in words[:60]:
        return ""
    match = _SPEAKER.match(words)
    name = match["name"] if match else ""
    is_named = name[:1].isupper() and all(w[0].isupper() or w in layout_words().particles for w in name.split())
    return name.casefold() if is_named else ""


def _askers(turns: list[_Turn]) -> set[str]:
    """The speakers who ask: those who are called so, or, of several who speak repeatedly, those who mostly end in a
    question mark.

    Interviews often name both speakers in the first turns only; two names that take turns, the first of which asks,
    are enough.
    """
    spoken = Counter(turn.speaker for turn in turns if turn.speaker)
    asked = Counter(turn.speaker for turn in turns if turn.speaker and _asks(turn))
    known = {name for name in spoken if name in layout_words().question_speakers}
    if known and any(name in spoken for name in layout_words().answer_speakers):
        return known
    if sum(spoken.values()) < _FEWEST_TURNS or len(spoken) < 2:
        return set()
    return {name for name in asked if asked[name] * 2 >= spoken[name] and _is_answered(turns, name)}


def _asks(turn: _Turn) -> bool:
    return turn.words.rstrip("\"”'’*").endswith("?") and len(turn.words) <= _LONGEST_QUESTION


def _is_answered(turns: list[_Turn], name: str) -> bool:
    """Whether another named speaker follows directly on this one's first question."""
    for turn, following in pairwise(turns):
        if turn.speaker == name and _asks(turn):
            return following.speaker not in ("", name)
    return False


def _decide_by_speaker(page: Page, turns: list[_Turn], askers: set[str]) -> None:
    """What a named speaker says goes on until another is named; a paragraph without a name that asks is a question as
    well.
    """
    named = Counter(turn.speaker for turn in turns if turn.speaker)
    first = next(place for place, turn in enumerate(turns) if turn.speaker in askers)
    always_named = sum(named.values()) * 2 > len(turns) - first
    kind: LineClass | None = None
    for turn in turns[first : _end(turns, first)]:
        if turn.speaker:
            kind = LineClass.QUESTION if turn.speaker in askers else LineClass.ANSWER
        elif not always_named:
            kind = LineClass.QUESTION if _asks(turn) else LineClass.ANSWER
        if kind is not None:
            page.decide(turn.rows, kind)


def _decide_by_form(page: Page, turns: list[_Turn]) -> None:
    questions = [place for place, turn in enumerate(turns) if _asks(turn)]
    answered = [place for place in questions if place + 1 < len(turns) and not _asks(turns[place + 1])]
    if len(answered) < _FEWEST_QUESTIONS or len(answered) < _FEWEST_SHARE * (len(turns) - answered[0]):
        return
    asked = False
    for place in range(answered[0], _end(turns, answered[0])):
        followed = place + 1 < len(turns) and not _asks(turns[place + 1])
        asked = _asks(turns[place]) or (not asked and followed and _addresses(turns[place].words))
        page.decide(turns[place].rows, LineClass.QUESTION if asked else LineClass.ANSWER)


def _addresses(words: str) -> bool:
    """Whether a short paragraph only speaks of the other: "You were on your own by then."; what answers it says "I"."""
    if len(words) > _LONGEST_PROMPT or words.rstrip()[-1:] not in ".…":
        return False
    known = layout_words()
    said = _WORDS.findall(words)
    said = [said[0].casefold(), *said[1:]] if said else []
    return not known.addressed.isdisjoint(said) and known.speaks_of_self.isdisjoint(said)


def _end(turns: list[_Turn], first: int) -> int:
    """Where the interview ends: a last paragraph that speaks of a speaker by name is an editor's note."""
    last = turns[-1]
    names = {turn.speaker for turn in turns[first:] if len(turn.speaker.split()) > 1}
    is_note = not last.speaker and any(last.words.casefold().startswith(name) for name in names)
    return len(turns) - is_note
