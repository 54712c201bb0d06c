"""The words of a verb's subject, and the noun that a relative clause or a participle hangs on. Patterns over word
classes.

It must not know where clauses begin and end, nor what a verb means.
"""

import re
from collections import deque
from itertools import pairwise
from typing import Final

from dateline.events.groups import SUBJECT_BEHIND_TIME, Tense, VerbGroup
from dateline.events.tagging import Words

_NOUNS: Final = frozenset("oAI")
_NOUNLIKE: Final = frozenset("oAI#pgzsvce")
_PLACE: Final = re.compile("A,A+$")


def noun_before(words: Words, end: int, *, person: bool = False, thing: bool = False) -> tuple[int, int] | None:
    """The noun phrase that ends just before a word. `person`: of "a letter to the envoy" the one who can be meant by
    "who". `thing`: the one that is most likely meant by "which"."""
    last = end
    while last > 0 and words.tags[last - 1] in ",(-P":
        last -= 1
    if last > 0 and words.tags[last - 1] == ")" and "(" in words.tags[:last]:
        last = words.tags.rindex("(", 0, last)
    phrases = deque(_NOUN_PHRASE.finditer(words.tags, max(0, last - 14), last), maxlen=1)
    if not phrases:
        return None
    if thing:
        return _thing_in(words, *phrases[0].span())
    return _person_in(words, *phrases[0].span()) if person else phrases[0].span()


def _thing_in(words: Words, first: int, last: int) -> tuple[int, int]:
    """What stands behind the last preposition, unless that is "of" or a name beside an event: "a case against a bank
    that", but "the siege of a port that", "talks with Varland that"."""
    at = words.tags.rfind("P", first, last)
    if at < 0 or words.lowers[at] == "of" or words.tags[last - 1] not in "oA":
        return first, last
    event = words.tags.find("P", first, last) - 1 in words.nouns or words.lowers[at] in _PLACING
    return (first, last) if event and words.tags[last - 1] == "A" else (at + 1, last)


def _person_in(words: Words, first: int, last: int) -> tuple[int, int]:
    """A noun phrase from the noun on that can be somebody: the first one, else the last name that is no place."""
    ends = [at for at in range(first, last) if words.tags[at] == "P"]
    if _can_be_somebody(words, (ends[0] if ends else last) - 1):
        return first, last
    for at, end in reversed(list(pairwise([*ends, last]))):
        place = words.lowers[at] in _PLACING and words.tags[end - 1] == "A" and "z" not in words.tags[at:end]
        if _can_be_somebody(words, end - 1) and not place:
            return at + 1, end
    return first, last


def _can_be_somebody(words: Words, noun: int) -> bool:
    lower = words.lowers[noun]
    return words.tags[noun] == "A" or (_SOMEBODY.search(lower) is not None and lower.rstrip("s") not in _THINGS)


_THINGS: Final = frozenset(
    """letter order offer paper matter power water number river tower dinner quarter corner border disaster murder
    computer factor tractor corridor harbor terror error fee degree plant grant restaurant list proces succes busines
    newspaper helicopter""".split()
)
_PLACING: Final = frozenset("in at near from".split())
_SOMEBODY: Final = re.compile(
    r"(?:er|or|ist|man|woman|men|women|ant|ian|ee|ess|friend|people|boy|girl|king|queen|wife|son|baby|child|children"
    r"|victim|chief|aide|agent|resident|student|president|patient|parent|envoy|thug|nurse|clerk|candidate|ally|spy"
    r"|judge|youth|household|guerrilla|crew|police|family|couple|others|members|staff|one|those)s?$"
)

_NOUN_PHRASE: Final = re.compile(
    r"(?:D?AC(?=A+o)|D?[#op]*)(?:(?:[oAz#g]|\.(?=#))+(?:P(?:D?[#o]*(?:A+,A\.?,(?=[oA]))?[oAzg]+))*)"
)
"""A noun with what hangs on it; a town with its land may stand before a noun: "the siege of a Bergen, Norway, fort"."""

_SUBJECT_TRIM: Final = re.compile(
    r"""(?:\([^()]*\)|J(?![#J])|J(?=J[^#])                # an adverb, unless it estimates a number: "at least 20"
    |[PS]D[oA]+(?=[D\#I])|S(?=[^,]+$)
    |PD[o#]?t+[^,t]+,|[PS]?D?[oJ#]?t+  # "in his 2016 season for the club,", "on the third evening"
    |Do+J,|P\#(?=[DA,])|PD?[oA\#]+(?=I)|[PSg][^,]*?,|I,|[,;:"\-(])+""",
    re.VERBOSE,
)


def subject_of(words: Words, first: int, group: VerbGroup | None, *, after: bool = False) -> tuple[int, int] | None:
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
    begin = _behind_participle(words, first, begin, last)
    if begin >= last or _NOUNLIKE.isdisjoint(words.tags[begin:last]):
        return None
    if group.tense is Tense.PARTICIPLE and words.tags[begin] == "P" and last - begin > 1:
        begin += 1  # "In their statement, released by the firm"
    return _core(words, begin, last, group.first)


def _core(words: Words, begin: int, last: int, verb: int) -> tuple[int, int]:
    """What of a subject is left without what only adds to it."""
    if not {",", "-"}.isdisjoint(words.tags[last:verb]):
        return begin, _before_apposition(words, begin, last)
    return _innermost(words, begin, last), last


def _behind_participle(words: Words, first: int, begin: int, last: int) -> int:
    """Behind what a participle opens a sentence with: "Rated by two banks and by the board, the loan"."""
    opens = begin == first and words.tags[begin : begin + 1] in ("p", "n", "e")
    return words.tags.rindex(",", begin, last) + 1 if opens and _MAIN_BEHIND.search(words.tags, begin, last) else begin


def _innermost(words: Words, begin: int, last: int) -> int:
    """Where the noun phrase next to the verb begins: a pronoun ("Lund on Friday: I want"), or what an article opens
    right behind a noun ("the ban the council passed") or behind the only comma ("The reason, the police found")."""
    tags = words.tags
    if tags[last - 1] == "I" and last - begin > 1 and "C" not in tags[begin:last]:
        counted = words.lowers[last - 1] == "i" and tags[last - 2] == "A"  # "Olav I"
        return last - 1 if words.lowers[last - 1] in _SUBJECT_PRONOUNS and not counted else begin
    contact = max((match.end(1) for match in _CONTACT.finditer(tags, begin, last)), default=begin)
    surname = contact == begin + 1 and tags[begin:last] == "ADA"  # "Olav the Younger"
    counted = words.lowers[contact - 1] in _QUANTITIES or words.lowers[contact] in _OWNERS
    if contact > begin and not surname and not counted:
        return contact
    apart = _APART.fullmatch(tags, begin, last) or _JOINED.fullmatch(tags, begin, last)
    return apart.start(1) if apart is not None else begin


_SUBJECT_PRONOUNS: Final = frozenset("i we he she they you".split())
_QUANTITIES: Final = frozenset("half twice double".split())
_OWNERS: Final = frozenset("his her its their my our your whose".split())
_CONTACT: Final = re.compile(r"([oA])(?=D[#oAJpgz]*[oA])")
_JOINED: Final = re.compile(r"D[^,C]*P[^,C]*(?:C[^,C]*)?,C(D[^,C]*[oA])")  # two things are joined without a comma
_APART: Final = re.compile(r"[^,C]*[oA],(D[^,C]*[oA]|o)")


def _before_apposition(words: Words, begin: int, last: int) -> int:
    """Where a subject ends of which a comma or a dash before the verb closes what it adds: "Ada Lund, head of the board
    and its founder, resigned". A list has no comma there."""
    listed = _PEOPLES.search(words.tags, begin, last)
    opens = words.tags.find(words.tags[last], listed.end() if listed is not None else begin, last)
    return last if opens < 0 or _NOUNS.isdisjoint(words.tags[begin:opens]) else opens


_MAIN_BEHIND: Final = re.compile(",(?:D[^,]*[oA]|A+|I)$")
_PEOPLES: Final = re.compile("A(?:,A)+,?CA+o")  # "Greek, Turkish and French ministers"
_ADVERBIAL: Final = re.compile(r"[,C]?(?:[PSpgnetJT]|[oA],)")
"""What can open a sentence before its subject: "In Riga ...", "Built in 1902 ...", "To save time ...", "Also, ..."."""


def _behind_head(words: Words, first: int, last: int) -> int:
    """Behind a colon or a single dash: "RIGA - The mayor". Two dashes hold an aside."""
    single = words.tags.count("-", first, last) == 1 and words.tags[last : last + 1] != "-"
    begin, marks = last, ":;-" if single else ":;"
    while begin > first and words.tags[begin - 1] not in marks:
        begin -= 1
    return first if _NOUNS.isdisjoint(words.tags[begin:last]) else begin


_NO_LIST: Final = re.compile("D[^,C]*o,")  # "As a result, Varland and its ally": what a list begins with has a name


def _behind_open_comma(words: Words, begin: int, last: int, verb: int) -> int:
    """Behind the only comma of a subject, where no second one closes what it opens and no list goes on: "In Riga, the
    country's capital, the mayor". `verb` is the first word of the verb."""
    inner = words.tags[begin:last]
    if inner.count(",") != 1 or "," in words.tags[last:verb]:
        return begin
    if "C" in inner and _NO_LIST.match(inner) is None:
        return begin
    rest = begin + inner.index(",") + 1
    adds = words.tags[rest] in "gpneP" or words.lowers[rest] == "whose"  # "the mayor, reporting for the town"
    place = inner[0] == "D" and _PLACE.search(inner) is not None  # "a girl in Alpine, Texas"
    if adds or place or _NOUNS.isdisjoint(words.tags[rest:last]):
        return begin
    return rest
