"""Seasons of the southern half of the earth, where the text says so: "the austral winter of 2003" is June to August.

They are told by their months, since no season's name is left for them. It must not know words.
"""

from dataclasses import replace
from typing import Final

from dateline.model.dates import Precision
from dateline.temporal.meanings import Calendar
from dateline.temporal.resolved import Resolved

_OPPOSITE: Final = {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}


def northern(date: Calendar) -> Calendar:
    """The season that the northern half has at the same time."""
    return replace(date, austral=False, season=_OPPOSITE.get(date.season or "", date.season))


def southern(date: Calendar, found: Resolved) -> Resolved:
    """The season by its own name; the summer of a year may as well be the one that ended in it."""
    if found.cell is None:
        return replace(found, value=f"XXXX-{date.season}")
    cell = found.cell
    earlier = (cell.shifted(-4),) if date.season == "SU" and date.year is not None else ()
    return replace(
        found,
        value=f"{cell.year:04d}-{date.season}",
        cell=None,
        within=cell.interval,
        precision=Precision.MONTH,
        alternatives=earlier,
    )
