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

_HEADS: Final = r"(?:[#oAJzscv]|[pneg](?=[#oAJ]))*(?:[oAscv#]|(?<=[DoAJ])g(?=[,.;\"]|$))"
_PHRASE: Final = rf"(?:D{{1,2}}t*|I(?=[oA]))?{_HEADS}(?:PD{{0,2}}{_HEADS})*"
_NOUNS: Final = re.compile(rf"{_PHRASE}(?:C{_PHRASE}(?=[,.;:\"]|$))?(?:(?<=A),D?{_PHRASE}(?=[,.;\"]|$))?")
_SUBJECT: Final = re.compile(rf"(?:(?:{_PHRASE}C)?{_PHRASE}|I)$")
_DESCRIBED: Final = re.compile(rf"{_PHRASE}[pne]P{_PHRASE}$")  # "the study written by Ann Lee"
_PLACED: Final = re.compile(rf"(?<!P)(?P<who>{_PHRASE}),A+,A+\.?,$")  # "Orpak, Mesa, Ariz., said"
_SEATED: Final = re.compile(r"DA+,A+\.?,$")  # "the Mesa, Ariz., maker of boots said"
_HEARER: Final = re.compile(rf"I|D?(?:[#oAJz]|g(?=[oA]))*[oAg](?:PD?{_HEADS})*")
_ADJUNCTS: Final = re.compile(rf"(?:[JX]|P?D?t+|PD?{_HEADS}(?=[tQP,.;:\"DI]|$))*")
_BEHIND_SUBJECT: Final = re.compile(r'(?:[J"]|P?D?t+)*')
_ENDS: Final = re.compile(r'[,.;:"\-)RS]|$')
_OPENING_QUOTE: Final = re.compile(r',?"')
_BOUNDARIES: Final = ',;:"-SRQ.('
_APART: Final = frozenset({",", '"', "-", "S", "("})
_LONGEST_SUBJECT: Final = 40  # words; what runs on longer without a mark is no sentence
_LONGEST_SEAT: Final = 8  # words: "the Mesa, Ariz.,"
_SAYING_TAGS: Final = frozenset("ipesyc")
_CARRYING: Final = frozenset("ipesyWBdhkKFM")
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
    return sorted(_Reader(passage, lexicon).frames(places), key=lambda frame: frame.source)


@dataclass(frozen=True, slots=True)
class _Reader:
    passage: Passage
    lexicon: Lexicon

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
            return cited if cited is not None and self._can_say(*cited.source) else None
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

    def _can_say(self, first: int, last: int) -> bool:
        """Whether words name a person, a body or a record: "citing two officials", but not "citing high costs"."""
        words = self.passage.words
        head = _head(words.tags, first, last)
        lists = ("rivals.sources", "people.titles", "people.roles", "people.bodies", "attribution.sources")
        return words.tags[head] == "A" or any(self.lexicon.has(name, words.lowers[head]) for name in lists)

    def _named_beside(self, at: int, first: int) -> Frame | None:
        source = self._source_from(first)
        if source is None or self._is_measure(*source):
            return None
        return Frame(source, self._stretch(at), Manner.BESIDE, (at, self._behind_relative(source[1])))

    def _behind_relative(self, at: int) -> int:
        """Behind a relative clause that begins at a word: who a source spoke to is not what it says."""
        clause = self._clause(at) if self.passage.words.tags[at : at + 1] == "R" else None
        return clause.last if clause is not None else at

    def _source_from(self, first: int) -> tuple[int, int] | None:
        """The words from one on that name a source."""
        tags = self.passage.words.tags
        if tags[first : first + 1] == "I":
            return first, first + 1
        found = _NOUNS.match(tags, first)
        return found.span() if found is not None else None

    def _is_measure(self, first: int, last: int) -> bool:
        """Whether "according to" tells what something went by: "according to plan"."""
        words = self.passage.words
        return self._has("measures", words.lowers[_head(words.tags, first, last)])

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
        source, end = self._subject(group, at), self._behind(at)
        if self._opens_content(at, end):
            return self._before_content(group, source, end) if source is not None else None
        if not self._has("verbs", self.passage.words.bases[at]):
            return None
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
            if hearer is not None and not self._finite_at(hearer.end()):
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
        subject = self._source_from(end)
        behind = _BEHIND_SUBJECT.match(tags, subject[1]) if subject is not None else None
        return (behind is not None and self._finite_at(behind.end())) or self._begins_clause(end)

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

    def _finite_at(self, at: int) -> bool:
        """Whether the verb of a clause begins at a word."""
        verbs = (clause.verb for clause in self.passage.clauses)
        return any(verb is not None and verb.tense.is_finite and verb.first == at for verb in verbs)

    def _before_content(self, group: int, source: tuple[int, int], end: int) -> Frame:
        """What is said goes on to the end; in a side clause ("who police said had fled") to its comma."""
        tags, last = self.passage.words.tags, self._stretch(end)[1]
        if tags[group - 1] in "RQ" or tags[source[0] - 1 : source[0]] in ("R", "S"):
            comma = tags.find(",", end, last)
            last = comma if comma >= 0 else last
        return Frame(source, (end, last), Manner.CLAUSE)

    def _subject(self, group: int, at: int) -> tuple[int, int] | None:
        """The words before a verb group that name who says something."""
        tags = self.passage.words.tags
        end = self._behind_who(group)
        if end and tags[end - 1] in "RQ":  # "the ministry, which said": the noun before
            end = len(tags[: end - 1].rstrip(",P"))
        if end and tags[end - 1] == "C":  # "resigned and said"
            return self._borrowed(at)
        placed = _PLACED.search(tags, self._behind_strong(end), end)
        if placed is not None:
            return self._told_by(*placed.span("who"))
        closing = end
        if end and tags[end - 1] == ",":  # "the mayor, Ann Lee, said", "the mayor, citing officials, said"
            end = max(tags.rfind(",", 0, end - 1), 0)
        found = self._named_before(end)
        if found is None:
            return self._borrowed(at)
        aside = tags[end + 1 : closing]
        names_again = aside[:1] in ("D", "A", "o") and "R" not in aside
        return self._told_by(found[0], closing - 1 if names_again else found[1])

    def _named_before(self, end: int) -> tuple[int, int] | None:
        """The noun phrase that ends before a word; of one in a relative clause with a verb, the one it describes."""
        tags, begin = self.passage.words.tags, self._behind_boundary(end)
        described = _DESCRIBED.search(tags, begin, end)
        if described is not None and not any(map(self._finite_at, range(*described.span()))):
            return described.span()
        found = _SUBJECT.search(tags, begin, end)
        seated = _SEATED.search(tags, max(0, begin - _LONGEST_SEAT), found.start()) if found is not None else None
        if found is not None and seated is not None:
            return seated.start(), found.end()
        if found is not None and tags[begin - 1 : begin] == "R" and set(tags[begin : found.start()]) & _CARRYING:
            found = _SUBJECT.search(tags, self._behind_boundary(begin - 1), len(tags[: begin - 1].rstrip(",P")))
        return found.span() if found is not None else None

    def _behind_who(self, group: int) -> int:
        """Where the words before a verb group end that are neither adverbs nor tell when: "Bush on Tuesday said"."""
        tags = self.passage.words.tags
        end = len(tags[:group].rstrip("J"))
        if tags[:end].endswith("t"):
            end = len(tags[:end].rstrip("t").rstrip("P"))
        return len(tags[:end].rstrip("J"))

    def _behind_boundary(self, end: int) -> int:
        far = max(0, end - _LONGEST_SUBJECT)
        return max(far, max(self.passage.words.tags.rfind(mark, far, end) for mark in _BOUNDARIES) + 1)

    def _behind_strong(self, end: int) -> int:
        """Behind the last mark before a word that is neither a comma nor a stop within a sentence."""
        far = max(0, end - _LONGEST_SUBJECT)
        return max(far, max(self.passage.words.tags.rfind(mark, far, end) for mark in ';:"-SRQ(') + 1)

    def _borrowed(self, at: int) -> tuple[int, int] | None:
        """The subject that the clause of a verb has from the clause before."""
        clause = next((known for known in self.passage.clauses if known.verb and known.verb.head == at), None)
        if clause is None or clause.subject is None:
            return None
        first, last = clause.subject
        if self.passage.words.tags[last - 1] in "C,PDJ":
            return None
        adds = re.search(",[gpne]", self.passage.words.tags[first:last])  # "Sun, snapping back to profit, said"
        return self._told_by(first, first + adds.start() if adds is not None else last)

    def _told_by(self, first: int, last: int) -> tuple[int, int] | None:
        """The words, unless they name nobody who could say anything."""
        if first == 0 and last > 1 and self.passage.words.tags[0] == "J":
            first = 1  # "So Ann Lee said"
        lower = self.passage.words.lowers[first]
        nobody = self.lexicon.has("projecting.nobody", lower) or (last - first == 1 and self._has("nobody", lower))
        return None if nobody else (first, last)

    def _inverted(self, verb: int, at: int) -> Frame | None:
        """ "…, said the mayor on Monday"."""
        behind = self._source_from(at + 1)
        if behind is None or self._finite_at(behind[1]) or self._told_by(*behind) is None:
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
        return (clause for clause in self.passage.clauses if clause.role in {Role.MAIN, Role.REPORTED})

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
        source = self._told_by(*clause.subject) if clause is not None and clause.subject is not None else None
        return Frame(source, (end, self._stretch(at)[1]), Manner.CLAUSE) if source is not None else None


def _head(tags: str, first: int, last: int) -> int:
    """The word that heads a noun phrase: the last before a preposition, a coordinator or a comma."""
    end = re.search("[PC,]", tags[first:last])
    return (first + end.start() if end is not None else last) - 1


def _tells(clause: Clause, first: int, last: int) -> bool:
    """Whether a clause has its verb between two words."""
    verb = clause.verb
    return verb is not None and verb.tense.is_finite and first <= verb.first and verb.last <= last
