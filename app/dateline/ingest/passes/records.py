"""Logs and tables: rows that are told by the company of rows of the same form."""

import re
from collections.abc import Callable
from typing import Final

from dateline.ingest.forms import CLOCK_START
from dateline.ingest.page import Page
from dateline.model.documents import LineClass

_FEWEST_CLOCKS: Final = 3  # a paragraph may begin with a time of day, three rows of them are a log
_FIGURES: Final = re.compile(
    r"\s*(?:\d{1,3}[.)]?\s+|\d{1,2}[/.]\d{1,2}\.?\s+)?[\[(]?((?:[01]\d|2[0-4])[0-5]\d)(?:[zZ]|\s?(?:hrs|h)\b)?[\])]?[:\s]\s*\S"
)
_DATED: Final = re.compile(
    r"[ \t]*[\[(]?(?:[A-Z][a-zä]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Z][a-zä]{2,8}\.?),? \d{4},?(?: ?[–—-])? "
    r"\d{1,2}:\d\d(?::\d\d)?[\])]?\s*[–—:|-]?\s+\S"
)
_STAMP_CHARACTERS: Final = 32  # "September 10, 2023 - 22:10"
_YEARS: Final = ("1500", "2100")
_GAP: Final = re.compile(r"(?<![.!?:])\s{2,}|\s{4,}")
_FEWEST_DATED: Final = 3
_CONTINUED: Final = " " * 4
_NUMERIC: Final = r"\d{1,2}(?:\s?[&–-]\s?\d{1,2})?[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}-\d\d(?:-\d\d)?|\d{1,2}/\d{4}"
_NAMED: Final = r"(?:\d{1,2}\.?\s)?[A-ZÄ][a-zä]{2,8}\.?\s(?:\d{1,2},?\s)?(?:1\d|20)\d\d"
_ANY_DATE: Final = rf"(?:{_NUMERIC}|{_NAMED}|(?:1\d|20)\d\d(?:/\d\d)?)"
_DATE_COLUMN: Final = re.compile(
    rf"\s*(?:\(?\d{{1,3}}[.)]?\s+)?(?:(?:c|ca|circa|\?)\.?\s?|(?:Early|Late|Mid|About)[\s-])?"
    rf"{_ANY_DATE}(?:\s?(?:[-–—]|to|bis)\s?(?:{_ANY_DATE})?)?\.?(?:\s{{2,}}|\t)\s*\S"
)
_DATE_CELL: Final = re.compile(  # "May 2019 | It fails. | [9]", "Between 8 July and 20 September 2019 | Holes are dug."
    rf"\|?\s*(?:[^\W\d_]{{1,9}},?\s){{0,4}}(?:\d{{1,2}}\s[A-Z][a-z]{{2,8}}\sand\s)?{_ANY_DATE}[^|]{{0,24}}\s?\|\s?\S"
)
_RULE: Final = re.compile(r"[\s|+:=_-]*")

# "gegen 18 Uhr: ...", "ca. 14.30 Uhr – ...": a row's clock that is not quite known.
_ABOUT_CLOCK: Final = re.compile(
    r"\s*(?:gegen|etwa|ca\.?|circa|kurz (?:nach|vor)|about|around|approx\.?)\s+"
    r"\d{1,2}(?:[:.]\d\d)?\s?(?:uhr|h|hrs|[ap]\.?m\.?)\s*[:–—-]\s",
    re.IGNORECASE,
)


def decide_logs(page: Page) -> None:
    """Rows that begin with a time of day, where there are several, and the rows that go on from one."""
    rows = list(page.open_rows())
    stamped = page.kinds.count(LineClass.LOG)  # a stamp with its date makes rows with bare clocks a log as well
    clocks_first = [row for row in rows if _begins_with_clock(page.rows[row])]
    for clocks in (clocks_first, _dated(page, rows), _military(page, rows)):
        if len(clocks) + stamped >= _FEWEST_CLOCKS:
            page.decide(clocks, LineClass.LOG)
    for row in page.open_rows():
        if row and page.kinds[row - 1] is LineClass.LOG and page.rows[row][:1] in " \t":
            page.kinds[row] = LineClass.LOG


def _military(page: Page, rows: list[int]) -> list[int]:
    """Rows that begin with four figures of a clock; none where all of these could as well be years."""
    found = [(row, match[1]) for row in rows if (match := _FIGURES.match(page.rows[row])) is not None]
    return [row for row, _ in found] if any(not _YEARS[0] <= figures <= _YEARS[1] for _, figures in found) else []


def _dated(page: Page, rows: list[int]) -> list[int]:
    """Rows that begin with a date by its name and a time of day."""
    return [row for row in rows if ":" in page.rows[row][:_STAMP_CHARACTERS] and _DATED.match(page.rows[row])]


def _begins_with_clock(row: str) -> bool:
    opening = row.lstrip(" \t-•*[(")[:1]
    return (opening.isdigit() and CLOCK_START.match(row) is not None) or _ABOUT_CLOCK.match(row) is not None


def decide_chronologies(page: Page) -> None:
    """Rows with a date in a column of its own, perhaps behind a number, and the indented rows that go on from one."""
    dated = [row for row in page.open_rows() if _DATE_COLUMN.match(page.rows[row])]
    if len(dated) < _FEWEST_DATED:
        return
    page.decide(dated, LineClass.TABLE)
    for row in page.open_rows():
        if row and page.kinds[row - 1] is LineClass.TABLE and page.rows[row].startswith(_CONTINUED):
            page.kinds[row] = LineClass.TABLE


def decide_tables(page: Page) -> None:
    """Rows of cells: divided by bars or tabs, two at least; by wide gaps, three at least, with the same number of
    cells.
    """
    rows = list(page.open_rows())
    for cells, fewest in ((_barred, 2), (_tabbed, 2), (_spaced, 3)):
        for run in _runs(page, rows, cells):
            if len(run) >= fewest:
                page.decide(run, LineClass.TABLE)
    dated = [row for row in page.open_rows() if _DATE_CELL.match(page.rows[row])]
    if len(dated) >= _FEWEST_DATED:  # with blank lines between
        page.decide([row for row in rows if page.kinds[row] is None and _barred(page.rows[row]) > 2], LineClass.TABLE)
        page.decide([row for row in dated if page.kinds[row] is None], LineClass.TABLE)


def _runs(page: Page, rows: list[int], cells: Callable[[str], int]) -> list[list[int]]:
    """Adjacent rows with at least two cells each, and about as many as the row above."""
    runs: list[list[int]] = []
    previous_row, previous_cells = -2, 0
    for row in page.watched(rows):
        count = cells(page.rows[row]) if page.kinds[row] is None else 0
        if count < 2:
            continue
        if row == previous_row + 1 and abs(count - previous_cells) <= 1:
            runs[-1].append(row)
        else:
            runs.append([row])
        previous_row, previous_cells = row, count
    return runs


def _barred(row: str) -> int:
    bars = row.count("|")
    if not bars:
        return 0
    if _RULE.fullmatch(row):
        return bars + 1
    edges = row.strip().startswith("|") + row.strip().endswith("|")
    return bars + 1 - edges


def _tabbed(row: str) -> int:
    return row.strip().count("\t") + 1


def _spaced(row: str) -> int:
    if "  " not in row:
        return 0
    cells = _GAP.split(row.strip())
    return 0 if cells[0].endswith(":") else len(cells)
