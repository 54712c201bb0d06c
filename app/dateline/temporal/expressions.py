"""Time expressions with their place in the whole text, not yet resolved. It must not know tokens, which live only
for a while.
"""

from dataclasses import dataclass

from dateline.model.timex import Signal
from dateline.temporal.drafts import Draft, Setting
from dateline.temporal.meanings import Meaning
from dateline.temporal.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Expression:
    """What a draft says, and where: code points of the whole text, end exclusive."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    mod: str | None = None
    signal: Signal | None = None
    only: Setting | None = None
    opens_range: bool = False
    ends_range: bool = False


def placed(draft: Draft, meaning: Meaning, tokens: Tokens, offset: int) -> Expression:
    """A draft among the tokens of a segment that begins at an offset of the text, and what it means."""
    start, end = tokens.items[draft.first].start, tokens.items[draft.last - 1].end
    return Expression(
        start + offset,
        end + offset,
        draft.rule,
        meaning,
        draft.mod,
        draft.signal,
        draft.only,
        draft.opens_range,
        draft.ends_range,
    )
