"""Menus and lists of links: short lines among lines that are navigation for certain."""

from typing import Final

from dateline.ingest.lexicon import bare, header_words, layout_words
from dateline.ingest.page import Page, without_bullet
from dateline.model.documents import LineClass

_MOST_WORDS: Final = 3
_LONGEST_MENU: Final = 40
_LONGEST_NAME: Final = 60
_LONGEST_INDENT: Final = 12  # spaces: few words have few of them
_FEWEST_NAMES: Final = 4
_LONGEST_LINK: Final = 140


def decide_menus(page: Page) -> None:
    """Decide the short rows that stand in one run, without a gap, with navigation on both sides; and menus of bare
    names.
    """
    for run in _short_runs(page):
        sure = [row for row in run if _is_link(page, row)]
        navigation = sum(page.kinds[row] is LineClass.NAVIGATION for row in sure)
        if navigation >= 2 or (len(sure) >= _FEWEST_NAMES and len(sure) * 2 > len(run)):
            inner = range(sure[0], sure[-1] + 1)
            page.decide([row for row in inner if page.kinds[row] is None], LineClass.NAVIGATION)


def decide_related(page: Page) -> None:
    """Decide the short rows below a line like "Related stories" in a text's second half, up to the next gap: titles
    of other documents.
    """
    half = len(page.rows) // 2
    for row in list(page.rows_of(None, LineClass.HEADING, LineClass.NAVIGATION)):
        if row < half or bare(without_bullet(page.rows[row])) not in header_words().related:
            continue
        first = row + 1 if not page.is_blank(row + 1) else row + 2
        last = first
        while page.is_open(last) and len(page.rows[last]) <= _LONGEST_LINK:
            last += 1
        page.kinds[row] = LineClass.NAVIGATION
        page.decide(range(first, last), LineClass.NAVIGATION)


def _is_link(page: Page, row: int) -> bool:
    """Whether a row is navigation for certain, or the name of a section."""
    is_navigation = page.kinds[row] is LineClass.NAVIGATION
    return is_navigation or bare(without_bullet(page.rows[row])) in layout_words().kickers


def _short_runs(page: Page) -> list[list[int]]:
    """Runs of adjacent rows that are navigation or could be: at most three words, no digit, no end of a sentence."""
    runs: list[list[int]] = []
    previous = -2
    for row in page.rows_of(None, LineClass.NAVIGATION):
        if page.kinds[row] is None and not _could_be(page, row):
            continue
        if row == previous + 1 and len(runs[-1]) < _LONGEST_MENU:
            runs[-1].append(row)
        else:
            runs.append([row])
        previous = row
    return [run for run in runs if len(run) > 2]


def _could_be(page: Page, row: int) -> bool:
    line = page.rows[row]
    if len(line) > _LONGEST_NAME or line.count(" ") > _LONGEST_INDENT or line.rstrip()[-1] in ".!?:\t0123456789":
        return False
    line = without_bullet(line)
    return len(line.split()) <= _MOST_WORDS and not any(map(str.isdigit, line))
