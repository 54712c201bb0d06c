"""Who says what through a document: the frames of its sentences, those a pronoun in them stands for, and who speaks.

What nothing attributes is the document's own. It must not know which clauses are events.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.events.clauses import Clause
from dateline.events.discourse import Discourse
from dateline.events.frames import Frame, Manner, cues, frames
from dateline.events.lexicon import Lexicon
from dateline.events.namecues import is_listed
from dateline.events.passages import Passage
from dateline.events.speakers import Speakers
from dateline.events.tagging import Words
from dateline.model.events import Attribution
from dateline.model.spans import Span

_PERSON: Final = frozenset("he she him her".split())
_OTHER: Final = frozenset("it they them".split())
_Told = tuple[tuple[Frame, Attribution], ...]


@dataclass(slots=True)
class Voices:
    """The sources of one document. It is told sentence by sentence, in the order of the text."""

    lexicon: Lexicon
    discourse: Discourse
    speakers: Speakers
    _told: dict[int, tuple[Words, _Told]] = field(default_factory=dict)
    _cues: frozenset[str] = frozenset()
    _last_is_person: bool = False

    def __post_init__(self) -> None:
        self._cues = cues(self.lexicon)

    def listen(self, passage: Passage) -> None:
        """Take note of who says what in the next sentence."""
        told = self._read(passage)
        self._told[passage.sentence.index] = passage.words, told
        spoken = [(frame, source) for frame, source in told if _is_spoken(frame)]
        self.speakers.hear(passage.sentence, [source for _, source in spoken])
        if spoken:
            self._last_is_person = self._is_person(passage.words, *spoken[-1][0].source)

    def sources(self, sentence: int, clause: Clause | None, word: int) -> tuple[Attribution, ...]:
        """Who says what a clause, or where there is none a word, of a sentence tells; in the order of the text.

        Of those that verbs of saying name, the nearest one counts: in "Lee said that police had said …" the police.
        """
        if sentence not in self._told:
            return ()
        words, told = self._told[sentence]
        at = clause.verb.first if clause is not None and clause.verb is not None else word
        covering = [(frame, source) for frame, source in told if frame.covers(at)]
        spoken = [(frame.content[0], index) for index, (frame, _) in enumerate(covering) if _is_spoken(frame)]
        nearest = covering[max(spoken)[1]][1] if spoken else self.speakers.speaker(sentence, words.starts[at])
        beside = (source for frame, source in covering if not _is_spoken(frame))
        found = dict.fromkeys([*beside, *([nearest] if nearest is not None else ())])
        return tuple(sorted(found, key=lambda source: source.span))

    def _read(self, passage: Passage) -> _Told:
        told = list[tuple[Frame, Attribution]]()
        for frame in frames(passage, self.lexicon, self._cues):
            told.append((frame, self._source(passage, frame, told)))
        return tuple(told)

    def _source(self, passage: Passage, frame: Frame, told: Sequence[tuple[Frame, Attribution]]) -> Attribution:
        words, (first, last) = passage.words, frame.source
        own = _attribution(words.text, words.span(first, last), named=frame.manner is not Manner.HEARSAY)
        if last - first > 1 or not own.named:
            return own
        pronoun = words.lowers[first]
        saying = [source for other, source in told if _is_spoken(other) and other.covers(first)]
        if saying and (pronoun in _OTHER or pronoun in _PERSON):
            return saying[-1]  # "Police said they believe that …"
        return self._meant(pronoun, passage, own) or own

    def _meant(self, pronoun: str, passage: Passage, own: Attribution) -> Attribution | None:
        """Who a pronoun stands for, at the words that name them; None where nobody can say."""
        recent = self.speakers.recent(passage.sentence.index)
        if pronoun in _PERSON:
            own_subject = self._subject_before(passage, own)
            if own_subject is not None or self._opens_with_name(passage, own):
                return own_subject
            named, recent = self._named(pronoun, passage, own), recent if self._last_is_person else None
            later = recent is not None and named is not None and named.span.start > recent.span.end
            return named if recent is None or later else recent
        return (recent or self._named(pronoun, passage, own)) if pronoun in _OTHER else None

    def _subject_before(self, passage: Passage, own: Attribution) -> Attribution | None:
        """The person with whom a sentence began: "The mayor closed the hall, which she said was unsafe"."""
        subject, words = passage.clauses[0].subject, passage.words
        if subject is None or words.ends[subject[1] - 1] > own.span.start or words.lowers[subject[0]] in _PERSON:
            return None
        meant = self._is_person(words, *subject, surely=True)
        return _attribution(words.text, words.span(*subject)) if meant else None

    def _opens_with_name(self, passage: Passage, own: Attribution) -> bool:
        """Whether a sentence began with a name that may be the one meant, so that an earlier one is doubtful."""
        subject, words = passage.clauses[0].subject, passage.words
        opens = subject is not None and words.ends[subject[1] - 1] <= own.span.start
        return opens and subject is not None and bool(self.discourse.book.names(words, *subject))

    def _named(self, pronoun: str, passage: Passage, own: Attribution) -> Attribution | None:
        """Who was named last as what a pronoun stands for; as "she" only one who surely is a person."""
        book = self.discourse.book
        name = self.discourse.who(pronoun, passage.sentence.line_class)
        if not name or (pronoun in _PERSON and (self._names_place(name) or not self._surely_lives(name))):
            return None
        found = (_named_before(own, passage.words.text, known) for known in (book.full(name), name))
        return next(filter(None, found), None)

    def _is_person(self, words: Words, first: int, last: int, *, surely: bool = False) -> bool:
        """Whether "she" can mean a source: one with a title or a role, or with a person's name; `surely`: no firm's."""
        book, has = self.discourse.book, self.lexicon.has
        lowers = words.lowers[first:last]
        called = any(has("people.titles", lower) or has("people.roles", lower) for lower in lowers)
        names = [name.text for name in book.names(words, first, last) if not self._names_place(name.text)]
        lives = self._surely_lives if surely else book.is_person
        return lowers[0] in _PERSON or called or any(map(lives, names))

    def _names_place(self, name: str) -> bool:
        """ "Air France", "Real Madrid": named after a place, a firm far more often than a person."""
        return any(is_listed(word, self.lexicon) for word in name.split())

    def _surely_lives(self, name: str) -> bool:
        """Whether the document shows that a name is a person's: by a title or an age, or by the last name alone."""
        book = self.discourse.book
        return book.surely_lives(name) or (" " not in name and book.full(name) != name and book.is_person(name))


def _is_spoken(frame: Frame) -> bool:
    return frame.manner is Manner.CLAUSE


def _attribution(text: str, span: Span, *, named: bool = True) -> Attribution:
    return Attribution(span, span.of(text), named)


def _named_before(pronoun: Attribution, text: str, name: str) -> Attribution | None:
    """The last place before a pronoun where a name stands."""
    start = text.rfind(name, 0, pronoun.span.start)
    return _attribution(text, Span(start, start + len(name))) if start >= 0 else None
