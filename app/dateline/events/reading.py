"""The reading of one document: time expressions in, events and a ledger of every expression out.

It puts the parts of this layer in their order; each part says what it does.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from dateline.events.clauses import Clause, Role
from dateline.events.discourse import opened
from dateline.events.finding import Finder
from dateline.events.groups import Tense
from dateline.events.identity import event_id
from dateline.events.inherit import inherit
from dateline.events.kinds import Weight
from dateline.events.ledger import LookAlike, ledger
from dateline.events.lexicon import Lexicon, is_known, lexicon_for
from dateline.events.mentions import Mention
from dateline.events.merge import clusters
from dateline.events.names import NameBook
from dateline.events.passages import Passage, passages
from dateline.events.rivals import RivalFinder
from dateline.events.selection import is_event, salience
from dateline.events.sentencewise import clause_events, sentence_events
from dateline.events.settling import Settled, settle
from dateline.events.speakers import Speakers
from dateline.events.titles import Naming, clause_title, phrase_title, subject_title
from dateline.events.voices import Voices
from dateline.events.why import interval_step, told
from dateline.model.anchors import describe
from dateline.model.documents import LineClass, SourceDocument
from dateline.model.events import Attribution, Event, Excerpt, Factuality, LedgerEntry
from dateline.model.project import time_order
from dateline.model.spans import Span
from dateline.model.timex import Timex3

_NEAR_CHARACTERS = 4  # between two clauses of one event that become one excerpt
_ENTRIES = frozenset({LineClass.LOG, LineClass.TABLE})
_STATEMENT = "statement"  # the kind whose verbs say something
_DONE = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_LONGEST_SENTENCE = 420  # of an excerpt; of a longer sentence only the clause is shown


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one document."""

    events: tuple[Event, ...]
    ledger: tuple[LedgerEntry, ...]


def read_events(document: SourceDocument, timexes: Sequence[Timex3], lookalikes: Sequence[LookAlike] = ()) -> Reading:
    """The events of a document, in the order of time, and the fate of every expression in it.

    `timexes` are the document's time expressions in any order; `lookalikes` are (span, reason) of what only looks like
    a date.
    """
    timexes = sorted(timexes, key=lambda timex: (timex.start, timex.end))
    lexicon = lexicon_for(document.language)
    if not is_known(document.language):
        events = sentence_events(document, timexes, lexicon)
    elif lexicon.bracketed:
        events = clause_events(document, timexes, lexicon)
    else:
        events = _grammatical_events(document, timexes, lexicon)
    events.sort(key=time_order)
    return Reading(tuple(events), ledger(document, timexes, lookalikes, events))


def _grammatical_events(document: SourceDocument, timexes: Sequence[Timex3], lexicon: Lexicon) -> list[Event]:
    """The events of a document in a language whose clauses are read with all their grammar."""
    parts = passages(document, timexes, lexicon)
    book = NameBook(parts, lexicon)
    discourse = opened(document, parts, lexicon, book)
    voices = Voices(lexicon, discourse, Speakers(document.text))
    finder = Finder(document, lexicon, book, discourse, voices)
    mentions = inherit(document, parts, finder.mentions(parts))
    settled = [item for item in settle(document.id, clusters(mentions, lexicon)) if is_event(item)]
    settled = RivalFinder(document, parts, lexicon).joined(settled)
    return _events(document, parts, settled, lexicon, voices)


def _events(
    document: SourceDocument,
    parts: Sequence[Passage],
    settled: Sequence[Settled],
    lexicon: Lexicon,
    voices: Voices,
) -> list[Event]:
    """The events of the settled clusters, each with its excerpts; ids never repeat."""
    sentences = {passage.sentence.index: passage.sentence.span for passage in parts}
    by_sentence = {passage.sentence.index: passage for passage in parts}
    shared = _events_per_sentence(settled)
    told_apart = frozenset(mention.place for item in settled for mention in item.mentions)
    found = dict[str, Event]()
    for item in settled:
        passage = by_sentence[item.lead.place[0]]
        title = _title(item, passage, told_apart, lexicon)
        event = _event(document, item, _excerpts(document, item, sentences, shared, voices), title, lexicon)
        if not any(map(str.isalpha, event.title)) or _says_nothing(item, title):
            continue
        found.setdefault(event.id, event)
    return list(found.values())


def _events_per_sentence(settled: Sequence[Settled]) -> Mapping[int, int]:
    counts: dict[int, int] = defaultdict(int)
    for item in settled:
        for sentence in {mention.place[0] for mention in item.mentions}:
            counts[sentence] += 1
    return counts


def _event(
    document: SourceDocument, item: Settled, excerpts: tuple[Excerpt, ...], title: str, lexicon: Lexicon
) -> Event:
    first, lead, time = excerpts[0], item.lead, item.time
    why = told(item.why)
    if time is not None:
        why = (*why, interval_step(document.id, time, first.anchor.span))
    return Event(
        id=event_id(document.id, first.start, first.end),
        title=title,
        time=time,
        kind=lead.kind,
        group=lexicon.kind(lead.kind).group,
        factuality=lead.factuality,
        excerpts=excerpts,
        why=why,
        actors=_gathered(item, "actors"),
        places=_gathered(item, "places"),
        salience=salience(item),
    )


def _says_nothing(item: Settled, title: str) -> bool:
    """Whether a title is a weak verb alone: "Sees", "Learns"."""
    lead = item.lead
    told = lead.clause is not None and lead.named is None and lead.line_class not in _ENTRIES
    return told and not lead.subject and " " not in title and lead.weight is not Weight.FULL


def _title(item: Settled, passage: Passage, told_apart: Set[tuple[int, int]], lexicon: Lexicon) -> str:
    """The event's title, from the mention that leads. `told_apart` are the places of all mentions that make events."""
    lead, words = item.lead, passage.words
    if lead.named is not None or lead.clause is None:
        ahead = lead.factuality in {Factuality.PLANNED, Factuality.POSSIBLE}
        return phrase_title(words, *(lead.named or (0, len(words.tags))), ahead=ahead)
    following = _following(passage, lead.clause)
    apart = following is not None and (passage.sentence.index, following.first) in told_apart
    content = _content(passage, lead.clause, lexicon)
    told_elsewhere = told_apart - {mention.place for mention in item.mentions}
    naming = Naming(
        lead.subject,
        dict(lead.pronouns),
        lead.line_class in _ENTRIES,
        None if apart else following,
        content,
        content is not None and _is_laid_open(passage, lead.clause, content, told_elsewhere, lexicon),
    )
    title = clause_title(words, lead.clause, naming, lexicon)
    if " " in title or lead.clause.subject is None or lead.weight is not Weight.FULL or naming.telegraphic:
        return title
    called = subject_title(words, *lead.clause.subject)  # "He dies", where nobody can say who he is
    return clause_title(words, lead.clause, replace(naming, subject=called), lexicon)


def _content(passage: Passage, clause: Clause, lexicon: Lexicon) -> Clause | None:
    """The clause that says what somebody says, where it follows right behind."""
    following = next((other for other in passage.clauses if other.first == clause.last), None)
    stem = clause.verb.stem if clause.verb is not None else ""
    says = lexicon.has("reporting.verbs", stem) or lexicon.verb_kinds.get(stem) == _STATEMENT
    says = says or lexicon.has("attribution.vouching", stem)
    told = following is not None and (following.role is Role.REPORTED or _is_told_with_that(following))
    return following if says and told else None


def _is_laid_open(
    passage: Passage, clause: Clause, content: Clause, told_apart: Set[tuple[int, int]], lexicon: Lexicon
) -> bool:
    """Whether a verb vouches for what is said, which no other event tells: "disclosed that the bank had asked"."""
    vouches = clause.verb is not None and lexicon.has("attribution.vouching", clause.verb.stem)
    subject, verb, words = content.subject, content.verb, passage.words
    if not vouches or subject is None or verb is None or (passage.sentence.index, content.first) in told_apart:
        return False
    done = verb.tense in _DONE and not (verb.copular or verb.negated)
    named = subject[0] >= content.first and words.tags[subject[0]] != "I"
    return done and named and "whose" not in words.lowers[subject[0] : verb.first]


def _is_told_with_that(clause: Clause) -> bool:
    """Whether a clause with "that" has a subject of its own, unlike "a path that led north"."""
    return clause.marker == "that" and clause.subject is not None and clause.subject[0] > clause.first


def _following(passage: Passage, clause: Clause) -> Clause | None:
    """The clause right behind one that goes on with its subject: "and grounded the fleet"."""
    at = next((index for index, other in enumerate(passage.clauses) if other is clause), len(passage.clauses))
    following = passage.clauses[at + 1] if at + 1 < len(passage.clauses) else None
    if following is None or following.marker != "and" or following.role is not Role.MAIN:
        return None
    return following if following.subject == clause.subject else None


def _gathered(item: Settled, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for mention in item.mentions for value in getattr(mention.company, name)))


def _excerpts(
    document: SourceDocument,
    item: Settled,
    sentences: Mapping[int, Span],
    shared: Mapping[int, int],
    voices: Voices,
) -> tuple[Excerpt, ...]:
    """The passages of an event in the order of the text, none inside another."""
    found = list[tuple[Span, Span | None, list[Mention]]]()
    for mention in sorted((*item.mentions, *item.supports), key=lambda mention: mention.span):
        sentence = sentences[mention.place[0]]
        whole = shared.get(mention.place[0], 1) <= 1 and mention not in item.supports
        span = sentence if whole and sentence.end - sentence.start <= _LONGEST_SENTENCE else mention.span
        phrase, told = mention.phrase, [mention]
        if found and sentence.start <= found[-1][0].start and span.start - found[-1][0].end <= _NEAR_CHARACTERS:
            last, known, told = found.pop()
            span, phrase, told = Span(last.start, max(last.end, span.end)), known or phrase, [*told, mention]
        found.append((span, phrase, told))
    return tuple(_excerpt(document, span, phrase, _sources(told, item, voices)) for span, phrase, told in found)


def _sources(told: Sequence[Mention], item: Settled, voices: Voices) -> tuple[Attribution, ...]:
    """Who says what a passage tells: the mention that leads, or any of its mentions where that stands elsewhere."""
    leading = [mention for mention in told if mention is item.lead] or told
    found = (voices.sources(mention.place[0], mention.clause, mention.place[1]) for mention in leading)
    return tuple(dict.fromkeys(source for sources in found for source in sources))


def _excerpt(document: SourceDocument, span: Span, phrase: Span | None, sources: tuple[Attribution, ...]) -> Excerpt:
    within = phrase if phrase is not None and span.contains(phrase) else None
    return Excerpt(document.id, describe(document.text, span.start, span.end), within, sources)
