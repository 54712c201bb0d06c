"""Clauses of a sentence: where each begins and ends, its verb group, its subject, and what joins it to its neighbour.

It must not know dates or kinds of events.
"""

import re
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from dateline.events.groups import REPORTED_SUBJECT, SUBJECT_BEHIND_TIME, Tense, VerbGroup, verb_groups
from dateline.events.tagging import Words
from dateline.model.spans import Span


class Role(StrEnum):
    """What a clause is in its sentence."""

    MAIN = "main"
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"
    REPORTED = "reported"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: words `first` to `last` (exclusive), its verb (None: a noun phrase alone), and its subject's words.

    `marker` is the joining word in lower case ("since", "who", "that", "and"), or empty.
    """

    first: int
    last: int
    verb: VerbGroup | None
    role: Role
    marker: str = ""
    subject: tuple[int, int] | None = None

    def span(self, words: Words) -> Span:
        """Its place in the text, without punctuation at its ends."""
        first, last = self.first, self.last
        while first < last - 1 and words.tags[first] in ",;:-.)":
            first += 1
        while last - 1 > first and words.tags[last - 1] in ",;:-.(":
            last -= 1
        return words.span(first, last)


_COUNTED_FROM: Final = re.compile(r"[,;]?J?t+(?=SJ*(?:I|D?#?[oApg]+(?:PD?#?[oApg]+)*)J*$)")
_STRONG: Final = "SRQ;:-"
_NOUNS: Final = frozenset("oAI")
_NOUNLIKE: Final = frozenset("oAI#pgzsvce")
_PLACE: Final = re.compile("A,A+$")


def clauses(words: Words, reporting: frozenset[str]) -> list[Clause]:
    """The clauses of a sentence in order; a sentence without a verb is one clause. `reporting` are verbs that open a
    clause."""
    groups = verb_groups(words)
    carriers = [
        group
        for group in groups
        if group.tense.is_finite or _own_participle(words, group) or _dated_gerund(words, group, groups)
    ]
    if not carriers:
        first = next((group for group in groups if group.tense is not Tense.INFINITIVE), None)
        return [Clause(0, len(words.tags), first, Role.MAIN, "", _subject(words, 0, first))]
    starts = [0]
    for earlier, later in pairwise(carriers):
        starts.append(_boundary(words, earlier, later, reporting))
    found = list[Clause]()
    for index, group in enumerate(carriers):
        begin, end = starts[index], (starts[index + 1] if index + 1 < len(starts) else len(words.tags))
        found.append(_clause(words, group, begin, end, found[-1] if found else None, reporting))
    return found


def _own_participle(words: Words, group: VerbGroup) -> bool:
    """Whether a participle stands as a clause beside a noun: ", prepared by the union", ", built in 1902"; or opens
    the sentence."""
    if group.tense is not Tense.PARTICIPLE:
        return False
    before = words.tags[group.first - 1] if group.first else ""
    return before in {"", ",", "(", "-"} or (before == "J" and group.first >= 2 and words.tags[group.first - 2] in ",(")


def _dated_gerund(words: Words, group: VerbGroup, groups: list[VerbGroup]) -> bool:
    """Whether a form in -ing tells of a further event with a time of its own: ", conquering the island in August",
    "before moving to Rome in 1975".
    """
    if group.tense is not Tense.GERUND or not any(other.tense.is_finite for other in groups):
        return False
    before = words.tags[group.first - 1] if group.first else ""
    joined = before == "," or words.lowers[group.first - 1 : group.first][:1] in (["before"], ["after"], ["and"])
    end = _GERUND_END.search(words.tags, group.last)
    return joined and "t" in words.tags[group.last : end.start() if end is not None else len(words.tags)]


_GERUND_END: Final = re.compile(r"[,;:\-SRQCiWBdhFMg]")


def _boundary(words: Words, earlier: VerbGroup, later: VerbGroup, reporting: frozenset[str]) -> int:
    """The first word of the later clause."""
    tags = _RANGE.sub("t", words.tags[earlier.last : later.first])
    strong = max(map(tags.rfind, _STRONG))
    if strong >= 0:
        if tags[strong] == "R" and strong and tags[strong - 1] == "P":
            strong -= 1  # "in which"
        return earlier.last + strong
    if later.tense is Tense.PARTICIPLE:
        return later.first
    told = REPORTED_SUBJECT.match(tags)
    if earlier.stem in reporting and told is not None:
        return earlier.last + told.end(1)
    coordinator = tags.rfind("C")
    comma = tags.rfind(",")
    fresh = not _NOUNS.isdisjoint(tags[comma + 1 :])  # a subject of its own: ", the ministry wrote"
    if comma > coordinator >= 0 and (fresh or earlier.tense is Tense.PARTICIPLE):
        return earlier.last + comma
    if coordinator >= 0:
        return earlier.last + coordinator
    if comma >= 0:
        return earlier.last + comma
    opened = _MAIN_SUBJECT.search(tags)
    if opened is not None and opened.start() and "S" in words.tags[max(0, earlier.first - _NEAR_WORDS) : earlier.first]:
        return earlier.last + opened.start()  # "When she was nine her father was killed"
    fresh_subject = SUBJECT_BEHIND_TIME.search(tags)
    return earlier.last + fresh_subject.start(1) if fresh_subject is not None else later.first


_RANGE: Final = re.compile("(?<=t)[C\\-](?=t)")  # "between 1951 and 1956", "129–123 BC": no clause begins inside
_MAIN_SUBJECT: Final = re.compile(r"(?:D[#op]*[oA]+|I)[J\"]*$")
_NEAR_WORDS: Final = 5  # between a subordinating word and its verb


def _clause(
    words: Words, group: VerbGroup, first: int, last: int, before: Clause | None, reporting: frozenset[str]
) -> Clause:
    counted = _COUNTED_FROM.match(words.tags, first, group.first)  # "Three weeks after he was arrested, ..."
    marker_at = counted.end() if counted is not None else first
    while marker_at < group.first and words.tags[marker_at] in ',;:-"JP(':
        if words.tags[marker_at] == "P" and not (marker_at + 1 < group.first and words.tags[marker_at + 1] == "R"):
            break
        marker_at += 1
    tag = words.tags[marker_at] if marker_at < group.first else ""
    marker = words.lowers[marker_at] if tag in "SRQC" and tag else ""
    role = _role(group, tag, before, reporting)
    subject = _subject(words, marker_at + 1 if marker else first, group, after=tag == "S")
    if subject is None and before is not None:
        subject = _borrowed_subject(words, role, before, first, gerund=group.tense is Tense.GERUND)
    return Clause(first, last, group, role, marker, subject)


def _role(group: VerbGroup, tag: str, before: Clause | None, reporting: frozenset[str]) -> Role:
    if group.tense in {Tense.PARTICIPLE, Tense.GERUND}:
        return Role.PARTICIPLE
    if tag == "R":
        return Role.RELATIVE
    if tag == "S":
        return Role.SUBORDINATE
    reports = before is not None and before.verb is not None and before.verb.stem in reporting
    if tag == "Q":
        return Role.REPORTED if reports else Role.RELATIVE
    if reports and tag == "" and before is not None and before.verb is not None and before.last == before.verb.last:
        return Role.REPORTED
    return Role.MAIN


def _borrowed_subject(words: Words, role: Role, before: Clause, first: int, *, gerund: bool) -> tuple[int, int] | None:
    """The subject of a clause that has none of its own: the noun before it, or the subject of the clause before."""
    if role is Role.RELATIVE or (role is Role.PARTICIPLE and first > 0 and not gerund):
        return _noun_before(words, first)
    return before.subject


def _noun_before(words: Words, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends just before a word."""
    last = end
    while last > 0 and words.tags[last - 1] in ",(-P":
        last -= 1
    if last > 0 and words.tags[last - 1] == ")" and "(" in words.tags[:last]:
        last = words.tags.rindex("(", 0, last)
    phrases = deque(_NOUN_PHRASE.finditer(words.tags, max(0, last - 14), last), maxlen=1)
    return phrases[0].span() if phrases else None


_NOUN_PHRASE: Final = re.compile(r"D?[#op]*(?:[oAz#g]+(?:P(?:D?[#o]*[oAz]+))*)")
_SUBJECT_TRIM: Final = re.compile(
    r"""(?:\([^()]*\)|J(?![#J])|J(?=J[^#])                # an adverb, unless it estimates a number: "at least 20"
    |[PS]D[oA]+(?=[D\#I])|S(?=[^,]+$)
    |PD[o#]?t+[^,t]+,|[PS]?D?[oJ#]?t+  # "in his 2016 season for the club,", "on the third evening"
    |Do+J,|P\#(?=[DA,])|PD?[oA\#]+(?=I)|[PSg][^,]*?,|I,|[,;:"\-(])+""",
    re.VERBOSE,
)


def _subject(words: Words, first: int, group: VerbGroup | None, *, after: bool = False) -> tuple[int, int] | None:
    """The words of the subject before a verb, without what only sets the scene ("Earlier this week in New York,").
    `after`: a word like "after" stands before `first`."""
    if group is None:
        return None
    last = group.first
    while last > first and words.tags[last - 1] in ',JX"-t':
        last -= 1
    begin = _behind_head(words, first, last)
    trimmed = _SUBJECT_TRIM.match(words.tags, begin, last)
    if trimmed is not None and trimmed.end() < last:
        begin = trimmed.end()
    if words.tags[begin : begin + 1] == "z":
        begin += 1  # "Last year's season"
    behind_time = SUBJECT_BEHIND_TIME.search(words.tags[begin:last])
    if behind_time is not None and (after or words.tags[begin] in "PS"):
        begin += behind_time.start(1)  # "After the fall of the city in 466 the exiles"
    if after or _ADVERBIAL.match(words.tags, first, last):
        begin = _behind_open_comma(words, begin, last, group.first)
    if begin >= last or _NOUNLIKE.isdisjoint(words.tags[begin:last]):
        return None
    return begin, last


_ADVERBIAL: Final = re.compile(r"[,C]?(?:[PSpgnetJT]|[oA],)")
"""What can open a sentence before its subject: "In Riga ...", "Built in 1902 ...", "To save time ...", "Also, ..."."""


def _behind_head(words: Words, first: int, last: int) -> int:
    """Behind a colon or a single dash: "RIGA - The mayor". Two dashes hold an aside."""
    single = words.tags.count("-", first, last) == 1 and words.tags[last : last + 1] != "-"
    begin = max(first, *(words.tags.rfind(mark, first, last) + 1 for mark in (":;-" if single else ":;")))
    return first if _NOUNS.isdisjoint(words.tags[begin:last]) else begin


def _behind_open_comma(words: Words, begin: int, last: int, verb: int) -> int:
    """Behind the only comma of a subject, where no second one closes what it opens and no list goes on: "In Riga, the
    country's capital, the mayor". `verb` is the first word of the verb."""
    inner = words.tags[begin:last]
    if inner.count(",") != 1 or "C" in inner or "," in words.tags[last:verb]:
        return begin
    rest = begin + inner.index(",") + 1
    adds = words.tags[rest] in "gpneP" or words.lowers[rest] == "whose"  # "the mayor, reporting for the town"
    place = inner[0] == "D" and _PLACE.search(inner) is not None  # "a girl in Alpine, Texas"
    if adds or place or _NOUNS.isdisjoint(words.tags[rest:last]):
        return begin
    return rest
