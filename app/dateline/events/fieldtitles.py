"""Titles of clauses with a verb bracket: the clause in the order of its subject, without its time expressions.

The verb stands in the present, as headlines have it; "wurde ... errichtet" loses its auxiliary. It must not know dates.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.events.brackets import Form
from dateline.events.fieldphrases import (
    before_subject,
    counts,
    goes_on,
    is_participle,
    is_plural,
    is_small,
    noun_phrase,
    opens_otherwise,
    opens_phrase,
    undated,
    without_objects,
)
from dateline.events.fields import Field, Part, Token
from dateline.events.fieldtenses import in_present
from dateline.events.fitting import LONGEST_TITLE
from dateline.events.lexicon import Lexicon

_GLUED: Final = frozenset(".,;:!?)]”“")
_QUOTES: Final = frozenset("\"“”„«»‘’'()[]")
_LEAST_WORDS: Final = 3  # who does what; behind them no small word or adjective is left hanging
_ENDS: Final = " ,;:-–—.\"'“”„"


def field_title(field: Field, subject: Sequence[Token], lexicon: Lexicon) -> str:
    """The title of a clause. `subject` stands for a subject that the clause borrows or has as a pronoun."""
    words = [word for word in undated(field.words, lexicon) if word.text not in _QUOTES]
    if field.part is Part.INFINITIVE:
        return _intended(words, subject, field.auxiliary, lexicon)
    finite = field.words[field.finite] if field.finite is not None else None
    at = words.index(finite) if finite in words else None
    if field.part in {Part.SUBORDINATE, Part.RELATIVE} and at is not None:
        ordered = _from_aside(field, words, at, lexicon)
    elif at is None or finite is None:
        ordered = [*subject, *words] if finite is None else words
    else:
        ordered = [*subject, *words] if goes_on(field, lexicon) else _subject_first(field, words, at, subject, lexicon)
    if _drops_auxiliary(field, lexicon):
        ordered = [
            word for word in ordered if word is not finite and not lexicon.has("auxiliaries.dropped", word.lower)
        ]
    elif finite is not None:
        ordered = in_present(ordered, field, finite, lexicon)
    if finite is not None and len(_joined([word.text for word in ordered])) > LONGEST_TITLE:
        verb = next((word for word in ordered if word.start == finite.start), finite)
        ordered = _without_phrase(ordered, verb, lexicon)
    return _shortened(_without_article(ordered, lexicon), lexicon)


def _subject_first(
    field: Field, words: list[Token], at: int, subject: Sequence[Token], lexicon: Lexicon
) -> list[Token]:
    """A main clause with its subject before the verb where only a time stood there."""
    if at > 0:
        if at == 1 and subject and lexicon.has("pronouns.subject", words[0].lower):
            return [*subject, *words[1:]]
        if not opens_otherwise(words, at, lexicon):
            return words
    passed, after = _behind_verb(words[at + 1 :], lexicon)
    count = noun_phrase(after, lexicon, is_plural(field))
    if not count:
        return [*subject, *words] if at == 0 else words
    own, opening = after[:count], words[:at]
    if subject and lexicon.has("pronouns.subject", own[0].lower):
        own = list(subject)
    if at == 1 and lexicon.has("adverbs.opening", words[0].lower):
        opening = []
    elif at == 1 and is_participle(words[0], lexicon):
        return [*own, words[at], *passed, *after[count:], replace(words[0], text=words[0].lower)]
    elif opening and is_small(opening[0], lexicon):
        opening = [replace(opening[0], text=opening[0].lower), *opening[1:]]
    return _around_verb(own, words[at], opening, passed, after[count:], lexicon)


def _around_verb(
    own: Sequence[Token],
    verb: Token,
    opening: Sequence[Token],
    passed: Sequence[Token],
    behind: Sequence[Token],
    lexicon: Lexicon,
) -> list[Token]:
    """A subject, its verb and the rest; of what is too long the phrase that opened the clause goes."""
    reflexive = [word for word in behind[:1] if lexicon.has("pronouns.reflexive", word.lower)]
    rest = [*passed, *behind[len(reflexive) :]]
    ordered = [*own, verb, *reflexive, *opening, *rest]
    if rest and len(_joined([word.text for word in ordered])) > LONGEST_TITLE:
        ordered = [*own, verb, *reflexive, *rest]
    return ordered


def _behind_verb(words: Sequence[Token], lexicon: Lexicon) -> tuple[Sequence[Token], Sequence[Token]]:
    """What stands between a verb and the subject behind it, and the words from there on."""
    after = without_objects(words, lexicon)
    passed = len(words) - len(after) or before_subject(words, lexicon)
    return words[:passed], words[passed:]


def _without_phrase(words: list[Token], finite: Token, lexicon: Lexicon) -> list[Token]:
    """Words that are too long for a title without the phrase between the verb and its object: "findet auf dem Dachboden
    der Kirche die Pfeifen"."""
    first = words.index(finite) + 1 if finite in words else len(words)
    if first >= len(words) or not opens_phrase(words[first], lexicon):
        return words
    for at in range(first + 2, len(words) - 1):
        opens = lexicon.has("articles.accusative", words[at].lower) or counts(words[at], lexicon)
        if opens and words[at - 1].text[0].isupper():
            return [*words[:first], *words[at:]]
    return words


def _from_aside(field: Field, words: list[Token], at: int, lexicon: Lexicon) -> list[Token]:
    """A subordinate or relative clause in the order of a main clause; a relative pronoun gives way to its noun."""
    finite, rest = words[at], words[:at] + words[at + 1 :]
    if field.part is Part.SUBORDINATE:
        rest = rest[1:]
        count = noun_phrase(rest, lexicon)
        return [*rest[:count], finite, *rest[count:]]
    noun = _antecedent(field, lexicon)
    if rest and not is_small(rest[0], lexicon) and not lexicon.has("clauses.relatives", rest[0].lower):
        return [*noun, finite, *rest]  # goes on from another aside
    if not rest or lexicon.has("time.leads", rest[0].lower):
        noun, rest = [], rest[1:]
    count = noun_phrase(rest[1:], lexicon)
    if count:
        return [*rest[1 : count + 1], finite, *noun, *rest[count + 1 :]]
    return [*noun, finite, *rest[1:]]


def _antecedent(field: Field, lexicon: Lexicon) -> list[Token]:
    """The noun that a relative clause tells more of: the last whose article agrees with the pronoun, else the last."""
    nouns, agreeing, article = list[Token](), list[Token](), ""
    for word in field.before:
        if lexicon.has("articles.all", word.lower):
            article = word.lower
        elif word.text[0].isupper() and not word.dates:
            nouns.append(word)
            if lexicon.has(f"antecedents.{field.words[0].lower}", article):
                agreeing.append(word)
            article = ""
        elif opens_phrase(word, lexicon):
            article = ""
    return (agreeing or nouns)[-1:]


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
