"""The reading of one document: time expressions in, events and a ledger of every expression out.

It puts the parts of this layer in their order; each part says what it does.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.events.discourse import opened
from dateline.events.finding import Finder
from dateline.events.identity import event_id
from dateline.events.inherit import inherit
from dateline.events.ledger import LookAlike, ledger
from dateline.events.lexicon import Lexicon, is_known, lexicon_for
from dateline.events.mentions import Mention
from dateline.events.merge import clusters
from dateline.events.names import NameBook
from dateline.events.passages import Passage, passages
from dateline.events.selection import is_event, salience
from dateline.events.sentencewise import clause_events, sentence_events
from dateline.events.settling import Settled, settle
from dateline.events.tagging import Words
from dateline.events.titles import clause_title, phrase_title
from dateline.events.why import interval_step, told
from dateline.model.anchors import describe
from dateline.model.documents import SourceDocument
from dateline.model.events import Event, Excerpt, LedgerEntry
from dateline.model.project import time_order
from dateline.model.spans import Span
from dateline.model.timex import Timex3

_NEAR_CHARACTERS = 4  # between two clauses of one event that become one excerpt
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
    finder = Finder(document, lexicon, book, opened(document, parts, lexicon, book))
    mentions = inherit(document, parts, finder.mentions(parts))
    settled = [item for item in settle(document.id, clusters(mentions, lexicon)) if is_event(item)]
    return _events(document, parts, settled, lexicon)


def _events(
    document: SourceDocument, parts: Sequence[Passage], settled: Sequence[Settled], lexicon: Lexicon
) -> list[Event]:
    """The events of the settled clusters, each with its excerpts; ids never repeat."""
    sentences = {passage.sentence.index: passage.sentence.span for passage in parts}
    words = {passage.sentence.index: passage.words for passage in parts}
    shared = _events_per_sentence(settled)
    found = dict[str, Event]()
    for item in settled:
        event = _event(document, item, sentences, shared, words[item.lead.place[0]], lexicon)
        if not any(map(str.isalpha, event.title)):
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
    document: SourceDocument,
    item: Settled,
    sentences: Mapping[int, Span],
    shared: Mapping[int, int],
    words: Words,
    lexicon: Lexicon,
) -> Event:
    excerpts = _excerpts(document, item, sentences, shared)
    first = excerpts[0]
    lead = item.lead
    time = item.time
    why = told(item.why) if time is None else (*told(item.why), interval_step(time))
    return Event(
        id=event_id(document.id, first.start, first.end),
        title=_title(lead, words, lexicon),
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


def _title(lead: Mention, words: Words, lexicon: Lexicon) -> str:
    """The event's title, from the mention that leads."""
    if lead.named is not None or lead.clause is None:
        return phrase_title(words, *(lead.named or (0, len(words.tags))))
    return clause_title(words, lead.clause, lead.subject, lexicon)


def _gathered(item: Settled, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for mention in item.mentions for value in getattr(mention.company, name)))


def _excerpts(
    document: SourceDocument, item: Settled, sentences: Mapping[int, Span], shared: Mapping[int, int]
) -> tuple[Excerpt, ...]:
    """The passages of an event in the order of the text, none inside another."""
    found = list[tuple[Span, Span | None]]()
    for mention in sorted((*item.mentions, *item.supports), key=lambda mention: mention.span):
        sentence = sentences[mention.place[0]]
        whole = shared.get(mention.place[0], 1) <= 1 and mention not in item.supports
        span = sentence if whole and sentence.end - sentence.start <= _LONGEST_SENTENCE else mention.span
        phrase = mention.phrase
        if found and sentence.start <= found[-1][0].start and span.start - found[-1][0].end <= _NEAR_CHARACTERS:
            last, known = found.pop()
            span, phrase = Span(last.start, max(last.end, span.end)), known or phrase
        found.append((span, phrase))
    return tuple(_excerpt(document, span, phrase) for span, phrase in found)


def _excerpt(document: SourceDocument, span: Span, phrase: Span | None) -> Excerpt:
    within = phrase if phrase is not None and span.contains(phrase) else None
    return Excerpt(document.id, describe(document.text, span.start, span.end), within)
