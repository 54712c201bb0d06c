"""How years are written. It stands alone because the looks need it before anything else is loaded."""

from enum import StrEnum


class YearStyle(StrEnum):
    """How years before year 1 are written: "44 BC", or "-0043" as ISO 8601 counts."""

    ERA = "era"
    ASTRONOMICAL = "astronomical"
