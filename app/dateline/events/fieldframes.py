"""Who says what in one sentence of a language with a verb bracket: "laut Polizei", "…, teilte das Amt mit".

It must not know events, nor who a pronoun stands for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.events.brackets import Form
from dateline.events.fieldphrases import subject_of
from dateline.events.fields import Field, Part, Token
from dateline.events.lexicon import Lexicon

_QUOTES: Final = frozenset("„“”«»\"'‚‘")
_PAUSES: Final = frozenset(",–—-:") | _QUOTES
_ADJECTIVE_ENDINGS: Final = ("e", "en", "er", "es", "em")
_LONGEST_NOUN_PHRASE: Final = 4  # words from an article to its noun: "zwei mit dem Fall vertraute" is no source


@dataclass(frozen=True, slots=True)
class FieldFrame:
    """A source, as words of the sentence, and the clauses that rest on it, as their places among the sentence's.

    `named` is false where only "angeblich" or "hieß es" says that it is told; `says` where a verb of saying names the
    source, and `before` where that is said of the sentence before.
    """

    source: tuple[Token, ...]
    content: frozenset[int]
    named: bool = True
    says: bool = False
    before: bool = False


def field_frames(words: Sequence[Token], clauses: Sequence[Field], lexicon: Lexicon) -> list[FieldFrame]:
    """The frames of a sentence, in the order of the text. `clauses` are those of `words`."""
    reader = _Reader(words, clauses, lexicon)
    return sorted(reader.frames(), key=lambda frame: frame.source[0].start)


@dataclass(frozen=True, slots=True)
class _Reader:
    words: Sequence[Token]
    clauses: Sequence[Field]
    lexicon: Lexicon

    def frames(self) -> Iterator[FieldFrame]:
        """All frames, in no order."""
        openers = self._openers()
        for at, word in enumerate(self.words):
            frame = self._beside(at, word.lower) if word.lower in openers and not word.dates else None
            if frame is not None:
                yield frame
        for index, clause in enumerate(self.clauses):
            said = self._said(index, clause)
            if said is not None:
                yield said

    def _openers(self) -> frozenset[str]:
        """The words at which `_beside` looks."""
        lists = (self.lexicon.lists.get(f"attribution.{name}", frozenset()) for name in ("before", "behind", "adverbs"))
        return frozenset({"nach", "so", "es"}).union(*lists)

    def _has(self, name: str, word: str) -> bool:
        return self.lexicon.has(f"attribution.{name}", word)

    def _all(self, *apart: int) -> frozenset[int]:
        return frozenset(range(len(self.clauses))) - set(apart)

    # "Laut Polizei", "nach Angaben der Polizei", "dem Bericht zufolge", "so der Konzern", "angeblich", "hieß es"

    def _beside(self, at: int, lower: str) -> FieldFrame | None:
        source = tuple[Token, ...]()
        if self._has("before", lower):
            source = self._phrase(at + 1)
        elif self._has("behind", lower):
            source = self._phrase_before(at)
        elif lower == "nach":
            source = self._account(at + 1)
        elif lower == "so" and at and self.words[at - 1].text in _PAUSES:
            source = self._phrase(at + 1)
            source = source if self._ends(at + 1 + len(source)) else ()
        elif self._has("adverbs", lower):
            return FieldFrame((self.words[at],), self._clause_with(at), named=False)
        elif lower == "es" and at and self.words[at - 1].lower in ("hieß", "heißt"):
            return self._rumoured(at)
        return FieldFrame(source, self._all()) if source else None

    def _clause_with(self, at: int) -> frozenset[int]:
        """The clause in which a word stands."""
        return frozenset(index for index, clause in enumerate(self.clauses) if self.words[at] in clause.words)

    def _rumoured(self, at: int) -> FieldFrame:
        """ "Hieß es", "hieß es aus dem Ministerium"."""
        leads = self.words[at + 1 : at + 2]
        content = self._all(*self._clause_with(at))
        if leads and leads[0].lower in ("aus", "von", "bei", "in", "im", "beim", "vom"):
            source = self._phrase(at + 2)
            if source:
                return FieldFrame(source, content, says=True)
        return FieldFrame(tuple(self.words[at - 1 : at + 1]), content, named=False)

    def _ends(self, at: int) -> bool:
        return at >= len(self.words) or self.words[at].text in _PAUSES

    def _account(self, at: int) -> tuple[Token, ...]:
        """Whose "Angaben" are told behind "nach"; the word itself where nobody is named: "nach ersten Angaben"."""
        first = at
        while at < len(self.words) and self.words[at].lower.endswith(_ADJECTIVE_ENDINGS) and self._is_small(at):
            at += 1
        if at >= len(self.words):
            return ()
        noun = self.words[at].lower
        compounds = self.lexicon.lists.get("attribution.compounds", frozenset())
        compound = any(noun.endswith(end) and noun != end for end in compounds)
        if not compound and not self._has("accounts", noun):
            return ()
        behind = at + 1
        leads = self.words[behind].lower if behind < len(self.words) else ""
        owner = self._phrase(behind + 1 if leads in ("von", "aus") else behind)
        genitive = leads in ("der", "des", "eines", "einer", "von", "vom", "aus")
        owned = bool(owner) and not compound and (genitive or owner[0].text[0].isupper())
        return owner if owned else tuple(self.words[first : at + 1])

    def _is_small(self, at: int) -> bool:
        return self.words[at].text[0].islower() and not self.words[at].dates

    def _phrase(self, first: int) -> tuple[Token, ...]:
        """The noun phrase that begins at a word, with the genitives and the "von" behind it."""
        end = self._noun(first)
        while end is not None and end < len(self.words):
            leads = self.words[end].lower
            owned = leads in ("der", "des", "eines", "einer", "vom", "beim", "im")
            further = self._noun(end + (leads in ("von", "für", "aus", "vom", "beim", "im")))
            if further is None or not (owned or leads in ("von", "für", "aus")):
                break
            end = further
        if end is None and first < len(self.words) and self.lexicon.has("pronouns.subject", self.words[first].lower):
            end = first + 1
        return tuple(self.words[first:end]) if end is not None else ()

    def _noun(self, first: int) -> int | None:
        """Where the nouns end that stand at a word, behind an article and adjectives."""
        at = first
        while at < len(self.words) and at - first < _LONGEST_NOUN_PHRASE and self._describes(at, first):
            at += 1
        nouns = at
        while at < len(self.words) and self._is_noun(at):
            at += 1
        return at if at > nouns else None

    def _describes(self, at: int, first: int) -> bool:
        word = self.words[at]
        if not self._is_small(at):
            return False
        article = self.lexicon.has("articles.all", word.lower) or self.lexicon.has("numbers.words", word.lower)
        return article if at == first else word.lower.endswith(_ADJECTIVE_ENDINGS)

    def _is_noun(self, at: int) -> bool:
        word = self.words[at]
        return word.text[0].isupper() and not word.dates and not self.lexicon.has("articles.all", word.lower)

    def _phrase_before(self, end: int) -> tuple[Token, ...]:
        """The noun phrase in front of a word: "dem Bericht zufolge", "Angaben der Polizei zufolge"."""
        first = end
        while first and self._is_noun(first - 1):
            first -= 1
        if first == end:
            return ()
        at = first
        while at and self._is_small(at - 1) and self.words[at - 1].lower.endswith(_ADJECTIVE_ENDINGS):
            at -= 1
            if self.lexicon.has("articles.all", self.words[at].lower):
                first = at
                break
        opens = first and self.lexicon.has("articles.all", self.words[first - 1].lower)
        first -= 1 if opens and not self.words[first - 1].dates else 0
        if first and self._is_noun(first - 1) and self.words[first].lower in ("der", "des", "eines", "einer"):
            return (*self._phrase_before(first), *self.words[first:end])
        return tuple(self.words[first:end])

    # "Die Polizei teilte mit, dass …", "…, sagte der Bürgermeister", "wie die Zeitung berichtete"

    def _said(self, index: int, clause: Field) -> FieldFrame | None:
        if clause.verb is None or not self._has("verbs", clause.verb) or clause.finite is None:
            return None
        helps = self.lexicon.has("auxiliaries.have", clause.auxiliary) and clause.form is Form.PARTICIPLE
        negated = any(self.lexicon.has("negation.words", word.lower) for word in clause.words)
        if negated or not (clause.form is Form.FINITE or helps):
            return None
        if clause.words[0].lower == "wie" and clause.part is Part.SUBORDINATE:
            source = self._within(clause, 1)
            return FieldFrame(source, self._all(index), says=True) if source else None
        if clause.part is not Part.MAIN:
            return None
        return self._beside_content(index, clause)

    def _beside_content(self, index: int, clause: Field) -> FieldFrame | None:
        assert clause.finite is not None
        if clause.finite == 0:
            source = self._within(clause, 1)
            first = 0 if index and self._stands_apart(clause) else index + 1
        else:
            source, first = self._subject(clause), index + 1
        if not source or (len(source) == 1 and self._has("nobody", source[0].lower)):
            return None
        behind = [at for at in range(index + 1, len(self.clauses)) if self._is_content(at)]
        before = range(first, index) if any(known.part is Part.MAIN for known in self.clauses[first:index]) else ()
        pointing = self.lexicon.has("pronouns.pointing", clause.words[0].lower) and clause.finite == 1 and not behind
        return FieldFrame(source, frozenset({*before, *behind}), says=True, before=pointing)

    def _subject(self, clause: Field) -> tuple[Token, ...]:
        """The subject of a clause that does not open with its verb."""
        known = subject_of(clause, self.lexicon)
        if len(known) > 1 or (known and not self.lexicon.has("pronouns.pointing", known[0].lower)):
            whole = self._phrase(self.words.index(known[0]))
            return whole or known
        assert clause.finite is not None
        return self._within(clause, clause.finite + 1)

    def _within(self, clause: Field, at: int) -> tuple[Token, ...]:
        """The noun phrase at a word of a clause, behind "sich" and what only says when."""
        rest = clause.words[at:]
        skipped = 0
        while skipped < len(rest) and (
            rest[skipped].dates
            or self.lexicon.has("pronouns.reflexive", rest[skipped].lower)
            or self.lexicon.has("time.leads", rest[skipped].lower)
        ):
            skipped += 1
        return self._phrase(self.words.index(rest[skipped])) if skipped < len(rest) else ()

    def _stands_apart(self, clause: Field) -> bool:
        """Whether a comma or a quotation mark stands right before a clause."""
        at = self.words.index(clause.words[0])
        return at > 0 and self.words[at - 1].text in _PAUSES

    def _is_content(self, at: int) -> bool:
        """Whether a clause behind a verb of saying tells what was said: any but one that adds to a noun."""
        clause = self.clauses[at]
        return clause.part is not Part.RELATIVE or self._has("subjunctive", clause.auxiliary)
