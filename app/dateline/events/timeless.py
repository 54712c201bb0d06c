"""What is told as always so, as a rule, as advice or as never real: habits, timetables, definitions, rules of law,
settings of stories, instructions, conditions.

Such clauses hold dates and verbs of events like any other, and tell of nothing that took place. It must not know which
events are worth showing.
"""

from typing import Final

from dateline.events.clauses import Clause, Role
from dateline.events.groups import Tense
from dateline.events.lexicon import Lexicon
from dateline.events.passages import Passage
from dateline.events.tagging import Words
from dateline.events.times import is_bare_clock
from dateline.model.documents import LineClass
from dateline.model.timex import Timex3, TimexType

_ENTRIES: Final = frozenset({LineClass.LOG, LineClass.TABLE})
_RULING: Final = frozenset({"must", "shall", "may"})
_LEAST_TIMES: Final = 2  # "at 08:00, 12:00 and 17:00"
_OBJECT: Final = frozenset("DIQPJ")  # what follows an order: "Call us", "Remember that", "Look at"
_UNREAL_OPENINGS: Final = frozenset({"had", "were", "should"})
_UNREAL_MODALS: Final = frozenset({"would", "could", "might"})
_UNMET: Final = frozenset({"would", "could", "should"})
_TOLD_PAST: Final = frozenset({Tense.PAST, Tense.PLUPERFECT, Tense.PERFECT})


def is_timeless(passage: Passage, clause: Clause, lexicon: Lexicon, *, dated: bool, ahead: bool) -> bool:
    """Whether a clause tells of nothing that took place or is to. `dated`: it has a date of its own; `ahead`: that is
    still to come.
    """
    verb = clause.verb
    if verb is None:
        return False
    if verb.tense is Tense.PRESENT and _goes_on_always(passage, clause, lexicon, dated=dated):
        return True
    if _is_rule(passage, clause, lexicon) or (_is_unreal(passage, clause) and not ahead):
        return True
    return verb.tense not in _TOLD_PAST and is_order(passage, lexicon)


def _goes_on_always(passage: Passage, clause: Clause, lexicon: Lexicon, *, dated: bool) -> bool:
    """Whether the present tells how things go, what a word means, or where a story plays."""
    if _is_usual(passage, clause, lexicon) or _defines(passage, clause, lexicon):
        return True
    return dated and (_is_habit(passage, clause) or _is_timetable(passage, clause) or _is_seasonal(passage, clause))


def _is_habit(passage: Passage, clause: Clause) -> bool:
    """ "Every summer, on the first Saturday of July, they meet": what comes again and again is told in the present."""
    first, last = passage.words.starts[clause.first], passage.words.ends[clause.last - 1]
    return any(timex.type is TimexType.SET and first <= timex.start < last for timex in passage.timexes)


def _is_usual(passage: Passage, clause: Clause, lexicon: Lexicon) -> bool:
    """ "It is normally closed until May", "she makes five crossings a day": how things go, told in the present."""
    assert clause.verb is not None
    lowers, verb = passage.words.lowers, clause.verb
    if lexicon.has_any("habits.adverbs", lowers[max(clause.first, verb.first - 2) : verb.last + 2]):
        return True
    if lexicon.has("aspect.verbs", verb.stem):
        return False  # "in September I start teaching one day a week"
    rates = (at for at in range(verb.last + 1, clause.last - 1) if lexicon.has("habits.each", lowers[at]))
    return any(lexicon.has("habits.spans", lowers[at + 1]) and passage.words.tags[at - 1] in "o#J" for at in rates)


def _is_timetable(passage: Passage, clause: Clause) -> bool:
    """ "Buses leave at 08:00, 12:00 and 17:00": two times of day or more and no day."""
    times = _told(passage, clause)
    return len(times) >= _LEAST_TIMES and all(map(is_bare_clock, times)) and not _is_entry(passage)


def _is_seasonal(passage: Passage, clause: Clause) -> bool:
    """ "In winter the road is closed", "on the first Monday of the month": a time that comes back."""
    lowers = passage.words.lowers
    for timex in _told(passage, clause):
        last = passage.words.index_at(timex.end - 1) + 1
        weekday = "day" in timex.text.lower() and lowers[last : last + 3] == ["of", "the", "month"]
        if timex.text.lower() in _SEASONS or weekday:
            return True
    return False


_SEASONS: Final = frozenset({"spring", "summer", "autumn", "fall", "winter"})


def _told(passage: Passage, clause: Clause) -> tuple[Timex3, ...]:
    return passage.dating(clause)


def _is_entry(passage: Passage) -> bool:
    return passage.sentence.line_class in _ENTRIES


def _defines(passage: Passage, clause: Clause, lexicon: Lexicon) -> bool:
    """ "The era begins in 312 BC", "the novel is set in 1912": when an age counts from, where a story plays."""
    if clause.subject is None or clause.verb is None:
        return False
    head = passage.words.lowers[_head(passage.words, clause.subject)]
    if lexicon.has("generic.ages", head):
        return True
    return lexicon.has("generic.stories", head) and lexicon.has("generic.playing", clause.verb.stem)


def _head(words: Words, phrase: tuple[int, int]) -> int:
    """The last word of a noun phrase before what a preposition adds to it."""
    first, last = phrase
    preposition = words.tags.find("P", first + 1, last)
    return (preposition if preposition > 0 else last) - 1


def _is_rule(passage: Passage, clause: Clause, lexicon: Lexicon) -> bool:
    """ "A claim must be lodged within 28 days": what anybody must do, counted from whenever it begins."""
    words, verb = passage.words, clause.verb
    if verb is None or verb.tense is not Tense.MODAL or verb.modal not in _RULING or clause.subject is None:
        return False
    if not lexicon.has("generic.anybody", words.lowers[clause.subject[0]]):
        return False
    return "within" in words.lowers[verb.last : clause.last]


def _is_unreal(passage: Passage, clause: Clause) -> bool:
    """ "If the flood of 1870 came back", "had the pumps failed, it would have": what is not real."""
    if clause.role is Role.SUBORDINATE and clause.marker in {"if", "unless"}:
        return True
    return opens_condition(passage.words) or _never_was(passage.words, clause)


def _never_was(words: Words, clause: Clause) -> bool:
    """ "We would have been there that night", "they should have closed it in May"."""
    verb = clause.verb
    if verb is None or verb.tense is not Tense.MODAL or verb.modal not in _UNMET:
        return False
    return "h" in words.tags[verb.first : verb.head]


def opens_condition(words: Words) -> bool:
    """ "Had the pumps failed, the cellar would have filled": a condition without "if"."""
    inverted = words.lowers[0] in _UNREAL_OPENINGS and words.tags[1:2] in ("D", "I", "A", "o")
    return inverted and not _UNREAL_MODALS.isdisjoint(words.lowers)


def is_order(passage: Passage, lexicon: Lexicon) -> bool:
    """ "Ignore lines stamped 2000", "Come back in March": a sentence that tells somebody what to do."""
    words = passage.words
    if _is_entry(passage) or not lexicon.has("generic.orders", words.lowers[0]):
        return False
    follows = words.tags[1:2]
    return follows in _OBJECT or follows == "t" or (follows in ("o", "A", "#") and not _begins_subject(passage))


def _begins_subject(passage: Passage) -> bool:
    """Whether the opening word belongs to the subject of a past that is told: "Call centres closed in 1999"."""
    return any(
        clause.subject is not None and clause.subject[0] == 0 and clause.verb is not None and not clause.verb.weak
        for clause in passage.clauses
    )
