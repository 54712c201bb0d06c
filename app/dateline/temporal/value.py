"""TIMEX3 values: the spelling of cells, durations and unknown dates in ISO-TimeML. It must not know words."""

from functools import lru_cache
from typing import Final

from dateline.model.dates import civil
from dateline.temporal.cells import SEASON_CODES, Cell, Unit, cell_at

PRESENT: Final = "PRESENT_REF"
PAST: Final = "PAST_REF"
FUTURE: Final = "FUTURE_REF"
SOME_TIME: Final = "PXX"  # a length of which not even the unit is told
SOME_YEAR: Final = "XXXX"
_LETTERS: Final = {
    Unit.SECOND: "S",
    Unit.MINUTE: "M",
    Unit.HOUR: "H",
    Unit.DAY: "D",
    Unit.WEEK: "W",
    Unit.WEEKEND: "WE",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
    Unit.MILLENNIUM: "ML",
}
_FOLDED: Final = {Unit.HALF: (6, Unit.MONTH), Unit.SEASON: (3, Unit.MONTH)}
_HALVES: Final = {Unit.YEAR: "6M", Unit.MINUTE: "30S", Unit.HOUR: "30M", Unit.MILLENNIUM: "5CE", Unit.CENTURY: "5DE"}


def year_value(year: int) -> str:
    """An astronomical year: `1939`, `0079`, `BC0044` for -43."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


@lru_cache(maxsize=4096)  # a text names the same days again and again
def cell_value(cell: Cell) -> str:
    """The TIMEX3 value of a cell.

    >>> cell_value(Cell(Unit.WEEK, 2339))
    '2014-W44'
    """
    unit, index = cell.unit, cell.index
    match unit:
        case Unit.YEAR:
            return year_value(index)
        case Unit.MONTH:
            return f"{year_value(index // 12)}-{index % 12 + 1:02d}"
        case Unit.QUARTER:
            return f"{year_value(index // 4)}-Q{index % 4 + 1}"
        case Unit.HALF:
            return f"{year_value(index // 2)}-H{index % 2 + 1}"
        case Unit.SEASON:
            return f"{year_value(index // 4)}-{SEASON_CODES[index % 4]}"
        case Unit.DECADE:
            return f"{index:03d}" if index >= 0 else f"BC{-index - 1:03d}"
        case Unit.CENTURY:
            return f"{index:02d}" if index >= 0 else f"BC{-index - 1:02d}"
        case Unit.MILLENNIUM:
            return f"{index:01d}" if index >= 0 else f"BC{-index - 1:01d}"
        case _:
            return _day_value(cell)


def _day_value(cell: Cell) -> str:
    """Weeks, days and clock units."""
    if cell.unit in (Unit.WEEK, Unit.WEEKEND):
        year = cell.year
        first = cell_at(Unit.WEEK, Cell(Unit.DAY, Cell(Unit.YEAR, year).first_day + 3).start_seconds)
        week = f"{year_value(year)}-W{cell.index - first.index + 1:02d}"
        return f"{week}-WE" if cell.unit is Unit.WEEKEND else week
    year, month, day = civil(cell.first_day)
    text = f"{year_value(year)}-{month:02d}-{day:02d}"
    if cell.unit is Unit.DAY:
        return text
    clock = cell.start_seconds % 86_400
    hour, minute, second = clock // 3600, clock // 60 % 60, clock % 60
    parts = {Unit.HOUR: f"{hour:02d}", Unit.MINUTE: f"{hour:02d}:{minute:02d}"}
    return f"{text}T{parts.get(cell.unit, f'{hour:02d}:{minute:02d}:{second:02d}')}"


def unknown_part(whole: Cell, unit: Unit) -> str:
    """A unit of a larger cell, of which nobody says which one it is.

    >>> unknown_part(Cell(Unit.MONTH, 1939 * 12 + 8), Unit.DAY), unknown_part(Cell(Unit.YEAR, 1939), Unit.WEEK)
    ('1939-09-XX', '1939-WXX')
    """
    if whole.unit.rank > Unit.YEAR.rank:
        years = cell_value(whole) + "X" * (whole.unit.rank - Unit.YEAR.rank)
    else:
        years = year_value(whole.year)
    month = cell_value(whole) if whole.unit is Unit.MONTH else f"{years}-XX"
    match unit:
        case Unit.DAY:
            return f"{month}-XX"
        case Unit.WEEK:
            return f"{years}-WXX"
        case Unit.WEEKEND:
            return f"{years}-WXX-WE"
        case Unit.MONTH:
            return f"{years}-XX"
        case Unit.QUARTER:
            return f"{years}-QX"
        case _:
            return years


def duration_value(count: float | None, unit: Unit) -> str:
    """The length of some units; None is a vague number.

    >>> duration_value(2.5, Unit.YEAR), duration_value(None, Unit.HOUR), duration_value(3, Unit.QUARTER)
    ('P2Y6M', 'PTXH', 'P3Q')
    """
    if unit in _FOLDED:
        times, unit = _FOLDED[unit]
        count = None if count is None else count * times
    mark = "PT" if unit.rank < Unit.DAY.rank else "P"
    letter = _LETTERS[unit]
    if count is None:
        return f"{mark}X{letter}"
    if count % 1 == 0.5 and unit in _HALVES:
        whole = int(count)
        return f"{mark}{f'{whole}{letter}' if whole else ''}{_HALVES[unit]}"
    return f"{mark}{count:g}{letter}" if count % 1 else f"{mark}{int(count)}{letter}"


def joined_durations(values: list[str]) -> str:
    """One value of several: `P1Y` and `P6M` are `P1Y6M`, `P1D` and `PT6H` are `P1DT6H`."""
    days = "".join(value[1:] for value in values if not value.startswith("PT"))
    clock = "".join(value[2:] for value in values if value.startswith("PT"))
    return f"P{days}" + (f"T{clock}" if clock else "")
