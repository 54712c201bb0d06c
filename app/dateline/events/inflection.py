"""English verb forms by spelling rules: base form to -s, -ed, -ing and back. It must not know what verbs mean."""

import re
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
    """The base form of an unknown regular past or -ing form, by the rules under which English writes a silent e.

    >>> guess_base("renegotiated"), guess_base("trimmed"), guess_base("classified"), guess_base("rescheduling")
    ('renegotiate', 'trim', 'classify', 'reschedule')
    >>> guess_base("compiled"), guess_base("visited"), guess_base("agreed"), guess_base("shouted"), guess_base("died")
    ('compile', 'visit', 'agree', 'shout', 'die')
    """
    if form.endswith("ied"):
        return form[:-1] if len(form) < 5 else form[:-3] + "y"
    if form.endswith("eed"):
        return form[:-1]
    stem = form[:-2] if form.endswith("ed") else form[:-3]
    if len(stem) > 3 and stem[-1] == stem[-2]:
        return stem[:-1] if stem[-1] not in "lsfz" or _DOUBLED_L.search(stem) else stem
    spelled = stem.replace("qu", "qw")  # the u of "require" is no vowel of its own
    return stem + "e" if _ONE_SYLLABLE.fullmatch(spelled) or _SILENT_E.search(spelled) else stem


_DOUBLED_L: Final = re.compile(r"[aeiouy][a-z]*[^aeiouy][eo]ll$")  # "compelled", not "spelled"
_ONE_SYLLABLE: Final = re.compile(r"[^aeiouy]*[aeiouy][^aeiouwxy]")  # "filed": without an e it would be "filled"
_SILENT_E: Final = re.compile(
    r"""(?:
        [cvu] | [^z]z | yz | (?:[rnplw]|[aeiou])s(?<!focus)(?<!canvas) | [^n]g | [aeu]ng | [fc]ring
        | [^aeiouwlr]l | [^aeiourlwh]r                                                        # "handle", "centre"
        | [^aeiou](?:[aiuo]d | am | um | ap | ib | at | ul | il(?<!cil) | ir | ar | [aiou]k | in | ur | ut)
        | [iu]at | uad | ced | supersed | com | [nr]ven | tpon | lor(?<!color)(?<!tailor) | gnor | stor | plor
        | plet | delet | ompet | cret | unit | gnit | vit | cit(?<!licit) | pedit | radit | [md]ot | devot
        | hal | sol | jol | concil | sphem | terfer | adher | ersever | reath | creat | [mn]eat | cloth | sooth
    )$""",
    re.VERBOSE,
)
