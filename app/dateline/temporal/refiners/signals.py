"""Words beside an expression that tell how an event lies to it: until, since, before, by, from ... to.
They stay outside its span.
"""

from dataclasses import replace
from itertools import pairwise

from dateline.model.timex import Signal
from dateline.temporal.drafts import Draft
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Length, Recurring, Vague
from dateline.temporal.refiners.context import before, behind, between
from dateline.temporal.tokens import Tokens

_STEPS = {Signal.BEFORE: -1, Signal.AFTER: 1, Signal.FROM: 1}
_OPENING = (Signal.FROM, Signal.BETWEEN, None)


def attach_signals(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Each draft with the signal before it."""
    out = []
    floor = 0
    for draft in drafts:
        signal = None if isinstance(draft.meaning, Vague | Recurring) else _signal_before(draft, tokens, floor)
        out.append(replace(draft, signal=signal) if signal else draft)
        floor = draft.last
    return out


def _signal_before(draft: Draft, tokens: Tokens, floor: int) -> Signal | None:
    if tokens.items[draft.last - 1].has(Kind.DEICTIC_ADJECTIVE):
        return None  # "nach der gestrigen Sitzung": after the sitting, not after the day
    span = before(tokens, draft.first, "SIGNAL THE?", floor)
    if span is None:
        return None
    return Signal(str(tokens.items[span.start].payload[Kind.SIGNAL]))


def count_from_dates(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Lengths that are counted from the date behind them: "three days before Sunday", "a week from Tuesday"; not the
    stretch itself ("the week before Christmas", "for a week from Tuesday").
    """
    out = list(drafts)
    for index, (left, right) in enumerate(pairwise(drafts)):
        step = None if right.signal is None else _STEPS.get(right.signal)
        if step is None or not _is_counted(left, tokens) or isinstance(right.meaning, Length | Vague | Recurring):
            continue
        if between(tokens, left.last, right.first, "SIGNAL THE?"):
            length = left.meaning
            assert isinstance(length, Length)
            out[index] = replace(left, meaning=replace(length, counted_from=right.meaning, step=step))
            out[index + 1] = replace(right, signal=None)
    return out


def _is_counted(draft: Draft, tokens: Tokens) -> bool:
    length = draft.meaning
    if not isinstance(length, Length) or length.way is not None or length.amounts[0][0] is None:
        return False
    return before(tokens, draft.first, "INSIDE|THE") is None and not tokens.items[draft.first].has(Kind.THE)


def pair_ranges(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Two drafts that are the ends of one range: "from 1990 to 1995", "between March and May", "1939-45"."""
    out = list(drafts)
    for index, (left, right) in enumerate(pairwise(drafts)):
        if _is_range(left, right, tokens) and (index == 0 or not out[index - 1].opens_range):
            out[index] = replace(left, opens_range=True)
            signal = Signal.UNTIL if left.signal is not Signal.BETWEEN else Signal.BETWEEN
            out[index + 1] = replace(right, signal=signal, ends_range=True)
    return out


def settle_origins(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """ "From" without an end is a beginning only where it goes on: "from 1995 onwards", not "the letter from 3 May"."""
    return [_settled(draft, tokens) for draft in drafts]


def _settled(draft: Draft, tokens: Tokens) -> Draft:
    if draft.signal is not Signal.FROM or draft.opens_range:
        return draft
    goes_on = behind(tokens, draft.last, "ONWARD") is not None
    return replace(draft, signal=Signal.SINCE if goes_on else None)


def _is_range(left: Draft, right: Draft, tokens: Tokens) -> bool:
    if any(isinstance(draft.meaning, Length | Vague | Recurring) for draft in (left, right)):
        return False
    if left.signal is Signal.BETWEEN:
        return between(tokens, left.last, right.first, "AND|DASH|TO")
    if left.signal not in _OPENING:
        return False
    if left.signal is None and between(tokens, left.last, right.first, "AT"):
        return False  # "mardi à 8 heures" is no range, where one word is both
    if left.signal is Signal.FROM and between(tokens, left.last, right.first, "COMMA TO"):
        return True  # "from January 20, 1993, to January 20, 2001"
    return between(tokens, left.last, right.first, "DASH|TO|SLASH")
