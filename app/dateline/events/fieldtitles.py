"""Titles of clauses with a verb bracket: the clause in the order of its subject, without its time expressions.

The verb stands in the present, as headlines have it; "wurde ... errichtet" loses its auxiliary. It must not know dates.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.events.brackets import Form, readings_of
from dateline.events.fields import Field, Part, Token
from dateline.events.fieldtenses import in_present
from dateline.events.lexicon import Lexicon
from dateline.events.titles import LONGEST_TITLE

_GLUED: Final = frozenset(".,;:!?)]”“")
_QUOTES: Final = frozenset("\"“”„«»‘’'()[]")
_LEAST_WORDS: Final = 3  # who does what; behind them no small word or adjective is left hanging
_ENDS: Final = " ,;:-–—.\"'“”„"


def field_title(field: Field, subject: Sequence[Token], lexicon: Lexicon) -> str:
    """The title of a clause. `subject` stands for a subject that the clause borrows or has as a pronoun."""
    words = [word for word in _undated(field.words, lexicon) if word.text not in _QUOTES]
    if field.part is Part.INFINITIVE:
        return _intended(words, subject, field.auxiliary, lexicon)
    finite = field.words[field.finite] if field.finite is not None else None
    at = words.index(finite) if finite in words else None
    if field.part in {Part.SUBORDINATE, Part.RELATIVE} and at is not None:
        ordered = _from_aside(field, words, at, lexicon)
    elif at is None or finite is None:
        ordered = [*subject, *words] if finite is None else words
    else:
        ordered = [*subject, *words] if _goes_on(field, lexicon) else _subject_first(field, words, at, subject, lexicon)
    if _drops_auxiliary(field, lexicon):
        ordered = [
            word for word in ordered if word is not finite and not lexicon.has("auxiliaries.dropped", word.lower)
        ]
    elif finite is not None:
        ordered = in_present(ordered, field, finite, lexicon)
    return _shortened(_without_article(ordered, lexicon), lexicon)


def subject_of(field: Field, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of a main clause's subject where it can be told by its place, else nothing."""
    if field.part is not Part.MAIN or field.finite is None:
        return ()
    words = _undated(field.words[: field.finite], lexicon)
    if (not words and not _goes_on(field, lexicon)) or (words and _opens_otherwise(words, len(words), lexicon)):
        after = _without_objects(field.words[field.finite + 1 :], lexicon)
        return tuple(after[: _noun_phrase(after, lexicon, is_plural(field))])
    return tuple(words)


def _goes_on(field: Field, lexicon: Lexicon) -> bool:
    """Whether the clause opens with its verb behind another clause, whose subject it shares: "und verkaufte sie".
    Behind "Nachdem der Rat zugestimmt hatte, ..." the subject follows."""
    if field.finite != 0 or not field.before:
        return False
    reports = field.verb is not None and lexicon.has("reporting.verbs", field.verb)
    return not reports and not lexicon.has("clauses.subordinators", field.before[0].lower)


def _without_objects(words: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The words behind a verb without the pronouns that stand before its subject: "nahm ihn die Polizei fest"."""
    at = 0
    while at < len(words) and _is_object(words, at, lexicon):
        at += 1
    return words[at:]


def _is_object(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    follows = words[at + 1 : at + 2]
    dative = words[at].lower == "ihr" and bool(follows) and lexicon.has("articles.all", follows[0].lower)
    return dative or lexicon.has("pronouns.object", words[at].lower)


def is_plural(field: Field) -> bool:
    """Whether the finite verb of a clause is a plural."""
    return field.auxiliary.endswith("en")


def _undated(words: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The words without time expressions and what leads to them."""
    kept, skipping, opening = list[Token](), False, ""
    for word in words:
        if word.dates:
            while kept and _belongs(kept, lexicon):
                opening = kept.pop().lower
            skipping = True
            continue
        joins = lexicon.has("time.leads", word.lower) or lexicon.has("clauses.coordinators", word.lower)
        if skipping and (joins or word.text in ",–-") and not word.text[0].isupper():
            if _next_dates(words, word) or word.text in ",–-":
                continue
            if lexicon.has("time.opens", opening) and lexicon.has("time.closes", word.lower):
                continue
        skipping, opening = False, ""
        kept.append(word)
    return kept


def _belongs(kept: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the last word before a time expression goes with it: of articles only those behind a preposition."""
    if lexicon.has("articles.all", kept[-1].lower):
        return len(kept) > 1 and _leads(kept[-2], lexicon) and not lexicon.has("articles.all", kept[-2].lower)
    return _leads(kept[-1], lexicon)


def _leads(word: Token, lexicon: Lexicon) -> bool:
    return any(lexicon.has(name, word.lower) for name in ("time.leads", "time.fillers", "articles.all"))


def _next_dates(words: Sequence[Token], word: Token) -> bool:
    at = words.index(word)
    return any(other.dates for other in words[at + 1 : at + 3])


def _noun_phrase(words: Sequence[Token], lexicon: Lexicon, plural: bool = False) -> int:
    """How many words at the head of a stretch are a noun phrase that can be a subject; 0 where it is none. Of a plural
    with its article the name behind it is no part: "wählten die Bürger Clara Winter"."""
    if not words or lexicon.has("articles.other_case", words[0].lower) or words[0].dates:
        return 0
    if lexicon.has("pronouns.subject", words[0].lower):
        return 1
    about = 1 if len(words) > 1 and lexicon.has("numbers.about", words[0].lower) and _counts(words[1], lexicon) else 0
    at = 1 + about if lexicon.has("articles.all", words[0].lower) or _counts(words[about], lexicon) else 0
    while at < len(words) and words[at].text[0].islower() and words[at].text.endswith(("e", "en", "er", "es")):
        if _leads(words[at], lexicon):
            return 0
        at += 1
    first = at
    most = first + 1 if plural and first else len(words)
    while at < min(most, len(words)) and words[at].text[0].isupper() and not words[at].dates:
        at += 1
    if at == first:
        return 0
    if at < len(words) and lexicon.has("articles.genitive", words[at].lower):
        return at + 1 + _noun_phrase(words[at + 1 :], lexicon)
    return at


def _subject_first(
    field: Field, words: list[Token], at: int, subject: Sequence[Token], lexicon: Lexicon
) -> list[Token]:
    """A main clause with its subject before the verb where only a time stood there."""
    if at > 0:
        if at == 1 and subject and lexicon.has("pronouns.subject", words[0].lower):
            return [*subject, *words[1:]]
        if not _opens_otherwise(words, at, lexicon):
            return words
    behind = words[at + 1 :]
    after = _without_objects(behind, lexicon)
    passed = list(behind[: len(behind) - len(after)])
    if (skipped := _before_subject(after, lexicon)) and not passed:
        passed, after = list(after[:skipped]), after[skipped:]
    count = _noun_phrase(after, lexicon, is_plural(field))
    if not count:
        return [*subject, *words] if at == 0 else words
    own, opening = after[:count], words[:at]
    if subject and lexicon.has("pronouns.subject", own[0].lower):
        own = list(subject)
    if at == 1 and lexicon.has("adverbs.opening", words[0].lower):
        opening = []
    elif opening and (_is_small(opening[0], lexicon) or _is_participle(opening[0], lexicon)):
        opening = [replace(opening[0], text=opening[0].lower), *opening[1:]]
    reflexive = [word for word in after[count : count + 1] if lexicon.has("pronouns.reflexive", word.lower)]
    rest = [*passed, *after[count + len(reflexive) :]]
    ordered = [*own, words[at], *reflexive, *opening, *rest]
    if rest and len(_joined([word.text for word in ordered])) > LONGEST_TITLE:
        ordered = [*own, words[at], *reflexive, *rest]
    return ordered


def _before_subject(words: Sequence[Token], lexicon: Lexicon) -> int:
    """How many words of a phrase stand between the verb and a subject with its article: "beginnt in Wels der Prozess";
    0 where none does."""
    if not words or not lexicon.has("time.leads", words[0].lower) or words[0].dates:
        return 0
    at = 1
    while at < len(words) and (
        words[at].text[0].isupper()
        or lexicon.has("articles.other_case", words[at].lower)
        or (at > 1 and words[at].text.endswith(("en", "er", "em")) and not _leads(words[at], lexicon))
    ):
        at += 1
    follows = at < len(words) and lexicon.has("articles.nominative", words[at].lower)
    return at if follows and words[at - 1].text[0].isupper() else 0


def _counts(word: Token, lexicon: Lexicon) -> bool:
    return word.text.isdigit() or lexicon.has("numbers.words", word.lower)


def _opens_otherwise(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether something else than the subject stands before the verb: a time or a place, an adverb, an object."""
    opens = words[0].lower
    return (
        lexicon.has("time.leads", opens)
        or lexicon.has("articles.other_case", opens)
        or lexicon.has("adverbs.prepositions", opens)
        or (at == 1 and lexicon.has("adverbs.opening", opens))
        or (at == 1 and _is_participle(words[0], lexicon))
    )


def _is_participle(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word at the head of a sentence is its verb: "Aufgeflogen war der Fall", "Geboren wurde sie"."""
    readings = readings_of(word.lower, lexicon.language)
    return any(known.form is Form.PARTICIPLE for known in readings) and all(
        known.form in {Form.PARTICIPLE, Form.FINITE} for known in readings
    )


def _is_small(word: Token, lexicon: Lexicon) -> bool:
    return lexicon.has("time.leads", word.lower) or lexicon.has("articles.all", word.lower)


def _from_aside(field: Field, words: list[Token], at: int, lexicon: Lexicon) -> list[Token]:
    """A subordinate or relative clause in the order of a main clause; a relative pronoun gives way to its noun."""
    finite, rest = words[at], words[:at] + words[at + 1 :]
    if field.part is Part.SUBORDINATE:
        rest = rest[1:]
        count = _noun_phrase(rest, lexicon)
        return [*rest[:count], finite, *rest[count:]]
    noun = [word for word in field.before if word.text[0].isupper() and not word.dates][-1:]
    if rest and not _is_small(rest[0], lexicon) and not lexicon.has("clauses.relatives", rest[0].lower):
        return [*noun, finite, *rest]  # goes on from another aside
    if not rest or lexicon.has("time.leads", rest[0].lower):
        noun, rest = [], rest[1:]
    count = _noun_phrase(rest[1:], lexicon)
    if count:
        return [*rest[1 : count + 1], finite, *noun, *rest[count + 1 :]]
    return [*noun, finite, *rest[1:]]


def _drops_auxiliary(field: Field, lexicon: Lexicon) -> bool:
    """Whether the participle alone says it: "wurde errichtet", "ist ausgebrochen"."""
    if field.form is not Form.PARTICIPLE or lexicon.has("auxiliaries.future", field.auxiliary):
        return False
    return lexicon.has("auxiliaries.be", field.auxiliary) or lexicon.has("auxiliaries.become", field.auxiliary)


def _intended(words: list[Token], subject: Sequence[Token], told: str, lexicon: Lexicon) -> str:
    """ "kündigte an, bis Juni einen Plan vorzulegen" as "will einen Plan vorlegen"."""
    texts = [word.text for word in words]
    last = texts.pop() if texts else ""
    if texts and texts[-1] == "zu":
        texts.pop()
    particle = next(
        (verb.rpartition("|")[0] for verb in lexicon.verb_kinds if "|" in verb and _parted(verb) == last), ""
    )
    last = last.replace(f"{particle}zu", particle, 1) if particle else last
    will = "wollen" if told.endswith("en") else "will"
    return shortened_words([*(word.text for word in _without_article(subject, lexicon)), will, *texts, last])


def _parted(verb: str) -> str:
    particle, _, base = verb.rpartition("|")
    return f"{particle}zu{base}"


def _without_article(words: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    opens = len(words) > 1 and words[0].lower in lexicon.lists.get("articles.nominative", ())
    return words[1:] if opens else words


def _shortened(words: Sequence[Token], lexicon: Lexicon) -> str:
    """Words as a title; of a long one first the person's office and then the articles go."""
    texts = [word.text for word in words]
    named = len(texts) > 2 and lexicon.has("titles.people", words[0].lower) and texts[1][0].isupper()
    if named and texts[2][0].isupper() and len(_joined(texts)) > LONGEST_TITLE:
        texts = texts[1:]
    if len(texts) > 2 and lexicon.has("auxiliaries.infinitive", texts[-1]) and texts[-2][:1].islower():
        texts = [*texts[:-2], " ".join(texts[-2:])]  # "abgezweigt haben" stays together
    if len(_joined(texts)) > LONGEST_TITLE:
        texts = [text for text in texts if not lexicon.has("articles.dropped", text)]
    return shortened_words(texts)


def shortened_words(texts: Sequence[str]) -> str:
    """Words as a title of at most 60 characters: what closes the clause stays, the middle goes."""
    whole = _joined(texts)
    if len(whole) > LONGEST_TITLE:
        tail = texts[-1] if texts[-1][:1].islower() and len(texts[-1]) < LONGEST_TITLE // 3 else ""
        kept = list(texts[:-1]) if tail else list(texts)
        while len(kept) > 1 and len(_joined([*kept, tail])) > LONGEST_TITLE:
            kept.pop()
            while len(kept) > _LEAST_WORDS and (kept[-1][:1].islower() or not kept[-1][:1].isalnum()):
                kept.pop()
        whole = _joined([*kept, tail])[:LONGEST_TITLE].strip(_ENDS)
    return whole[:1].upper() + whole[1:]


def _joined(texts: Sequence[str]) -> str:
    joined = ""
    for text in texts:
        joined += text if text in _GLUED or not joined else f" {text}"
    return joined.strip(_ENDS)
