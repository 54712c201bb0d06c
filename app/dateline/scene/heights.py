"""How lanes share the height of the picture: each gives a list of heights it could do with, roomiest first."""

from collections.abc import Callable, Sequence
from typing import Final, overload

_STRETCH: Final = 0.45  # of its height: so much more a lane takes where there is room to spare
_STEPS: Final = 3  # the first cost labels their second line, then their room: lanes share that before one pays alone
_LEAST_READINESS: Final = 0.02  # of what is most salient: it gives way too, in the end
_SCROLLED: Final = 2.0  # pictures: where lanes must be scrolled anyway, they need not be as low as they can
_GROWTH: Final = 3.0  # times what does not fit: so much is granted, lest a pixel too little makes the lanes jump


class Heights(Sequence[float]):
    """A list of heights, each worked out when it is first asked for; never one above that before it."""

    def __init__(self, count: int, height_of: Callable[[int], float]) -> None:
        self._count, self._height_of = count, height_of
        self._known: dict[int, float] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> float: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[float]: ...
    def __getitem__(self, place: int | slice) -> float | Sequence[float]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._count))]
        place = range(self._count)[place]
        if place not in self._known:
            self._known[place] = self._height_of(place)
        return self._known[place]


def share_height(
    wished: Sequence[Sequence[float]], available: float, loss: Callable[[int, int], float] = lambda lane, place: 0.0
) -> tuple[list[int], list[float]]:
    """The place in its list that each lane gets, and its height in pixels, stretched where there is room to spare.

    The highest lane gives way first, one that gave way already later. `loss` tells what a lane
    loses by its next step from a place, 0 to 1: the more, the later it is taken. The last height of a list is the
    least; where even the least ones together are more than there is, lanes reach beyond the picture and have to be
    scrolled.
    """
    if not wished:
        return [], []
    least = sum(heights[-1] for heights in wished)
    lacking = max(least - available, 0.0)
    budget = max(least, min(available * _SCROLLED, available + lacking * _GROWTH))
    chosen = [0] * len(wished)
    total = sum(heights[0] for heights in wished)
    while total > budget:
        movable = [lane for lane, heights in enumerate(wished) if chosen[lane] + 1 < len(heights)]
        if not movable:
            break
        lane = max(movable, key=lambda lane: _readiness(wished[lane], chosen[lane], loss(lane, chosen[lane])))
        total += wished[lane][chosen[lane] + 1] - wished[lane][chosen[lane]]
        chosen[lane] += 1
    heights = [heights[place] for heights, place in zip(wished, chosen, strict=True)]
    return chosen, _stretched(heights, wished, chosen, available)


def _readiness(wishes: Sequence[float], place: int, loss: float) -> float:
    return wishes[place] / (1 + min(place, _STEPS)) * max(1.0 - loss, _LEAST_READINESS)


def _stretched(
    heights: list[float], wished: Sequence[Sequence[float]], chosen: list[int], available: float
) -> list[float]:
    """Room to spare goes to the lanes that gave way first (up to what they wished), then to all."""
    spare = available - sum(heights)
    if spare <= 0:
        return heights
    gave = [wishes[place - 1] - wishes[place] if place else 0.0 for wishes, place in zip(wished, chosen, strict=True)]
    if (lack := sum(gave)) > 0:
        part = min(spare / lack, 1.0)
        heights = [height + part * more for height, more in zip(heights, gave, strict=True)]
        spare -= part * lack
    part = min(spare / sum(heights), _STRETCH)
    return [height * (1 + part) for height in heights]
