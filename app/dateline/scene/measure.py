"""How wide a text is: asked of whoever will paint it. The scene never knows a font."""

from enum import IntEnum
from functools import lru_cache
from typing import Protocol

ELLIPSIS = "…"


class TextStyle(IntEnum):
    """What a text is for; the painter decides which font that means."""

    TITLE = 0
    TITLE_BOLD = 1
    SUBTITLE = 2
    LANE = 3
    AXIS_MAJOR = 4
    AXIS_MINOR = 5
    BADGE = 6
    NOTE = 7


class Measure(Protocol):
    """The sizes of texts in logical pixels."""

    def width(self, text: str, style: TextStyle) -> float:
        """Advance width of a text on one line."""
        ...

    def line_height(self, style: TextStyle) -> float:
        """Ascent and descent of a line."""
        ...


class PlainMeasure:
    """A measure without fonts: every character counts 0.6 of the size. For tests and for estimates without a screen."""

    def __init__(self, size_px: float = 13.0) -> None:
        self._size_px = size_px

    def width(self, text: str, style: TextStyle) -> float:
        """As many times 0.6 of the size as there are characters."""
        return len(text) * self._size(style) * 0.6

    def line_height(self, style: TextStyle) -> float:
        """1.25 of the size."""
        return self._size(style) * 1.25

    def _size(self, style: TextStyle) -> float:
        small = style in {TextStyle.SUBTITLE, TextStyle.AXIS_MINOR, TextStyle.BADGE, TextStyle.NOTE, TextStyle.LANE}
        return self._size_px * (0.86 if small else 1.0)


@lru_cache(maxsize=4096)
def _cuts(text: str) -> tuple[str, ...]:
    """The text cut at ever fewer words, then at fewer characters, each with an ellipsis; longest first."""
    words = text.split(" ")
    by_word = [" ".join(words[:count]).rstrip(",;:–- ") + ELLIPSIS for count in range(len(words) - 1, 0, -1)]
    first = words[0]
    by_character = [first[:count] + ELLIPSIS for count in range(len(first) - 1, 2, -1)]
    return (*by_word, *by_character)


def broken(text: str, style: TextStyle, width_px: float, measure: Measure) -> tuple[str, str]:
    """The text on two lines of that width: as many words as fit on the first, the others on the second, cut there.

    Where not even one word fits on the first, it is cut there and the second stays empty.
    """
    words = text.split(" ")
    first = 1
    while first < len(words) and measure.width(" ".join(words[: first + 1]), style) <= width_px:
        first += 1
    whole = " ".join(words[:first])
    start = elided(whole, style, width_px, measure)
    return start, "" if start != whole else elided(" ".join(words[first:]), style, width_px, measure)


def broken_width(text: str, style: TextStyle, measure: Measure) -> float:
    """How wide two lines must be to hold a text whole: the break nearest to its middle is tried, and its neighbours."""
    breaks = _breaks(text)
    if not breaks:
        return measure.width(text, style)
    return min(max(measure.width(first, style), measure.width(second, style)) for first, second in breaks)


@lru_cache(maxsize=4096)
def _breaks(text: str) -> tuple[tuple[str, str], ...]:
    """The two lines of a text for the three breaks between words that halve it best."""
    places = [place for place, character in enumerate(text) if character == " "]
    nearest = sorted(places, key=lambda place: abs(2 * place + 1 - len(text)))[:3]
    return tuple((text[:place], text[place + 1 :]) for place in nearest)


def elided(text: str, style: TextStyle, width_px: float, measure: Measure) -> str:
    """The longest cut of a text, at a word where it can be, that is at most so wide; empty where none is."""
    if measure.width(text, style) <= width_px:
        return text
    cuts = _cuts(text)
    low, high = 0, len(cuts)
    while low < high:
        middle = (low + high) // 2
        if measure.width(cuts[middle], style) <= width_px:
            high = middle
        else:
            low = middle + 1
    return cuts[low] if low < len(cuts) else ""
