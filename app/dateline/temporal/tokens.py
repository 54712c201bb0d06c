"""A text as tokens with their kinds, and as the string of tags that patterns search.
It must not know what patterns mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.temporal.kinds import EMPTY, SIGNS, Kind, Payload, Token
from dateline.temporal.language import Language
from dateline.temporal.numbers import merge_numbers
from dateline.temporal.numerals import classify
from dateline.temporal.scanning import Chunk, scan


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of a text; `tags` has one character for each."""

    text: str = field(repr=False)
    items: Sequence[Token] = field(repr=False)
    tags: str = field(repr=False)
    language: Language = field(repr=False)

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.items[index].start].isupper()


def tokenise(text: str, language: Language) -> Tokens:
    """The tokens of a text in a language."""
    raw = _with_phrases(_tokens(text, language), language)
    items = merge_numbers(raw)
    character = language.alphabet.character
    unknown = character(frozenset(EMPTY))
    tags = "".join(unknown if item.payload is EMPTY else character(frozenset(item.payload)) for item in items)
    return Tokens(text, items, tags, language)


def _tokens(text: str, language: Language) -> list[Token]:
    """Words looked up, chunks with digits classified."""
    words, capitals, suffixes = language.words, language.capitals, language.suffixes
    out: list[Token] = []
    add = out.append
    for chunk in scan(text):
        start, end, word = chunk
        payload = capitals.get(word) if word in capitals and text[start].isupper() else words.get(word)
        if payload is not None:
            add(Token(start, end, word, payload))
        elif word.isalpha():
            cut = _glued(text[start:end], language) if text[end + 1 : end + 2].isdigit() else 0
            if cut:
                add(Token(start, start + cut, word[:cut], EMPTY))
                start, word = start + cut, word[cut:]
            add(Token(start, end, word, words.get(word) or capitals.get(word, EMPTY) if cut else EMPTY))
        else:
            out += _odd(chunk, text, language, suffixes)
    return out


def _glued(raw: str, language: Language) -> int:
    """Where a month begins that the making of the page glued to the word before it ("SmithOctober 30"); else 0."""
    cut = next((index for index in range(len(raw) - 3, 0, -1) if raw[index].isupper()), 0)
    if not cut or not raw[cut - 1].islower():
        return 0
    tail = raw[cut:].lower()
    return cut if Kind.MONTH in (language.words.get(tail) or language.capitals.get(tail, EMPTY)) else 0


def _odd(chunk: Chunk, text: str, language: Language, suffixes: frozenset[str]) -> list[Token]:
    """Signs, empty lines and everything with a digit."""
    start, end, word = chunk
    if word == "\n":
        return [Token(start, end, word, _BREAK)]
    if len(word) == 1 and not word.isdigit():
        sign = SIGNS.get(word)
        return [Token(start, end, word, _SIGN if sign is None else _SIGN_PAYLOADS[sign])]
    if not any(character.isdigit() for character in word):
        return [Token(start, end, word, EMPTY)]
    pieces = classify(text[start:end], suffixes)
    return [_piece(start + first, start + last, text, payload, language) for first, last, payload in pieces]


def _piece(start: int, end: int, text: str, payload: Payload, language: Language) -> Token:
    word = text[start:end].lower().replace(".", "")
    found = payload or language.words.get(word) or language.capitals.get(word, EMPTY)
    return Token(start, end, word, found)


_BREAK: Payload = {Kind.BREAK: None}
_SIGN: Payload = {Kind.SIGN: None}
_SIGN_PAYLOADS: dict[Kind, Payload] = {kind: {kind: None} for kind in SIGNS.values()}


def _with_phrases(items: list[Token], language: Language) -> list[Token]:
    """Words that are one entry together ("couple of", "new year's eve") become one token; the longest entry wins."""
    out: list[Token] = []
    index, phrases = 0, language.phrases
    while index < len(items):
        entries = phrases.get(items[index].word)
        length = 1
        if entries is not None:
            for words, payload in entries:
                if words == tuple(item.word for item in items[index : index + len(words)]):
                    length = len(words)
                    last = items[index + length - 1]
                    out.append(Token(items[index].start, last.end, " ".join(words), payload))
                    break
        if length == 1:
            out.append(items[index])
        index += length
    return out
