"""A text as tokens with their kinds, and as the string of tags that patterns search.
It must not know what patterns mean.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.temporal.kinds import EMPTY, SIGNS, Kind, Payload, Token
from dateline.temporal.language import Language
from dateline.temporal.numbers import merge_numbers
from dateline.temporal.numerals import classify
from dateline.temporal.scanning import CHUNK, normalised


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of a text; `tags` has one character for each; `kinds` are all that any of them can be of."""

    text: str = field(repr=False)
    items: Sequence[Token] = field(repr=False)
    tags: str = field(repr=False)
    kinds: frozenset[Kind] = field(repr=False)
    language: Language = field(repr=False)

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.items[index].start].isupper()


def tokenise(text: str, language: Language) -> Tokens:
    """The tokens of a text in a language."""
    raw = _with_phrases(_tokens(text, language), language)
    items = merge_numbers(raw)
    payloads = [item.payload for item in items]
    keys = list(map(id, payloads))  # of a few hundred, shared by all that are alike
    alike = dict(zip(keys, payloads, strict=True))
    characters = {key: language.alphabet.character(frozenset(payload)) for key, payload in alike.items()}
    tags = "".join(map(characters.__getitem__, keys))
    return Tokens(text, items, tags, language.alphabet.kinds_in(tags), language)


def _tokens(text: str, language: Language) -> list[Token]:
    """Words looked up, chunks with digits classified; of a run of unknown words only the first and the last are kept.

    The loop runs for every word of a text, hence the local names and the direct use of the expression.
    """
    words, capitals, parts = language.words, language.capitals, language.parts
    out: list[Token] = []
    add = out.append
    in_run, last_of_run = False, None
    for match in CHUNK.finditer(text):
        word = match.group()
        lower = word.lower()
        payload = capitals[lower] if lower in capitals and word[0] != lower[0] else words.get(lower)
        after = match.end() + 1
        if payload is None and lower.isalpha() and lower not in parts and not text[after : after + 1].isdigit():
            if in_run:
                last_of_run = match
            else:
                add(Token(*match.span(), lower, EMPTY))
                in_run = True
            continue
        if last_of_run is not None:
            add(_unknown(last_of_run))
            last_of_run = None
        in_run = False
        if payload is not None:
            add(Token(*match.span(), lower, payload))
        elif word in _SIGN_WORDS:
            add(Token(*match.span(), *_SIGN_WORDS[word]))
        else:
            out += _odd(match.start(), match.end(), word, language)
    if last_of_run is not None:
        add(_unknown(last_of_run))
    return out


def _unknown(match: re.Match[str]) -> Token:
    return Token(*match.span(), match.group().lower(), EMPTY)


def _glued(raw: str, language: Language) -> int:
    """Where a month begins that the making of the page glued to the word before it ("SmithOctober 30"); else 0."""
    cut = next((index for index in range(len(raw) - 3, 0, -1) if raw[index].isupper()), 0)
    if not cut or not raw[cut - 1].islower():
        return 0
    tail = raw[cut:].lower()
    return cut if Kind.MONTH in (language.words.get(tail) or language.capitals.get(tail, EMPTY)) else 0


def _odd(start: int, end: int, raw: str, language: Language) -> list[Token]:
    """Words before a number or with something glued to them, abbreviations, unknown signs, empty lines, everything
    with a digit.
    """
    word = normalised(raw)
    if word == "\n":
        return [Token(start, end, word, _BREAK)]
    if word.isalpha():
        return _words(start, end, raw, word, language)
    if len(word) == 1 and not word.isdigit():
        return [Token(start, end, word, _SIGN)]
    if not any(character.isdigit() for character in word):
        return [Token(start, end, word, language.words.get(word, EMPTY))]
    pieces = classify(raw, language.suffixes)
    return [_piece(start + first, start + last, raw[first:last], payload, language) for first, last, payload in pieces]


def _words(start: int, end: int, raw: str, word: str, language: Language) -> list[Token]:
    """An unknown word, an abbreviation without its full stops, or two words that were glued together."""
    cut = _glued(raw, language)
    if not cut:
        return [Token(start, end, word, _lookup(word, raw, language))]
    tail = word[cut:]
    return [
        Token(start, start + cut, word[:cut], EMPTY),
        Token(start + cut, end, tail, _lookup(tail, raw[cut:], language)),
    ]


def _lookup(word: str, raw: str, language: Language) -> Payload:
    if word in language.capitals and raw[0].isupper():
        return language.capitals[word]
    return language.words.get(word, EMPTY)


def _piece(start: int, end: int, raw: str, payload: Payload, language: Language) -> Token:
    word = normalised(raw)
    found = payload or language.words.get(word) or language.capitals.get(word, EMPTY)
    return Token(start, end, word, found)


_BREAK: Payload = {Kind.BREAK: None}
_SIGN: Payload = {Kind.SIGN: None}
_SIGN_PAYLOADS: dict[Kind, Payload] = {kind: {kind: None} for kind in SIGNS.values()}
_SIGN_WORDS = {raw: (normalised(raw), _SIGN_PAYLOADS[kind]) for raw, kind in SIGNS.items()}


def _with_phrases(items: list[Token], language: Language) -> list[Token]:
    """Words that are one entry together ("couple of", "new year's eve") become one token; the longest entry wins."""
    phrases = language.phrases
    out: list[Token] = []
    done = 0
    for index in [index for index, item in enumerate(items) if item.word in phrases]:
        if index >= done and (found := _phrase(items, index, language)) is not None:
            out += items[done:index]
            token, done = found
            out.append(token)
    out += items[done:]
    return out


def _phrase(items: list[Token], index: int, language: Language) -> tuple[Token, int] | None:
    """The longest entry that begins at an index, and the index behind it."""
    second = items[index + 1].word if index + 1 < len(items) else ""
    for words, payload in language.phrases[items[index].word]:
        if words[1] != second:
            continue
        end = index + len(words)
        if words == tuple([item.word for item in items[index:end]]):
            return Token(items[index].start, items[end - 1].end, " ".join(words), payload), end
    return None
