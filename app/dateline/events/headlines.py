"""The verb of a headline: present for what happened, participle for the passive, "to" for what is planned; and
whether a subject is many.

It must not know dates or which words of a clause a title keeps.
"""

import re
from functools import lru_cache
from typing import Final

from dateline.events.clauses import Clause
from dateline.events.groups import Tense, VerbGroup
from dateline.events.inflection import third_person
from dateline.events.lexicon import Lexicon
from dateline.events.tagging import Words

_NUMBER_OF: Final = {
    "is": False,
    "was": False,
    "has": False,
    "does": False,
    "are": True,
    "were": True,
    "have": True,
    "do": True,
}
_SPEAKERS: Final = frozenset({"i", "we", "you", "they"})
_PLURALS: Final = frozenset(
    """people police they we men women children firefighters staff both two three four five six seven eight
    nine ten eleven twelve troops media""".split()
)
_OF_MANY: Final = frozenset("half most some all many majority tens dozens hundreds thousands millions".split())
_BEFORE_NOUN: Final = frozenset("of in on with from for at by to against near over between".split())
_PUNCTUATION: Final = re.compile(r"[^\w\s'’&-]")
_OF_WHAT: Final = re.compile(r"[A-Z][a-z]+[^\Wsui]s of [a-z]")  # "Truckloads of goods", not "James of Riga"
_OF_TWO: Final = re.compile(
    r"[^,]+? of [A-Z]\S*(?: [A-Z]\S*)* and [A-Z].* of [A-Z]"
)  # "Olav of Linden and Jon of Varde"
_NATIONS: Final = re.compile(r"(?:[A-Z]\w+(?:ish|ese)|French|Dutch|Swiss|Welsh|Allies|Taliban)")
_PEOPLES: Final = re.compile(
    r"(?!Orleans).{3,}ans$|.+men$"
    r"|(?:Turks|Greeks|Poles|Finns|Danes|Swedes|Serbs|Croats|Czechs|Arabs|Jews|Iraqis|Israelis|Saudis|Pakistanis|Yemenis)$"
)


def headline_verb(
    words: Words, clause: Clause, subject: str, lexicon: Lexicon, *, telegraphic: bool = False, has_object: bool = False
) -> str:
    """The verb group as a headline has it. `telegraphic`: the text leaves auxiliaries out, as logs do. `has_object`: it
    has one that does not stand behind it."""
    verb = clause.verb
    assert verb is not None
    if lexicon.language != "en":
        return " ".join(words.word(at) for at in range(verb.first, verb.last))
    head, no = words.word(verb.head).lower(), "not " if verb.negated else ""
    plural = _told_number(words, clause, verb, subject)
    if verb.copular:
        being = ("are" if plural else "is") + (" not" if no else "")
        return {Tense.FUTURE: f"{no}to be", Tense.MODAL: f"{verb.modal} {no}be"}.get(verb.tense, being)
    if verb.tense is Tense.FUTURE:
        return f"{no}to {'be ' if verb.passive else ''}{head}"
    if verb.tense is Tense.MODAL:
        done = "have " + ("been " if verb.passive else "") if _is_done(words, verb) else "be " if verb.passive else ""
        return f"{verb.modal} {no}{done}{head}"
    adverbs = _adverbs(words, verb)
    noun = verb.tense is Tense.GERUND and (telegraphic or verb.head in words.nouns)  # "Directions hearing"
    if (
        noun
        or verb.passive
        or verb.tense is Tense.PARTICIPLE
        or (not has_object and is_short_passive(words, clause, lexicon, telegraphic=telegraphic))
    ):
        return f"{no}{adverbs} {head}".strip()
    return f"{adverbs} {present(verb.stem, plural=plural, negated=verb.negated)}".strip()


def _is_done(words: Words, verb: VerbGroup) -> bool:
    """ "May have attacked", unlike "may attack"."""
    return "have" in words.lowers[verb.first + 1 : verb.head]


def present(base: str, *, plural: bool, negated: bool = False) -> str:
    """A verb in the present."""
    if negated:
        return f"{'do' if plural else 'does'} not {base}"
    return base if plural else third_person(base)


def _told_number(words: Words, clause: Clause, verb: VerbGroup, subject: str) -> bool:
    """Whether the subject is many: by the auxiliary where that tells it ("have", "were"), else by the subject."""
    first = clause.subject[0] if clause.subject is not None else 0
    spoken = clause.subject is not None and words.lowers[first] in _SPEAKERS
    if not spoken:
        for lower in words.lowers[verb.first : verb.last]:
            if lower in _NUMBER_OF:
                return _NUMBER_OF[lower]
    return is_plural(subject)


def _adverbs(words: Words, verb: VerbGroup) -> str:
    inner = range(verb.first + 1, verb.head)
    return " ".join(words.word(at) for at in inner if words.tags[at] == "J")


def is_short_passive(words: Words, clause: Clause, lexicon: Lexicon, *, telegraphic: bool = False) -> bool:
    """Whether a bare -ed form without an object is the passive of a verb that always has one: "843 injured"."""
    verb = clause.verb
    assert verb is not None
    bare = verb.last - verb.first == 1 and verb.tense is Tense.PAST and words.tags[verb.head] in "pec"
    after = words.tags[verb.last] if verb.last < clause.last else ""
    clipped = telegraphic and after in ("S", "T")  # "Plan lodged as", "Gate padlocked to keep"
    counted = words.tags[verb.last : clause.last].lstrip("J")[:1] == "#"  # "published nearly 400 pages"
    if not bare or counted or (after not in ("", "P", ".", ",", "t", "C", "J", ";", ")", "-") and not clipped):
        return False
    return telegraphic or lexicon.has("transitive.verbs", verb.stem)


@lru_cache(maxsize=5_000)  # the same few subjects are asked for again and again
def is_plural(subject: str) -> bool:
    """Whether a subject takes a plural verb, by its last word before a preposition.

    >>> is_plural("Korean officials"), is_plural("EU and Japan"), is_plural("head of services"), is_plural("Congress")
    (True, True, False, False)
    >>> is_plural("Half of members"), is_plural("Romans"), is_plural("Schools on islands"), is_plural("Hans")
    (True, True, True, False)
    """
    parts = _PUNCTUATION.sub(" ", subject).split()
    cut = next((at for at, word in enumerate(parts) if at and word in _BEFORE_NOUN), len(parts))
    head = parts[:cut]
    if not head:
        return False
    if cut < len(parts) and parts[cut] == "of" and head[-1].lower() in _OF_MANY | {"number"}:
        return is_plural(" ".join(parts[cut + 1 :])) if head[-1].lower() in {"half", "most", "some", "all"} else True
    if _OF_WHAT.match(" ".join(parts)) is not None or _OF_TWO.match(" ".join(parts)) is not None:
        return True
    if len(head) == 1 and _NATIONS.fullmatch(head[0]):
        return True
    if "and" in head[1:] or head[-1].lower() in _PLURALS or head[0].lower() in {"both", "several", "many"}:
        return True
    if head[0].replace(",", "").isdigit() and head[0] != "1":
        return True
    return _is_plural_noun(head[-1])


def _is_plural_noun(noun: str) -> bool:
    if _PEOPLES.match(noun):
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s", "’s")) and noun == noun.lower()
