"""The reading of languages without a full grammar here: what carries a date is an event, and little else is.

With a lexicon of bracket verbs every dated clause becomes an event; without any lexicon every dated sentence does, so
that no dated sentence is lost without a word. It must not merge events or pass dates on to undated clauses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.events.brackets import Form
from dateline.events.factuality import lies_after
from dateline.events.fieldclocks import on_told_day, running_day
from dateline.events.fieldevents import Told, events_of, joined
from dateline.events.fieldnames import actors, places
from dateline.events.fields import Attribute, Field, Part, Token, attribute, fields, tokens, without_place
from dateline.events.fieldstates import is_appeal, tells_nothing, without_laws
from dateline.events.fieldsubjects import Subjects
from dateline.events.fieldtitles import field_title, shortened_words
from dateline.events.fieldvoices import FieldVoices
from dateline.events.lexicon import OTHER_KIND, Lexicon
from dateline.events.sentences import Sentence, sentences
from dateline.events.speakers import Speakers
from dateline.events.times import combined_time, event_time, inferred, is_datable, within_its_day
from dateline.model.dates import Precision
from dateline.model.documents import LineClass, SourceDocument
from dateline.model.events import Event, EventTime, Factuality
from dateline.model.spans import Span
from dateline.model.timex import Signal, Timex3, TimexType

_TITLES: Final = frozenset({LineClass.TITLE, LineClass.HEADING})
_ORDINAL_STOP: Final = frozenset({"."})  # "le 5. ", "5. toukokuuta": a stop behind a day ends no sentence
_NEAR_CHARACTERS: Final = 6  # between a part of the day and the day it belongs to: "in der Nacht zum 21. August"
_INHERITED: Final = 0.55  # salience that a clause without a date needs to be an event


def sentence_events(document: SourceDocument, timexes: Sequence[Timex3], lexicon: Lexicon) -> list[Event]:
    """One event for every sentence with a date, in the order of the text. `timexes` are in the order of the text."""
    found = list[Told]()
    for sentence, dated in _dated_sentences(document, timexes, _ORDINAL_STOP):
        together = combined_time(dated)
        if together is None:
            continue
        time, used = together
        words = tokens(document.text, sentence.span, dated)
        title = shortened_words([word.text for word in words if not word.dates] or [word.text for word in words])
        found.append(Told(sentence.span, title, OTHER_KIND, Factuality.HAPPENED, used, time))
    return events_of(document, found, lexicon)


def clause_events(document: SourceDocument, timexes: Sequence[Timex3], lexicon: Lexicon) -> list[Event]:
    """One event for every clause with a date, in the order of the text. `timexes` are in the order of the text."""
    found, reader = list[Told](), _ClauseReader(document, lexicon)
    last, subjects, running = -1, Subjects(lexicon), None
    voices, told_by = FieldVoices(lexicon, subjects, Speakers(document.text)), list[_Teller]()
    for sentence, dated in _dated_sentences(document, timexes, lexicon.abbreviations, undated=True):
        if sentence.paragraph != last:
            last, running = sentence.paragraph, None
            subjects.next_paragraph()
        words = without_place(tokens(document.text, sentence.span, dated))
        clauses = fields(words, lexicon) if words else []
        if any(clause.past or lexicon.has("auxiliaries.have", clause.auxiliary) for clause in clauses):
            dated = on_told_day(dated, running_day(found))
        voices.listen(sentence, words, clauses)
        told, tellers = list[Told](), list[_Teller]()
        if (lent := reader.lent(clauses, dated, running, subjects)) is not None:
            told.append(lent[0])
            tellers.append(_Teller(sentence.index, clauses, lent[1]))
        for clause, timexes_of in reader.dated(clauses, dated):
            if clause.finite is None and sentence.line_class is LineClass.CAPTION:
                continue  # a photograph's day is its own
            told.extend(reader.told(clause, timexes_of, subjects))
            tellers += [_Teller(sentence.index, clauses, clause)] * (len(told) - len(tellers))
        if sentence.line_class is LineClass.LOG:
            told = [replace(item, present=True) for item in told]
        running = _running(told) or running
        subjects.hear(clauses)
        if len(told) == 1:
            told = [replace(told[0], span=sentence.span)]
        found += told
        told_by += tellers
    return events_of(document, joined(list(_with_sources(found, told_by, voices))), lexicon)


@dataclass(frozen=True, slots=True)
class _Teller:
    """The clause that tells of something, and its sentence."""

    sentence: int
    clauses: Sequence[Field]
    clause: Field


def _with_sources(found: Sequence[Told], told_by: Sequence[_Teller], voices: FieldVoices) -> Iterator[Told]:
    """What was told, with those who say so; whoever is quoted may be named sentences later."""
    for told, teller in zip(found, told_by, strict=True):
        doubtful = told.factuality is Factuality.POSSIBLE
        yield replace(told, sources=voices.sources(teller.sentence, teller.clauses, teller.clause, doubtful=doubtful))


def _is_present(clause: Field) -> bool:
    """Whether a clause tells in the present, as a chronicle does: "Die Leiche wird exhumiert"."""
    return clause.finite is not None and not clause.past and clause.verb is not None


def _nouns(words: Sequence[Token]) -> frozenset[str]:
    return frozenset(word.lower for word in words if word.text[0].isupper() and not word.dates)


def _running(told: Sequence[Told]) -> Told | None:
    """What the sentences behind go on from: the last that happened at a time of its own with both ends."""
    for item in reversed(told):
        interval = item.time.interval
        closed = interval.earliest_start is not None and interval.latest_end is not None
        if item.timexes and closed and item.factuality is Factuality.HAPPENED:
            return item
    return None


def _dated_sentences(
    document: SourceDocument, timexes: Sequence[Timex3], abbreviations: frozenset[str], *, undated: bool = False
) -> Iterator[tuple[Sentence, tuple[Timex3, ...]]]:
    """The sentences outside titles, each with the expressions that can date an event; with `undated` all of them."""
    published, at = document.dateline, 0
    for sentence in sentences(document, abbreviations, timexes):
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


@dataclass(frozen=True, slots=True)
class _ClauseReader:
    document: SourceDocument
    lexicon: Lexicon

    def dated(self, clauses: Sequence[Field], timexes: Sequence[Timex3]) -> Iterator[tuple[Field, tuple[Timex3, ...]]]:
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
            if (own or lent) and not is_appeal(clause, clauses, self.lexicon):
                yield clause, own or lent
            lent = ()

    def told(self, clause: Field, timexes: Sequence[Timex3], subjects: Subjects) -> Iterator[Told]:
        """What a dated clause says, and what a participle before a noun in it says with a date of its own."""
        if tells_nothing(clause, self.lexicon) or self._is_state(clause, timexes):
            return
        timexes = without_laws(clause.words, timexes, self.lexicon)
        told = [(timex, attribute(clause.words, timex, self.lexicon)) for timex in timexes]
        yield from (self._attributed(known, timex) for timex, known in told if known is not None)
        together = combined_time([timex for timex, known in told if known is None])
        if together is None:
            return
        time, used = together
        borrowed = subjects.borrowed(clause)
        named = (*borrowed, *clause.words)
        yield Told(
            clause.span,
            field_title(clause, borrowed, self.lexicon),
            self._kind(clause),
            self._factuality(clause, time, used),
            used,
            time,
            actors(named, self.lexicon),
            places(clause.words, self.lexicon),
            verb=clause.verb or "",
            nouns=_nouns(named),
            present=_is_present(clause),
        )

    def _attributed(self, known: Attribute, timex: Timex3) -> Told:
        """The event of "die 1998 gebaute Halle"."""
        time = event_time(timex)
        assert time is not None
        planned = self.lexicon.has("projecting.planned", known.verb)
        return Told(
            Span(known.words[0].start, known.words[-1].end),
            shortened_words([known.words[-1].text, known.participle]),
            self.lexicon.verb_kinds.get(known.verb, OTHER_KIND),
            Factuality.PLANNED if planned else Factuality.HAPPENED,
            (timex,),
            time,
        )

    def lent(
        self, clauses: Sequence[Field], dated: Sequence[Timex3], running: Told | None, subjects: Subjects
    ) -> tuple[Told, Field] | None:
        """What the first main clause of a sentence without any date says happened, at the date the story stands at,
        and that clause.

        Before a date that is counted from the story another clause can be without one: "Sie fand den Brief und ging am
        nächsten Tag zur Polizei".
        """
        if running is None:
            return None
        telling = (
            clause for clause in self._before_counted(clauses, dated) if self._goes_on(clause, present=running.present)
        )
        clause = next((known for known in telling if self._weighs(known)), None)
        return None if clause is None else (self._told_at(clause, running, subjects), clause)

    def _before_counted(self, clauses: Sequence[Field], dated: Sequence[Timex3]) -> Sequence[Field]:
        """The clauses without a date before the first with one, where that is counted from what was told before; all
        of a sentence without any date."""
        if not dated:
            return clauses
        at = next((index for index, clause in enumerate(clauses) if clause.dating(dated)), 0)
        counted = bool(clauses) and all(
            timex.reference is not None and timex.reference.name == "timex" and timex.type is TimexType.DATE
            for timex in clauses[at].dating(dated)
        )
        return clauses[:at] if counted else ()

    def _told_at(self, clause: Field, running: Told, subjects: Subjects) -> Told:
        """What a clause without a date says happened at the date the story stands at."""
        borrowed = subjects.borrowed(clause)
        return Told(
            clause.span,
            field_title(clause, borrowed, self.lexicon),
            self._kind(clause),
            Factuality.HAPPENED,
            (),
            inferred(replace(running.time, alternatives=())),
            actors((*borrowed, *clause.words), self.lexicon),
            places(clause.words, self.lexicon),
            running.timexes[0].span,
        )

    def _weighs(self, clause: Field) -> bool:
        return self.lexicon.kind(self._kind(clause)).salience >= _INHERITED

    def _goes_on(self, clause: Field, *, present: bool) -> bool:
        """Whether a clause without a date tells the next thing of a story: a main clause in the simple past, in the
        active or the passive, of a verb that says what happened; behind what a chronicle tells in the `present` one in
        that as well."""
        has, verb = self.lexicon.has, clause.verb
        if clause.part is not Part.MAIN or verb is None or not (clause.past or present):
            return False
        if any(has("negation.words", word.lower) for word in clause.words) or self._is_doubtful(
            clause, [word.lower for word in clause.words]
        ):
            return False
        passive = has("auxiliaries.become", clause.auxiliary) and clause.form is Form.PARTICIPLE
        helps = has("auxiliaries.finite", clause.auxiliary) or has("modals.finite", clause.auxiliary)
        return (passive or not helps) and not has("stative.verbs", verb) and not has("reporting.verbs", verb)

    def _is_state(self, clause: Field, timexes: Sequence[Timex3]) -> bool:
        """ "Heute beschäftigt das Werk 300 Menschen": what is so on the document's own day."""
        published = self.document.published
        if clause.past or clause.verb is None or published is None or clause.form is not Form.FINITE:
            return False
        return self.lexicon.has("stative.verbs", clause.verb) and all(
            timex.interval is not None and published.interval.contains(timex.interval) for timex in timexes
        )

    def _kind(self, clause: Field) -> str:
        """The kind by the verb; where that says little, by the last noun that names an event."""
        verb = clause.verb
        if verb is not None and not self.lexicon.has("light.verbs", verb) and verb in self.lexicon.verb_kinds:
            return self.lexicon.verb_kinds[verb]
        nouns = [word.lower for word in clause.words if word.text[0].isupper() and not word.dates]
        named = next((kind for noun in nouns if (kind := self._kind_of_noun(noun))), "")
        return named or self.lexicon.verb_kinds.get(verb or "", OTHER_KIND)

    def _kind_of_noun(self, noun: str) -> str:
        """The kind of a noun or of the longest noun that a compound ends with."""
        known = self.lexicon.noun_kinds
        return next((known[noun[at:]] for at in range(len(noun) - 1) if noun[at:] in known), "")

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
        if self._is_scheduled(clause):
            dropped = clause.past and any(has("projecting.dropped", lower) for lower in lowers)
            return Factuality.NEGATED if dropped else Factuality.PLANNED
        if clause.part is Part.INFINITIVE:
            return Factuality.PLANNED
        modal = has("modals.finite", clause.auxiliary) and not has("modals.past", clause.auxiliary)
        future = has("auxiliaries.future", clause.auxiliary) and clause.form is Form.INFINITIVE
        if modal or future or (after and not clause.past) or self._goes_beyond(clause, time, used):
            return Factuality.PLANNED
        going_on = any(timex.signal is Signal.SINCE for timex in used) and clause.form is Form.FINITE
        stative = clause.verb is not None and has("stative.verbs", clause.verb)
        return Factuality.ONGOING if going_on and stative else Factuality.HAPPENED

    def _goes_beyond(self, clause: Field, time: EventTime, used: Sequence[Timex3]) -> bool:
        """ "Die Arbeiten beginnen im Mai", told in May: a present whose time runs beyond the document's day."""
        published = self.document.published
        end, now = time.interval.latest_end, published.interval.latest_end if published is not None else None
        stative = clause.verb is None or self.lexicon.has("stative.verbs", clause.verb)
        if end is None or now is None or end <= now or clause.past or clause.form is not Form.FINITE or stative:
            return False
        return all(timex.signal not in (Signal.SINCE, Signal.UNTIL) for timex in used)

    def _is_scheduled(self, clause: Field) -> bool:
        """ "War für Mai geplant", "wurde für den 3. angesetzt": the day is that of the plan."""
        told = clause.verb is not None and clause.form is Form.PARTICIPLE
        return told and self.lexicon.has("projecting.scheduled", clause.verb or "")

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
