"""Which of its senses a verb has: "shares closed at $12" is no closure, "the judge found him guilty" no discovery.

The senses are data (`[[senses]]` in `resources/lexicon`). It must not know dates.
"""

import re
from typing import Final

from dateline.events.clauses import Clause
from dateline.events.lexicon import Lexicon, Sense
from dateline.events.namecues import is_listed
from dateline.events.tagging import Words

_REACH_WORDS: Final = 6  # behind a verb, for the words that tell its sense
_AMOUNT: Final = re.compile(r"[$€£¥]\s?\d|\d\s?(?:%|percent\b|per cent\b|points?\b|cents?\b|francs?\b|yen\b|pounds?\b)")
_ENDS: Final = re.compile("[SRQ;:]")


def sense_kind(words: Words, clause: Clause, phrase: str, lexicon: Lexicon) -> str | None:
    """The kind of event a verb tells by its neighbours; None where they say nothing of it."""
    verb = clause.verb
    assert verb is not None
    senses = (*lexicon.senses.get(phrase, ()), *(lexicon.senses.get(verb.stem, ()) if phrase != verb.stem else ()))
    if not senses:
        return None
    behind = _behind(words, clause)
    return next((sense.kind for sense in senses if _fits(words, clause, behind, sense, lexicon)), None)


def _behind(words: Words, clause: Clause) -> tuple[int, int]:
    """The words behind the verb that can tell its sense."""
    assert clause.verb is not None
    first = clause.verb.last
    last = min(max(clause.last, first), first + _REACH_WORDS)
    end = _ENDS.search(words.tags, first, last)
    return first, end.start() if end is not None else last


def _fits(words: Words, clause: Clause, behind: tuple[int, int], sense: Sense, lexicon: Lexicon) -> bool:
    if sense.amount:
        return behind[0] < behind[1] and _AMOUNT.search(_text(words, *behind)) is not None
    if sense.behind:
        return lexicon.has_any(sense.behind, words.lowers[slice(*behind)])
    if clause.subject is None:
        return False
    first, last = clause.subject
    if sense.place:
        start = first + (words.tags[first] == "D")
        return is_listed(_text(words, start, last), lexicon) if start < last else False
    return lexicon.has_any(sense.subject, words.lowers[first : _head_end(words, first, last)])


def _head_end(words: Words, first: int, last: int) -> int:
    """Where a subject's head ends: before its first preposition but "of"."""
    at = first
    while at < last and (words.tags[at] != "P" or words.lowers[at] == "of") and words.tags[at] not in ",(":
        at += 1
    return at


def _text(words: Words, first: int, last: int) -> str:
    return words.text[words.starts[first] : words.ends[last - 1]].lower()
