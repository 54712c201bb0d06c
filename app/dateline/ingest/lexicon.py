"""The words by which lines and mastheads are read, from `resources/lexicon/`, ready for quick look-up.

It knows the files' form and nothing of how the words are used.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dateline.assets import read_text

_EDGES: Final = " \t\u00a0.,;:!…*•·|»«›‹→←-–—()[]"


def bare(line: str) -> str:
    """A line as the word lists have it: small letters, no punctuation around it.

    >>> bare(" • Read more … ")
    'read more'
    """
    return line.strip(_EDGES).casefold()


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of some phrases, the longest first, any space between their words."""
    longest_first = sorted(set(words), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that begin a line, found by their first word."""

    by_first_word: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "Phrases":
        """Index some phrases."""
        table: dict[str, tuple[str, ...]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):
            first = phrase.split(maxsplit=1)[0]
            table[first] = (*table.get(first, ()), phrase)
        return cls(table)

    def all(self) -> list[str]:
        """All phrases."""
        return [phrase for phrases in self.by_first_word.values() for phrase in phrases]

    def begins(self, line: str) -> str | None:
        """The longest phrase with which a line in small letters begins, as whole words; None where it begins with
        none.
        """
        words = line.split(maxsplit=1)
        if not words:
            return None
        for key in (words[0], words[0].rstrip(":,;.–-"), words[0][:1]):
            for phrase in self.by_first_word.get(key, ()):
                if line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalnum():
                    return phrase
        return None


@dataclass(frozen=True, slots=True)
class LayoutWords:
    """What `layout.toml` holds; see there."""

    navigation_lines: frozenset[str]
    navigation_starts: Phrases
    navigation_ends: tuple[str, ...]
    credit_labels: tuple[str, ...]
    agencies: frozenset[str]
    caption_labels: Phrases
    caption_phrases: tuple[str, ...]
    caption_contains: re.Pattern[str]
    byline_labels: Phrases
    byline_closing: Phrases
    roles: frozenset[str]
    particles: frozenset[str]
    notes_headings: frozenset[str]
    kickers: frozenset[str]
    institutions: frozenset[str]
    legal_starts: Phrases
    legal_contains: tuple[str, ...]
    mail_headers: frozenset[str]
    mail_senders: frozenset[str]
    mail_boundaries: tuple[str, ...]
    mail_attributions: tuple[str, ...]
    question_speakers: frozenset[str]
    answer_speakers: frozenset[str]
    addressed: frozenset[str]
    speaks_of_self: frozenset[str]


@cache
def layout_words() -> LayoutWords:
    """The words of `resources/lexicon/layout.toml`."""
    data = _load("lexicon/layout.toml")
    navigation, credit, caption, byline = data["navigation"], data["credit"], data["caption"], data["byline"]
    heading, legal, mail, interview = data["heading"], data["legal"], data["mail"], data["interview"]
    return LayoutWords(
        navigation_lines=frozenset(navigation["lines"]),
        navigation_starts=Phrases.of(navigation["starts"]),
        navigation_ends=tuple(navigation["ends"]),
        credit_labels=tuple(credit["labels"]),
        agencies=frozenset(credit["agencies"]),
        caption_labels=Phrases.of(caption["labels"]),
        caption_phrases=tuple(caption["contains"]),
        caption_contains=re.compile(rf"\b(?:{alternatives(caption['contains'])})", re.IGNORECASE),
        byline_labels=Phrases.of(byline["labels"]),
        byline_closing=Phrases.of(byline["closing"]),
        roles=frozenset(byline["roles"]),
        particles=frozenset(byline["particles"]),
        notes_headings=frozenset(heading["notes"]),
        institutions=frozenset(heading["institutions"]),
        kickers=frozenset(heading["kickers"]),
        legal_starts=Phrases.of(legal["starts"]),
        legal_contains=tuple(legal["contains"]),
        mail_headers=frozenset(mail["headers"]),
        mail_senders=frozenset(mail["senders"]),
        mail_boundaries=tuple(mail["boundaries"]),
        mail_attributions=tuple(mail["attributions"]),
        question_speakers=frozenset(interview["questions"]),
        answer_speakers=frozenset(interview["answers"]),
        addressed=frozenset(interview["addressed"]),
        speaks_of_self=frozenset(interview["self"]),
    )


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """What `headers.toml` holds; `labels` has a label in small letters as key and the name of its group as value."""

    months: dict[str, int]
    weekdays: dict[str, int]
    ordinals: dict[str, int]
    fillers: frozenset[str]
    labels: dict[str, str]
    labels_after: dict[str, str]
    documents: frozenset[str]
    others: frozenset[str]
    linking: frozenset[str]
    records: frozenset[str]
    related: frozenset[str]
    today: re.Pattern[str]
    words_between: frozenset[str]
    places_between: frozenset[str]
    title_labels: frozenset[str]
    title_answers: frozenset[str]
    author_labels: frozenset[str]
    address_labels: frozenset[str]
    field_labels: frozenset[str]


@cache
def header_words() -> HeaderWords:
    """The words of `resources/lexicon/headers.toml`."""
    data = _load("lexicon/headers.toml")
    return HeaderWords(
        months={name: number for number, names in enumerate(data["months"], 1) for name in names},
        weekdays={name: number for number, names in enumerate(data["weekdays"]) for name in names},
        ordinals={name: number for number, names in enumerate(data["ordinals"], 1) for name in names},
        fillers=frozenset(data["fillers"]),
        labels={label: group for group, labels in data["labels"].items() for label in labels},
        labels_after={word: group for group, words in data["after"].items() for word in words},
        documents=frozenset(data["documents"]["words"]),
        others=frozenset(data["documents"]["others"]),
        linking=frozenset(data["documents"]["linking"]),
        records=frozenset(data["records"]["words"]),
        related=frozenset(data["related"]["lines"]),
        today=re.compile(rf"\b(?:{alternatives(data['today']['words'])})\b", re.IGNORECASE),
        words_between=frozenset(data["between"]["words"]),
        places_between=frozenset(data["between"]["places"]),
        title_labels=frozenset(data["title"]["labels"]),
        title_answers=frozenset(data["title"]["answers"]),
        author_labels=frozenset(data["author"]["labels"]),
        address_labels=frozenset(data["address"]["labels"]),
        field_labels=frozenset(data["fields"]["labels"]),
    )


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(read_text(name))
