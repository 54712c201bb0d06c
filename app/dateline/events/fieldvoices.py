"""Who says what through a document in a language with a verb bracket: frames, speakers, and reported speech.

A sentence in the subjunctive of reported speech ("Sie sei geschlossen worden.") goes on with who spoke last. It must
not know which clauses are events.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.events.fieldframes import FieldFrame, field_frames
from dateline.events.fields import Field, Token
from dateline.events.fieldsubjects import Subjects
from dateline.events.lexicon import Lexicon
from dateline.events.sentences import Sentence
from dateline.events.speakers import Speakers
from dateline.model.events import Attribution
from dateline.model.spans import Span


@dataclass(slots=True)
class FieldVoices:
    """The sources of one document. It is told sentence by sentence, in the order of the text."""

    lexicon: Lexicon
    subjects: Subjects
    speakers: Speakers
    _frames: dict[int, tuple[tuple[FieldFrame, Attribution], ...]] = field(default_factory=dict)
    _reported: dict[int, Attribution] = field(default_factory=dict)

    def listen(self, sentence: Sentence, words: Sequence[Token], clauses: Sequence[Field]) -> None:
        """Take note of who says what in the next sentence."""
        found = field_frames(words, clauses, self.lexicon)
        told = tuple((frame, self._source(sentence, frame, clauses)) for frame in found)
        if told:
            self._frames[sentence.index] = told
        recent = self.speakers.recent(sentence.index)
        spoken = [source for frame, source in told if frame.says]
        if not told and recent is not None and any(map(self._is_reported, clauses)):
            self._reported[sentence.index] = recent
            spoken = [recent]
        for frame, source in told:
            if frame.before:
                self._reported.setdefault(sentence.index - 1, source)
        self.speakers.hear(sentence, spoken)

    def sources(
        self, sentence: int, clauses: Sequence[Field], clause: Field, *, doubtful: bool
    ) -> tuple[Attribution, ...]:
        """Who says what a clause of a sentence tells, in the order of the text; `doubtful`: it may not have been."""
        place = next((at for at, known in enumerate(clauses) if known is clause), -1)
        covering = [(frame, source) for frame, source in self._frames.get(sentence, ()) if place in frame.content]
        found = [source for _, source in covering]
        if not any(frame.says for frame, _ in covering):
            first = self.speakers.speaker(sentence, clause.words[0].start) or self._reported.get(sentence)
            found += [first] if first is not None else []
        rumour = self._rumour(clause) if doubtful else None
        if rumour is not None:
            found.append(self._attribution((rumour,), named=False))
        return tuple(sorted(dict.fromkeys(found), key=lambda source: source.span))

    def _rumour(self, clause: Field) -> Token | None:
        """ "Soll … gestohlen haben": the modal that says that something is only told; not "hätte … sollen"."""
        closes = clause.finite is None or clause.finite == len(clause.words) - 1
        hearsay = not closes and self.lexicon.has("modals.hearsay", clause.auxiliary)
        return clause.words[clause.finite or 0] if hearsay else None

    def _source(self, sentence: Sentence, frame: FieldFrame, clauses: Sequence[Field]) -> Attribution:
        own = self._attribution(frame.source, named=frame.named)
        if len(frame.source) > 1 or not self.lexicon.has("pronouns.subject", frame.source[0].lower):
            return own
        meant = self.subjects.named_last()
        named = self._attribution(meant, named=True) if meant else None
        recent = self.speakers.recent(sentence.index)
        later = recent is None or (named is not None and named.span.start > recent.span.end)
        return (named if later else recent) or own

    def _is_reported(self, clause: Field) -> bool:
        """Whether a clause is in the form of what others said, and not of "ich habe"."""
        first = clause.words[0].lower
        return self.lexicon.has("attribution.subjunctive", clause.auxiliary) and first != "ich" and clause.finite != 0

    def _attribution(self, words: Sequence[Token], *, named: bool) -> Attribution:
        span = Span(words[0].start, words[-1].end)
        return Attribution(span, span.of(self.speakers.text), named)
