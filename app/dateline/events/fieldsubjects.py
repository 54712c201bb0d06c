"""Who a pronoun means in a language with a verb bracket: the subject of the sentence before, or the person the text is
about.

The only thing in this reading that remembers sentences; one is made for each text. It must not know dates or events.
"""

from collections.abc import Sequence

from dateline.events.fieldphrases import is_plural, subject_of
from dateline.events.fields import Field, Part, Token, fields
from dateline.events.lexicon import Lexicon

_GENDERS = ("masculine", "feminine", "neuter")
_NAMED_WORDS = 3  # capitalised words side by side that are an office and a name


class Subjects:
    """The subject of the last sentence, and the last person that was one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._last = tuple[Token, ...]()
        self._person = tuple[Token, ...]()

    def next_paragraph(self) -> None:
        """A pronoun behind the break of a paragraph can only mean a person."""
        self._last = ()

    def hear(self, clauses: Sequence[Field]) -> None:
        """Remember the subject a pronoun of the next sentence can mean: that of the last main clause; a pronoun that
        means the one before keeps it."""
        for clause in clauses:
            if clause.part is Part.MAIN and clause.finite is not None:
                own = subject_of(clause, self._lexicon)
                if self._is_pronoun(own):
                    self._last = self._agreeing(own[0], self._last)
                elif own or clause.finite:
                    self._last = self._alone(own, clause)
                    named = self._names_person(own) and not is_plural(clause)
                    self._person = own if named else self._person

    def named_last(self) -> tuple[Token, ...]:
        """The subject of the sentence before, or else the last person that was one."""
        return self._last or self._person

    def borrowed(self, clause: Field) -> Sequence[Token]:
        """The subject of a clause that has none of its own or only a pronoun for it."""
        own = subject_of(clause, self._lexicon)
        if clause.part is Part.GAPPED:
            return ()
        if clause.finite is None or (clause.finite == 0 and not own):
            return self._head(clause.before)
        if not self._is_pronoun(own) or is_plural(clause):
            return ()
        before = self._head(clause.before, plurals=False) if clause.before else self._last
        found = (self._agreeing(own[0], known) for known in (before, self._last, self._person))
        return self._short(next((known for known in found if known), ()))

    def _is_pronoun(self, subject: Sequence[Token]) -> bool:
        return len(subject) == 1 and self._lexicon.has("pronouns.subject", subject[0].lower)

    def _head(self, words: Sequence[Token], *, plurals: bool = True) -> tuple[Token, ...]:
        """The subject of the clause that some words make."""
        for clause in fields(words, self._lexicon):
            own = subject_of(clause, self._lexicon)
            if own:
                return own if plurals else self._alone(own, clause)
        return ()

    def _alone(self, subject: tuple[Token, ...], clause: Field) -> tuple[Token, ...]:
        """A subject unless it is a plural, whose article would pass for the feminine one."""
        plural = is_plural(clause) and bool(subject)
        return () if plural and self._lexicon.has("articles.feminine", subject[0].lower) else subject

    def _agreeing(self, pronoun: Token, subject: tuple[Token, ...]) -> tuple[Token, ...]:
        """A subject, where its article has the pronoun's gender, or its name can have it."""
        gender = next((name for name in _GENDERS if self._lexicon.has(f"pronouns.{name}", pronoun.lower)), None)
        if not subject or gender is None:
            return ()
        if self._lexicon.has(f"articles.{gender}", subject[0].lower):
            return subject
        named = gender != "neuter" and self._names_person(subject) and subject[0].text[0].isupper()
        return subject if named and self._gender(subject) in (gender, None) else ()

    def _names_person(self, subject: Sequence[Token]) -> bool:
        """Whether a subject is a name without an article, or an office with a name."""
        if not subject:
            return False
        if self._lexicon.has("articles.all", subject[0].lower):
            return len(_names(subject)) >= _NAMED_WORDS
        noun = len(subject) == 1 and self._lexicon.has("titles.people", subject[0].lower)
        small = self._lexicon.has("numbers.words", subject[0].lower) or self._is_pronoun(subject)
        small = small or self._lexicon.has("pronouns.pointing", subject[0].lower)
        return len(_names(subject)) == len(subject) and not noun and not small

    def _gender(self, subject: Sequence[Token]) -> str | None:
        """The gender that an office tells: "Ministerin Kühn"; None where there is none."""
        office = next((word.lower for word in subject if self._lexicon.has("titles.people", word.lower)), None)
        if office is None:
            return None
        return "feminine" if office.endswith("in") or office == "frau" else "masculine"

    def _short(self, subject: tuple[Token, ...]) -> tuple[Token, ...]:
        """Of a person who was named before the last name is enough."""
        names = _names(subject)
        return names[-1:] if len(names) > 1 and self._names_person(subject) else subject


def _names(subject: Sequence[Token]) -> tuple[Token, ...]:
    """The capitalised words at the end of a subject."""
    at = len(subject)
    while at and subject[at - 1].text[0].isupper() and subject[at - 1].text[-1].isalpha():
        at -= 1
    opens = at == 0 and len(subject) > 1 and subject[0].lower in ("der", "die", "das", "ein", "eine")
    return tuple(subject[1 if opens else at :])
