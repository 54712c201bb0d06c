"""A clause's verb as headlines have it: "setzte ... aus", "hat ... ausgesetzt" become "setzt ... aus".

Plans, possibilities and passives keep their auxiliary or lose it elsewhere. It must not know dates or the order
of words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.events.brackets import Form, Principal, principal_parts
from dateline.events.fields import Field, Part, Token
from dateline.events.lexicon import Lexicon

# A weak past that no list has: "stellte" is "stellt", "arbeitete" is "arbeitet", "stellten" is "stellen".
_GUESSED_SINGULAR: Final = re.compile(r"(.*[td]e|.*[^aeiouäöülrhmn][mn]e|.*?)te$")
_WEAK: Final = re.compile(r"([a-zäöü]*?)ge([a-zäöüß]{3,})t")
_UNSTRESSED: Final = re.compile(r"(?:be|ver|er|ent|zer|über)[a-zäöüß]{3,}t")
_GUESSED_PLURAL: Final = re.compile(r"(.*?)(e?)ten$")


def in_present(words: Sequence[Token], field: Field, finite: Token, lexicon: Lexicon) -> list[Token]:
    """The words of a title with the finite verb in the present, where the clause tells of the past in the active."""
    if lexicon.has("causatives.past", field.auxiliary):
        lets = "lassen" if field.auxiliary.endswith("en") else "lässt"
        return [replace(word, text=lets) if word is finite else word for word in words]
    parts = principal_parts(field.verb, lexicon.language) if field.verb else None
    if lexicon.has("auxiliaries.have", field.auxiliary):
        parts = parts or _guessed_parts(words, lexicon)
        return _from_perfect(words, finite, parts) if parts is not None and field.form is Form.PARTICIPLE else [*words]
    helps = lexicon.has("auxiliaries.finite", field.auxiliary) or lexicon.has("modals.finite", field.auxiliary)
    if helps or not field.past:
        return [*words]
    present, aside = _simple(finite, parts), field.part in {Part.RELATIVE, Part.SUBORDINATE}
    parted = parts is not None and aside and bool(parts.particle) and finite.lower.startswith(parts.particle)
    if parted and parts is not None:  # "die 1992 dichtmachte": "macht dicht"
        present = present.removeprefix(parts.particle)
    told = [replace(word, text=present) if word is finite else word for word in words]
    return [*told, replace(finite, text=parts.particle)] if parted and parts is not None else told


def _from_perfect(words: Sequence[Token], finite: Token, parts: Principal) -> list[Token]:
    """ "hat den Prozess ausgesetzt" is "setzt den Prozess aus"."""
    if all(word.lower != parts.participle for word in words):
        return [*words]
    present = parts.plural if finite.lower.endswith("n") else parts.singular
    told = list[Token]()
    for word in words:
        if word is finite:
            told.append(replace(word, text=present))
        elif word.lower != parts.participle:
            told.append(word)
        elif parts.particle:
            told.append(replace(word, text=parts.particle))
    return told


def _guessed_parts(words: Sequence[Token], lexicon: Lexicon) -> Principal | None:
    """The parts of a weak verb that no list has, by its participle: "gestimmt", "abgestimmt", "begründet"."""
    participle = words[-1].text if words else ""
    match = _WEAK.fullmatch(participle)
    if match is not None and (not match[1] or lexicon.has("particles.all", match[1])):
        return Principal(match[1], f"{match[2]}t", _plural(match[2]), participle)
    if _UNSTRESSED.fullmatch(participle):
        return Principal("", participle, _plural(participle[:-1].removesuffix("e")), participle)
    return None


def _plural(stem: str) -> str:
    return f"{stem}n" if stem.endswith(("er", "el")) else f"{stem.removesuffix('e')}en"


def _simple(finite: Token, parts: Principal | None) -> str:
    """The present of a simple past; a particle that is written with it stays there."""
    word = finite.text
    if parts is None:
        return _guessed(word)
    form = parts.plural if word.endswith("en") else parts.singular
    return parts.particle + form if parts.particle and finite.lower.startswith(parts.particle) else form


def _guessed(word: str) -> str:
    if match := _GUESSED_PLURAL.fullmatch(word):
        return _plural(match[1])
    match = _GUESSED_SINGULAR.fullmatch(word)
    return f"{match[1]}t" if match is not None else word
