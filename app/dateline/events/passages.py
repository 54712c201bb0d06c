"""A document taken apart for reading: every sentence with its words, clauses and time expressions.

It must not know which clauses are events.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.events.clauses import Clause, clauses
from dateline.events.lexicon import Lexicon
from dateline.events.sentences import Sentence, sentences
from dateline.events.tagging import Words, tag_words
from dateline.events.times import dates_nothing, within_its_day
from dateline.model.documents import SourceDocument
from dateline.model.spans import Span
from dateline.model.timex import Timex3


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with all that is read in it. Of its time expressions the document's own date is left out.

    `datable` are those that can stand for the time of an event.
    """

    sentence: Sentence
    words: Words
    clauses: tuple[Clause, ...]
    timexes: tuple[Timex3, ...]
    datable: tuple[Timex3, ...]

    def dating(self, clause: Clause) -> tuple[Timex3, ...]:
        """The datable time expressions that stand in a clause."""
        if not self.datable:
            return ()
        start, end = self.words.starts[clause.first], self.words.ends[clause.last - 1]
        return tuple(timex for timex in self.datable if start <= timex.start < end)


def passages(document: SourceDocument, timexes: Sequence[Timex3], lexicon: Lexicon) -> list[Passage]:
    """The document's sentences in order. `timexes` are in the order of the text."""
    text, found, at = document.text, list[Passage](), 0
    published = document.dateline
    reporting = lexicon.lists.get("reporting.verbs", frozenset())
    for sentence in sentences(document, lexicon.abbreviations, timexes):
        while at < len(timexes) and timexes[at].start < sentence.start:
            at += 1
        inside = at
        while inside < len(timexes) and timexes[inside].start < sentence.end:
            inside += 1
        inner = timexes[at:inside]
        at = inside
        words = tag_words(text, sentence.span, [Span(timex.start, timex.end) for timex in inner], lexicon)
        own = tuple(within_its_day(timex) for timex in inner if published is None or not published.overlaps(timex.span))
        if words.tags:
            datable = tuple(timex for timex in own if not dates_nothing(words, timex, lexicon))
            found.append(Passage(sentence, words, tuple(clauses(words, reporting)), own, datable))
    return found
