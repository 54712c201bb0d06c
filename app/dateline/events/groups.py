"""Verb groups of a sentence: "has also re-engaged", "was not created", "would have been sent". Patterns over word
classes.

It must not know what a verb means, nor clauses.
"""

import re
from enum import StrEnum
from typing import Final, NamedTuple

from dateline.events.tagging import Words


class Tense(StrEnum):
    """What the form of a verb group says of its time."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    MODAL = "modal"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    INFINITIVE = "infinitive"

    @property
    def is_finite(self) -> bool:
        """Whether it can carry a clause."""
        return self not in _NON_FINITE


_NON_FINITE: Final = frozenset({Tense.PARTICIPLE, Tense.GERUND, Tense.INFINITIVE})


class VerbGroup(NamedTuple):
    """A verb group: its words (`first` to `last`, exclusive), the word that carries the meaning, and what the form
    says.

    `weak`: a single word that may as well be a noun or an adjective. A named tuple, because every verb of a text has
    one and frozen dataclasses are three times as slow to make.
    """

    first: int
    last: int
    head: int
    stem: str
    tense: Tense
    passive: bool = False
    copular: bool = False
    negated: bool = False
    modal: str = ""
    weak: bool = False


_FORMS: Final = (
    ("future", r"F[JXIt]*(?:E[JXt]*[pnecg]?|h[JXt]*N?[JXt]*[pnec]|v|c)"),
    ("modal", r"M[JXIt]*(?:E[JXt]*[pnecg]?|h[JXt]*(?:N[JXt]*)?[pnecg]|v|c)"),
    ("pluperfect", r"d[JXt]*(?:N[JXt]*[pnecg]?|[pnec])"),
    ("perfect", r"h[JXIt]*(?:N[JXt]*[pnecg]?|[pnec])"),
    ("raised", r"[BW][JXt]*[pnec][JXt]*Th[JXt]*(?:N[JXt]*)?[pnec]"),
    ("be", r"[BW][JXIt]*\"?J*(?:G[JXt]*[pnec]|T[JXt]*(?:E[JXt]*[pnec]|v)|[pnecg])?"),
    ("do", r"[Kk][XJIt]*v"),
    ("infinitive", r"T[JXt]*(?:E[JXt]*[pnecg]?|h[JXt]*(?:N[JXt]*)?[pnec]|v|c)"),
    ("have", r"[dh]"),
    ("past", r"i|[pec]"),
    ("present", r"s|y"),
    ("gerund", r"G[pnec]|g"),
    ("participle", r"n"),
)
_OPENING: Final = "(?=[FMdhBWKkTipecsyGgn])"  # what no form begins with is passed by without trying them all
_PATTERN: Final = re.compile(_OPENING + "(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _FORMS) + ")")
_AUXILIARIES: Final = frozenset("BWENG")
_FINITES: Final = frozenset("iWdBhk")
_NOUNS: Final = frozenset("oAI")
_PARTICIPLES: Final = frozenset("pnec")
_PLAIN: Final = {
    "future": Tense.FUTURE,
    "modal": Tense.MODAL,
    "pluperfect": Tense.PLUPERFECT,
    "perfect": Tense.PERFECT,
    "infinitive": Tense.INFINITIVE,
    "gerund": Tense.GERUND,
    "participle": Tense.PARTICIPLE,
    "present": Tense.PRESENT,
    "past": Tense.PAST,
    "raised": Tense.PAST,  # "is said to have fled": what is told lies behind
}
_BOUNDARY: Final = re.compile(r"[SRQC;:,\-]")


def verb_groups(words: Words) -> list[VerbGroup]:
    """All verb groups in order. Whether a bare -ed form is finite is settled by its neighbours."""
    groups = [_group(words, match) for match in _PATTERN.finditer(words.tags)]
    return _settled(words, groups)


def _group(words: Words, match: re.Match[str]) -> VerbGroup:
    name, first, last, tags = match.lastgroup or "", match.start(), match.end(), match.group()
    head = last - 1
    while head > first and tags[head - first] in 'JXIt"':
        head -= 1
    carries = tags[head - first]
    if first and words.lowers[first - 1] == "there" and set(tags) & set("BWNE"):
        head = first + max(tags.rfind(mark) for mark in "BWNE")  # "there have been interesting developments"
        last, carries = head + 1, tags[head - first]
    passive = carries in _PARTICIPLES and not _AUXILIARIES.isdisjoint(tags[: head - first])
    passive = passive and (name != "raised" or "N" in tags)
    return VerbGroup(
        first,
        last,
        head,
        words.bases[head],
        Tense.PLUPERFECT if words.lowers[first] == "having" else _tense(name, tags, carries),
        passive=passive,
        copular=carries in "BWEN",
        negated="X" in tags,
        modal=words.lowers[first] if name == "modal" or (name == "be" and "T" in tags) else "",
        weak=name in {"past", "present"} and carries in "pecs",
    )


def _tense(name: str, tags: str, carries: str) -> Tense:
    """The tense of a group by the pattern that found it."""
    if name in _PLAIN:
        return _PLAIN[name]
    present = tags[0] in "BKh"
    if name == "be" and "T" in tags:
        return Tense.FUTURE if present else Tense.MODAL  # "was to present" leaves open whether it was
    if name == "be" and carries == "g" and present:
        return Tense.PROGRESSIVE
    return Tense.PRESENT if present else Tense.PAST


def _settled(words: Words, groups: list[VerbGroup]) -> list[VerbGroup]:
    """The groups with every weak one kept, made a participle, or left out."""
    found = list[VerbGroup]()
    for index, group in enumerate(groups):
        if not group.weak:
            found.append(group)
            continue
        following = next((other for other in groups[index + 1 :] if other.tense.is_finite), None)
        earlier = next((other for other in reversed(found) if other.tense.is_finite), None)
        if earlier is not None and _is_held_true(words, group, earlier):
            found[found.index(earlier)] = group._replace(
                first=earlier.first, tense=earlier.tense, passive=True, negated=earlier.negated, weak=False
            )
            continue
        settled = _settle(words, group, earlier, following)
        if settled is not None:
            found.append(settled)
    return found


def _settle(words: Words, group: VerbGroup, earlier: VerbGroup | None, following: VerbGroup | None) -> VerbGroup | None:
    """A weak group as what it is: finite, a participle, or None for an adjective or a noun."""
    tag = words.tags[group.first]
    before = _before(words, group.first)
    after = words.tags[group.last] if group.last < len(words.tags) else ""
    if tag == "s":
        return _settled_present(words, group, before, after, earlier, following)
    if before and before in "IR":
        return group._replace(weak=False)
    if group.stem == "say" and after != "T":
        return group._replace(weak=False)  # "the envoy, Ann Lee, said on Monday"
    if group.stem == "end" and before == "t" and after == "t":
        return None  # "the quarter ended 30 September" is a time
    if _is_adjective(tag, before, after) or _completes(words, group, earlier):
        return None
    if _hangs_on_preposition(words, group):
        return group._replace(tense=Tense.PARTICIPLE, passive=True, weak=False)
    if before == "z" and _PAIR.match(words.tags, group.first):
        return None  # "the king's lost and torn banner"
    if before == "C":
        return None if _shares_noun(words, group, after) else _like(group, earlier)
    if _is_participle(words, group, before, after, earlier, following):
        return group._replace(tense=Tense.PARTICIPLE, passive=True, weak=False)
    return group._replace(weak=False)


def _hangs_on_preposition(words: Words, group: VerbGroup) -> bool:
    """Whether a form belongs to a noun under a preposition: "In a statement issued on Friday", "With the bridge blown
    up"."""
    listed = _ACCOMPANIED.search(words.tags, 0, group.first)
    if listed is not None and words.lowers[listed.start("preposition")] == "with":
        return True
    opens = _OPENING_PREPOSITION.search(words.tags, 0, group.first)
    if opens is None:
        return False
    absolute = words.lowers[opens.start("preposition")] == "with"
    named = opens["article"] and "A" not in opens["noun"]
    return absolute or (bool(named) and group.first - 1 in words.nouns)


_ACCOMPANIED: Final = re.compile(
    r"(?:,|[pec])(?P<preposition>P)D?[oAz#Jpg]*[oAg](?:,D?[oAz#Jpg]*[oAg])*,?C(?:D?[oAz#Jpg]*[oAg])$"
)
"""Several things behind a preposition that stands after a comma or a verb: ", with the doors and windows smashed"."""

_OPENING_PREPOSITION: Final = re.compile(
    r'(?:^|[,;:"\-])[CJ]*(?P<preposition>P)(?P<article>D?)(?P<noun>[oAz#Jpg]*[oAz])(?:J*"*)$'
)


def _is_held_true(words: Words, group: VerbGroup, earlier: VerbGroup) -> bool:
    """Whether a form tells what the passive before it only reports: "were reported killed"."""
    adjacent = not words.tags[earlier.last : group.first].strip("J")
    return adjacent and earlier.passive and earlier.stem in _HELD_TRUE and words.tags[group.first] in "pe"


def _completes(words: Words, group: VerbGroup, earlier: VerbGroup | None) -> bool:
    """Whether a form only says in what state something is: "remained closed", "was found abandoned"."""
    if earlier is None or words.tags[earlier.last : group.first].strip("J"):
        return False
    return earlier.stem in _LINKING or (earlier.passive and earlier.stem in _LEAVING)


_LEAVING: Final = frozenset("find leave keep hold".split())
_BEFORE_GAP: Final = re.compile("RD?[oA]+$")  # "which Ada Lund heads"
_IN_GERUND: Final = re.compile("[,(]J?gD?[oA#Jpz]*[oA](?:PD?[oA#Jpz]*[oA])*$")  # ", setting a hearing on civil damages"
_SAYING: Final = frozenset("say think believe claim insist expect hope".split())  # no report, which may be a noun
_HELD_TRUE: Final = frozenset("report declare believe presume fear think".split())
_LINKING: Final = frozenset("remain stay become lie seem look feel".split())


def _is_adjective(tag: str, before: str, after: str) -> bool:
    """Whether a form stands where only an adjective or a noun can: "of abandoned houses", "a budget cut"."""
    if tag == "c" and (not before or before not in "oAIR)Ct" or after not in "DAI#gtoPJ"):
        return True
    return (bool(before) and before in "PDEM") or (bool(after) and before in ("#", "z", "g") and after in "oA")


def _shares_noun(words: Words, group: VerbGroup, after: str) -> bool:
    """Whether a form stands with another before one noun: "the lost and torn banner"."""
    return bool(after) and after in "oA" and _FIRST_OF_TWO.search(words.tags, 0, group.first) is not None


_PAIR: Final = re.compile("pCp(?=[oA])")  # joins no clauses
_FIRST_OF_TWO: Final = re.compile("[DzP#]J*pCJ*$")


def _is_participle(
    words: Words, group: VerbGroup, before: str, after: str, earlier: VerbGroup | None, following: VerbGroup | None
) -> bool:
    """Whether a bare -ed form only adds to a noun: ", prepared by ...", "a man arrested on Monday was ..."."""
    by = group.last < len(words.tags) and words.lowers[group.last] == "by"
    if not before or before == "S" or by:
        return True
    if before == "," and earlier is None and after in ("D", "I", "#"):
        return False  # "the agent, Ann Lee, sent a letter": what has an object is no bare passive
    aside = following is not None and "," in words.tags[group.last : following.first]
    alone = earlier is None and (following is None or (not aside and _opens_reported(words, group, following)))
    if before == "-" and alone and words.tags.count("-", 0, group.first) == _DASHES_OF_ASIDE:
        return False
    if before == "," and (alone or _resumes(words, group, earlier)):
        return False
    if before in ",(-" and after in "PtT":
        return not _list_of_verbs(words, group, earlier)
    if following is not None and not following.weak and not _BOUNDARY.search(words.tags, group.last, following.first):
        return not _opens_reported(words, group, following)
    between = _PAIR.sub("ppp", words.tags[earlier.last : group.first]) if earlier is not None else ""
    if earlier is not None and not earlier.weak and not _BOUNDARY.search(between):
        if SUBJECT_BEHIND_TIME.search(between) or CONTACT_SUBJECT.search(between):
            return False
        return before in "oA)t" and not _opens_reported(words, earlier, group)
    return False


def _before(words: Words, first: int) -> str:
    """The class of the word before, adverbs and negations skipped."""
    at = first - 1
    while at >= 0 and words.tags[at] in "JX":
        at -= 1
    return words.tags[at] if at >= 0 else ""


def _settled_present(
    words: Words, group: VerbGroup, before: str, after: str, earlier: VerbGroup | None, following: VerbGroup | None
) -> VerbGroup | None:
    """A form in -s is a verb where a subject stands before it, and no other verb carries the same clause."""
    gapped = bool(after) and after in ",-.)" and _BEFORE_GAP.search(words.tags, 0, group.first) is not None
    if not before or before not in "AoIR),C" or (after not in 'DAI#TQPJogtSAp"' and not gapped):
        return None
    if _IN_GERUND.search(words.tags, 0, group.first):
        return None
    for other, first, last in ((earlier, None, group.first), (following, group.last, None)):
        if other is None or (other.weak and words.tags[other.first] == "s"):
            continue
        said = other is following and group.stem in _SAYING
        if said and _opens_reported(words, group, other):
            continue  # "she thinks several mills will close"
        low, high = (other.last, last) if last is not None else (first, other.first)
        if not _BOUNDARY.search(words.tags, low or 0, high):
            return None
    return group._replace(weak=False)


def _like(group: VerbGroup, earlier: VerbGroup | None) -> VerbGroup:
    """A verb after "and" is of the form of the verb before it: "was arrested and released"."""
    if earlier is None or not earlier.tense.is_finite:
        return group._replace(weak=False)
    if earlier.passive or earlier.tense in {Tense.PERFECT, Tense.PLUPERFECT, Tense.FUTURE, Tense.MODAL}:
        return group._replace(tense=earlier.tense, passive=earlier.passive, modal=earlier.modal, weak=False)
    return group._replace(weak=False)


def _resumes(words: Words, group: VerbGroup, earlier: VerbGroup | None) -> bool:
    """Whether a verb after a comma goes on with the subject that a relative clause interrupted: "The man, who fled,
    died"."""
    relative = words.tags.rfind("R", 0, group.first)
    if relative < 0 or earlier is None or earlier.first < relative or words.tags.rfind(",", 0, relative) < 0:
        return False
    return _FINITES.isdisjoint(words.tags[:relative])


def _list_of_verbs(words: Words, group: VerbGroup, earlier: VerbGroup | None) -> bool:
    """Whether a verb after a comma goes on with what the subject did: "He resigned, moved to Paris, and died"."""
    return (
        earlier is not None
        and earlier.tense is Tense.PAST
        and not earlier.copular
        and "C" in words.tags[group.last : group.last + 8]
    )


def _opens_reported(words: Words, group: VerbGroup, following: VerbGroup) -> bool:
    """Whether a verb is followed by a clause of its own without "that": "said the talks had failed"."""
    between = words.tags[group.last : following.first]
    if group.stem == "find" and words.tags[following.last : following.last + 1] == "P":
        return False  # "found a safe buried near the mill"
    opens = REPORTED_SUBJECT.match(between) is not None
    return opens and not _NOUNS.isdisjoint(between) and group.stem in _SPEAKING


SUBJECT_BEHIND_TIME: Final = re.compile(r"t(D[#oAJpz]*[oAz]#*|I|[oA]+)J*$")
"""A subject right behind a date: "When the war began in 1914 the firm moved"."""

CONTACT_SUBJECT: Final = re.compile(r"[oA](I|D[#oAJpz]*[oA])J*$")
"""A subject right behind a noun that is its verb's object: "a treaty he had rejected"."""

_DASHES_OF_ASIDE: Final = 2

REPORTED_SUBJECT: Final = re.compile("(P?D?t+|)(?=[DAIot#])")
"""How a reported clause without "that" begins behind its verb, a time first: "said on Friday the line was open"."""

_SPEAKING: Final = frozenset(
    """say tell believe think claim report suggest insist argue hope expect announce confirm add admit acknowledge note
    find conclude""".split()
)
