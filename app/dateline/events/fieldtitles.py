"""Titles of clauses with a verb bracket: the clause in the order of its subject, without its time expressions.

Such a verb is not put into another tense; only "wurde ... errichtet" loses its auxiliary. It must not know dates.
"""

import re
from collections.abc import Sequence
from typing import Final

from dateline.events.brackets import Form
from dateline.events.fields import Field, Part, Token
from dateline.events.lexicon import Lexicon
from dateline.events.titles import LONGEST_TITLE

_GLUED: Final = frozenset(".,;:!?)]”“")
_QUOTES: Final = frozenset("\"“”„«»‘’'()[]")
_HANGING: Final = re.compile(r"[a-zäöüß]{1,3}$|[a-zäöüß]+(?:e|en|em|er|es)$")  # small words, adjectives before a noun
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
        ordered = [*subject, *words] if _goes_on(field) else _subject_first(field, words, at, subject, lexicon)
    if _drops_auxiliary(field, lexicon):
        ordered = [word for word in ordered if word is not finite]
    return _shortened(_without_article(ordered, lexicon), lexicon)


def subject_of(field: Field, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of a main clause's subject where it can be told by its place, else nothing."""
    if field.part is not Part.MAIN or field.finite is None:
        return ()
    words = _undated(field.words[: field.finite], lexicon)
    if not words:
        after = field.words[field.finite + 1 :]
        return () if _goes_on(field) else tuple(after[: _noun_phrase(after, lexicon, _is_plural(field))])
    opens = words[0].lower
    if lexicon.has("time.leads", opens) or lexicon.has("articles.other_case", opens):
        after = field.words[field.finite + 1 :]
        return tuple(after[: _noun_phrase(after, lexicon, _is_plural(field))])
    return tuple(words)


def _goes_on(field: Field) -> bool:
    """Whether the clause opens with its verb behind another clause, whose subject it shares: "und verkaufte sie"."""
    return field.finite == 0 and bool(field.before)


def _is_plural(field: Field) -> bool:
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
        if skipping and (lexicon.has("time.leads", word.lower) or word.text in ",–-") and not word.text[0].isupper():
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
    at = 1 if lexicon.has("articles.all", words[0].lower) else 0
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
        if not lexicon.has("time.leads", words[0].lower):
            return words
    after = words[at + 1 :]
    count = _noun_phrase(after, lexicon, _is_plural(field))
    if not count:
        return [*subject, *words] if at == 0 else words
    own = after[:count]
    if subject and lexicon.has("pronouns.subject", own[0].lower):
        own = list(subject)
    return [*own, words[at], *words[:at], *after[count:]]


def _from_aside(field: Field, words: list[Token], at: int, lexicon: Lexicon) -> list[Token]:
    """A subordinate or relative clause in the order of a main clause; a relative pronoun gives way to its noun."""
    finite, rest = words[at], words[:at] + words[at + 1 :]
    if field.part is Part.SUBORDINATE:
        rest = rest[1:]
        count = _noun_phrase(rest, lexicon)
        return [*rest[:count], finite, *rest[count:]]
    noun = [word for word in field.before if word.text[0].isupper() and not word.dates][-1:]
    if lexicon.has("time.leads", rest[0].lower):
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
            while len(kept) > 2 and (_HANGING.match(kept[-1]) or not kept[-1][:1].isalnum()):
                kept.pop()
        whole = _joined([*kept, tail])[:LONGEST_TITLE].strip(_ENDS)
    return whole[:1].upper() + whole[1:]


def _joined(texts: Sequence[str]) -> str:
    joined = ""
    for text in texts:
        joined += text if text in _GLUED or not joined else f" {text}"
    return joined.strip(_ENDS)
