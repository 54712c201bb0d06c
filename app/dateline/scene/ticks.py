"""The axis: ticks of the calendar in two levels, for any year, at a cost that does not grow with the span."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple

import numpy as np

from dateline.model.dates import (
    DAY_SECONDS,
    add_months,
    civil,
    civil_instant,
    day_number,
    instant,
    month_length,
    weekday,
)
from dateline.model.wording import MONTHS, WEEKDAYS, describe_year, ordinal
from dateline.model.yearstyle import YearStyle
from dateline.scene.measure import Measure, TextStyle
from dateline.scene.scale import TimeScale

_PADDING_PX: Final = 12.0
_LEAST_STEP_PX: Final = 38.0  # closer ticks are a comb
_GAP_PX: Final = 4.0  # between a tick and its text
_FIRST_MONDAY_SECONDS: Final = day_number(1970, 1, 5) * DAY_SECONDS
_FIRST_GREGORIAN_MONTH: Final = (1582, 11)  # a weekday before is one of a calendar that nobody used
_PLAIN_FROM_YEARS: Final = 100_000  # with larger steps the year between two ways of counting does not show


class Unit(IntEnum):
    """What ticks count."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    MONTH = 4
    YEAR = 5


class Tick(NamedTuple):
    """One tick: its instant, where it is, and its text, which starts at `text_px`; empty where there is no room for it.

    `in_view` is false for the tick before the left edge, which is there for its text only.
    """

    seconds: int
    x_px: float
    text: str
    text_px: float
    in_view: bool


@dataclass(frozen=True, slots=True)
class _Step:
    """Every `count` units."""

    unit: Unit
    count: int

    @property
    def seconds(self) -> float:
        return _UNIT_SECONDS[self.unit] * self.count

    @property
    def above(self) -> "_Step":
        """The step of the major level over this minor one."""
        if self.unit is Unit.YEAR:
            return _Step(Unit.YEAR, 10 ** len(str(self.count)))
        if self.unit in {Unit.DAY, Unit.HOUR}:
            return _Step(Unit(self.unit + 1), 1)
        return _Step(Unit.DAY, 1) if self.unit < Unit.HOUR else _Step(Unit.YEAR, 1)


_UNIT_SECONDS: Final = {
    Unit.SECOND: 1.0,
    Unit.MINUTE: 60.0,
    Unit.HOUR: 3600.0,
    Unit.DAY: 86_400.0,
    Unit.MONTH: 2_629_746.0,
    Unit.YEAR: 31_556_952.0,
}
_STEPS: Final = tuple(
    _Step(unit, count)
    for unit, counts in (
        (Unit.SECOND, (1, 5, 15, 30)),
        (Unit.MINUTE, (1, 5, 15, 30)),
        (Unit.HOUR, (1, 3, 6, 12)),
        (Unit.DAY, (1, 2, 7)),
        (Unit.MONTH, (1, 3, 6)),
        (Unit.YEAR, tuple(digit * 10**power for power in range(11) for digit in (1, 2, 5))),
    )
    for count in counts
)


def calendar_ticks(
    scale: TimeScale, measure: Measure, year_style: YearStyle = YearStyle.ERA
) -> tuple[tuple[Tick, ...], tuple[Tick, ...]]:
    """The ticks of the upper and of the lower level that lie in the picture, each from left to right.

    No text overlaps another of its level, a fold's band or the edges. The upper level's first text sticks to the left
    edge of its stretch, so that it is always known which year one is in.
    """
    step = _fitting_step(scale, measure, year_style)
    step = _fitting_step(scale, measure, year_style)
    minor: list[Tick] = []
    major: list[Tick] = []
    for stretch in scale.open_ranges:
        minor += _placed(scale, stretch, _Level(step, year_style, False), measure)
        major += _placed(scale, stretch, _Level(step.above, year_style, True), measure)
    return tuple(major), tuple(minor)


def _fitting_step(scale: TimeScale, measure: Measure, year_style: YearStyle) -> _Step:
    """The finest step whose texts fit beside each other, judged by the texts of the two ends of the picture."""
    for step in _STEPS:
        room = step.seconds / scale.view.seconds_per_px
        if room < _LEAST_STEP_PX:
            continue
        level = _Level(step, year_style, False)
        texts = [level.texts(seconds)[0] for seconds in scale.range_seconds]
        if step.unit is Unit.MONTH:
            texts = [_short_month(month) for month in range(1, 13)]
        if room >= max(measure.width(text, TextStyle.AXIS_MINOR) for text in texts) + _PADDING_PX:
            return step
    return _STEPS[-1]


def _placed(scale: TimeScale, stretch: tuple[int, int], level: "_Level", measure: Measure) -> list[Tick]:
    """The ticks of one level in a stretch without folds. A text that would reach the next one is left out."""
    # The edges are between two seconds where one second is wide.
    left, right = max(scale.px(stretch[0]), 0.0), min(scale.px(stretch[1]), scale.width_px)
    style = TextStyle.AXIS_MAJOR if level.upper else TextStyle.AXIS_MINOR
    instants = list(level.ticks(*stretch))
    if not instants:
        return []
    places = [*scale.to_px(np.array(instants, np.int64)).tolist()]
    result = []
    for place, (seconds, x) in enumerate(zip(instants, places, strict=True)):
        in_view = x >= left
        if not in_view and not level.upper:
            continue
        text_px = max(x, left) + _GAP_PX
        end = min(places[place + 1], right) if place + 1 < len(places) else right
        room = end - text_px - _GAP_PX
        text = next((text for text in level.texts(seconds) if measure.width(text, style) <= room), "")
        result.append(Tick(seconds, x, text, text_px, in_view))
    return result


class _Level(NamedTuple):
    """The instants and the texts of one level of the axis."""

    step: _Step
    year_style: YearStyle
    upper: bool

    def ticks(self, start: int, end: int) -> Iterator[int]:
        """The instants of this level before `end`, from the last one at or before `start` on."""
        unit, count = self.step.unit, self.step.count
        if unit < Unit.DAY or count == 7:
            size = int(self.step.seconds)
            shift = _FIRST_MONDAY_SECONDS if count == 7 else 0
            yield from range((start - shift) // size * size + shift, end, size)
        elif unit is Unit.DAY:
            yield from self._days(start, end)
        elif unit is Unit.MONTH:
            year, month, _ = civil(start // DAY_SECONDS)
            month -= (month - 1) % count
            while (tick := instant(year, month)) < end:
                yield tick
                year, month = add_months(year, month, count)
        else:
            yield from self._years(start, end)

    def _days(self, start: int, end: int) -> Iterator[int]:
        """Every `count` days, begun anew each month, without one that would stand too near the next first."""
        count = self.step.count
        year, month, day = civil(start // DAY_SECONDS)
        day -= (day - 1) % count
        while (tick := instant(year, month, day)) < end:
            yield tick
            day += count
            if day + count > month_length(year, month) + 1:
                (year, month), day = add_months(year, month, 1), 1

    def _years(self, start: int, end: int) -> Iterator[int]:
        """Round years; with eras those before Christ are round as they are told: 500 BC is the year -499."""
        count = self.step.count
        number = civil(start // DAY_SECONDS)[0] // count
        while (tick := instant(self._year(number))) < end:
            yield tick
            number += 1

    def _year(self, number: int) -> int:
        year = number * self.step.count
        eras = self.year_style is YearStyle.ERA and 1 < self.step.count < _PLAIN_FROM_YEARS
        return year + 1 if eras and year <= 0 else year

    def texts(self, seconds: int) -> tuple[str, ...]:
        """The texts a tick can have, longest first."""
        year, month, day, hour, minute, second = civil_instant(seconds)
        match self.step.unit:
            case Unit.YEAR:
                return self._year_texts(year)
            case Unit.MONTH if self.upper:
                return f"{MONTHS[month - 1]} {self._plain(year)}", f"{_short_month(month)} {self._plain(year)}"
            case Unit.MONTH:
                return (_short_month(month),)
            case Unit.DAY if self.upper:
                return self._day_texts(year, month, day, WEEKDAYS[weekday(seconds // DAY_SECONDS)][:3])
            case Unit.DAY:
                return (str(day),)
            case Unit.SECOND:
                return (f"{hour:02d}:{minute:02d}:{second:02d}",)
            case _:
                return (f"{hour:02d}:{minute:02d}",)

    def _day_texts(self, year: int, month: int, day: int, weekday_name: str) -> tuple[str, ...]:
        short = f"{day} {_short_month(month)}"
        told = f"{weekday_name} " if (year, month) >= _FIRST_GREGORIAN_MONTH else ""
        return f"{told}{day} {MONTHS[month - 1]} {self._plain(year)}", f"{short} {self._plain(year)}", short

    def _year_texts(self, year: int) -> tuple[str, ...]:
        if self.upper and self.step.count == 10 and year >= 10:
            return (f"{year}s",)
        if self.upper and self.step.count == 100 and year > 0:
            return f"{ordinal(year // 100 + 1)} century", f"{ordinal(year // 100 + 1)} c."
        return (self._plain(year),)

    def _plain(self, year: int) -> str:
        return describe_year(year, self.year_style)


def _short_month(month: int) -> str:
    return MONTHS[month - 1][:3]
