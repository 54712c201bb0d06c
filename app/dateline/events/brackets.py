"""Verb forms of a language whose verbs stand in a bracket: "kündigte ... an", "hat ... gestoppt".

The verbs come from the language's file; the forms are made here by rule. It must not know sentences or dates.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from dateline.events.lexicon import Lexicon, lexicon_for

_UNSTRESSED: Final = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "über", "unter", "wider", "hinter")
_LINKED: Final = re.compile(r"(?:[td]|[^aeiouäöülrhmn][mn])$")  # "arbeit-e-te", "eröffn-e-te"

_VERB_LISTS: Final = (
    "light.verbs",
    "stative.verbs",
    "projecting.planned",
    "projecting.scheduled",
    "projecting.cancelled",
    "reporting.verbs",
    "weak.bases",
)
_PAST_FORMS: Final = 2  # of the finite forms the first ones


class Form(StrEnum):
    """What a form of a verb can be."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    TO_INFINITIVE = "to-infinitive"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a word as a verb: its form, its verb as the language's file writes it ("an|kündigen"), and the
    particle that must close the clause. `past`: a finite form of the simple past."""

    form: Form
    verb: str
    particle: str = ""
    past: bool = False


@cache
def verb_readings(language: str) -> Mapping[str, tuple[VerbForm, ...]]:
    """Every known form of a language's verbs with its readings."""
    lexicon = lexicon_for(language)
    strong = {entry.split(":")[0]: entry.split(":") for entry in lexicon.lists.get("strong.forms", ())}
    found: dict[str, list[VerbForm]] = defaultdict(list)
    for verb in sorted(_verbs(lexicon)):
        for word, reading in _forms(verb, strong):
            if reading not in found[word]:
                found[word].append(reading)
    return {word: tuple(readings) for word, readings in found.items()}


@dataclass(frozen=True, slots=True)
class Principal:
    """The forms of a verb that a headline needs: its particle, the third person of the present, and the participle
    with its particle."""

    particle: str
    singular: str
    plural: str
    participle: str


@cache
def principal_parts(language: str) -> Mapping[str, Principal]:
    """The parts of every verb that a language's file names, by the verb as it is written there."""
    lexicon = lexicon_for(language)
    strong = {entry.split(":")[0]: entry.split(":") for entry in lexicon.lists.get("strong.forms", ())}
    parts = dict[str, Principal]()
    for verb in _verbs(lexicon):
        particle, _, base = verb.rpartition("|")
        finite, participle = _principal(base, strong)
        parts[verb] = Principal(particle, finite[_PAST_FORMS], finite[_PAST_FORMS + 1], particle + participle)
    return parts


def _verbs(lexicon: Lexicon) -> set[str]:
    """All verbs a language's file names."""
    lists = lexicon.lists
    verbs = set(lexicon.verb_kinds)
    for name in _VERB_LISTS:
        verbs |= lists.get(name, frozenset())
    verbs |= {entry.split(":")[0] for entry in lists.get("strong.forms", ())}
    particles, bases = lists.get("particles.all", frozenset()), lists.get("particles.bases", frozenset())
    return verbs | {f"{particle}|{base}" for particle in particles for base in bases}


def _forms(verb: str, strong: Mapping[str, list[str]]) -> Iterator[tuple[str, VerbForm]]:
    particle, _, base = verb.rpartition("|")
    finite, participle = _principal(base, strong)
    for index, word in enumerate(finite):
        yield word, VerbForm(Form.FINITE, verb, particle, past=index < _PAST_FORMS)
        if particle:
            yield particle + word, VerbForm(Form.FINITE, verb, past=index < _PAST_FORMS)
    yield particle + participle, VerbForm(Form.PARTICIPLE, verb)
    yield particle + base, VerbForm(Form.INFINITIVE, verb)
    if particle:
        yield f"{particle}zu{base}", VerbForm(Form.TO_INFINITIVE, verb)


def _principal(base: str, strong: Mapping[str, list[str]]) -> tuple[tuple[str, ...], str]:
    """The finite forms of the third person, first those of the past, and the participle.

    >>> _principal("eröffnen", {})
    (('eröffnete', 'eröffneten', 'eröffnet', 'eröffnen'), 'eröffnet')
    >>> _principal("nehmen", {"nehmen": ["nehmen", "nahm", "genommen", "nimmt"]})
    (('nahm', 'nahmen', 'nimmt', 'nehmen'), 'genommen')
    """
    stem = base[:-2] if base.endswith("en") else base[:-1]
    link = "e" if _LINKED.search(stem) else ""
    known = strong.get(base)
    if known is not None:
        past = known[1]
        present = known[3] if len(known) > 3 else f"{stem}{link}t"
        return (past, past + ("n" if past.endswith("e") else "en"), present, base), known[2]
    past = f"{stem}{link}te"
    prefix = "" if base.startswith(_UNSTRESSED) or base.endswith("ieren") else "ge"
    return (past, f"{past}n", f"{stem}{link}t", base), f"{prefix}{stem}{link}t"
