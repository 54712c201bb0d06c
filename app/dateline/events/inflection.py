"""English verb forms by spelling rules: base form to -s, -ed, -ing and back. It must not know what verbs mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_VOWELS: Final = "aeiou"
_HISSING: Final = ("s", "x", "z", "ch", "sh", "o")


@dataclass(frozen=True, slots=True)
class Irregular:
    """Past and participle of a verb that does not take -ed."""

    past: str
    participle: str


def third_person(base: str) -> str:
    """The form for he, she, it.

    >>> third_person("carry"), third_person("reach"), third_person("meet")
    ('carries', 'reaches', 'meets')
    """
    head, mark, rest = base.partition("-") if base.startswith(("re-", "co-")) else ("", "", base)
    if rest in {"be", "have", "do"}:
        return {"be": "is", "have": "has", "do": "does"}[rest]
    if rest.endswith("y") and rest[-2:-1] not in _VOWELS:
        rest = rest[:-1] + "ies"
    else:
        rest += "es" if rest.endswith(_HISSING) else "s"
    return head + mark + rest


def regular_past(base: str, doubles: bool = False) -> str:
    """The regular past.

    >>> regular_past("create"), regular_past("carry"), regular_past("ban", True)
    ('created', 'carried', 'banned')
    """
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if doubles else "") + "ed"


def ing_form(base: str, doubles: bool = False) -> str:
    """The -ing form.

    >>> ing_form("create"), ing_form("flee"), ing_form("plan", True)
    ('creating', 'fleeing', 'planning')
    """
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if doubles else "") + "ing"


def _doubles(base: str) -> bool:
    """Whether a short verb doubles its last consonant: one vowel between consonants ("ban", "hit")."""
    return (
        len(base) in {3, 4}
        and base[-1] not in _VOWELS + "wxy"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
        and not (len(base) == 4 and base[0] in _VOWELS)
    )


def verb_forms(base: str, irregular: Irregular | None, doubles: bool = False) -> Iterator[tuple[str, str]]:
    """Every form of a verb with its tag (see `lexicon.CLASS_TAGS`)."""
    doubles = doubles or _doubles(base)
    yield third_person(base), "s"
    yield ing_form(base, doubles), "g"
    if irregular is None:
        yield regular_past(base, doubles), "p"
        yield base, "v"
    elif irregular.past == irregular.participle:
        yield irregular.past, "c" if irregular.past == base else "e"
        yield base, "v"
    else:
        yield irregular.past, "i"
        yield irregular.participle, "v" if irregular.participle == base else "n"
        yield base, "v"


def guess_base(form: str) -> str:
    """The base form of an unknown regular past or -ing form, good enough to compare stems and to write a headline.

    >>> guess_base("renegotiated"), guess_base("trimmed"), guess_base("classified"), guess_base("rescheduling")
    ('renegotiate', 'trim', 'classify', 'reschedule')
    """
    if form.endswith("ied"):
        return form[:-3] + "y"
    stem = form[:-2] if form.endswith("ed") else form[:-3]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    soft = stem.endswith(("at", "iz", "is", "ut", "ul", "v", "c", "g", "u", "ur", "as", "os", "us", "ak"))
    soft = soft or (stem.endswith(("id", "ir", "in")) and stem[-3:-2] not in _VOWELS)
    cluster = len(stem) > 2 and stem[-1] in "lr" and stem[-2] not in _VOWELS + "lr"
    return stem + "e" if soft or cluster else stem
