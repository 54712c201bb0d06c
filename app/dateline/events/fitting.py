"""How a title that is too long becomes shorter: a shorter name for who did it, fewer phrases behind the verb, and no
word at its end that leads nowhere.

It knows words as they are written only, neither clauses nor word classes.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.events.titlewords import PARTICLES, spaced

LONGEST_TITLE: Final = 60
_ENDS: Final = " ,;:-–—.\"'“”`*"
_LEADING: Final = frozenset(
    "of by and or but that which who to as than also so then when while where because although".split()
)
_HANGING: Final = frozenset(
    """a an the of in on at by for from with to into over under about against between among and or but nor who which
    that whose as than its his her their our my your is was were are be been has have had will would not also when
    where while after before since until during per via including such very more most some any here there whether if
    how""".split()
)
_LINKING: Final = frozenset("of in on from for at with by to near".split())
_ADDING: Final = _LINKING - {"to"} | frozenset("between under over into after".split())
_OWNER_ALONE: Final = re.compile(r"(?: \S+(?:['’]s|s['’]))+$")  # of which a cut has taken what is owned
_INITIALS: Final = re.compile(r"(?:^| )(?:[A-Z]\.)+[A-Z]$")  # "N.J" has lost its last stop
_NO_PURPOSE: Final = re.compile(r" in order$")
_SAYING: Final = re.compile(r"[\w%]")
_SEVERAL: Final = re.compile(r", | and | or ")
LINKED: Final = re.compile(r" (?:of|in|on|from|for|at|with|to|near) ")
_OF_WHERE: Final = re.compile(r"(?<=[a-z]) of [A-Z]\S*(?: [A-Z]\S*)*")  # "Kings Olav of Varland and Jon of Linden"
_PARTED: Final = re.compile(r"(?i:\b(?:between|both)\b)|(?:ish|ese|an|French)$")  # begins no list of doers
_ADVERB: Final = re.compile(r"[a-z]{3,}ly")
_OFFICE: Final = re.compile(
    r"(?:(?!(?:of|and|or|in|on|for|from|with|to|by|near|at) )\S+ )*?"
    r"(?:[a-z-]+(?:er|or|ist|man|woman|ant|ian|yst|ent|ary|ive)|President|Minister|Secretary|Director|Chancellor) "
    r"((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+)"
)
_OFFICES: Final = re.compile(  # "Former boxer and Olympic medallist Ada Lovell": no name stands before the last
    r"\w[a-z-]+ (?:(?:[a-z-]+|[A-Z][a-z]+(?= [a-z])) )*[a-z-]*(?:er|or|ist|man|woman|ant|ian|yst|ent|ary|ive) "
    r"((?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+)"
)


def shortened(title: str) -> str:
    """A title of at most 60 characters, ending at a word, with a capital first letter."""
    title = spaced(title).strip(_ENDS)
    cut = len(title) > LONGEST_TITLE
    if cut:
        title = title[: LONGEST_TITLE + 1]
        title = title[: title.rfind(" ")] if " " in title[20:] else title[:LONGEST_TITLE]
        title = _OWNER_ALONE.sub("", title)
    title = _NO_PURPOSE.sub("", title)
    parts, hanging = title.split(" "), _HANGING if cut else _HANGING - PARTICLES
    while len(parts) > 2 and parts[0].lower() in _LEADING:
        parts.pop(0)
    while len(parts) > 2 and (parts[-1].lower().strip(",") in hanging or not _SAYING.search(parts[-1])):
        parts.pop()
    title = " ".join(parts).strip(_ENDS)
    if _INITIALS.search(title) and len(title) < LONGEST_TITLE:
        title += "."
    return title[:1].upper() + title[1:]


def fitted(subject: str, verb: str, parts: Sequence[str]) -> str:
    """The longest beginning of a statement that is short enough, with a shorter subject if the object needs it."""
    bare = bare_name(subject)
    if bare != subject and len(" ".join((subject, verb, *parts))) > LONGEST_TITLE:
        subject = bare
    cut = ""
    for called in shorter_subjects(subject):
        brief = _statement(called, verb, *parts[1:2])
        if (
            len(parts) > 1
            and _ADVERB.fullmatch(parts[0])
            and _fits(brief)
            and not _fits(_statement(called, verb, *parts[:2]))
        ):
            return brief  # "votes to make the province free" rather than "votes overwhelmingly"
        for count in range(len(parts), (1 if parts else 0) - 1, -1):
            title = _statement(called, verb, *parts[:count])
            if len(spaced(title).strip(_ENDS)) <= LONGEST_TITLE:
                return title
        cut = cut or title
    fitting = (title for title in _last_resorts(subject, verb, parts[0] if parts else "") if _fits(title))
    return next(fitting, cut)


def _last_resorts(subject: str, verb: str, first: str) -> Iterator[str]:
    """Statements with less and less of the object or the subject, the best one first."""
    for called in reversed(list(shorter_subjects(subject))):
        yield from (_statement(called, verb, narrowed) for narrowed in _narrowed(first))
    if " and " in subject:
        without_places = _OF_WHERE.sub("", subject)
        yield from (_statement(without_places, verb, narrowed) for narrowed in (first, *_narrowed(first)))
    for called in _last_words(list(shorter_subjects(subject))[-1]):
        yield _statement(called, verb, first)
    if first.split(" ", maxsplit=1)[0] in _ADDING:
        yield _statement(subject, verb)
    head = _SEVERAL.split(subject)[0]
    if head != subject and _PARTED.search(head) is None:
        called = f"{bare_name(head)} and others"  # rather than a list without its verb
        yield from (_statement(called, verb, told) for told in (first, *_narrowed(first), ""))


def _statement(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _fits(title: str) -> bool:
    return len(spaced(title)) <= LONGEST_TITLE


def _last_words(subject: str) -> Iterator[str]:
    """A common noun without the names before it: "Lands Foundation-operated yellow submarines"."""
    parts = subject.split(" ")
    at = next((at for at, word in enumerate(parts) if word[:1].islower() and "-" not in word), 0)
    if at and not _SEVERAL.search(subject) and parts[-1][:1].islower():
        yield " ".join(parts[at:])


def bare_name(subject: str) -> str:
    """A person's name without the office before it: "former prime minister Ada Lovell"."""
    match = _OFFICE.fullmatch(subject) or _OFFICES.fullmatch(subject)
    return match[1] if match is not None else subject


def shorter_subjects(subject: str) -> Iterator[str]:
    """A subject, then without its later phrases."""
    yield subject
    parts = subject.split(" ")
    cut = [at for at, word in enumerate(parts) if at and word in _LINKING and not _is_of_a_name(parts, at)]
    if cut and "and" in parts[cut[0] :] and all(map(LINKED.search, subject.split(" and "))):
        yield " and ".join(LINKED.split(one)[0] for one in subject.split(" and "))
    for at in reversed(cut):
        yield " ".join(parts[:at])


def _is_of_a_name(parts: Sequence[str], at: int) -> bool:
    """Whether "of" stands within a name: "Ministry of Health"."""
    capital = at > 1 or parts[0][:1].isupper()
    named = at + 1 < len(parts) and parts[at + 1][:1].isupper()
    return parts[at] == "of" and capital and parts[at - 1][:1].isupper() and named


def _narrowed(text: str) -> Iterator[str]:
    """A noun phrase with fewer and fewer of the words before its noun."""
    parts = text.split(" ")
    if parts[0].endswith("ing"):
        return
    lead = parts[:1] if parts[0] in _LINKING or parts[0] in PARTICLES else []
    linked = next((at for at in range(len(lead) + 1, len(parts)) if parts[at] in _LINKING), len(parts))
    for at in range(len(lead) + 1, min(linked - 1, 6) + 1):
        if parts[0] != "to" and at < len(parts):
            yield " ".join((*lead, *parts[at:]))
