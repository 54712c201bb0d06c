"""The kind of event a clause tells, and the stem by which two mentions of it are known as one.

The words are data (`resources/lexicon`). It must not know dates.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from typing import Final, NamedTuple

from dateline.events.clauses import Clause
from dateline.events.groups import Tense
from dateline.events.lexicon import OTHER_KIND, Lexicon, lexicon_for
from dateline.events.senses import sense_kind
from dateline.events.tagging import Words

_LEAST_COMMON: Final = 4  # letters that a noun and its verb begin with
_NOUN_REACH: Final = 7  # words after a light verb among which its noun is looked for


class Weight(IntEnum):
    """How much an event a verb makes."""

    NONE = 0  # no verb, or one that only frames or describes
    STATE = 1  # "was", "lived": an event only with a date of its own
    DURATIVE = 2  # "worked", "led": likewise
    WEAK = 3  # an unknown verb
    FULL = 4  # a verb of a known kind


class Happening(NamedTuple):
    """What a clause tells: the kind, the stem (base form of verb or noun), its weight, and the word that carries it.

    `noun` is the index of the event's noun where a noun carries it ("held a meeting", "the attack"), or None.
    `projected`: the verb only plans ("is due to open").
    """

    kind: str
    stem: str
    weight: Weight
    noun: int | None = None
    reporting: bool = False
    projected: bool = False


def happening(words: Words, clause: Clause, lexicon: Lexicon) -> Happening:
    """What a clause tells, by its verb; by its noun where the verb is light or there is no verb."""
    verb = clause.verb
    if verb is None:
        return _nominal(words, clause.first, clause.last, lexicon) or Happening(OTHER_KIND, "", Weight.NONE)
    planned = _projected(words, clause, lexicon)
    if planned is not None:
        return planned
    phrase, kind = _verb_phrase(words, clause, lexicon)
    kind = _intended_kind(words, clause, lexicon) or sense_kind(words, clause, phrase, lexicon) or kind
    reporting = lexicon.has("reporting.verbs", verb.stem)
    if verb.copular:
        return _copular(words, clause, lexicon)
    if lexicon.has("light.verbs", phrase) or lexicon.has("light.verbs", verb.stem):
        noun = _light_noun(words, clause, lexicon)
        if noun is not None:
            return noun
    if "_" not in phrase and lexicon.has("stative.verbs", verb.stem):
        return Happening(kind or OTHER_KIND, verb.stem, Weight.STATE, reporting=reporting)
    if "_" not in phrase and lexicon.has("durative.verbs", verb.stem):
        return Happening(kind or OTHER_KIND, verb.stem, Weight.DURATIVE)
    if kind is None:
        subject = _subject_noun(words, clause, lexicon)
        known = subject is not None and not reporting
        return Happening(subject.kind if known and subject else OTHER_KIND, verb.stem, Weight.WEAK, reporting=reporting)
    return Happening(kind, phrase, Weight.FULL, reporting=reporting)


def _projected(words: Words, clause: Clause, lexicon: Lexicon) -> Happening | None:
    """What is only planned: "is due to open" (the infinitive), "is expected in May" (the subject)."""
    verb = clause.verb
    assert verb is not None
    due = verb.copular and "due" in words.lowers[verb.last : verb.last + 2]
    towards = "T" in words.tags[verb.last : verb.last + 2]
    plans = lexicon.has("projecting.planned", verb.stem) and (verb.passive or towards)
    plans = plans or (lexicon.has("projecting.hoped", verb.stem) and towards and verb.tense in _HOPING)
    if not (due or plans) or verb.tense is Tense.PARTICIPLE:
        return None
    infinitive = words.tags.find("T", verb.last, verb.last + 3)
    if infinitive >= 0:
        for at in range(infinitive + 1, min(infinitive + 4, clause.last)):
            if words.tags[at] in "vc":
                stem = words.bases[at]
                return Happening(lexicon.verb_kinds.get(stem, OTHER_KIND), stem, Weight.FULL, projected=True)
    subject = _subject_noun(words, clause, lexicon)
    if subject is not None:
        return Happening(subject.kind, subject.stem, Weight.FULL, subject.noun, projected=True)
    return Happening(OTHER_KIND, verb.stem, Weight.FULL, projected=True)


_HOPING: Final = frozenset({Tense.PRESENT, Tense.PROGRESSIVE})


def subject_event(words: Words, clause: Clause, lexicon: Lexicon) -> Happening | None:
    """The event that a clause's subject names, where it points back to one ("The ballot was organised within
    hours")."""
    if clause.subject is None or not lexicon.has("anaphora.definite", words.lowers[clause.subject[0]]):
        return None
    first, last = clause.subject
    if last - first > 1 and lexicon.has("anaphora.further", words.lowers[first + 1]):
        return None  # "the second attack"
    return _subject_noun(words, clause, lexicon)


def _verb_phrase(words: Words, clause: Clause, lexicon: Lexicon) -> tuple[str, str | None]:
    """The verb, with its particle or object where that makes a phrase of the lexicon ("set_up"), and the kind."""
    verb = clause.verb
    assert verb is not None
    stem = verb.stem
    if stem in lexicon.phrasal:
        for at in range(verb.last, max(min(clause.last, verb.last + 5), min(verb.last + 1, len(words.tags)))):
            for word in (words.lowers[at], words.bases[at]):
                phrase = f"{stem}_{word}"
                if phrase in lexicon.verb_kinds:
                    return phrase, lexicon.verb_kinds[phrase]
    kind = lexicon.verb_kinds.get(stem)
    if kind is None and stem.startswith(("re-", "co-")):
        kind = lexicon.verb_kinds.get(stem[3:])
    if kind is None and stem.startswith("re") and len(stem) > 5:
        kind = lexicon.verb_kinds.get(stem[2:])
    return stem, kind


def _intended_kind(words: Words, clause: Clause, lexicon: Lexicon) -> str | None:
    """The kind of what somebody tries or begins to do."""
    verb = clause.verb
    assert verb is not None
    if not lexicon.has("aspect.verbs", verb.stem) or words.tags[verb.last : verb.last + 2] not in ("Tv", "Tc"):
        return None
    return lexicon.verb_kinds.get(words.bases[verb.last + 1])


def _copular(words: Words, clause: Clause, lexicon: Lexicon) -> Happening:
    """A clause with "to be": what its subject is, where that is an event ("The meeting was short"); else a state."""
    verb = clause.verb
    assert verb is not None
    if clause.subject is not None and words.lowers[clause.subject[1] - 1] == "there":
        there = _nominal(words, verb.last, min(clause.last, verb.last + _NOUN_REACH), lexicon, until="PSRQ")
        return there or Happening(OTHER_KIND, "be", Weight.STATE)
    subject = _subject_noun(words, clause, lexicon)
    if subject is not None:
        return Happening(subject.kind, subject.stem, _off_weight(words, clause), subject.noun)
    told = next((at for at in range(verb.last, clause.last) if words.tags[at] not in "JpX"), clause.last)
    if lexicon.has("predicates.dead", words.lowers[told] if told < clause.last else ""):
        return Happening("death", "die", Weight.DURATIVE)
    return Happening(OTHER_KIND, "be", Weight.STATE)


def _off_weight(words: Words, clause: Clause) -> Weight:
    """ "The visit on 3 May is off" tells that it was called off; with any other word behind "is" it only describes."""
    return Weight.FULL if is_called_off(words, clause) else Weight.STATE


def is_called_off(words: Words, clause: Clause) -> bool:
    """Whether a clause says that something is off."""
    verb = clause.verb
    if verb is None or not verb.copular or words.lowers[verb.last : verb.last + 1] != ["off"]:
        return False
    return words.tags[verb.last + 1 : verb.last + 2] in ("", ".", ",", ";", "C", "S", "-", ")")


def _light_noun(words: Words, clause: Clause, lexicon: Lexicon) -> Happening | None:
    """The event noun that a light verb holds, as its object or, for what takes place, as its subject."""
    verb = clause.verb
    assert verb is not None
    found = None
    if not verb.passive:
        found = _nominal(words, verb.last, min(clause.last, verb.last + _NOUN_REACH), lexicon, until="PSRQ")
    return found or _subject_noun(words, clause, lexicon)


def _subject_noun(words: Words, clause: Clause, lexicon: Lexicon) -> Happening | None:
    """The event noun that heads the subject: the last noun before a preposition."""
    if clause.subject is None:
        return None
    first, last = clause.subject
    return _nominal(words, first, last, lexicon, until="P,(")


def _nominal(words: Words, first: int, last: int, lexicon: Lexicon, until: str = "") -> Happening | None:
    """The last event noun of the first noun phrase between two words."""
    found = None
    for at in range(first, last):
        if words.tags[at] in until and at > first:
            break
        kind = words.nouns.get(at)
        if kind is not None:
            found = Happening(kind, noun_stem(words.lowers[at], lexicon), Weight.FULL, at)
        elif found is not None and words.tags[at] not in "oAz#":
            break
        elif found is not None and words.tags[at] in "oA":
            named = found.noun is not None and words.tags[found.noun] == "A"
            found = None if words.tags[at] == "o" or named else found  # "the attack plan" is a plan
    return found


def event_nouns(words: Words, first: int, last: int, lexicon: Lexicon) -> Iterator[Happening]:
    """Every event noun between two words."""
    for at, kind in words.nouns.items():
        if first <= at < last:
            yield Happening(kind, noun_stem(words.lowers[at], lexicon), Weight.FULL, at)


def noun_stem(noun: str, lexicon: Lexicon) -> str:
    """The verb a noun belongs to ("referral", refer), or the noun itself."""
    return _noun_stem(_singular(noun), lexicon.language) if lexicon.language == "en" else noun


@lru_cache(maxsize=10_000)
def _noun_stem(noun: str, language: str) -> str:
    best, longest = noun, 0
    for verb in _verbs_by_beginning(language).get(noun[:_LEAST_COMMON], ()):
        common = _common_prefix(verb, noun)
        if common > longest and common >= len(verb) - 2:
            best, longest = verb, common
    return best


@cache
def _verbs_by_beginning(language: str) -> Mapping[str, Sequence[str]]:
    """The verbs of one word of a language by their first letters, in the order of its file."""
    found = defaultdict[str, list[str]](list)
    for verb in lexicon_for(language).verb_kinds:
        if "_" not in verb and len(verb) >= _LEAST_COMMON:
            found[verb[:_LEAST_COMMON]].append(verb)
    return dict(found)


def _common_prefix(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
