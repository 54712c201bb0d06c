"""From clauses to mentions: which clauses tell of an event, and what each says of it.

Mentions without a date of their own leave this module without time; `inherit` gives them one. It must not merge.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial

from dateline.events.clauses import Clause, Role
from dateline.events.company import Company, company
from dateline.events.discourse import Discourse
from dateline.events.factuality import factuality, lies_after, runs_ahead
from dateline.events.furniture import is_furniture
from dateline.events.groups import Tense
from dateline.events.kinds import Happening, Weight, happening, subject_event
from dateline.events.lengths import length_of
from dateline.events.lexicon import Lexicon
from dateline.events.mentions import Mention
from dateline.events.names import NameBook
from dateline.events.nominal import NounFinder
from dateline.events.passages import Passage
from dateline.events.story import heads_entries
from dateline.events.tagging import Words
from dateline.events.telling import tells
from dateline.events.timeless import opens_condition
from dateline.events.times import combined_time, told_times
from dateline.events.turnings import at_last, cleft_dates
from dateline.events.voices import Voices
from dateline.events.why import Reason, timex_steps
from dateline.model.dates import Interval
from dateline.model.documents import LineClass, SourceDocument
from dateline.model.events import EventTime
from dateline.model.timex import Signal, Timex3

_LEAST_WITH_STAMP = 2  # expressions of a clause
_WHILE = frozenset({"while", "when", "as"})
_SIDE_ROLES = frozenset({Role.SUBORDINATE, Role.RELATIVE, Role.PARTICIPLE})
_TITLES = frozenset({LineClass.TITLE, LineClass.HEADING})


@dataclass(frozen=True, slots=True)
class Finder:
    """Everything the reading of one document's clauses needs at hand."""

    document: SourceDocument
    lexicon: Lexicon
    book: NameBook
    discourse: Discourse
    voices: Voices

    def mentions(self, passages: Sequence[Passage]) -> list[Mention]:
        """All mentions in the order of the text."""
        found, headed, row = list[Mention](), False, -1
        for passage in passages:
            self.discourse.listen(passage)
            if _opens_dated_row(passage):
                row = passage.sentence.paragraph
            if passage.sentence.line_class is LineClass.HEADING:
                headed = heads_entries(passage)
            if passage.sentence.line_class not in _TITLES and not is_furniture(passage.words, self.lexicon):
                self.voices.listen(passage)
                in_row = passage.sentence.paragraph == row and passage.sentence.line_class is LineClass.TABLE
                found.extend(self._of_passage(passage, headed=headed or in_row))
        return found

    def _of_passage(self, passage: Passage, *, headed: bool) -> Iterator[Mention]:
        """The mentions of one sentence; `headed`: it stands under a date."""
        own, lent, turned = list[Mention](), tuple[Timex3, ...](), tuple[Timex3, ...]()
        for clause in passage.clauses:
            dating = passage.dating(clause) or turned or (lent if _can_borrow(clause) else ())
            turned = cleft_dates(passage.words, clause, dating)
            found = [] if turned else list(self._of_clause(passage, clause, dating, headed=headed))
            lent = dating if not found and _only_intends(clause) else ()
            self.discourse.note(passage, clause)
            own.extend(found)
        if passage.datable:
            own = [*self._with_state_dates(passage, own)]
        own.extend(self._of_entry(passage) if not own else ())
        nominal = NounFinder(self.document, self.lexicon, self.book, passage)
        if passage.timexes and not opens_condition(passage.words):
            own.extend(nominal.dated(_dating(own)))
            own.extend(nominal.lasting())
            own.extend(nominal.counted())
        own.extend(nominal.proposed())
        own.sort(key=lambda mention: mention.place)
        yield from own

    def _with_state_dates(self, passage: Passage, found: Sequence[Mention]) -> Iterator[Mention]:
        """The mentions, of which one without a date takes that of a clause that only says what was so then: "was
        founded while he was here, on 3 May 1990".
        """
        states, used = [clause for clause in passage.clauses if _is_state_beside(clause)], _dating(found)
        free = [timex for clause in states for timex in passage.dating(clause) if timex not in used]
        main = [mention for mention in found if mention.clause is not None and _can_borrow(mention.clause)]
        place = main[0] if free and len(main) == 1 and main[0].time is None else None
        for mention in found:
            dated = None
            if mention is place and mention.clause is not None:
                dated = self._at(passage, mention.clause, free, headed=False)
            yield dated or mention

    def _of_entry(self, passage: Passage) -> Iterator[Mention]:
        """What the first clause of a log's entry or of a chronology's row tells, whatever its verb."""
        sentence = passage.sentence
        recorded = sentence.line_class is LineClass.LOG or _opens_dated_row(passage)
        if not recorded or not sentence.opens_line or not passage.datable:
            return
        stamp = passage.datable[0]
        if stamp.start > sentence.start + 3:
            return
        for clause in passage.clauses[:1]:
            mention = self._at(passage, clause, (stamp,), headed=False, recorded=True)
            if mention is not None:
                yield mention

    def _of_clause(
        self, passage: Passage, clause: Clause, dating: Sequence[Timex3], *, headed: bool
    ) -> Iterator[Mention]:
        """The mentions a clause makes by its verb: one for each time it tells of, if any."""
        words = passage.words
        told = told_times(words, _behind_verb(words, clause, _without_stamp(passage, dating))) if dating else []
        times = told or [()]
        ends = [_before_joint(words, later[0]) for later in times[1:]]
        first = clause.first
        for timexes, last in zip(times, [*ends, clause.last], strict=True):
            mention = self._at(passage, clause, timexes, headed=headed)
            if mention is None:
                return
            if first != clause.first or last != clause.last:  # told again: from the verb on to that time
                mention = mention._replace(
                    place=(mention.place[0], first), span=words.span(*_trimmed(words, clause, first, last))
                )
            yield mention
            first = last

    def _at(
        self, passage: Passage, clause: Clause, timexes: Sequence[Timex3], *, headed: bool, recorded: bool = False
    ) -> Mention | None:
        """The mention a clause makes with some of its time expressions, or None. `recorded`: it stands in a record, of
        which every entry tells something.
        """
        words, sentence = passage.words, passage.sentence
        event = happening(words, clause, self.lexicon)
        clause, timexes = at_last(words, clause, timexes)
        dated = combined_time(timexes)
        in_entry = headed and event.weight is Weight.FULL and clause.verb is not None
        time, used = dated if dated is not None else (None, ())
        ahead = runs_ahead(time.interval if time else None, self.document.published)
        length = None if dated is not None else length_of(passage, clause)
        alone = tells(passage, clause, event, dated is not None or in_entry, self.lexicon, ahead=ahead)
        told = alone or (length is not None and tells(passage, clause, event, True, self.lexicon, ahead=length.within))
        if not told and not (recorded and _may_be_recorded(passage, clause)):
            return None
        logged = sentence.line_class is LineClass.LOG  # a log tells what was, also after the date at its head
        after = not logged and lies_after(time.interval if time else None, self.document.published)
        subject = self.discourse.subject(passage, clause)
        verb = clause.verb
        tense = verb.tense if verb is not None else Tense.PAST
        span = clause.span(words)
        kind = self.lexicon.kind(event.kind)
        pointed = subject_event(words, clause, self.lexicon) if tense.is_finite else None
        anaphoric = pointed is not None or self._is_anaphoric(passage, clause, event)
        return Mention(
            place=(sentence.index, clause.first),
            paragraph=sentence.paragraph,
            line_class=sentence.line_class,
            span=span,
            kind=event.kind,
            stem=event.stem,
            weight=event.weight,
            factuality=factuality(words, clause, self.lexicon, after),
            tense=tense,
            phrase=used[0].span if used else None,
            time=time,
            why=self._why(used),
            timexes=tuple(used),
            company=self._company(words, clause),
            clause=clause,
            named=_named(words, clause),
            subject=subject,
            pronouns=self.discourse.pronouns(passage, clause),
            marker=clause.marker,
            anaphoric=anaphoric,
            introduces=self._introduces(words, clause),
            refers=(pointed or event).stem,
            refers_kind=(pointed or event).kind,
            alone=(alone or length is None) and not (anaphoric and time is None),
            length=length,
            background=clause.role in _SIDE_ROLES or tense is Tense.PLUPERFECT,
            turning=self._turning(clause, used),
            salience=self._salience(event, kind.salience, passage, clause, time),
        )

    def _company(self, words: Words, clause: Clause) -> Company:
        """What the clause names, with the subject it borrows from the clause before."""
        own = company(words, clause.first, clause.last, self.book, self.lexicon)
        if clause.subject is None or clause.subject[0] >= clause.first:
            return own
        lent = company(words, *clause.subject, self.book, self.lexicon)
        return replace(own, actors=tuple(dict.fromkeys((*lent.actors, *own.actors))))

    def _why(self, used: Sequence[Timex3]) -> tuple[Reason, ...]:
        return tuple(partial(timex_steps, self.document.id, timex, self.document.published) for timex in used)

    def _is_anaphoric(self, passage: Passage, clause: Clause, event: Happening) -> bool:
        """Whether the event's noun only points back: "the meeting", "my talks"."""
        if event.noun is None:
            return False
        words, at = passage.words, event.noun
        while at > 0 and words.tags[at - 1] in "oAz#p":
            at -= 1
        return at > 0 and self.lexicon.has("anaphora.definite", words.lowers[at - 1])

    def _introduces(self, words: Words, clause: Clause) -> bool:
        """Whether a clause brings in its subject as new: "Another hospital", "A hospital in the south"."""
        return clause.subject is not None and self.lexicon.has("anaphora.indefinite", words.lowers[clause.subject[0]])

    def _turning(self, clause: Clause, used: Sequence[Timex3]) -> Interval | None:
        """The day until which something was refused or never happened: then it changed."""
        if clause.verb is None:
            return None
        refused = clause.verb.negated or self.lexicon.has("projecting.cancelled", clause.verb.stem)
        if not refused:
            return None
        return next((timex.denoted for timex in used if timex.signal is Signal.UNTIL), None)

    def _salience(
        self, event: Happening, base: float, passage: Passage, clause: Clause, time: EventTime | None
    ) -> float:
        """How much a reader would miss the mention, 0 to 1."""
        value = base
        if event.weight is Weight.WEAK:
            value -= 0.1
        if event.weight in {Weight.STATE, Weight.DURATIVE}:
            value -= 0.1
        if time is not None:
            value += 0.15
        if clause.role in {Role.SUBORDINATE, Role.RELATIVE}:
            value -= 0.1
        return max(0.0, min(1.0, value))


def _dating(mentions: Sequence[Mention]) -> Set[Timex3]:
    """The expressions that date some mentions."""
    return {timex for mention in mentions for timex in mention.timexes}


def _only_intends(clause: Clause) -> bool:
    """Whether a clause says what was to be: "that was to be held on Thursday"; its date is that of what came of it."""
    return clause.verb is not None and clause.verb.modal in {"was", "were"}


def _opens_dated_row(passage: Passage) -> bool:
    """Whether a sentence opens the row of a chronology with its date."""
    sentence = passage.sentence
    if sentence.line_class is not LineClass.TABLE or not sentence.opens_line or not passage.datable:
        return False
    return passage.words.index_at(passage.datable[0].start) == 0


def _is_state_beside(clause: Clause) -> bool:
    """Whether a clause tells what was so while something happened: "while he was here"."""
    return clause.role is Role.SUBORDINATE and clause.marker in _WHILE and clause.verb is not None


def _may_be_recorded(passage: Passage, clause: Clause) -> bool:
    """Whether a clause says something of somebody, as an entry of a record does."""
    return clause.verb is not None and clause.verb.tense.is_finite and clause.subject is not None


def _can_borrow(clause: Clause) -> bool:
    return clause.verb is not None and clause.verb.tense.is_finite and clause.role is Role.MAIN


def _without_stamp(passage: Passage, timexes: Sequence[Timex3]) -> Sequence[Timex3]:
    """The expressions of a log's clause without the entry's stamp, where it tells a time of its own: "02:33 the deploy
    went out at 23:40".
    """
    if passage.sentence.line_class is not LineClass.LOG or len(timexes) < _LEAST_WITH_STAMP:
        return timexes
    stamp, *told = timexes
    opens = passage.sentence.opens_line and stamp is passage.datable[0]
    beside = stamp.interval is not None and any(
        timex.interval is not None and not timex.interval.overlaps(stamp.interval) for timex in told
    )
    owned = all(_owns(passage.words, timex) for timex in told)  # "starts rollback of Friday's release"
    return told if opens and beside and not owned else timexes


def _owns(words: Words, timex: Timex3) -> bool:
    """Whether a date only tells which thing is meant: "Friday's release"."""
    at = words.index_at(timex.end - 1) + 1
    return words.tags[at : at + 1] == "z"


def _behind_verb(words: Words, clause: Clause, timexes: Sequence[Timex3]) -> Sequence[Timex3]:
    """The expressions of a clause without those in its subject, where others stand behind the verb: "a second marriage,
    in 1983, was dissolved in 1986".
    """
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or len(timexes) < _LEAST_WITH_STAMP or words.tags[subject[0]] not in "DoA":
        return timexes
    start, end = words.starts[subject[0]], words.starts[verb.first]
    inner = [timex for timex in timexes if start < timex.start and timex.end <= end]
    behind = [timex for timex in timexes if timex.start >= words.ends[verb.head]]
    apart = not any(_overlap(one, other) for one in inner for other in behind)
    return behind if inner and behind and len(inner) + len(behind) == len(timexes) and apart else timexes


def _overlap(one: Timex3, other: Timex3) -> bool:
    return one.interval is not None and other.interval is not None and one.interval.overlaps(other.interval)


def _before_joint(words: Words, timex: Timex3) -> int:
    """The word or comma that joins a further time to those before it."""
    at = words.index_at(timex.start)
    return max(words.tags.rfind("C", 0, at), words.tags.rfind(",", 0, at) if words.tags[at - 1] == "," else -1)


def _trimmed(words: Words, clause: Clause, first: int, last: int) -> tuple[int, int]:
    """The words from a clause's beginning, or for a further time from its verb, to where the next time is joined; of
    times before the verb all go on to the clause's end.
    """
    verb, joint = clause.verb, last if last != clause.last else first
    if verb is not None and joint < verb.first:
        last = clause.last
    elif first != clause.first and verb is not None:
        first = verb.first
    while first < last - 1 and words.tags[first] in ",;:-.)":
        first += 1
    while last - 1 > first and words.tags[last - 1] in ",;:-.(":
        last -= 1
    return first, last


def _named(words: Words, clause: Clause) -> tuple[int, int] | None:
    """The words that name the event where no verb tells of it: a clause without one, or what "there was"."""
    if clause.verb is None:
        return clause.first, clause.last
    if clause.subject is not None and words.lowers[clause.subject[1] - 1] == "there":
        return clause.verb.last, clause.last
    return None
