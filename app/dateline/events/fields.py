"""Clauses of a sentence in a language with a verb bracket: their words, the verbs in them, what joins them.

A clause may be interrupted by a relative clause, so it is a sequence of words and not a stretch. It must not know kinds
of events or titles.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from dateline.events.brackets import Form, VerbForm, readings_of
from dateline.events.lexicon import Lexicon
from dateline.model.spans import Span
from dateline.model.timex import Timex3

_WORD: Final = re.compile(r"\b[A-ZÄÖÜ]\.(?=\s)|\d+(?:[.,:]\d+)+|\w+(?:[-‐]\w+)*|[^\w\s]")
_PAUSES: Final = frozenset(",;:–—-")  # a hyphen that stands alone is a dash
_DASHES: Final = frozenset("–—-")
_LONGEST_PLACE: Final = 8  # words: "Frankfurt am Main (dpa) -"
_LONGEST_STRETCH: Final = 120  # words without a mark, or without a verb: no sentence of a person's has more
_GUESSED: Final = re.compile(r"[a-zäöüß]{3,}te[n]?$")  # a weak past that no list has
# A participle that no list has, where it closes the clause of an auxiliary.
_PARTICIPLE: Final = re.compile(
    r"(?:[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|er|ver|zer|ent|über|miss)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]+iert)$"
)
_INFLECTED: Final = re.compile(r"[a-zäöüß]+?(e|en|er|es|em)$")


class Part(StrEnum):
    """What a clause is in its sentence."""

    MAIN = "main"
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"
    INFINITIVE = "infinitive"
    GAPPED = "gapped"


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written, its place, and whether it belongs to a time expression."""

    start: int
    end: int
    text: str
    dates: bool = False

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Field:
    """A clause: its words, the place of its finite verb among them (None: borrowed or missing), the verb that carries
    the meaning (or None where no list has it), and the auxiliary or modal (or the verb itself) in small letters.

    `form` is the meaning verb's form, `past` whether the clause is in a simple past; `before` are the words of the
    clause it hangs on, for subjects and antecedents.
    """

    words: tuple[Token, ...]
    part: Part
    finite: int | None
    auxiliary: str
    verb: str | None
    form: Form | None
    before: tuple[Token, ...] = ()
    past: bool = False

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return Span(self.words[0].start, self.words[-1].end)

    def dating(self, timexes: Sequence[Timex3]) -> tuple[Timex3, ...]:
        """Those of some expressions that stand in it."""
        return tuple(known for known in timexes if any(word.start <= known.start < word.end for word in self.words))


@dataclass(frozen=True, slots=True)
class Attribute:
    """A date that belongs to a noun's participle, "die 1998 gebaute Halle": the participle's plain form and its verb,
    and the words from the article to the noun."""

    participle: str
    verb: str
    words: tuple[Token, ...]


def attribute(words: Sequence[Token], timex: Timex3, lexicon: Lexicon) -> Attribute | None:
    """The noun whose participle an expression dates, or None where it dates the clause."""
    places = [at for at, word in enumerate(words) if word.start < timex.end and timex.start < word.end]
    if not places or places[-1] + 2 >= len(words):
        return None
    first, last = places[0], places[-1]
    while first > 0 and lexicon.has("time.leads", words[first - 1].lower):
        first -= 1
    described, noun = words[last + 1], words[last + 2]
    ending = _INFLECTED.match(described.text)
    if ending is None or not noun.text[0].isupper() or first == 0:
        return None
    if not lexicon.has("articles.all", words[first - 1].lower):
        return None
    plain = described.text[: ending.start(1)]
    readings = readings_of(plain, lexicon.language)
    verb = next((known.verb for known in readings if known.form is Form.PARTICIPLE), None)
    return Attribute(plain, verb, tuple(words[first - 1 : last + 3])) if verb is not None else None


def tokens(text: str, span: Span, timexes: Sequence[Timex3]) -> list[Token]:
    """The words of a sentence, its final stop left out."""
    found = [
        Token(
            match.start(),
            match.end(),
            match.group(),
            any(known.start < match.end() and match.start() < known.end for known in timexes),
        )
        for match in _WORD.finditer(text, span.start, span.end)
    ]
    while found and found[-1].text in ".!?;:" and not found[-1].dates:
        found.pop()
    return found


def without_place(words: list[Token]) -> list[Token]:
    """The words of a report behind the place and the agency it opens with: "Altenried (opr) - Der Damm ..."."""
    for at, word in enumerate(words[:_LONGEST_PLACE]):
        if word.text in _DASHES:
            return words[at + 1 :] if (at and words[at - 1].text == ")") or _is_place(words[:at]) else words
        if word.dates:
            return words
    return words


def _is_place(words: Sequence[Token]) -> bool:
    """A place in capitals, or two with a stroke between them."""
    named = [word for word in words if word.text != "/"]
    shouted = all(word.text.isupper() and len(word.text) > 1 for word in named)
    return bool(named) and (shouted or (len(named) < len(words) and all(word.text[0].isupper() for word in named)))


def fields(words: Sequence[Token], lexicon: Lexicon) -> list[Field]:
    """The clauses of a sentence in order; a sentence without a verb is one clause."""
    found, waiting, reader = list[Field](), tuple[Token, ...](), _Reader(lexicon)
    for piece in _pieces(words, lexicon):
        joins = waiting and not reader.opens_aside(piece) and not reader.continues(piece, found)
        field = reader.read(waiting + reader.without_mark(piece) if joins else piece, found)
        if field is not None and (field.part is Part.MAIN or joins):
            waiting = ()
        if field is not None:
            found.append(replace(field, before=waiting) if waiting else field)
        elif found and not waiting:
            at = reader.interrupted(found)
            found[at] = reader.extended(found[at], piece if at == len(found) - 1 else reader.bare(piece))
        elif len(waiting) < _LONGEST_STRETCH:
            waiting += piece
        else:  # what waits so long for its verb never had one
            found.append(Field(waiting, Part.MAIN, None, "", None, None))
            waiting = piece
    if waiting:
        found.insert(0, Field(waiting, Part.MAIN, None, "", None, None))
    return found


def _pieces(words: Sequence[Token], lexicon: Lexicon) -> Iterator[tuple[Token, ...]]:
    """The stretches between commas and coordinators; these stand at the head of the stretch they open."""
    piece = list[Token]()
    for at, word in enumerate(words):
        full = len(piece) >= _LONGEST_STRETCH
        if piece and (full or (not word.dates and _parts(words, at, lexicon))):
            yield tuple(piece)
            piece = []
        piece.append(word)
    if piece:
        yield tuple(piece)


def _parts(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a mark or a coordinator parts two stretches: not between two times or two nouns of one phrase ("in
    Nieder- und Oberbayern lebte", "zwischen 2006 und 2015")."""
    if words[at].text in _PAUSES:
        return True
    if not lexicon.has("clauses.coordinators", words[at].lower):
        return False
    if not 0 < at < len(words) - 1:
        return True
    before, behind = words[at - 1], words[at + 1]
    if before.dates and behind.dates:
        return False
    nouns = before.text[0].isupper() and behind.text[0].isupper() and not (before.dates or behind.dates)
    closes = at + 3 >= len(words) or words[at + 3].text in _PAUSES
    last = words[at + 2] if at + 2 < len(words) else behind
    return not (nouns and closes and last.text[0].islower() and last.text not in _PAUSES)


@dataclass(frozen=True, slots=True)
class _Reader:
    lexicon: Lexicon

    def opens_aside(self, piece: Sequence[Token]) -> bool:
        """Whether a stretch opens like a relative or a subordinate clause and has its verb at the end."""
        bare = self.bare(piece)
        if not piece or piece[0].text != "," or not bare:
            return False
        at = 1 if len(bare) > 1 and self.lexicon.has("time.leads", bare[0].lower) else 0
        opening = bare[at].lower
        if self._subordinates(bare):
            return True
        return self.lexicon.has("clauses.relatives", opening) and self._finite(bare[-1:], 0) is not None

    def read(self, piece: tuple[Token, ...], found: Sequence[Field]) -> Field | None:
        """The clause of a stretch, or None where it has no verb of its own and belongs to its neighbour."""
        aside = self.opens_aside(piece)
        bare = self.bare(piece)
        if not bare:
            return None
        part = self._part(bare, aside)
        finite = next((at for at in range(len(bare)) if self._finite(bare, at) is not None), None)
        last = found[-1] if found else None
        if finite is None or self._goes_on(bare, finite, last):
            return self._without_finite(piece, bare, last)
        goes_on = last is not None and self._continues_aside(piece, bare, last)
        if aside or goes_on:  # its finite verb is the last word
            finite = max(at for at in range(len(bare)) if self._finite(bare, at) is not None)
        verb = self._meaning(bare, finite)
        before = last.words if last is not None else ()
        if goes_on and last is not None:
            part, before = last.part, last.before
        form = verb.form if verb else None
        name = (verb.verb or None) if verb else None
        return Field(bare, part, finite, bare[finite].lower, name, form, before, self._is_past(bare[finite], verb))

    def continues(self, piece: Sequence[Token], found: Sequence[Field]) -> bool:
        """Whether a stretch goes on with the aside before it."""
        return bool(found) and self._continues_aside(piece, self.bare(piece), found[-1])

    def interrupted(self, found: Sequence[Field]) -> int:
        """The number of the clause that a stretch without a finite verb belongs to: the last, or the one whose verb is
        still missing behind a whole aside: "Am Sonntag ist die Frau, die ihn kannte, gestorben"."""
        last = len(found) - 1
        whole = found[last].part is Part.RELATIVE and found[last].finite == len(found[last].words) - 1
        if last and whole and found[last - 1].verb is None and found[last - 1].auxiliary:
            return last - 1
        return last

    def _continues_aside(self, piece: Sequence[Token], bare: Sequence[Token], last: Field) -> bool:
        """ "..., der 1990 Rat war und 2010 den Orden bekommen hatte": joined to an aside, with its verb at the end."""
        joined = self.lexicon.has("clauses.coordinators", piece[0].lower)
        aside = last.part in {Part.RELATIVE, Part.SUBORDINATE} and last.finite == len(last.words) - 1
        return joined and aside and len(bare) > 2 and self._finite(bare, len(bare) - 1) is not None

    def _goes_on(self, bare: Sequence[Token], finite: int, last: Field | None) -> bool:
        """ "soll den Brand gelegt und das Werk verkauft haben": the infinitive that closes the bracket of a modal."""
        closes = finite == len(bare) - 1 and self.lexicon.has("auxiliaries.infinitive", bare[finite].lower)
        return closes and last is not None and self.lexicon.has("modals.finite", last.auxiliary)

    def extended(self, field: Field, piece: tuple[Token, ...]) -> Field:
        """A clause with a stretch that belongs to it; a verb that closes the stretch is the clause's."""
        words = (*field.words, *piece)
        if field.finite is None or self._is_infinitive(piece):
            return replace(field, words=words)
        verb = self._meaning(words, field.finite)
        return replace(field, words=words, verb=(verb.verb or None) if verb else None, form=verb.form if verb else None)

    def _is_infinitive(self, piece: Sequence[Token]) -> bool:
        """Whether a stretch closes with an infinitive with its "zu", which is no verb of the clause before."""
        parted = len(piece) > 2 and piece[-2].lower == "zu"
        return parted or self._reading(piece[-1], {Form.TO_INFINITIVE}) is not None

    def _subordinates(self, bare: Sequence[Token]) -> bool:
        """ "Nachdem ... eingestürzt war", but not "Seit 2003 steht ..." or "Während der Sitzung beschloss ..."."""
        opens = self.lexicon.has("clauses.subordinators", bare[0].lower)
        return opens and self._finite(bare, len(bare) - 1) is not None

    def _part(self, bare: Sequence[Token], aside: bool) -> Part:
        if self._subordinates(bare):
            return Part.SUBORDINATE
        return Part.RELATIVE if aside else Part.MAIN

    def _without_finite(self, piece: Sequence[Token], bare: tuple[Token, ...], last: Field | None) -> Field | None:
        """ "und 1987 stillgelegt", "bis Juni einen Plan vorzulegen": clauses that lean on the one before."""
        if last is None or last.finite is None or not any(word.dates for word in bare):
            return None
        if self._finite(bare, len(bare) - 1) is not None:  # the end of a modal's bracket
            return None
        if self._is_gapped(piece, bare, last):
            return Field(bare, Part.GAPPED, None, last.auxiliary, last.verb, last.form, last.words, last.past)
        closing = bare[-2] if len(bare) > 1 and self.lexicon.has("auxiliaries.dropped", bare[-1].lower) else bare[-1]
        reading = self._reading(closing, {Form.TO_INFINITIVE, Form.PARTICIPLE})
        parted = len(bare) > 1 and bare[-2].lower == "zu"
        if parted or (reading is not None and reading.form is Form.TO_INFINITIVE):
            reading = self._reading(bare[-1], {Form.TO_INFINITIVE, Form.INFINITIVE})
            verb = reading.verb if reading is not None else None
            return Field(bare, Part.INFINITIVE, None, last.auxiliary, verb, Form.INFINITIVE, last.words)
        coordinated = self.lexicon.has("clauses.coordinators", piece[0].lower)
        if coordinated and reading is not None and last.form is Form.PARTICIPLE:
            return Field(bare, Part.MAIN, None, last.auxiliary, reading.verb, Form.PARTICIPLE, last.words)
        return None

    def _is_gapped(self, piece: Sequence[Token], bare: Sequence[Token], last: Field) -> bool:
        """ "1993 verlieh ihr das Land den Orden, 2001 die Universität die Doktorwürde": a second time and other words
        for a verb that is not told again."""
        if last.words[-1].dates or piece[0] is bare[0] or not any(word.dates for word in last.words):
            return False
        at = 0
        while at < len(bare) and (bare[at].dates or self.lexicon.has("time.leads", bare[at].lower)):
            at += 1
        named = [word for word in bare[at:] if word.text[0].isupper() and not word.dates]
        return (
            at > 0
            and bare[at - 1].dates
            and self._tells_time_first(last)
            and len(named) > 1
            and not self._ends_in_verb(bare)
        )

    def _tells_time_first(self, field: Field) -> bool:
        """Whether a clause opens with its time, as one does that is set beside another."""
        opening = field.words[: field.finite]
        return bool(opening) and all(word.dates or self.lexicon.has("time.leads", word.lower) for word in opening)

    def _ends_in_verb(self, bare: Sequence[Token]) -> bool:
        return bare[-1].text[0].islower() and bool(self._readings(bare[-1].lower))

    def without_mark(self, piece: tuple[Token, ...]) -> tuple[Token, ...]:
        """A stretch without the mark that opens it; a coordinator stays: "Erde und Geröll gehen ab"."""
        return piece[1:] if piece[0].text in _PAUSES else piece

    def bare(self, piece: Sequence[Token]) -> tuple[Token, ...]:
        """A stretch without the mark or the coordinator that opens it."""
        at = 0
        while at < len(piece) and (
            piece[at].text in _PAUSES or (at == 0 and self.lexicon.has("clauses.coordinators", piece[at].lower))
        ):
            at += 1
        return tuple(piece[at:])

    def _finite(self, words: Sequence[Token], at: int) -> str | None:
        """The word at a place where it can be a finite verb."""
        word = words[at]
        if word.dates or not word.text[0].islower():
            return None
        lower = word.lower
        if self.lexicon.has("auxiliaries.finite", lower) or self.lexicon.has("modals.finite", lower):
            return lower
        particles = {known.particle for known in self._readings(lower) if known.form is Form.FINITE}
        if "" in particles or (particles and not particles.isdisjoint(self._parted(words[at + 1 :]))):
            infinitive = any(known.form is Form.INFINITIVE for known in self._readings(lower))
            participle = any(known.form is Form.PARTICIPLE for known in self._readings(lower))
            doubtful = (infinitive or participle) and (at == len(words) - 1 or self._is_inside(words, at))
            return None if doubtful and len(words) > 1 and not self._second(words, at) else lower
        guessed = _GUESSED.match(lower) is not None and not self.lexicon.has("not_verbs.words", lower)
        return lower if guessed and not self._is_inside(words, at) else None

    def _parted(self, words: Sequence[Token]) -> set[str]:
        """The words behind a verb that can be its particle: one that is a preposition or an article as well closes its
        stretch."""
        has = self.lexicon.has
        found = set[str]()
        for at, word in enumerate(words):
            closes = at + 1 == len(words) or words[at + 1].text in _PAUSES
            small = has("time.leads", word.lower) or has("articles.all", word.lower)
            if word.text[0].islower() and (closes or not small):
                found.add(word.lower)
        return found

    def _second(self, words: Sequence[Token], at: int) -> bool:
        """Whether a form closes a clause of a subject alone: "Die Firma verkauft"."""
        return at == len(words) - 1 and not any(
            self._readings(word.lower) or self.lexicon.has("auxiliaries.finite", word.lower) for word in words[:at]
        )

    def _is_inside(self, words: Sequence[Token], at: int) -> bool:
        """Whether a form stands where only an adjective can: "die geplanten Arbeiten"."""
        dated = at
        while dated > 0 and words[dated - 1].dates:
            dated -= 1
        if dated == 0:
            return False
        if dated < at:  # "die 1998 gebaute Halle", but not "am 3. Mai stoppte der Rat"
            named = at + 1 < len(words) and words[at + 1].text[0].isupper()
            return named and self.lexicon.has("articles.all", words[dated - 1].lower)
        before = words[at - 1].lower
        inside = self.lexicon.has("time.leads", before) or self.lexicon.has("articles.all", before)
        described = words[at - 1].text[0].islower() and _INFLECTED.match(before) is not None
        return inside or (described and at + 1 < len(words) and words[at + 1].text[0].isupper())

    def _meaning(self, words: Sequence[Token], finite: int) -> VerbForm | None:
        """The verb that carries the clause: what closes the bracket, or the finite verb with its particle."""
        lower = words[finite].lower
        helps = self.lexicon.has("auxiliaries.finite", lower) or self.lexicon.has("modals.finite", lower)
        if helps:
            others = [word for at, word in enumerate(words) if at != finite and (word.text[0].islower() or at == 0)]
            for at in range(len(others) - 1, -1, -1):
                reading = self._reading(others[at], {Form.PARTICIPLE, Form.INFINITIVE})
                if reading is not None and not self.lexicon.has("auxiliaries.infinitive", others[at].lower):
                    return self._with_particle(reading, others[at - 1] if at else None)
            return self._guessed(words, finite)
        if self.lexicon.has("causatives.finite", lower) and len(words) > finite + 2:
            caused = self._reading(words[-1], {Form.INFINITIVE})
            if caused is not None:  # "ließ die Halle räumen"
                return caused
        closes = self._parted(words[finite + 1 :])
        readings = [known for known in self._readings(lower) if known.form is Form.FINITE]
        parted = [known for known in readings if known.particle and known.particle in closes]
        whole = [known for known in readings if not known.particle]
        return next(iter((*parted, *whole)), None)

    def _with_particle(self, reading: VerbForm, before: Token | None) -> VerbForm:
        """A participle whose particle is written apart: "bekannt gegeben"."""
        verb = f"{before.lower}|{reading.verb}" if before is not None else ""
        return replace(reading, verb=verb) if verb in self.lexicon.verb_kinds else reading

    def _guessed(self, words: Sequence[Token], finite: int) -> VerbForm | None:
        """A participle of an unknown verb that closes the clause of "haben", "sein" or "werden"."""
        closing = [word for word in words if word.text[0].isalpha()]
        while closing and self.lexicon.has("auxiliaries.dropped", closing[-1].lower):
            closing.pop()
        helps = self.lexicon.has("auxiliaries.finite", words[finite].lower)
        if not helps or not closing or closing[-1] is words[finite] or closing[-1].dates:
            return None
        return VerbForm(Form.PARTICIPLE, "") if _PARTICIPLE.match(closing[-1].text) else None

    def _is_past(self, finite: Token, verb: VerbForm | None) -> bool:
        """Whether the finite verb is in the past: by the verb's forms, or by its ending where no list has it."""
        if verb is not None and verb.form is Form.FINITE:
            return verb.past
        if self.lexicon.has("causatives.finite", finite.lower):
            return self.lexicon.has("causatives.past", finite.lower)
        helps = self.lexicon.has("auxiliaries.finite", finite.lower) or self.lexicon.has("modals.finite", finite.lower)
        return self.lexicon.has("auxiliaries.past", finite.lower) or (not helps and bool(_GUESSED.match(finite.lower)))

    def _reading(self, word: Token, forms: set[Form]) -> VerbForm | None:
        return next((known for known in self._readings(word.lower) if known.form in forms), None)

    def _readings(self, lower: str) -> tuple[VerbForm, ...]:
        return readings_of(lower, self.lexicon.language)
