"""Rival dates within one document: an event that two passages put at different times.

Nothing is averaged. The event keeps the time told first and shows the other beside it, each with its passage. It must
not join what only resembles: a source must be named that gives the other date, or the event can happen only once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from dateline.events.clauses import Clause
from dateline.events.groups import Tense
from dateline.events.lexicon import Lexicon
from dateline.events.mentions import Mention
from dateline.events.passages import Passage
from dateline.events.settling import Settled, are_named_alike
from dateline.events.why import rival_step
from dateline.model.anchors import describe
from dateline.model.dates import Interval
from dateline.model.documents import SourceDocument
from dateline.model.events import Alternative, Excerpt

_REACH_SENTENCES: Final = 2  # over which a source speaks of the event told before
_ONCE: Final = frozenset({"birth", "death"})
_NEAREST_SECONDS: Final = 20 * 365 * 86_400  # rival years of one event lie within a generation
_NEAR_LENGTHS: Final = 60  # and rival days within two months: so many of their own lengths
_MOST_EVENTS: Final = 12  # the latest ones, with which a passage is compared


@dataclass(frozen=True, slots=True)
class RivalFinder:
    """What is at hand where the events of one document are compared."""

    document: SourceDocument
    passages: Sequence[Passage]
    lexicon: Lexicon

    def joined(self, settled: Sequence[Settled]) -> list[Settled]:
        """The settled events, those that rival an earlier one become a further time of it. In the order of the text."""
        by_sentence = {passage.sentence.index: passage for passage in self.passages}
        kept = list[Settled]()
        for item in sorted(settled, key=lambda known: min(mention.place for mention in known.mentions)):
            passage = by_sentence[item.lead.place[0]]
            latest = self._latest(kept) if _is_stated(item) else ()
            place = next((at for at in latest if self._rivals(kept[at], item, passage)), None)
            if place is None:
                kept.append(item)
            else:
                kept[place] = self._with_rival(kept[place], item)
        return kept

    def _latest(self, kept: Sequence[Settled]) -> range:
        return range(len(kept) - 1, max(-1, len(kept) - 1 - _MOST_EVENTS), -1)

    def _rivals(self, known: Settled, item: Settled, passage: Passage) -> bool:
        """Whether an event with a stated time is a rival account of one told before."""
        if known.lead.factuality is not item.lead.factuality or known.time is None or item.time is None:
            return False
        if not _are_rival_times(known.time.interval, item.time.interval) or not _is_stated(known):
            return False
        one, other = known.lead, item.lead
        if one.kind == other.kind and one.kind in _ONCE and one.subject and are_named_alike(one, other):
            return True
        if other.place[0] - known.mentions[-1].place[0] > _REACH_SENTENCES or one.clause is None:
            return False
        return self._gives_a_date(other, passage) or (_tells_the_same(one, other) and self._names_a_source(passage))

    def _gives_a_date(self, mention: Mention, passage: Passage) -> bool:
        """ "The chronicle gives 1746", "police put it at 9:55": a source and a verb that only holds the date."""
        clause = mention.clause
        if clause is None or clause.verb is None or clause.subject is None or clause.verb.passive:
            return False
        source = self.lexicon.has("rivals.sources", passage.words.lowers[_head(passage, clause)])
        gives = self.lexicon.has("rivals.verbs", clause.verb.stem) and clause.verb.tense in _TELLING
        return source and gives and not _says_more(passage, clause)

    def _names_a_source(self, passage: Passage) -> bool:
        return self.lexicon.has_any("rivals.cues", passage.words.lowers)

    def _with_rival(self, known: Settled, item: Settled) -> Settled:
        """An event with a further time, its passage, and the step that says so."""
        assert known.time is not None
        assert item.time is not None
        span, phrase = item.lead.span, item.lead.phrase
        within = phrase if phrase is not None and span.contains(phrase) else None
        excerpt = Excerpt(self.document.id, describe(self.document.text, span.start, span.end), within)
        rival = Alternative(item.time.interval, item.time.precision, excerpt)
        time = replace(known.time, alternatives=(*known.time.alternatives, rival))
        step = partial(rival_step, self.document.id, span, item.time)
        return replace(known, time=time, why=(*known.why, step), supports=(*known.supports, item.lead))


_TELLING: Final = frozenset({Tense.PAST, Tense.PRESENT, Tense.PERFECT})


def _head(passage: Passage, clause: Clause) -> int:
    """The word that heads a clause's subject: the last before a preposition."""
    assert clause.subject is not None
    first, last = clause.subject
    end = passage.words.tags.find("P", first + 1, last)
    return (end if end > 0 else last) - 1


def _says_more(passage: Passage, clause: Clause) -> bool:
    """Whether a clause has an object besides a date, a pronoun and the event's noun ("gave him a house in 1746")."""
    assert clause.verb is not None
    tags, nouns = passage.words.tags, passage.words.nouns
    rest = [at for at in range(clause.verb.last, clause.last) if tags[at] in "oA" and at not in nouns]
    return bool(rest)


def _is_stated(item: Settled) -> bool:
    own = any(mention.phrase is not None and not mention.inherited for mention in item.mentions)
    return item.time is not None and own


def _tells_the_same(one: Mention, other: Mention) -> bool:
    """Whether two clauses have one verb or noun and one subject."""
    same = one.stem == other.stem and one.kind == other.kind
    return same and bool(one.subject) and (one.subject == other.subject or are_named_alike(one, other))


def _are_rival_times(one: Interval, other: Interval) -> bool:
    """Whether two times exclude each other and lie so near that both can be meant for one event."""
    if one.overlaps(other) or one.earliest_start is None or other.earliest_start is None:
        return False
    lengths = (one.length_seconds, other.length_seconds)
    if lengths[0] is None or lengths[1] is None:
        return False
    gap = abs(one.earliest_start - other.earliest_start)
    return gap <= min(_NEAREST_SECONDS, _NEAR_LENGTHS * max(lengths[0], lengths[1]))
