"""Choosing among the drafts of all parsers: the longest wins, then the one whose parser stands first; none overlap."""

from collections.abc import Iterable

from dateline.temporal.drafts import Draft


def select(drafts: Iterable[Draft], size: int) -> list[Draft]:
    """Disjoint drafts in order, of a text with `size` tokens. Drafts come in the order of their parsers."""
    taken = bytearray(size)
    chosen = []
    for draft in sorted(drafts, key=lambda draft: draft.first - draft.last):
        if not any(taken[draft.first : draft.last]):
            taken[draft.first : draft.last] = b"\1" * (draft.last - draft.first)
            chosen.append(draft)
    return sorted(chosen, key=lambda draft: draft.first)
