"""Clauses of a sentence: where each begins and ends, its verb group, its subject, and what joins it to its neighbour.

It must not know dates or kinds of events.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from dateline.events.groups import CONTACT_SUBJECT, REPORTED_SUBJECT, SUBJECT_BEHIND_TIME, Tense, VerbGroup, verb_groups
from dateline.events.subjects import noun_before, subject_of
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
        return [Clause(0, len(words.tags), first, Role.MAIN, "", subject_of(words, 0, first))]
    starts = [0]
    for earlier, later in pairwise(carriers):
        starts.append(_boundary(words, earlier, later, reporting))
    found = list[Clause]()
    for index, group in enumerate(carriers):
        begin, end = starts[index], (starts[index + 1] if index + 1 < len(starts) else len(words.tags))
        found.append(_clause(words, group, begin, end, found, reporting))
    return _opened_by_participle(words, found)


def _opened_by_participle(words: Words, found: list[Clause]) -> list[Clause]:
    """The clauses, of which a first one without subject takes that of the main clause behind it: "Rescued by a ferry,
    the boy ..."."""
    if len(found) < 2 or found[0].role is not Role.PARTICIPLE or found[0].subject is not None:
        return found
    opening, main = found[:2]
    assert opening.verb is not None
    opens = not words.tags[: opening.verb.first].strip('JPS"')
    own = main.role is Role.MAIN and main.subject is not None and main.subject[0] >= main.first
    return [replace(opening, subject=main.subject), *found[1:]] if opens and own else found


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
    if (
        told is not None
        and _JOINED_VERB.search(tags) is None
        and (earlier.stem in reporting or _is_object_clause(words, earlier, later, tags))
    ):
        return earlier.last + told.end(1)
    fresh_start = _fresh_subject(tags)
    if fresh_start is not None:
        return earlier.last + fresh_start
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


def _fresh_subject(tags: str) -> int | None:
    """Where a subject begins between two verbs that no joining word alone shows."""
    contact = CONTACT_SUBJECT.search(tags)
    if contact is not None:
        return contact.start(1)
    joined = _JOINED_SUBJECT.search(tags)
    return joined.start() if joined is not None else None


def _is_object_clause(words: Words, earlier: VerbGroup, later: VerbGroup, between: str) -> bool:
    """Whether nothing but a noun stands between two verbs that both must be finite: "the rules meant tenants had"."""
    if later.weak or later.tense is Tense.PARTICIPLE or words.tags[later.first] not in "iWdBhMF":
        return False
    if earlier.passive or earlier.copular or not earlier.tense.is_finite or _ONE_NOUN.fullmatch(between) is None:
        return False
    return words.tags[: earlier.first].rstrip("J")[-1:] not in ("R", "Q") and "whose" not in words.lowers[: later.first]


_ONE_NOUN: Final = re.compile("(?:P?D?t+)?D?[#opJ]*[oA]+J*")
_JOINED_SUBJECT: Final = re.compile(r",C(?=[D#oA]*[oA]C[D#oA]*[oA][Jt]*$)")  # ", but Ada Lund and the board met"
_JOINED_VERB: Final = re.compile("C[JX]*$")  # "did not mention him by name, but said"
_RANGE: Final = re.compile("(?<=t)[C\\-](?=t)")  # "between 1951 and 1956", "129–123 BC": no clause begins inside
_MAIN_SUBJECT: Final = re.compile(r"(?:D[#op]*[oA]+|I)[J\"]*$")
_NEAR_WORDS: Final = 5  # between a subordinating word and its verb


def _clause(
    words: Words, group: VerbGroup, first: int, last: int, earlier: Sequence[Clause], reporting: frozenset[str]
) -> Clause:
    before = earlier[-1] if earlier else None
    counted = _COUNTED_FROM.match(words.tags, first, group.first)  # "Three weeks after he was arrested, ..."
    marker_at = counted.end() if counted is not None else first
    while marker_at < group.first and words.tags[marker_at] in ',;:-"JP(':
        if words.tags[marker_at] == "P" and not (marker_at + 1 < group.first and words.tags[marker_at + 1] == "R"):
            break
        marker_at += 1
    tag = words.tags[marker_at] if marker_at < group.first else ""
    marker = words.lowers[marker_at] if tag in "SRQC" and tag else ""
    role = _role(words, group, tag, before, reporting)
    subject = subject_of(words, marker_at + 1 if marker else first, group, after=tag == "S")
    if subject is not None and group.tense is Tense.GERUND and words.tags[subject[0]] == "g":
        subject = None  # "before moving out and selling the mill"
    if subject is None and role is Role.REPORTED and marker == "that" and words.tags[marker_at - 1] in _NOUNS:
        role = Role.RELATIVE  # "said a letter that was read"
    if subject is None and before is not None:
        lender = before if marker else _resumed(earlier)
        subject = _borrowed_subject(words, role, lender, first, gerund=group.tense is Tense.GERUND)
    return Clause(first, last, group, role, marker, subject)


def _role(words: Words, group: VerbGroup, tag: str, before: Clause | None, reporting: frozenset[str]) -> Role:
    if group.tense in {Tense.PARTICIPLE, Tense.GERUND}:
        return Role.PARTICIPLE
    if tag == "R":
        return Role.RELATIVE
    if tag == "S":
        return Role.SUBORDINATE
    reports = before is not None and before.verb is not None and before.verb.stem in reporting
    if tag == "Q":
        return Role.REPORTED if reports else Role.RELATIVE
    if reports and before is not None and _goes_on_at_once(words, before, group):
        return Role.REPORTED
    return Role.MAIN


def _goes_on_at_once(words: Words, before: Clause, group: VerbGroup) -> bool:
    """Whether what is said begins right behind the verb of saying, or behind a time: "said on Friday the line was"."""
    assert before.verb is not None
    opens = words.tags[before.last] in "DAI#o" or before.last == group.first  # "confirmed closed"
    return opens and not words.tags[before.verb.last : before.last].strip("PDt")


def _resumed(earlier: Sequence[Clause]) -> Clause:
    """The clause with whose subject a verb goes on that relative clauses have parted from it: "The firms, which fund
    the talks that end soon, met"."""
    return earlier[0] if all(clause.role is Role.RELATIVE for clause in earlier) else earlier[-1]


def _borrowed_subject(words: Words, role: Role, before: Clause, first: int, *, gerund: bool) -> tuple[int, int] | None:
    """The subject of a clause that has none of its own: the noun before it, or the subject of the clause before."""
    if role is Role.RELATIVE and _asks(words, first):
        return None
    if role is Role.MAIN and words.tags[first] in ",-" and _has_own_subject(words, before):
        return noun_before(words, before.first)  # "the boat, which Berg owned, sank"
    if role is Role.RELATIVE or (role is Role.PARTICIPLE and first > 0 and not gerund):
        who = "who" in words.lowers[first : first + 3]
        return noun_before(words, first, person=who, thing=not who and role is Role.RELATIVE)
    return before.subject


def _asks(words: Words, first: int) -> bool:
    """Whether "who" or "which" stands right behind a verb and asks: "to find out who shot him"."""
    return first > 0 and words.tags[first] == "R" and words.tags[first - 1] in "vyispecng"


def _has_own_subject(words: Words, relative: Clause) -> bool:
    """Whether a relative clause has a subject and its verb next to it: "which Berg owned"."""
    subject, verb = relative.subject, relative.verb
    if relative.role is not Role.RELATIVE or subject is None or verb is None or subject[0] < relative.first:
        return False
    return "," not in words.tags[subject[1] : verb.first]
