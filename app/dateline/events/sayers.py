"""Who is named as the one who says something: the noun phrases before and behind a verb of saying.

Patterns over word classes; it must not know what is said.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from dateline.events.lexicon import Lexicon
from dateline.events.passages import Passage

HEADS: Final = r"(?:[#oAJzscv]|[pneg](?=[#oAJ]))*(?:[oAscv#]|(?<=[DoAJ])g(?=[,.;\"]|$))"
"""The nouns of a noun phrase, with what describes them before."""

_PHRASE: Final = rf"(?:D{{1,2}}t*|I(?=[oA]))?{HEADS}(?:PD{{0,2}}{HEADS})*"
_NOUNS: Final = re.compile(rf"{_PHRASE}(?:C{_PHRASE}(?=[,.;:\"]|$))?(?:(?<=A),D?{_PHRASE}(?=[,.;\"]|$))?")
_SUBJECT: Final = re.compile(rf"(?:(?:{_PHRASE}C)?{_PHRASE}|I)$")
_DESCRIBED: Final = re.compile(rf"{_PHRASE}[pne]P{_PHRASE}$")  # "the study written by Ann Lee"
_PLACED: Final = re.compile(rf"(?<!P)(?P<who>{_PHRASE}),A+,A+\.?,$")  # "Orpak, Mesa, Ariz., said"
_SEATED: Final = re.compile(r"DA+,A+\.?,$")  # "the Mesa, Ariz., maker of boots said"
_LONGEST_SUBJECT: Final = 40  # words; what runs on longer without a mark is no sentence
_LONGEST_SEAT: Final = 8  # words: "the Mesa, Ariz.,"
_CARRYING: Final = frozenset("ipesyWBdhkKFM")
_BOUNDARIES: Final = ',;:"-SRQ.('


@dataclass(frozen=True, slots=True)
class Sayers:
    """The phrases of one sentence that can name a source, as words (first, last exclusive)."""

    passage: Passage
    lexicon: Lexicon

    def before(self, group: int, at: int) -> tuple[int, int] | None:
        """The words before a verb group that name who says something."""
        tags = self.passage.words.tags
        end = self._behind_who(group)
        if end and tags[end - 1] in "RQ":  # "the ministry, which said": the noun before
            end = len(tags[: end - 1].rstrip(",P"))
        if end and tags[end - 1] == "C":  # "resigned and said"
            return self._borrowed(at)
        placed = _PLACED.search(tags, self._behind_strong(end), end)
        if placed is not None:
            return self.told_by(*placed.span("who"))
        closing = end
        if end and tags[end - 1] == ",":  # "the mayor, Ann Lee, said", "the mayor, citing officials, said"
            end = max(tags.rfind(",", 0, end - 1), 0)
        found = self._named_before(end)
        if found is None:
            return self._borrowed(at)
        aside = tags[end + 1 : closing]
        names_again = aside[:1] in ("D", "A", "o") and "R" not in aside
        return self.told_by(found[0], closing - 1 if names_again else found[1])

    def phrase_at(self, first: int) -> tuple[int, int] | None:
        """The words from one on that name a source."""
        tags = self.passage.words.tags
        if tags[first : first + 1] == "I":
            return first, first + 1
        found = _NOUNS.match(tags, first)
        return found.span() if found is not None else None

    def told_by(self, first: int, last: int) -> tuple[int, int] | None:
        """The words, unless they name nobody who could say anything."""
        if first == 0 and last > 1 and self.passage.words.tags[0] == "J":
            first = 1  # "So Ann Lee said"
        lower = self.passage.words.lowers[first]
        nobody = self.lexicon.has("projecting.nobody", lower) or (last - first == 1 and self._has("nobody", lower))
        return None if nobody else (first, last)

    def can_say(self, first: int, last: int) -> bool:
        """Whether words name a person, a body or a record: "citing two officials", but not "citing high costs"."""
        words = self.passage.words
        head = _head(words.tags, first, last)
        lists = ("rivals.sources", "people.titles", "people.roles", "people.bodies", "attribution.sources")
        return words.tags[head] == "A" or any(self.lexicon.has(name, words.lowers[head]) for name in lists)

    def is_measure(self, first: int, last: int) -> bool:
        """Whether "according to" tells what something went by: "according to plan"."""
        words = self.passage.words
        return self._has("measures", words.lowers[_head(words.tags, first, last)])

    def finite_at(self, at: int) -> bool:
        """Whether the verb of a clause begins at a word."""
        verbs = (clause.verb for clause in self.passage.clauses)
        return any(verb is not None and verb.tense.is_finite and verb.first == at for verb in verbs)

    def _named_before(self, end: int) -> tuple[int, int] | None:
        """The noun phrase that ends before a word; of one in a relative clause with a verb, the one it describes."""
        tags, begin = self.passage.words.tags, self._behind_boundary(end)
        described = _DESCRIBED.search(tags, begin, end)
        if described is not None and not any(map(self.finite_at, range(*described.span()))):
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
        return self._behind(end, _BOUNDARIES)

    def _behind_strong(self, end: int) -> int:
        """Behind the last mark before a word that is neither a comma nor a stop within a sentence."""
        return self._behind(end, ';:"-SRQ(')

    def _behind(self, end: int, marks: Container[str]) -> int:
        """Behind the last of some classes before a word, as far back as a subject reaches."""
        tags, far, begin = self.passage.words.tags, max(0, end - _LONGEST_SUBJECT), end
        while begin > far and tags[begin - 1] not in marks:
            begin -= 1
        return begin

    def _borrowed(self, at: int) -> tuple[int, int] | None:
        """The subject that the clause of a verb has from the clause before."""
        clause = next((known for known in self.passage.clauses if known.verb and known.verb.head == at), None)
        if clause is None or clause.subject is None:
            return None
        first, last = clause.subject
        if self.passage.words.tags[last - 1] in "C,PDJ":
            return None
        adds = re.search(",[gpne]", self.passage.words.tags[first:last])  # "Sun, snapping back to profit, said"
        return self.told_by(first, first + adds.start() if adds is not None else last)

    def _has(self, name: str, word: str) -> bool:
        return self.lexicon.has(f"attribution.{name}", word)


def _head(tags: str, first: int, last: int) -> int:
    """The word that heads a noun phrase: the last before a preposition, a coordinator or a comma."""
    end = re.search("[PC,]", tags[first:last])
    return (first + end.start() if end is not None else last) - 1
