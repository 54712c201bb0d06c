"""The base of those values of the model that go from one process to another by the ten thousand.

It knows pickle's protocol and nothing of what the values mean.
"""

from typing import Any


class Value:
    """A frozen dataclass that is pickled as its class and its fields.

    The standard way, by the states of slots, sets field by field in Python and takes eight times as long; the window
    and the command line read long texts and many documents in other processes and get a thousand such values from each
    article.
    """

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """As pickle asks for it."""
        return type(self), tuple([getattr(self, name) for name in self.__match_args__])
