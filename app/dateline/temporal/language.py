"""A language as data: its words by kind, read from `resources/languages/xx.toml` into a lexicon that never changes.

It must not know rules or texts. A new language is a new file.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dateline.assets import read_text, resource_path
from dateline.temporal.alphabet import Alphabet
from dateline.temporal.kinds import EMPTY, SIGNS, Kind, Payload
from dateline.temporal.numerals import shapes
from dateline.temporal.scanning import scan

_FOLDER: Final = "languages"
_DECIMAL: Final = re.compile(r"[0-9]+\.[0-9]+")
_LARGEST_IN_WORDS: Final = 20  # larger numbers stand before such adjectives in figures
_NOTHING: Final = frozenset[str]()
_WHOLE: Final = re.compile(r"0|-?[1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Language:
    """Everything the tagger knows about a language.

    `words` maps a word in lower case to its kinds, `capitals` those that have more of them where written with a
    capital;
    `phrases` maps a first word to the longer entries that begin with
    it, longest first, `parts` are all words of those; `suffixes` are the words that may stand at once behind a number;
    `abbreviations` are short names, behind which a full stop is theirs.
    """

    code: str
    day_first: bool
    capital_nouns: bool
    ordinal_dot: bool
    words: Mapping[str, Payload]
    capitals: Mapping[str, Payload]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Payload], ...]]
    parts: frozenset[str]
    suffixes: frozenset[str]
    abbreviations: frozenset[str]
    alphabet: Alphabet
    lists: Mapping[str, frozenset[str]]

    def listed(self, name: str, word: str) -> bool:
        """Whether a word is in one of the file's plain lists; a list that a file does not have is empty."""
        return word in self.lists.get(name, _NOTHING)

    def all_listed(self, name: str) -> frozenset[str]:
        """All words of one of the file's plain lists."""
        return self.lists.get(name, _NOTHING)


@cache
def language_codes() -> tuple[str, ...]:
    """The codes of all languages there are files for."""
    return tuple(sorted(path.stem for path in resource_path(_FOLDER).glob("*.toml")))


@cache
def _data(code: str) -> Mapping[str, Any]:
    return tomllib.loads(read_text(f"{_FOLDER}/{code}.toml"))


@cache
def stopwords(code: str) -> frozenset[str]:
    """The words that are frequent in a language and rare in the others, without the cost of all it knows: only what
    stands before the first table of its file is read."""
    head, _, _ = read_text(f"{_FOLDER}/{code}.toml").partition("\n[")
    return frozenset(tomllib.loads(head)["stopwords"])


@cache
def calendar_words(code: str) -> frozenset[str]:
    """The full names of a language's months and weekdays, in lower case."""
    tables = _data(code)["words"]
    return frozenset(words[0].lower() for name in (Kind.MONTH, Kind.WEEKDAY) for words in tables[name].values())


@cache
def load_language(code: str) -> Language:
    """The language of a code, read once. MissingResource where there is no such file."""
    data = _data(code)
    words: dict[str, dict[Kind, object]] = {}
    named: dict[str, dict[Kind, object]] = {}
    phrases: dict[str, dict[tuple[str, ...], dict[Kind, object]]] = {}
    for kind, value, phrase in (*_entries(data["words"]), *_length_adjectives(data)):
        parts = tuple(scan(phrase))
        if len(parts) > 1:
            phrases.setdefault(parts[0], {}).setdefault(parts, {})[kind] = value
        else:
            (named if phrase[0].isupper() else words).setdefault(parts[0], {})[kind] = value
    capitals = {word: {**words.get(word, {}), **payload} for word, payload in named.items()}
    payloads = [
        *words.values(),
        *capitals.values(),
        *(payload for entries in phrases.values() for payload in entries.values()),
    ]
    return Language(
        code=code,
        day_first=data["day_first"],
        capital_nouns=data["capital_nouns"],
        ordinal_dot=data["ordinal_dot"],
        words=words,
        capitals=capitals,
        phrases={first: _longest_first(entries) for first, entries in phrases.items()},
        parts=frozenset(word for entries in phrases.values() for parts in entries for word in parts),
        suffixes=frozenset(word for word, payload in (words | capitals).items() if _follows_numbers(payload)),
        abbreviations=_abbreviations(data["words"]),
        alphabet=Alphabet({*_combinations(payloads), *shapes(), *_number_words(payloads)}),
        lists={name: frozenset(value) for name, value in data.items() if isinstance(value, list)},
    )


def _entries(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[Kind, object, str]]:
    """Kind, value (a number where it looks like one) and phrase of every entry of the file."""
    for name, table in tables.items():
        for value, phrases in table.items():
            worth = _worth(value)
            for phrase in phrases:
                yield Kind(name), worth, phrase


def _length_adjectives(data: Mapping[str, Any]) -> Iterator[tuple[Kind, object, str]]:
    """Adjectives that are a number and a unit in one word ("dreitägige"), and the unit's part alone ("10-tägige").

    They are as many as numbers times units times endings, so the file tells only their parts.
    """
    parts = data.get("length_adjectives")
    if parts is None:
        return
    small = [(value, words) for value, words in data["words"]["number"].items() if int(value) <= _LARGEST_IN_WORDS]
    numbers = [*parts["numbers"].items(), *small, *data["words"]["mixed"].items()]
    for unit, stem in parts["units"].items():
        for ending in parts["endings"]:
            if unit not in parts["ages"]:
                yield Kind.UNIT_ADJECTIVE, unit, stem + ending
            for value, words in numbers:
                for word in words:
                    yield Kind.LENGTH_ADJECTIVE, f"{value} {unit}", word + stem + ending


def _worth(value: str) -> int | float | str:
    if _WHOLE.fullmatch(value):
        return int(value)
    return float(value) if _DECIMAL.fullmatch(value) else value


def _longest_first(entries: Mapping[tuple[str, ...], Payload]) -> tuple[tuple[tuple[str, ...], Payload], ...]:
    return tuple(sorted(entries.items(), key=lambda entry: -len(entry[0])))


def _follows_numbers(payload: Payload) -> bool:
    kinds = (
        Kind.UNIT,
        Kind.UNITS,
        Kind.MERIDIEM,
        Kind.HOURS_MARK,
        Kind.OCLOCK,
        Kind.ORDINAL_MARK,
        Kind.DECADE_MARK,
        Kind.MONTH,
        Kind.ZONE,
    )
    return any(kind in payload for kind in kinds)


def _abbreviations(tables: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The names of months and weekdays behind the first of their line, which is the full one."""
    named = (tables[kind] for kind in (Kind.MONTH, Kind.WEEKDAY))
    return frozenset(word for table in named for words in table.values() for word in map(str.lower, words[1:]))


def _combinations(payloads: list[dict[Kind, object]]) -> set[frozenset[Kind]]:
    return {frozenset(payload) for payload in (*payloads, EMPTY, {})} | {frozenset({kind}) for kind in Kind}


def _number_words(payloads: list[dict[Kind, object]]) -> set[frozenset[Kind]]:
    """The combinations of words for numbers, which are numbers besides, and of ordinals in digits."""
    spoken = {
        frozenset(payload) | {Kind.NUM} for payload in payloads if Kind.NUMBER in payload or Kind.SCALE in payload
    }
    return spoken | {frozenset({Kind.NUM, Kind.YEAR})} | {frozenset({sign}) for sign in SIGNS.values()}
