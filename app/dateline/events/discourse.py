"""Who "he", "it", "they", "my" and "your" are: the subjects the text has named so far, and who speaks.

Only the plainest rule is used: the last fitting subject. It must not know events.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.events.clauses import Clause, Role
from dateline.events.headlines import is_plural
from dateline.events.lexicon import Lexicon
from dateline.events.namecues import is_body
from dateline.events.names import NameBook, NameType
from dateline.events.passages import Passage
from dateline.events.tagging import Words
from dateline.events.titles import subject_title
from dateline.model.documents import LineClass, SourceDocument

_LABELLED: Final = frozenset({LineClass.ANSWER, LineClass.BODY})
_WRITER: Final = re.compile(r"(?:^>* ?From: |, )\"?([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+)\"? <[^>\s]+@", re.MULTILINE)
_MANY: Final = re.compile(
    r"(?:[cuai]tors|tions|ments|ists|ants|ials|ents|ings|[rtn]ies|workers|fighters|ivers|makers|neers|officers|owners)$"
    r"|^(?:soldiers|players|leaders|members|voters|lawyers|farmers|teachers|traders|miners|protesters|banks|sales)$"
)  # no name's end
_LONGEST_NAMED: Final = 4  # words that are a person's name with what stands before it
_LONGEST_OBJECT: Final = 30  # characters; a longer name in place of a pronoun would crowd the title
_LONGEST_SUBJECT: Final = 8  # words; a longer one is told by its beginning


@dataclass(slots=True)
class Discourse:
    """What has been named so far in one document. It changes as the reading goes on, and lives no longer than the
    reading."""

    lexicon: Lexicon
    book: NameBook
    person: str = ""
    thing: str = ""
    several: str = ""
    interviewee: str = ""
    writers: Sequence[tuple[int, str]] = ()
    hero: str = ""
    hero_pronoun: str = ""
    _person_paragraph: int = -1
    _paragraph: int = -1
    _lives: bool = False
    _quoting: bool = False
    _asked: Clause | None = None
    _answer: str = ""

    def listen(self, passage: Passage) -> None:
        """Take note of who speaks: by a label before an answer, or by the head of a message."""
        sentence = passage.sentence
        self._paragraph, self._quoting = sentence.paragraph, '"' in passage.words.tags
        speaker = self.book.by_label(sentence.speaker) if sentence.line_class in _LABELLED else ""
        if speaker:
            self.interviewee = speaker
        place = bisect_right(self.writers, (sentence.start, "")) - 1
        if place >= 0:
            self.interviewee = self.writers[place][1]

    def subject(self, passage: Passage, clause: Clause) -> str:
        """How a clause's subject is called in a title; empty where nobody can say."""
        if self._asked is not clause:
            self._asked, self._answer = clause, self._subject(passage, clause)
        return self._answer

    def who(self, pronoun: str, line_class: LineClass) -> str:
        """Who or what a pronoun in small letters stands for; empty where nobody can say."""
        return self._pronoun(pronoun, line_class) or ""

    def pronouns(self, passage: Passage, clause: Clause) -> tuple[tuple[int, str], ...]:
        """The pronouns behind a clause's verb, by their words, with who or what they stand for; never its subject."""
        if clause.verb is None:
            return ()
        words, subject = passage.words, self.subject(passage, clause)
        found = list[tuple[int, str]]()
        for at in range(clause.verb.last, clause.last):
            if words.tags[at] != "I" and not (words.lowers[at] == "her" and _is_object(words, at)):
                continue
            name = self._object(words.lowers[at], passage.sentence.line_class)
            if name and name != subject and len(name) <= _LONGEST_OBJECT:
                found.append((at, name))
        return tuple(found)

    def _object(self, word: str, line_class: LineClass) -> str:
        if word == "them":
            return self.several
        return (self._pronoun(word, line_class) or "") if word in _OBJECTS else ""

    def _subject(self, passage: Passage, clause: Clause) -> str:
        if clause.subject is None:
            return ""
        first, last = clause.subject
        words = passage.words
        if last - first == 1:
            named = self._of_main_clause(passage, clause) if words.lowers[first] in _SEXED else None
            named = named or self._pronoun(words.lowers[first], passage.sentence.line_class)
            if named is not None:
                return named
        return self._with_possessor(words, first, last, passage.sentence.line_class)

    def _of_main_clause(self, passage: Passage, clause: Clause) -> str | None:
        """The name that is the subject of the main clause on which a side clause with "he" or "she" hangs: "Lund was
        away when she was named"."""
        if clause.role is not Role.SUBORDINATE:
            return None
        main = next((other for other in reversed(passage.clauses) if other.last == clause.first), None)
        if main is None or main.subject is None or main.role is not Role.MAIN or main.subject[0] < main.first:
            return None
        words, (first, last) = passage.words, main.subject
        names = self.book.names(words, first, last)
        whole = len(names) == 1 and (names[0].first, names[0].last) == (first, last)
        if not whole or names[0].type is not NameType.ACTOR or is_body(names[0].text, self.lexicon):
            return None
        return self._short(names[0].text)

    def _pronoun(self, word: str, line_class: LineClass) -> str | None:
        has = self.lexicon.has
        if has("pronouns.speaker", word):
            return self._speaker(word) if line_class is not LineClass.QUESTION else ""
        if has("pronouns.hearer", word):
            return self._short(self.interviewee)
        if has("pronouns.person", word):
            recent = self._person_paragraph == self._paragraph or not self.hero
            named = self.person if recent else self._short(self.hero)
            return "" if self._is_of_other_sex(word) and named in {self.hero, self._short(self.hero)} else named
        if word in {"they", "them", "these", "those"}:
            return self.several or self.thing
        if has("pronouns.thing", word):
            return self.thing
        return None

    def _is_of_other_sex(self, word: str) -> bool:
        """Whether a pronoun cannot mean the person that the document is about: "he" where it is mostly "she"."""
        return self.hero_pronoun != "" and (word in _FEMALE) is not (self.hero_pronoun in _FEMALE)

    def _speaker(self, word: str) -> str:
        """Who says "I": the one who answers; in a text without quotation marks and labels the one it is about."""
        if self.interviewee or self._quoting or word not in {"i", "me", "my"}:
            return self._short(self.interviewee)
        return self._short(self.hero)

    def _with_possessor(self, words: Words, first: int, last: int, line_class: LineClass) -> str:
        title = subject_title(words, first, min(last, first + 4 * _LONGEST_SUBJECT))
        if first == 0 and words.tags[0] == "A" and _MANY.search(words.lowers[0]) and not self._is_name(words):
            title = title[:1].lower() + title[1:]  # a sentence's first letter is no name's
        if words.tags[first] != "D" or " " not in title:
            return self._shortened(words, first, last, title)
        owner = self._pronoun(words.lowers[first], line_class)
        if owner is None or words.lowers[first] in {"this", "these", "that", "those"}:
            return title.split(" ", 1)[1] if words.lowers[first] in {"this", "these", "that", "those"} else title
        rest = title.split(" ", 1)[1]
        return f"{owner}'s {rest}" if owner and len(owner) < 30 else rest

    def _is_name(self, words: Words) -> bool:
        """Whether the word that opens a sentence is a name or begins one."""
        return words.word(0).isupper() or any(name.first == 0 for name in self.book.names(words, 0, len(words.tags)))

    def _shortened(self, words: Words, first: int, last: int, title: str) -> str:
        """A person of whom the text speaks by the last name alone is called so."""
        for name in self.book.names(words, first, last):
            alone = name.last >= last or words.tags[name.last] not in "og"  # not "North Korean officials"
            if alone and name.first == first and name.type is NameType.ACTOR and title.startswith(name.text):
                return self._short(name.text) + title[len(name.text) :]
        return title

    def _short(self, name: str) -> str:
        last = name.rsplit(" ", maxsplit=1)[-1]
        known = self.book.is_short_form(last, name) or name == self.interviewee
        known = known or (name == self.hero and self.book.surely_lives(name))  # "Corran Estates" has no last name
        if " " not in name or not known:
            return name
        before = name.split(" ")[-2]
        return f"{before} {last}" if before.lower() in _PARTICLES else last

    def note(self, passage: Passage, clause: Clause) -> None:
        """Remember the subject of a clause that has been read."""
        subject = clause.subject
        if clause.role is Role.SUBORDINATE or subject is None or subject[1] - subject[0] > 4 * _LONGEST_SUBJECT:
            return
        if not passage.words.tags[subject[0] : subject[1]].strip("IDJXC"):
            return
        called = self.subject(passage, clause)
        if called:
            self._remember(passage.words, *subject, called)

    def _remember(self, words: Words, first: int, last: int, called: str) -> None:
        names = [name for name in self.book.names(words, first, last) if name.type is NameType.ACTOR]
        if (
            words.lowers[first] in _SPEAKING
            or self.lexicon.has("generic.subjects", called.lower())
            or self._is_stray_verb(words, first, last)
        ):
            return
        if is_plural(called) and any(first <= at < last for at in words.nouns):
            first = words.tags.rfind("P", first, last) + 1  # "Her talks with officials ... They": the officials
            called = subject_title(words, first, last) if first else ""
        if is_plural(called):
            self.several = called
            return
        whole = [name for name in names if name.last >= last or words.tags[name.last] in ",(C"]
        person = next((name for name in whole if self._is_likely_person(name.text)), None)
        if person is not None:
            self._lives = self.book.surely_lives(person.text)
            self.person, self._person_paragraph = self._short(person.text), self._paragraph
        else:
            self.thing = called
            described = words.lowers[last - 1] in _PERSON_NOUNS and words.tags[first] == "D" and last - first <= 4
            short = last - first <= _LONGEST_NAMED and "(" not in words.tags[first:last]
            named = bool(names) and words.tags[last - 1] == "A" and not self.person and short
            if described or (named and not is_body(called, self.lexicon)):
                self.person, self._person_paragraph = called, self._paragraph

    def _is_stray_verb(self, words: Words, first: int, last: int) -> bool:
        """Whether a bare base form was taken for a subject: "had and continue to have"."""
        alone = last - first == 1 and words.tags[first] == "o" and first not in words.nouns
        return alone and self.lexicon.words.get(words.lowers[first], ("", ""))[0] == "v"

    def _is_likely_person(self, name: str) -> bool:
        """Whether "he" can mean a name: one that surely is a person's gives way to no name that only may be."""
        certain = self._lives and self._person_paragraph == self._paragraph
        return self.book.surely_lives(name) if certain else self.book.is_person(name)


def opened(document: SourceDocument, passages: Sequence[Passage], lexicon: Lexicon, book: NameBook) -> Discourse:
    """The discourse at the beginning of a document: the one who answers is known before the first question is read."""
    answers = [passage.sentence for passage in passages if passage.sentence.line_class is LineClass.ANSWER]
    speakers = (book.by_label(sentence.speaker) for sentence in answers if sentence.speaker)
    interviewee = next(filter(None, speakers), book.hero() if answers else "")
    writers = tuple((match.end(), match[1]) for match in _WRITER.finditer(document.text))
    hero = book.hero()
    told = _main_pronoun(passages) if hero else ""
    return Discourse(lexicon, book, interviewee=interviewee, writers=writers, hero=hero, hero_pronoun=told)


def _main_pronoun(passages: Sequence[Passage]) -> str:
    """ "he" or "she", whichever a document says far more often; else nothing."""
    counts = Counter(lower for passage in passages for lower in passage.words.lowers if lower in _SEXED)
    he, she = (sum(counts[word] for word in words) for words in (_SEXED - _FEMALE, _FEMALE))
    if max(he, she) < _FEWEST_PRONOUNS or max(he, she) < _FAR_MORE * min(he, she):
        return ""
    return "she" if she > he else "he"


def _is_object(words: Words, her: int) -> bool:
    """Whether "her" stands alone rather than before what is hers."""
    return words.tags[her + 1 : her + 2] in ("", ".", ",", "P", "T", "t", "C", "J")


_SPEAKING: Final = frozenset("i we you my our your".split())  # in another's mouth they mean somebody else
_FEMALE: Final = frozenset({"she", "her", "herself"})
_SEXED: Final = _FEMALE | {"he", "him", "his", "himself"}
_FEWEST_PRONOUNS: Final = 6
_FAR_MORE: Final = 3
_OBJECTS: Final = frozenset({"him", "her", "it", "me", "us"})
_PARTICLES: Final = frozenset("de du von van bin al la le di del st. st".split())  # a part of the last name
_PERSON_NOUNS: Final = frozenset(
    "man woman boy girl driver officer teacher author writer painter suspect defendant victim minister".split()
)
