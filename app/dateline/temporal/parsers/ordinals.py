"""Reading "third", "22nd", "last" from the tokens that a pattern matched."""

from dateline.temporal.drafts import Match
from dateline.temporal.kinds import Kind


def ordinal_of(match: Match, group: str) -> int:
    """The number of an ordinal, in words or in digits with their mark; the last one is -1."""
    for token in match.all(group):
        for kind in (Kind.ORDINAL, Kind.FINAL, Kind.NUM, Kind.ROMAN):
            value = token.payload.get(kind)
            if isinstance(value, int):
                return value
    return 0
