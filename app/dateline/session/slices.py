"""Work that only the window's own thread can do and that takes longer than a person waits: done in slices, between
which the window has its turn.

The work is a generator, each step of which takes some milliseconds at most. What is done in the steps it does not know.
"""

import time
from collections.abc import Generator
from typing import Final

from PySide6.QtCore import QObject, QTimer

_SLICE_SECONDS: Final = 0.008  # half a frame of the screen: several views may have something to do in each turn

Steps = Generator[None, None, None]


class Slices(QObject):
    """One piece of work at a time; a new one takes the place of that which is under way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._is_stepping = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._steps is not None

    def begin(self, steps: Steps) -> None:
        """Do this, from the next turn on."""
        self.stop()
        self._steps = steps
        self._timer.start()

    def do(self, steps: Steps, *, sliced: bool) -> None:
        """Do this in slices, or at once where it is little; what is under way is not overtaken."""
        is_sliced = sliced or self.is_busy
        self.begin(steps)
        if not is_sliced:
            self.finish()

    def finish(self) -> None:
        """Do at once what is left of it: something else rests on it."""
        while self._steps is not None:
            self._step()

    def stop(self) -> None:
        """Leave the rest undone. The generator is closed, so that it can put things right; where it is itself what asks
        for that, when its step has ended.
        """
        steps, self._steps = self._steps, None
        self._timer.stop()
        if steps is not None and not self._is_stepping:
            steps.close()

    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE_SECONDS
        while self._steps is not None and time.monotonic() < until:
            self._step()

    def _step(self) -> None:
        """One step. It may itself begin something new, which then goes on in its place."""
        steps = self._steps
        assert steps is not None
        self._is_stepping = True
        try:
            next(steps)
        except BaseException as error:
            if self._steps is steps:
                self._steps = None
                self._timer.stop()
            if not isinstance(error, StopIteration):
                raise
        finally:
            self._is_stepping = False
        if self._steps is not steps:
            steps.close()
