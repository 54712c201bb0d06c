"""Which words of a sentence go into a title, and where a title that is too long may end.

Left out are time expressions with what leads to them, brackets, quotation marks, articles, and what only adds to a
statement. It must not know verbs' meanings, subjects or why an event has its date.
"""

import re
from collections.abc import Sequence
from typing import Final

from dateline.events.tagging import Words

PARTICLES: Final = frozenset(
    "up over off out on in down away back through around about along apart together ahead forth aside by".split()
)
"""What can stand behind a verb without a noun: "takes over"."""

_NEVER_OF_TIME: Final = frozenset({"up", "off", "out", "away", "down", "back"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
_BRACKETS: Final = {"(": 1, "[": 1, ")": -1, "]": -1}  # by how much each opens
_QUOTES: Final = frozenset("`'’")
_SEAT: Final = re.compile(r"DA+,A+\.?,(?=o)")
_ADJECTIVES: Final = re.compile(r"o,oo+(?=[P.,;t]|$)")
_LISTED: Final = re.compile(r"[oA#DzJ]+(?:,[oA#DzJ]+)*,?C")
_LOOSE_SPACE: Final = re.compile(r" (?:(?=[,.;:!?)%])|(?<=\( ))")
_AFTER_TIMES: Final = re.compile(r"(?:local time|or (?:later|earlier|so)|onwards?|alone|at the (?:la|earli)est)\b")
_LEADING_ADVERBS: Final = frozenset(
    """early late mid only just almost nearly shortly soon exactly already roughly sometime as about around later
    earlier""".split()
)
_WEAK_ADVERBS: Final = frozenset(
    """also then however just still now so too very more most only yet already instead therefore thus reportedly
    allegedly meanwhile almost nearly about around early earlier later ever always often""".split()
)
_HARMING: Final = frozenset("kill injure wound destroy leave".split())
_CHUNK: Final = frozenset("PCSRTQ,:-BWFMKkhd")
_ATTRIBUTED: Final = frozenset({"including", "according"})


def kept_words(words: Words, first: int, last: int, *, aside_ends: bool = True) -> list[int]:
    """The words of a stretch for a title, in order. `aside_ends`: stop where what follows only adds."""
    kept, depth, at = list[int](), 0, first
    while at < last:
        tag, word = words.tags[at], words.lowers[at]
        if word in _BRACKETS:
            depth = max(0, depth + _BRACKETS[word])
        if tag == "t" and not depth:
            at = _after_time(words, kept, at, first, last)
            continue
        if not kept and tag in ":-":
            at += 1  # behind the date of a row
            continue
        if aside_ends and not depth and at > first and _ends(words, at, last):
            break
        if tag == "D" and not depth and (seat := _SEAT.match(words.tags, at, last)) is not None:
            at = seat.end()  # "a Linden, Varland, doctor"
            continue
        if not depth and tag not in '()"' and word != "]" and not (tag == "." and word in _QUOTES):
            kept.append(at)
        at += 1
    return kept


def without_loose_end(words: Words, kept: Sequence[int], head: int | None = None) -> list[int]:
    """The words without the small words that lead nowhere at their end; a particle stays behind its verb `head`."""
    found = list(kept)
    while found and words.tags[found[-1]] in "PDCSRTQJ,-:;.BWFMKkhdE":
        at = found[-1]
        if words.tags[at] == "J" and words.lowers[at] not in _WEAK_ADVERBS:
            break
        if words.lowers[at] in PARTICLES and head is not None and _is_particle(words, at, head):
            break
        if words.tags[at] == "." and words.lowers[at] == "%":
            break
        found.pop()
    return _without_loose_adjective(words, found)


def _is_particle(words: Words, at: int, head: int) -> bool:
    """Whether a word is its verb's own rather than a preposition of which the noun has gone: "voted on whether"."""
    return _is_by_verb(words, at, head) and words.lowers[at + 1 : at + 2] not in _ASKED


def _is_by_verb(words: Words, particle: int, head: int) -> bool:
    """Whether a particle stands behind its verb, a pronoun between them at most: "called it off"."""
    return particle == head + 1 or (particle == head + 2 and words.tags[particle - 1] == "I")


def _without_loose_adjective(words: Words, kept: list[int]) -> list[int]:
    """The words without a phrase of which only the adjective is left: "of a heavily wooded"."""
    if len(kept) < 3 or words.tags[kept[-1]] != "p" or words.tags[kept[-2]] not in "JD":
        return kept
    opens = next((at for at in range(len(kept) - 2, 0, -1) if words.tags[kept[at]] == "P"), 0)
    return kept[:opens] if 0 < opens >= len(kept) - 4 else kept


def joined(words: Words, indexes: Sequence[int]) -> str:
    """The words as one string, without articles; what the text writes together stays together."""
    text, previous = "", -1
    for at in indexes:
        if words.lowers[at] in _ARTICLES and words.tags[at] == "D":
            continue
        glued = previous >= 0 and previous == at - 1 and words.ends[previous] == words.starts[at]
        text += ("" if glued or not text else " ") + words.word(at)
        previous = at
    return text.strip()


def spaced(title: str) -> str:
    """A title with single spaces, none before a comma or at its ends."""
    return _LOOSE_SPACE.sub("", " ".join(title.split()))


def chunks(words: Words, kept: Sequence[int]) -> list[list[int]]:
    """The words in parts after each of which a title may end: before prepositions, conjunctions and further verbs."""
    found = list[list[int]]([[]])
    for position, at in enumerate(kept):
        opens = words.tags[at] in _CHUNK or (words.tags[at] in "gpe" and position > 0 and _trails(words, at))
        opens = opens and not _belongs(words, at, found[-1])
        if opens and found[-1] and words.tags[kept[position - 1]] not in "PCSRTQ,Dz#":
            found.append([])
        found[-1].append(at)
    return [chunk for chunk in found if chunk]


def _belongs(words: Words, at: int, before: Sequence[int]) -> bool:
    """Whether a phrase would say nothing without what comes: "between Riga and", "a total of", "the Turkish and"."""
    lower = words.lowers[at]
    if lower == "of":
        return words.lowers[at - 1] in _MEASURES
    if words.tags[at] == "s":
        return at in words.nouns and words.tags[at - 1] in "oA"  # "peace talks"
    if words.tags[at] != "C":
        return False
    pair = _PAIR_OF_NAMES.match(words.tags, at - 1) is not None and words.tags[at - 2 : at - 1] != "A"
    return pair or (bool(before) and words.lowers[before[0]] == "between")


_ASKED: Final = (["whether"], ["how"], ["what"], ["which"], ["who"], ["whom"], ["why"], ["where"])
_MEASURES: Final = frozenset(
    """total number series group majority string handful dozen dozens hundreds thousands millions part pair
    couple quarter third percent %""".split()
)
_PAIR_OF_NAMES: Final = re.compile("ACAo")


def _trails(words: Words, at: int) -> bool:
    """Whether a participle comes behind its noun: "a report blaming", "tools made"."""
    after = words.tags[at + 1] if at + 1 < len(words.tags) else ""
    return words.tags[at - 1] in "oAzst" and after in 'PDTt,JAI#"'


def _after_time(words: Words, kept: list[int], at: int, first: int, last: int) -> int:
    """The first word behind a time expression; what leads to the expression is taken back."""
    end = at
    while end < last and words.tags[end] == "t":
        end += 1
    if words.lowers[end : end + 1] == ["time"] and words.lowers[end - 1] == "second":
        return end + 1  # "a second time"
    if end < last and words.tags[end] == "z":  # "at Saturday night's debate"
        return end + 1
    after = words.tags[end] if end < last and _after_addition(words, end, last) == end else ""
    before = words.tags[kept[-1]] if kept and kept[-1] == at - 1 else ""
    if after in ("o", "g", "A", "#") and (before == "D" or (before == "P" and after == "o")):
        return end  # "in the 2011 earthquake", "killed in May floods"
    _take_back_lead(words, kept, first)
    return _after_addition(words, end, last)


def _take_back_lead(words: Words, kept: list[int], first: int) -> None:
    """ "until shortly after" before a date; a particle behind its verb (`first`) stays: "takes over in"."""
    while kept and (words.lowers[kept[-1]] in _LEADING_ADVERBS or words.tags[kept[-1]] == "D"):
        if words.tags[kept[-1]] not in "JDPSoC":
            break
        kept.pop()
    prepositions = 0
    while kept and words.tags[kept[-1]] in "PS":
        if words.lowers[kept[-1]] in (PARTICLES if prepositions else _NEVER_OF_TIME) and _is_by_verb(
            words, kept[-1], first - 1
        ):
            break
        kept.pop()
        prepositions += 1
    while kept and words.lowers[kept[-1]] in _LEADING_ADVERBS and words.tags[kept[-1]] == "J":
        kept.pop()
    if kept and words.tags[kept[-1]] == "C" and words.tags[kept[-1] - 1] == "t":
        kept.pop()
    if kept and words.tags[kept[-1]] == ",":
        kept.pop()


def _after_addition(words: Words, end: int, last: int) -> int:
    """Behind "local time", "or later" and the like."""
    if end >= last:
        return end
    addition = _AFTER_TIMES.match(words.text[words.starts[end] : words.ends[last - 1]].lower())
    if addition is None:
        return end
    return min(last, words.index_at(words.starts[end] + addition.end() - 1) + 1)


def _opposes(words: Words, at: int) -> bool:
    """Whether "but" opens something else: not "few, but tenacious", "no choice but to"."""
    joins = words.tags[at + 1 : at + 2] in ("T", "") or words.tags[at + 2 : at + 3] == ","
    return words.lowers[at] == "but" and not joins


def _ends(words: Words, at: int, last: int) -> bool:
    """Whether what follows only adds to what was said: ", who ...", ", a spokesman ...", a dash, "including"."""
    tag = words.tags[at]
    if tag in ";:-" or words.lowers[at] in _ATTRIBUTED or _opposes(words, at):
        return True
    if words.lowers[at] == "whether" and words.tags[at + 1 : at + 2] == ",":
        return True
    if tag != "," or (words.tags[at - 2] in "Dz" and _ADJECTIVES.match(words.tags, at - 1, last)):
        return False  # "his small, grey harbour shop"
    rest = words.tags[at + 1 : last]
    if rest[:1] == "g" and words.bases[at + 1] in _HARMING:
        return False
    if _LISTED.match(rest):
        return False  # the next of a list
    return rest[:1] not in ("A", "#", "C")
