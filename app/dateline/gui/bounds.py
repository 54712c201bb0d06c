"""The bounds of many spans of time, sorted: what a histogram is counted from. It knows seconds, and nothing of
events.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Seconds = NDArray[np.int64]


def _none() -> Seconds:
    return np.empty(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """The first and the last bounds of N spans, each int64 (N,), seconds, sorted by themselves."""

    starts: Seconds = field(default_factory=_none)
    ends: Seconds = field(default_factory=_none)

    def __len__(self) -> int:
        return len(self.starts)

    def after(self, gone: Collection[tuple[int, int]], come: Collection[tuple[int, int]]) -> "Bounds":
        """Without some of the spans, and with others; each is (start, end)."""
        old, new = (np.array(list(spans), np.int64).reshape(-1, 2) for spans in (gone, come))
        return Bounds(_exchanged(self.starts, old[:, 0], new[:, 0]), _exchanged(self.ends, old[:, 1], new[:, 1]))

    def counts(self, edges: NDArray[np.float64], origin: int) -> Seconds:
        """How many spans touch each bin, int64 (len(edges) - 1,); edges rise, in seconds behind the origin."""
        begun = np.searchsorted(self.starts - origin, edges[1:], side="left")
        ended = np.searchsorted(self.ends - origin, edges[:-1], side="left")
        return (begun - ended).astype(np.int64)


def _exchanged(values: Seconds, gone: Seconds, come: Seconds) -> Seconds:
    gone, come = np.sort(gone), np.sort(come)
    # Equal values that go are taken from neighbouring places: the first, the one behind it, and so on.
    places = np.searchsorted(values, gone) + np.arange(len(gone)) - np.searchsorted(gone, gone)
    left = np.delete(values, places)
    return np.insert(left, np.searchsorted(left, come), come)
