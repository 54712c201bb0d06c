"""The reading of languages without a full grammar here: what carries a date is an event, and nothing else is.

With a lexicon of bracket verbs every dated clause becomes an event; without any lexicon every dated sentence does, so
that no dated sentence is lost without a word. It must not merge events or pass dates on to undated clauses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.events.brackets import Form
from dateline.events.factuality import lies_after
from dateline.events.fieldnames import actors, places
from dateline.events.fields import Attribute, Field, Part, Token, attribute, fields, tokens
from dateline.events.fieldtitles import field_title, shortened_words, subject_of
from dateline.events.identity import event_id
from dateline.events.lexicon import OTHER_KIND, Lexicon
from dateline.events.sentences import Sentence, sentences
from dateline.events.times import combined_time, event_time, is_datable, within_its_day
from dateline.events.why import interval_step, timex_steps
from dateline.model.anchors import describe
from dateline.model.dates import Precision
from dateline.model.documents import LineClass, SourceDocument
from dateline.model.events import Event, EventTime, Excerpt, Factuality
from dateline.model.spans import Span
from dateline.model.timex import Signal, Timex3

_TITLES: Final = frozenset({LineClass.TITLE, LineClass.HEADING})
_ORDINAL_STOP: Final = frozenset({"."})  # "le 5. ", "5. toukokuuta": a stop behind a day ends no sentence
_NEAR_CHARACTERS: Final = 6  # between a part of the day and the day it belongs to: "in der Nacht zum 21. August"
_STATED: Final = 0.15  # what a date of its own adds to an event's salience


@dataclass(frozen=True, slots=True)
class _Told:
    """What one stretch of a document says of an event."""

    span: Span
    title: str
    kind: str
    factuality: Factuality
    timexes: tuple[Timex3, ...]
    time: EventTime
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def sentence_events(document: SourceDocument, timexes: Sequence[Timex3], lexicon: Lexicon) -> list[Event]:
    """One event for every sentence with a date, in the order of the text. `timexes` are in the order of the text."""
    found = list[Event]()
    for sentence, dated in _dated_sentences(document, timexes, _ORDINAL_STOP):
        together = combined_time(dated)
        if together is None:
            continue
        time, used = together
        words = tokens(document.text, sentence.span, dated)
        title = shortened_words([word.text for word in words if not word.dates] or [word.text for word in words])
        found.extend(
            _made(document, _Told(sentence.span, title, OTHER_KIND, Factuality.HAPPENED, used, time), lexicon)
        )
    return found


def clause_events(document: SourceDocument, timexes: Sequence[Timex3], lexicon: Lexicon) -> list[Event]:
    """One event for every clause with a date, in the order of the text. `timexes` are in the order of the text."""
    found, reader = list[Event](), _ClauseReader(document, lexicon)
    last, subject = -1, tuple[Token, ...]()
    for sentence, dated in _dated_sentences(document, timexes, lexicon.abbreviations, undated=True):
        if sentence.paragraph != last:
            last, subject = sentence.paragraph, ()
        words = tokens(document.text, sentence.span, dated)
        clauses = fields(words, lexicon) if words else []
        told = list[_Told]()
        for clause, timexes_of in reader.dated(clauses, dated):
            told.extend(reader.told(clause, timexes_of, subject))
        subject = reader.subject_after(clauses, subject)
        if len(told) == 1:
            told = [replace(told[0], span=sentence.span)]
        for item in told:
            found.extend(_made(document, item, lexicon))
    return found


def _dated_sentences(
    document: SourceDocument, timexes: Sequence[Timex3], abbreviations: frozenset[str], *, undated: bool = False
) -> Iterator[tuple[Sentence, tuple[Timex3, ...]]]:
    """The sentences outside titles, each with the expressions that can date an event; with `undated` all of them."""
    published, at = document.published.span if document.published is not None else None, 0
    for sentence in sentences(document, abbreviations):
        while at < len(timexes) and timexes[at].start < sentence.start:
            at += 1
        inside = at
        while inside < len(timexes) and timexes[inside].start < sentence.end:
            inside += 1
        own = [
            within_its_day(timex)
            for timex in timexes[at:inside]
            if is_datable(timex) and (published is None or not published.overlaps(timex.span))
        ]
        at = inside
        if sentence.line_class not in _TITLES and (own or undated):
            yield sentence, tuple(_without_parts_of_days(own))


def _without_parts_of_days(timexes: Sequence[Timex3]) -> Iterator[Timex3]:
    """The expressions without a part of the day that the day right behind it places: that day counts."""
    for index, timex in enumerate(timexes):
        following = timexes[index + 1] if index + 1 < len(timexes) else None
        part = timex.precision is Precision.PART_OF_DAY
        if (
            part
            and following is not None
            and following.precision is Precision.DAY
            and following.start - timex.end <= _NEAR_CHARACTERS
        ):
            continue
        yield timex


def _made(document: SourceDocument, told: _Told, lexicon: Lexicon) -> Iterator[Event]:
    """The event of what was told, unless no word is left to call it by."""
    if not any(map(str.isalpha, told.title)):
        return
    kind, phrase = lexicon.kind(told.kind), told.timexes[0].span
    steps = [step for timex in told.timexes for step in timex_steps(document.id, timex, document.published)]
    yield Event(
        id=event_id(document.id, told.span.start, told.span.end),
        title=told.title,
        time=told.time,
        kind=kind.name,
        group=kind.group,
        factuality=told.factuality,
        excerpts=(
            Excerpt(
                document.id,
                describe(document.text, told.span.start, told.span.end),
                phrase if told.span.contains(phrase) else None,
            ),
        ),
        why=(*steps, interval_step(told.time)),
        actors=told.actors,
        places=told.places,
        salience=round(min(1.0, kind.salience + _STATED), 3),
    )


@dataclass(frozen=True, slots=True)
class _ClauseReader:
    document: SourceDocument
    lexicon: Lexicon

    def dated(
        self, clauses: Sequence[Field], timexes: Sequence[Timex3]
    ) -> Iterator[tuple[Field, tuple[Timex3, ...]]]:
        """The clauses with their dates. "X, die für den 17. geplant war, wurde abgesagt": the aside's date is that of
        what the next clause tells."""
        lent = tuple[Timex3, ...]()
        for index, clause in enumerate(clauses):
            own = clause.dating(timexes)
            following = clauses[index + 1] if index + 1 < len(clauses) else None
            planned = clause.verb is not None and self.lexicon.has("projecting.planned", clause.verb)
            resumed = following is not None and following.words[0].start < clause.words[0].start
            if own and clause.part is Part.RELATIVE and planned and resumed and not clauses[index + 1].dating(timexes):
                lent = own
                continue
            if own or lent:
                yield clause, own or lent
            lent = ()

    def told(self, clause: Field, timexes: Sequence[Timex3], subject: Sequence[Token]) -> Iterator[_Told]:
        """What a dated clause says, and what a participle before a noun in it says with a date of its own."""
        told = [(timex, attribute(clause.words, timex, self.lexicon)) for timex in timexes]
        yield from (self._attributed(known, timex) for timex, known in told if known is not None)
        together = combined_time([timex for timex, known in told if known is None])
        if together is None:
            return
        time, used = together
        borrowed = self._borrowed(clause, subject)
        named = (*borrowed, *clause.words)
        yield _Told(
            clause.span,
            field_title(clause, borrowed, self.lexicon),
            self._kind(clause),
            self._factuality(clause, time, used),
            used,
            time,
            actors(named, self.lexicon),
            places(clause.words, self.lexicon),
        )

    def _attributed(self, known: Attribute, timex: Timex3) -> _Told:
        """The event of "die 1998 gebaute Halle"."""
        time = event_time(timex)
        assert time is not None
        planned = self.lexicon.has("projecting.planned", known.verb)
        return _Told(
            Span(known.words[0].start, known.words[-1].end),
            shortened_words([known.words[-1].text, known.participle]),
            self.lexicon.verb_kinds.get(known.verb, OTHER_KIND),
            Factuality.PLANNED if planned else Factuality.HAPPENED,
            (timex,),
            time,
        )

    def subject_after(self, clauses: Sequence[Field], subject: tuple[Token, ...]) -> tuple[Token, ...]:
        """The subject a pronoun of the next sentence can mean: that of the last main clause; a pronoun that means the
        one before keeps it."""
        for clause in clauses:
            if clause.part is Part.MAIN and clause.finite is not None:
                own = subject_of(clause, self.lexicon)
                if len(own) == 1 and self.lexicon.has("pronouns.subject", own[0].lower):
                    subject = self._agreeing(own[0], subject)
                elif own or clause.finite:
                    subject = self._alone(own, clause)
        return subject

    def _borrowed(self, clause: Field, subject: Sequence[Token]) -> Sequence[Token]:
        """The subject of a clause that has none of its own or only a pronoun for it."""
        own = subject_of(clause, self.lexicon)
        if clause.finite is None or (clause.finite == 0 and not own):
            return self._head(clause.before)
        if len(own) == 1 and self.lexicon.has("pronouns.subject", own[0].lower) and not _is_plural(clause):
            before = self._head(clause.before, plurals=False) if clause.before else tuple(subject)
            return self._agreeing(own[0], before) or self._agreeing(own[0], tuple(subject))
        return ()

    def _head(self, words: Sequence[Token], *, plurals: bool = True) -> tuple[Token, ...]:
        """The subject of the clause that some words make."""
        for clause in fields(words, self.lexicon):
            own = subject_of(clause, self.lexicon)
            if own:
                return own if plurals else self._alone(own, clause)
        return ()

    def _alone(self, subject: tuple[Token, ...], clause: Field) -> tuple[Token, ...]:
        """A subject unless it is a plural, whose article would pass for the feminine one."""
        plural = _is_plural(clause) and bool(subject)
        return () if plural and self.lexicon.has("articles.feminine", subject[0].lower) else subject

    def _agreeing(self, pronoun: Token, subject: tuple[Token, ...]) -> tuple[Token, ...]:
        """A subject, where its article has the pronoun's gender."""
        if not subject:
            return ()
        for gender in ("masculine", "feminine", "neuter"):
            if self.lexicon.has(f"pronouns.{gender}", pronoun.lower):
                return subject if self.lexicon.has(f"articles.{gender}", subject[0].lower) else ()
        return ()

    def _kind(self, clause: Field) -> str:
        """The kind by the verb; where that says little, by the last noun that names an event."""
        verb = clause.verb
        if verb is not None and not self.lexicon.has("light.verbs", verb) and verb in self.lexicon.verb_kinds:
            return self.lexicon.verb_kinds[verb]
        nouns = [word.lower for word in clause.words if word.text[0].isupper() and not word.dates]
        named = next((kind for noun in nouns if (kind := self._kind_of_noun(noun))), "")
        return named or self.lexicon.verb_kinds.get(verb or "", OTHER_KIND)

    def _kind_of_noun(self, noun: str) -> str:
        """The kind of a noun or of the noun that a compound ends with."""
        fitting = [known for known in self.lexicon.noun_kinds if noun == known or (noun.endswith(known))]
        return self.lexicon.noun_kinds[max(fitting, key=len)] if fitting else ""

    def _factuality(self, clause: Field, time: EventTime, used: Sequence[Timex3]) -> Factuality:
        after = lies_after(time.interval, self.document.published)
        has, lowers = self.lexicon.has, [word.lower for word in clause.words]
        lent = bool(used) and not clause.dating(used)
        if any(has("negation.words", lower) for lower in lowers):
            return Factuality.NEGATED
        if lent:
            cancelled = clause.verb is not None and has("projecting.cancelled", clause.verb)
            return Factuality.NEGATED if cancelled else Factuality.PLANNED
        if self._is_doubtful(clause, lowers) or self._is_hearsay(clause, time):
            return Factuality.POSSIBLE
        if clause.part is Part.INFINITIVE:
            return Factuality.PLANNED
        modal = has("modals.finite", clause.auxiliary) and not has("modals.past", clause.auxiliary)
        future = has("auxiliaries.future", clause.auxiliary) and clause.form is Form.INFINITIVE
        if modal or future or (after and not clause.past):
            return Factuality.PLANNED
        going_on = any(timex.signal is Signal.SINCE for timex in used) and clause.form is Form.FINITE
        stative = clause.verb is not None and has("stative.verbs", clause.verb)
        return Factuality.ONGOING if going_on and stative else Factuality.HAPPENED

    def _is_doubtful(self, clause: Field, lowers: Sequence[str]) -> bool:
        """Whether a clause only holds something possible: "könnte", "vielleicht", "wenn"."""
        has = self.lexicon.has
        if has("modals.possible", clause.auxiliary) or any(has("modals.adverbs", lower) for lower in lowers):
            return True
        return has("clauses.conditional", lowers[0])

    def _is_hearsay(self, clause: Field, time: EventTime) -> bool:
        """ "Soll 2010 den Brand gelegt haben": nothing is planned for what lies behind."""
        end, published = time.interval.latest_end, self.document.published
        now = published.interval.earliest_start if published is not None else None
        past = end is not None and now is not None and end <= now
        return past and self.lexicon.has("modals.hearsay", clause.auxiliary)


def _is_plural(clause: Field) -> bool:
    return clause.auxiliary.endswith("en")
