"""The day with which a company's period of accounts ends: "the year to December 31", "the three months ended June 30".

A report speaks so of its own time, in the midst of whatever history; only a year in the same sentence says otherwise.
The period lies before that day.
"""

from dataclasses import replace

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Draft
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Accounts, Calendar, Length, Period
from dateline.temporal.refiners.context import before, between
from dateline.temporal.tokens import Tokens

_CLOSING = "COMMA? (?:TO|ENDED) THE?"
_PERIOD = f"[UNIT UNITS PERIOD] {_CLOSING}"


def mark_accounts(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """The drafts, days without a year that end a period marked so, and their periods."""
    out = [_marked(draft, tokens) for draft in drafts]
    for index in range(len(out) - 1):
        out[index] = _ended(out[index], out[index + 1], tokens)
    return out


def _marked(draft: Draft, tokens: Tokens) -> Draft:
    date = draft.meaning
    if not isinstance(date, Calendar) or date.month is None or date.day is None:
        return draft
    closing = before(tokens, draft.first, _PERIOD)
    if (date.year, date.year_from, date.way) != (None, None, None) or closing is None:
        return draft
    words = (tokens.items[index].payload.get(Kind.ENDED, Accounts.OVER) for index in closing)
    told = Accounts.OPEN if Accounts.OPEN in words else Accounts.OVER
    return replace(draft, meaning=replace(date, closes_accounts=told))


def _ended(draft: Draft, end: Draft, tokens: Tokens) -> Draft:
    """The period, with the date behind it that it ended with."""
    period, date = draft.meaning, end.meaning
    if not isinstance(date, Calendar) or date.month is None or not between(tokens, draft.last, end.first, _CLOSING):
        return draft
    if isinstance(period, Period) and period == Period():
        return replace(draft, meaning=replace(period, until=date))
    if isinstance(period, Length) and period.way is None and period.amounts[0][1].rank >= Unit.MONTH.rank:
        return replace(draft, meaning=replace(period, until=date))
    return draft
