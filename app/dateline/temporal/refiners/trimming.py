"""The full stop behind a name belongs to it only where the name is an abbreviation or the number an ordinal."""

from dataclasses import replace

from dateline.temporal.drafts import Draft
from dateline.temporal.kinds import Kind
from dateline.temporal.tokens import Tokens


def trim_full_stops(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """The drafts without the full stop of their sentence."""
    return [replace(draft, last=draft.last - 1) if ends_sentence(draft, tokens) else draft for draft in drafts]


def ends_sentence(draft: Draft, tokens: Tokens) -> bool:
    """Whether a draft ends with a full stop that is its sentence's."""
    if draft.last - draft.first < 2 or not tokens.items[draft.last - 1].has(Kind.DOT):
        return False
    name = tokens.items[draft.last - 2]
    if tokens.language.ordinal_dot and (name.has(Kind.DAYNUM) or name.has(Kind.DAY_MONTH)):
        return False
    return name.word not in tokens.language.abbreviations
