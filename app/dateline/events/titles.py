"""Titles in headline style: subject, verb in the present, object; without the date, the reporting frame and the
articles.

It must not know why an event has its date.
"""

import re
from typing import Final

from dateline.events.clauses import Clause
from dateline.events.groups import Tense
from dateline.events.inflection import third_person
from dateline.events.lexicon import Lexicon
from dateline.events.tagging import Words

LONGEST_TITLE: Final = 60
_DROPPED: Final = frozenset({"a", "an", "the"})
_SPACED: Final = re.compile(r"\s+([,.;:!?)%])|([(])\s+")
_LEADING: Final = frozenset("of by and or but that which who to as than also".split())
_HANGING: Final = frozenset(
    """a an the of in on at by for from with to into over under about against between among and or but nor who which
    that whose as than its his her their our my your is was were are be been has have had will would not also when
    where while after before since until during per via including such very more most some any""".split()
)


def clause_title(words: Words, clause: Clause, subject: str, lexicon: Lexicon) -> str:
    """The title of a clause with a verb. `subject` is how the subject is called, or empty to leave it out."""
    verb = clause.verb
    if verb is None:
        return phrase_title(words, clause.first, clause.last)
    head = _headline_verb(words, clause, subject, lexicon)
    rest = _words_between(words, verb.last, clause.last)
    return shortened(f"{subject} {head} {rest}")


def phrase_title(words: Words, first: int, last: int) -> str:
    """The title of a noun phrase."""
    return shortened(_words_between(words, first, last))


def subject_title(words: Words, first: int, last: int) -> str:
    """How a subject is called in a title: without articles, without what stands between commas or in brackets."""
    kept, skipping = list[int](), False
    for at in range(first, last):
        tag = words.tags[at]
        if tag in ",(":
            rest = words.tags[at + 1 : last]
            skipping = not rest.startswith("C") if tag == "," else True
            if skipping and tag == "," and "," not in rest and "C" in rest:
                skipping = False  # the last comma of a list
            continue
        if tag == ")":
            skipping = False
            continue
        if tag in "RQ":
            break
        if not skipping:
            kept.append(at)
    return _joined(words, kept)


def _words_between(words: Words, first: int, last: int) -> str:
    """The words of a stretch for a title: time expressions and what leads to them, brackets and articles are left
    out."""
    kept, depth = list[int](), 0
    for at in range(first, last):
        tag = words.tags[at]
        depth += (tag == "(") - (tag == ")")
        if tag == "t":
            while kept and words.tags[kept[-1]] in "PDJS,":
                kept.pop()
            continue
        if depth > 0 or tag in '()"':
            continue
        if tag == ";" or (tag == "," and _ends_statement(words, at, last)):
            break
        kept.append(at)
    return _joined(words, kept)


def _ends_statement(words: Words, at: int, last: int) -> bool:
    """Whether what follows a comma only adds to what was said (", who ...", ", a spokesman ...")."""
    rest = words.tags[at + 1 : last]
    return bool(re.match(r"[RSDgpnTQ]|P", rest)) and not re.match(r"[oA#D]+,?C", rest)


def _joined(words: Words, indexes: list[int]) -> str:
    text, previous = "", -1
    for at in indexes:
        if words.lowers[at] in _DROPPED:
            continue
        glued = previous >= 0 and previous == at - 1 and words.ends[previous] == words.starts[at]
        text += ("" if glued or not text else " ") + words.word(at)
        previous = at
    return _SPACED.sub(r"\1\2", text)


def _headline_verb(words: Words, clause: Clause, subject: str, lexicon: Lexicon) -> str:
    """The verb group as a headline has it: present for what happened, participle for the passive, "to" for what is
    planned."""
    verb = clause.verb
    assert verb is not None
    if lexicon.language != "en":
        return " ".join(words.word(at) for at in range(verb.first, verb.last))
    head = words.word(verb.head).lower()
    adverbs = " ".join(
        words.word(at) for at in range(verb.first, verb.head) if words.tags[at] == "J" and at > verb.first
    )
    no = "not " if verb.negated else ""
    if verb.copular:
        return {Tense.FUTURE: f"{no}to be", Tense.MODAL: f"{verb.modal} {no}be"}.get(
            verb.tense, "is" if not no else "is not"
        )
    if verb.tense is Tense.FUTURE:
        return f"{no}to {'be ' if verb.passive else ''}{head}"
    if verb.tense is Tense.MODAL:
        return f"{verb.modal} {no}{'be ' if verb.passive else ''}{head}"
    if verb.passive or verb.tense in {Tense.PARTICIPLE, Tense.GERUND, Tense.PROGRESSIVE}:
        return f"{no}{adverbs} {head}".strip()
    plural = is_plural(subject)
    base = verb.stem
    present = base if plural else third_person(base)
    if verb.negated:
        present = f"does not {base}" if not plural else f"do not {base}"
    return f"{adverbs} {present}".strip()


def is_plural(subject: str) -> bool:
    """Whether a subject takes a plural verb, by its last word before a preposition.

    >>> is_plural("Korean officials"), is_plural("EU and Japan"), is_plural("head of services"), is_plural("Congress")
    (True, True, False, False)
    """
    words = subject.split()
    if "and" in words[1:]:
        return True
    head = next(
        (words[at - 1] for at, word in enumerate(words) if at and word in {"of", "in", "on", "with", "from", "for"}), ""
    )
    head = head or (words[-1] if words else "")
    low = head.lower()
    if low in {"people", "police", "they", "we", "men", "women", "children", "firefighters"}:
        return True
    if words and words[0].isdigit() and words[0] != "1":
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s")) and head == low


def shortened(title: str) -> str:
    """A title of at most 60 characters, ending at a word, with a capital first letter."""
    title = re.sub(r"\s+", " ", title).strip(" ,;:-–—.\"'“”")
    if len(title) > LONGEST_TITLE:
        title = title[: LONGEST_TITLE + 1]
        title = title[: title.rfind(" ")] if " " in title[20:] else title[:LONGEST_TITLE]
    parts = title.split(" ")
    while len(parts) > 2 and parts[0].lower() in _LEADING:
        parts.pop(0)
    while len(parts) > 2 and (parts[-1].lower().strip(",") in _HANGING or not re.search(r"\w", parts[-1])):
        parts.pop()
    title = " ".join(parts).strip(" ,;:-–—.\"'“”")
    return title[:1].upper() + title[1:]
