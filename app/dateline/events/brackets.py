"""Verb forms of a language whose verbs stand in a bracket: "kündigte ... an", "hat ... gestoppt".

The verbs come from the language's file; the forms are made here by rule. It must not know sentences or dates.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from dateline.events.lexicon import lexicon_for

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
    "attribution.verbs",
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


@lru_cache(maxsize=50_000)  # the same words come again and again
def readings_of(word: str, language: str) -> tuple[VerbForm, ...]:
    """The readings of a word in small letters as a form of a known verb, with a particle written before it or parted
    from it; nothing where it is none."""
    known, particles = _base_forms(language), lexicon_for(language).lists.get("particles.all", frozenset())
    found = dict[VerbForm, None]()
    for form, base, past in known.get(word, ()):
        if form is Form.FINITE:
            parted = sorted(_particles_of(language).get(base, ()))
            found |= dict.fromkeys(VerbForm(form, f"{particle}|{base}", particle, past) for particle in parted)
        found[VerbForm(form, base, past=past)] = None
    for particle in _heads(word, particles):
        rest = word[len(particle) :]
        for form, base, past in known.get(rest, ()):
            found[VerbForm(form, f"{particle}|{base}", past=past)] = None
        for form, base, _ in known.get(rest[2:], ()) if rest.startswith("zu") else ():
            if form is Form.INFINITIVE:
                found[VerbForm(Form.TO_INFINITIVE, f"{particle}|{base}")] = None
    return tuple(sorted(found, key=lambda reading: (reading.verb not in _verbs(language), reading.verb, reading.form)))


def _heads(word: str, particles: Iterable[str]) -> list[str]:
    """The particles with which a word begins."""
    return [particle for particle in particles if word.startswith(particle) and len(word) > len(particle) + 2]


@cache
def _base_forms(language: str) -> Mapping[str, tuple[tuple[Form, str, bool], ...]]:
    """The forms of every verb without its particle: what they are, the infinitive, whether they are of the past."""
    strong = _strong(language)
    found: dict[str, list[tuple[Form, str, bool]]] = defaultdict(list)
    for base in sorted({verb.rpartition("|")[2] for verb in _verbs(language)} | _particles_of(language).keys()):
        finite, participle = _principal(base, strong)
        for index, word in enumerate(finite):
            found[word].append((Form.FINITE, base, index < _PAST_FORMS))
        found[participle].append((Form.PARTICIPLE, base, False))
        found[base].append((Form.INFINITIVE, base, False))
    return {word: tuple(dict.fromkeys(readings)) for word, readings in found.items()}


@cache
def _particles_of(language: str) -> Mapping[str, frozenset[str]]:
    """The particles that may part from a verb."""
    lists = lexicon_for(language).lists
    particles, bases = lists.get("particles.all", frozenset()), lists.get("particles.bases", frozenset())
    found: dict[str, set[str]] = defaultdict(set, {base: set(particles) for base in bases})
    for verb in _verbs(language):
        particle, _, base = verb.rpartition("|")
        if particle:
            found[base].add(particle)
    return {base: frozenset(known) for base, known in found.items()}


@dataclass(frozen=True, slots=True)
class Principal:
    """The forms of a verb that a headline needs: its particle, the third person of the present, and the participle
    with its particle."""

    particle: str
    singular: str
    plural: str
    participle: str


@lru_cache(maxsize=10_000)
def principal_parts(verb: str, language: str) -> Principal:
    """The parts of a verb as a language's file writes it ("an|kündigen")."""
    particle, _, base = verb.rpartition("|")
    finite, participle = _principal(base, _strong(language))
    return Principal(particle, finite[_PAST_FORMS], finite[_PAST_FORMS + 1], particle + participle)


@cache
def _strong(language: str) -> Mapping[str, list[str]]:
    """The forms of every strong verb that the file names."""
    entries = lexicon_for(language).lists.get("strong.forms", ())
    return {entry.split(":")[0]: entry.split(":") for entry in entries}


@cache
def _verbs(language: str) -> frozenset[str]:
    """All verbs a language's file names."""
    lexicon = lexicon_for(language)
    listed = (lexicon.lists.get(name, frozenset()) for name in _VERB_LISTS)
    return frozenset(lexicon.verb_kinds).union(*listed, _strong(language))


def _with_prefix(base: str, strong: Mapping[str, list[str]]) -> list[str] | None:
    """The forms of a strong verb behind a prefix that never parts: "erkennen" by "kennen".

    >>> _with_prefix("verklingen", {"klingen": ["klingen", "klang", "geklungen"]})
    ['verklingen', 'verklang', 'verklungen']
    """
    prefix = next((prefix for prefix in _UNSTRESSED if base.startswith(prefix) and base[len(prefix) :] in strong), None)
    if prefix is None:
        return None
    infinitive, past, participle, *present = strong[base[len(prefix) :]]
    return [
        prefix + infinitive,
        prefix + past,
        prefix + participle.removeprefix("ge"),
        *(prefix + one for one in present),
    ]


def _principal(base: str, strong: Mapping[str, list[str]]) -> tuple[tuple[str, ...], str]:
    """The finite forms of the third person, first those of the past, and the participle.

    >>> _principal("eröffnen", {})
    (('eröffnete', 'eröffneten', 'eröffnet', 'eröffnen'), 'eröffnet')
    >>> _principal("nehmen", {"nehmen": ["nehmen", "nahm", "genommen", "nimmt"]})
    (('nahm', 'nahmen', 'nimmt', 'nehmen'), 'genommen')
    """
    stem = base[:-2] if base.endswith("en") else base[:-1]
    link = "e" if _LINKED.search(stem) else ""
    known = strong.get(base) or _with_prefix(base, strong)
    if known is not None:
        past = known[1]
        present = known[3] if len(known) > 3 else f"{stem}{link}t"
        return (past, past + ("n" if past.endswith("e") else "en"), present, base), known[2]
    past = f"{stem}{link}te"
    prefix = "" if base.startswith(_UNSTRESSED) or base.endswith("ieren") else "ge"
    return (past, f"{past}n", f"{stem}{link}t", base), f"{prefix}{stem}{link}t"
