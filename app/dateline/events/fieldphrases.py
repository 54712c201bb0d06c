"""What stands where in a clause with a verb bracket: its subject, what leads to its time, the phrases before its verb.

It must not know titles, kinds of events or dates.
"""

from collections.abc import Sequence

from dateline.events.brackets import Form, readings_of
from dateline.events.fields import Field, Part, Token
from dateline.events.lexicon import Lexicon


def subject_of(field: Field, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words of a main clause's subject where it can be told by its place, else nothing."""
    if field.part is not Part.MAIN or field.finite is None:
        return ()
    words = undated(field.words[: field.finite], lexicon)
    if (not words and not goes_on(field, lexicon)) or (words and opens_otherwise(words, len(words), lexicon)):
        after = without_objects(field.words[field.finite + 1 :], lexicon)
        return tuple(after[: noun_phrase(after, lexicon, is_plural(field))])
    return tuple(words)


def goes_on(field: Field, lexicon: Lexicon) -> bool:
    """Whether the clause opens with its verb behind another clause, whose subject it shares: "und verkaufte sie".
    Behind "Nachdem der Rat zugestimmt hatte, ..." the subject follows."""
    if field.finite != 0 or not field.before:
        return False
    reports = field.verb is not None and lexicon.has("reporting.verbs", field.verb)
    return not reports and not lexicon.has("clauses.subordinators", field.before[0].lower)


def without_objects(words: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The words behind a verb without the pronouns that stand before its subject: "nahm ihn die Polizei fest"."""
    at = 0
    while at < len(words) and _is_object(words, at, lexicon):
        at += 1
    return words[at:]


def _is_object(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    follows = words[at + 1 : at + 2]
    dative = words[at].lower == "ihr" and bool(follows) and lexicon.has("articles.all", follows[0].lower)
    return dative or any(lexicon.has(name, words[at].lower) for name in ("pronouns.object", "pronouns.reflexive"))


def is_plural(field: Field) -> bool:
    """Whether the finite verb of a clause is a plural."""
    return field.auxiliary.endswith("en")


def undated(words: Sequence[Token], lexicon: Lexicon) -> list[Token]:
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


def noun_phrase(words: Sequence[Token], lexicon: Lexicon, plural: bool = False) -> int:
    """How many words at the head of a stretch are a noun phrase that can be a subject; 0 where it is none. Of a plural
    with its article the name behind it is no part: "wählten die Bürger Clara Winter"."""
    if not words or lexicon.has("articles.other_case", words[0].lower) or words[0].dates:
        return 0
    if lexicon.has("pronouns.subject", words[0].lower):
        return 1
    about = 1 if len(words) > 1 and lexicon.has("numbers.about", words[0].lower) and counts(words[1], lexicon) else 0
    at = 1 + about if lexicon.has("articles.all", words[0].lower) or counts(words[about], lexicon) else 0
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
        return at + 1 + noun_phrase(words[at + 1 :], lexicon)
    return at


def before_subject(words: Sequence[Token], lexicon: Lexicon) -> int:
    """How many words of a phrase stand between the verb and a subject with its article: "beginnt in Wels der Prozess";
    0 where none does."""
    if not words or not opens_phrase(words[0], lexicon):
        return 0
    at = 1
    while at < len(words) and _is_of_phrase(words, at, lexicon):
        at += 1
    follows = at < len(words) and lexicon.has("articles.nominative", words[at].lower)
    return at if follows and words[at - 1].text[0].isupper() else 0


def _is_of_phrase(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a word goes on with a phrase: a noun, an article or an adjective before it, another phrase behind it."""
    word, before = words[at], words[at - 1]
    if word.text[0].isupper() or lexicon.has("articles.other_case", word.lower):
        return True
    if lexicon.has("articles.all", word.lower):
        return opens_phrase(before, lexicon)
    if opens_phrase(word, lexicon):
        return before.text[0].isupper()
    return word.text.endswith(("e", "en", "er", "em", "es")) and not before.text[0].isupper()


def opens_phrase(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a preposition, or "als", outside time expressions."""
    leads = lexicon.has("time.leads", word.lower) or lexicon.has("adverbs.prepositions", word.lower)
    return leads and not word.dates


def counts(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a number."""
    return word.text.isdigit() or lexicon.has("numbers.words", word.lower)


def opens_otherwise(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether something else than the subject stands before the verb: a time or a place, an adverb, an object."""
    opens = words[0].lower
    return (
        lexicon.has("time.leads", opens)
        or lexicon.has("articles.other_case", opens)
        or lexicon.has("adverbs.prepositions", opens)
        or (at == 1 and lexicon.has("adverbs.opening", opens))
        or (at == 1 and is_participle(words[0], lexicon))
    )


def is_participle(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word at the head of a sentence is its verb: "Aufgeflogen war der Fall", "Geboren wurde sie"."""
    readings = readings_of(word.lower, lexicon.language)
    return any(known.form is Form.PARTICIPLE for known in readings) and all(
        known.form in {Form.PARTICIPLE, Form.FINITE} for known in readings
    )


def is_small(word: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a preposition or an article."""
    return lexicon.has("time.leads", word.lower) or lexicon.has("articles.all", word.lower)
