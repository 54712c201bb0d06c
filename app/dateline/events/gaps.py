"""The object of a relative clause, which stands before it: "a treaty the ministers signed", "the envoy with whom she
met".

Patterns over word classes; it must not know what a verb means, nor how titles are shortened.
"""

from typing import Final, NamedTuple

from dateline.events.clauses import Clause, Role
from dateline.events.lexicon import Lexicon
from dateline.events.subjects import noun_before
from dateline.events.tagging import Words

_PARTICLES: Final = frozenset("up down off out over away back".split())
_OF_TIME: Final = frozenset(
    """day time moment year week month night morning way reason place point minute hour evening case extent fact
    degree""".split()
)  # "the day the war began": not what it began
_ASKING: Final = frozenset("why how what".split())
_FREE: Final = frozenset('.,t;:)"-TSP')  # what may follow a verb whose object stands before it


class Gap(NamedTuple):
    """What stands before a relative clause: the words of the object (first, last exclusive), and the preposition that
    leads to it, or nothing."""

    object: tuple[int, int]
    preposition: str = ""


def gap_of(words: Words, clause: Clause, lexicon: Lexicon) -> Gap | None:
    """What a relative clause has as its object, where it has a subject of its own and nothing behind its verb."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or verb.passive or verb.copular or not verb.tense.is_finite:
        return None
    if subject[0] < clause.first or not _lacks_object(words, verb.last):
        return None
    opens = _opening(words, clause, subject[0])
    if opens is None:
        return None
    led = words.tags[opens] == "P"
    known = noun_before(words, opens, person=words.lowers[subject[0] - 1] == "whom")
    if known is None or words.lowers[known[1] - 1] in _OF_TIME:
        return None
    goes_on = words.tags[verb.last : verb.last + 1] in ("P", "T") and words.tags[verb.last + 1 : verb.last + 2] != "t"
    if (led and goes_on) or (not led and lexicon.has("intransitive.verbs", verb.stem)):
        return None
    return Gap(known, words.lowers[opens] if led else "")


def _opening(words: Words, clause: Clause, subject: int) -> int | None:
    """The first word of a relative clause before its subject: "which", "with whom", or the subject itself."""
    tags, at = words.tags, subject - 1
    if at < 1:
        return None
    if clause.role is Role.RELATIVE and tags[at] in "RQ" and words.lowers[at] not in {"who", "whose"}:
        opens = at - 1 if tags[at - 1] == "P" else at
        return opens if tags[at] == "R" or (tags[at - 1] in "oA" and "it" not in words.lowers[:at]) else None
    if clause.marker or clause.role is Role.REPORTED or tags[at] not in "oA" or tags[subject] not in "DI":
        return None
    if words.lowers[at] in _ASKING:
        return None
    return subject if _hangs_on_verb(words, subject) else None


def _hangs_on_verb(words: Words, subject: int) -> bool:
    """Whether the noun before a contact clause itself follows a verb, with no comma or time between them: what opens a
    sentence only sets the scene ("In Riga the mayor resigned")."""
    tags = words.tags[:subject]
    last_verb = max(map(tags.rfind, "ispecnvWB"))
    between = tags[last_verb + 1 :]
    return last_verb >= 0 and not set(between) & set(',;:tSRQCT-()"') and bool(between)


def _lacks_object(words: Words, at: int) -> bool:
    """Whether nothing that could be an object follows a verb; a preposition left alone there has its own noun gone."""
    tags = words.tags
    while tags[at : at + 1] in ("J", "t"):
        at += 1
    if at >= len(tags):
        return True
    if tags[at] != "P":
        return tags[at] in _FREE
    alone = at + 1 >= len(tags) or tags[at + 1] in ".,;:)"
    return not alone or words.lowers[at] in _PARTICLES
