"""Which way the words around an expression look: cheap cues of tense in its sentence, no parser.
It must not know dates.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from dateline.model.timex import Signal
from dateline.temporal.expressions import Expression
from dateline.temporal.kinds import Kind
from dateline.temporal.language import Language, load_language
from dateline.temporal.story import Tense

_REACH: Final = 160  # characters to either side: a clause or two
_PLUPERFECT_WORDS: Final = 3  # "had originally been scheduled"
_STEP_WORDS: Final = 8  # a clause
_PERFECT_WORDS: Final = 4  # "to have all of them installed"
_PASSIVE_WORDS: Final = 3  # "is heard in"
_LEAD_WORDS: Final = 3  # "as soon as"
_SHORT_WORD: Final = 4
_PRESENT_REACH: Final = 2  # "is on"
_OPENING_WORDS: Final = 2  # "Early in", "On"
_DEADLINES: Final = (Signal.BY, Signal.BEFORE)
_POSSESSIVES: Final = ("'s", "’s")
_STOP: Final = re.compile(r"[.!?;]\s|\n")
_WORD: Final = re.compile(r"'ll|[^\W\d_]+")
_PARTICIPLE: Final = re.compile(r".*ge.{2,}(?:t|en)|(?:be|ver|er|ent|zer|über).{3,}(?:t|en)|.+iert|worden")
_ASIDE: Final = re.compile(r",\s+(?:(?:in|an|auf|bei|mit|zu|von|aus)\s+)?([^\W\d_]+)\s[^,.;:!?\n]*\Z")
_LAST_WORD: Final = re.compile(r"[^\W\d_]+\Z")
_LONGEST_ABBREVIATION: Final = 8


def tense_at(expression: Expression, text: str, language: Language) -> Tense:
    """The tense of the sentence around an expression; the nearest cue on the side of the verb decides,
    open where there is none.
    """
    before, behind = _words_around(expression, text, language)
    if _is_planned([*before, *behind], language):
        return Tense.FUTURE
    if _ends_with_lead(before, language) or _is_target(before, behind, language):
        return Tense.FUTURE
    owning = text[expression.end : expression.end + 2] in _POSSESSIVES  # "Thursday's close" has been
    if before and (language.listed("since", before[-1]) or (owning and language.listed("compared_with", before[-1]))):
        return Tense.PAST
    if expression.signal is Signal.UNTIL and not expression.ends_range:
        if _governing(before, language) is Tense.FUTURE:
            return Tense.FUTURE
        return _first_cue(behind, language) or Tense.FUTURE  # what goes on until then is told behind, if at all
    return _told(expression, before, behind, owning=owning, language=language)


def _told(expression: Expression, before: list[str], behind: list[str], *, owning: bool, language: Language) -> Tense:
    """What the verbs around an expression tell."""
    found = _governing(before, language)
    if found is None and len(before) <= _OPENING_WORDS and behind and _is_plural_present(behind[0], language):
        return Tense.FUTURE
    perfect = _perfect([*before, *behind], language)
    found = found or (perfect if perfect is Tense.PAST else _first_cue(behind, language) or perfect)
    if found is Tense.PAST and _is_present_passive(before, language):
        return Tense.FUTURE
    if found is Tense.OPEN and expression.signal in _DEADLINES:
        return Tense.FUTURE  # "they hope to sign it by Friday"
    if not owning and _is_present(_at_once_before(before, language) if found else [*before, *behind], language):
        return Tense.FUTURE
    if found is Tense.PAST and len(before) <= _OPENING_WORDS:
        return Tense.TOLD
    return found or Tense.OPEN


def is_told_ahead(expression: Expression, text: str, language: Language) -> bool:
    """Whether the verb before an expression looks ahead: "said it would open in May"."""
    before, _ = _words_around(expression, text, language)
    return _governing(before, language) is Tense.FUTURE


def speaks_of_now(expression: Expression, text: str, language: Language) -> bool:
    """Whether a sentence that looks ahead does so from the time of writing: "will", "is due", unlike "would"."""
    before, behind = _words_around(expression, text, language)
    words = [*before, *behind]
    return not language.all_listed("now_cues").isdisjoint(words) or _is_present_plan(words, language)


def _is_present_plan(words: list[str], language: Language) -> bool:
    """Whether a plan is told in the present: "is scheduled", "are expected"."""
    return any(
        language.listed("present_passives", auxiliary) and _is_future(plan, language)
        for auxiliary, plan in pairwise(words)
    )


def steps_back(expression: Expression, text: str, language: Language) -> bool:
    """Whether the words before an expression tell what had been before the rest: "had killed two men in October"."""
    before, _ = _words_around(expression, text, language)
    return _is_pluperfect(before[-_STEP_WORDS:], language)


def in_aside(expression: Expression, text: str, language: Language) -> bool:
    """Whether an expression stands in an aside that may tell of something earlier, in a language that sets it off by a
    comma: ", der mit 3. Mai 2011 datiert war", ", nachdem ...".
    """
    aside = _ASIDE.search(text, max(0, expression.start - _REACH), expression.start)
    return aside is not None and language.listed("aside_words", aside[1])


def _is_pluperfect(words: list[str], language: Language) -> bool:
    """Whether "had" stands there, unless it tells what somebody had."""
    if language.all_listed("pluperfect_auxiliaries").isdisjoint(words):
        return False
    return any(
        language.listed("pluperfect_auxiliaries", word) and not language.listed("objects_begin", follows)
        for word, follows in zip(words, [*words[1:], ""], strict=True)
    )


def _words_around(expression: Expression, text: str, language: Language) -> tuple[list[str], list[str]]:
    """The words of the sentence before and behind an expression, in lower case."""
    left = text[max(0, expression.start - _REACH) : expression.start]
    right = text[expression.end : expression.end + _REACH]
    return _words_of(left, right, language.code)


@lru_cache(maxsize=16)  # several questions in a row are about one expression
def _words_of(left: str, right: str, code: str) -> tuple[list[str], list[str]]:
    """The words of the sentence that goes on over two stretches of text."""
    language = load_language(code)
    stops = reversed([*_STOP.finditer(left)])
    begin = next((stop.end() for stop in stops if _ends_sentence(stop, left, language)), 0)
    end = next((stop.start() for stop in _STOP.finditer(right) if _ends_sentence(stop, right, language)), len(right))
    return _lower(left[begin:], language), _lower(right[:end], language)


def _lower(text: str, language: Language) -> list[str]:
    """The words in lower case without names like "May", which are another word without their capital; a noun, where a
    language writes it with one, is left empty.
    """
    words = [found[0] for found in _WORD.finditer(text) if not _is_before_number(found, text, language)]
    if language.capital_nouns:
        return ["" if index and word[0].isupper() else word.lower() for index, word in enumerate(words)]
    kept = [word for word in words if word[0].islower() or word.lower() not in language.capitals]
    lower = [word.lower() for word in kept]
    for index, (lead, word) in enumerate(pairwise(kept), 1):
        if word[0].isupper() and language.listed("infinitive_marks", lead):
            lower[index] = ""  # "a taxi to Khiva" has no verb there
    return lower


def _is_before_number(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether a word that may open an infinitive stands before an amount: "rose to $24 million"."""
    mark = text[found.end() : found.end() + 3].lstrip(" $£€")
    return mark[:1].isdigit() and language.listed("infinitive_marks", found[0])


def _ends_sentence(stop: re.Match[str], text: str, language: Language) -> bool:
    """Whether a sentence ends there: the stop of "vs.", "Gen." or "J." ends none, nor does that of a short name before
    a figure ("Sept. 9").
    """
    if stop[0][0] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, stop.start() - _LONGEST_ABBREVIATION), stop.start())
    if word is None:
        return True
    short = word[0].lower()
    if short in language.abbreviations:
        return not text[stop.end() : stop.end() + 1].isdigit()
    return len(short) > 1 and not language.listed("abbreviations", word[0])


def _is_plural_present(word: str, language: Language) -> bool:
    """Whether a word behind a date that opens the sentence, where some languages have the verb, is one in the plural:
    "Am Samstag treten 300 Läufer an".
    """
    endings = tuple(language.all_listed("plural_present_suffixes"))
    return word.endswith(endings) and _tense_of(word, language) is None and not language.listed("tenseless", word)


def _governing(words: list[str], language: Language) -> Tense | None:
    """The tense of the last cue before the expression; an infinitive looks neither way ("agreed to buy it in May")."""
    for index in range(len(words) - 1, -1, -1):
        follows = words[index + 1] if index + 1 < len(words) else ""
        if _is_infinitive(words, index, follows, language):
            return _infinitive(words[:index], language)
        if language.listed("future_phrases", f"{words[index]} {follows}"):
            return Tense.FUTURE
        tense = _tense_of(words[index], language)
        if tense is None or _is_noun(words, index, language):
            continue
        if tense is Tense.PAST and _tells_nothing(words, index, language):
            continue
        if tense is Tense.FUTURE and _is_past_after_all(words, index, language):
            return Tense.PAST
        if tense is Tense.PAST and _is_over_by_then(words[:index], language):
            return Tense.FUTURE
        return tense
    return None


def _is_past_after_all(words: list[str], index: int, language: Language) -> bool:
    """Whether a form that looks ahead does not: a participle, what "had been" to come, a plan that was given up."""
    if _is_participle(words, index, language) or _looks_back(_verb_before(words[:index], language), language):
        return True
    return not language.all_listed("given_up").isdisjoint(words[index + 1 :])


def _is_participle(words: list[str], index: int, language: Language) -> bool:
    """Whether a form like one of the present is the participle of an auxiliary before it: "seien bestellt und"."""
    helped = any(language.listed("perfect_marks", word) for word in words[:index])
    return helped and not _is_future(words[index], language) and _PARTICIPLE.fullmatch(words[index]) is not None


def _is_infinitive(words: list[str], index: int, follows: str, language: Language) -> bool:
    """Whether an infinitive begins with a word; not one that goes on from another ("due to arrive on Friday and to
    leave on Saturday").
    """
    if not language.listed("infinitive_marks", words[index]) or not _may_be_verb(follows, language):
        return False
    return index == 0 or not language.listed("joining", words[index - 1])


def _verb_before(before: list[str], language: Language) -> list[str]:
    """The words of the verb before a cue: also those that an infinitive hangs on ("had been due to" expire)."""
    hangs = len(before) > 1 and language.listed("infinitive_marks", before[-1])
    if hangs and _infinitive(before[:-1], language) is Tense.PAST:
        return before[-_PLUPERFECT_WORDS - 1 :]
    return before[-_PLUPERFECT_WORDS:]


def _infinitive(before: list[str], language: Language) -> Tense:
    """Which way an infinitive looks behind these words: "is to resume", "had been due to expire", "agreed to buy"."""
    if not before or not language.listed("before_infinitive", before[-1]):
        return Tense.OPEN
    over = any(language.listed("pluperfect_auxiliaries", word) for word in before[-_PLUPERFECT_WORDS:-1])
    return Tense.PAST if over else Tense.FUTURE


def _tells_nothing(words: list[str], index: int, language: Language) -> bool:
    """Whether a form of the past is none here: a passive or a bare verb behind another verb, or a noun's attribute."""
    before = words[index - 1] if index else ""
    if language.listed("passive_marks", before) or _is_bare(before, words[index], language):
        return True
    adverb = before.endswith(tuple(language.all_listed("adverb_endings"))) and not language.listed("no_adverbs", before)
    if index > 1 and adverb:
        before = words[index - 2]
    return language.listed("determiners", before)


def _is_noun(words: list[str], index: int, language: Language) -> bool:
    """Whether a form that is a verb or a noun is the noun: "announced the plan", unlike "they plan"."""
    return index > 0 and language.listed("noun_cues", words[index]) and language.listed("determiners", words[index - 1])


def _is_over_by_then(words: list[str], language: Language) -> bool:
    """Whether a participle behind these words is of what is to come: "will have it built", "hopes to have finished"."""
    for index in range(len(words) - 1, max(0, len(words) - _PERFECT_WORDS), -1):
        if language.listed("perfect_infinitives", words[index]):
            lead = words[index - 1]
            if language.listed("infinitive_marks", lead) and index > 1:
                return language.listed("before_infinitive", words[index - 2]) or _is_future(words[index - 2], language)
            return language.listed("now_cues", lead)
    return False


def _is_future(word: str, language: Language) -> bool:
    return language.listed("future_cues", word)


def _is_planned(words: list[str], language: Language) -> bool:
    """Whether a plan is told that is not over: "ist für Mai geplant", unlike "war für Mai geplant"."""
    return not language.all_listed("planned_marks").isdisjoint(words) and not _looks_back(words, language)


def _perfect(words: list[str], language: Language) -> Tense | None:
    """The tense of an auxiliary that is a copula besides: with a participle behind it the past ("ist gestorben"),
    else a plan where a date stands beside it ("ist Baubeginn").
    """
    if language.all_listed("perfect_marks").isdisjoint(words):
        return None
    for index, word in enumerate(words):
        if language.listed("perfect_marks", word):
            told = any(_PARTICIPLE.fullmatch(other) for other in words[index + 1 :])
            return Tense.PAST if told else Tense.FUTURE
    return None


def _at_once_before(before: list[str], language: Language) -> list[str]:
    """The words at once before a date that can be a verb of the present: none behind "to"."""
    near = pairwise(["", "", *before][-_PRESENT_REACH - 1 :])
    return [word for lead, word in near if not language.listed("infinitive_marks", lead)]


def _is_present(words: list[str], language: Language) -> bool:
    """Whether a word tells the present: at once before a date, or where nothing tells another tense, that is a plan."""
    return not language.all_listed("present_cues").isdisjoint(words)


def _ends_with_lead(before: list[str], language: Language) -> bool:
    """Whether the words at once before a date say how soon it comes: "as soon as Tuesday"; "as early as May" looks
    ahead where no past is told.
    """
    lead = " ".join(before[-_LEAD_WORDS:])
    if language.listed("sure_leads", lead):
        return True
    return language.listed("future_leads", lead) and _governing(before[:-_LEAD_WORDS], language) is not Tense.PAST


def _is_target(before: list[str], behind: list[str], language: Language) -> bool:
    """Whether the words beside a date say that it is one that something was put on: "moved to Friday", "for December
    delivery".
    """
    if behind and language.listed("target_nouns", behind[0]):
        return True
    aimed = any(language.listed("target_leads", " ".join(before[-count:])) for count in (1, 2))
    return aimed and not _looks_back(before, language)


def _is_present_passive(before: list[str], language: Language) -> bool:
    """Whether the present of a passive stands at once before a date: "the case is heard in May"."""
    return any(
        language.listed("present_passives", word) and _tense_of(verb, language) is Tense.PAST
        for word, verb in pairwise(before[-_PASSIVE_WORDS:])
    )


def _looks_back(words: list[str], language: Language) -> bool:
    """Whether a plan is told as over: "had been due"."""
    return not language.all_listed("pluperfect_marks").isdisjoint(words)


def _is_bare(before: str, word: str, language: Language) -> bool:
    """Whether a verb whose past is like its infinitive is one: "would cut", "expected to hit", unlike "would have"."""
    asks = language.listed("modals", before) or language.listed("infinitive_marks", before)
    return asks and language.listed("unchanging_verbs", word)


def _may_be_verb(word: str, language: Language) -> bool:
    """Whether a word can stand behind "to" as a verb: it is none of the words of time, or one like "start"."""
    payload = language.words.get(word)
    return len(word) > 1 and (payload is None or Kind.EDGE in payload or Kind.ENDED in payload)


def _first_cue(words: list[str], language: Language) -> Tense | None:
    """The tense of the first word that tells one; an auxiliary behind a participle tells its ("verletzt wurde")."""
    for index, word in enumerate(words):
        tense = _tense_of(word, language)
        if tense is Tense.FUTURE and index + 1 < len(words) and not language.listed("future_cues", word):
            return _tense_of(words[index + 1], language) or tense
        if tense is not None:
            return tense
    return None


def _tense_of(word: str, language: Language) -> Tense | None:
    return _tense_of_form(word, language.code)


@lru_cache(maxsize=20_000)  # words repeat, and the longest of many endings is dear
def _tense_of_form(word: str, code: str) -> Tense | None:
    """The tense that a form of a verb tells by itself, in the language of a code."""
    language = load_language(code)
    if language.listed("future_cues", word):
        return Tense.FUTURE
    if language.listed("past_cues", word) or _is_prefixed_past(word, language):
        return Tense.PAST
    if len(word) <= _SHORT_WORD or language.listed("tenseless", word):
        return None
    past, present = (_longest_ending(word, language.all_listed(name)) for name in ("past_suffixes", "present_suffixes"))
    if not past and not present:
        return None
    return Tense.PAST if past >= present else Tense.FUTURE  # "Am Montag streikt die Bahn" looks ahead


def _is_prefixed_past(word: str, language: Language) -> bool:
    """Whether a form of the past stands behind a prefix: "übergab"."""
    prefixes = (prefix for prefix in language.all_listed("verb_prefixes") if word.startswith(prefix))
    return any(len(word) > len(prefix) + 2 and language.listed("past_cues", word[len(prefix) :]) for prefix in prefixes)


def _longest_ending(word: str, endings: Iterable[str]) -> int:
    """The length of the longest of some endings that a word has: "votera" is no "vota"."""
    return max((len(ending) for ending in endings if word.endswith(ending)), default=0)
