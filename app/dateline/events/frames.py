"""Who says what in one sentence: "police said that …", "…, said the mayor", "according to the report", "is said to".

Each such frame holds the words that name the source and the words that rest on it. Patterns over word classes; it must
not know events, nor who a pronoun stands for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from dateline.events.clauses import Clause, Role
from dateline.events.lexicon import Lexicon
from dateline.events.passages import Passage
from dateline.events.sayers import HEADS, Sayers

_HEARER: Final = re.compile(rf"I|D?(?:[#oAJz]|g(?=[oA]))*[oAg](?:PD?{HEADS})*")
_ADJUNCTS: Final = re.compile(rf"(?:[JX]|P?D?t+|PD?{HEADS}(?=[tQP,.;:\"DI]|$))*")
_BEHIND_SUBJECT: Final = re.compile(r'(?:[J"]|P?D?t+)*')
_ENDS: Final = re.compile(r'[,.;:"\-)RS]|$')
_OPENING_QUOTE: Final = re.compile(r',?"')
_TELLING: Final = frozenset({Role.MAIN, Role.REPORTED, Role.PARTICIPLE})
_APART: Final = frozenset({",", '"', "-", "S", "("})
_SAYING_TAGS: Final = frozenset("ipesyc")
_LINKING: Final = frozenset("BWEN")
_UNSURE: Final = frozenset("MFTKk")  # before a verb: nothing has been said yet


class Manner(Enum):
    """How a sentence tells who says something: by a verb of saying, beside it, or by naming nobody."""

    CLAUSE = "clause"
    BESIDE = "beside"
    HEARSAY = "hearsay"


@dataclass(frozen=True, slots=True)
class Frame:
    """A source and what rests on it, as words (first, last exclusive). Of `content` the frame's `own` words do not.

    A verb of saying without any content ("confirmed the raid") has none; it still tells who speaks.
    """

    source: tuple[int, int]
    content: tuple[int, int]
    manner: Manner
    own: tuple[int, int] = (0, 0)

    def covers(self, word: int) -> bool:
        """Whether what stands at a word rests on the source."""
        first, last = self.content
        return first <= word < last and not self.own[0] <= word < self.own[1]


def cues(lexicon: Lexicon) -> frozenset[str]:
    """All words that can open a frame."""
    names = ("verbs", "findings", "adverbs", "cites", "opening")
    return frozenset({"according"}).union(*(lexicon.lists.get(f"attribution.{name}", frozenset()) for name in names))


def frames(passage: Passage, lexicon: Lexicon, openers: frozenset[str]) -> list[Frame]:
    """The frames of a sentence, in the order of the text. `openers` are the lexicon's cues."""
    words = passage.words
    if openers.isdisjoint(words.bases) and openers.isdisjoint(words.lowers):
        return []
    pairs = enumerate(zip(words.bases, words.lowers, strict=True))
    places = [at for at, (base, lower) in pairs if base in openers or lower in openers]
    return sorted(_Reader(passage, lexicon, Sayers(passage, lexicon)).frames(places), key=lambda frame: frame.source)


@dataclass(frozen=True, slots=True)
class _Reader:
    passage: Passage
    lexicon: Lexicon
    sayers: Sayers

    def frames(self, places: Iterable[int]) -> Iterator[Frame]:
        """The frames that open at some words, in no order."""
        words = self.passage.words
        for at in places:
            base, lower, tag = words.bases[at], words.lowers[at], words.tags[at]
            if tag in _SAYING_TAGS and (self._has("verbs", base) or self._has("findings", base)):
                frame = self._said(at)
            elif tag == "g" and self._has("verbs", base):
                frame = self._adding(at)
            else:
                frame = self._beside(at, lower)
            if frame is not None:
                yield frame

    def _has(self, name: str, word: str) -> bool:
        return self.lexicon.has(f"attribution.{name}", word)

    # "According to police", "citing officials", "reportedly"

    def _beside(self, at: int, lower: str) -> Frame | None:
        words = self.passage.words
        if lower == "according" and words.lowers[at + 1 : at + 2] == ["to"]:
            return self._named_beside(at, at + 2)
        if self._has("opening", lower) and at == 0 and words.tags[1:2] in ("D", "A"):
            return self._named_beside(at, at + 1)
        if self._has("cites", lower):
            cited = self._named_beside(at, at + 1)
            return cited if cited is not None and self.sayers.can_say(*cited.source) else None
        if self._has("adverbs", lower):
            return self._rumoured(at)
        return None

    def _rumoured(self, at: int) -> Frame | None:
        """ "Has reportedly fled", "Reportedly, he fled"; but not "reportedly due to debts"."""
        clause = self._clause(at)
        verb = clause.verb if clause is not None else None
        if clause is None or verb is None or not (at == 0 or verb.first - 1 <= at < verb.last):
            return None
        return Frame((at, at + 1), (clause.first, clause.last), Manner.HEARSAY)

    def _named_beside(self, at: int, first: int) -> Frame | None:
        source = self.sayers.phrase_at(first)
        if source is None or self.sayers.is_measure(*source):
            return None
        return Frame(source, self._stretch(at), Manner.BESIDE, (at, self._behind_relative(source[1])))

    def _behind_relative(self, at: int) -> int:
        """Behind a relative clause that begins at a word: who a source spoke to is not what it says."""
        clause = self._clause(at) if self.passage.words.tags[at : at + 1] == "R" else None
        return clause.last if clause is not None else at

    def _stretch(self, at: int) -> tuple[int, int]:
        """The part of the sentence between semicolons in which a word stands."""
        tags = self.passage.words.tags
        end = tags.find(";", at)
        return tags.rfind(";", 0, at) + 1, end if end >= 0 else len(tags)

    def _clause_at(self, at: int) -> tuple[int, int]:
        """The clause in which a word stands."""
        clause = self._clause(at)
        return (clause.first, clause.last) if clause is not None else self._stretch(at)

    def _clause(self, at: int) -> Clause | None:
        return next((known for known in self.passage.clauses if known.first <= at < known.last), None)

    # "Police said that …", "…, police said", "…, said the mayor"

    def _said(self, at: int) -> Frame | None:
        tags, group = self.passage.words.tags, self._group(at)
        if group is None:
            return None
        if set(tags[group:at]) & _LINKING:
            return self._passive(group, at)
        quoted = tags[at - 1] == '"' if at and group == at else False  # "…," said the mayor
        aside = self._inverted(group, at) if quoted else None
        if aside is not None:
            return aside
        source, end = self.sayers.before(group, at), self._behind(at)
        if self._opens_content(at, end):
            return self._before_content(group, source, end) if source is not None else None
        if not self._has("verbs", self.passage.words.bases[at]):
            return None
        if tags[at] == "s" and source is not None and tags[source[0]] not in "DAI#":
            return None  # "secret reports" is no verb
        aside = self._inverted(group, at) if group == at else None
        aside = aside or (self._aside(source, source[0], end) if source is not None else None)
        return aside or (Frame(source, (at, at), Manner.CLAUSE) if source is not None else None)

    def _group(self, at: int) -> int | None:
        """The first word of the verb group that a verb closes; None where nothing has been said."""
        tags, first = self.passage.words.tags, at
        while first and (tags[first - 1] in "hdBWENJX" or self._is_since(first - 1)):
            first -= 1
        if "X" in tags[first:at] or (first and tags[first - 1] in _UNSURE):
            return None
        while first < at and tags[first] == "J":
            first += 1
        return first

    def _is_since(self, at: int) -> bool:
        """ "Have since confirmed": no joining word."""
        words = self.passage.words
        return words.lowers[at] == "since" and words.tags[at - 1 : at] in ("h", "d")

    def _behind(self, at: int) -> int:
        """The word behind a verb, the one who is told, and what only says when and where."""
        words, end = self.passage.words, at + 1
        if self._has("hearers", words.bases[at]):
            hearer = _HEARER.match(words.tags, end)
            if hearer is not None and not self.sayers.finite_at(hearer.end()):
                end = hearer.end()
        return self._behind_adjuncts(end)

    def _behind_adjuncts(self, first: int) -> int:
        adjuncts = _ADJUNCTS.match(self.passage.words.tags, first)
        return adjuncts.end() if adjuncts is not None else first

    def _opens_content(self, at: int, end: int) -> bool:
        """Whether what is said follows: behind "that", a colon or a quotation mark, or as a clause of its own."""
        tags = self.passage.words.tags
        if tags[end : end + 1] == "Q":
            return True
        if self._has("verbs", self.passage.words.bases[at]):
            if tags[end : end + 1] == ":":
                return True
            if _OPENING_QUOTE.match(tags, end):
                return not self._closes_quote(end)
        subject = self.sayers.phrase_at(end)
        behind = _BEHIND_SUBJECT.match(tags, subject[1]) if subject is not None else None
        return (behind is not None and self.sayers.finite_at(behind.end())) or self._begins_clause(end)

    def _begins_clause(self, at: int) -> bool:
        """Whether the subject of a clause begins at a word."""
        return any(
            clause.subject is not None and clause.subject[0] == at and _tells(clause, at, clause.last)
            for clause in self.passage.clauses
        )

    def _closes_quote(self, at: int) -> bool:
        """Whether a quotation mark ends what was quoted before."""
        words = self.passage.words
        mark = words.tags.index('"', at)
        return words.word(mark) in "”»" or words.tags.count('"', 0, mark) % 2 == 1

    def _before_content(self, group: int, source: tuple[int, int], end: int) -> Frame:
        """What is said goes on to the end; in a side clause ("who police said had fled") to its comma."""
        tags, last = self.passage.words.tags, self._stretch(end)[1]
        if tags[group - 1] in "RQ" or tags[source[0] - 1 : source[0]] in ("R", "S"):
            comma = tags.find(",", end, last)
            last = comma if comma >= 0 else last
        return Frame(source, (end, last), Manner.CLAUSE)

    def _inverted(self, verb: int, at: int) -> Frame | None:
        """ "…, said the mayor on Monday"."""
        behind = self.sayers.phrase_at(at + 1)
        if behind is None or self.sayers.finite_at(behind[1]) or self.sayers.told_by(*behind) is None:
            return None
        return self._aside(behind, verb, self._behind_adjuncts(behind[1]), inverted=True)

    def _aside(self, source: tuple[int, int], first: int, end: int, *, inverted: bool = False) -> Frame | None:
        """ "…, police said, …": words from `first` to `end` that stand apart; what comes before rests on the source,
        and what goes on behind a comma. Something must have been said, which an inverted verb shows by itself."""
        tags = self.passage.words.tags
        if first == 0 or tags[first - 1] not in _APART or not _ENDS.match(tags, end):
            return None
        resumes = tags[end : end + 1] == "," and tags[end + 1 : end + 2] not in ("C", "R", "S", "")
        told = (_tells(clause, 0, first) or (resumes and _tells(clause, end, len(tags))) for clause in self._main())
        if not inverted and not any(told):
            return None
        begin, last = self._stretch(first)
        return Frame(source, (begin, last if resumes else first), Manner.CLAUSE, (first, end))

    def _main(self) -> Iterator[Clause]:
        return (clause for clause in self.passage.clauses if clause.role in _TELLING)

    # "Is said to have", "it is believed that", "saying that"

    def _passive(self, group: int, at: int) -> Frame | None:
        words = self.passage.words
        if not self._has("passive", words.bases[at]):
            return None
        if words.tags[at + 1 : at + 2] == "T":
            return Frame((group, at + 1), self._clause_at(at), Manner.HEARSAY)
        end = self._behind(at)
        if words.lowers[group - 1 : group] == ["it"] and words.tags[end : end + 1] in ("Q", "D", "I", "A", "o"):
            return Frame((group, at + 1), (end, self._stretch(at)[1]), Manner.HEARSAY)
        return None

    def _adding(self, at: int) -> Frame | None:
        """ "The mayor closed the hall, saying that …": who does the one says the other."""
        end, clause = self._behind(at), self._clause(at)
        if self.passage.words.tags[at - 1 : at] != "," or not self._opens_content(at, end):
            return None
        source = self.sayers.told_by(*clause.subject) if clause is not None and clause.subject is not None else None
        return Frame(source, (end, self._stretch(at)[1]), Manner.CLAUSE) if source is not None else None


def _tells(clause: Clause, first: int, last: int) -> bool:
    """Whether a clause has its verb between two words."""
    verb = clause.verb
    carries = verb is not None and (verb.tense.is_finite or clause.role is Role.PARTICIPLE)
    return carries and verb is not None and first <= verb.first and verb.last <= last
