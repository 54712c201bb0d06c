"""What happened as something to count from: "after the ceasefire", "before his death", "after Fort Sumter"."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from dateline.temporal.drafts import Match
from dateline.temporal.kinds import Kind
from dateline.temporal.language import Language
from dateline.temporal.meanings import Beside
from dateline.temporal.mentions import stem

EVENT: Final = "signal:SIGNAL determiner:[THE POSSESSIVE]? event:WORD"
_WORDS: Final = re.compile(r"[^\W\d_]+")
_NAME_CHARACTERS: Final = 60
_MOST_WORDS: Final = 3
_SHORTEST: Final = 4  # letters of a word that names something
_WAYS: Final = ("before", "after")


def beside_of(match: Match) -> Beside | None:
    """What the groups of `EVENT` name: the last word of a name. None where the name is who did something ("after the
    army crossed the river"), but "after the siege began" is as good as after the siege.
    """
    language, run = match.tokens.language, list(_run(match))
    names = list(takewhile(lambda word: _may_name(word, language), run[:_MOST_WORDS]))
    does = run[len(names)] if len(names) < len(run) else ""
    beginning = language.all_listed("beginning_verbs")  # a language without them has its verb behind any adverbial
    if beginning and _tells_past(does, language) and does not in beginning:
        return None
    names = _nouns(names, match)
    signal = match.name("signal", Kind.SIGNAL)
    if signal not in _WAYS or not names or len(names[-1]) < _SHORTEST:
        return None
    return Beside(stem(names[-1].lower()), signal == "after")


def _nouns(names: list[str], match: Match) -> list[str]:
    """Of the words of a name only those with a capital without an article; up to a noun where nouns have a capital."""
    if match.tokens.language.capital_nouns:
        nouns = [index for index, word in enumerate(names) if word[0].isupper()]
        return names[: nouns[-1] + 1] if nouns else []
    return names if match.found["determiner"] else list(takewhile(lambda word: word[0].isupper(), names))


def _run(match: Match) -> Iterator[str]:
    """The first words from the name on that nothing but a space or a hyphen parts."""
    start = match.all("event")[0].start
    text = match.tokens.text[start : start + _NAME_CHARACTERS]
    end = 0
    for found in list(_WORDS.finditer(text))[: _MOST_WORDS + 1]:
        if text[end : found.start()] not in ("", " ", "-"):
            return
        end = found.end()
        yield found[0]


def _may_name(word: str, language: Language) -> bool:
    """Whether a word can be part of a name: none of the words of time, no verb of the past."""
    if word[0].isupper():
        return True
    return not (word in language.words or language.listed("stopwords", word) or _tells_past(word, language))


def _tells_past(word: str, language: Language) -> bool:
    return language.listed("past_cues", word) or word.endswith(tuple(language.all_listed("past_suffixes")))
