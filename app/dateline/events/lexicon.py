"""The words the reading of events rests on: closed classes, verb forms, kinds. All of it is data in
`resources/lexicon`.

A word's class is one character (see `CLASS_TAGS`), so that a sentence is a string of classes and a pattern over it is
a regular expression. It must not know sentences, dates or events.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dateline.assets import MissingResource, read_text
from dateline.events.inflection import Irregular, third_person, verb_forms
from dateline.model.group import Group

FALLBACK_LANGUAGE: Final = "en"
OTHER_KIND: Final = "other"
_NOTHING: Final = frozenset[str]()

CLASS_TAGS: Final = {
    "determiner": "D",
    "preposition": "P",
    "coordinator": "C",
    "subordinator": "S",
    "relative": "R",
    "that": "Q",
    "pronoun": "I",
    "be_present": "B",
    "be_past": "W",
    "be": "E",
    "been": "N",
    "being": "G",
    "have_present": "h",
    "have_past": "d",
    "will": "F",
    "may": "M",
    "to": "T",
    "negation": "X",
    "do_present": "K",
    "do_past": "k",
    "adverb": "J",
}
"""Closed class in a language file to the tag of its words. Verb forms have small letters: v base, s third person, p
regular past or participle, i past only, n participle only, e past and participle alike, c base, past and participle
alike, g -ing. Besides: A a capitalised word, o any other word, # a number, t a word of a time expression; punctuation
stands for itself."""


_AUXILIARY_BASE: Final = {
    "be_present": "be",
    "be_past": "be",
    "been": "be",
    "being": "be",
    "have_present": "have",
    "have_past": "have",
    "do_present": "do",
    "do_past": "do",
}


_NAMED: Final = ("countries", "cities", "regions")  # lists of names; that of the peoples holds their adjectives
_VERB_LISTS: Final = (
    "stative.verbs",
    "durative.verbs",
    "transitive.verbs",
    "reporting.verbs",
    "light.verbs",
    "projecting.possible",
    "projecting.planned",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A fine kind of event, its group, and how much a reader would miss an event of it (0 to 1)."""

    name: str
    group: Group
    salience: float


@dataclass(frozen=True, slots=True)
class Sense:
    """A sense of a verb and its kind: told by the words behind it or of its subject (names of lists, or empty), by a
    sum or percentage behind it (`amount`), or by a known place as its subject (`place`)."""

    kind: str
    behind: str = ""
    subject: str = ""
    amount: bool = False
    place: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language.

    `words`: lower-case word to (tag, base form). `verb_kinds` and `noun_kinds`: base form or phrase ("take_place") to
    kind; `phrasal` are the verbs with which such a phrase begins.
    `senses`: the senses of a verb that its neighbours tell, in the order in which they are tried.
    `lists`: further named sets of words, "table.key". `bracketed`: its verbs stand in a bracket around the clause and
    are read by `brackets`; it then has no closed classes.
    """

    language: str
    kinds: Mapping[str, Kind]
    words: Mapping[str, tuple[str, str]]
    irregular: Mapping[str, Irregular]
    verb_kinds: Mapping[str, str]
    noun_kinds: Mapping[str, str]
    phrasal: frozenset[str]
    abbreviations: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    senses: Mapping[str, tuple[Sense, ...]]
    bracketed: bool = False

    def kind(self, name: str) -> Kind:
        """A kind by name; `other` where there is none of that name."""
        return self.kinds.get(name) or self.kinds[OTHER_KIND]

    def has(self, name: str, word: str) -> bool:
        """Whether a word is in the list of that name ("stative.verbs")."""
        return word in self.lists.get(name, _NOTHING)

    def has_any(self, name: str, words: Iterable[str]) -> bool:
        """Whether any of the words is in the list of that name; quicker than asking for one after the other."""
        return not self.lists.get(name, _NOTHING).isdisjoint(words)


@cache
def lexicon_for(language: str | None) -> Lexicon:
    """The lexicon of a language; English where there is none for it."""
    code = (language or FALLBACK_LANGUAGE).lower().split("-")[0]
    if not re.fullmatch(r"[a-z]{2,3}", code):
        code = FALLBACK_LANGUAGE
    try:
        source = read_text(f"lexicon/{code}.toml")
    except MissingResource:
        return lexicon_for(FALLBACK_LANGUAGE)
    return _build(code, tomllib.loads(source), tomllib.loads(read_text("lexicon/kinds.toml")))


def is_known(language: str | None) -> bool:
    """Whether there is a lexicon of a language; one that nobody told counts as English."""
    return language is None or lexicon_for(language).language == language.lower().split("-")[0]


def _build(code: str, data: Mapping[str, Any], kinds: Mapping[str, Any]) -> Lexicon:
    """A lexicon from the two files' tables."""
    irregular = dict(_irregular_verbs(data.get("irregular", {}).get("forms", "")))
    doubling = frozenset(data.get("irregular", {}).get("doubling", "").split())
    verb_kinds = dict(_reversed_lists(data.get("kinds", {}), "verbs"))
    noun_kinds = dict(_reversed_lists(data.get("kinds", {}), "nouns"))
    for noun, kind in list(noun_kinds.items()) if code == FALLBACK_LANGUAGE else ():
        noun_kinds.setdefault(third_person(noun), kind)  # the plural is spelled as the verb form is
    lists = dict(_lists(data))
    lists["world.named"] = _NOTHING.union(*(lists.get(f"world.{name}", ()) for name in _NAMED))
    bases = {phrase.split("_")[0] for phrase in verb_kinds}
    for name in _VERB_LISTS:
        bases |= {phrase.split("_")[0] for phrase in lists.get(name, ())}
    words = dict(data.get("forms", {}).items())
    tagged: dict[str, tuple[str, str]] = {word: (tag, base) for word, (tag, base) in _explicit_forms(words)}
    if data.get("inflection", "english") == "english":
        for base in sorted(bases | irregular.keys()):
            for form, tag in verb_forms(base, irregular.get(base), base in doubling):
                tagged.setdefault(form, (tag, base))
    for word in lists.get("not_verbs.words", ()):
        tagged[word] = ("o", word)
    tagged.update(_closed_classes(data))
    return Lexicon(
        language=code,
        kinds={name: Kind(name, Group(row["group"]), float(row["salience"])) for name, row in kinds.items()},
        words=tagged,
        irregular=irregular,
        verb_kinds=verb_kinds,
        noun_kinds=noun_kinds,
        phrasal=frozenset(phrase.partition("_")[0] for phrase in verb_kinds if "_" in phrase),
        abbreviations=frozenset(data.get("abbreviations", "").split()),
        lists=lists,
        senses=_senses(data.get("senses", ())),
        bracketed=data.get("inflection") == "bracket",
    )


def _irregular_verbs(source: str) -> Iterator[tuple[str, Irregular]]:
    for entry in source.split():
        base, past, participle = entry.split(":")
        yield base, Irregular(past, participle)


def _reversed_lists(kinds: Mapping[str, Any], key: str) -> Iterator[tuple[str, str]]:
    """Every word of every kind's list with the kind; of a word in several lists the first kind counts, so later ones
    come first."""
    for name, row in reversed(list(kinds.items())):
        for word in row.get(key, "").split():
            yield word, name


def _senses(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Sense, ...]]:
    """The senses of every verb."""
    found = dict[str, tuple[Sense, ...]]()
    for row in rows:
        sense = Sense(
            row["kind"], _list_name(row, "behind"), _list_name(row, "subject"), "amount" in row, "place" in row
        )
        for verb in row["verbs"].split():
            found[verb] = (*found.get(verb, ()), sense)
    return found


def _list_name(row: Mapping[str, Any], key: str) -> str:
    return f"sense.{row[key]}" if key in row else ""


def _lists(data: Mapping[str, Any]) -> Iterator[tuple[str, frozenset[str]]]:
    for table, rows in data.items():
        if isinstance(rows, dict) and table not in {"kinds", "classes", "forms", "irregular"}:
            for key, value in rows.items():
                yield f"{table}.{key}", frozenset(value.split())


def _closed_classes(data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, str]]]:
    for name, words in data.get("classes", {}).items():
        for word in words.split():
            yield word, (CLASS_TAGS[name], _AUXILIARY_BASE.get(name, word))


def _explicit_forms(forms: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Forms listed by tag: each entry is "form" or "form:base"."""
    for tag, entries in forms.items():
        for entry in entries.split():
            form, _, base = entry.partition(":")
            yield form, (tag, base or form)
