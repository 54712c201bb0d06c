"""Years before Christ that are written without their era, as every history of antiquity writes them: "founded in 631",
"September 413", "the treaty of 405", "the sixth century".

Such a number is a year where an era was told, and where it lies near the last year told: nothing else tells it from
three hundred ships. It must not resolve anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.temporal.cells import Cell, Unit
from dateline.temporal.expressions import Expression
from dateline.temporal.language import Language, load_language
from dateline.temporal.meanings import Block, Calendar, ShortYear

RULE: Final = "year of an old story"
_NEAR_YEARS: Final = 150
_NEAR_IF_DECLARED: Final = 700
_OLDER: Final = 8  # the older the times, the longer the steps of their story: an eighth of their age
_MODERN: Final = 1500  # a year of four digits that no context turns round
_STILL_TO_COME: Final = 2100  # unless no text speaks of it yet
_FORWARD_YEARS, _BACK_YEARS = 300, 60  # from the last year of our era to a bare one: "by 116", "in 341"
_DECLARED: Final = re.compile(
    r"\b(?:dates|years|daten|jahreszahlen|jahresangaben)\b(?![^.\n)]{0,40}\b(?:before|after|from|until|vor|nach|ab|bis)\b)"
    r"[^.\n)]{0,40}?"
    r"(?:\bB\.?C\.?(?:E\.?)?(?!\w)|\bv\.\s?(?:Chr|u\.\s?Z)\.)",
    re.IGNORECASE,
)
_DECLARED_CHARACTERS: Final = 5000
_ERA: Final = re.compile(r"\b(?:AD|CE|A\.D\.|C\.E\.|n\.\s?Chr\.|n\.\s?u\.\s?Z\.|after Christ)(?!\w)", re.IGNORECASE)
_BEHIND: Final = re.compile(r"\s+(?:of\s+)?(\d{3})(?:/\d{1,2})?(?![\d,.]\d|\d|\s*(?:BC|AD|CE|v\.|n\.))")


@dataclass(slots=True)
class _Era:
    """What was told last: whether the era is that before Christ, its last year (astronomical), and the last year of our
    era where that was told behind it.
    """

    declared: bool
    before_christ: bool
    latest: int | None = None
    after: int | None = None

    def meant(self, year: int) -> int | None:
        """The year that a bare number means here, in either era, or None where it means none."""
        turned = self.turned(year)
        if turned is not None or self.after is None:
            return turned
        return year if -_BACK_YEARS <= year - self.after <= _FORWARD_YEARS else None

    def turned(self, year: int) -> int | None:
        """The year before Christ that a bare number means here, or None where it means none."""
        if not self.before_christ or not (0 < year < _MODERN or year > _STILL_TO_COME):
            return None
        turned = 1 - year
        near = _NEAR_IF_DECLARED if self.declared else max(_NEAR_YEARS, abs(self.latest or 0) // _OLDER)
        if self.latest is not None and abs(turned - self.latest) > near:
            return None
        return turned

    def tell(self, year: int) -> None:
        """Note a year with its era."""
        self.before_christ, self.latest = year <= 0 or self.declared, year if year <= 0 else self.latest
        self.after = year if 0 < year < _MODERN and not self.declared else None


def with_old_years(expressions: list[Expression], text: str, code: str) -> list[Expression]:
    """The expressions in order, those of antiquity with their years turned round, and the bare years between them."""
    declared = _DECLARED.search(text, 0, _DECLARED_CHARACTERS) is not None
    if not declared and not any(_is_before_christ(expression) for expression in expressions):
        return expressions
    era = _Era(declared, declared)
    found: list[Expression] = []
    for item in _in_order(expressions, text, load_language(code)):
        if isinstance(item, Expression):
            found.append(_turned(item, text, era))
            continue
        year = era.meant(int(item["year"]))
        if year is None or not _is_year(item, era) or (found and item.start("year") < found[-1].end):
            continue
        era.tell(year)
        mod = "APPROX" if item["about"] or item["alone"] else None
        found.append(Expression(*item.span("year"), RULE, Calendar(year=year), mod))
    return found


def _in_order(
    expressions: Sequence[Expression], text: str, language: Language
) -> Iterator["Expression | re.Match[str]"]:
    """The expressions, and between them the numbers that may be years, as they come."""
    pattern, start = _bare(language.code), 0
    for expression in expressions:
        yield from pattern.finditer(text, start, expression.start)
        yield expression
        start = expression.end
    yield from pattern.finditer(text, start)


@cache
def _bare(code: str) -> re.Pattern[str]:
    """A bare number of two or three digits behind a word that stands before years."""
    language = load_language(code)
    before, about = (
        "|".join(map(re.escape, sorted(language.all_listed(name), key=len, reverse=True)))
        for name in ("before_years", "about_years")
    )
    if not before or not about:
        return re.compile(r"(?!)")
    return re.compile(
        rf"(?<!\w)(?:(?:{before})\s+(?P<about>(?:{about})\s*)?|(?P<alone>{about})\s*)"
        r"(?P<year>\d{2,3})(?:/\d{1,2})?(?P<behind>(?=[,.;:)\]–-](?!\d))|(?=\s+[a-z])|(?=\s*$))",
        re.IGNORECASE | re.MULTILINE,
    )


def _is_year(number: re.Match[str], era: _Era) -> bool:
    """Whether a number in its place is a year: three digits near the years told; two only before a stop."""
    stops = number.string[number.end() : number.end() + 1] in ",.;:)"
    return (len(number["year"]) == 3 and (stops or era.latest is not None or era.declared)) or (stops and not era.after)


def _turned(expression: Expression, text: str, era: _Era) -> Expression:
    meaning = expression.meaning
    words = text[expression.start : expression.end]
    if isinstance(meaning, ShortYear) and (year := era.meant(meaning.digits)) is not None and meaning.digits > 99:
        era.tell(year)
        return replace(expression, meaning=Calendar(year=year))
    if isinstance(meaning, Block):
        return replace(expression, meaning=_turned_block(meaning, words, era))
    if not isinstance(meaning, Calendar):
        return expression
    if meaning.year is None:
        return _with_year_behind(expression, meaning, text, era)
    year = era.turned(meaning.year) if _ERA.search(words) is None else None
    era.tell(meaning.year if year is None else year)
    return expression if year is None else replace(expression, meaning=replace(meaning, year=year))


def _with_year_behind(expression: Expression, date: Calendar, text: str, era: _Era) -> Expression:
    """A month or a season with the bare year behind it: "September 413", "the winter of 416/5"."""
    behind = _BEHIND.match(text, expression.end)
    if behind is None or date.year_from is not None or date.weekday is not None:
        return expression
    year = era.turned(int(behind[1]))
    if year is None:
        return expression
    era.tell(year)
    return replace(expression, end=behind.end(), meaning=replace(date, year=year))


def _turned_block(block: Block, words: str, era: _Era) -> Block:
    """A century before Christ; one that was told as such is heard."""
    cell = block.cell
    if cell.unit is Unit.CENTURY and cell.index >= 0 and _ERA.search(words) is None:
        turned = Cell(cell.unit, -cell.index - 1)
        if era.turned(100 * cell.index + 50) is not None:
            return Block(turned)
    if cell.index < 0:
        era.tell(cell.year)
    return block


def _is_before_christ(expression: Expression) -> bool:
    match expression.meaning:
        case Calendar(year=int(year)):
            return year <= 0
        case Block(cell):
            return cell.index < 0
        case _:
            return False
