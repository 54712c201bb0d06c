"""The eight groups of kinds of events. They stand alone because the looks need them before anything else is loaded."""

from enum import StrEnum


class Group(StrEnum):
    """The eight groups of kinds; each has a colour and a shape (fine kinds stand below them, in resources/lexicon)."""

    MEETING = "meeting"
    STATEMENT = "statement"
    DECISION = "decision"
    LAW = "law"
    INSTITUTION = "institution"
    CONFLICT = "conflict"
    LIFE = "life"
    OTHER = "other"
