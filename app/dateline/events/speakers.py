"""Who speaks from sentence to sentence: quotations that run on, answers in an interview, and who spoke last.

It is told what each sentence says of its sources, and must not know how that is found.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.events.sentences import Sentence
from dateline.model.documents import LineClass
from dateline.model.events import Attribution
from dateline.model.spans import Span

_MARKS: Final = re.compile('["“”„«»]')
_OPENING: Final = frozenset("„")
_CLOSING: Final = frozenset("”")
_REACH: Final = 3  # sentences over which "she said" still means who spoke last


@dataclass(slots=True)
class Speakers:
    """Who speaks in one document, told sentence by sentence in the order of the text.

    `_spoken` holds by sentence where its speaker's words end, and who that is, where no verb of saying tells.
    """

    text: str
    _spoken: dict[int, tuple[int, Attribution]] = field(default_factory=dict)
    _last: Attribution | None = None
    _last_index: int = -_REACH
    _interviewee: Attribution | None = None
    _paragraph: int = -1
    _inside: bool = False  # of a quotation
    _waiting: list[tuple[Sentence, int, Attribution | None]] = field(default_factory=list)

    def hear(self, sentence: Sentence, named: Sequence[Attribution]) -> None:
        """Take note of a sentence; `named` are those of whom it says that they say something."""
        if sentence.paragraph != self._paragraph:
            self._close()
            self._paragraph = sentence.paragraph
        if sentence.line_class is LineClass.ANSWER:
            self._hear_answer(sentence)
        else:
            self._hear_quotation(sentence, named)
        if named:
            self._last, self._last_index = named[-1], sentence.index

    def recent(self, sentence: int) -> Attribution | None:
        """Who spoke last, a few sentences back at most."""
        return self._last if sentence - self._last_index <= _REACH else None

    def speaker(self, sentence: int, offset: int) -> Attribution | None:
        """Who says what stands at a place of a sentence, by a quotation or an answer; None: nobody but the text."""
        end, speaker = self._spoken.get(sentence, (0, None))
        return speaker if offset < end else None

    def _hear_answer(self, sentence: Sentence) -> None:
        """The one named before an answer gives it, and those behind it that name nobody."""
        if " " in sentence.speaker:
            start = self.text.rfind(sentence.speaker, 0, sentence.start)
            if start >= 0:
                span = Span(start, start + len(sentence.speaker))
                self._interviewee = Attribution(span, span.of(self.text))
        if self._interviewee is not None:
            self._spoken[sentence.index] = (sentence.end, self._interviewee)

    def _hear_quotation(self, sentence: Sentence, named: Sequence[Attribution]) -> None:
        """Who is quoted is named beside the quotation or where it ends, or else spoke in the sentence before."""
        goes_on = self._inside
        quoted = self._quoted(sentence)
        if not quoted:
            return
        beside = next((source for source in named if source.span.start >= quoted), None)
        if beside is not None:
            for waiting, end, _ in self._waiting if goes_on else ():
                self._spoken[waiting.index] = (end, beside)
            self._waiting.clear()
            self._spoken[sentence.index] = (quoted, beside)
        elif self._waiting:
            self._waiting.append((sentence, quoted, self._waiting[-1][2]))
        else:
            before = self._last if sentence.index - self._last_index == 1 else None
            self._waiting.append((sentence, quoted, before))
        if not self._inside:
            self._close()

    def _quoted(self, sentence: Sentence) -> int:
        """Where the quotation ends with which a sentence opens or goes on, else 0; whether it goes on is kept."""
        opens, end = self._inside, sentence.end
        for match in _MARKS.finditer(self.text, sentence.start, sentence.end):
            mark = match.group()
            opens = opens or match.start() == sentence.start
            self._inside = mark in _OPENING or (mark not in _CLOSING and not self._inside)
            end = end if self._inside else min(end, match.start())
        return end if opens else 0

    def _close(self) -> None:
        """A quotation has ended: whoever spoke before says what nobody else was named for."""
        for sentence, end, speaker in self._waiting:
            if speaker is not None:
                self._spoken[sentence.index] = (end, speaker)
                self._last, self._last_index = speaker, max(sentence.index, self._last_index)
        self._waiting.clear()
        self._inside = False
