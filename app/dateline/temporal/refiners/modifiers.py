"""Words around an expression that soften it: early, the end of, about, more than. They become its mod,
and part of its span.
"""

from dataclasses import replace

from dateline.temporal.cells import Unit
from dateline.temporal.drafts import Draft
from dateline.temporal.kinds import Kind
from dateline.temporal.meanings import Block, Calendar, Length, Recurring, Shift, ShortDecade, TimeOfDay, Vague
from dateline.temporal.refiners.context import before, behind
from dateline.temporal.tokens import Tokens

_EDGE = "THE? EARLY? EDGE OF? THE?"
_EDGE_OF = "THE? EARLY? EDGE OF THE?"  # of a day: "the plasterers start Nov. 28" tells no edge
_EARLY = "THE? EARLY DASH? THE?"
_AROUND = "AROUND THE?"
_LONGEST_CUT = 2  # letters of a word that is cut short: "c. 1850", "ca. 1850"
_APPROXIMATE = "APPROXIMATE DOT? THE?"


def attach_modifiers(drafts: list[Draft], tokens: Tokens) -> list[Draft]:
    """Each draft with the soft words before it."""
    floor = 0
    out = []
    for draft in drafts:
        softened = _softened(draft, tokens, floor)
        floor = softened.last
        out.append(softened)
    return out


def _softened(draft: Draft, tokens: Tokens, floor: int) -> Draft:
    if isinstance(draft.meaning, Vague | Recurring) or draft.mod is not None:
        return draft
    if not isinstance(draft.meaning, Length):
        draft = _with_part(draft, tokens, floor)
    if draft.mod is None:
        draft = _approximate(draft, tokens, floor)
    if draft.mod is None and (span := behind(tokens, draft.last, "OR_SO")):
        return replace(draft, last=span.stop, mod="APPROX")
    return draft


def _approximate(draft: Draft, tokens: Tokens, floor: int) -> Draft:
    """Of a date only "about": "over the weekend" is no more than the weekend."""
    taken = _take(draft, tokens, _APPROXIMATE, Kind.APPROXIMATE, floor)
    if taken.mod is None and _is_year(draft):
        taken = _take(draft, tokens, _AROUND, Kind.AROUND, floor)
    if isinstance(draft.meaning, Length) and draft.meaning.way is not None and taken.mod != "APPROX":
        return draft  # "over the last ten years"
    return (
        taken if taken.mod == "APPROX" or (isinstance(draft.meaning, Length | Shift) and not _exact(draft)) else draft
    )


def _is_year(draft: Draft) -> bool:
    """Whether it is a year or longer: "um 1450" is about that year, but "um 20 Uhr" is at eight."""
    meaning = draft.meaning
    return isinstance(meaning, Block) or (isinstance(meaning, Calendar) and meaning.finest is Unit.YEAR)


def _exact(draft: Draft) -> bool:
    return isinstance(draft.meaning, Shift) and draft.meaning.exact


def _with_part(draft: Draft, tokens: Tokens, floor: int) -> Draft:
    """ "early March", "mid-1996", "the end of the year"."""
    if not isinstance(draft.meaning, Calendar | Block | ShortDecade | Shift | TimeOfDay):
        return draft
    tells_day = isinstance(draft.meaning, Calendar) and draft.meaning.finest is Unit.DAY
    draft = _take(draft, tokens, _EDGE_OF if tells_day else _EDGE, Kind.EDGE, floor)
    if draft.mod is None:
        draft = _take(draft, tokens, _EARLY, Kind.EARLY, floor)
    return draft


def _take(draft: Draft, tokens: Tokens, pattern: str, kind: Kind, floor: int) -> Draft:
    span = before(tokens, draft.first, pattern, floor)
    if span is None:
        return draft
    if any(tokens.items[index].has(Kind.DOT) and len(tokens.items[index - 1].word) > _LONGEST_CUT for index in span):
        return draft  # "his daughters take over. Two years later"
    mod = next(str(tokens.items[index].payload[kind]) for index in span if tokens.items[index].has(kind))
    return replace(draft, first=span.start, mod=mod)
