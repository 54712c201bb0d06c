"""The day with which a company's period of accounts ends: "the year to December 31", "the three months ended June 30".

A report speaks so of its own time, in the midst of whatever history; only a year in the same sentence says otherwise.
"""

from dataclasses import replace

from dateline.temporal.drafts import Draft
from dateline.temporal.meanings import Calendar
from dateline.temporal.refiners.context import before
from dateline.temporal.tokens import Tokens

_PERIOD = "[UNIT UNITS PERIOD] COMMA? (?:TO|ENDED) THE?"


def mark_accounts(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """The drafts, days without a year that end a period marked so."""
    return [_marked(draft, tokens) for draft in drafts]


def _marked(draft: Draft, tokens: Tokens) -> Draft:
    date = draft.meaning
    if not isinstance(date, Calendar) or date.month is None or date.day is None:
        return draft
    if (date.year, date.year_from, date.way) != (None, None, None) or before(tokens, draft.first, _PERIOD) is None:
        return draft
    return replace(draft, meaning=replace(date, closes_accounts=True))
