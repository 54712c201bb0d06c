"""False friends: words and numbers that look like times and are none here."""

from dateline.temporal.drafts import Draft
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Calendar, Length, TimeOfDay
from dateline.temporal.refiners.context import before, behind
from dateline.temporal.tokens import Tokens

_MONEY = "$€£¥#%"


def drop_doubtful(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """The drafts without those that are no time after all."""
    return [draft for draft in drafts if not _is_doubtful(draft, tokens)]


def _is_doubtful(draft: Draft, tokens: Tokens) -> bool:
    if draft.last - draft.first == 1:
        if _is_name(draft, tokens) or _is_number(draft, tokens):
            return True
    return _is_counted(draft, tokens)


def _is_name(draft: Draft, tokens: Tokens) -> bool:
    """A month, weekday or season that is a common word or a name, without a word before it that asks for a time."""
    word = tokens.items[draft.first].word
    if not tokens.language.listed("doubtful", word):
        return False
    if draft.first == 0:
        return True
    previous = tokens.items[draft.first - 1].word
    wanted = "weekday_prepositions" if tokens.items[draft.first].has(Kind.WEEKDAY) else "time_prepositions"
    return not tokens.language.listed(wanted, previous)


def _is_number(draft: Draft, tokens: Tokens) -> bool:
    """A bare year that is an amount: money, a count of things, part of a longer number."""
    if not isinstance(draft.meaning, Calendar) or draft.meaning.year is None:
        return False
    token = tokens.items[draft.first]
    before_it = tokens.text[max(0, token.start - 2) : token.start].strip()
    behind_it = tokens.text[token.end : token.end + 2].strip()
    return any(sign and sign in _MONEY for sign in (before_it[-1:], behind_it[:1]))


def _is_counted(draft: Draft, tokens: Tokens) -> bool:
    """ "22nd session", "first day" are no dates; neither is a clock point or an ordinal that counts something else."""
    if isinstance(draft.meaning, Length | TimeOfDay):
        return False
    return behind(tokens, draft.last, "NOT_UNIT") is not None and before(tokens, draft.last, "ORDINAL") is not None
