"""What a worker is handed: a way to tell how far it is, and a way to learn that it was stopped. No Qt, no threads."""

from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """How far the work is: a share from 0 to 1, and what is being done in a few words (empty: as before)."""

    def __call__(self, share: float, text: str = "") -> None:
        """Say so; cheap enough to be called at every sentence."""


CancelToken = Callable[[], bool]
"""Whether a person has stopped the work; the function then raises Cancelled at its next convenience."""
