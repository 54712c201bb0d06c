"""Numbers in words become one token: "twenty-six", "two thousand", "nineteen ninety-four", "three hundred and ten".

It must not know a language: ones, tens and scales come with the tokens.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.temporal.kinds import EMPTY, Kind, Payload, Token

_LONGEST_RUN: Final = 12  # tokens of one number in words
_COUNTING: Final = frozenset({Kind.ARTICLE, Kind.NUM, Kind.DECIMAL})  # what a scale may stand behind


def merge_numbers(items: Sequence[Token]) -> list[Token]:
    """The same tokens with every number in words as one token, its value under Kind.NUM."""
    out: list[Token] = []
    done = 0
    for index in _openings(items):
        if index >= done:
            length, number = _read(items[index : index + _LONGEST_RUN])
            out += items[done:index]
            out.append(number)
            done = index + length
    out += items[done:]
    return out


def _openings(items: Sequence[Token]) -> Iterator[int]:
    """The tokens with which a number in words may begin: one, a scale, or what stands before it ("a hundred",
    "13.8 billion")."""
    for index, (_, _, _, payload) in enumerate(items):
        if payload is not EMPTY:
            if Kind.SCALE in payload:
                if index and not _COUNTING.isdisjoint(items[index - 1].payload):
                    yield index - 1
                yield index
            elif Kind.NUMBER in payload:
                yield index


class _Sum:
    """The value of a number as its words are read."""

    def __init__(self) -> None:
        self.total: float = 0
        self.current: float | None = None
        self.is_year = False

    @property
    def value(self) -> float:
        """What has been read so far."""
        return self.total + (self.current or 0)

    def scale(self, factor: int) -> bool:
        """Read "hundred" or "thousand"; False where it does not fit."""
        if factor == 100:
            if self.current is not None and self.current >= 100:
                return False
            self.current = (1 if self.current is None else self.current) * 100
        else:
            self.total += (1 if self.current is None else self.current) * factor
            self.current = 0
        return True

    def add(self, number: int) -> bool:
        """Read a number below 100; False where it begins another number."""
        current = self.current
        if current is None or (current == 0 and self.total):
            self.current = number
        elif current >= 20 and current % 10 == 0 and 0 < number < 10:
            self.current = current + number
        elif current >= 100 and current % 100 == 0 and number < 100:
            self.current = current + number
        elif 10 <= current <= 20 and number >= 10 and not self.total:
            self.current, self.is_year = current * 100 + number, True
        else:
            return False
        return True


def _read(items: Sequence[Token]) -> tuple[int, Token]:
    """How many of the tokens the number takes, and the number."""
    reading, length = _Sum(), 0
    for index, item in enumerate(items):
        payload = item.payload
        if Kind.NUMBER in payload:
            fits = reading.add(_integer(payload, Kind.NUMBER))
        elif Kind.SCALE in payload:
            fits = reading.scale(_integer(payload, Kind.SCALE))
        elif index == 0:
            fits = _begin(reading, payload)
        else:
            fits = False
            if _joins(items, index):
                continue
        if not fits:
            break
        length = index + 1
    return length, _merged(items[:length], reading)


def _begin(reading: _Sum, payload: Payload) -> bool:
    """A number in digits, or "a", before a scale."""
    value = payload.get(Kind.DECIMAL, payload.get(Kind.NUM, 1))
    reading.current = value if isinstance(value, int | float) else 1
    return True


def _joins(items: Sequence[Token], index: int) -> bool:
    """Whether a token joins two words of one number: a hyphen at both, or "and" behind a scale."""
    if index + 1 >= len(items) or Kind.NUMBER not in items[index + 1].payload:
        return False
    before, here, after = items[index - 1], items[index], items[index + 1]
    if Kind.DASH in here.payload:
        return before.end == here.start and here.end == after.start and _integer(after.payload, Kind.NUMBER) < 10
    return Kind.AND in here.payload and Kind.SCALE in before.payload


def _integer(payload: Payload, kind: Kind) -> int:
    value = payload[kind]
    return value if isinstance(value, int) else 0


def _merged(items: Sequence[Token], reading: _Sum) -> Token:
    value = int(reading.value) if reading.value % 1 == 0 else reading.value
    if len(items) == 1:
        return Token(items[0].start, items[0].end, items[0].word, {**items[0].payload, Kind.NUM: value})
    payload: dict[Kind, object] = {Kind.NUM: value}
    if reading.is_year or 2000 <= value <= 2099:
        payload[Kind.YEAR] = value
    return Token(items[0].start, items[-1].end, " ".join(item.word for item in items), payload)
