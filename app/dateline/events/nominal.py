"""Events that a noun tells rather than a verb: "the earthquake of March 2011", "ten years of investigation", "a
possible visit".

It must not merge or date by context.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import partial
from typing import Final

from dateline.events.clauses import Clause
from dateline.events.company import company
from dateline.events.factuality import lies_after
from dateline.events.groups import Tense
from dateline.events.kinds import Happening, Weight, event_nouns
from dateline.events.lexicon import Lexicon
from dateline.events.mentions import Mention
from dateline.events.names import NameBook
from dateline.events.passages import Passage
from dateline.events.tagging import Words
from dateline.events.times import combined_time, ending_at
from dateline.events.why import Reason, timex_steps
from dateline.model.documents import LineClass, SourceDocument
from dateline.model.events import EventTime, Factuality, Step
from dateline.model.timex import Timex3, TimexType
from dateline.model.wording import describe_time

_REACH_WORDS: Final = 4
_INFINITIVE: Final = re.compile("TJ*v")
_PHRASE_END: Final = re.compile(r"[,;:.\"\-SRQCpiehdWBFMvs]")


@dataclass(frozen=True, slots=True)
class NounFinder:
    """Finds the events that nouns tell in one sentence."""

    document: SourceDocument
    lexicon: Lexicon
    book: NameBook
    passage: Passage

    def dated(self, used: Set[Timex3]) -> Iterator[Mention]:
        """Dated event nouns whose date no clause has taken."""
        words, lexicon = self.passage.words, self.lexicon
        for timex in self.passage.datable:
            if timex in used:
                continue
            event = _participle_at(words, timex, lexicon) or _noun_at(words, timex, lexicon)
            dated = combined_time([timex])
            if event is None or event.noun is None or dated is None:
                continue
            first, last = _noun_phrase(words, event.noun)
            last = max(last, words.index_at(timex.end - 1) + 1)
            recorded = self.passage.sentence.line_class is LineClass.LOG
            planned = not recorded and lies_after(dated[0].interval, self.document.published)
            yield self._mention(
                event,
                (first, last),
                factuality=Factuality.PLANNED if planned else Factuality.HAPPENED,
                time=dated[0],
                why=(partial(timex_steps, self.document.id, timex, self.document.published),),
                timexes=(timex,),
                salience=lexicon.kind(event.kind).salience,
            )

    def lasting(self) -> Iterator[Mention]:
        """ "After ten years of investigation": what lasted up to the document's date."""
        words, lexicon, published = self.passage.words, self.lexicon, self.document.published
        if published is None or published.interval.latest_end is None:
            return
        for timex in self.passage.timexes:
            last = words.index_at(timex.end - 1) + 1
            if timex.type is not TimexType.DURATION or last >= len(words.lowers) or words.lowers[last] != "of":
                continue
            event = next(event_nouns(words, last + 1, min(last + _REACH_WORDS, len(words.tags)), lexicon), None)
            first = words.index_at(timex.start)
            time = ending_at(published.interval.latest_end, timex.value)
            if event is None or event.noun is None or time is None or not _leads_to_now(self.passage, first):
                continue
            told = f"It lasted up to the document's own date: {describe_time(time)}."
            step = partial(Step, "inferred", told, self.document.id, timex.span)
            phrase = _noun_phrase(words, event.noun)
            yield self._mention(
                event,
                (first, phrase[1]),
                named=phrase,
                factuality=Factuality.HAPPENED,
                time=time,
                why=(partial(timex_steps, self.document.id, timex, published), step),
                timexes=(timex,),
                salience=lexicon.kind(event.kind).salience,
            )

    def counted(self) -> Iterator[Mention]:
        """ "Three days after the president's funeral": an event noun from which a date of the sentence is counted."""
        words, lexicon = self.passage.words, self.lexicon
        opened = {clause.first for clause in self.passage.clauses}
        for timex in self.passage.timexes:
            at = words.index_at(timex.end - 1) + 1
            if timex.type is not TimexType.DURATION or words.lowers[at : at + 1][:1] not in (["after"], ["before"]):
                continue
            end = _PHRASE_END.search(words.tags, at + 1)
            last = min(end.start() if end is not None else len(words.tags), at + 1 + 2 * _REACH_WORDS)
            event = next(event_nouns(words, at + 1, last, lexicon), None)
            if event is None or event.noun is None or at in opened:
                continue
            named = _noun_phrase(words, event.noun)
            salience = lexicon.kind(event.kind).salience
            mention = self._mention(
                event, (at, named[1]), named=named, factuality=Factuality.HAPPENED, salience=salience
            )
            yield mention._replace(marker=words.lowers[at])

    def proposed(self) -> Iterator[Mention]:
        """Event nouns under "possible", "planned", "the prospect of": what has not happened; and what is asked for."""
        words, lexicon = self.passage.words, self.lexicon
        for noun in words.nouns:
            trigger = _trigger(words, noun, lexicon)
            if trigger is None or lexicon.kind(words.nouns[noun]).salience < 0.5:
                continue
            (event,) = event_nouns(words, noun, noun + 1, lexicon)
            first, last = _noun_phrase(words, noun)
            qualifies = lexicon.has("projecting.adjectives", words.lowers[trigger])
            yield self._mention(
                event,
                (min(trigger, first), last),
                factuality=Factuality.POSSIBLE,
                salience=lexicon.kind(event.kind).salience - 0.1,
                named=(trigger if qualifies else first, last),
            )
        yield from self._asked_for()

    def _asked_for(self) -> Iterator[Mention]:
        """What someone asks another to do ("urges the court to refer the case"): it supports a proposal, never
        alone.
        """
        words, lexicon = self.passage.words, self.lexicon
        for match in _INFINITIVE.finditer(words.tags):
            head = match.end() - 1
            stem = words.bases[head]
            kind = lexicon.verb_kinds.get(stem)
            if kind is None or lexicon.has("stative.verbs", stem) or not _is_asked(words, match.start(), lexicon):
                continue
            clause = _clause_at(self.passage, head)
            last = clause.last if clause is not None else len(words.tags)
            yield self._mention(
                Happening(kind, stem, Weight.FULL),
                (match.start(), last),
                factuality=Factuality.POSSIBLE,
                alone=False,
                salience=lexicon.kind(kind).salience - 0.1,
            )

    def _mention(
        self,
        event: Happening,
        place: tuple[int, int],
        *,
        factuality: Factuality,
        salience: float,
        time: EventTime | None = None,
        why: tuple[Reason, ...] = (),
        timexes: tuple[Timex3, ...] = (),
        alone: bool = True,
        named: tuple[int, int] | None = None,
    ) -> Mention:
        """A mention by the words `place` (first, last exclusive)."""
        words, sentence = self.passage.words, self.passage.sentence
        return Mention(
            place=(sentence.index, place[0]),
            paragraph=sentence.paragraph,
            line_class=sentence.line_class,
            span=words.span(*place),
            kind=event.kind,
            stem=event.stem,
            weight=event.weight,
            factuality=factuality,
            tense=Tense.PAST,
            phrase=timexes[0].span if timexes else None,
            time=time,
            why=why,
            timexes=timexes,
            company=company(words, *place, self.book, self.lexicon),
            named=named or place,
            alone=alone,
            background=True,
            salience=salience,
        )


def _noun_at(words: Words, timex: Timex3, lexicon: Lexicon) -> Happening | None:
    """The event noun that an expression dates: just after it ("the 2011 earthquake"), or before it ("an earthquake in
    2011")."""
    first, last = words.index_at(timex.start), words.index_at(timex.end - 1) + 1
    for at in range(last, min(last + 3, len(words.tags))):
        if words.tags[at] not in "oAg":
            break
        kind = words.nouns.get(at)
        if kind is not None:
            return next(event_nouns(words, at, at + 1, lexicon))
    if words.tags[last : last + 1] == "z":
        return None  # "rollback of Friday's release" is not of Friday
    at = first - 1
    while at >= 0 and first - at <= _REACH_WORDS and words.tags[at] in "PDJoAz(":
        kind = words.nouns.get(at)
        if kind is not None and words.tags[at + 1] in "P(t":
            return next(event_nouns(words, at, at + 1, lexicon))
        at -= 1
    return None


def _participle_at(words: Words, timex: Timex3, lexicon: Lexicon) -> Happening | None:
    """ "Pumps installed in 1996": a participle between a noun and its date."""
    at = words.index_at(timex.start) - 1
    while at > 0 and words.tags[at] in "PDJ":
        at -= 1
    if at < 1 or words.tags[at] not in "pen" or words.tags[at - 1] not in "oA":
        return None
    stem = words.bases[at]
    kind = lexicon.verb_kinds.get(stem)
    return Happening(kind, stem, Weight.FULL, at - 1) if kind is not None else None


def _leads_to_now(passage: Passage, first: int) -> bool:
    """Whether the clauses up to a word are in the present or the perfect: the duration ends now."""
    tenses = {clause.verb.tense for clause in passage.clauses if clause.verb is not None and clause.first <= first}
    return bool(tenses & {Tense.PERFECT, Tense.PRESENT, Tense.PROGRESSIVE})


def _trigger(words: Words, noun: int, lexicon: Lexicon) -> int | None:
    """The word that makes an event noun only possible, or None."""
    at = noun - 1
    while at >= 0 and noun - at <= 5 and words.tags[at] in "oAJDzp#":
        if lexicon.has("projecting.adjectives", words.lowers[at]):
            return at
        at -= 1
    if at >= 1 and words.lowers[at] == "of" and lexicon.has("projecting.nouns", words.lowers[at - 1]):
        return at - 1
    return None


def _is_asked(words: Words, to: int, lexicon: Lexicon) -> bool:
    """Whether a verb of asking or planning governs an infinitive."""
    for at in range(to - 1, max(-1, to - 10), -1):
        if words.tags[at] in "pisehcgvn" and lexicon.has("projecting.possible", words.bases[at]):
            return True
        if words.tags[at] in ",;:.SRQ":
            return False
        if at + 1 < len(words.tags) and lexicon.has("projecting.possible", f"{words.bases[at]}_{words.lowers[at + 1]}"):
            return True
    return False


def _clause_at(passage: Passage, word: int) -> Clause | None:
    return next((clause for clause in passage.clauses if clause.first <= word < clause.last), None)


def _noun_phrase(words: Words, noun: int) -> tuple[int, int]:
    """The words of a noun's phrase: back to its article, on over "of" and "to" to where another clause or verb
    begins."""
    first = noun
    while first > 0 and words.tags[first - 1] in "oAzJ#pt":
        first -= 1
    if first > 0 and words.tags[first - 1] == "D":
        first -= 1
    end = _PHRASE_END.search(words.tags, noun + 1)
    last = end.start() if end is not None else len(words.tags)
    return first, max(noun + 1, min(last, noun + 14))
