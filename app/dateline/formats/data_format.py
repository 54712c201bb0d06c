"""What a way out is: a name, a file name's ending, and a function from a timeline to pieces of text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.model.timeline import Timeline

Write = Callable[[Timeline], Iterator[str]]
"""Gives the output in pieces, so that long ones can be written as they come."""


@dataclass(frozen=True, slots=True)
class DataFormat:
    """One way out. `suffix` has its dot."""

    name: str
    suffix: str
    about: str
    write: Write
