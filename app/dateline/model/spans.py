"""A span of a text: code points, end exclusive. The smallest word all layers share."""

from typing import NamedTuple


class Span(NamedTuple):
    """Offsets into a document's canonical text, counted in Unicode code points, end exclusive."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether both share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words it covers."""
        return text[self.start : self.end]
